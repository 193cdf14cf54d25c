using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.History;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Vitals;

/// <summary>Vital signs and NEWS2: the chart's part here, recording in <c>VitalsService.Recording.cs</c>, the ward's lists in <c>VitalsService.Ward.cs</c>.</summary>
public sealed partial class VitalsService(MediSecureDb doors, TimeProvider clock)
{
    private const int MostSets = 200;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The vitals of a patient. Opens the chart.</summary>
    public async Task<Result<VitalsChart>> ChartAsync(Guid patientId, CancellationToken ct)
    {
        var chart = await doors.OpenChartAsync(Permission.ViewVitals, patientId, ct);
        if (chart.Failed)
        {
            return chart.Error;
        }

        await using var db = chart.Value;
        var patient = await db.Patients.AsNoTracking().Where(p => p.Id == patientId).Select(p => new { p.BirthDate, p.Sex }).SingleAsync(ct);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.TimeZone).SingleAsync(ct));
        var age = Age.Years(patient.BirthDate, LocalDay.Of(zone, Now));
        var sets = await RowsAsync(db, db.VitalSigns.OrderByDescending(v => v.TakenAt).ThenByDescending(v => v.RecordedAt).Take(MostSets), zone, patient.BirthDate, ct);
        var order = await (
            from o in db.SaturationScaleOrders.AsNoTracking()
            from who in db.StaffMembers.Where(s => s.UserId == o.OrderedBy).DefaultIfEmpty()
            orderby o.EndedAt == null descending, o.OrderedAt descending
            select new { Row = new ScaleOrderRow(o.Id, o.Reason, o.OrderedAt, who.Name, o.EndedAt), o.Lapsed }).FirstOrDefaultAsync(ct);
        var inpatient = await db.Encounters.AnyAsync(e => e.Class == EncounterClass.Inpatient && e.EndedAt == null && (e.Status == EncounterStatus.InProgress || e.Status == EncounterStatus.OnLeave), ct);
        // The newest weight and height may be older than what is shown.
        var background = await BackgroundAsync(db, age, ct);
        var grownAt = Bmi.GrownAt(patient.BirthDate, zone);
        var height = await db.VitalSigns.AsNoTracking().Where(v => v.EnteredInErrorAt == null && v.Height != null && v.TakenAt >= grownAt).OrderByDescending(v => v.TakenAt).Select(v => v.Height).FirstOrDefaultAsync(ct);
        return new VitalsChart(sets, await StandingOfAsync(db, ct), order is { Row.EndedAt: null } ? order.Row : null, Bmi.Of(background.LastWeight, height, age), age, MayBePregnant(patient.Sex, age),
            await IsPregnantAsync(db, zone, Now, ct), inpatient, order is { Lapsed: true } ? order.Row : null);
    }

    /// <summary>How a patient stands by NEWS2, for the chart's banner; null before the first set.</summary>
    public async Task<Result<News2Row?>> StandingAsync(Guid patientId, CancellationToken ct)
    {
        var chart = await doors.OpenChartAsync(Permission.ViewVitals, patientId, ct);
        if (chart.Failed)
        {
            return chart.Error;
        }

        await using var db = chart.Value;
        return Result.Of(await StandingOfAsync(db, ct));
    }

    /// <summary>Whether the patient of this chart counts as pregnant at <paramref name="now"/>: by a pregnancy of the history, or because the newest observations say so. They say it of the day on which
    /// they were taken, for <see cref="VitalSigns.PregnancyDays"/> days, until the end of that pregnancy is recorded.</summary>
    internal static async Task<bool> IsPregnantAsync(MediSecureDbContext db, TimeZoneInfo zone, DateTime now, CancellationToken ct)
    {
        if (await db.Pregnancies.AnyAsync(Pregnancy.CountsOn(LocalDay.Of(zone, now)), ct))
        {
            return true;
        }

        var since = now.AddDays(-VitalSigns.PregnancyDays);
        var said = await db.VitalSigns.AsNoTracking().Where(v => v.EnteredInErrorAt == null && v.Status != News2Status.NotMeasured && v.TakenAt >= since)
            .OrderByDescending(v => v.TakenAt).ThenByDescending(v => v.RecordedAt).Select(v => new { v.Pregnant, v.TakenAt }).FirstOrDefaultAsync(ct);
        if (said is not { Pregnant: true })
        {
            return false;
        }

        var day = LocalDay.Of(zone, said.TakenAt);
        return !await db.Pregnancies.AnyAsync(p => p.EndedOn >= day && p.EnteredInErrorAt == null, ct);
    }

    private async Task<News2Row?> StandingOfAsync(MediSecureDbContext db, CancellationToken ct) =>
        await db.VitalStandings.AsNoTracking().FirstOrDefaultAsync(ct) is not { } s ? null
            : new(s.SetId, s.Status, s.Score, s.ScoredAt, s.PreviousScore, s.Response, s.TakenAt, s.DueAt, s.OverdueAt, await PresentVisit.SinceAsync(db, Now, ct) is { } since && s.TakenAt >= since);

    private static async Task<IReadOnlyList<VitalSetRow>> RowsAsync(MediSecureDbContext db, IQueryable<VitalSigns> sets, TimeZoneInfo zone, DateOnly birthDate, CancellationToken ct)
    {
        var read = await sets.AsNoTracking().ToListAsync(ct);
        var people = read.Select(s => s.RecordedBy).Concat(read.Select(s => s.EnteredInErrorBy).OfType<Guid>()).Distinct().ToList();
        var names = await db.StaffMembers.AsNoTracking().Where(s => people.Contains(s.UserId)).ToDictionaryAsync(s => s.UserId, s => s.Name, ct);
        return [.. read.Select(s => RowOf(s, names, Age.Years(birthDate, LocalDay.Of(zone, s.TakenAt))))];
    }

    private static VitalSetRow RowOf(VitalSigns set, IReadOnlyDictionary<Guid, string> names, int ageYears)
    {
        var missing = set.Status == News2Status.Incomplete ? News2.Of(set.Values, ageYears, set.Pregnant).Missing : [];
        return new(set.Id, set.TakenAt, set.RecordedAt, names.GetValueOrDefault(set.RecordedBy), set.Values, new(set.Status, set.Score, set.Response, set.SingleThree, missing), set.Pregnant,
            set.EnteredInErrorReason, set.EnteredInErrorAt, set.EnteredInErrorBy is { } by ? names.GetValueOrDefault(by) : null);
    }

    private static async Task<VitalBackground> BackgroundAsync(MediSecureDbContext db, int ageYears, CancellationToken ct)
    {
        var counted = db.VitalSigns.AsNoTracking().Where(v => v.EnteredInErrorAt == null);
        var weight = await counted.Where(v => v.Weight != null).OrderByDescending(v => v.TakenAt).Select(v => v.Weight).FirstOrDefaultAsync(ct);
        var height = await counted.Where(v => v.Height != null).OrderByDescending(v => v.TakenAt).Select(v => v.Height).FirstOrDefaultAsync(ct);
        return new(ageYears >= Bmi.LeastAge, weight, height);
    }

    // Who can be: the question is not put to men and to small girls.
    private static bool MayBePregnant(Sex sex, int ageYears) => sex != Sex.Male && ageYears is >= 10 and <= 60;
}
