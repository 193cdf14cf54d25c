using System.Globalization;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.History;

/// <summary>A patient's history: immunisations, procedures, family, how they live, pregnancies.</summary>
public sealed class HistoryService(MediSecureDb doors, TimeProvider clock)
{
    private const int LongestAheadDays = 42 * 7;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>All of it, newest first in each part; mistakes last.</summary>
    public async Task<Result<HistoryPicture>> PictureAsync(Guid patientId, CancellationToken ct)
    {
        var chart = await doors.OpenChartAsync(Permission.ViewHistory, patientId, ct);
        if (chart.Failed)
        {
            return chart.Error;
        }

        await using var db = chart.Value;
        var today = await TodayAsync(db, ct);
        var immunisations = await (from e in db.Immunisations.AsNoTracking() from who in db.StaffMembers.Where(s => s.UserId == e.RecordedBy).DefaultIfEmpty() orderby e.GivenOn descending select new { e, By = who.Name }).Take(300).ToListAsync(ct);
        var procedures = await (from e in db.PastProcedures.AsNoTracking() from who in db.StaffMembers.Where(s => s.UserId == e.RecordedBy).DefaultIfEmpty() orderby e.DoneOn descending select new { e, By = who.Name }).Take(300).ToListAsync(ct);
        var family = await (from e in db.FamilyConditions.AsNoTracking() from who in db.StaffMembers.Where(s => s.UserId == e.RecordedBy).DefaultIfEmpty() orderby e.RecordedAt descending select new { e, By = who.Name }).Take(100).ToListAsync(ct);
        var social = await (from e in db.SocialHistories.AsNoTracking() from who in db.StaffMembers.Where(s => s.UserId == e.RecordedBy).DefaultIfEmpty() orderby e.RecordedAt descending select new { e, By = who.Name }).Take(50).ToListAsync(ct);
        var pregnancies = await (from e in db.Pregnancies.AsNoTracking() from who in db.StaffMembers.Where(s => s.UserId == e.RecordedBy).DefaultIfEmpty() orderby e.DueOn descending select new { e, By = who.Name }).Take(50).ToListAsync(ct);
        return new HistoryPicture(
            [.. immunisations.OrderBy(x => x.e.IsInError).Select(x => new HistoryRow(HistoryKind.Immunisation, x.e.Id, x.e.Vaccine, x.e.GivenOn, Join(x.e.Dose is { } dose ? $"dose {dose.ToString(CultureInfo.InvariantCulture)}" : null,
                x.e.Lot is { } lot ? $"batch {lot}" : null), x.e.Note, x.By, x.e.RecordedAt, x.e.ErrorReason, x.e.Version))],
            [.. procedures.OrderBy(x => x.e.IsInError).Select(x => new HistoryRow(HistoryKind.Procedure, x.e.Id, x.e.Name, x.e.DoneOn, x.e.Place, x.e.Note, x.By, x.e.RecordedAt, x.e.ErrorReason, x.e.Version))],
            [.. family.OrderBy(x => x.e.IsInError).Select(x => new FamilyRow(x.e.Id, x.e.Relation, x.e.Condition, x.e.OnsetAge, x.e.DiedOfIt, x.e.Note, x.By, x.e.RecordedAt, x.e.ErrorReason, x.e.Version))],
            [.. social.OrderBy(x => x.e.IsInError).Select(x => new SocialRow(x.e.Id, x.e.Smoking, x.e.PackYears, x.e.Alcohol, x.e.Occupation, x.e.Living, x.e.Note, x.By, x.e.RecordedAt, x.e.ErrorReason, x.e.Version))],
            [.. pregnancies.OrderBy(x => x.e.IsInError).Select(x => new PregnancyRow(x.e.Id, x.e.DueOn, x.e.EndedOn, x.e.Outcome, x.e.Note, x.By, x.e.RecordedAt, x.e.ErrorReason, x.e.Version))],
            await db.Pregnancies.AnyAsync(Pregnancy.CountsOn(today), ct));
    }

    public Task<Result> RecordImmunisationAsync(Guid patientId, RecordImmunisationForm form, CancellationToken ct) => RecordAsync(patientId, form, form.Id, form.On, (db, at) =>
        new Immunisation(form.Id, db.OrganizationId, patientId, Text.CleanOrEmpty(form.Vaccine), form.On!.Value, form.Dose, Text.Clean(form.Lot), Text.Clean(form.Note), db.ActorId, at), ct);

    public Task<Result> RecordProcedureAsync(Guid patientId, RecordProcedureForm form, CancellationToken ct) => RecordAsync(patientId, form, form.Id, form.On, (db, at) =>
        new PastProcedure(form.Id, db.OrganizationId, patientId, Text.CleanOrEmpty(form.Name), form.On!.Value, Text.Clean(form.Place), Text.Clean(form.Note), db.ActorId, at), ct);

    public Task<Result> RecordFamilyAsync(Guid patientId, RecordFamilyForm form, CancellationToken ct) => RecordAsync(patientId, form, form.Id, null, (db, at) =>
        new FamilyCondition(form.Id, db.OrganizationId, patientId, form.Relation!.Value, Text.CleanOrEmpty(form.Condition), form.OnsetAge, form.DiedOfIt, Text.Clean(form.Note), db.ActorId, at), ct);

