using MediSecure.Data.Features.Beds;

namespace MediSecure.Data.Features.Rooms;

/// <summary>A room with its beds, for those who keep the places.</summary>
public sealed record RoomRow(Guid Id, string Number, string? Label, RoomKind Kind, Guid DepartmentId, string Department, Guid? WardId, string? Ward, DateTime? ClosedAt, string? ClosedReason,
    Guid Version, IReadOnlyList<RoomBedRow> Beds);

/// <summary>A department with its wards, for choosing where a room stands.</summary>
public sealed record RoomPlaceOption(Guid DepartmentId, string Department, IReadOnlyList<RoomWardOption> Wards);

public sealed record RoomWardOption(Guid Id, string Name);
