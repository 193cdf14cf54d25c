using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Vitals;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Nutrition;

/// <summary>Screening and assessment of nutrition: the chart's part here, consults in <c>NutritionService.Consults.cs</c>, the dietitians' lists in <c>NutritionService.Work.cs</c>.</summary>
public sealed partial class NutritionService(MediSecureDb doors, TimeProvider clock)
{
    private const int MostWeights = 60;
    private const int MostAssessments = 50;
    private const int MostConsults = 10;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The nutrition of a patient. Opens the chart.</summary>
    public async Task<Result<NutritionChart>> ChartAsync(Guid patientId, CancellationToken ct)
    {
        var chart = await doors.OpenChartAsync(Permission.ViewNutrition, patientId, ct);
        if (chart.Failed)
        {
            return chart.Error;
        }

        await using var db = chart.Value;
        var known = await MeasuresAsync(db, patientId, ct);
        var read = await db.NutritionAssessments.AsNoTracking().OrderByDescending(a => a.AssessedAt).ThenByDescending(a => a.Id).Take(MostAssessments).ToListAsync(ct);
        var people = read.SelectMany(a => new[] { a.AssessedBy, a.EnteredInErrorBy }).OfType<Guid>().Distinct().ToList();
        var names = await db.StaffMembers.AsNoTracking().Where(s => people.Contains(s.UserId)).ToDictionaryAsync(s => s.UserId, s => s.Name, ct);
        var consults = await ConsultRowsAsync(db, db.NutritionConsults.OrderBy(c => c.ClosedAt != null).ThenByDescending(c => c.RequestedAt).Take(MostConsults), true, ct);
        return new NutritionChart(known.AgeYears, known.Pregnant, known.Weight, known.RecentWeight is not null, known.Height, known.Pregnant ? null : Bmi.Of(known.Weight?.Value, known.Height?.Value, known.AgeYears),
            known.PastWeight, known.LossProposed, await WeightsAsync(db, ct), [.. read.Select(a => RowOf(a, names, db.ActorId))], [.. consults.OrderBy(c => !c.IsOpen).ThenByDescending(c => c.RequestedAt)]);
    }

