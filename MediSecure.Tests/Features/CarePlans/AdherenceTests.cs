using MediSecure.Data.Features.CarePlans;

namespace MediSecure.Tests.Features.CarePlans;

/// <summary>Done of due, on both sides of every edge. Today is day 0; a plan that begins on day -6 has been followed for a week.</summary>
public sealed class AdherenceTests
{
    private static readonly DateOnly Today = new(2026, 3, 9);
    private static readonly Guid Id = Guid.NewGuid();

    private static DateOnly Day(int offset) => Today.AddDays(offset);

    private static PlanSpan Plan(int starts, int? ends = null, params (int From, int? Until)[] holds) =>
        new(Day(starts), ends is { } last ? Day(last) : null, [.. holds.Select(h => (Day(h.From), h.Until is { } until ? Day(until) : (DateOnly?)null))]);

    private static DueActivity Daily(int times, int from = -100, int? until = null) => new(Id, times, ActivityPeriod.Day, Day(from), until is { } last ? Day(last) : null);

    private static DueActivity Weekly(int times, int from = -100, int? until = null) => new(Id, times, ActivityPeriod.Week, Day(from), until is { } last ? Day(last) : null);

    private static Dictionary<(Guid, DateOnly), int> Ticks(params int[] days) => days.GroupBy(day => day).ToDictionary(g => (Id, Day(g.Key)), g => g.Count());

    private static (int Done, int Due, int? Percent) Of(PlanSpan plan, DueActivity activity, Dictionary<(Guid, DateOnly), int> ticks, int days = 7)
    {
        var adherence = Adherence.Of(plan, [activity], ticks, Today, days);
        return (adherence.Done, adherence.Due, adherence.Percent);
    }

    [Fact]
    public void Nothing_due_is_not_a_hundred_percent()
    {
        Assert.Equal((0, 0, null), Of(Plan(0), Daily(3), Ticks()));
        Assert.Equal((0, 0, null), Of(Plan(-5), Daily(3, from: 1), Ticks()));
        Assert.Null(Adherence.Of(Plan(-5), [], Ticks(), Today, 7).Percent);
    }

    [Fact]
    public void Today_counts_only_for_what_is_ticked()
    {
        Assert.Equal((1, 1, 100), Of(Plan(0), Daily(3), Ticks(0)));
        Assert.Equal((1, 4, 25), Of(Plan(-1), Daily(3), Ticks(0)));
        Assert.Equal((0, 3, 0), Of(Plan(-1), Daily(3), Ticks()));
    }

    [Theory]
    [InlineData(-6, 6)] // six days before today
    [InlineData(-7, 6)] // the seventh lies outside the window
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    public void A_daily_activity_is_due_on_each_day_of_the_window(int starts, int due) => Assert.Equal(due, Of(Plan(starts), Daily(1), Ticks()).Due);

    [Fact]
    public void The_window_is_what_is_said()
    {
        Assert.Equal((0, 6, 0), Of(Plan(-40), Daily(1), Ticks(-7)));
        Assert.Equal((1, 6, 16), Of(Plan(-40), Daily(1), Ticks(-6)));
        Assert.Equal((1, 27, 3), Of(Plan(-40), Daily(1), Ticks(-27), 28));
        Assert.Equal((0, 27, 0), Of(Plan(-40), Daily(1), Ticks(-28), 28));
    }

    [Fact]
    public void More_than_planned_makes_up_for_nothing()
    {
        Assert.Equal((1, 2, 50), Of(Plan(-2), Daily(1), Ticks(-1, -1, -1)));
        Assert.Equal((2, 2, 100), Of(Plan(-2), Daily(1), Ticks(-1, -2)));
    }

    [Fact]
    public void Percent_is_rounded_down_so_that_a_hundred_is_everything()
    {
        Assert.Equal(33, new Adherence(1, 3, 7).Percent);
        Assert.Equal(66, new Adherence(2, 3, 7).Percent);
        Assert.Equal(99, new Adherence(199, 200, 28).Percent);
        Assert.Equal(100, new Adherence(200, 200, 28).Percent);
        Assert.Equal(0, new Adherence(0, 200, 28).Percent);
    }