    public Task<Result> RecordSocialAsync(Guid patientId, RecordSocialForm form, CancellationToken ct) => RecordAsync(patientId, form, form.Id, null, (db, at) =>
        new SocialHistory(form.Id, db.OrganizationId, patientId, form.Smoking, form.PackYears, form.Alcohol, Text.Clean(form.Occupation), Text.Clean(form.Living), Text.Clean(form.Note), db.ActorId, at), ct);

    /// <summary>Records that the patient is pregnant: scores and checks of other features change with it.</summary>
    public Task<Result> RecordPregnancyAsync(Guid patientId, RecordPregnancyForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.RecordHistory, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        await db.LockAsync("patient", patientId, ct);
        if (await db.Pregnancies.AnyAsync(p => p.Id == form.Id, ct))
        {
            return Result.Ok;
        }

        var today = await TodayAsync(db, ct);
        if (form.DueOn > today.AddDays(LongestAheadDays))
        {
            return HistoryErrors.DueTooFar;
        }

        if (form.DueOn < today.AddDays(-Pregnancy.DaysAfterDue))
        {
            return HistoryErrors.DuePast;
        }

        if (await db.Patients.AnyAsync(p => p.Id == patientId && p.Sex == Sex.Male, ct))
        {
            return HistoryErrors.NotFemale;
        }

        if (await db.Pregnancies.AnyAsync(Pregnancy.CountsOn(today), ct))
        {
            return HistoryErrors.AlreadyPregnant;
        }

        db.Add(new Pregnancy(form.Id, db.OrganizationId, patientId, form.DueOn!.Value, Text.Clean(form.Note), db.ActorId, Now));
        return await db.SaveAsync(ct);
    }, ct);

    public Task<Result> EndPregnancyAsync(Guid patientId, EndPregnancyForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.RecordHistory, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        if (await db.Pregnancies.SingleOrDefaultAsync(p => p.Id == form.PregnancyId, ct) is not { } pregnancy)
        {
            return Error.NotFound;
        }

        if (pregnancy.Version != form.Version)
        {
            return Error.Stale;
        }

        if (await DayProblemAsync(db, patientId, form.On, ct) is { } wrong)
        {
            return wrong;
        }

        var result = pregnancy.End(form.Outcome!.Value, form.On!.Value);
        return result.Failed ? result : await db.SaveAsync(ct);
    }, ct);

    /// <summary>Marks an entry as a mistake: struck through, never deleted.</summary>
    public Task<Result> EnterInErrorAsync(Guid patientId, VoidHistoryForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.RecordHistory, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        HistoryEntry? entry = form.Kind switch
        {
            HistoryKind.Immunisation => await db.Immunisations.SingleOrDefaultAsync(e => e.Id == form.EntryId, ct),
            HistoryKind.Procedure => await db.PastProcedures.SingleOrDefaultAsync(e => e.Id == form.EntryId, ct),
            HistoryKind.Family => await db.FamilyConditions.SingleOrDefaultAsync(e => e.Id == form.EntryId, ct),
            HistoryKind.Social => await db.SocialHistories.SingleOrDefaultAsync(e => e.Id == form.EntryId, ct),
            _ => await db.Pregnancies.SingleOrDefaultAsync(e => e.Id == form.EntryId, ct),
        };
        if (entry is null)
        {
            return Error.NotFound;
        }

        if (entry.Version != form.Version)
        {
            return Error.Stale;
        }

        var reason = Text.CleanOrEmpty(form.Reason);
        var result = entry.EnterInError(reason, db.ActorId, Now);
        db.Because(reason);
        return result.Failed ? result : await db.SaveAsync(ct);
    }, ct);

    private Task<Result> RecordAsync<T>(Guid patientId, object form, Guid id, DateOnly? on, Func<MediSecureDbContext, DateTime, T> make, CancellationToken ct) where T : HistoryEntry =>
        doors.ChangeChartAsync(Permission.RecordHistory, patientId, async (db, ct) =>
        {
            if (FormRules.Check(form) is { } problem)
            {
                return problem;
            }

            if (await db.Set<T>().AnyAsync(e => e.Id == id, ct))
            {
                return Result.Ok; // pressed twice
            }

            if (await DayProblemAsync(db, patientId, on, ct) is { } wrong)
            {
                return wrong;
            }

            db.Add(make(db, Now));
            return await db.SaveAsync(ct);
        }, ct);

    private async Task<Error?> DayProblemAsync(MediSecureDbContext db, Guid patientId, DateOnly? on, CancellationToken ct)
    {
        if (on is null)
        {
            return null;
        }

        var born = await db.Patients.Where(p => p.Id == patientId).Select(p => p.BirthDate).SingleAsync(ct);
        return on > await TodayAsync(db, ct) ? HistoryErrors.InTheFuture : on < born ? HistoryErrors.BeforeBirth : null;
    }

    private async Task<DateOnly> TodayAsync(MediSecureDbContext db, CancellationToken ct)
    {
        var zone = await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.TimeZone).SingleAsync(ct);
        return LocalDay.Of(TimeZoneInfo.FindSystemTimeZoneById(zone), Now);
    }

    private static string? Join(params string?[] parts) => string.Join(", ", parts.OfType<string>()) is { Length: > 0 } text ? text : null;
}
