using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Triage;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

#pragma warning disable CA1310 // translated to SQL, where both columns are compared byte by byte; the overload with StringComparison has no translation

namespace MediSecure.Data.Features.ActivityReviews;

public sealed partial class ActivityReviewService
{
    /// <summary>What a patient does about their own visits is no finding, although the person works here too.</summary>
    private static readonly string[] OfPatients = [.. Enum.GetValues<Permission>().Where(permission => Enum.GetValues<Role>().Where(role => role.Grants(permission)).All(role => role == Role.Patient)).Select(permission => permission.ToString())];

    /// <summary>Everything that stands out within <see cref="Reach"/>, asked of the log itself.</summary>
    private async Task<IReadOnlyList<ActivityFinding>> FindAsync(MediSecureDbContext db, TimeZoneInfo zone, CancellationToken ct)
    {
        var since = Now - Reach;
        var events = db.AuditEvents.AsNoTracking().Where(e => e.RecordedAt >= since && e.ActorUserId != null);
        var done = events.Where(e => e.Outcome == AuditOutcome.Success);

        var emergency = await db.EmergencyGrants.AsNoTracking().Where(g => g.GrantedAt >= since).Select(g => new { g.UserId, g.PatientId, g.GrantedAt }).ToListAsync(ct);
        var own = await Moments(from e in done
                                join p in db.Patients on e.PatientId equals (Guid?)p.Id
                                where p.UserId == e.ActorUserId && e.ActorRoles != nameof(Role.Patient) && !OfPatients.Contains(e.EventCode)
                                select e).ToListAsync(ct);
        // The last word of both names, whatever stands before it.
        var family = await Moments(from e in done.Where(e => e.Action == AuditAction.Read)
                                   join s in db.StaffMembers on e.ActorUserId equals (Guid?)s.UserId
                                   join p in db.Patients on e.PatientId equals (Guid?)p.Id
                                   join w in db.PatientSearchWords on p.Id equals w.PatientId
                                   where p.FamilyName != null && (p.UserId == null || p.UserId != s.UserId) && (" " + s.SearchName).EndsWith(" " + w.Word) && (" " + p.SearchName).EndsWith(" " + w.Word)
                                   select e).ToListAsync(ct);
        var exports = await Moments(done.Where(e => e.EventCode == nameof(Permission.ExportActivityLog))).ToListAsync(ct);
        var summaries = await Moments(done.Where(e => e.EventCode == nameof(Permission.ExportSummary) && e.ActorRoles != nameof(Role.Patient))).ToListAsync(ct);
        var mistakes = await Moments(from t in db.TriageEntries.Where(t => t.Status == TriageStatus.EnteredInError && t.ClosedAt >= since)
                                     from e in done.Where(e => e.Action == AuditAction.Read)
                                     where e.PatientId == (Guid?)t.PatientId && e.RecordedAt >= t.RecordedAt && e.RecordedAt <= t.ClosedAt && (e.ActorUserId == t.RecordedBy || e.ActorUserId == t.ClosedBy)
                                     select e).ToListAsync(ct);
        var roles = await Moments(from e in done.Where(e => e.EventCode == nameof(Permission.GrantRole) && e.Action == AuditAction.Create)
                                  join m in db.OrganizationMemberships on e.EntityId equals (Guid?)m.Id
                                  where m.OrganizationId == db.OrganizationId && m.UserId == e.ActorUserId
                                  select e).ToListAsync(ct);
        var added = await Moments(from e in done.Where(e => e.EventCode == nameof(Permission.EditStaff) && e.Action == AuditAction.Create)
                                  join s in db.StaffMembers on e.EntityId equals (Guid?)s.Id
                                  where s.UserId == e.ActorUserId
                                  select e).ToListAsync(ct);
        var refusals = await Moments(events.Where(e => e.Outcome == AuditOutcome.Refused)).ToListAsync(ct);
        // Counted by the database: an hour's reads are many.
        var hours = await done.Where(e => e.Action == AuditAction.Read && e.ActorRoles != nameof(Role.Patient))
            .GroupBy(e => new { e.ActorUserId, e.RecordedAt.Date, e.RecordedAt.Hour })
            .Select(g => new
            {
                g.Key.ActorUserId, First = g.Min(e => e.RecordedAt), Last = g.Max(e => e.RecordedAt), Records = g.Where(e => e.PatientId != null).Select(e => e.PatientId).Distinct().Count(),
                Lists = g.Count(e => e.PatientId == null && e.EntityType == nameof(Patients.Patient) && e.EventCode == nameof(Permission.SearchPatients)), // boards and work lists come up by themselves
            })
            .Where(g => g.Records >= ActivityFinding.ManyRecords || g.Lists >= ActivityFinding.ManyLists).ToListAsync(ct);

        return
        [
            .. emergency.Select(g => new ActivityFinding(FindingKind.EmergencyAccess, g.UserId, g.PatientId, g.GrantedAt, g.GrantedAt, 1)),
            .. ByRecordAndDay(FindingKind.OwnRecord, own, zone),
            .. ByRecordAndDay(FindingKind.SameFamilyName, family, zone),
            .. hours.Select(g => new ActivityFinding(FindingKind.ManyRecords, g.ActorUserId!.Value, null, g.First, g.Last, Math.Max(g.Records, g.Lists))),
            .. ByRecordAndDay(FindingKind.QueuedByMistake, mistakes, zone),
            .. roles.Concat(added).Select(e => new ActivityFinding(FindingKind.OwnRole, e.ActorUserId, null, e.RecordedAt, e.RecordedAt, 1)).DistinctBy(KeyOf),
            .. exports.Select(e => new ActivityFinding(FindingKind.Export, e.ActorUserId, null, e.RecordedAt, e.RecordedAt, 1)).DistinctBy(KeyOf),
            .. summaries.GroupBy(e => (e.ActorUserId, LocalDay.Of(zone, e.RecordedAt))).Where(g => g.Count() >= ActivityFinding.ManySummaries)
                .Select(g => new ActivityFinding(FindingKind.Export, g.Key.ActorUserId, null, g.Min(e => e.RecordedAt), g.Max(e => e.RecordedAt), g.Count())),
            .. refusals.GroupBy(e => (e.ActorUserId, LocalDay.Of(zone, e.RecordedAt))).Where(g => g.Count() >= ActivityFinding.ManyRefusals)
                .Select(g => new ActivityFinding(FindingKind.Refusals, g.Key.ActorUserId, null, g.Min(e => e.RecordedAt), g.Max(e => e.RecordedAt), g.Count())),
        ];
    }

    // One finding for a person, a record and a day, however often it was opened.
    private static IEnumerable<ActivityFinding> ByRecordAndDay(FindingKind kind, List<Moment> moments, TimeZoneInfo zone) => moments
        .GroupBy(e => (e.ActorUserId, e.PatientId, LocalDay.Of(zone, e.RecordedAt)))
        .Select(g => new ActivityFinding(kind, g.Key.ActorUserId, g.Key.PatientId, g.Min(e => e.RecordedAt), g.Max(e => e.RecordedAt), g.Select(e => e.Id).Distinct().Count()))
        .DistinctBy(KeyOf);

    private static IQueryable<Moment> Moments(IQueryable<AuditEvent> events) => events.Select(e => new Moment(e.Id, e.ActorUserId!.Value, e.PatientId, e.RecordedAt));

    private sealed record Moment(Guid Id, Guid ActorUserId, Guid? PatientId, DateTime RecordedAt);
}
