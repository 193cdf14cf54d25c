using MediSecure.Data.Features.Triage;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Timeline;

public sealed partial class TimelineService
{
    /// <summary>Each triage, also one that set the level anew.</summary>
    private static async Task<IReadOnlyList<TimelineEntry>> TriagedAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from step in db.TriageAssessments.AsNoTracking()
            where step.AssessedAt < window.Before && (window.From == null || step.AssessedAt >= window.From)
            join entry in db.TriageEntries on step.EntryId equals entry.Id
            from who in db.StaffMembers.Where(s => s.UserId == step.AssessedBy).DefaultIfEmpty()
            orderby step.AssessedAt descending
            select new { step.Id, step.AssessedAt, step.OldLevel, step.NewLevel, step.Complaint, entry.Status, entry.EncounterId, By = who.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.AssessedAt, TimelineKind.Triage, $"Triage: {r.NewLevel.Words()}{(r.OldLevel is { } old && old != r.NewLevel ? $", before {old.Words()}" : null)}", r.Complaint, r.By,
            r.EncounterId is null ? null : "visits", r.Status == TriageStatus.EnteredInError, About: r.EncounterId))];
    }

    /// <summary>Who left before a doctor saw them, from the waiting room or when called in.</summary>
    private static async Task<IReadOnlyList<TimelineEntry>> LeftUnseenAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from entry in db.TriageEntries.AsNoTracking()
            where (entry.Status == TriageStatus.LeftWithoutBeingSeen || entry.Disposition == TriageDisposition.LeftWithoutBeingSeen)
                && entry.ClosedAt != null && entry.ClosedAt < window.Before && (window.From == null || entry.ClosedAt >= window.From)
            from who in db.StaffMembers.Where(s => s.UserId == entry.ClosedBy).DefaultIfEmpty()
            orderby entry.ClosedAt descending
            select new { entry.Id, At = entry.ClosedAt!.Value, entry.CloseNote, entry.EncounterId, By = who.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.At, TimelineKind.Triage, "Left without being seen", r.CloseNote, r.By, r.EncounterId is null ? null : "visits", About: r.EncounterId))];
    }
}
