using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Triage;
using MediSecure.Data.Features.Vitals;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Beds;

/// <summary>What is changed about a stay after the admission, and what is taken back.</summary>
public sealed partial class BedService
{
    /// <summary>A stay as its dialog shows it. "Not found" for one of another organisation, "already over" when the patient has left.</summary>
    public async Task<Result<StayDetail>> StayAsync(Guid encounterId, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.EditStay, ct);
        var found = await (
            from encounter in db.Encounters.AsNoTracking()
            where encounter.Id == encounterId && encounter.Class == EncounterClass.Inpatient
            from clinician in db.StaffMembers.Where(s => s.Id == encounter.ClinicianId).DefaultIfEmpty()
            select new
            {
                encounter.EndedAt,
                encounter.PatientId,
                Row = new StayDetail(encounter.Id, encounter.Version, encounter.Reason, encounter.ClinicianId, clinician.Name, encounter.PlannedDischargeOn, encounter.DischargeOrderedAt),
            }).SingleOrDefaultAsync(ct);
        if (found is null or { EndedAt: not null })
        {
            return found is null ? Error.NotFound : EncounterErrors.NotInpatient;
        }

        var charts = await ListedCharts.OfAsync(db, [found.PatientId], Now, ct);
        var told = charts.Words(ProtectedField.AdmissionReason, found.PatientId, found.Row.Reason);
        return found.Row with { Reason = told, IsReasonShut = told is null && found.Row.Reason is not null };
    }

    /// <summary>Changes who is responsible, the reason and the planned day. Errors: stale, unknown clinician, a new day before today, the patient has left.</summary>
    public Task<Result> EditStayAsync(EditStayForm form, CancellationToken ct) => doors.ChangeAsync(Permission.EditStay, async (db, inner) =>
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

        var encounter = found.Value.Encounter;
        if (encounter.Version != form.Version)
        {
            return Error.Stale;
        }

        // A day that has passed may stay as it stands; it is the new one that has to lie ahead.
        if (form.PlannedDischargeOn != encounter.PlannedDischargeOn && form.PlannedDischargeOn < await TodayAsync(db, Now, inner))
        {
            return BedErrors.PlannedInThePast;
        }

        if (!await IsClinicianAsync(db, form.ClinicianId!.Value, inner))
        {
            return BedErrors.UnknownClinician;
        }

        var edited = encounter.EditStay(form.ClinicianId.Value, form.KeepReason ? encounter.Reason ?? "" : Text.CleanOrEmpty(form.Reason), form.PlannedDischargeOn);
        return edited.Failed ? edited : await db.SaveAsync(inner);
    }, ct);

    /// <summary>Marks a stay that is going on as entered in error, with every bed of it: it leaves the board, the lists and the care relationship. The bed is free at once, or is cleaned when somebody
    /// lay in it. Who came from the emergency room is back in its queue.</summary>
    public Task<Result> EnterStayInErrorAsync(VoidStayForm form, CancellationToken ct) => doors.ChangeAsync(Permission.CorrectStay, async (db, inner) =>
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
        var reason = Text.CleanOrEmpty(form.Reason);
        db.Because(reason);
        var struck = encounter.EnterStayInError(reason, now);
        struck = struck.Failed ? struck : form.BedWasUsed ? Leave(db, stay, bed, now) : bed.Release(now);
        if (struck.Failed)
        {
            return struck;
        }

        GiveUpReservations(own, except: null, now);
        foreach (var lain in await db.BedStays.Where(s => s.EncounterId == encounter.Id && (s.Status == BedStayStatus.Active || s.Status == BedStayStatus.Completed)).ToListAsync(inner))
        {
            lain.EnterInError(now);
        }

        // Who came from the emergency room is there again, and who was called to them stays called.
        var back = await TriageService.GoOnAsync(db, encounter.PatientId, encounter.StartedAt, inner);
        if (back.Failed)
        {
            return back.Error;
        }

        var ended = back.Value ? Result.Ok : await EscalationService.EndByVisitAsync(db, encounter.PatientId, encounter.Id, now, inner);
        return ended.Failed ? ended : await db.SaveAsync(inner);
    }, ct);

    /// <summary>Takes back that a patient left: the stay goes on in the same bed, and its cleaning is called off. Errors: nobody left, or longer than a day ago, the bed is given again or closed, the patient died or has been
    /// admitted anew. Other reservations that ended with the departure are not made again.</summary>
    public Task<Result> TakeBackDepartureAsync(TakeBackDepartureForm form, CancellationToken ct) => doors.ChangeAsync(Permission.CorrectStay, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        var now = Now;
        var ids = await db.Encounters.AsNoTracking().Where(e => e.Id == form.EncounterId && e.Class == EncounterClass.Inpatient).Select(e => new { e.PatientId, e.StartedAt }).SingleOrDefaultAsync(inner);
        if (ids is null)
        {
            return Error.NotFound;
        }

        await db.LockAsync("patient", ids.PatientId, inner);
        var encounter = await db.Encounters.SingleAsync(e => e.Id == form.EncounterId, inner);
        var left = encounter.EndedAt;
        var taken = encounter.TakeBackDeparture(now);
        if (taken.Failed)
        {
            return taken;
        }

        if (await db.Patients.AnyAsync(p => p.Id == ids.PatientId && p.DeceasedAt != null, inner))
        {
            return BedErrors.Deceased;
        }

        if (await db.Encounters.AnyAsync(e => e.PatientId == ids.PatientId && e.Id != encounter.Id && e.Class == EncounterClass.Inpatient && e.StartedAt >= ids.StartedAt && e.Status != EncounterStatus.EnteredInError, inner))
        {
            return EncounterErrors.StayedSince;
        }

        var stay = await db.BedStays.Where(s => s.EncounterId == encounter.Id && s.Status == BedStayStatus.Completed).OrderByDescending(s => s.ReleasedAt).ThenByDescending(s => s.StartsAt).FirstOrDefaultAsync(inner);
        if (stay is null)
        {
            return EncounterErrors.NotLeft;
        }

        await db.LockAsync("bed", stay.BedId, inner);
        db.Because(Text.CleanOrEmpty(form.Reason));
        var resumed = await ResumeAsync(db, stay, encounter.IsolationReason is not null, now, inner);
        if (resumed.Failed)
        {
            return resumed;
        }

        await EscalationService.GoOnAsync(db, ids.PatientId, left!.Value, inner);
        return await db.SaveAsync(inner);
    }, ct);

    /// <summary>Puts the patient back into the bed, under its lock.</summary>
    private static async Task<Result> ResumeAsync(MediSecureDbContext db, BedStay stay, bool isolated, DateTime now, CancellationToken ct)
    {
        var bed = await db.Beds.SingleAsync(b => b.Id == stay.BedId, ct);
        if (await db.BedStays.SingleOrDefaultAsync(s => s.BedId == bed.Id && s.ReleasedAt == null, ct) is { } open)
        {
            if (open.Counts(now))
            {
                return BedErrors.GivenAgain(bed.Label);
            }

            // Written first: one open stay per bed.
            open.Cancel(now);
            var released = await db.SaveAsync(ct);
            if (released.Failed)
            {
                return released;
            }
        }

        // Nobody is to clean a bed in which somebody lies. What was cleaned already stays in the history.
        db.RemoveRange(await db.CleaningTasks.Where(t => t.BedId == bed.Id && t.CompletedAt == null).ToListAsync(ct));
        var resumed = bed.Resume(isolated, now);
        return resumed.Failed ? resumed : stay.Resume();
    }
}
