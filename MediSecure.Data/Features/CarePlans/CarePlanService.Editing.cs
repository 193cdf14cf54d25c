using System.Globalization;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.CarePlans;

public sealed partial class CarePlanService
{
    /// <summary>Begins a plan as a draft, which the patient does not see. Safe to call again with the same id.</summary>
    public Task<Result> StartAsync(Guid patientId, StartPlanForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.EditCarePlan, patientId, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("patient", patientId, inner);
        if (await db.CarePlans.AnyAsync(p => p.Id == form.Id, inner))
        {
            return Result.Ok; // the same press again
        }

        if (await db.Patients.AnyAsync(p => p.Id == patientId && p.DeceasedAt != null, inner))
        {
            return CarePlanErrors.AfterDeath;
        }

        if (form.FollowUpOn < LocalDay.Of(await ZoneAsync(db, inner), Now))
        {
            return CarePlanErrors.FollowUpPast;
        }

        var title = Text.CleanOrEmpty(form.Title);
        // Only staff hold the permission, so there is a staff row.
        var plan = new CarePlan(form.Id, db.OrganizationId, patientId, title, form.FollowUpOn, db.Scope.StaffMemberId ?? Guid.Empty, IsInCare(db), Now, db.ActorId);
        db.Add(plan);
        Note(db, plan, $"Begun: {title}{(form.FollowUpOn is { } on ? $". Follow-up {Words(on)}" : "")}");
        return await db.SaveAsync(inner);
    }, ct);

    /// <summary>Changes title and follow-up.</summary>
    public Task<Result> EditAsync(Guid patientId, EditPlanForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.EditCarePlan, patientId, async (db, inner) =>
        FormRules.Check(form) is { } broken ? broken : await StepAsync(db, patientId, form.PlanId, async plan =>
        {
            if (plan.Version != form.Version)
            {
                return Error.Stale;
            }

            var (title, before) = (Text.CleanOrEmpty(form.Title), plan.FollowUpOn);
            if (form.FollowUpOn != before && form.FollowUpOn < LocalDay.Of(await ZoneAsync(db, inner), Now))
            {
                return CarePlanErrors.FollowUpPast;
            }

            if (title == plan.Title && form.FollowUpOn == before)
            {
                return Result.Ok;
            }

            var was = plan.Title;
            var edited = plan.Edit(title, form.FollowUpOn);
            if (!edited.Failed)
            {
                Note(db, plan, string.Join(". ", new[]
                {
                    was == title ? null : $"Title: {was} → {title}",
                    before == form.FollowUpOn ? null : $"Follow-up: {(before is { } old ? Words(old) : "none")} → {(form.FollowUpOn is { } on ? Words(on) : "none")}",
                }.OfType<string>()));
            }

            return edited;
        }, inner), ct);

    /// <summary>From now on the patient sees and ticks it. Only one plan of a patient is active.</summary>
    public Task<Result> ActivateAsync(Guid patientId, Guid planId, CancellationToken ct) => doors.ChangeChartAsync(Permission.EditCarePlan, patientId, (db, inner) => StepAsync(db, patientId, planId, async plan =>
    {
        if (await db.Patients.AnyAsync(p => p.Id == patientId && p.DeceasedAt != null, inner))
        {
            return CarePlanErrors.AfterDeath;
        }

        if (await db.CarePlans.AnyAsync(p => p.Id != planId && p.Status == CarePlanStatus.Active, inner))
        {
            return CarePlanErrors.AlreadyActive;
        }

        var today = LocalDay.Of(await ZoneAsync(db, inner), Now);
        if (plan.Status == CarePlanStatus.Draft && !await db.PlanActivities.AnyAsync(a => a.PlanId == planId && a.EndedAt == null && (a.UntilOn == null || a.UntilOn >= today), inner))
        {
            return CarePlanErrors.NothingToDo;
        }

        return Noted(db, plan, plan.Activate(today, Now, IsInCare(db)), "Activated");
    }, inner), ct);

    /// <summary>Nothing is due until it is resumed.</summary>
    public Task<Result> HoldAsync(Guid patientId, StopPlanForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.EditCarePlan, patientId, async (db, inner) =>
        FormRules.Check(form) is { } broken ? broken : await StepAsync(db, patientId, form.PlanId, async plan =>
        {
            var reason = Text.CleanOrEmpty(form.Reason);
            var held = plan.Hold(reason);
            if (!held.Failed)
            {
                db.Add(new CarePlanHold(Guid.CreateVersion7(), db.OrganizationId, patientId, plan.Id, LocalDay.Of(await ZoneAsync(db, inner), Now)));
            }

            return Noted(db, plan, held, $"Put on hold: {reason}");
        }, inner), ct);

    /// <summary>Active again from today.</summary>
    public Task<Result> ResumeAsync(Guid patientId, Guid planId, CancellationToken ct) => doors.ChangeChartAsync(Permission.EditCarePlan, patientId, (db, inner) => StepAsync(db, patientId, planId, async plan =>
    {
        if (await db.CarePlans.AnyAsync(p => p.Id != planId && p.Status == CarePlanStatus.Active, inner))
        {
            return CarePlanErrors.AlreadyActive;
        }

        var resumed = plan.Resume();
        if (!resumed.Failed)
        {
            var today = LocalDay.Of(await ZoneAsync(db, inner), Now);
            (await db.CarePlanHolds.SingleAsync(h => h.PlanId == planId && h.ResumedOn == null, inner)).Resume(today);
        }

        return Noted(db, plan, resumed, "Resumed");
    }, inner), ct);

    /// <summary>Its goals are reached, or it has done what it could.</summary>
    public Task<Result> CompleteAsync(Guid patientId, Guid planId, CancellationToken ct) => doors.ChangeChartAsync(Permission.EditCarePlan, patientId, (db, inner) => StepAsync(db, patientId, planId,
        async plan => Noted(db, plan, plan.Complete(LocalDay.Of(await ZoneAsync(db, inner), Now), Now), "Completed"), inner), ct);

    /// <summary>Given up, with a reason; also a draft.</summary>
    public Task<Result> RevokeAsync(Guid patientId, StopPlanForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.EditCarePlan, patientId, async (db, inner) =>
        FormRules.Check(form) is { } broken ? broken : await StepAsync(db, patientId, form.PlanId, async plan =>
        {
            var reason = Text.CleanOrEmpty(form.Reason);
            return Noted(db, plan, plan.Revoke(reason, LocalDay.Of(await ZoneAsync(db, inner), Now), Now), $"Revoked: {reason}");
        }, inner), ct);

    /// <summary>Sets a goal. Safe to call again with the same id.</summary>
    public Task<Result> AddGoalAsync(Guid patientId, AddGoalForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.EditCarePlan, patientId, async (db, inner) =>
        FormRules.Check(form) is { } broken ? broken : await StepAsync(db, patientId, form.PlanId, async plan =>
        {
            if (await db.PlanGoals.AnyAsync(g => g.Id == form.Id, inner))
            {
                return Result.Ok;
            }

            if (!plan.IsOpen)
            {
                return CarePlanErrors.Ended;
            }

            var (text, unit) = (Text.CleanOrEmpty(form.Text), Text.Clean(form.Unit));
            if ((form.Target is null) != (unit is null))
            {
                return CarePlanErrors.TargetNeedsUnit;
            }

            if (form.Target is { } exact && exact != Math.Round(exact, 2))
            {
                return CarePlanErrors.TargetTooExact;
            }

            if (await db.PlanGoals.CountAsync(g => g.PlanId == plan.Id && g.Status == GoalStatus.Open, inner) >= CarePlanRules.MostParts)
            {
                return CarePlanErrors.TooMany;
            }

            db.Add(new PlanGoal(form.Id, db.OrganizationId, patientId, plan.Id, text, form.Target, unit, form.TargetOn, Now, db.ActorId));
            Note(db, plan, $"Goal set: {text}{(form.Target is { } target ? $", {target.ToString("0.##", CultureInfo.InvariantCulture)} {unit}" : "")}{(form.TargetOn is { } on ? $" by {Words(on)}" : "")}");
            return Result.Ok;
        }, inner), ct);

    /// <summary>Reached or given up.</summary>
    public Task<Result> CloseGoalAsync(Guid patientId, CloseGoalForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.EditCarePlan, patientId, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("patient", patientId, inner);
        var goal = await db.PlanGoals.SingleOrDefaultAsync(g => g.Id == form.GoalId, inner);
        return goal is null ? Error.NotFound : await StepAsync(db, patientId, goal.PlanId,
            plan => Task.FromResult(plan.IsOpen ? Noted(db, plan, goal.Close(form.Achieved, Now), $"Goal {(form.Achieved ? "reached" : "dropped")}: {goal.Text}") : CarePlanErrors.Ended), inner);
    }, ct);

    /// <summary>Adds an activity. Safe to call again with the same id.</summary>
    public Task<Result> AddActivityAsync(Guid patientId, AddActivityForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.EditCarePlan, patientId, async (db, inner) =>
        FormRules.Check(form) is { } broken ? broken : await StepAsync(db, patientId, form.PlanId, async plan =>
        {
            if (await db.PlanActivities.AnyAsync(a => a.Id == form.Id, inner))
            {
                return Result.Ok;
            }

            if (!plan.IsOpen)
            {
                return CarePlanErrors.Ended;
            }

            var today = LocalDay.Of(await ZoneAsync(db, inner), Now);
            var from = form.FromOn ?? today;
            if (from < today)
            {
                return CarePlanErrors.BeginsInThePast;
            }

            if (await db.PlanActivities.CountAsync(a => a.PlanId == plan.Id && a.EndedAt == null && (a.UntilOn == null || a.UntilOn >= today), inner) >= CarePlanRules.MostParts)
            {
                return CarePlanErrors.TooMany;
            }

            var made = PlanActivity.Plan(form.Id, db.OrganizationId, patientId, plan.Id, Text.CleanOrEmpty(form.Text), form.Times!.Value, form.Per, from, form.UntilOn, Now, db.ActorId);
            if (made.Failed)
            {
                return made.Error;
            }

            db.Add(made.Value);
            Note(db, plan, $"Activity added: {Words(made.Value)}, from {Words(from)}{(form.UntilOn is { } until ? $" to {Words(until)}" : "")}");
            return Result.Ok;
        }, inner), ct);

    /// <summary>Ends an activity. What was ticked stays.</summary>
    public Task<Result> EndActivityAsync(Guid patientId, Guid activityId, CancellationToken ct) => doors.ChangeChartAsync(Permission.EditCarePlan, patientId, async (db, inner) =>
    {
        await db.LockAsync("patient", patientId, inner);
        var activity = await db.PlanActivities.SingleOrDefaultAsync(a => a.Id == activityId, inner);
        return activity is null ? Error.NotFound : await StepAsync(db, patientId, activity.PlanId, async plan =>
        {
            if (!plan.IsOpen)
            {
                return CarePlanErrors.Ended;
            }

            var today = LocalDay.Of(await ZoneAsync(db, inner), Now);
            var done = await db.PlanTicks.AnyAsync(t => t.ActivityId == activityId && t.DoneOn == today, inner);
            return Noted(db, plan, plan.Status == CarePlanStatus.Draft ? activity.End(activity.FromOn, false, Now) : activity.End(today, done, Now), $"Activity ended: {Words(activity)}");
        }, inner);
    }, ct);

    /// <summary>The patient died: revokes what runs, in the caller's transaction and under the caller's lock of the patient. Does not save.</summary>
    internal static async Task<Result> RevokeRunningAsync(MediSecureDbContext db, Guid patientId, string reason, DateOnly today, DateTime now, CancellationToken ct)
    {
        foreach (var plan in await db.CarePlans.Where(p => p.PatientId == patientId && Running.Contains(p.Status)).ToListAsync(ct))
        {
            var revoked = plan.Revoke(reason, today, now);
            if (revoked.Failed)
            {
                return revoked;
            }

            db.Add(new CarePlanChange(Guid.CreateVersion7(), db.OrganizationId, patientId, plan.Id, $"Revoked: {reason}", now, db.ActorId));
        }

        return Result.Ok;
    }

    private static bool IsInCare(MediSecureDbContext db) => db.Scope.Purpose != AuditPurpose.BreakGlass;

    private static async Task<Result> StepAsync(MediSecureDbContext db, Guid patientId, Guid planId, Func<CarePlan, Task<Result>> step, CancellationToken ct)
    {
        await db.LockAsync("patient", patientId, ct);
        var plan = await db.CarePlans.SingleOrDefaultAsync(p => p.Id == planId, ct);
        if (plan is null)
        {
            return Error.NotFound;
        }

        var done = await step(plan);
        return done.Failed ? done : await db.SaveAsync(ct);
    }

    private Result Noted(MediSecureDbContext db, CarePlan plan, Result done, string what)
    {
        if (!done.Failed)
        {
            Note(db, plan, what);
        }

        return done;
    }

    private void Note(MediSecureDbContext db, CarePlan plan, string what) => db.Add(new CarePlanChange(Guid.CreateVersion7(), db.OrganizationId, plan.PatientId, plan.Id, what, Now, db.ActorId));

    private static string Words(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Words(PlanActivity activity) => $"{activity.Text}, {activity.Times} × a {(activity.Per == ActivityPeriod.Day ? "day" : "week")}";
}
