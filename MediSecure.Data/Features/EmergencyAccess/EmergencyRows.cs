using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Patients;

namespace MediSecure.Data.Features.EmergencyAccess;

/// <summary>Where an emergency access stands.</summary>
public enum EmergencyState
{
    /// <summary>The chart is open to the person now; it can be reviewed already.</summary>
    Running,
    /// <summary>Over, and nobody has reviewed it yet.</summary>
    Waiting,
    /// <summary>Nobody has reviewed it in time.</summary>
    Overdue,
    Reviewed,
}

/// <summary>The caller's own emergency access to one chart.</summary>
/// <param name="ExpiresAt">UTC; null when none runs.</param>
/// <param name="Reason">What was given for it.</param>
/// <param name="Minutes">How long one lasts here.</param>
/// <param name="AsksPassword">Whether opening one asks for the password.</param>
public sealed record OwnEmergencyAccess(DateTime? ExpiresAt, EmergencyReason? Reason, int Minutes, bool AsksPassword);

/// <summary>One emergency access, for who reviews it.</summary>
public sealed record EmergencyGrantRow
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required string Person { get; init; }

    public required Guid PatientId { get; init; }

    public required string Patient { get; init; }

    public required string RecordNumber { get; init; }

    public required DateOnly BirthDate { get; init; }

    public required Sex Sex { get; init; }

    public required EmergencyReason Reason { get; init; }

    public required DateTime GrantedAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? EndedAt { get; init; }

    public DateTime? ReviewedAt { get; init; }

    public string? ReviewedBy { get; init; }

    public EmergencyOutcome? Outcome { get; init; }

    /// <summary>When a review becomes overdue.</summary>
    public DateTime DueAt => GrantedAt + EmergencyGrant.ReviewWithin;

    public EmergencyState StateAt(DateTime now) => ReviewedAt is not null ? EmergencyState.Reviewed : DueAt <= now ? EmergencyState.Overdue
        : EndedAt is null && ExpiresAt > now ? EmergencyState.Running : EmergencyState.Waiting;
}

/// <summary>One emergency access with everything that a review needs.</summary>
/// <param name="Row">As in the list.</param>
/// <param name="Roles">What the person is here now.</param>
/// <param name="Explanation">In the person's words.</param>
/// <param name="ConfirmedBy">How the person showed that it was them.</param>
/// <param name="ReviewNote">What the reviewer wrote.</param>
/// <param name="Events">What was done under it, oldest first, at most a hundred.</param>
/// <param name="IsOwn">The looker's own: somebody else reviews it.</param>
/// <param name="Version">For <see cref="ReviewEmergencyAccessForm"/>.</param>
public sealed record EmergencyGrantDetail(EmergencyGrantRow Row, IReadOnlyList<Role> Roles, string? Explanation, StepUpKind ConfirmedBy, string? ReviewNote, IReadOnlyList<EmergencyEventRow> Events, bool IsOwn,
    Guid Version);

/// <summary>One thing done under an emergency access.</summary>
public sealed record EmergencyEventRow(Guid Id, DateTime RecordedAt, string What, AuditOutcome Outcome);

/// <summary>What waits for the privacy officers.</summary>
/// <param name="Waiting">Not reviewed, those that run and those overdue included.</param>
/// <param name="Overdue">Longer than <see cref="EmergencyGrant.ReviewWithin"/>.</param>
public sealed record EmergencyFigures(int Waiting, int Overdue);
