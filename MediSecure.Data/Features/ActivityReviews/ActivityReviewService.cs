using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.EmergencyAccess;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.ActivityReviews;

/// <summary>What stands out in the activity log of the last weeks, and who looked at it. How it is found: <c>ActivityReviewService.Finding.cs</c>.</summary>
public sealed partial class ActivityReviewService(MediSecureDb doors, TimeProvider clock)
{
    /// <summary>How far back is looked.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromDays(60);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Those that wait, the oldest first, or those that were reviewed, the latest first. Whose records stand in it is recorded.</summary>
    public async Task<Result<Paged<FindingRow>>> ListAsync(FindingFilter filter, PageRequest request, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ReviewActivity, ct);
        var (rows, total) = await PageAsync(db, filter, request, ct);
        await doors.RecordReadAsync(Permission.ReviewActivity, nameof(Patient), "findings", [.. rows.Select(row => row.Finding.PatientId).OfType<Guid>().Distinct()], ct);
        return new Paged<FindingRow>(rows, total, request);
    }

    /// <summary>The findings that wait longest, for a dashboard.</summary>
    public async Task<IReadOnlyList<FindingRow>> WaitingAsync(int count, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ReviewActivity, ct);
        var (rows, _) = await PageAsync(db, new FindingFilter(), new PageRequest(0, count), ct);
        await doors.RecordShownAsync(db.Scope, "findings that wait", rows.Select(row => row.Finding.PatientId).OfType<Guid>(), ct);
        return rows;
    }

    public async Task<Result<FindingFigures>> FiguresAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ReviewActivity, ct);
        var now = Now;
        var reviewed = await ReviewsAsync(db, ct);
        var waiting = (await FindAsync(db, await ZoneAsync(db, ct), ct)).Where(found => !reviewed.ContainsKey(KeyOf(found))).ToList();
        return new FindingFigures(waiting.Count, waiting.Count(found => IsOverdue(found, now)));
    }

    /// <summary>Notes that a finding was looked at. Never by the person it concerns.</summary>
    public Task<Result> ReviewAsync(ReviewFindingForm form, CancellationToken ct) => doors.ChangeAsync(Permission.ReviewActivity, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        if (await db.ActivityReviews.AnyAsync(r => r.Id == form.Id, ct))
        {
            return Result.Ok; // the same form again
        }

        if (form.Kind == FindingKind.EmergencyAccess)
        {
            return ActivityReviewErrors.ElsewhereReviewed;
        }

        var found = (await FindAsync(db, await ZoneAsync(db, ct), ct)).FirstOrDefault(one => one.Kind == form.Kind && one.ActorUserId == form.ActorUserId && one.OccurredAt == form.OccurredAt);
        if (found is null)
        {
            return Error.NotFound;
        }

        var review = ActivityReview.Make(form.Id, db.OrganizationId, found, db.ActorId, Now, Text.CleanOrEmpty(form.Note));
        if (review.Failed)
        {
            return review.Error;
        }

        db.Add(review.Value);
        return await db.SaveAsync(ct);
    }, ct);

    private async Task<(IReadOnlyList<FindingRow> Rows, int Total)> PageAsync(MediSecureDbContext db, FindingFilter filter, PageRequest request, CancellationToken ct)
    {
        var zone = await ZoneAsync(db, ct);
        var reviewed = await ReviewsAsync(db, ct);
        var wanted = (await FindAsync(db, zone, ct)).Where(found => reviewed.ContainsKey(KeyOf(found)) == filter.Reviewed && (filter.Kind is null || found.Kind == filter.Kind));
        var ordered = (filter.Reviewed ? wanted.OrderByDescending(found => reviewed[KeyOf(found)].At) : wanted.OrderBy(found => found.OccurredAt)).ThenBy(found => found.Kind).ThenBy(found => found.ActorUserId).ToList();
        var page = ordered.Skip(request.Skip).Take(request.Size).ToList();
        return (await DescribeAsync(db, page, reviewed, zone, ct), ordered.Count);
    }

    private async Task<IReadOnlyList<FindingRow>> DescribeAsync(MediSecureDbContext db, List<ActivityFinding> page, Dictionary<(FindingKind, Guid, DateTime), Reviewed> reviewed, TimeZoneInfo zone, CancellationToken ct)
    {
        var now = Now;
        var people = page.Select(found => found.ActorUserId).Concat(page.Select(found => reviewed.GetValueOrDefault(KeyOf(found))?.By).OfType<Guid>()).Distinct().ToList();
        var names = await db.Patients.AsNoTracking().Where(p => p.UserId != null && people.Contains(p.UserId.Value)).ToDictionaryAsync(p => p.UserId!.Value, p => p.DisplayName, ct);
        foreach (var staff in await db.StaffMembers.AsNoTracking().Where(s => people.Contains(s.UserId)).Select(s => new { s.UserId, s.Name }).ToListAsync(ct))
        {
            names[staff.UserId] = staff.Name;
        }

        var ids = page.Select(found => found.PatientId).OfType<Guid>().Distinct().ToList();
        var patients = await db.Patients.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.DisplayName, p.RecordNumber, p.BirthDate }).ToDictionaryAsync(p => p.Id, ct);
        var moments = page.Select(found => found.OccurredAt).Distinct().ToList();
        var roles = (await db.AuditEvents.AsNoTracking().Where(e => e.ActorUserId != null && people.Contains(e.ActorUserId.Value) && moments.Contains(e.RecordedAt)).Select(e => new { e.ActorUserId, e.RecordedAt, e.ActorRoles }).ToListAsync(ct))
            .ToLookup(e => (e.ActorUserId!.Value, e.RecordedAt), e => e.ActorRoles);
        return [.. page.Select(found =>
        {
            var review = reviewed.GetValueOrDefault(KeyOf(found));
            var patient = found.PatientId is { } id ? patients.GetValueOrDefault(id) : null;
            var hour = TimeZoneInfo.ConvertTimeFromUtc(found.OccurredAt, zone).Hour;
            return new FindingRow(found, names.GetValueOrDefault(found.ActorUserId) ?? "Somebody not of this organisation", roles[(found.ActorUserId, found.OccurredAt)].FirstOrDefault() ?? "", patient?.DisplayName, patient?.RecordNumber, patient?.BirthDate,
                hour is >= 22 or < 6, review is null && IsOverdue(found, now), found.ActorUserId != db.ActorId && found.Kind != FindingKind.EmergencyAccess,
                review is null ? null : new FindingReview(names.GetValueOrDefault(review.By) ?? "Somebody else", review.At, review.Note));
        })];
    }

    private async Task<Dictionary<(FindingKind, Guid, DateTime), Reviewed>> ReviewsAsync(MediSecureDbContext db, CancellationToken ct)
    {
        var since = Now - Reach;
        var reviews = await db.ActivityReviews.AsNoTracking().Where(r => r.OccurredAt >= since).Select(r => new { r.Kind, r.ConcernsUserId, r.OccurredAt, r.ReviewedBy, r.ReviewedAt, r.Note }).ToListAsync(ct);
        var found = reviews.ToDictionary(r => (r.Kind, r.ConcernsUserId, r.OccurredAt), r => new Reviewed(r.ReviewedBy, r.ReviewedAt, r.Note));
        // Emergency access is judged on its own page.
        foreach (var grant in await db.EmergencyGrants.AsNoTracking().Where(g => g.GrantedAt >= since && g.ReviewedBy != null && g.ReviewedAt != null).Select(g => new { g.UserId, g.GrantedAt, g.ReviewedBy, g.ReviewedAt, g.Outcome, g.ReviewNote }).ToListAsync(ct))
        {
            found[(FindingKind.EmergencyAccess, grant.UserId, grant.GrantedAt)] = new Reviewed(grant.ReviewedBy!.Value, grant.ReviewedAt!.Value, grant.ReviewNote ?? (grant.Outcome == EmergencyOutcome.Justified ? "Justified" : "Not justified"));
        }

        return found;
    }

    private static (FindingKind, Guid, DateTime) KeyOf(ActivityFinding found) => (found.Kind, found.ActorUserId, found.OccurredAt);

    private sealed record Reviewed(Guid By, DateTime At, string Note);

    private static bool IsOverdue(ActivityFinding found, DateTime now) => now - found.OccurredAt > ActivityFinding.ReviewWithin;

    private static async Task<TimeZoneInfo> ZoneAsync(MediSecureDbContext db, CancellationToken ct) =>
        TimeZoneInfo.FindSystemTimeZoneById(await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.TimeZone).SingleAsync(ct));
}
