using System.Globalization;

namespace MediSecure.Web.Ui;

/// <summary>Ids for labels and descriptions, unique within the process and therefore within a page.</summary>
public static class ElementId
{
    private static long _last;

    public static string Next(string prefix) => $"{prefix}-{Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture)}";
}
