using MediSecure.Data.Access;
using MediSecure.Data.Changes;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Jobs;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.SystemHealth;

/// <summary>How database, jobs, open pages and process are doing.</summary>
public sealed class SystemHealthService(MediSecureDb db, DatabaseProbe probe, JobBoard jobs, CircuitCounter circuits, ChangeFeed feed, ProcessWatch process, TimeProvider clock)
{
    private const int Hours = 24;

    public async Task<Result<SystemHealthDetail>> ReadAsync(CancellationToken ct)
    {
        await using var open = await db.OpenAsync(Permission.ViewSystemHealth, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        return new SystemHealthDetail(now, await probe.MeasureAsync(open, ct), jobs.All, new CircuitFigures(circuits.Open, circuits.Connected, circuits.Peak), feed.Subscribers,
            process.Read(), await FailedSignInsAsync(open, now, ct));
    }

    private static async Task<IReadOnlyList<HourCount>> FailedSignInsAsync(MediSecureDbContext open, DateTime now, CancellationToken ct)
    {
        var thisHour = new DateTime(now.Year, now.Month, now.Day, now.Hour, 0, 0, DateTimeKind.Utc);
        var first = thisHour.AddHours(1 - Hours);
        var counts = await open.AuditEvents.AsNoTracking()
            .Where(e => e.EventCode == SignInAudit.SignInFailed && e.RecordedAt >= first)
            .GroupBy(e => new { e.RecordedAt.Year, e.RecordedAt.Month, e.RecordedAt.Day, e.RecordedAt.Hour })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(ct);
        var byHour = counts.ToDictionary(c => new DateTime(c.Key.Year, c.Key.Month, c.Key.Day, c.Key.Hour, 0, 0, DateTimeKind.Utc), c => c.Count);
        return [.. Enumerable.Range(0, Hours).Select(i => first.AddHours(i)).Select(hour => new HourCount(hour, byHour.GetValueOrDefault(hour)))];
    }
}
