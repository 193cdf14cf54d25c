using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.ActivityLog;

/// <summary>Who did, saw or was refused what at this organisation. How an event gets its words is in <c>ActivityLogService.Reading.cs</c>.</summary>
public sealed partial class ActivityLogService(MediSecureDb doors, TimeProvider clock)
{
    /// <summary>Most events of one page.</summary>
    public const int MostRows = 100;

    /// <summary>A page of events, newest first. Events written meanwhile do not move the pages that follow. Each question is recorded, with whom its pages concern.</summary>
    /// <param name="filter">What is wanted.</param>
    /// <param name="after">Null for the first page, then <see cref="ActivityPage.Next"/>.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="size">1 to <see cref="MostRows"/>.</param>
    public async Task<Result<ActivityPage>> ListAsync(ActivityFilter filter, ActivityCursor? after, CancellationToken ct, int size = 50)
    {
        size = Math.Clamp(size, 1, MostRows);
        await using var db = await doors.OpenAsync(Permission.ViewActivityLog, ct);
        var zone = await ZoneAsync(db, ct);
        var page = await PageAsync(db, filter, zone, after, size, ct);
        await doors.RecordShownAsync(db.Scope, filter.Shape, page.Rows.Select(row => row.PatientId).OfType<Guid>(), ct, entered: after is null, patientId: filter.PatientId);
        return page;
    }

    /// <summary>The latest events that changed something or were refused, for a dashboard.</summary>
    public async Task<IReadOnlyList<ActivityRow>> RecentAsync(int count, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewActivityLog, ct);
        var zone = await ZoneAsync(db, ct);
        var events = await db.AuditEvents.AsNoTracking().Where(e => e.Action != AuditAction.Read)
            .OrderByDescending(e => e.RecordedAt).ThenByDescending(e => e.Id).Take(Math.Clamp(count, 1, MostRows)).ToListAsync(ct);
        await doors.RecordShownAsync(db.Scope, "latest activity", events.Select(e => e.PatientId).OfType<Guid>(), ct);
        return await ReadAsync(db, events, zone, ct);
    }

    /// <summary>Everybody who works or worked here, and who acts or acted for a patient, by name. What patients do stands in their own records: the filter by patient finds it.</summary>
    public async Task<IReadOnlyList<ActivityActor>> ActorsAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewActivityLog, ct);
        var staff = await db.StaffMembers.AsNoTracking().Select(s => new ActivityActor(s.UserId, s.Name)).ToListAsync(ct);
        var carers = await db.CareProxies.AsNoTracking().Where(c => c.CarerUserId != null).Select(c => new ActivityActor(c.CarerUserId!.Value, c.CarerName)).ToListAsync(ct);
        return [.. staff.Concat(carers).DistinctBy(one => one.UserId).OrderBy(one => one.Name, StringComparer.Ordinal)];
    }

    private static async Task<ActivityPage> PageAsync(MediSecureDbContext db, ActivityFilter filter, TimeZoneInfo zone, ActivityCursor? after, int size, CancellationToken ct)
    {
        var events = await Filtered(db, filter, zone, after).OrderByDescending(e => e.RecordedAt).ThenByDescending(e => e.Id).Take(size + 1).ToListAsync(ct);
        var shown = events.Take(size).ToList();
        return new ActivityPage(await ReadAsync(db, shown, zone, ct), events.Count > size ? new ActivityCursor(shown[^1].RecordedAt, shown[^1].Id) : null);
    }

    private static IQueryable<AuditEvent> Filtered(MediSecureDbContext db, ActivityFilter filter, TimeZoneInfo zone, ActivityCursor? after)
    {
        var events = db.AuditEvents.AsNoTracking();
        if (filter.ActorUserId is { } actor)
        {
            events = events.Where(e => e.ActorUserId == actor);
        }

        if (filter.PatientId is { } patient)
        {
            events = events.Where(e => e.PatientId == patient);
        }

        if (filter.EventCode is { } wanted)
        {
            var code = Common.Text.Search(wanted) ?? ""; // from an address: what the database cannot hold is the code of nothing
            events = events.Where(e => e.EventCode == code);
        }

        if (filter.Outcome is { } outcome)
        {
            events = events.Where(e => e.Outcome == outcome);
        }

        if (filter.From is { } from)
        {
            var at = StartOfDay(from, zone);
            events = events.Where(e => e.RecordedAt >= at);
        }

        if (filter.Until is { } until && until < DateOnly.MaxValue)
        {
            var at = StartOfDay(until.AddDays(1), zone);
            events = events.Where(e => e.RecordedAt < at);
        }

        if (after is { } cursor)
        {
            var (at, id) = (DateTime.SpecifyKind(cursor.RecordedAt, DateTimeKind.Utc), cursor.Id);
            events = events.Where(e => e.RecordedAt < at || (e.RecordedAt == at && e.Id.CompareTo(id) < 0));
        }

        return events;
    }

    /// <summary>Midnight as an instant; where the clock skips it, the first moment of the day there is.</summary>
    private static DateTime StartOfDay(DateOnly day, TimeZoneInfo zone)
    {
        if (day.Year is < 2 or > 9998)
        {
            return DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc); // no zone matters there, and none may overflow
        }

        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    private static async Task<TimeZoneInfo> ZoneAsync(MediSecureDbContext db, CancellationToken ct) =>
        TimeZoneInfo.FindSystemTimeZoneById(await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.TimeZone).SingleAsync(ct));
}
