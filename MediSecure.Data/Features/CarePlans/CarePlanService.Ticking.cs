using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.CarePlans;

public sealed partial class CarePlanService
{
    /// <summary>Done on that day. However often and by however many it is called: one tick.</summary>
    public Task<Result> TickAsync(Guid patientId, TickActivityForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.TickCarePlan, patientId, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        var activity = await TickableAsync(db, patientId, form, inner);
        if (activity.Failed || await TickOf(db, form).AnyAsync(inner))
        {
            return activity;
        }

        db.Add(new PlanTick(Guid.CreateVersion7(), db.OrganizationId, patientId, form.ActivityId, form.DoneOn!.Value, form.Ordinal, Now, db.ActorId));
        return await db.SaveAsync(inner);
    }, ct);

    /// <summary>It was not done after all; harmless when it is not ticked.</summary>
    public Task<Result> UntickAsync(Guid patientId, TickActivityForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.TickCarePlan, patientId, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        var activity = await TickableAsync(db, patientId, form, inner);
        if (activity.Failed || await TickOf(db, form).SingleOrDefaultAsync(inner) is not { } tick)
        {
            return activity;
        }

        db.Remove(tick);
        return await db.SaveAsync(inner);
    }, ct);

    private static IQueryable<PlanTick> TickOf(MediSecureDbContext db, TickActivityForm form) =>
        db.PlanTicks.Where(t => t.ActivityId == form.ActivityId && t.DoneOn == form.DoneOn && t.Ordinal == form.Ordinal);

    /// <summary>Locks the patient, so that of many who tick at once one writes.</summary>
    private async Task<Result> TickableAsync(MediSecureDbContext db, Guid patientId, TickActivityForm form, CancellationToken ct)
    {
        await db.LockAsync("patient", patientId, ct);
        var activity = await db.PlanActivities.AsNoTracking().SingleOrDefaultAsync(a => a.Id == form.ActivityId && a.CancelledAt == null, ct);
        if (activity is null || await db.CarePlans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == activity.PlanId, ct) is not { StartsOn: { } starts } plan)
        {
            return Error.NotFound;
        }

        if (plan.Status != CarePlanStatus.Active)
        {
            return CarePlanErrors.NotActive;
        }

        var (day, today) = (form.DoneOn!.Value, LocalDay.Of(await ZoneAsync(db, ct), Now));
        if (day > today)
        {
            return CarePlanErrors.Future;
        }

        if (day < today.AddDays(-CarePlanRules.DaysBack))
        {
            return CarePlanErrors.TooLongAgo;
        }

        var holds = await db.CarePlanHolds.AsNoTracking().Where(h => h.PlanId == plan.Id).ToListAsync(ct);
        return form.Ordinal > activity.TimesOnADay || !Due(activity).Covers(day) || !new PlanSpan(starts, plan.EndsOn, [.. holds.Select(h => (h.HeldOn, h.ResumedOn))]).Covers(day) ? CarePlanErrors.NotDue : Result.Ok;
    }
}
