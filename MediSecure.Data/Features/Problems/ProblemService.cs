using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Problems;

/// <summary>The problem list of a patient.</summary>
public sealed class ProblemService(MediSecureDb doors, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What counts first, newest onset first; then what is over; then what was a mistake.</summary>
    public async Task<Result<IReadOnlyList<ProblemRow>>> ListAsync(Guid patientId, CancellationToken ct)
    {
        var chart = await doors.OpenChartAsync(Permission.ViewProblems, patientId, ct);
        if (chart.Failed)
        {
            return chart.Error;
        }

        await using var db = chart.Value;
        var rows = await (
            from problem in db.HealthProblems.AsNoTracking()
            from recorder in db.StaffMembers.Where(s => s.UserId == problem.RecordedBy).DefaultIfEmpty()
            from corrector in db.StaffMembers.Where(s => s.UserId == problem.EnteredInErrorBy).DefaultIfEmpty()
            orderby problem.RecordedAt descending
            select new ProblemRow(problem.Id, problem.Title, problem.Code, problem.ClinicalStatus, problem.Verification, problem.Severity, problem.OnsetOn, problem.AbatedOn, problem.Note, recorder.Name,
                problem.RecordedAt, problem.ErrorReason, corrector.Name, problem.EnteredInErrorAt, problem.Version)).Take(500).ToListAsync(ct);
        return Result.Of<IReadOnlyList<ProblemRow>>([.. rows.OrderBy(row => row.IsInError).ThenByDescending(row => row.IsActive).ThenByDescending(row => row.OnsetOn)]);
    }

    /// <summary>Puts a problem on the list. Safe to call again with the same id.</summary>
    public Task<Result> RecordAsync(Guid patientId, RecordProblemForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.RecordProblem, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        if (form.Verification is ProblemVerification.Refuted or ProblemVerification.EnteredInError)
        {
            return ProblemErrors.NotPossible(ProblemVerification.Provisional, form.Verification);
        }

        await db.LockAsync("patient", patientId, ct);
        if (await db.HealthProblems.AnyAsync(p => p.Id == form.Id, ct))
        {
            return Result.Ok;
        }

        var facts = await FactsAsync(db, patientId, form, null, ct);
        if (facts.Failed)
        {
            return facts.Error;
        }

        db.Add(new HealthProblem(form.Id, db.OrganizationId, patientId, facts.Value, form.Verification, db.ActorId, Now));
        return await db.SaveAsync(ct);
    }, ct);

    /// <summary>Corrects what is known of a problem.</summary>
    public Task<Result> EditAsync(Guid patientId, EditProblemForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.RecordProblem, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        await db.LockAsync("patient", patientId, ct);
        var found = await FindAsync(db, form.Id, form.Version, ct);
        if (found.Failed)
        {
            return found.Error;
        }

        var facts = await FactsAsync(db, patientId, form, found.Value, ct);
        var result = facts.Failed ? facts.Error : found.Value.Correct(facts.Value);
        return result.Failed ? result : await db.SaveAsync(ct);
    }, ct);

    /// <summary>Changes state or certainty, by what may follow what.</summary>
    public Task<Result> ChangeAsync(Guid patientId, ChangeProblemForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.RecordProblem, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        if (form.ClinicalStatus is null && form.Verification is null)
        {
            return ProblemErrors.NothingToChange;
        }

        var today = await TodayAsync(db, ct);
        if (form.On > today)
        {
            return ProblemErrors.InTheFuture;
        }

        if (await db.Patients.AnyAsync(p => p.Id == patientId && p.BirthDate > form.On, ct))
        {
            return ProblemErrors.BeforeBirth;
        }

        var found = await FindAsync(db, form.ProblemId, form.Version, ct);
        if (found.Failed)
        {
            return found.Error;
        }

        var result = form.Verification is { } certainty ? found.Value.Assess(certainty) : Result.Ok;
        result = !result.Failed && form.ClinicalStatus is { } status ? found.Value.MoveTo(status, form.On ?? today) : result;
        return result.Failed ? result : await db.SaveAsync(ct);
    }, ct);

    /// <summary>Marks an entry as a mistake: struck through, never deleted.</summary>
    public Task<Result> EnterInErrorAsync(Guid patientId, VoidProblemForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.RecordProblem, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        var found = await FindAsync(db, form.ProblemId, form.Version, ct);
        if (found.Failed)
        {
            return found.Error;
        }

        var reason = Text.CleanOrEmpty(form.Reason);
        var result = found.Value.EnterInError(reason, db.ActorId, Now);
        db.Because(reason);
        return result.Failed ? result : await db.SaveAsync(ct);
    }, ct);

    private static async Task<Result<HealthProblem>> FindAsync(MediSecureDbContext db, Guid id, Guid version, CancellationToken ct) =>
        await db.HealthProblems.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } problem ? Error.NotFound : problem.Version != version ? Error.Stale : problem;

    /// <summary>The facts as they are stored: the code's own title where nothing else was typed.</summary>
    private async Task<Result<ProblemFacts>> FactsAsync(MediSecureDbContext db, Guid patientId, RecordProblemForm form, HealthProblem? itself, CancellationToken ct)
    {
        var (code, title) = (Text.Clean(form.Code), Text.Clean(form.Title));
        if (code is not null && code != itself?.Code)
        {
            var known = await db.DiagnosisCodes.AsNoTracking().Where(c => c.Code == code && c.IsBillable && !c.IsRetired).Select(c => c.Title).SingleOrDefaultAsync(ct);
            if (known is null)
            {
                return ProblemErrors.UnknownCode;
            }

            title ??= known;
        }

        title ??= code is null ? null : itself?.Title;
        if (title is null)
        {
            return ProblemErrors.NoWords;
        }

        var born = await db.Patients.Where(p => p.Id == patientId).Select(p => p.BirthDate).SingleAsync(ct);
        if (form.OnsetOn > await TodayAsync(db, ct))
        {
            return ProblemErrors.OnsetInTheFuture;
        }

        if (form.OnsetOn < born)
        {
            return ProblemErrors.OnsetBeforeBirth;
        }

        // The same code, or the same words, twice at a time is one problem.
        var id = itself?.Id ?? Guid.Empty;
        var others = await db.HealthProblems.AsNoTracking().Where(p => p.Id != id && (p.ClinicalStatus == ProblemStatus.Active || p.ClinicalStatus == ProblemStatus.Recurrence)
            && (p.Verification == ProblemVerification.Provisional || p.Verification == ProblemVerification.Confirmed)).Select(p => new { p.Code, p.Title }).ToListAsync(ct);
        var words = SearchText.Normalize(title);
        return others.Any(other => (code is not null && other.Code == code) || SearchText.Normalize(other.Title) == words)
            ? ProblemErrors.Same
            : new ProblemFacts(title, code, form.Severity, form.OnsetOn, Text.Clean(form.Note));
    }

    private async Task<DateOnly> TodayAsync(MediSecureDbContext db, CancellationToken ct)
    {
        var zone = await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.TimeZone).SingleAsync(ct);
        return LocalDay.Of(TimeZoneInfo.FindSystemTimeZoneById(zone), Now);
    }
}
