using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.CarePlans;

/// <summary>Dietary plans: reading here, the dietitian's steps in <c>CarePlanService.Editing.cs</c>, the patient's ticks in <c>CarePlanService.Ticking.cs</c>.</summary>
public sealed partial class CarePlanService(MediSecureDb doors, TimeProvider clock)
{
    private const int MostPlans = 20;
    private const int MostReviews = 200;

    private static readonly CarePlanStatus[] Running = [CarePlanStatus.Active, CarePlanStatus.OnHold];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The plans of a patient, the newest first; a patient sees no drafts. Opens the chart.</summary>
    public async Task<Result<IReadOnlyList<PlanDetail>>> OfPatientAsync(Guid patientId, CancellationToken ct)
    {
        var chart = await doors.OpenChartAsync(Permission.ViewCarePlan, patientId, ct);
        if (chart.Failed)
        {
            return chart.Error;
        }

        await using var db = chart.Value;
        var plans = db.CarePlans.AsNoTracking();
        if (IsPatient(db))
        {
            plans = plans.Where(p => p.StartsOn != null);
        }

        var read = await plans.OrderBy(p => p.EndedAt != null).ThenByDescending(p => p.CreatedAt).Take(MostPlans).ToListAsync(ct);
        var ids = read.Select(p => p.Id).ToList();
        var today = LocalDay.Of(await ZoneAsync(db, ct), Now);
        var goals = (await db.PlanGoals.AsNoTracking().Where(g => ids.Contains(g.PlanId)).OrderBy(g => g.AddedAt).ThenBy(g => g.Id).ToListAsync(ct)).ToLookup(g => g.PlanId, RowOf);
        var activities = (await db.PlanActivities.AsNoTracking().Where(a => ids.Contains(a.PlanId)).OrderBy(a => a.AddedAt).ThenBy(a => a.Id).ToListAsync(ct)).ToLookup(a => a.PlanId);
        var changes = await (
            from change in db.CarePlanChanges.AsNoTracking()
            where ids.Contains(change.PlanId)
            from who in db.StaffMembers.Where(s => s.UserId == change.ChangedBy).DefaultIfEmpty()
            orderby change.ChangedAt descending, change.Id descending
            select new { change.PlanId, Row = new PlanChangeRow(change.Id, change.ChangedAt, who.Name, change.What) }).ToListAsync(ct);
        var people = read.Select(p => p.ResponsibleId).Distinct().ToList();
        var names = await db.StaffMembers.AsNoTracking().Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        var ticked = await TickedAsync(db, ids, today, ct);
        return Result.Of<IReadOnlyList<PlanDetail>>([.. read.Select(p => new PlanDetail(p.Id, p.Version, p.Title, p.Status, p.StatusReason, names.GetValueOrDefault(p.ResponsibleId), p.FollowUpOn,
            Running.Contains(p.Status) && p.FollowUpOn <= today, p.CreatedAt, p.StartsOn, p.EndsOn, [.. goals[p.Id]],
            [.. activities[p.Id].Where(a => a.CancelledAt is null).Select(a => RowOf(a, today))], [.. changes.Where(c => c.PlanId == p.Id).Select(c => c.Row)],
            ticked.Of(p, today, CarePlanRules.Week), ticked.Of(p, today, CarePlanRules.FourWeeks)))]);
    }

    /// <summary>The plan that a patient follows now, on one day; null when there is none. Opens the chart.</summary>
    /// <param name="patientId">Whose.</param>
    /// <param name="day">Today when left out, or when it cannot be ticked.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<OwnPlan?>> CurrentAsync(Guid patientId, DateOnly? day, CancellationToken ct)
    {
        var chart = await doors.OpenChartAsync(Permission.ViewCarePlan, patientId, ct);
        if (chart.Failed)
        {
            return chart.Error;
        }

        await using var db = chart.Value;
        // The active one; without it the one that is on hold.
        var plan = await db.CarePlans.AsNoTracking().Where(p => Running.Contains(p.Status)).OrderBy(p => p.Status == CarePlanStatus.Active ? 0 : 1).ThenByDescending(p => p.CreatedAt).FirstOrDefaultAsync(ct);
        if (plan is not { StartsOn: { } starts })
        {
            return Result.Of<OwnPlan?>(null);
        }

        var today = LocalDay.Of(await ZoneAsync(db, ct), Now);
        IReadOnlyList<DateOnly> days = [.. Enumerable.Range(0, CarePlanRules.DaysBack + 1).Select(back => today.AddDays(-back)).Where(one => one >= starts)];
        var shown = day is { } asked && days.Contains(asked) ? asked : today;
        var ticked = await TickedAsync(db, [plan.Id], today, ct);
        var goals = await db.PlanGoals.AsNoTracking().Where(g => g.PlanId == plan.Id).OrderBy(g => g.AddedAt).ThenBy(g => g.Id).ToListAsync(ct);
        var responsible = await db.StaffMembers.AsNoTracking().Where(s => s.Id == plan.ResponsibleId).Select(s => s.Name).SingleOrDefaultAsync(ct);
        var own = await db.Patients.AsNoTracking().Where(p => p.Id == patientId).Select(p => p.UserId).SingleAsync(ct);
        var span = ticked.SpanOf(plan);
        var toDo = plan.Status == CarePlanStatus.Active && span.Covers(shown)
            ? ticked.Activities.Where(a => a.CancelledAt is null && Due(a).Covers(shown)).Select(a => ToDoOf(a, shown, starts, ticked.Ticks, own)).ToList() : [];
        return Result.Of<OwnPlan?>(new OwnPlan(plan.Id, plan.Title, plan.Status, plan.StatusReason, responsible, starts, plan.FollowUpOn, today, shown, days, [.. goals.Select(RowOf)], toDo,
            ticked.Of(plan, today, CarePlanRules.Week)!, ticked.Of(plan, today, CarePlanRules.FourWeeks)!));
    }

