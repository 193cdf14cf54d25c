using System.Globalization;

namespace MediSecure.Web.Ui;

/// <summary>Dates as people type them: <c>3 8 1968</c>, <c>03/08/1968</c>, <c>3 Aug 1968</c>, <c>1968-08-03</c>, <c>03081968</c>. Day first, unless the year leads.</summary>
public static class TypedDate
{
    private static readonly string[] Formats =
    [
        "yyyy-M-d", "d-M-yyyy", "ddMMyyyy", "d-MMM-yyyy", "d-MMMM-yyyy", "ddd-d-MMM-yyyy",
    ];

    public static bool TryParse(string? text, out DateOnly date)
    {
        date = default;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        var plain = string.Join('-', text.Split([' ', '.', '/', ',', '-', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));
        return DateOnly.TryParseExact(plain, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    /// <summary>As it stands in a field: <c>03 08 1968</c>.</summary>
    public static string Format(DateOnly date) => date.ToString("dd MM yyyy", CultureInfo.InvariantCulture);
}