    [Fact]
    public void Days_before_the_start_and_after_the_end_count_for_nothing()
    {
        Assert.Equal((0, 2, 0), Of(Plan(-2), Daily(1, from: -5), Ticks(-4, -3)));
        Assert.Equal((0, 2, 0), Of(Plan(-5), Daily(1, from: -2), Ticks(-4, -3)));
        // Ended on day -2: days -5 to -3 are due, the day of the end counts for what is ticked.
        Assert.Equal((3, 3, 100), Of(Plan(-5, -2), Daily(1), Ticks(-5, -4, -3, -1, 0)));
        Assert.Equal((1, 4, 25), Of(Plan(-5, -2), Daily(1), Ticks(-2, -1)));
        // An activity with a last day of its own is due on it in full.
        Assert.Equal((0, 4, 0), Of(Plan(-5), Daily(1, until: -2), Ticks(-1)));
        // A plan that ended before the window.
        Assert.Equal((0, 0, null), Of(Plan(-30, -10), Daily(1), Ticks(-11, -10)));
    }

    [Fact]
    public void Days_on_hold_count_for_nothing_and_the_day_of_resuming_counts()
    {
        Assert.Equal((0, 3, 0), Of(Plan(-6, null, (-5, -2)), Daily(1), Ticks(-5, -4, -3))); // due: -6, -2, -1
        Assert.Equal((0, 2, 0), Of(Plan(-6, null, (-4, null)), Daily(1), Ticks(-4, 0))); // due: -6, -5
        Assert.Equal(6, Of(Plan(-6, null, (-4, -4)), Daily(1), Ticks()).Due); // held and resumed on one day
    }

    [Theory]
    [InlineData(-6, new int[0], 0, 0)] // the seventh day is today: the week is not over
    [InlineData(-6, new[] { -6, -3 }, 2, 2)]
    [InlineData(-7, new int[0], 0, 3)] // ended yesterday
    [InlineData(-7, new[] { -7, -1 }, 2, 3)]
    [InlineData(-7, new[] { -7, -5, -3, -1 }, 3, 3)] // four days of three
    [InlineData(-7, new[] { -7, -7, -7 }, 1, 3)] // three times on one day
    [InlineData(-7, new[] { -1, 0 }, 2, 4)] // today is of the next week
    public void A_weekly_activity_is_due_when_its_week_is_over(int starts, int[] ticks, int done, int due) => Assert.Equal((done, due), Of(Plan(starts), Weekly(3, from: starts), Ticks(ticks)) is var (d, of, _) ? (d, of) : default);

    [Fact]
    public void A_week_belongs_to_the_window_in_which_it_ends()
    {
        Assert.Equal(3, Of(Plan(-12), Weekly(3, from: -12), Ticks()).Due); // -12 to -6 ends within, the next one is running
        Assert.Equal(0, Of(Plan(-13), Weekly(3, from: -13), Ticks()).Due); // -13 to -7 ends before
        Assert.Equal(9, Of(Plan(-27), Weekly(3, from: -27), Ticks(), 28).Due);
        Assert.Equal(12, Of(Plan(-28), Weekly(3, from: -28), Ticks(), 28).Due);
    }

    [Fact]
    public void A_week_that_was_not_whole_counts_in_proportion_rounded_down()
    {
        Assert.Equal((1, 1, 100), Of(Plan(-5), Weekly(3, from: -5, until: -2), Ticks(-4))); // four of seven days: 12 / 7
        Assert.Equal((0, 0, null), Of(Plan(-3), Weekly(3, from: -3, until: -2), Ticks(-3))); // two days: 6 / 7
        Assert.Equal((2, 2, 100), Of(Plan(-7, null, (-3, -1)), Weekly(3, from: -7), Ticks(-7, -6))); // two days on hold: 15 / 7
        Assert.Equal((1, 1, 100), Of(Plan(-5, -2), Weekly(3, from: -5), Ticks(-4))); // the plan ended in the week: what was ticked
    }

    [Fact]
    public void Weeks_begin_with_the_plan_when_the_activity_was_written_before() => Assert.Equal((0, 3, 0), Of(Plan(-7), Weekly(3, from: -10), Ticks(-9)));

    [Fact]
    public void Activities_add_up()
    {
        var other = Guid.NewGuid();
        var all = Adherence.Of(Plan(-2), [Daily(2), new DueActivity(other, 1, ActivityPeriod.Day, Day(-2), null)], new Dictionary<(Guid, DateOnly), int> { [(Id, Day(-1))] = 2, [(other, Day(-2))] = 1 }, Today, 7);
        Assert.Equal((3, 6, 50), (all.Done, all.Due, all.Percent));
    }
}
