using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Rooms;

public enum RoomKind
{
    PatientRoom,
    ConsultingRoom,
    Theatre,
    Utility,
}

/// <summary>A room of a ward, or directly of a department. FHIR: Location (physicalType ro).</summary>
public sealed class Room : IOrganizationOwned, IVersioned
{
    private Room()
    {
    }

    public Room(Guid id, Guid organizationId, string number, RoomKind kind, Guid departmentId, Guid? wardId, string? label)
    {
        Id = id;
        OrganizationId = organizationId;
        Number = number;
        Kind = kind;
        DepartmentId = departmentId;
        WardId = wardId;
        Label = label;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>What the door says, e.g. <c>301</c>.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Short remark for people, e.g. <c>Side rooms</c>.</summary>
    public string? Label { get; private set; }

    public RoomKind Kind { get; private set; }

    public Guid DepartmentId { get; private set; }

    public Guid? WardId { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public string? ClosedReason { get; private set; }

    public Guid Version { get; private set; }
}
