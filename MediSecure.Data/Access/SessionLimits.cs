using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace MediSecure.Data.Access;

/// <summary>How long a sign-in lasts: unused at most <paramref name="Idle"/>, in all at most <paramref name="Absolute"/>.</summary>
public sealed record SessionLimits(TimeSpan Idle, TimeSpan Absolute)
{
    public static readonly SessionLimits Usual = new(TimeSpan.FromMinutes(15), TimeSpan.FromHours(12));

    /// <summary>How long before an end the page says so: a minute, or half of a limit that is shorter than two.</summary>
    public TimeSpan Warning => TimeSpan.FromSeconds(Math.Min(60, Math.Min(Idle.TotalSeconds, Absolute.TotalSeconds) / 2));

    /// <summary>How exactly the row knows when the person was last active: half a minute, finer where the limit is short.</summary>
    public TimeSpan Grain => TimeSpan.FromSeconds(Math.Min(30, Idle.TotalSeconds / 8));

    /// <summary>Reads <c>Session:IdleMinutes</c> and <c>Session:AbsoluteHours</c>; fractions are allowed.</summary>
    /// <exception cref="InvalidOperationException">A setting is no number above zero.</exception>
    public static SessionLimits From(IConfiguration configuration) => new(
        TimeSpan.FromMinutes(Read(configuration, "Session:IdleMinutes", Usual.Idle.TotalMinutes, 24 * 60)),
        TimeSpan.FromHours(Read(configuration, "Session:AbsoluteHours", Usual.Absolute.TotalHours, 24 * 30)));

    private static double Read(IConfiguration configuration, string key, double usual, double most) => configuration[key] is not { Length: > 0 } text ? usual
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > 0 && value <= most ? value
        : throw new InvalidOperationException($"{key.Replace(":", "__", StringComparison.Ordinal)} is '{text}'. Write a number above 0, at most {most.ToString(CultureInfo.InvariantCulture)}; fractions such as 0.5 are allowed.");
}
