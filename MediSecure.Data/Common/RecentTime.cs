namespace MediSecure.Data.Common;

/// <summary>A clock time that somebody types for what has just happened, as the last moment that had it. Day and clock are the organisation's.</summary>
/// <param name="At">UTC; never later than now.</param>
/// <param name="IsAhead">The typed time has not come yet, by so little that a watch goes fast: it is now.</param>
/// <param name="IsDoubtful">It lies on the day before, and the same time of today is nearer: rather a slip than a memory, so that who typed it is asked.</param>
public sealed record RecentTime(DateTime At, bool IsAhead, bool IsDoubtful)
{
    /// <summary>How far the services let a sent instant lie after their own clock.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan WatchAhead = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan HalfDay = TimeSpan.FromHours(12);

    /// <summary>What <paramref name="typed"/> means at <paramref name="now"/>; refused with words when it is no time, or one that the clock left out.</summary>
    public static Result<RecentTime> Of(TimeZoneInfo zone, DateTime now, string? typed)
    {
        if (ClockTime.Parse(typed) is not ({ } minute and < ClockTime.MinutesOfDay))
        {
            return NotATime;
        }

        var (local, today) = (TimeZoneInfo.ConvertTimeFromUtc(now, zone), LocalDay.Of(zone, now));
        // Tomorrow too: shortly before midnight a fast watch shows a time after it.
        foreach (var day in (DateOnly[])[today.AddDays(1), today, today.AddDays(-1)])
        {
            var instants = LocalDay.Instants(zone, day, minute);
            if (instants.Any(one => one <= now + WatchAhead))
            {
                var at = instants.Last(one => one <= now + WatchAhead);
                return at > now ? new RecentTime(now, true, false) : new RecentTime(at, false, LocalDay.Of(zone, at) != today && now - at > HalfDay);
            }

            if (instants.Count == 0 && day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute) <= local + WatchAhead)
            {
                return Skipped(ClockTime.Format(minute), day);
            }
        }

        return NotATime; // a zone that skipped a whole day
    }

    private static readonly Error NotATime = Error.Invalid("time.not-a-time", "Type the time as hh:mm, for example 09:30.");

    private static Error Skipped(string time, DateOnly day) => Error.Invalid("time.skipped",
        FormattableString.Invariant($"There was no {time} on {day:ddd d MMM}: the clocks went forward over it. Type the time that the clock showed afterwards."));
}
