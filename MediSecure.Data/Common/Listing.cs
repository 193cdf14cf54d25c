using System.Globalization;

namespace MediSecure.Data.Common;

/// <summary>Says in a message how many things stand in the way, and which: the first three by name.</summary>
public static class Listing
{
    /// <summary><c>2 open rooms (301, 302)</c>; null when there are none.</summary>
    public static string? Of(IReadOnlyCollection<string> names, string one, string many)
    {
        if (names.Count == 0)
        {
            return null;
        }

        return $"{names.Count.ToString("N0", CultureInfo.InvariantCulture)} {(names.Count == 1 ? one : many)} ({Names(names)})";
    }

    /// <summary><c>Dr Ada Obi, Dr Musa Bello</c>; null when there are none.</summary>
    public static string? Names(IReadOnlyCollection<string> names) => names.Count == 0 ? null
        : string.Join(", ", names.Take(3)) + (names.Count > 3 ? $" and {(names.Count - 3).ToString("N0", CultureInfo.InvariantCulture)} more" : "");

    /// <summary><c>1 visit</c>, <c>3 visits</c>; null for none.</summary>
    public static string? Count(int count, string one, string many) => count == 0 ? null : $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";

    /// <summary>The parts that are there, joined as in a sentence; null when there is none.</summary>
    public static string? Join(params ReadOnlySpan<string?> parts)
    {
        var there = new List<string>();
        foreach (var part in parts)
        {
            if (part is not null)
            {
                there.Add(part);
            }
        }

        return there.Count switch
        {
            0 => null,
            1 => there[0],
            _ => $"{string.Join(", ", there.SkipLast(1))} and {there[^1]}",
        };
    }
}
