using System.Globalization;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Rooms;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Appointments;

/// <summary>Booking, moving, calling off.</summary>
public sealed partial class AppointmentService
{
    /// <summary>Books for anyone. The same form twice gives the same booking. A lost time is a <see cref="SlotTakenError"/> with the next free ones.</summary>
    public async Task<Result<BookedVisit>> BookAsync(BookAppointmentForm form, CancellationToken ct)
    {
        var result = await doors.ChangeAsync(Permission.BookAppointment, async (db, inner) => FormRules.Check(form) is { } broken ? broken
            : form.PatientId is { } patientId ? await BookInAsync(db, Wanted.From(form, patientId, form.Minutes), inner)
            : AppointmentErrors.NoSuchPatient, ct);
        return await WithNearestAsync(result, form.ClinicianId, form.StartsAt, form.PatientId, ct);
    }

    /// <summary>A patient books for themselves, in the usual length.</summary>
    public async Task<Result<BookedVisit>> BookOwnAsync(BookAppointmentForm form, CancellationToken ct)
    {
        Guid? own = null;
        var result = await doors.ChangeAsync(Permission.BookOwnAppointment, async (db, inner) =>
        {
            own = db.CompartmentPatientId;
            return FormRules.Check(form) is { } broken ? broken
                : own is { } patientId ? await BookInAsync(db, Wanted.From(form, patientId, null), inner)
                : AppointmentErrors.NoSuchPatient;
        }, ct);
        return await WithNearestAsync(result, form.ClinicianId, form.StartsAt, own, ct);
    }

    /// <summary>Moves a visit for anyone: the new booking and the cancellation of the old one in one transaction, linked.</summary>
    public async Task<Result<BookedVisit>> RescheduleAsync(RescheduleAppointmentForm form, CancellationToken ct)
    {
        Appointment? old = null;
        var result = await doors.ChangeAsync(Permission.BookAppointment, async (db, inner) =>
        {
            old = await db.Appointments.SingleOrDefaultAsync(a => a.Id == form.AppointmentId, inner);
            return await MoveAsync(db, form, old, null, inner);
        }, ct);
        return await WithNearestAsync(result, form.ClinicianId ?? old?.ClinicianId, form.StartsAt, old?.PatientId, ct);
    }

    /// <summary>A patient moves their own visit, until the organisation's cut-off.</summary>
    public async Task<Result<BookedVisit>> RescheduleOwnAsync(RescheduleAppointmentForm form, CancellationToken ct)
    {
        Appointment? old = null;
        var result = await doors.ChangeAsync(Permission.BookOwnAppointment, async (db, inner) =>
        {
            old = await db.Appointments.SingleOrDefaultAsync(a => a.Id == form.AppointmentId, inner);
            return await MoveAsync(db, form, old, (await TimetableService.HereAsync(db, inner)).PatientCancelHours, inner);
        }, ct);
        return await WithNearestAsync(result, form.ClinicianId ?? old?.ClinicianId, form.StartsAt, old?.PatientId, ct);
    }

    public Task<Result> CancelAsync(CancelAppointmentForm form, CancellationToken ct) => doors.ChangeAsync(Permission.BookAppointment, (db, inner) => CancelAsync(db, form, null, inner), ct);

    /// <summary>A patient calls off their own visit, until the organisation's cut-off.</summary>
    public Task<Result> CancelOwnAsync(CancelAppointmentForm form, CancellationToken ct) => doors.ChangeAsync(Permission.BookOwnAppointment, async (db, inner) =>
        await CancelAsync(db, form, (await TimetableService.HereAsync(db, inner)).PatientCancelHours, inner), ct);

    private async Task<Result> CancelAsync(MediSecureDbContext db, CancelAppointmentForm form, int? cutOff, CancellationToken ct)
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        if (await db.Appointments.SingleOrDefaultAsync(a => a.Id == form.AppointmentId, ct) is not { } appointment)
        {
            return Error.NotFound;
        }

        var reason = Text.CleanOrEmpty(form.Reason);
        var cancelled = appointment.Cancel(reason, Now, cutOff);
        if (cancelled.Failed)
        {
            return cancelled;
        }

        if (appointment.Version != form.Version)
        {
            return Error.Stale;
        }

