using System.Globalization;
using MediSecure.Data.Features.ActivityLog;

namespace MediSecure.Web.Features.ActivityLog;

/// <summary>The log's filter as an address holds it: ids, codes and days, never a name. What cannot be read is as if it were not there.</summary>
public static class ActivityLogAddress
{
    public const string Path = "/activity-log";

    public static ActivityFilter Read(string? person, string? patient, string? operation, string? outcome, string? from, string? until) => new(
        Guid.TryParse(person, out var actor) ? actor : null,
        Guid.TryParse(patient, out var who) ? who : null,
        operation is not null && ActivityWords.All.ContainsKey(operation) ? operation : null,
        Enum.TryParse<AuditOutcome>(outcome, out var result) && Enum.IsDefined(result) ? result : null,
        Day(from), Day(until));

    public static IReadOnlyDictionary<string, object?> Write(ActivityFilter filter) => new Dictionary<string, object?>
    {
        ["person"] = filter.ActorUserId?.ToString(),
        ["patient"] = filter.PatientId?.ToString(),
        ["operation"] = filter.EventCode,
        ["outcome"] = filter.Outcome?.ToString(),
        ["from"] = Text(filter.From),
        ["until"] = Text(filter.Until),
    };

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
