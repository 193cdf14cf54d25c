using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Vitals;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Triage;

public sealed partial class TriageService
{
    /// <summary>Puts a registered patient into the queue. Needs no care relationship: it begins here. Safe to call again with the same id.</summary>
    public Task<Result> AddAsync(AddToTriageForm form, CancellationToken ct) => doors.ChangeAsync(Permission.AddToTriage, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        var patientId = form.PatientId!.Value;
        await db.LockAsync("patient", patientId, inner);
        if (await db.Patients.AsNoTracking().Where(p => p.Id == patientId).Select(p => new { p.DeceasedAt }).SingleOrDefaultAsync(inner) is not { } patient)
        {
            return Error.NotFound;
        }

        if (patient.DeceasedAt is not null)
        {
            return TriageErrors.Deceased;
        }

        if (await db.TriageEntries.AsNoTracking().Where(t => t.PatientId == patientId && (t.Id == form.Id || t.ClosedAt == null)).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(inner) is { } already)
        {
            return already == form.Id ? Result.Ok : TriageErrors.AlreadyQueued;
        }

        var open = await db.Encounters.AsNoTracking().Where(e => e.PatientId == patientId && e.EndedAt == null && e.Status != EncounterStatus.EnteredInError && e.Class != EncounterClass.Ambulatory)
            .Select(e => (EncounterClass?)e.Class).FirstOrDefaultAsync(inner);
        if (open is not null)
        {
            return open == EncounterClass.Inpatient ? TriageErrors.Inpatient : TriageErrors.WaitsForBed;
        }

        var (now, arrived) = (Now, form.ArrivedAt ?? Now);
        if (arrived > now + RecentTime.Tolerance)
        {
            return TriageErrors.InTheFuture;
        }

        if (arrived < now - TriageTimes.LongestAgo)
        {
            return TriageErrors.TooLongAgo;
        }

        var asked = await EscalationService.AskAnewAsync(db, patientId, now, inner);
        if (asked.Failed)
        {
            return asked;
        }

        db.Add(new TriageEntry(form.Id, db.OrganizationId, patientId, arrived > now ? now : arrived, form.Mode!.Value, Text.Clean(form.Presenting), now, db.ActorId));
        return await db.SaveAsync(inner);
    }, ct);

    /// <summary>A nurse sets level and complaint, or sets them anew; each time is kept. Safe to call again with the same id.</summary>
    public Task<Result> AssessAsync(Guid patientId, TriagePatientForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.TriagePatient, patientId, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        return await StepAsync(db, patientId, form.EntryId, async entry =>
        {
            if (await db.TriageAssessments.AnyAsync(a => a.Id == form.Id, inner))
            {
                return Result.Ok; // the same press again
            }

            if (entry.Version != form.Version)
            {
                return entry.IsOpen ? Error.Stale : TriageErrors.Over(entry.Status);
            }

            var step = entry.Assess(form.Id, form.Level!.Value, Text.CleanOrEmpty(form.Complaint), Now, db.ActorId);
            if (step.Failed)
            {
                return step.Error;
            }

            db.Add(step.Value);
            return Result.Ok;
        }, inner);
    }, ct);

    /// <summary>The caller takes the patient: the emergency visit begins, or goes on with this doctor, in the same transaction. Of many who press at once exactly one gets the patient.</summary>
    /// <returns>Id of the emergency visit.</returns>
    public Task<Result<Guid>> TakeAsync(Guid patientId, Guid entryId, CancellationToken ct) => doors.ChangeChartAsync<Guid>(Permission.ConductEmergencyVisit, patientId, async (db, inner) =>
    {
        await db.LockAsync("patient", patientId, inner);
        if (await db.TriageEntries.SingleOrDefaultAsync(t => t.Id == entryId, inner) is not { } entry)
        {
            return Error.NotFound;
        }

        if (entry is { Status: TriageStatus.WithDoctor, EncounterId: { } own } && entry.TakenBy == db.ActorId)
        {
            return own; // the same press again
        }

        var (now, encounterId) = (Now, entry.EncounterId ?? Guid.CreateVersion7(clock.GetUtcNow()));
        var taken = entry.Take(encounterId, now, db.ActorId);
        if (taken.Failed)
        {
            return taken.Error;
        }

        var actor = db.ActorId;
        var clinician = await db.StaffMembers.AsNoTracking().Where(s => s.UserId == actor).Select(s => s.Id).SingleAsync(inner);
        if (await db.Encounters.SingleOrDefaultAsync(e => e.Id == encounterId, inner) is { } begun)
        {
            var resumed = begun.ResumeEmergency(clinician);
            if (resumed.Failed)
            {
                return resumed.Error;
            }
        }
        else
        {
            db.Add(Encounter.Emergency(encounterId, db.OrganizationId, patientId, entry.ArrivedAt, clinician, now, entry.Complaint ?? entry.Presenting));
        }

        var saved = await db.SaveAsync(inner);
        return saved.Failed ? saved.Error : encounterId;
    }, ct);

    /// <summary>A doctor gives the patient back to the queue. The visit stays the same and waits for the next doctor: what was recorded in it is not orphaned.</summary>
    public Task<Result> HandBackAsync(Guid patientId, HandBackPatientForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.ConductEmergencyVisit, patientId, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        var reason = Text.CleanOrEmpty(form.Reason);
        db.Because(reason);
        return await StepAsync(db, patientId, form.EntryId, async entry =>
        {
            var back = entry.HandBack(reason);
            return back.Failed ? back : (await VisitAsync(db, entry, inner)).HandBackEmergency();
        }, inner);
    }, ct);

    /// <summary>A doctor finishes: the visit ends, unless a bed is needed; then it goes on until the patient lies in one.</summary>
    public Task<Result> FinishAsync(Guid patientId, FinishTriageForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.ConductEmergencyVisit, patientId, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        return await StepAsync(db, patientId, form.EntryId, async entry =>
        {
            if (entry.Status == TriageStatus.Done && entry.Disposition == form.Disposition)
            {
                return Result.Ok; // the same press again
            }

            var (now, disposition) = (Now, form.Disposition!.Value);
            var finished = entry.Finish(disposition, Text.Clean(form.Note), now, db.ActorId);
            if (finished.Failed)
            {
                return finished;
            }

            if (entry.EncounterId is null)
            {
                return TriageErrors.VisitOver; // admitted from the queue, without a doctor here
            }

            var visit = await VisitAsync(db, entry, inner);
            if (visit.EndedAt is not null)
            {
                return TriageErrors.VisitOver;
            }

            if (disposition == TriageDisposition.Admitted)
            {
                return Result.Ok; // still in the emergency room, and observed there
            }

            var ended = End(visit, disposition, now);
            return ended.Failed ? ended : await EscalationService.EndByLeavingAsync(db, patientId, now, inner);
        }, inner);
    }, ct);

    /// <summary>Nobody saw the patient, who is gone. A visit that a doctor had begun and given back is finished.</summary>
    public Task<Result> RecordLeftAsync(Guid patientId, RecordLeftForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.RecordLeftTriage, patientId, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        var reason = Text.CleanOrEmpty(form.Reason);
        db.Because(reason);
        return await StepAsync(db, patientId, form.EntryId, async entry =>
        {
            var left = entry.Leave(reason, Now, db.ActorId);
            if (!left.Failed && entry.EncounterId is not null)
            {
                left = (await VisitAsync(db, entry, inner)).FinishEmergency(null, Now);
            }

            return left.Failed ? left : await EscalationService.EndByLeavingAsync(db, patientId, Now, inner);
        }, inner);
    }, ct);

    /// <summary>Marks an entry, and the visit that it led to, as a mistake. The front desk may while nobody clinical has worked on it.</summary>
    public Task<Result> MarkInErrorAsync(Guid patientId, VoidTriageForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.CorrectTriage, patientId, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        var reason = Text.CleanOrEmpty(form.Reason);
        db.Because(reason);
        return await StepAsync(db, patientId, form.EntryId, async entry =>
        {
            if (!db.ActorRoles.Granting(Permission.ViewTriage).Any() && (entry.Level is not null || entry.EncounterId is not null || !entry.IsOpen))
            {
                return TriageErrors.NurseCorrects;
            }

            var marked = entry.EnterInError(reason, Now, db.ActorId);
            marked = marked.Failed || entry.EncounterId is null ? marked : (await VisitAsync(db, entry, inner)).EnterEmergencyInError(Now);
            return marked.Failed ? marked : await EscalationService.EndByVisitAsync(db, patientId, entry.EncounterId, Now, inner, entry.Id);
        }, inner);
    }, ct);

    /// <summary>Something outside the queue ended the waiting: a bed was given, or the patient died. Closes the open entry and ends the emergency visit, in the caller's transaction and under the
    /// caller's lock of the patient. Does not save.</summary>
    internal static async Task<Result> EndByAsync(MediSecureDbContext db, Guid patientId, TriageDisposition disposition, DateTime now, CancellationToken ct)
    {
        if (await db.TriageEntries.SingleOrDefaultAsync(t => t.PatientId == patientId && t.ClosedAt == null, ct) is { } entry)
        {
            var ended = entry.EndBy(disposition, now, db.ActorId);
            if (ended.Failed)
            {
                return ended;
            }
        }

        var visit = await db.Encounters.SingleOrDefaultAsync(e => e.PatientId == patientId && e.Class == EncounterClass.Emergency && e.EndedAt == null && e.Status != EncounterStatus.EnteredInError, ct);
        return visit is null ? Result.Ok : End(visit, disposition, now);
    }

    /// <summary>The admission that ended waiting and emergency visit at this moment never was: both go on, unless the patient came anew meanwhile. In the caller's transaction and under the caller's lock of the
    /// patient. Does not save.</summary>
    /// <returns>Whether the patient is there again.</returns>
    internal static async Task<Result<bool>> GoOnAsync(MediSecureDbContext db, Guid patientId, DateTime admittedAt, CancellationToken ct)
    {
        if (await db.TriageEntries.AnyAsync(t => t.PatientId == patientId && (t.ClosedAt == null || (t.RecordedAt >= admittedAt && t.Status != TriageStatus.EnteredInError)), ct)
            || await db.Encounters.AnyAsync(e => e.PatientId == patientId && e.Class == EncounterClass.Emergency && e.StartedAt >= admittedAt && e.Status != EncounterStatus.EnteredInError, ct))
        {
            return false;
        }

        var entry = await db.TriageEntries.SingleOrDefaultAsync(t => t.PatientId == patientId && t.ClosedAt == admittedAt && t.Status == TriageStatus.Done && t.Disposition == TriageDisposition.Admitted, ct);
        var visit = await db.Encounters.SingleOrDefaultAsync(e => e.PatientId == patientId && e.Class == EncounterClass.Emergency && e.EndedAt == admittedAt && e.Status == EncounterStatus.Finished && e.Outcome == null, ct);
        var back = entry?.GoOn() ?? Result.Ok;
        back = back.Failed || visit is null ? back : visit.GoOnEmergency(entry is { Status: TriageStatus.Waiting });
        return back.Failed ? back.Error : entry is not null || visit is not null;
    }

    private static Result End(Encounter visit, TriageDisposition disposition, DateTime now) => disposition switch
    {
        TriageDisposition.LeftWithoutBeingSeen => visit.CancelEmergency(now),
        TriageDisposition.Home => visit.FinishEmergency(DischargeOutcome.Home, now),
        TriageDisposition.Transferred => visit.FinishEmergency(DischargeOutcome.Transfer, now),
        TriageDisposition.Died => visit.FinishEmergency(DischargeOutcome.Died, now),
        _ => visit.FinishEmergency(null, now), // the stay says how it goes on
    };

    private static Task<Encounter> VisitAsync(MediSecureDbContext db, TriageEntry entry, CancellationToken ct) => db.Encounters.SingleAsync(e => e.Id == entry.EncounterId, ct);

    private static async Task<Result> StepAsync(MediSecureDbContext db, Guid patientId, Guid entryId, Func<TriageEntry, Task<Result>> step, CancellationToken ct)
    {
        await db.LockAsync("patient", patientId, ct);
        if (await db.TriageEntries.SingleOrDefaultAsync(t => t.Id == entryId, ct) is not { } entry)
        {
            return Error.NotFound;
        }

        var done = await step(entry);
        return done.Failed ? done : await db.SaveAsync(ct);
    }
}
