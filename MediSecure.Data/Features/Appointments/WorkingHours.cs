using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Appointments;

/// <summary>A weekly period in which a clinician, or a consulting room, can be booked; minutes of the local day in the organisation's zone. FHIR: Schedule.</summary>
public sealed class WorkingHours : IOrganizationOwned, IVersioned
{
    private WorkingHours()
    {
    }

    /// <param name="id">Client-made id.</param>
    /// <param name="organizationId">The organisation.</param>
    /// <param name="clinicianId">The StaffMember, or null for a room's opening hours.</param>
    /// <param name="roomId">The room the clinician sits in, or the room that is open.</param>
    /// <param name="day">Local day of the week.</param>
    /// <param name="fromMinute">First minute of the local day, 0–1439.</param>
    /// <param name="toMinute">Minute after the last, 1–1440.</param>
    /// <param name="slotMinutes">Length of a slot, 5–240.</param>
    public WorkingHours(Guid id, Guid organizationId, Guid? clinicianId, Guid? roomId, DayOfWeek day, int fromMinute, int toMinute, int slotMinutes)
    {
        Id = id;
        OrganizationId = organizationId;
        ClinicianId = clinicianId;
        RoomId = roomId;
        Day = day;
        FromMinute = fromMinute;
        ToMinute = toMinute;
        SlotMinutes = slotMinutes;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid? ClinicianId { get; private set; }

    public Guid? RoomId { get; private set; }

    public DayOfWeek Day { get; private set; }

    public int FromMinute { get; private set; }

    public int ToMinute { get; private set; }

    public int SlotMinutes { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Changes when, where and in what steps.</summary>
    public void Change(Guid? roomId, DayOfWeek day, int fromMinute, int toMinute, int slotMinutes)
    {
        RoomId = roomId;
        Day = day;
        FromMinute = fromMinute;
        ToMinute = toMinute;
        SlotMinutes = slotMinutes;
    }

    /// <summary>Whether both claim the same weekly minutes.</summary>
    public bool Overlaps(DayOfWeek day, int fromMinute, int toMinute) => Day == day && FromMinute < toMinute && ToMinute > fromMinute;
}
