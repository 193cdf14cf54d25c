using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.ActivityLog;

/// <summary>What a patient reads about their own record. The same events that administrators read, inside the patient's compartment, without network addresses.</summary>
public sealed partial class ActivityLogService
{
    private const int MostPeople = 200;

    /// <summary>Who opened or changed the record, newest first. Appearing in a list of search results is no opening. The first page of a view is recorded.</summary>
    public async Task<Result<RecordAccessList>> RecordAccessAsync(RecordAccessFilter filter, ActivityCursor? after, CancellationToken ct, int size = 50)
    {
        size = Math.Clamp(size, 1, MostRows);
        await using var db = await doors.OpenAsync(Permission.ViewRecordAccess, ct);
        var page = await OwnPageAsync(db, filter, after, size, ct);
        if (after is null && db.CompartmentPatientId is { } own)
        {
            await doors.RecordReadAsync(Permission.ViewRecordAccess, nameof(Patients.Patient), filter.Own ? "own views" : "views by others", [own], ct);
        }

        return page;
    }

    /// <summary>The latest of what others did, for a dashboard.</summary>
    public async Task<IReadOnlyList<RecordAccessRow>> RecentRecordAccessAsync(int count, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewRecordAccess, ct);
        return (await OwnPageAsync(db, new RecordAccessFilter(), null, Math.Clamp(count, 1, MostRows), ct)).Rows;
    }

    /// <summary>Everybody else who opened or changed it, by name.</summary>
    public async Task<IReadOnlyList<ActivityActor>> RecordAccessPeopleAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewRecordAccess, ct);
        var (own, me) = (db.CompartmentPatientId, db.ActorId);
        var ids = await db.AuditEvents.AsNoTracking().Where(e => e.PatientId == own && e.ActorUserId != null && e.ActorUserId != me).Select(e => e.ActorUserId!.Value).Distinct().OrderBy(id => id).Take(MostPeople).ToListAsync(ct);
        var names = await db.StaffMembers.AsNoTracking().Where(s => ids.Contains(s.UserId)).Select(s => new ActivityActor(s.UserId, s.Name)).ToListAsync(ct);
        var carers = await db.CareProxies.AsNoTracking().Where(c => c.PatientId == own && c.CarerUserId != null && ids.Contains(c.CarerUserId.Value)).Select(c => new ActivityActor(c.CarerUserId!.Value, c.CarerName)).ToListAsync(ct);
        names.AddRange(carers.DistinctBy(one => one.UserId).Where(one => names.TrueForAll(known => known.UserId != one.UserId)));
        return [.. names.OrderBy(one => one.Name, StringComparer.Ordinal)];
    }

    private static async Task<RecordAccessList> OwnPageAsync(MediSecureDbContext db, RecordAccessFilter filter, ActivityCursor? after, int size, CancellationToken ct)
    {
        var (own, me) = (db.CompartmentPatientId ?? Guid.Empty, db.ActorId);
        var zone = await ZoneAsync(db, ct);
        var wanted = Filtered(db, new ActivityFilter(filter.Own ? me : filter.ActorUserId, own, From: filter.From, Until: filter.Until), zone, after);
        if (!filter.Own)
        {
            wanted = wanted.Where(e => e.ActorUserId == null || e.ActorUserId != me);
        }

        var events = await wanted.OrderByDescending(e => e.RecordedAt).ThenByDescending(e => e.Id).Take(size + 1).ToListAsync(ct);
        var shown = events.Take(size).ToList();
        var rows = await ReadAsync(db, shown, zone, ct);
        // Of a read, the log's reason is the kind of question; what a person gave as a reason is shown, but for why a note is held back or struck through: that is between colleagues, and may name somebody else.
        return new RecordAccessList([.. rows.Select(row => new RecordAccessRow(row.Id, row.RecordedAt, row.Actor, row.Roles, row.What, row.Purpose,
                (row.Action == AuditAction.Read && row.Purpose != AuditPurpose.BreakGlass) || row.EventCode == nameof(Permission.CorrectColleagueNote) ? null : row.Reason, row.Outcome, row.OnBehalf))],
            events.Count > size ? new ActivityCursor(shown[^1].RecordedAt, shown[^1].Id) : null);
    }
}
