using System.Text.Json;
using System.Text.RegularExpressions;

namespace MediSecure.Data.Features.ActivityLog;

/// <summary>One row that an event changed, as <c>AuditEvent.Changes</c> keeps it.</summary>
public sealed record ChangedRow(string Type, Guid? Id, string Action, IReadOnlyList<ChangedField> Fields)
{
    /// <summary>Empty for no changes and for text that is none of ours.</summary>
    public static IReadOnlyList<ChangedRow> Read(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize<List<ChangedRow>>(json, Options)?.Where(row => row.Type is not null).Select(row => row with { Fields = row.Fields ?? [], Action = row.Action ?? "" }).ToList() ?? [];
        }
        catch (JsonException)
        {
            return []; // a row that was cut or written by another version: the event itself still shows
        }
    }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
}

/// <summary>A field; old and new only for statuses, ids and times.</summary>
public sealed record ChangedField(string Name, string? Old, string? New);

/// <summary>Names of the model as people read them.</summary>
public static partial class FieldWords
{
    /// <summary><c>PlannedDischargeOn</c> → <c>Planned discharge on</c>, <c>BedId</c> → <c>Bed</c>, <c>InProgress</c> → <c>In progress</c>.</summary>
    public static string Of(string name)
    {
        var bare = name.Length > 2 && name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] : name;
        var words = Joint().Replace(bare, " $1").Trim();
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..].ToLowerInvariant();
    }

    [GeneratedRegex("(?<=[a-z0-9])([A-Z])")]
    private static partial Regex Joint();
}
