using System.Globalization;
using CsvHelper.Configuration;

namespace MediSecure.Data.Features.ActivityLog;

/// <summary>Keeps a spreadsheet from running what somebody typed as a name.</summary>
public static class CsvText
{
    /// <summary>RFC 4180: lines end in CR LF, and a field with either of the two stands in quotes. CsvHelper alone quotes the pair only once it is told the line's end.</summary>
    public static CsvConfiguration Strict => new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n", ShouldQuote = args => ConfigurationFunctions.ShouldQuote(args) || args.Field.AsSpan().IndexOfAny('\r', '\n') >= 0,
    };

    /// <summary>Text that a spreadsheet would take for a formula begins with an apostrophe instead.</summary>
    public static string Safe(string? text) => text is { Length: > 0 } && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\0' ? "'" + text : text ?? "";
}
