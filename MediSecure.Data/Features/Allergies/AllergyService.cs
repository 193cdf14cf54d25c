using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Allergies;

/// <summary>Allergies of a patient, and the dated statement that none is known. Changes wait for each other per patient, so that both can never stand.</summary>
public sealed class AllergyService(MediSecureDb doors, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What is known about a patient's allergies.</summary>
    public async Task<Result<AllergyPicture>> PictureAsync(Guid patientId, CancellationToken ct)
    {
        var chart = await doors.OpenChartAsync(Permission.ViewAllergies, patientId, ct);
        if (chart.Failed)
        {
            return chart.Error;
        }

        await using var db = chart.Value;
        return await PictureOfAsync(db, ct);
    }

    /// <summary>The same of a chart that is open: screens, paper and file give one answer.</summary>
    internal static async Task<AllergyPicture> PictureOfAsync(MediSecureDbContext db, CancellationToken ct)
    {
        var rows = await (
            from allergy in db.Allergies.AsNoTracking()
            from recorder in db.StaffMembers.Where(s => s.UserId == allergy.RecordedBy).DefaultIfEmpty()
            from corrector in db.StaffMembers.Where(s => s.UserId == allergy.EnteredInErrorBy).DefaultIfEmpty()
            select new AllergyRow(allergy.Id, allergy.Substance, allergy.SubstanceClass, allergy.Category, allergy.Type, allergy.Reaction, allergy.ReactionNote, allergy.Severity, allergy.Criticality,
                allergy.OnsetYear, allergy.ClinicalStatus, allergy.Verification, recorder.Name, allergy.RecordedAt, allergy.ErrorReason, corrector.Name, allergy.EnteredInErrorAt, allergy.Version))
            .ToListAsync(ct);
        var none = await (
            from statement in db.NoKnownAllergies.AsNoTracking()
            where statement.EndedAt == null
            from who in db.StaffMembers.Where(s => s.UserId == statement.StatedBy).DefaultIfEmpty()
            select new { statement.StatedAt, who.Name }).SingleOrDefaultAsync(ct);
        var answer = rows.Any(row => row.IsActive) ? AllergyAnswer.Recorded
            : none is not null ? AllergyAnswer.NoneKnown
            : rows.Any(row => !row.IsInError) ? AllergyAnswer.AskAgain
            : AllergyAnswer.NotAsked;
        return new AllergyPicture(answer, none?.StatedAt, none?.Name,
        [
            .. rows.OrderBy(row => row.IsInError).ThenByDescending(row => row.IsActive).ThenByDescending(row => row.Criticality).ThenByDescending(row => row.Severity)
                .ThenBy(row => row.Substance, StringComparer.OrdinalIgnoreCase),
        ]);
    }

    /// <summary>Records an allergy; ends "no known allergies". Safe to call again with the same id.</summary>
    public Task<Result> RecordAsync(Guid patientId, RecordAllergyForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.RecordAllergy, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        if (form.Verification is AllergyVerification.EnteredInError or AllergyVerification.Refuted)
        {
            return form.Verification == AllergyVerification.Refuted ? AllergyErrors.RefutedIsNotActive : AllergyErrors.ErrorNeedsReason;
        }

        await db.LockAsync("patient", patientId, ct);
        if (await db.Allergies.AnyAsync(a => a.Id == form.Id, ct))
        {
            return Result.Ok;
        }

        var facts = form.Facts();
        if (await RefusedAsync(db, patientId, facts, null, ct) is { } refused)
        {
            return refused;
        }

        db.Add(new Allergy(form.Id, db.OrganizationId, patientId, facts, form.Verification, db.ActorId, Now));
        if (await db.NoKnownAllergies.SingleOrDefaultAsync(s => s.EndedAt == null, ct) is { } none)
        {
            none.End(db.ActorId, Now);
        }

        return await db.SaveAsync(ct);
    }, ct);

    /// <summary>Corrects an allergy and says how it stands now.</summary>
    public Task<Result> EditAsync(Guid patientId, EditAllergyForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.RecordAllergy, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        await db.LockAsync("patient", patientId, ct);
        if (await db.Allergies.SingleOrDefaultAsync(a => a.Id == form.Id, ct) is not { } allergy)
        {
            return Error.NotFound;
        }

        if (allergy.Version != form.Version)
        {
            return Error.Stale;
        }

        var facts = form.Facts();
        var wasFood = allergy.Category == AllergyCategory.Food;
        var result = allergy.Correct(facts);
        result = result.Failed ? result : allergy.Assess(form.ClinicalStatus, form.Verification);
        if (result.Failed)
        {
            return result;
        }

        if (!wasFood && RecordsFoodOnly(db))
        {
            return AllergyErrors.FoodOnly;
        }

        if (await RefusedAsync(db, patientId, facts, allergy.IsActive ? allergy.Id : null, ct, allergy.IsActive) is { } refused)
        {
            return refused;
        }

        if (allergy.IsActive && await db.NoKnownAllergies.SingleOrDefaultAsync(s => s.EndedAt == null, ct) is { } none)
        {
            none.End(db.ActorId, Now);
        }

        return await db.SaveAsync(ct);
    }, ct);

    /// <summary>Marks an entry as a mistake: struck through, never deleted.</summary>
    public Task<Result> EnterInErrorAsync(Guid patientId, VoidAllergyForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.RecordAllergy, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        if (await db.Allergies.SingleOrDefaultAsync(a => a.Id == form.AllergyId, ct) is not { } allergy)
        {
            return Error.NotFound;
        }

        if (allergy.Version != form.Version)
        {
            return Error.Stale;
        }

        if (allergy.Category != AllergyCategory.Food && RecordsFoodOnly(db))
        {
            return AllergyErrors.FoodOnly;
        }

        var reason = Text.CleanOrEmpty(form.Reason);
        var result = allergy.EnterInError(reason, db.ActorId, Now);
        db.Because(reason);
        return result.Failed ? result : await db.SaveAsync(ct);
    }, ct);

    /// <summary>The patient was asked today, and none is known. Asking again dates it anew.</summary>
    public Task<Result> StateNoneKnownAsync(Guid patientId, CancellationToken ct) => doors.ChangeChartAsync(Permission.StateNoKnownAllergies, patientId, async (db, ct) =>
    {
        await db.LockAsync("patient", patientId, ct);
        if (await db.Allergies.AnyAsync(a => a.ClinicalStatus == AllergyClinicalStatus.Active && (a.Verification == AllergyVerification.Unconfirmed || a.Verification == AllergyVerification.Confirmed), ct))
        {
            return AllergyErrors.SomeRecorded;
        }

        var now = Now;
        if (await db.NoKnownAllergies.SingleOrDefaultAsync(s => s.EndedAt == null, ct) is { } before)
        {
            before.End(db.ActorId, now);
            var ended = await db.SaveAsync(ct); // one open statement at a time: the old one ends before the new one stands
            if (ended.Failed)
            {
                return ended;
            }
        }

        db.Add(new NoKnownAllergies(Guid.CreateVersion7(clock.GetUtcNow()), db.OrganizationId, patientId, db.ActorId, now));
        return await db.SaveAsync(ct);
    }, ct);

    /// <summary>"No known allergies" was said by mistake: the patient counts as not asked again.</summary>
    public Task<Result> WithdrawNoneKnownAsync(Guid patientId, WithdrawStatementForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.StateNoKnownAllergies, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        await db.LockAsync("patient", patientId, ct);
        if (await db.NoKnownAllergies.SingleOrDefaultAsync(s => s.EndedAt == null, ct) is not { } none)
        {
            return AllergyErrors.NothingStated;
        }

        var reason = Text.CleanOrEmpty(form.Reason);
        none.End(db.ActorId, Now, reason);
        db.Because(reason);
        return await db.SaveAsync(ct);
    }, ct);

    private async Task<Error?> RefusedAsync(MediSecureDbContext db, Guid patientId, AllergyFacts facts, Guid? itself, CancellationToken ct, bool active = true)
    {
        if (facts.Category != AllergyCategory.Food && RecordsFoodOnly(db))
        {
            return AllergyErrors.FoodOnly;
        }

        var born = await db.Patients.Where(p => p.Id == patientId).Select(p => p.BirthDate).SingleAsync(ct);
        if (facts.OnsetYear > Now.AddDays(1).Year)
        {
            return AllergyErrors.OnsetInTheFuture;
        }

        if (facts.OnsetYear < born.Year)
        {
            return AllergyErrors.OnsetBeforeBirth;
        }

        if (!active)
        {
            return null;
        }

        // A patient has a handful: compared as one reads them, whatever the case and the accents.
        var same = SearchText.Normalize(facts.Substance);
        var others = await db.Allergies.AsNoTracking().Where(a => a.Id != itself && a.ClinicalStatus == AllergyClinicalStatus.Active
            && (a.Verification == AllergyVerification.Unconfirmed || a.Verification == AllergyVerification.Confirmed)).Select(a => a.Substance).ToListAsync(ct);
        return others.Any(other => SearchText.Normalize(other) == same) ? AllergyErrors.Same : null;
    }

    private static bool RecordsFoodOnly(MediSecureDbContext db) => db.ActorRoles.Granting(Permission.RecordAllergy).All(role => role == Role.Dietitian);
}
