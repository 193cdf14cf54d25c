using System.Globalization;
using MediSecure.Data.Common;

namespace MediSecure.Tests.Common;

/// <summary>What a clock time means that somebody types for what has just happened.</summary>
public sealed class RecentTimeTests
{
    [Theory]
    // now (UTC), typed, the instant that is meant, how it is understood
    [InlineData("Africa/Lagos", "2026-03-02T08:30:50", "09:30", "2026-03-02T08:30:00", "")] // Lagos is an hour ahead all year
    [InlineData("Africa/Lagos", "2026-03-02T08:30:50", "09:31", "2026-03-02T08:30:50", "ahead")] // a watch that goes fast: now
    [InlineData("Africa/Lagos", "2026-03-02T08:31:00", "09:36", "2026-03-02T08:31:00", "ahead")] // five minutes to the second
    [InlineData("Africa/Lagos", "2026-03-02T08:30:59", "09:36", "2026-03-01T08:36:00", "doubtful")]
    [InlineData("Africa/Lagos", "2026-03-02T08:30:50", "21:31", "2026-03-01T20:31:00", "")] // 11:59:50 ago: last evening is nearer than this one
    [InlineData("Africa/Lagos", "2026-03-02T08:30:00", "21:30", "2026-03-01T20:30:00", "")]
    [InlineData("Africa/Lagos", "2026-03-02T08:30:00", "21:29", "2026-03-01T20:29:00", "doubtful")]
    [InlineData("Africa/Lagos", "2026-03-02T22:50:00", "00:10", "2026-03-01T23:10:00", "")] // long ago, and today
    [InlineData("Africa/Lagos", "2026-03-01T23:10:00", "23:40", "2026-03-01T22:40:00", "")] // half an hour ago, over midnight
    [InlineData("Africa/Lagos", "2026-03-01T22:58:00", "00:01", "2026-03-01T22:58:00", "ahead")] // a fast watch over midnight
    [InlineData("Africa/Lagos", "2026-03-01T22:55:59", "00:01", "2026-02-28T23:01:00", "")] // more than five minutes: today's, a day ago nearly
    [InlineData("Africa/Lagos", "2026-03-01T23:00:00", "00:00", "2026-03-01T23:00:00", "")]
    [InlineData("Africa/Lagos", "2026-03-02T08:30:00", "930", "2026-03-02T08:30:00", "")]
    [InlineData("Africa/Lagos", "2026-03-02T08:30:00", " 9.30 ", "2026-03-02T08:30:00", "")]
    [InlineData("Europe/London", "2026-03-29T01:20:00", "00:59", "2026-03-29T00:59:00", "")] // 02:20 by then: one o'clock was left out
    [InlineData("Europe/London", "2026-03-29T00:58:00", "02:02", "2026-03-29T00:58:00", "ahead")] // four minutes, over the gap
    [InlineData("Europe/London", "2026-03-29T00:50:00", "01:30", "2026-03-28T01:30:00", "doubtful")] // the gap is still to come
    [InlineData("Europe/London", "2026-10-25T02:10:00", "01:30", "2026-10-25T01:30:00", "")] // it came twice: the later one
    [InlineData("Europe/London", "2026-10-25T01:20:00", "01:30", "2026-10-25T00:30:00", "")] // only the first has been
    [InlineData("Europe/London", "2026-10-25T01:27:00", "01:30", "2026-10-25T01:27:00", "ahead")]
    public void It_is_the_last_moment_that_had_it(string zone, string now, string typed, string at, string understood)
    {
        var result = RecentTime.Of(TimeZoneInfo.FindSystemTimeZoneById(zone), Utc(now), typed);
        Assert.Null(result.Error);
        var expected = (Utc(at), understood switch { "ahead" => (true, false), "doubtful" => (false, true), _ => (false, false) });
        Assert.Equal(expected, (result.Value.At, (result.Value.IsAhead, result.Value.IsDoubtful)));
        Assert.Equal(DateTimeKind.Utc, result.Value.At.Kind);
    }

    [Theory]
    [InlineData("Africa/Lagos", "2026-03-02T08:30:00", "25:00", "time.not-a-time")]
    [InlineData("Africa/Lagos", "2026-03-02T08:30:00", "24:00", "time.not-a-time")]
    [InlineData("Africa/Lagos", "2026-03-02T08:30:00", "now", "time.not-a-time")]
    [InlineData("Africa/Lagos", "2026-03-02T08:30:00", null, "time.not-a-time")]
    [InlineData("Europe/London", "2026-03-29T01:20:00", "01:30", "time.skipped")] // today's gap
    [InlineData("Europe/London", "2026-03-29T00:57:00", "01:01", "time.skipped")] // a fast watch that was not put forward
    [InlineData("Europe/London", "2026-03-29T23:20:00", "01:59", "time.skipped")] // 00:20 the day after: the last 01:59 would be yesterday's, which never was
    public void What_is_no_time_and_what_the_clock_left_out_is_refused_with_words(string zone, string now, string? typed, string code)
    {
        var error = RecentTime.Of(TimeZoneInfo.FindSystemTimeZoneById(zone), Utc(now), typed).Error;
        Assert.Equal(code, error?.Code);
        Assert.Contains(code == "time.skipped" ? $"no {typed} on Sun 29 Mar" : "hh:mm", error!.Message, StringComparison.Ordinal);
    }

    private static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
