using MediSecure.Data.Access;
using MediSecure.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Beds;

public sealed partial class BedService
{
    /// <summary>Keeps a free bed for a patient, for at most four hours. An inpatient may have a next bed kept while lying in another.</summary>
    /// <returns>Id of the reservation.</returns>
    public Task<Result<Guid>> ReserveAsync(ReserveBedForm form, CancellationToken ct) => doors.ChangeAsync<Guid>(Permission.ReserveBed, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        if (await db.BedStays.AnyAsync(s => s.Id == form.Id && s.PatientId == form.PatientId, inner))
        {
            return form.Id;
        }

        var found = await LockPatientAsync(db, form.PatientId!.Value, inner);
        if (found.Failed)
        {
            return found.Error;
        }

        var patient = found.Value;
        var now = Now;
        var own = await db.BedStays.Where(s => s.PatientId == patient.Id && s.ReleasedAt == null).ToListAsync(inner);
        await LockBedsAsync(db, own.Select(s => s.BedId).Append(form.BedId!.Value), inner);
        if (own.FirstOrDefault(s => s.Status == BedStayStatus.Reserved && s.Counts(now)) is { } standing)
        {
            return BedErrors.AlreadyReserved(patient.DisplayName, await db.Beds.Where(b => b.Id == standing.BedId).Select(b => b.Label).SingleAsync(inner));
        }

        GiveUpReservations(own, except: null, now); // lapsed ones
        var target = await TakeAsync(db, form.BedId.Value, patient.Id, now, inner);
        if (target.Failed)
        {
            return target.Error;
        }

        var reserved = BedStay.Reserve(form.Id, db.OrganizationId, form.BedId.Value, patient.Id, own.FirstOrDefault(s => s.Status == BedStayStatus.Active)?.EncounterId,
            now, now.AddMinutes(form.Minutes), db.ActorId);
        if (reserved.Failed)
        {
            return reserved.Error;
        }

        db.Add(reserved.Value);
        var saved = await db.SaveAsync(inner);
        return saved.Failed ? saved.Error : form.Id;
    }, ct);

    /// <summary>Gives a reservation up.</summary>
    public Task<Result> CancelReservationAsync(Guid stayId, CancellationToken ct) => doors.ChangeAsync(Permission.ReserveBed, async (db, inner) =>
    {
        var ids = await db.BedStays.AsNoTracking().Where(s => s.Id == stayId).Select(s => new { s.PatientId, s.BedId }).SingleOrDefaultAsync(inner);
        if (ids is null)
        {
            return Error.NotFound;
        }

        await db.LockAsync("patient", ids.PatientId, inner);
        await db.LockAsync("bed", ids.BedId, inner);
        var stay = await db.BedStays.SingleAsync(s => s.Id == stayId, inner);
        var cancelled = stay.Cancel(Now);
        return cancelled.Failed ? cancelled : await db.SaveAsync(inner);
    }, ct);
}
