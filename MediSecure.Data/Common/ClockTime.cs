using System.Globalization;

namespace MediSecure.Data.Common;

/// <summary>A time of day as people type it: <c>9</c>, <c>9:30</c>, <c>09.30</c>, <c>0930</c>, <c>24:00</c>.</summary>
public static class ClockTime
{
    public const int MinutesOfDay = 24 * 60;

    /// <summary>Minutes since local midnight, 0–1440; null when it is no time.</summary>
    public static int? Parse(string? text)
    {
        var typed = text?.Trim().Replace('.', ':') ?? "";
        var (hours, minutes) = typed.Split(':') switch
        {
            [{ Length: 3 or 4 } digits] => (digits[..^2], digits[^2..]),
            [{ Length: 1 or 2 } whole] => (whole, "0"),
            [{ Length: 1 or 2 } whole, { Length: 2 } part] => (whole, part),
            _ => ("", ""),
        };
        return int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var h) && int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
            && m < 60 && (h * 60) + m <= MinutesOfDay ? (h * 60) + m : null;
    }

    /// <summary><c>09:30</c>; the end of the day is <c>24:00</c>.</summary>
    public static string Format(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