    /// <summary>Plans of patients in the caller's care whose follow-up day is reached or past: the longest overdue first.</summary>
    public async Task<IReadOnlyList<PlanReviewRow>> ReviewsAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewNutritionWork, ct);
        var today = LocalDay.Of(await ZoneAsync(db, ct), Now);
        var plans = db.CarePlans.AsNoTracking().Where(p => Running.Contains(p.Status) && p.FollowUpOn <= today).Openable(db, Now);
        var read = await (
            from plan in plans
            join patient in db.Patients on plan.PatientId equals patient.Id
            where patient.DeceasedAt == null
            from who in db.StaffMembers.Where(s => s.Id == plan.ResponsibleId).DefaultIfEmpty()
            orderby plan.FollowUpOn, plan.Id
            select new { Plan = plan, patient.DisplayName, patient.RecordNumber, patient.Sex, patient.BirthDate, IsRestricted = patient.Restriction != null, Responsible = who.Name }).Take(MostReviews).ToListAsync(ct);
        await doors.RecordShownAsync(db.Scope, "plans to review", read.Select(r => r.Plan.PatientId), ct);
        var ticked = await TickedAsync(db, [.. read.Select(r => r.Plan.Id)], today, ct);
        return [.. read.Select(r => new PlanReviewRow(r.Plan.Id, r.Plan.PatientId, r.DisplayName, r.RecordNumber, r.Sex, r.BirthDate, r.IsRestricted, r.IsRestricted ? null : r.Plan.Title, r.Plan.Status, r.Plan.FollowUpOn!.Value,
            today.DayNumber - r.Plan.FollowUpOn.Value.DayNumber, r.Responsible, r.IsRestricted ? null : ticked.Of(r.Plan, today, CarePlanRules.FourWeeks)))];
    }

    private static bool IsPatient(MediSecureDbContext db) => db.ActorRoles.Granting(Permission.ViewCarePlan).All(role => role == Role.Patient);

    private static async Task<TimeZoneInfo> ZoneAsync(MediSecureDbContext db, CancellationToken ct) =>
        TimeZoneInfo.FindSystemTimeZoneById(await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.TimeZone).SingleAsync(ct));

    private static async Task<TickedPlans> TickedAsync(MediSecureDbContext db, IReadOnlyList<Guid> plans, DateOnly today, CancellationToken ct)
    {
        var since = today.AddDays(-CarePlanRules.DaysRead);
        var activities = await db.PlanActivities.AsNoTracking().Where(a => plans.Contains(a.PlanId)).OrderBy(a => a.AddedAt).ThenBy(a => a.Id).ToListAsync(ct);
        var ids = activities.Select(a => a.Id).ToList();
        return new(activities, await db.CarePlanHolds.AsNoTracking().Where(h => plans.Contains(h.PlanId)).ToListAsync(ct),
            await db.PlanTicks.AsNoTracking().Where(t => ids.Contains(t.ActivityId) && t.DoneOn >= since).ToListAsync(ct));
    }

    private static GoalRow RowOf(PlanGoal g) => new(g.Id, g.Text, g.Target / 1.000000000000000000000000000000m, g.Unit, g.TargetOn, g.Status, g.AddedAt, g.ClosedAt);

    private static ActivityRow RowOf(PlanActivity a, DateOnly today) => new(a.Id, a.Text, a.Times, a.Per, a.FromOn, a.UntilOn, a.EndedAt is not null || a.UntilOn < today);

    private static DueActivity Due(PlanActivity a) => new(a.Id, a.Times, a.Per, a.FromOn, a.UntilOn);

    private static ToDoRow ToDoOf(PlanActivity a, DateOnly day, DateOnly planStarts, IReadOnlyList<PlanTick> ticks, Guid? own)
    {
        var here = ticks.Where(t => t.ActivityId == a.Id && t.DoneOn == day).ToList();
        var begins = planStarts > a.FromOn ? planStarts : a.FromOn;
        var week = begins.AddDays((day.DayNumber - begins.DayNumber) / 7 * 7);
        return new(a.Id, a.Text, a.Times, a.Per, a.TimesOnADay, [.. here.Select(t => t.Ordinal).Order()],
            ticks.Where(t => t.ActivityId == a.Id && t.DoneOn >= week && t.DoneOn < week.AddDays(7)).Select(t => t.DoneOn).Distinct().Count(), here.Exists(t => t.TickedBy != own));
    }

    /// <summary>What adherence of some plans is made of.</summary>
    private sealed record TickedPlans(IReadOnlyList<PlanActivity> Activities, IReadOnlyList<CarePlanHold> Holds, IReadOnlyList<PlanTick> Ticks)
    {
        private readonly Dictionary<(Guid, DateOnly), int> _counts = Ticks.GroupBy(t => (t.ActivityId, t.DoneOn)).ToDictionary(g => g.Key, g => g.Count());

        public PlanSpan SpanOf(CarePlan plan) => new(plan.StartsOn!.Value, plan.EndsOn, [.. Holds.Where(h => h.PlanId == plan.Id).Select(h => (h.HeldOn, h.ResumedOn))]);

        public Adherence? Of(CarePlan plan, DateOnly today, int days) => plan.StartsOn is null ? null
            : Adherence.Of(SpanOf(plan), Activities.Where(a => a.PlanId == plan.Id && a.CancelledAt is null).Select(Due), _counts, today, days);
    }
}
