using MediSecure.Data.Common;

namespace MediSecure.Data.Features.ActivityLog;

/// <summary>One link of an organisation's chain: fixes that this event stands at this place after all before it. Append-only.</summary>
public sealed class AuditSeal : IOrganizationOwned
{
    public required Guid OrganizationId { get; init; }

    /// <summary>1, 2, 3 … without a gap.</summary>
    public required long Number { get; init; }

    public required Guid EventId { get; init; }

    /// <summary>Hash of the link before; of the organisation's id for the first.</summary>
    public required byte[] Previous { get; init; }

    /// <summary>SHA-256, 32 bytes; see <see cref="AuditChain"/>.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SealedAt { get; init; }
}

/// <summary>A signed copy of a link, also written to a place outside the database: who rewrites or cuts the chain there cannot rewrite it here. Append-only.</summary>
public sealed class AuditCheckpoint : IOrganizationOwned
{
    public required Guid OrganizationId { get; init; }

    public required long Number { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>ECDSA P-256 over organisation, number and hash, 64 bytes.</summary>
    public required byte[] Signature { get; init; }
}
