namespace MediSecure.Data.Features.Carers;

/// <summary>Where a grant stands.</summary>
public enum CareProxyStatus
{
    /// <summary>The code has not been used yet.</summary>
    Invited,
    /// <summary>Accepted; the first day is still to come.</summary>
    Coming,
    Live,
    Ended,
    Revoked,
}

/// <summary>A grant as people read it.</summary>
/// <param name="GrantedBy">Name of who granted it.</param>
/// <param name="ByPatient">The patient granted it.</param>
public sealed record CareProxyRow(Guid Id, string CarerName, CarerRelationship Relationship, DateTime StartsAt, DateTime EndsAt, CareProxyStatus Status, string GrantedBy, bool ByPatient, string? GrantReason, DateTime? RevokedAt, string? RevokeReason);
