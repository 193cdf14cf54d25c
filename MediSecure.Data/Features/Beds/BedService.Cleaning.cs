using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Beds;

public sealed partial class BedService
{
    /// <summary>Beds that wait to be cleaned or are being cleaned: deep cleans first, then by waiting time. Names no patient.</summary>
    public async Task<IReadOnlyList<CleaningRow>> CleaningQueueAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.CleanBed, ct);
        var rows = await (
            from task in db.CleaningTasks.AsNoTracking()
            where task.CompletedAt == null
            join bed in db.Beds on task.BedId equals bed.Id
            where bed.Status == BedStatus.Housekeeping || bed.Status == BedStatus.Contaminated
            join room in db.Rooms on bed.RoomId equals room.Id
            join ward in db.Wards on room.WardId equals (Guid?)ward.Id
            from asked in db.StaffMembers.Where(s => s.UserId == task.RequestedBy).DefaultIfEmpty()
            from starter in db.StaffMembers.Where(s => s.UserId == task.StartedBy).DefaultIfEmpty()
            select new CleaningRow(task.Id, bed.Id, bed.Label, ward.Name, task.Kind, task.Status, task.RequestedAt, task.RequestedBy, asked.Name, task.StartedAt, starter.Name)).ToListAsync(ct);
        return [.. rows.OrderByDescending(r => r.Kind == CleaningKind.DeepClean).ThenBy(r => r.RequestedAt)];
    }

    public Task<Result> StartCleaningAsync(Guid taskId, CancellationToken ct) => doors.ChangeAsync(Permission.CleanBed, async (db, inner) =>
    {
        var found = await LockTaskAsync(db, taskId, inner);
        if (found.Failed)
        {
            return found.Error;
        }

        var started = found.Value.Task.Start(Now, db.ActorId);
        return started.Failed ? started : await db.SaveAsync(inner);
    }, ct);

    /// <summary>Confirms that the bed is clean, which frees it. A cleaning that nobody marked as started is started by the same press. Refused for the person who recorded that
    /// the patient left.</summary>
    public Task<Result> CompleteCleaningAsync(Guid taskId, CancellationToken ct) => doors.ChangeAsync(Permission.CleanBed, async (db, inner) =>
    {
        var found = await LockTaskAsync(db, taskId, inner);
        if (found.Failed)
        {
            return found.Error;
        }

        var (task, bed) = found.Value;
        var now = Now;
        var done = task.Status == CleaningStatus.Requested ? task.Start(now, db.ActorId) : Result.Ok;
        done = done.Failed ? done : task.Complete(now, db.ActorId);
        done = done.Failed ? done : bed.MarkClean(now);
        return done.Failed ? done : await db.SaveAsync(inner);
    }, ct);

    private static async Task<Result<Dirty>> LockTaskAsync(MediSecureDbContext db, Guid taskId, CancellationToken ct)
    {
        var bedId = await db.CleaningTasks.AsNoTracking().Where(t => t.Id == taskId).Select(t => (Guid?)t.BedId).SingleOrDefaultAsync(ct);
        if (bedId is null)
        {
            return Error.NotFound;
        }

        await db.LockAsync("bed", bedId.Value, ct);
        return new Dirty(await db.CleaningTasks.SingleAsync(t => t.Id == taskId, ct), await db.Beds.SingleAsync(b => b.Id == bedId, ct));
    }

    private sealed record Dirty(CleaningTask Task, Bed Bed);
}
