using MediSecure.Data.Access;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.ActivityLog;

/// <summary>An operation to filter by.</summary>
public readonly record struct OperationChoice(string Code)
{
    public string Words => ActivityWords.Of(Code).Name is var name ? char.ToUpperInvariant(name[0]) + name[1..] : Code;
}

/// <summary>How outcomes and roles look.</summary>
public static class ActivityLooks
{
    public static IReadOnlyList<AuditOutcome?> Outcomes { get; } = [AuditOutcome.Success, AuditOutcome.Refused, AuditOutcome.Failed];

    /// <summary>Codes by their words.</summary>
    public static IReadOnlyList<OperationChoice?> Operations { get; } = [.. ActivityWords.All.OrderBy(word => word.Value.Name, StringComparer.Ordinal).Select(word => (OperationChoice?)new OperationChoice(word.Key))];

    public static string Word(this AuditOutcome outcome) => outcome switch
    {
        AuditOutcome.Refused => "Refused",
        AuditOutcome.Failed => "Failed",
        _ => "Done",
    };

    public static ChipLook Look(this AuditOutcome outcome) => outcome switch
    {
        AuditOutcome.Refused => new ChipLook(Tone.Warning, Icons.Material.Outlined.Block, "Refused"),
        AuditOutcome.Failed => new ChipLook(Tone.Critical, Icons.Material.Outlined.ErrorOutline, "Failed"),
        _ => new ChipLook(Tone.Neutral, Icons.Material.Outlined.Check, "Done"),
    };

    /// <summary>Roles as people say them; what is no role (a job's name) as it stands.</summary>
    public static string Roles(string stored) => string.Join(", ", stored.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(r => Enum.TryParse<Role>(r, out var role) ? role.Words() : r));
}
