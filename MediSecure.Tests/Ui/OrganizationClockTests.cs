using MediSecure.Web.Ui;
using Microsoft.Extensions.Time.Testing;

namespace MediSecure.Tests.Ui;

public sealed class OrganizationClockTests
{
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2026, 11, 24, 8, 30, 0, TimeSpan.Zero));

    private static OrganizationClock In(string zone) => new(TimeZoneInfo.FindSystemTimeZoneById(zone), Time);

    private static DateTime Utc(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("Africa/Lagos", "Tue 24 Nov, 09:30")]
    [InlineData("Asia/Kolkata", "Tue 24 Nov, 14:00")]
    [InlineData("America/New_York", "Tue 24 Nov, 03:30")]
    public void Instants_are_shown_on_the_organisations_clock(string zone, string shown) => Assert.Equal(shown, In(zone).Format(Utc(2026, 11, 24, 8, 30)));

    [Fact]
    public void Another_year_is_named() => Assert.Equal("Mon 24 Nov 2025, 09:30", In("Africa/Lagos").Format(Utc(2025, 11, 24, 8, 30)));

    [Fact]
    public void The_day_is_the_organisations_day_not_utcs() => Assert.Equal("Wed 25 Nov, 00:15", In("Africa/Lagos").Format(Utc(2026, 11, 24, 23, 15)));

    [Theory]
    [InlineData(0, 59, "01:59 (UTC+1)")] // before the clocks go back in London
    [InlineData(0, 30, "01:30 (UTC+1)")]
    [InlineData(1, 30, "01:30 (UTC+0)")] // the same hour again
    [InlineData(2, 30, "02:30")]
    public void The_hour_that_comes_twice_names_its_offset(int hour, int minute, string shown) =>
        Assert.Equal(shown, In("Europe/London").TimeOfDay(Utc(2026, 10, 25, hour, minute)));

    [Fact]
    public void The_hour_that_is_left_out_never_shows()
    {
        var clock = In("Europe/London");
        Assert.Equal("00:59", clock.TimeOfDay(Utc(2026, 3, 29, 0, 59)));
        Assert.Equal("02:00", clock.TimeOfDay(Utc(2026, 3, 29, 1, 0)));
    }

    [Fact]
    public void Local_time_of_the_server_is_a_defect() => Assert.Throws<ArgumentException>(() => In("Africa/Lagos").Format(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local)));

    [Theory]
    [InlineData(0, "now")]
    [InlineData(-12, "12 min ago")]
    [InlineData(-120, "2 h ago")]
    [InlineData(90, "in 2 h")]
    [InlineData(-4320, "3 days ago")]
    public void Age_is_relative(int minutes, string shown) => Assert.Equal(shown, In("Africa/Lagos").Relative(Time.GetUtcNow().UtcDateTime.AddMinutes(minutes)));

    [Theory]
    [InlineData(0, "09:30", null)]
    [InlineData(-12, "09:18", "12 min late")]
    [InlineData(-120, "07:30", "2 h late")]
    [InlineData(-600, "Mon 23 Nov, 23:30", "10 h late")]
    [InlineData(900, "Wed 25 Nov, 00:30", null)]
    public void A_moment_of_another_day_names_it_and_what_is_over_is_late(int minutes, string shown, string? late)
    {
        var at = Time.GetUtcNow().UtcDateTime.AddMinutes(minutes);
        Assert.Equal((shown, late), (In("Africa/Lagos").Moment(at), In("Africa/Lagos").Late(at)));
    }

    [Theory]
    [InlineData(1968, 8, 3, "58 y")]
    [InlineData(1968, 11, 24, "58 y")]
    [InlineData(1968, 11, 25, "57 y")]
    [InlineData(2025, 9, 1, "14 mo")]
    [InlineData(2026, 11, 20, "4 d")]
    public void Age_is_in_years_then_months_then_days(int year, int month, int day, string age) => Assert.Equal(age, In("Africa/Lagos").Age(new DateOnly(year, month, day)));

    [Theory]
    [InlineData("3 8 1968")]
    [InlineData("03/08/1968")]
    [InlineData("3.8.1968")]
    [InlineData("03 Aug 1968")]
    [InlineData("3 august 1968")]
    [InlineData("1968-08-03")]
    [InlineData("03081968")]
    public void A_typed_date_is_understood(string typed)
    {
        Assert.True(TypedDate.TryParse(typed, out var date));
        Assert.Equal(new DateOnly(1968, 8, 3), date);
    }

    [Theory]
    [InlineData("")]
    [InlineData("31 2 1990")]
    [InlineData("8/3")]
    [InlineData("yesterday")]
    public void What_is_no_date_is_refused(string typed) => Assert.False(TypedDate.TryParse(typed, out _));
}