        db.Because(reason);
        return await db.SaveAsync(ct);
    }

    private async Task<Result<BookedVisit>> MoveAsync(MediSecureDbContext db, RescheduleAppointmentForm form, Appointment? old, int? cutOff, CancellationToken ct)
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        if (old is null)
        {
            return Error.NotFound;
        }

        var clinicianId = form.ClinicianId ?? old.ClinicianId;
        var wanted = new Wanted(form.Id, old.PatientId, clinicianId, form.StartsAt!.Value, clinicianId == old.ClinicianId ? old.Slot.Minutes : null, old.Reason, old.Id);
        if (await TimetableService.ClinicianAsync(db, clinicianId, ct) is not { } clinician)
        {
            return AppointmentErrors.NoSuchClinician;
        }

        // All locks before the first write, in the order of the house.
        await db.LockAsync("patient", old.PatientId, ct);
        foreach (var userId in new[] { old.ClinicianUserId, clinician.UserId }.Distinct().Order())
        {
            await db.LockAsync("clinician", userId, ct);
        }

        if (await ReplayAsync(db, wanted, ct) is { } again)
        {
            return again;
        }

        var moved = old.MoveAway("Moved to another time", Now, cutOff);
        if (moved.Failed)
        {
            return moved.Error;
        }

        if (old.Version != form.Version)
        {
            return Error.Stale;
        }

        // Written first, so that the old time is free when the new one is checked: a visit may move by ten minutes.
        var saved = await db.SaveAsync(ct);
        return saved.Failed ? saved.Error : await BookInAsync(db, wanted, ct);
    }

    private async Task<Result<BookedVisit>> BookInAsync(MediSecureDbContext db, Wanted wanted, CancellationToken ct)
    {
        var now = Now;
        if (wanted.Id == Guid.Empty)
        {
            return AppointmentErrors.NoId;
        }

        var usual = TimeSlot.Create(wanted.StartsAt, wanted.Minutes ?? TimeSlot.MinMinutes);
        if (usual.Failed)
        {
            return usual.Error;
        }

        if (await db.Patients.AsNoTracking().Where(p => p.Id == wanted.PatientId).Select(p => new { p.DisplayName, p.DeceasedAt }).SingleOrDefaultAsync(ct) is not { } patient)
        {
            return AppointmentErrors.NoSuchPatient;
        }

        if (await TimetableService.ClinicianAsync(db, wanted.ClinicianId, ct) is not { } clinician)
        {
            return AppointmentErrors.NoSuchClinician;
        }

        var here = await TimetableService.HereAsync(db, ct);
        await db.LockAsync("patient", wanted.PatientId, ct);
        await db.LockAsync("clinician", clinician.UserId, ct);
        if (await ReplayAsync(db, wanted, ct) is { } again)
        {
            return again;
        }

        // Asked again under the lock: the role may have been ended, or the person have left, while this waited.
        if (await TimetableService.ClinicianAsync(db, wanted.ClinicianId, ct) is null)
        {
            return AppointmentErrors.NoSuchClinician;
        }

        if (patient.DeceasedAt is not null)
        {
            return AppointmentErrors.Deceased;
        }

        if (wanted.StartsAt <= now || wanted.StartsAt > now + AppointmentRules.Horizon)
        {
            return wanted.StartsAt <= now ? AppointmentErrors.Past : AppointmentErrors.TooFar;
        }

        var around = new TimeSlot(wanted.StartsAt.AddDays(-1), wanted.StartsAt.AddDays(1));
        var table = await TimetableService.LoadAsync(db, here.Zone, clinician, around, now, ct);
        if (SlotFinder.Place(table, wanted.StartsAt, wanted.Minutes) is not { } place)
        {
            return AppointmentErrors.OutsideHours;
        }

        var slot = new TimeSlot(wanted.StartsAt, wanted.StartsAt.AddMinutes(wanted.Minutes ?? place.SlotMinutes));
        if (table.Away.Any(slot.Overlaps))
        {
            return AppointmentErrors.OnLeave;
        }

        if (place.RoomId is { } roomId)
        {
            await db.LockAsync("room", roomId, ct);
            if (!await db.Rooms.ForVisits().AnyAsync(r => r.Id == roomId, ct))
            {
                return AppointmentErrors.RoomClosed;
            }
        }

        // These explain; the constraints decide.
        if (table.Busy.Any(slot.Overlaps))
        {
            return AppointmentErrors.ClinicianTaken;
        }

        if (place.RoomId is { } room && (await BusyTimesService.RoomsAsync(db, [room], slot, now, ct))[room].Any(slot.Overlaps))
        {
            return AppointmentErrors.RoomTaken;
        }

        if ((await TimetableService.PatientBusyAsync(db, wanted.PatientId, slot, now, ct)).Any(slot.Overlaps))
        {
            return AppointmentErrors.PatientTaken;
        }

        await BusyTimesService.DropExpiredHoldsAsync(db, slot, now, ct);
        var departmentId = place.RoomId is null
            ? await db.StaffDepartments.Where(d => d.StaffMemberId == clinician.Id).OrderBy(d => d.DepartmentId).Select(d => (Guid?)d.DepartmentId).FirstOrDefaultAsync(ct)
            : await db.Rooms.Where(r => r.Id == place.RoomId).Select(r => (Guid?)r.DepartmentId).SingleOrDefaultAsync(ct);
        var appointment = new Appointment(wanted.Id, db.OrganizationId, wanted.PatientId, clinician.Id, clinician.UserId, place.RoomId, departmentId, slot.StartsAt, slot.EndsAt,
            wanted.Reason, AppointmentStatus.Booked, now, db.ActorId);
        if (wanted.ReplacesId is { } previous)
        {
            appointment.Replace(previous);
        }

        db.Add(appointment);
        var saved = await db.SaveAsync(ct);
        return saved.Failed ? saved.Error : await BookedAsync(db, appointment.Id, ct);
    }

    /// <summary>The booking that this very form made before; an error when the number belongs to something else; null when it is new.</summary>
    private static async Task<Result<BookedVisit>?> ReplayAsync(MediSecureDbContext db, Wanted wanted, CancellationToken ct)
    {
        if (await db.Appointments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == wanted.Id, ct) is not { } made)
        {
            return null;
        }

        return made.PatientId == wanted.PatientId && made.ClinicianId == wanted.ClinicianId && made.StartsAt == wanted.StartsAt && made.RescheduledFromId == wanted.ReplacesId
            ? await BookedAsync(db, made.Id, ct)
            : AppointmentErrors.IdUsed;
    }

    private static async Task<Result<BookedVisit>> BookedAsync(MediSecureDbContext db, Guid id, CancellationToken ct)
    {
        var row = await Rows(db, db.Appointments.AsNoTracking().Where(a => a.Id == id)).SingleAsync(ct);
        return new BookedVisit(row.Id, row.Version, row.StartsAt, row.EndsAt, row.PatientName, row.ClinicianName, row.Room);
    }

    /// <summary>After a lost race, says what was taken and offers the next free times.</summary>
    private async Task<Result<BookedVisit>> WithNearestAsync(Result<BookedVisit> result, Guid? clinicianId, DateTime? startsAt, Guid? patientId, CancellationToken ct)
    {
        if (result.Error is not { } error || !AppointmentErrors.IsTaken(error) || clinicianId is not { } id || startsAt is not { } wanted)
        {
            return result;
        }

        await using var db = await doors.OpenAsync(Permission.ViewSlots, ct);
        if (await TimetableService.ClinicianAsync(db, id, ct) is not { } clinician)
        {
            return result;
        }

        var zone = (await TimetableService.HereAsync(db, ct)).Zone;
        var nearest = await NextFreeAsync(db, zone, clinician, wanted, 3, patientId, ct);
        var who = error.Code switch
        {
            "appointment.clinician-taken" => $"{clinician.Name}'s slot was just taken.",
            "appointment.room-taken" => $"the room of {clinician.Name} was just taken.",
            _ => "the patient has another visit at this time.",
        };
        var offer = nearest.Count == 0 ? "Nothing is free in the next eight weeks: choose another clinician."
            : $"Nearest free: {string.Join(", ", nearest.Select(s => Clock(zone, s.StartsAt, wanted)))}.";
        return new SlotTakenError(error.Code, $"Could not book {Clock(zone, wanted, wanted)}: {who} {offer}", nearest);
    }

    private static string Clock(TimeZoneInfo zone, DateTime at, DateTime near)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(at, zone);
        var format = LocalDay.Of(zone, at) == LocalDay.Of(zone, near) ? "HH:mm" : "ddd d MMM HH:mm";
        return local.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>One booking as it is asked for.</summary>
    private sealed record Wanted(Guid Id, Guid PatientId, Guid ClinicianId, DateTime StartsAt, int? Minutes, string? Reason, Guid? ReplacesId = null)
    {
        public static Wanted From(BookAppointmentForm form, Guid patientId, int? minutes) =>
            new(form.Id, patientId, form.ClinicianId!.Value, form.StartsAt!.Value, minutes, Text.Clean(form.Reason));
    }
}
