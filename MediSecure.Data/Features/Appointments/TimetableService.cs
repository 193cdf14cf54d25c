using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Rooms;
using MediSecure.Data.Features.Staff;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Appointments;

/// <summary>Reads what decides when a clinician is free; shared by the operations that offer, book and move.</summary>
internal static class TimetableService
{
    public sealed record Place(TimeZoneInfo Zone, int PatientCancelHours);

    public sealed record Clinician(Guid Id, Guid UserId, string Name, string? Specialty);

    public static async Task<Place> HereAsync(MediSecureDbContext db, CancellationToken ct)
    {
        var id = db.OrganizationId;
        var row = await db.Organizations.AsNoTracking().Where(o => o.Id == id).Select(o => new { o.TimeZone, o.PatientCancelHours }).SingleAsync(ct);
        return new Place(TimeZoneInfo.FindSystemTimeZoneById(row.TimeZone), row.PatientCancelHours);
    }

    /// <summary>Who can be booked: works here, takes bookings, and holds a role that starts and completes visits. Nobody else's visit would ever come further than the check-in.</summary>
    public static IQueryable<StaffMember> Bookable(MediSecureDbContext db)
    {
        var here = db.OrganizationId; // memberships show one's own elsewhere too
        var conducting = DutyService.ConductingRoles;
        return db.StaffMembers.AsNoTracking().Where(s => s.IsBookable && s.LeftAt == null
            && db.OrganizationMemberships.Any(m => m.OrganizationId == here && m.UserId == s.UserId && m.EndedAt == null && conducting.Contains(m.Role)));
    }

    /// <summary>Null when the person cannot be booked here now.</summary>
    public static Task<Clinician?> ClinicianAsync(MediSecureDbContext db, Guid id, CancellationToken ct) =>
        Bookable(db).Where(s => s.Id == id).Select(s => new Clinician(s.Id, s.UserId, s.Name, s.Specialty)).SingleOrDefaultAsync(ct);

    /// <summary>The clinician's time as it concerns <paramref name="within"/>. Hours in a room that is closed, or is no consulting room any more, are not offered.</summary>
    public static async Task<Timetable> LoadAsync(MediSecureDbContext db, TimeZoneInfo zone, Clinician clinician, TimeSlot within, DateTime now, CancellationToken ct)
    {
        var rooms = db.Rooms.ForVisits();
        var hours = await db.WorkingHours.AsNoTracking().Where(w => w.ClinicianId == clinician.Id && (w.RoomId == null || rooms.Any(r => r.Id == w.RoomId)))
            .Select(w => new HoursPeriod(w.RoomId, w.Day, w.FromMinute, w.ToMinute, w.SlotMinutes)).ToListAsync(ct);
        var roomIds = hours.Where(h => h.RoomId is not null).Select(h => h.RoomId!.Value).Distinct().ToList();
        var roomHours = await db.WorkingHours.AsNoTracking().Where(w => w.ClinicianId == null && w.RoomId != null && roomIds.Contains(w.RoomId.Value))
            .Select(w => new HoursPeriod(w.RoomId, w.Day, w.FromMinute, w.ToMinute, w.SlotMinutes)).ToListAsync(ct);
        var away = await db.Absences.AsNoTracking().Where(a => a.ClinicianId == clinician.Id && a.StartsAt < within.EndsAt && a.EndsAt > within.StartsAt)
            .Select(a => new TimeSlot(a.StartsAt, a.EndsAt)).ToListAsync(ct);
        var expired = await BusyTimesService.ExpiredHoldsAsync(db, within, now, ct);
        var earliest = within.StartsAt.AddMinutes(-TimeSlot.MaxMinutes);
        var busy = await db.ClinicianBusy.AsNoTracking()
            .Where(b => b.UserId == clinician.UserId && b.StartsAt > earliest && b.StartsAt < within.EndsAt && !expired.Contains(b.AppointmentId))
            .Select(b => new TimeSlot(b.StartsAt, b.EndsAt)).ToListAsync(ct);
        return new Timetable(zone, hours, roomHours.ToLookup(h => h.RoomId!.Value), away, busy, await BusyTimesService.RoomsAsync(db, roomIds, within, now, ct));
    }

    /// <summary>The visits of one patient that take time.</summary>
    public static async Task<IReadOnlyList<TimeSlot>> PatientBusyAsync(MediSecureDbContext db, Guid patientId, TimeSlot within, DateTime now, CancellationToken ct)
    {
        var earliest = within.StartsAt.AddMinutes(-TimeSlot.MaxMinutes);
        return await db.Appointments.AsNoTracking().Where(a => a.PatientId == patientId && a.StartsAt > earliest && a.StartsAt < within.EndsAt)
            .Where(a => a.Status == AppointmentStatus.Booked || a.Status == AppointmentStatus.Arrived || a.Status == AppointmentStatus.CheckedIn || a.Status == AppointmentStatus.Fulfilled
                || (a.Status == AppointmentStatus.Held && a.HeldUntil > now))
            .Select(a => new TimeSlot(a.StartsAt, a.EndsAt)).ToListAsync(ct);
    }
}
