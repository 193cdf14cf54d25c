using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Vitals;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Appointments;

/// <summary>The day itself: arrival, check-in, the visit, those who did not come.</summary>
public sealed partial class AppointmentService
{
    private static readonly AppointmentStatus[] StillToCome =
        [AppointmentStatus.Proposed, AppointmentStatus.Pending, AppointmentStatus.Waitlist, AppointmentStatus.Held, AppointmentStatus.Booked];

    /// <summary>The patient is in the house.</summary>
    public Task<Result> ArriveAsync(Guid appointmentId, CancellationToken ct) =>
        doors.ChangeAsync(Permission.CheckInPatient, (db, inner) => ChangeAsync(db, appointmentId, a => a.Arrive(Now), inner), ct);

    /// <summary>Reception has compared two identifiers; the patient now waits for the clinician. Opens two hours before the start.</summary>
    public Task<Result> CheckInAsync(Guid appointmentId, CancellationToken ct) => doors.ChangeAsync(Permission.CheckInPatient, async (db, inner) =>
    {
        if (await db.Appointments.SingleOrDefaultAsync(a => a.Id == appointmentId, inner) is not { } appointment)
        {
            return Error.NotFound;
        }

        var now = Now;
        var encounterId = Guid.CreateVersion7(clock.GetUtcNow());
        var result = appointment.CheckIn(encounterId, now);
        if (result.Failed)
        {
            return result;
        }

        await db.LockAsync("patient", appointment.PatientId, inner);
        var asked = await EscalationService.AskAnewAsync(db, appointment.PatientId, now, inner);
        if (asked.Failed)
        {
            return asked;
        }

        db.Add(Encounter.Visit(encounterId, db.OrganizationId, appointment.PatientId, appointment.ArrivedAt ?? now, appointment.ClinicianId, appointment.DepartmentId, appointment.Reason));
        return await db.SaveAsync(inner);
    }, ct);

    /// <summary>The clinician of the visit calls the patient in.</summary>
    public Task<Result> StartAsync(Guid appointmentId, CancellationToken ct) =>
        doors.ChangeAsync(Permission.ConductVisit, (db, inner) => ConductAsync(db, appointmentId, a => a.Start(), (visit, now) => visit.StartVisit(now), inner), ct);

    /// <summary>The clinician of the visit ends it.</summary>
    public Task<Result> FulfilAsync(Guid appointmentId, CancellationToken ct) =>
        doors.ChangeAsync(Permission.ConductVisit, (db, inner) => ConductAsync(db, appointmentId, a => a.Fulfil(), (visit, now) => visit.FinishVisit(now), inner), ct);

    /// <summary>The patient did not come; from 15 minutes after the start.</summary>
    public Task<Result> MarkNoShowAsync(Guid appointmentId, CancellationToken ct) =>
        doors.ChangeAsync(Permission.CheckInPatient, (db, inner) => ChangeAsync(db, appointmentId, a => a.MarkNoShow(Now), inner), ct);

    /// <summary>The patient came after all, on the same day; the time may have been given away meanwhile.</summary>
    public Task<Result> UndoNoShowAsync(Guid appointmentId, CancellationToken ct) => doors.ChangeAsync(Permission.CheckInPatient, async (db, inner) =>
    {
        if (await db.Appointments.SingleOrDefaultAsync(a => a.Id == appointmentId, inner) is not { } appointment)
        {
            return Error.NotFound;
        }

        await db.LockAsync("patient", appointment.PatientId, inner);
        await db.LockAsync("clinician", appointment.ClinicianUserId, inner);
        if (appointment.RoomId is { } room)
        {
            await db.LockAsync("room", room, inner);
        }

        var result = appointment.UndoNoShow(Now, (await TimetableService.HereAsync(db, inner)).Zone);
        return result.Failed ? result : await db.SaveAsync(inner);
    }, ct);

    /// <summary>The appointment was recorded by mistake: it leaves all normal views. A visit that belongs to it goes with it.</summary>
    public Task<Result> EnterInErrorAsync(CancelAppointmentForm form, CancellationToken ct) => doors.ChangeAsync(Permission.BookAppointment, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        if (await db.Appointments.SingleOrDefaultAsync(a => a.Id == form.AppointmentId, inner) is not { } appointment)
        {
            return Error.NotFound;
        }

        if (appointment.Version != form.Version)
        {
            return Error.Stale;
        }

        var reason = Text.CleanOrEmpty(form.Reason);
        var result = appointment.EnterInError(reason, Now);
        if (!result.Failed && appointment.EncounterId is { } encounterId)
        {
            await db.LockAsync("patient", appointment.PatientId, inner);
            result = (await db.Encounters.SingleAsync(e => e.Id == encounterId, inner)).EnterVisitInError(Now);
            result = result.Failed ? result : await EscalationService.EndByVisitAsync(db, appointment.PatientId, encounterId, Now, inner);
        }

        db.Because(reason);
        return result.Failed ? result : await db.SaveAsync(inner);
    }, ct);

    /// <summary>Cancels all that is booked for a patient and still to come, inside a change of another feature: a death.</summary>
    internal static async Task<Result> CancelAllOfAsync(MediSecureDbContext db, Guid patientId, string reason, DateTime now, CancellationToken ct)
    {
        foreach (var appointment in await db.Appointments.Where(a => a.PatientId == patientId && StillToCome.Contains(a.Status)).ToListAsync(ct))
        {
            if (appointment.Status == AppointmentStatus.Held)
            {
                db.Remove(appointment); // a hold is not yet a booking: it goes as an expired one would
                continue;
            }

            var cancelled = appointment.Cancel(reason, now);
            if (cancelled.Failed)
            {
                return cancelled;
            }
        }

        return Result.Ok;
    }

    private static async Task<Result> ChangeAsync(MediSecureDbContext db, Guid appointmentId, Func<Appointment, Result> change, CancellationToken ct)
    {
        if (await db.Appointments.SingleOrDefaultAsync(a => a.Id == appointmentId, ct) is not { } appointment)
        {
            return Error.NotFound;
        }

        var result = change(appointment);
        return result.Failed ? result : await db.SaveAsync(ct);
    }

    private async Task<Result> ConductAsync(MediSecureDbContext db, Guid appointmentId, Func<Appointment, Result> change, Func<Encounter, DateTime, Result> visit, CancellationToken ct)
    {
        if (await db.Appointments.SingleOrDefaultAsync(a => a.Id == appointmentId, ct) is not { } appointment)
        {
            return Error.NotFound;
        }

        if (appointment.ClinicianUserId != db.ActorId)
        {
            return AppointmentErrors.NotYourVisit;
        }

        var result = change(appointment);
        if (result.Failed)
        {
            return result;
        }

        if (await db.Encounters.SingleOrDefaultAsync(e => e.Id == appointment.EncounterId, ct) is not { } encounter)
        {
            return Error.NotFound;
        }

        result = visit(encounter, Now);
        if (!result.Failed && encounter.EndedAt is not null)
        {
            await db.LockAsync("patient", encounter.PatientId, ct);
            result = await EscalationService.EndByVisitAsync(db, encounter.PatientId, encounter.Id, Now, ct);
        }

        return result.Failed ? result : await db.SaveAsync(ct);
    }
}
