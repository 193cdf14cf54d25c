using MediSecure.Data.Features.CarePlans;

namespace MediSecure.Tests.Features.CarePlans;

/// <summary>Every transition of a plan, a goal and an activity.</summary>
public sealed class CarePlanTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly DateTime Now = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);

    private static CarePlan In(CarePlanStatus status)
    {
        var plan = new CarePlan(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "Plan", null, Guid.NewGuid(), true, Now, Guid.NewGuid());
        if (status != CarePlanStatus.Draft)
        {
            Assert.Null(plan.Activate(Today, Now, true).Error);
        }

        Assert.Null((status switch
        {
            CarePlanStatus.OnHold => plan.Hold("Why"),
            CarePlanStatus.Completed => plan.Complete(Today, Now),
            CarePlanStatus.Revoked => plan.Revoke("Why", Today, Now),
            _ => Data.Common.Result.Ok,
        }).Error);
        Assert.Equal(status, plan.Status);
        return plan;
    }

    [Theory]
    [InlineData(CarePlanStatus.Draft, "activate edit revoke")]
    [InlineData(CarePlanStatus.Active, "complete edit hold revoke")]
    [InlineData(CarePlanStatus.OnHold, "complete edit resume revoke")]
    [InlineData(CarePlanStatus.Completed, "")]
    [InlineData(CarePlanStatus.Revoked, "")]
    public void A_plan_takes_these_steps_and_no_others(CarePlanStatus from, string steps)
    {
        var all = new (string Name, Func<CarePlan, Data.Common.Result> Step)[]
        {
            ("activate", plan => plan.Activate(Today, Now, true)), ("complete", plan => plan.Complete(Today, Now)), ("edit", plan => plan.Edit("Other", Today)), ("hold", plan => plan.Hold("Why")), ("resume", plan => plan.Resume()),
            ("revoke", plan => plan.Revoke("Why", Today, Now)),
        };
        Assert.Equal(steps, string.Join(' ', all.Where(one => !one.Step(In(from)).Failed).Select(one => one.Name)));
    }

    [Fact]
    public void The_reason_of_a_hold_goes_when_it_is_resumed_or_completed()
    {
        var plan = In(CarePlanStatus.OnHold);
        Assert.Equal("Why", plan.StatusReason);
        plan.Resume();
        Assert.Null(plan.StatusReason);
        plan.Hold("Again");
        plan.Complete(Today, Now);
        Assert.Equal((null, Today), (plan.StatusReason, plan.EndsOn));
    }

    [Theory]
    [InlineData(0, ActivityPeriod.Day, false)]
    [InlineData(1, ActivityPeriod.Day, true)]
    [InlineData(12, ActivityPeriod.Day, true)]
    [InlineData(13, ActivityPeriod.Day, false)]
    [InlineData(0, ActivityPeriod.Week, false)]
    [InlineData(1, ActivityPeriod.Week, true)]
    [InlineData(7, ActivityPeriod.Week, true)]
    [InlineData(8, ActivityPeriod.Week, false)]
    public void So_often_and_not_more(int times, ActivityPeriod per, bool right) => Assert.Equal(right, !Activity(times, per).Failed);

    [Fact]
    public void The_last_day_is_not_before_the_first()
    {
        Assert.Equal(CarePlanErrors.EndsBeforeItBegins, Activity(1, ActivityPeriod.Day, until: -1).Error);
        Assert.Null(Activity(1, ActivityPeriod.Day, until: 0).Error);
    }

    [Theory]
    [InlineData(-3, false, -1, false)] // hardly begun today: yesterday was the last day
    [InlineData(-3, true, 0, false)]
    [InlineData(0, true, 0, false)]
    [InlineData(0, false, null, true)] // nothing of it was ever due
    [InlineData(4, false, null, true)]
    public void Ending_an_activity_holds_no_day_against_the_patient(int from, bool doneToday, int? last, bool cancelled)
    {
        var activity = Activity(2, ActivityPeriod.Day, from).Value;
        Assert.Null(activity.End(Today, doneToday, Now).Error);
        Assert.Equal((last is { } day ? Today.AddDays(day) : (DateOnly?)null, cancelled), (activity.UntilOn, activity.CancelledAt is not null));
        Assert.Equal(CarePlanErrors.ActivityEnded, activity.End(Today, doneToday, Now).Error);
    }

    [Fact]
    public void What_is_over_is_not_ended_again()
    {
        Assert.Equal(CarePlanErrors.ActivityEnded, Activity(1, ActivityPeriod.Day, -5, -1).Value.End(Today, false, Now).Error);
        Assert.Null(Activity(1, ActivityPeriod.Day, -5, 0).Value.End(Today, false, Now).Error);
    }

    [Fact]
    public void A_goal_is_closed_once()
    {
        PlanGoal Goal() => new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "Gain weight", 62, "kg", null, Now, Guid.NewGuid());
        var (reached, dropped) = (Goal(), Goal());
        Assert.Null(reached.Close(true, Now).Error);
        Assert.Null(dropped.Close(false, Now).Error);
        Assert.Equal((GoalStatus.Achieved, GoalStatus.Dropped), (reached.Status, dropped.Status));
        Assert.Equal(CarePlanErrors.GoalClosed, reached.Close(false, Now).Error);
    }

    [Fact]
    public void A_line_of_the_history_is_cut_where_it_ends() =>
        Assert.Equal(CarePlanChange.Longest, new CarePlanChange(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), new string('x', CarePlanChange.Longest + 1), Now, Guid.NewGuid()).What.Length);

    private static Data.Common.Result<PlanActivity> Activity(int times, ActivityPeriod per, int from = 0, int? until = null) => PlanActivity.Plan(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "Walk", times, per,
        Today.AddDays(from), until is { } last ? Today.AddDays(last) : null, Now, Guid.NewGuid());
}
