using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Vitals;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Beds;

public sealed partial class BedService
{
    /// <summary>Moves an inpatient: the old bed stay ends, the new one begins and the old bed waits to be cleaned, all or nothing. An isolated patient stays isolated in the new bed.</summary>
    public Task<Result> TransferAsync(TransferPatientForm form, CancellationToken ct) => doors.ChangeAsync(Permission.TransferPatient, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        if (await db.BedStays.AnyAsync(s => s.Id == form.Id && s.EncounterId == form.EncounterId, inner))
        {
            return Result.Ok;
        }

        var now = Now;
        var found = await LockStayAsync(db, form.EncounterId, form.BedId, inner);
        if (found.Failed)
        {
            return found.Error;
        }

        var (encounter, stay, bed, own) = found.Value;
        if (bed.Id == form.BedId)
        {
            return BedErrors.SameBed;
        }

        var target = await TakeAsync(db, form.BedId!.Value, encounter.PatientId, now, inner);
        if (target.Failed)
        {
            return target.Error;
        }

        var isolated = bed.Status == BedStatus.Isolated;
        var left = Leave(db, stay, bed, now);
        var moved = left.Failed ? left : encounter.MoveTo(target.Value.DepartmentId);
        moved = moved.Failed ? moved : MoveIn(db, target.Value.Bed, target.Value.Kept, form.Id, encounter, now);
        moved = moved.Failed || !isolated ? moved : target.Value.Bed.Isolate(now);
        if (moved.Failed)
        {
            return moved;
        }

        GiveUpReservations(own, except: target.Value.Kept, now);
        db.Because(Text.Clean(form.Reason));
        return await db.SaveAsync(inner);
    }, ct);

    /// <summary>The patient may leave; the bed stays theirs until the departure is recorded.</summary>
    public Task<Result> OrderDischargeAsync(OrderDischargeForm form, CancellationToken ct) => doors.ChangeAsync(Permission.OrderDischarge, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        var now = Now;
        var today = await TodayAsync(db, now, inner);
        if (form.LeavesOn < today)
        {
            return BedErrors.PlannedInThePast;
        }

        var found = await LockStayAsync(db, form.EncounterId, null, inner);
        if (found.Failed)
        {
            return found.Error;
        }

        var ordered = found.Value.Encounter.OrderDischarge(form.LeavesOn ?? today, now);
        db.Because(Text.Clean(form.Note));
        return ordered.Failed ? ordered : await db.SaveAsync(inner);
    }, ct);

    public Task<Result> CancelDischargeOrderAsync(Guid encounterId, CancellationToken ct) => doors.ChangeAsync(Permission.OrderDischarge, async (db, inner) =>
    {
        var found = await LockStayAsync(db, encounterId, null, inner);
        if (found.Failed)
        {
            return found.Error;
        }

        var cancelled = found.Value.Encounter.CancelDischargeOrder();
        return cancelled.Failed ? cancelled : await db.SaveAsync(inner);
    }, ct);

    /// <summary>The patient physically left: the stay is finished and the bed waits for housekeeping, or for a deep clean after isolation. A death is recorded on the patient
    /// and ends all that a death ends; who leaves alive is waited for at no bed any more.</summary>
    public Task<Result> RecordDepartureAsync(RecordDepartureForm form, CancellationToken ct) => doors.ChangeAsync(Permission.RecordDeparture, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        var now = Now;
        var found = await LockStayAsync(db, form.EncounterId, null, inner);
        if (found.Failed)
        {
            return found.Error;
        }

        var (encounter, stay, bed, own) = found.Value;
        var finished = encounter.Finish(form.Outcome!.Value, now);
        finished = finished.Failed ? finished : Leave(db, stay, bed, now);
        if (finished.Failed)
        {
            return finished;
        }

        GiveUpReservations(own, except: null, now);
        var ended = form.Outcome == DischargeOutcome.Died ? await RecordDeathAsync(db, encounter.PatientId, now, inner) : await EscalationService.EndByLeavingAsync(db, encounter.PatientId, now, inner);
        return ended.Failed ? ended : await db.SaveAsync(inner);
    }, ct);

    /// <summary>Isolates an inpatient in the bed where they lie.</summary>
    public Task<Result> IsolateAsync(IsolatePatientForm form, CancellationToken ct) => doors.ChangeAsync(Permission.IsolateBed, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        var found = await LockStayAsync(db, form.EncounterId, null, inner);
        if (found.Failed)
        {
            return found.Error;
        }

        var isolated = found.Value.Encounter.Isolate(Text.CleanOrEmpty(form.Reason));
        isolated = isolated.Failed ? isolated : found.Value.Bed.Isolate(Now);
        return isolated.Failed ? isolated : await db.SaveAsync(inner);
    }, ct);

    /// <summary>Ends the isolation while the patient stays in the bed.</summary>
    public Task<Result> EndIsolationAsync(Guid encounterId, CancellationToken ct) => doors.ChangeAsync(Permission.IsolateBed, async (db, inner) =>
    {
        var found = await LockStayAsync(db, encounterId, null, inner);
        if (found.Failed)
        {
            return found.Error;
        }

        var ended = found.Value.Encounter.EndIsolation();
        ended = ended.Failed ? ended : found.Value.Bed.EndIsolation(Now);
        return ended.Failed ? ended : await db.SaveAsync(inner);
    }, ct);

    /// <summary>The stay with its bed, under the locks of the patient and of every bed concerned. "Not found" for an encounter of another organisation, "already over" when nobody lies there.</summary>
    private static async Task<Result<Lying>> LockStayAsync(MediSecureDbContext db, Guid encounterId, Guid? alsoBedId, CancellationToken ct)
    {
        var patientId = await db.Encounters.AsNoTracking().Where(e => e.Id == encounterId && e.Class == EncounterClass.Inpatient).Select(e => (Guid?)e.PatientId).SingleOrDefaultAsync(ct);
        if (patientId is null)
        {
            return Error.NotFound;
        }

        await db.LockAsync("patient", patientId.Value, ct);
        var beds = await db.BedStays.AsNoTracking().Where(s => s.PatientId == patientId && s.ReleasedAt == null).Select(s => s.BedId).ToListAsync(ct);
        await LockBedsAsync(db, alsoBedId is { } also ? beds.Append(also) : beds, ct);
        var encounter = await db.Encounters.SingleAsync(e => e.Id == encounterId, ct);
        var own = await db.BedStays.Where(s => s.PatientId == patientId && s.ReleasedAt == null).ToListAsync(ct);
        var stay = own.SingleOrDefault(s => s.Status == BedStayStatus.Active && s.EncounterId == encounterId);
        return encounter.IsInpatientNow && stay is not null
            ? new Lying(encounter, stay, await db.Beds.SingleAsync(b => b.Id == stay.BedId, ct), own)
            : EncounterErrors.NotInpatient;
    }

    private static Result Leave(MediSecureDbContext db, BedStay stay, Bed bed, DateTime now)
    {
        var left = stay.Complete(now);
        left = left.Failed ? left : bed.Vacate(now);
        if (left.Failed)
        {
            return left;
        }

        var kind = bed.Status == BedStatus.Contaminated ? CleaningKind.DeepClean : CleaningKind.Housekeeping;
        db.Add(new CleaningTask(Guid.CreateVersion7(), db.OrganizationId, bed.Id, kind, now, db.ActorId));
        return Result.Ok;
    }

    private async Task<Result> RecordDeathAsync(MediSecureDbContext db, Guid patientId, DateTime now, CancellationToken ct)
    {
        (await db.Patients.SingleAsync(p => p.Id == patientId, ct)).RecordDeath(now);
        return await deaths.EndAllAsync(db, patientId, await TodayAsync(db, now, ct), now, ct);
    }

    private sealed record Lying(Encounter Encounter, BedStay Stay, Bed Bed, List<BedStay> Own);
}
