using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Appointments;

/// <summary>The two places where taken time is looked at past one patient's compartment: a room is taken whoever lies in it. Nothing of a patient leaves or enters here, only times.</summary>
internal static class BusyTimesService
{
    /// <summary>Taken time of rooms of the organisation; expired holds do not count.</summary>
    public static async Task<ILookup<Guid, TimeSlot>> RoomsAsync(MediSecureDbContext db, IReadOnlyCollection<Guid> rooms, TimeSlot within, DateTime now, CancellationToken ct)
    {
        var earliest = within.StartsAt.AddMinutes(-TimeSlot.MaxMinutes);
        var rows = await db.Appointments.AsNoTracking().IgnoreQueryFilters([ScopeFilters.PatientCompartment])
            .Where(a => a.StartsAt > earliest && a.StartsAt < within.EndsAt && a.RoomId != null && rooms.Contains(a.RoomId.Value) && !a.Overbooked)
            .Where(a => a.Status == AppointmentStatus.Booked || a.Status == AppointmentStatus.Arrived || a.Status == AppointmentStatus.CheckedIn || a.Status == AppointmentStatus.Fulfilled
                || (a.Status == AppointmentStatus.Held && a.HeldUntil > now))
            .Select(a => new { a.RoomId, a.StartsAt, a.EndsAt }).ToListAsync(ct);
        return rows.ToLookup(r => r.RoomId!.Value, r => new TimeSlot(r.StartsAt, r.EndsAt));
    }

    /// <summary>Ids of this organisation's holds that have run out and still stand in ClinicianBusy.</summary>
    public static Task<List<Guid>> ExpiredHoldsAsync(MediSecureDbContext db, TimeSlot within, DateTime now, CancellationToken ct)
    {
        var earliest = within.StartsAt.AddMinutes(-TimeSlot.MaxMinutes);
        return db.Appointments.AsNoTracking().IgnoreQueryFilters([ScopeFilters.PatientCompartment])
            .Where(a => a.StartsAt > earliest && a.StartsAt < within.EndsAt && a.Status == AppointmentStatus.Held && a.HeldUntil <= now).Select(a => a.Id).ToListAsync(ct);
    }

    /// <summary>Deletes this organisation's expired holds over <paramref name="slot"/>. A hold that ran out is nobody's record, so it leaves no event.</summary>
    public static Task DropExpiredHoldsAsync(MediSecureDbContext db, TimeSlot slot, DateTime now, CancellationToken ct)
    {
        var earliest = slot.StartsAt.AddMinutes(-TimeSlot.MaxMinutes);
        return db.Appointments.IgnoreQueryFilters([ScopeFilters.PatientCompartment])
            .Where(a => a.StartsAt > earliest && a.StartsAt < slot.EndsAt && a.EndsAt > slot.StartsAt && a.Status == AppointmentStatus.Held && a.HeldUntil <= now).ExecuteDeleteAsync(ct);
    }
}
