using MediSecure.Data.Features.ActivityLog;

namespace MediSecure.Data.Access;

/// <summary>What one open context may see and change. Made by the doors; a context without one sees no rows.</summary>
public sealed record AccessScope
{
    /// <summary>Nothing at all.</summary>
    public static readonly AccessScope None = new();

    public Guid? UserId { get; init; }

    /// <summary>The one organisation of this scope; null for a tree (see <see cref="TreeIds"/>). The empty id matches no row.</summary>
    public Guid? OrganizationId { get; init; } = Guid.Empty;

    /// <summary>The organisations of a tree read; empty otherwise.</summary>
    public IReadOnlyList<Guid> TreeIds { get; init; } = [];

    /// <summary>When set, only this patient's rows exist: a patient's own compartment, or the one chart a clinician has open.</summary>
    public Guid? PatientId { get; init; }

    /// <summary>When set, the scope is the other side of one referral: its rows at <see cref="OrganizationId"/> and the audit events that tell of it, nothing else (decision 0047).</summary>
    public Guid? ReferralId { get; init; }

    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>The patient for whom somebody else acts, by a grant; the audit keeps it.</summary>
    public Guid? OnBehalfOf { get; init; }

    /// <summary>The operation, as the audit names it.</summary>
    public string Operation { get; init; } = "";

    /// <summary>Name of the hosted service or verb that acts; null for people.</summary>
    public string? Job { get; init; }

    public bool CanWrite { get; init; }

    /// <summary>Uses connections kept back for what must not wait behind people (PostgreSQL): sealing.</summary>
    public bool Reserved { get; init; }

    public AuditPurpose Purpose { get; init; } = AuditPurpose.Treatment;

    /// <summary>Why this chart is open, where it had to be said: goes into each event of this scope that has no reason of its own.</summary>
    public string? Reason { get; init; }

    /// <summary>The acting person's staff row here.</summary>
    public Guid? StaffMemberId { get; init; }

    /// <summary>The acting person's own patient row here, where a role as patient grants the operation.</summary>
    public Guid? OwnPatientId { get; init; }

    /// <summary>Set when only clinical roles grant the operation: a chart then opens by <see cref="CareRelationship"/> or by emergency access, on these terms.</summary>
    public CareTerms? Care { get; init; }

    /// <summary>The organisation's own terms, for lists that ask for a relationship by what they tell and not by who may open them (<see cref="ListedCharts"/>).</summary>
    public CareTerms Terms { get; init; } = CareTerms.Usual;

    public Caller? Caller { get; init; }
}
