using MediSecure.Data.Common;
using MediSecure.Data.Features.Appointments;

namespace MediSecure.Tests.Features.Appointments;

public sealed class SlotFinderTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private static readonly TimeZoneInfo Lagos = TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos");
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Room = Guid.CreateVersion7();

    [Theory]
    [InlineData("Europe/London", "2026-03-29", 23)]
    [InlineData("Europe/London", "2026-10-25", 25)]
    [InlineData("America/New_York", "2026-03-08", 23)]
    [InlineData("America/New_York", "2026-11-01", 25)]
    [InlineData("Africa/Lagos", "2026-03-29", 24)]
    [InlineData("Australia/Lord_Howe", "2026-04-05", 24.5)]
    public void A_day_has_the_hours_it_has(string zone, string day, double hours)
    {
        var (startsAt, endsAt) = LocalDay.Bounds(TimeZoneInfo.FindSystemTimeZoneById(zone), DateOnly.Parse(day));
        Assert.Equal(hours, (endsAt - startsAt).TotalHours);
    }

    [Theory]
    [InlineData("Europe/London", "2026-03-29", 46)]
    [InlineData("Europe/London", "2026-10-25", 50)]
    [InlineData("America/New_York", "2026-03-08", 46)]
    [InlineData("America/New_York", "2026-11-01", 50)]
    [InlineData("Africa/Lagos", "2026-03-29", 48)]
    public void Hours_round_the_clock_give_every_half_hour_that_exists_once(string zone, string day, int slots)
    {
        var on = DateOnly.Parse(day);
        var found = SlotFinder.Free(Table(TimeZoneInfo.FindSystemTimeZoneById(zone), AllDay(on)), on, 1, LongAgo).ToList();
        Assert.Equal(slots, found.Count);
        Assert.Equal(slots, found.Select(s => s.StartsAt).Distinct().Count());
        Assert.All(found.Zip(found.Skip(1)), pair => Assert.Equal(pair.First.EndsAt, pair.Second.StartsAt));
    }

    [Fact]
    public void A_time_that_the_clock_skips_is_not_offered()
    {
        var on = new DateOnly(2026, 3, 29);
        var found = Local(London, SlotFinder.Free(Table(London, new HoursPeriod(null, on.DayOfWeek, 0, 180, 30)), on, 1, LongAgo));
        Assert.Equal(["00:00", "00:30", "02:00", "02:30"], found);
        Assert.Empty(SlotFinder.Free(Table(London, new HoursPeriod(null, on.DayOfWeek, 60, 120, 30)), on, 1, LongAgo));
    }

    [Fact]
    public void A_time_that_comes_twice_is_offered_once_for_each_of_its_instants()
    {
        var on = new DateOnly(2026, 11, 1);
        var found = SlotFinder.Free(Table(NewYork, new HoursPeriod(null, on.DayOfWeek, 60, 120, 30)), on, 1, LongAgo).ToList();
        Assert.Equal(["01:00", "01:30", "01:00", "01:30"], Local(NewYork, found));
        Assert.Equal(["05:00", "05:30", "06:00", "06:30"], found.Select(s => s.StartsAt.ToString("HH:mm")));
    }

    [Fact]
    public void Half_of_a_doubled_hour_is_two_stretches()
    {
        var on = new DateOnly(2026, 10, 25);
        var found = SlotFinder.Free(Table(London, new HoursPeriod(null, on.DayOfWeek, 60, 90, 15)), on, 1, LongAgo).ToList();
        Assert.Equal(["00:00", "00:15", "01:00", "01:15"], found.Select(s => s.StartsAt.ToString("HH:mm")));
    }

    [Fact]
    public void Office_hours_stay_at_their_clock_time_when_the_clocks_change()
    {
        var monday = new DateOnly(2026, 3, 23);
        var table = Table(London, new HoursPeriod(null, DayOfWeek.Monday, 540, 600, 60));
        Assert.Equal(["09:00", "09:00"], Local(London, SlotFinder.Free(table, monday, 8, LongAgo)));
        Assert.Equal([9, 8], SlotFinder.Free(table, monday, 8, LongAgo).Select(s => s.StartsAt.Hour));
    }

    [Fact]
    public void Instants_of_a_clock_time_are_none_one_or_two()
    {
        Assert.Empty(LocalDay.Instants(London, new DateOnly(2026, 3, 29), 90));
        Assert.Single(LocalDay.Instants(London, new DateOnly(2026, 3, 30), 90));
        Assert.Equal([0, 1], LocalDay.Instants(London, new DateOnly(2026, 10, 25), 90).Select(i => i.Hour));
    }

    [Fact]
    public void Taken_time_leave_a_taken_room_a_closed_room_and_the_past_are_not_free()
    {
        var on = new DateOnly(2026, 3, 2); // a Monday; Lagos is an hour ahead of UTC
        DateTime At(int hour, int minute = 0) => new(2026, 3, 2, hour, minute, 0, DateTimeKind.Utc);
        var table = new Timetable(Lagos, [new HoursPeriod(Room, DayOfWeek.Monday, 540, 900, 60)], new[] { new HoursPeriod(Room, DayOfWeek.Monday, 480, 840, 5) }.ToLookup(h => h.RoomId!.Value),
            [new TimeSlot(At(9), At(9, 10))], [new TimeSlot(At(10, 59), At(11))], new[] { new TimeSlot(At(11, 30), At(11, 40)) }.ToLookup(_ => Room));
        // Offered 08–14 UTC: 8 is past, 9 on leave, 10 busy, 11 room taken, 12 free, 13 the room is closed from 13 UTC.
        Assert.Equal([At(12)], SlotFinder.Free(table, on, 1, At(8, 0)).Select(s => s.StartsAt));
    }

    [Fact]
    public void A_visit_must_lie_wholly_inside_the_hours_and_may_cross_midnight_between_two_days_of_them()
    {
        var on = new DateOnly(2026, 3, 2);
        var day = Table(Lagos, new HoursPeriod(null, DayOfWeek.Monday, 540, 600, 20));
        DateTime Local(int hour, int minute) => LocalDay.Instants(Lagos, on, (hour * 60) + minute)[0];
        Assert.Equal(20, SlotFinder.Place(day, Local(9, 0), null)!.SlotMinutes);
        Assert.NotNull(SlotFinder.Place(day, Local(9, 40), 20));
        Assert.Null(SlotFinder.Place(day, Local(9, 41), 20));
        Assert.Null(SlotFinder.Place(day, Local(8, 59), 20));
        Assert.Null(SlotFinder.Place(day, Local(10, 0), 20));

        var always = Table(Lagos, [.. Enum.GetValues<DayOfWeek>().Select(d => new HoursPeriod(null, d, 0, 1440, 20))]);
        Assert.NotNull(SlotFinder.Place(always, Local(23, 50), 20));
    }

    [Theory]
    [InlineData("9", 540)]
    [InlineData("09:30", 570)]
    [InlineData("9.30", 570)]
    [InlineData("0930", 570)]
    [InlineData(" 24:00 ", 1440)]
    [InlineData("24:01", null)]
    [InlineData("9:60", null)]
    [InlineData("9:5", null)]
    [InlineData("-1", null)]
    [InlineData("nine", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Clock_times_are_read_as_people_type_them(string? typed, int? minute) => Assert.Equal(minute, ClockTime.Parse(typed));

    private static HoursPeriod AllDay(DateOnly on) => new(null, on.DayOfWeek, 0, 1440, 30);

    private static Timetable Table(TimeZoneInfo zone, params HoursPeriod[] hours) =>
        new(zone, hours, Array.Empty<HoursPeriod>().ToLookup(h => Room), [], [], Array.Empty<TimeSlot>().ToLookup(_ => Room));

    private static IEnumerable<string> Local(TimeZoneInfo zone, IEnumerable<FreeSlot> slots) => slots.Select(s => TimeZoneInfo.ConvertTimeFromUtc(s.StartsAt, zone).ToString("HH:mm"));
}
