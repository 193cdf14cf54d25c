using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Fluids;

/// <summary>The day of a fluid chart: from six in the morning to six the next morning on the organisation's clock, 23 or 25 hours long when the clocks change.</summary>
public static class FluidDay
{
    public const int StartsAtMinute = 6 * 60;

    /// <summary>The fluid day of a UTC instant, named after the day on which it begins.</summary>
    public static DateOnly Of(TimeZoneInfo zone, DateTime utc)
    {
        var day = LocalDay.Of(zone, utc);
        return utc < StartOf(zone, day) ? day.AddDays(-1) : day;
    }

    public static (DateTime StartsAt, DateTime EndsAt) Bounds(TimeZoneInfo zone, DateOnly day) => (StartOf(zone, day), StartOf(zone, day.AddDays(1)));

    // Where the clock skips six in the morning, the day begins at the next instant there is.
    private static DateTime StartOf(TimeZoneInfo zone, DateOnly day) =>
        LocalDay.Instants(zone, day, StartsAtMinute) is [var first, ..] ? first : LocalDay.Periods(zone, day, StartsAtMinute, 24 * 60) is [var period, ..] ? period.StartsAt : LocalDay.Bounds(zone, day).EndsAt;
}
