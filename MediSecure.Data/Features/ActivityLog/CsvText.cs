namespace MediSecure.Data.Features.ActivityLog;

/// <summary>Keeps a spreadsheet from running what somebody typed as a name.</summary>
public static class CsvText
{
    /// <summary>Text that a spreadsheet would take for a formula begins with an apostrophe instead.</summary>
    public static string Safe(string? text) => text is { Length: > 0 } && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + text : text ?? "";
}
