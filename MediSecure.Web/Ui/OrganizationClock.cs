using System.Globalization;

namespace MediSecure.Web.Ui;

/// <summary>Shows instants as the organisation's wall clock shows them. Cascaded by the layout; storage stays UTC.</summary>
public sealed class OrganizationClock(TimeZoneInfo zone, TimeProvider time)
{
    public TimeZoneInfo Zone => zone;

    /// <summary>The day it is at the organisation now.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>The organisation's wall clock, Kind unspecified.</summary>
    public DateTime Now => TimeZoneInfo.ConvertTimeFromUtc(time.GetUtcNow().UtcDateTime, zone);

    /// <summary>A UTC instant as wall-clock time, Kind unspecified.</summary>
    public DateTime Local(DateTime at) => TimeZoneInfo.ConvertTimeFromUtc(Utc(at), zone);

    /// <summary><c>Tue 24 Nov, 09:30</c>; with the year when it is another one. An hour that the clock shows twice names its offset.</summary>
    public string Format(DateTime at)
    {
        var local = Local(at);
        return $"{Day(DateOnly.FromDateTime(local))}, {TimeOfDay(at)}";
    }

    /// <summary><c>09:30</c>; <c>01:30 (UTC+1)</c> in the hour that a change to winter time repeats.</summary>
    public string TimeOfDay(DateTime at)
    {
        var local = Local(at);
        var text = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        if (!zone.IsAmbiguousTime(local))
        {
            return text;
        }

        var offset = zone.GetUtcOffset(Utc(at));
        var sign = offset < TimeSpan.Zero ? "-" : "+";
        var minutes = offset.Minutes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{Math.Abs(offset.Minutes):00}");
        return string.Create(CultureInfo.InvariantCulture, $"{text} (UTC{sign}{Math.Abs(offset.Hours)}{minutes})");
    }

    /// <summary>Whether the organisation's clock shows this day now.</summary>
    public bool IsToday(DateTime at) => DateOnly.FromDateTime(Local(at)) == Today;

    /// <summary><c>09:30</c> today, <c>Tue 24 Nov, 09:30</c> on any other day.</summary>
    public string Moment(DateTime at) => IsToday(at) ? TimeOfDay(at) : Format(at);

    /// <summary><c>12 min late</c>; null until <paramref name="dueAt"/> is over.</summary>
    public string? Late(DateTime dueAt)
    {
        var late = time.GetUtcNow().UtcDateTime - Utc(dueAt);
        return late > TimeSpan.Zero ? $"{Size(late)} late" : null;
    }

    /// <summary><c>Tue 24 Nov</c>, or <c>Tue 24 Nov 2025</c> in another year.</summary>
    public string Day(DateOnly day) => day.ToString(day.Year == Today.Year ? "ddd d MMM" : "ddd d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>03 Aug 1968</c>: birth dates and other dates that identify.</summary>
    public static string Date(DateOnly day) => day.ToString("dd MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>12 min ago</c>, <c>in 2 h</c>, <c>3 days ago</c>.</summary>
    public string Relative(DateTime at)
    {
        var span = time.GetUtcNow().UtcDateTime - Utc(at);
        return span.Duration() is { TotalSeconds: < 45 } ? "now" : span > TimeSpan.Zero ? $"{Size(span)} ago" : $"in {Size(span.Duration())}";
    }

    /// <summary>Age in completed years; months below two years, days below one month.</summary>
    public string Age(DateOnly birthDate)
    {
        var today = Today;
        var months = ((today.Year - birthDate.Year) * 12) + today.Month - birthDate.Month - (today.Day < birthDate.Day ? 1 : 0);
        return months switch
        {
            < 0 => "",
            0 => $"{today.DayNumber - birthDate.DayNumber} d",
            < 24 => $"{months} mo",
            _ => $"{months / 12} y",
        };
    }

    private static string Size(TimeSpan size) => size switch
    {
        { TotalMinutes: < 60 } => $"{Math.Max(1, (int)Math.Round(size.TotalMinutes))} min",
        { TotalHours: < 48 } => $"{(int)Math.Round(size.TotalHours)} h",
        _ => $"{(int)Math.Round(size.TotalDays)} days",
    };

    private static DateTime Utc(DateTime at) => at.Kind switch
    {
        DateTimeKind.Utc => at,
        DateTimeKind.Local => throw new ArgumentException("Instants are UTC; this one is the server's local time.", nameof(at)),
        _ => DateTime.SpecifyKind(at, DateTimeKind.Utc),
    };
}
