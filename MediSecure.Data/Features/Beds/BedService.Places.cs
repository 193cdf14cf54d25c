using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Rooms;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Beds;

public sealed partial class BedService
{
    /// <summary>Puts a new, free bed into an open patient room. Error: the label is taken.</summary>
    public Task<Result<Guid>> CreateBedAsync(CreateBedForm form, CancellationToken ct) => doors.ChangeAsync<Guid>(Permission.EditRooms, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        if (await db.Beds.AnyAsync(b => b.Id == form.Id, inner))
        {
            return form.Id;
        }

        if (!await LockOpenRoomAsync(db, form.RoomId!.Value, inner))
        {
            return BedErrors.UnknownRoom;
        }

        db.Add(new Bed(form.Id, db.OrganizationId, form.RoomId.Value, Text.CleanOrEmpty(form.Label), Now));
        var saved = await db.SaveAsync(inner);
        return saved.Failed ? saved.Error : form.Id;
    }, ct);

    /// <summary>Another label or room. Errors: stale, label taken, somebody lies in it and the room would change.</summary>
    public Task<Result> EditBedAsync(EditBedForm form, CancellationToken ct) => doors.ChangeAsync(Permission.EditRooms, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        if (!await LockOpenRoomAsync(db, form.RoomId!.Value, inner))
        {
            return BedErrors.UnknownRoom;
        }

        await db.LockAsync("bed", form.Id, inner);
        var bed = await db.Beds.SingleOrDefaultAsync(b => b.Id == form.Id, inner);
        if (bed is null)
        {
            return Error.NotFound;
        }

        if (bed.Version != form.Version)
        {
            return Error.Stale;
        }

        var edited = bed.Edit(Text.CleanOrEmpty(form.Label), form.RoomId.Value);
        return edited.Failed ? edited : await db.SaveAsync(inner);
    }, ct);

    /// <summary>Takes a bed out of use. Refused while somebody lies in it or has it reserved; the message says who.</summary>
    public Task<Result> CloseBedAsync(CloseBedForm form, CancellationToken ct) => doors.ChangeAsync(Permission.EditRooms, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        var now = Now;
        if (form.Until < await TodayAsync(db, now, inner))
        {
            return BedErrors.ClosedUntilPast;
        }

        await db.LockAsync("bed", form.BedId, inner);
        var bed = await db.Beds.SingleOrDefaultAsync(b => b.Id == form.BedId, inner);
        if (bed is null)
        {
            return Error.NotFound;
        }

        var open = await db.BedStays.SingleOrDefaultAsync(s => s.BedId == bed.Id && s.ReleasedAt == null, inner);
        if (open is not null && open.Counts(now))
        {
            var name = await db.Patients.Where(p => p.Id == open.PatientId).Select(p => p.DisplayName).SingleAsync(inner);
            return open.Status == BedStayStatus.Active ? BedErrors.CannotCloseOccupied(bed.Label, name) : BedErrors.CannotCloseReserved(bed.Label, name);
        }

        open?.Cancel(now);
        var closed = bed.Close(Text.CleanOrEmpty(form.Reason), form.Until, now);
        db.Because(Text.Clean(form.Reason));
        return closed.Failed ? closed : await db.SaveAsync(inner);
    }, ct);

    /// <summary>Takes a closed bed into use: free, or waiting for housekeeping when it was closed before it had been cleaned.</summary>
    public Task<Result> ReopenBedAsync(Guid bedId, CancellationToken ct) => doors.ChangeAsync(Permission.EditRooms, async (db, inner) =>
    {
        await db.LockAsync("bed", bedId, inner);
        var bed = await db.Beds.SingleOrDefaultAsync(b => b.Id == bedId, inner);
        if (bed is null)
        {
            return Error.NotFound;
        }

        var room = await db.Rooms.AsNoTracking().Where(r => r.Id == bed.RoomId).Select(r => new { r.Number, r.ClosedAt }).SingleAsync(inner);
        if (room.ClosedAt is not null)
        {
            return BedErrors.RoomClosed(room.Number);
        }

        var reopened = bed.Reopen(await db.CleaningTasks.AnyAsync(t => t.BedId == bedId && t.CompletedAt == null, inner), Now);
        return reopened.Failed ? reopened : await db.SaveAsync(inner);
    }, ct);

    private static async Task<bool> LockOpenRoomAsync(MediSecureDbContext db, Guid roomId, CancellationToken ct)
    {
        await db.LockAsync("room", roomId, ct);
        return await db.Rooms.AnyAsync(r => r.Id == roomId && r.Kind == RoomKind.PatientRoom && r.ClosedAt == null, ct);
    }
}