    /// <summary>Scores and saves. A dietitian's assessment that is complete answers the open consult. Safe to call again with the same id.</summary>
    public Task<Result> AssessAsync(Guid patientId, AssessNutritionForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.AssessNutrition, patientId, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("patient", patientId, inner);
        if (await db.NutritionAssessments.AnyAsync(a => a.Id == form.Id, inner))
        {
            return Result.Ok; // the same press again
        }

        if (await db.Patients.AnyAsync(p => p.Id == patientId && p.DeceasedAt != null, inner))
        {
            return NutritionErrors.AfterDeath;
        }

        var known = await MeasuresAsync(db, patientId, inner);
        if (form.WeightSetId != known.RecentWeight?.SetId || form.HeightSetId != known.Height?.SetId)
        {
            return NutritionErrors.MeasuresChanged;
        }

        var encounter = await db.Encounters.AsNoTracking()
            .Where(e => e.EndedAt == null && (e.Status == EncounterStatus.InProgress || e.Status == EncounterStatus.Arrived || e.Status == EncounterStatus.OnLeave))
            .OrderByDescending(e => e.StartedAt).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(inner);
        var made = NutritionAssessment.Make(form.Id, db.OrganizationId, patientId, encounter, new(known.AgeYears, known.Pregnant, known.RecentWeight, known.Height, known.PastWeight, known.LossProposed, form.LossPercent,
            Text.Clean(form.LossReason), form.AcutelyIll), Text.Clean(form.Summary), Now, db.ActorId);
        if (made.Failed)
        {
            return made.Error;
        }

        db.Add(made.Value);
        if (made.Value.Status != MustStatus.Incomplete && db.ActorRoles.Granting(Permission.AnswerNutritionConsult).Any()
            && await db.NutritionConsults.SingleOrDefaultAsync(c => c.ClosedAt == null, inner) is { } consult && consult.Answer(form.Id, Now, db.ActorId) is { Failed: true, Error: { } refused })
        {
            return refused;
        }

        return await db.SaveAsync(inner);
    }, ct);

    /// <summary>Strikes an assessment through: it counts for nothing, and a consult that it answered lately waits for another one.</summary>
    public Task<Result> MarkInErrorAsync(Guid patientId, CorrectAssessmentForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.AssessNutrition, patientId, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("patient", patientId, inner);
        var assessment = await db.NutritionAssessments.SingleOrDefaultAsync(a => a.Id == form.AssessmentId, inner);
        if (assessment is null)
        {
            return Error.NotFound;
        }

        if (assessment.AssessedBy != db.ActorId && !db.ActorRoles.Granting(Permission.AnswerNutritionConsult).Any())
        {
            return NutritionErrors.NotYours;
        }

        var marked = assessment.MarkInError(Text.CleanOrEmpty(form.Reason), Now, db.ActorId);
        if (marked.Failed)
        {
            return marked;
        }

        db.Because(Text.Clean(form.Reason));
        // An open consult opens the chart to every dietitian: what is over stays over, and emergency access opens it to nobody else. When somebody has asked anew meanwhile, that one waits already.
        var since = Now.AddDays(-(db.Scope.Care ?? CareTerms.Usual).DaysAfterVisit);
        if (db.Scope.Purpose != AuditPurpose.BreakGlass && !await db.Patients.AnyAsync(p => p.Id == patientId && p.DeceasedAt != null, inner)
            && await db.NutritionConsults.SingleOrDefaultAsync(c => c.AssessmentId == assessment.Id && c.ClosedAt >= since, inner) is { } answered && !await db.NutritionConsults.AnyAsync(c => c.ClosedAt == null, inner))
        {
            answered.Reopen();
        }

        return await db.SaveAsync(inner);
    }, ct);

    /// <summary>What is known from the observations; struck ones count for nothing.</summary>
    private async Task<Measures> MeasuresAsync(MediSecureDbContext db, Guid patientId, CancellationToken ct)
    {
        var now = Now;
        var birthDate = await db.Patients.AsNoTracking().Where(p => p.Id == patientId).Select(p => p.BirthDate).SingleAsync(ct);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.TimeZone).SingleAsync(ct));
        var today = LocalDay.Of(zone, now);
        var counted = db.VitalSigns.AsNoTracking().Where(v => v.EnteredInErrorAt == null);
        var weight = await WeightsAsync(db, ct, 1) is [var newest, ..] ? newest : null;
        var age = Age.Years(birthDate, today);
        var grownAt = age < Must.LeastAge ? DateTime.UnixEpoch : Bmi.GrownAt(birthDate, zone);
        var height = await counted.Where(v => v.Height != null && v.TakenAt >= grownAt).OrderByDescending(v => v.TakenAt).ThenByDescending(v => v.RecordedAt).FirstOrDefaultAsync(ct);
        var (from, until) = WeightLoss.Window(today);
        var (fromAt, untilAt) = (LocalDay.Bounds(zone, from).StartsAt, LocalDay.Bounds(zone, until).EndsAt);
        var past = (await counted.Where(v => v.Weight != null && v.TakenAt >= fromAt && v.TakenAt < untilAt).ToListAsync(ct)).MaxBy(v => v.Weight);
        var since = now.AddDays(-Must.WeightDays);
        var pregnant = await VitalsService.IsPregnantAsync(db, zone, now, ct);
        return new(age, pregnant, weight, weight?.TakenAt >= since ? weight : null, height is null ? null : new(height.Id, height.Values.Height!.Value, height.TakenAt),
            past is null ? null : new(past.Id, past.Values.Weight!.Value, past.TakenAt));
    }

    private static async Task<IReadOnlyList<MeasuredValue>> WeightsAsync(MediSecureDbContext db, CancellationToken ct, int most = MostWeights) =>
        [.. (await db.VitalSigns.AsNoTracking().Where(v => v.EnteredInErrorAt == null && v.Weight != null).OrderByDescending(v => v.TakenAt).ThenByDescending(v => v.RecordedAt).Take(most).ToListAsync(ct))
            .Select(v => new MeasuredValue(v.Id, v.Values.Weight!.Value, v.TakenAt))];

    private static AssessmentRow RowOf(NutritionAssessment a, IReadOnlyDictionary<Guid, string> names, Guid actor) => new(a.Id, a.AssessedAt, names.GetValueOrDefault(a.AssessedBy), a.Rule, a.AgeYears, a.Pregnant,
        Plain(a.Weight), a.WeightAt, Plain(a.Height), a.HeightAt, Plain(a.PastWeight), a.PastWeightAt, Plain(a.LossProposed), Plain(a.LossPercent), a.LossReason, a.AcutelyIll, a.Status, a.Score, a.Risk, a.BmiPoints,
        a.LossPoints, a.AcutePoints, a.Summary, a.AssessedBy == actor, a.EnteredInErrorReason, a.EnteredInErrorAt, a.EnteredInErrorBy is { } by ? names.GetValueOrDefault(by) : null);

    // The database gives six decimals back.
    private static decimal? Plain(decimal? value) => value / 1.000000000000000000000000000000m;

    private sealed record Measures(int AgeYears, bool Pregnant, MeasuredValue? Weight, MeasuredValue? RecentWeight, MeasuredValue? Height, MeasuredValue? PastWeight)
    {
        public decimal? LossProposed => RecentWeight is { } now && PastWeight is { } then ? WeightLoss.Percent(then.Value, now.Value) : null;
    }
}
