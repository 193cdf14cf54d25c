using MediSecure.Data.Common;

namespace MediSecure.Data.Features.ActivityLog;

/// <summary>FHIR: AuditEvent.action.</summary>
public enum AuditAction
{
    Create,
    Read,
    Update,
    Delete,
    Execute,
}

/// <summary>FHIR: AuditEvent.outcome.</summary>
public enum AuditOutcome
{
    Success,
    Refused,
    Failed,
}

/// <summary>FHIR: PurposeOfUse.</summary>
public enum AuditPurpose
{
    Treatment,
    Payment,
    Operations,
    BreakGlass,
}

/// <summary>Who did, saw or was refused what, whose, when and why. Append-only: no code path and no database privilege changes a row. One event per operation and
/// patient. Carries ids, field names and the values of statuses, foreign ids and times; never names or clinical text. FHIR: AuditEvent.</summary>
public sealed class AuditEvent : IOrganizationOwned
{
    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required DateTime RecordedAt { get; init; }

    /// <summary>The operation: name of the permission, or <c>SignedIn</c>, <c>SignInFailed</c>, <c>DemoReset</c> …</summary>
    public required string EventCode { get; init; }

    public required AuditAction Action { get; init; }

    public required AuditOutcome Outcome { get; init; }

    /// <summary>Sign-in; null for jobs and for a sign-in with an unknown name.</summary>
    public Guid? ActorUserId { get; init; }

    /// <summary>Roles held at the time, comma-separated; the job's name for jobs.</summary>
    public required string ActorRoles { get; init; }

    /// <summary>The patient for whom somebody else acted.</summary>
    public Guid? OnBehalfOf { get; init; }

    public string? SessionHash { get; init; }

    public string? Address { get; init; }

    public string? TraceId { get; init; }

    public required AuditPurpose Purpose { get; init; }

    public Guid? PatientId { get; init; }

    /// <summary>The main thing concerned, e.g. <c>BedStay</c>.</summary>
    public string? EntityType { get; init; }

    public Guid? EntityId { get; init; }

    public Guid? EntityVersion { get; init; }

    /// <summary>JSON array of <c>{type,id,action,fields,old,new}</c>; see <c>AuditInterceptor</c>. Text, not jsonb: the bytes are sealed later.</summary>
    public string? Changes { get; init; }

    public string? Reason { get; init; }

    public required string Node { get; init; }

    public required string AppVersion { get; init; }

    /// <summary>HMAC-SHA256 under the organisation's key, 32 bytes; see <see cref="AuditChain"/>. Set when the event is saved.</summary>
    public byte[] Mac { get; private set; } = [];

    internal void Authenticate(AuditChain chain) => Mac = chain.Mac(this);
}
