namespace MediSecure.Data.Common;

/// <summary>Days and clock times of an organisation's zone as UTC instants. Days have 23 and 25 hours when the clocks change; nothing here assumes 24.</summary>
public static class LocalDay
{
    /// <summary>The local day of a UTC instant.</summary>
    public static DateOnly Of(TimeZoneInfo zone, DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));

    /// <summary>From the first to the last instant of the local day, UTC.</summary>
    public static (DateTime StartsAt, DateTime EndsAt) Bounds(TimeZoneInfo zone, DateOnly day)
    {
        var periods = Periods(zone, day, 0, 24 * 60);
        // A day that a zone skipped altogether (Samoa, 2011) is an empty one at the place where it would have been.
        return periods.Count > 0 ? (periods[0].StartsAt, periods[^1].EndsAt) : (Guess(zone, day), Guess(zone, day));
    }

    /// <summary>All instants whose clock shows a time of <paramref name="day"/> from <paramref name="fromMinute"/> up to <paramref name="toMinute"/>: one stretch on most days, a shorter
    /// one, or none, where the clock skips; two where a time comes twice and the period ends between.</summary>
    public static IReadOnlyList<(DateTime StartsAt, DateTime EndsAt)> Periods(TimeZoneInfo zone, DateOnly day, int fromMinute, int toMinute)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var (localFrom, localTo) = (midnight.AddMinutes(fromMinute), midnight.AddMinutes(toMinute));
        var found = new List<(DateTime StartsAt, DateTime EndsAt)>();
        foreach (var (from, to, offset) in Stretches(zone, localFrom.AddHours(-15), localTo.AddHours(15)))
        {
            var startsAt = Later(from, localFrom - offset);
            var endsAt = Earlier(to, localTo - offset);
            if (startsAt >= endsAt)
            {
                continue;
            }

            if (found.Count > 0 && found[^1].EndsAt == startsAt)
            {
                found[^1] = (found[^1].StartsAt, endsAt);
            }
            else
            {
                found.Add((startsAt, endsAt));
            }
        }

        return found;
    }

    /// <summary>The instants at which the local clock shows this time: none where it is skipped, two where it comes twice, earliest first.</summary>
    public static IReadOnlyList<DateTime> Instants(TimeZoneInfo zone, DateOnly day, int minute)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        if (zone.IsInvalidTime(local))
        {
            return [];
        }

        var offsets = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local) : [zone.GetUtcOffset(local)];
        return [.. offsets.Select(offset => DateTime.SpecifyKind(local - offset, DateTimeKind.Utc)).Order()];
    }

    // Between two changes of the clock the offset is constant.
    private static IEnumerable<(DateTime From, DateTime To, TimeSpan Offset)> Stretches(TimeZoneInfo zone, DateTime from, DateTime to)
    {
        var (start, offset) = (from, zone.GetUtcOffset(from));
        for (var at = from; at < to;)
        {
            var next = Earlier(at.AddHours(1), to);
            if (zone.GetUtcOffset(next) is var changed && changed != offset)
            {
                var change = Change(zone, at, next, offset);
                yield return (start, change, offset);
                (start, offset) = (change, changed);
            }

            at = next;
        }

        yield return (start, to, offset);
    }

    private static DateTime Change(TimeZoneInfo zone, DateTime before, DateTime after, TimeSpan offset)
    {
        while ((after - before).Ticks > 1)
        {
            var middle = before + ((after - before) / 2);
            (before, after) = zone.GetUtcOffset(middle) == offset ? (middle, after) : (before, middle);
        }

        return after;
    }

    private static DateTime Guess(TimeZoneInfo zone, DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return midnight - zone.GetUtcOffset(midnight);
    }

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;
}
