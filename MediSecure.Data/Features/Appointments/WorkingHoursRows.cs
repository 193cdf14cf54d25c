namespace MediSecure.Data.Features.Appointments;

public sealed record HoursRow(Guid Id, Guid Version, DayOfWeek Day, int FromMinute, int ToMinute, int SlotMinutes, Guid? RoomId, string? Room);

public sealed record AbsenceRow(Guid Id, Guid Version, DateTime StartsAt, DateTime EndsAt, string Reason);

public sealed record RoomOption(Guid Id, string Number, string Department);

/// <summary>A clinician's week and leave.</summary>
/// <param name="ClinicianId">The staff member.</param>
/// <param name="Name">As shown.</param>
/// <param name="Specialty">As shown.</param>
/// <param name="Hours">From Monday.</param>
/// <param name="Absences">Leave that is not over, and of the last thirty days, by start.</param>
/// <param name="Rooms">Consulting rooms that can be chosen.</param>
public sealed record WorkingWeek(Guid ClinicianId, string Name, string? Specialty, IReadOnlyList<HoursRow> Hours, IReadOnlyList<AbsenceRow> Absences, IReadOnlyList<RoomOption> Rooms);

/// <summary>A consulting room's opening hours; without any it is always open.</summary>
public sealed record RoomWeek(RoomOption Room, IReadOnlyList<HoursRow> Hours);

/// <summary>What a change of hours or leave leaves behind.</summary>
/// <param name="Id">The saved row.</param>
/// <param name="VisitsToMove">Coming visits that no longer lie in working time: they stay booked until somebody moves them.</param>
public sealed record HoursSaved(Guid Id, int VisitsToMove);
