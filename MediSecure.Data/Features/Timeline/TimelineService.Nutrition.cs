using MediSecure.Data.Features.CarePlans;
using MediSecure.Data.Features.Nutrition;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Timeline;

public sealed partial class TimelineService
{
    private static async Task<IReadOnlyList<TimelineEntry>> NutritionAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from a in db.NutritionAssessments.AsNoTracking()
            where a.AssessedAt < window.Before && (window.From == null || a.AssessedAt >= window.From)
            from who in db.StaffMembers.Where(s => s.UserId == a.AssessedBy).DefaultIfEmpty()
            orderby a.AssessedAt descending
            select new { a.Id, a.AssessedAt, a.Status, a.Score, a.Risk, a.EnteredInErrorAt, By = who.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.AssessedAt, TimelineKind.Nutrition, r.Status switch
        {
            MustStatus.Scored => $"MUST {r.Score}, {r.Risk switch { MustRisk.Low => "low", MustRisk.Medium => "medium", _ => "high" }} risk",
            MustStatus.Incomplete => "Nutrition, MUST incomplete",
            _ => "Nutrition assessed",
        }, null, r.By, "nutrition", r.EnteredInErrorAt is not null))];
    }

    private static async Task<IReadOnlyList<TimelineEntry>> NutritionConsultsAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from c in db.NutritionConsults.AsNoTracking()
            where c.RequestedAt < window.Before && (window.From == null || c.RequestedAt >= window.From)
            from who in db.StaffMembers.Where(s => s.UserId == c.RequestedBy).DefaultIfEmpty()
            orderby c.RequestedAt descending
            select new { c.Id, c.RequestedAt, c.Status, c.Reason, By = who.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.RequestedAt, TimelineKind.Referral, r.Status switch
        {
            ConsultStatus.Declined => "Dietitian asked: declined",
            ConsultStatus.Withdrawn => "Dietitian asked: withdrawn",
            _ => "Dietitian asked",
        }, r.Reason, r.By, "nutrition"))];
    }

    private static async Task<IReadOnlyList<TimelineEntry>> PlansBegunAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from p in db.CarePlans.AsNoTracking()
            where p.StartedAt != null && p.StartedAt < window.Before && (window.From == null || p.StartedAt >= window.From)
            from who in db.StaffMembers.Where(s => s.Id == p.ResponsibleId).DefaultIfEmpty()
            orderby p.StartedAt descending
            select new { p.Id, StartedAt = p.StartedAt!.Value, p.Title, By = who.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.StartedAt, TimelineKind.Plan, $"Dietary plan: {r.Title}", null, r.By, "nutrition"))];
    }

    private static async Task<IReadOnlyList<TimelineEntry>> PlansEndedAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from p in db.CarePlans.AsNoTracking()
            where p.StartedAt != null && p.EndedAt != null && p.EndedAt < window.Before && (window.From == null || p.EndedAt >= window.From)
            orderby p.EndedAt descending
            select new { p.Id, EndedAt = p.EndedAt!.Value, p.Title, p.Status, p.StatusReason }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.EndedAt, TimelineKind.Plan, $"Dietary plan {(r.Status == CarePlanStatus.Completed ? "completed" : "revoked")}: {r.Title}", r.StatusReason, null, "nutrition"))];
    }
}
