using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Beds;

/// <summary>Location.operationalStatus, HL7 table 0116: U free, O occupied, H housekeeping, K contaminated, I isolated, C closed.
/// Reserved and "discharge ordered" are no bed states: they follow from the stay and the encounter, see <c>BedBoardState</c>.</summary>
public enum BedStatus
{
    Free,
    Occupied,
    Isolated,
    Housekeeping,
    Contaminated,
    Closed,
}

/// <summary>A bed in a room. FHIR: Location (physicalType bd).</summary>
public sealed class Bed : IOrganizationOwned, IVersioned
{
    private Bed()
    {
    }

    public Bed(Guid id, Guid organizationId, Guid roomId, string label, DateTime at)
    {
        Id = id;
        OrganizationId = organizationId;
        RoomId = roomId;
        Label = label;
        StatusChangedAt = at;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid RoomId { get; private set; }

    /// <summary>What is written on the bed, room included: <c>301-A</c>. Unique in the organisation.</summary>
    public string Label { get; private set; } = "";

    public BedStatus Status { get; private set; }

    public DateTime StatusChangedAt { get; private set; }

    public string? ClosedReason { get; private set; }

    public DateOnly? ClosedUntil { get; private set; }

    public Guid Version { get; private set; }
}
