using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Rooms;

/// <summary>Rooms of all kinds. Lock order: room, then its beds, ids ascending.</summary>
public sealed class RoomService(MediSecureDb doors, TimeProvider clock)
{
    private static readonly AppointmentStatus[] StillBooked = [AppointmentStatus.Held, AppointmentStatus.Booked, AppointmentStatus.Arrived, AppointmentStatus.CheckedIn];

    /// <summary>All rooms with their beds, by department, ward and number. A house has some hundred.</summary>
    public async Task<IReadOnlyList<RoomRow>> ListAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewRooms, ct);
        var rooms = await (
            from room in db.Rooms.AsNoTracking()
            join department in db.Departments on room.DepartmentId equals department.Id
            from ward in db.Wards.Where(w => w.Id == room.WardId).DefaultIfEmpty()
            select new { room, Department = department.Name, Ward = ward.Name }).ToListAsync(ct);
        var beds = (await db.Beds.AsNoTracking().Select(b => new { b.RoomId, Row = new RoomBedRow(b.Id, b.Label, b.Status, b.ClosedReason, b.ClosedUntil, b.Version) }).ToListAsync(ct)).ToLookup(b => b.RoomId);
        return [.. rooms.OrderBy(r => r.Department, StringComparer.Ordinal).ThenBy(r => r.Ward, StringComparer.Ordinal).ThenBy(r => r.room.Number, StringComparer.Ordinal)
            .Select(r => new RoomRow(r.room.Id, r.room.Number, r.room.Label, r.room.Kind, r.room.DepartmentId, r.Department, r.room.WardId, r.Ward, r.room.ClosedAt, r.room.ClosedReason, r.room.Version,
                [.. beds[r.room.Id].Select(b => b.Row).OrderBy(b => b.Label, StringComparer.Ordinal)]))];
    }

    /// <summary>Open departments and their wards.</summary>
    public async Task<IReadOnlyList<RoomPlaceOption>> PlacesAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.EditRooms, ct);
        var departments = await db.Departments.AsNoTracking().Where(d => d.ClosedAt == null).Select(d => new { d.Id, d.Name }).ToListAsync(ct);
        var wards = (await db.Wards.AsNoTracking().Where(w => w.ClosedAt == null).Select(w => new { w.Id, w.Name, w.DepartmentId }).ToListAsync(ct)).ToLookup(w => w.DepartmentId);
        return [.. departments.OrderBy(d => d.Name, StringComparer.Ordinal)
            .Select(d => new RoomPlaceOption(d.Id, d.Name, [.. wards[d.Id].OrderBy(w => w.Name, StringComparer.Ordinal).Select(w => new RoomWardOption(w.Id, w.Name))]))];
    }

    /// <summary>Errors: number taken, ward missing or of another department, department closed.</summary>
    public Task<Result<Guid>> CreateAsync(CreateRoomForm form, CancellationToken ct) => doors.ChangeAsync<Guid>(Permission.EditRooms, async (db, inner) =>
    {
        if (await CheckAsync(db, form, inner) is { } broken)
        {
            return broken;
        }

        if (await db.Rooms.AnyAsync(r => r.Id == form.Id, inner))
        {
            return form.Id;
        }

        db.Add(new Room(form.Id, db.OrganizationId, Text.CleanOrEmpty(form.Number), form.Kind!.Value, form.DepartmentId!.Value, form.WardId, Text.Clean(form.Label)));
        var saved = await db.SaveAsync(inner);
        return saved.Failed ? saved.Error : form.Id;
    }, ct);

    /// <summary>Errors: as for a new room, stale; a room with beds stays a patient room, one in which visits are booked or hours are worked a consulting room.</summary>
    public Task<Result> EditAsync(EditRoomForm form, CancellationToken ct) => doors.ChangeAsync(Permission.EditRooms, async (db, inner) =>
    {
        if (await CheckAsync(db, form, inner) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("room", form.Id, inner);
        var room = await db.Rooms.SingleOrDefaultAsync(r => r.Id == form.Id, inner);
        if (room is null)
        {
            return Error.NotFound;
        }

        if (room.Version != form.Version)
        {
            return Error.Stale;
        }

        if (form.Kind != RoomKind.PatientRoom && await db.Beds.AnyAsync(b => b.RoomId == room.Id, inner))
        {
            return RoomErrors.KindHasBeds;
        }

        if (form.Kind != room.Kind && await UsedForVisitsAsync(db, room, true, clock.GetUtcNow().UtcDateTime, inner) is { } used)
        {
            return used;
        }

        var edited = room.Edit(Text.CleanOrEmpty(form.Number), form.Kind!.Value, form.DepartmentId!.Value, form.WardId, Text.Clean(form.Label));
        return edited.Failed ? edited : await db.SaveAsync(inner);
    }, ct);

    /// <summary>Takes a room and its beds out of use. Refused while somebody lies in it, has a bed of it reserved, is booked into it or works in it by their hours; the message says who or how many.</summary>
    public Task<Result> CloseAsync(CloseRoomForm form, CancellationToken ct) => doors.ChangeAsync(Permission.EditRooms, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("room", form.RoomId, inner);
        var room = await db.Rooms.SingleOrDefaultAsync(r => r.Id == form.RoomId, inner);
        if (room is null)
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (await UsedForVisitsAsync(db, room, false, now, inner) is { } used)
        {
            return used;
        }

        var reason = Text.CleanOrEmpty(form.Reason);
        var closed = room.Close(reason, now);
        closed = closed.Failed ? closed : await CloseBedsAsync(db, room, reason, now, inner);
        db.Because(reason);
        return closed.Failed ? closed : await db.SaveAsync(inner);
    }, ct);

    /// <summary>Takes the room into use again. Its beds stay closed until each is reopened: somebody looks at each.</summary>
    public Task<Result> ReopenAsync(Guid roomId, CancellationToken ct) => doors.ChangeAsync(Permission.EditRooms, async (db, inner) =>
    {
        await db.LockAsync("room", roomId, inner);
        var room = await db.Rooms.SingleOrDefaultAsync(r => r.Id == roomId, inner);
        if (room is null)
        {
            return Error.NotFound;
        }

        if (!await db.Departments.AnyAsync(d => d.Id == room.DepartmentId && d.ClosedAt == null, inner))
        {
            return RoomErrors.DepartmentClosed;
        }

        var reopened = room.Reopen();
        return reopened.Failed ? reopened : await db.SaveAsync(inner);
    }, ct);

    private static async Task<Error?> CheckAsync(MediSecureDbContext db, CreateRoomForm form, CancellationToken ct)
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        if (Room.Place(form.Kind!.Value, form.WardId) is { Failed: true } misplaced)
        {
            return misplaced.Error;
        }

        if (!await db.Departments.AnyAsync(d => d.Id == form.DepartmentId && d.ClosedAt == null, ct))
        {
            return RoomErrors.DepartmentClosed;
        }

        return form.WardId is null || await db.Wards.AnyAsync(w => w.Id == form.WardId && w.DepartmentId == form.DepartmentId && w.ClosedAt == null, ct) ? null : RoomErrors.WardElsewhere;
    }

    /// <summary>Why the room, under its lock, must stay an open room of its kind: visits booked in it, or hours in which somebody sits in it. The hours go first to another room, so that nobody's week
    /// quietly loses its times.</summary>
    private static async Task<Error?> UsedForVisitsAsync(MediSecureDbContext db, Room room, bool changesKind, DateTime now, CancellationToken ct)
    {
        var booked = await db.Appointments.CountAsync(a => a.RoomId == room.Id && a.EndsAt > now && StillBooked.Contains(a.Status), ct);
        if (booked > 0)
        {
            return RoomErrors.Booked(room.Number, booked, changesKind);
        }

        // Of those who can be booked: the hours of anybody else are offered to nobody, and nobody can set them anew.
        var whose = await TimetableService.Bookable(db).Where(s => db.WorkingHours.Any(w => w.ClinicianId == s.Id && w.RoomId == room.Id)).OrderBy(s => s.Name).Select(s => s.Name).ToListAsync(ct);
        if (Listing.Names(whose) is { } names)
        {
            return RoomErrors.HasHours(room.Number, names, changesKind);
        }

        return changesKind && await db.WorkingHours.AnyAsync(w => w.ClinicianId == null && w.RoomId == room.Id, ct) ? RoomErrors.HasOpeningHours(room.Number) : null;
    }

    private static async Task<Result> CloseBedsAsync(MediSecureDbContext db, Room room, string reason, DateTime now, CancellationToken ct)
    {
        var ids = await db.Beds.AsNoTracking().Where(b => b.RoomId == room.Id).Select(b => b.Id).ToListAsync(ct);
        foreach (var id in ids.Order())
        {
            await db.LockAsync("bed", id, ct);
        }

        var beds = await db.Beds.Where(b => b.RoomId == room.Id).ToListAsync(ct);
        var stays = await db.BedStays.Where(s => ids.Contains(s.BedId) && s.ReleasedAt == null).ToListAsync(ct);
        foreach (var bed in beds.Where(b => b.Status != BedStatus.Closed))
        {
            var open = stays.SingleOrDefault(s => s.BedId == bed.Id);
            if (open is not null && open.Counts(now))
            {
                var name = await db.Patients.Where(p => p.Id == open.PatientId).Select(p => p.DisplayName).SingleAsync(ct);
                return open.Status == BedStayStatus.Active ? RoomErrors.InUse(room.Number, bed.Label, name) : RoomErrors.BedReserved(room.Number, bed.Label, name);
            }

            open?.Cancel(now);
            if (bed.Status == BedStatus.Contaminated)
            {
                return RoomErrors.BedContaminated(room.Number, bed.Label);
            }

            var closed = bed.Close(reason, null, now);
            if (closed.Failed)
            {
                return closed;
            }
        }

        return Result.Ok;
    }
}
