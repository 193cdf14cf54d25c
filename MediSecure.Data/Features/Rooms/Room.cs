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

    /// <summary>Only a patient room stands on a ward, and it must.</summary>
    public Result Edit(string number, RoomKind kind, Guid departmentId, Guid? wardId, string? label)
    {
        if (Place(kind, wardId) is { Failed: true } misplaced)
        {
            return misplaced;
        }

        Number = number;
        Kind = kind;
        DepartmentId = departmentId;
        WardId = wardId;
        Label = label;
        return Result.Ok;
    }

    public Result Close(string reason, DateTime at)
    {
        if (ClosedAt is not null)
        {
            return RoomErrors.AlreadyClosed;
        }

        ClosedAt = at;
        ClosedReason = reason;
        return Result.Ok;
    }

    public Result Reopen()
    {
        if (ClosedAt is null)
        {
            return RoomErrors.NotClosed;
        }

        ClosedAt = null;
        ClosedReason = null;
        return Result.Ok;
    }

    /// <summary>Whether a room of this kind may stand there.</summary>
    public static Result Place(RoomKind kind, Guid? wardId) => (kind, wardId) switch
    {
        (RoomKind.PatientRoom, null) => RoomErrors.WardMissing,
        (not RoomKind.PatientRoom, not null) => RoomErrors.WardNotWanted,
        _ => Result.Ok,
    };
}
