using System.Globalization;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Rooms;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Appointments;

/// <summary>When clinicians and consulting rooms can be booked, and when clinicians are away.</summary>
public sealed class WorkingHoursService(MediSecureDb doors, TimeProvider clock)
{
    private static readonly TimeSpan LongestLeave = TimeSpan.FromDays(732);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The week and the leave of one clinician.</summary>
    public async Task<Result<WorkingWeek>> WeekAsync(Guid clinicianId, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.EditWorkingHours, ct);
        if (await TimetableService.ClinicianAsync(db, clinicianId, ct) is not { } clinician)
        {
            return WorkingHoursErrors.NoSuchClinician;
        }

        var since = Now.AddDays(-30);
        var absences = await db.Absences.AsNoTracking().Where(a => a.ClinicianId == clinicianId && a.EndsAt > since).OrderBy(a => a.StartsAt)
            .Select(a => new AbsenceRow(a.Id, a.Version, a.StartsAt, a.EndsAt, a.Reason)).ToListAsync(ct);
        return new WorkingWeek(clinician.Id, clinician.Name, clinician.Specialty, await HoursAsync(db, db.WorkingHours.Where(w => w.ClinicianId == clinicianId), ct), absences, await RoomsAsync(db, ct));
    }

    /// <summary>The opening hours of one consulting room.</summary>
    public async Task<Result<RoomWeek>> RoomWeekAsync(Guid roomId, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.EditWorkingHours, ct);
        return (await RoomsAsync(db, ct)).FirstOrDefault(r => r.Id == roomId) is { } room
            ? new RoomWeek(room, await HoursAsync(db, db.WorkingHours.Where(w => w.ClinicianId == null && w.RoomId == roomId), ct))
            : WorkingHoursErrors.NoSuchRoom;
    }

    /// <summary>Adds or changes one weekly period.</summary>
    public Task<Result<HoursSaved>> SetHoursAsync(SetWorkingHoursForm form, CancellationToken ct) => doors.ChangeAsync<HoursSaved>(Permission.EditWorkingHours, async (db, inner) =>
    {
        if (Check(form) is { } broken)
        {
            return broken;
        }

        var (from, to) = (ClockTime.Parse(form.From)!.Value, ClockTime.Parse(form.To)!.Value);
        TimetableService.Clinician? clinician = null;
        if (form.ClinicianId is { } clinicianId)
        {
            clinician = await TimetableService.ClinicianAsync(db, clinicianId, inner);
            if (clinician is null)
            {
                return WorkingHoursErrors.NoSuchClinician;
            }

            await db.LockAsync("clinician", clinician.UserId, inner);
        }

        if (form.RoomId is { } roomId)
        {
            await db.LockAsync("room", roomId, inner);
            if (!await db.Rooms.ForVisits().AnyAsync(r => r.Id == roomId, inner))
            {
                return WorkingHoursErrors.NoSuchRoom;
            }
        }
        else if (clinician is null)
        {
            return WorkingHoursErrors.NoSuchRoom;
        }

        var sameOwner = await db.WorkingHours.Where(w => w.ClinicianId == form.ClinicianId && (form.ClinicianId != null || w.RoomId == form.RoomId)).ToListAsync(inner);
        if (sameOwner.Find(w => w.Id != form.Id && w.Overlaps(form.Day, from, to)) is { } other)
        {
            return WorkingHoursErrors.Overlaps(ClockTime.Format(other.FromMinute), ClockTime.Format(other.ToMinute));
        }

        if (sameOwner.Find(w => w.Id == form.Id) is { } hours)
        {
            if (form.Version is { } version && version != hours.Version)
            {
                return Error.Stale;
            }

            hours.Change(form.RoomId, form.Day, from, to, form.SlotMinutes);
        }
        else if (form.Version is not null)
        {
            return Error.Stale; // somebody removed it meanwhile
        }
        else
        {
            db.Add(new WorkingHours(form.Id, db.OrganizationId, form.ClinicianId, form.RoomId, form.Day, from, to, form.SlotMinutes));
        }

        var saved = await db.SaveAsync(inner);
        return saved.Failed ? saved.Error : new HoursSaved(form.Id, clinician is null ? 0 : await OutsideAsync(db, clinician, inner));
    }, ct);

    /// <summary>Removes one weekly period. Visits booked in it stay and are counted.</summary>
    public Task<Result<HoursSaved>> EndHoursAsync(Guid id, Guid version, CancellationToken ct) => doors.ChangeAsync<HoursSaved>(Permission.EditWorkingHours, async (db, inner) =>
    {
        if (await db.WorkingHours.SingleOrDefaultAsync(w => w.Id == id, inner) is not { } hours)
        {
            return Error.NotFound;
        }

        if (hours.Version != version)
        {
            return Error.Stale;
        }

        var clinician = hours.ClinicianId is { } clinicianId ? await TimetableService.ClinicianAsync(db, clinicianId, inner) : null;
        db.Remove(hours);
        var saved = await db.SaveAsync(inner);
        return saved.Failed ? saved.Error : new HoursSaved(id, clinician is null ? 0 : await OutsideAsync(db, clinician, inner));
    }, ct);

    /// <summary>Enters leave. Visits booked in it stay and are counted.</summary>
    public Task<Result<HoursSaved>> AddAbsenceAsync(AddAbsenceForm form, CancellationToken ct) => doors.ChangeAsync<HoursSaved>(Permission.EditWorkingHours, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        if (await TimetableService.ClinicianAsync(db, form.ClinicianId, inner) is not { } clinician)
        {
            return WorkingHoursErrors.NoSuchClinician;
        }

        var zone = (await TimetableService.HereAsync(db, inner)).Zone;
        var from = Instant(zone, form.FromOn!.Value, form.FromTime, 0, first: true, nameof(form.FromTime));
        var to = Instant(zone, form.ToOn!.Value, form.ToTime, ClockTime.MinutesOfDay, first: false, nameof(form.ToTime));
        if (from.Failed || to.Failed)
        {
            return from.Error ?? to.Error!;
        }

        var leave = new TimeSlot(from.Value, to.Value);
        if (leave.EndsAt <= leave.StartsAt)
        {
            return WorkingHoursErrors.LeaveEndBeforeStart;
        }

        if (leave.EndsAt - leave.StartsAt > LongestLeave)
        {
            return WorkingHoursErrors.LeaveTooLong;
        }

        await db.LockAsync("clinician", clinician.UserId, inner);
        var known = await db.Absences.AsNoTracking().Where(a => a.ClinicianId == clinician.Id && a.StartsAt < leave.EndsAt && a.EndsAt > leave.StartsAt).ToListAsync(inner);
        if (known.Exists(a => a.Id != form.Id))
        {
            return WorkingHoursErrors.LeaveOverlaps;
        }

        if (known.Count == 0)
        {
            db.Add(new Absence(form.Id, db.OrganizationId, clinician.Id, leave.StartsAt, leave.EndsAt, Text.CleanOrEmpty(form.Reason)));
            var saved = await db.SaveAsync(inner);
            if (saved.Failed)
            {
                return saved.Error;
            }
        }

        var visits = await db.Appointments.CountAsync(a => a.ClinicianId == clinician.Id && a.Status == AppointmentStatus.Booked && a.StartsAt < leave.EndsAt && a.EndsAt > leave.StartsAt, inner);
        return new HoursSaved(form.Id, visits);
    }, ct);

    public Task<Result> RemoveAbsenceAsync(Guid id, Guid version, CancellationToken ct) => doors.ChangeAsync(Permission.EditWorkingHours, async (db, inner) =>
    {
        if (await db.Absences.SingleOrDefaultAsync(a => a.Id == id, inner) is not { } absence)
        {
            return Error.NotFound;
        }

        if (absence.Version != version)
        {
            return Error.Stale;
        }

        db.Remove(absence);
        return await db.SaveAsync(inner);
    }, ct);

    private static Error? Check(SetWorkingHoursForm form)
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        if (form.Id == Guid.Empty || !Enum.IsDefined(form.Day))
        {
            return AppointmentErrors.NoId;
        }

        return (ClockTime.Parse(form.From), ClockTime.Parse(form.To)) switch
        {
            (null or ClockTime.MinutesOfDay, _) => WorkingHoursErrors.FromNotATime,
            (_, null) => WorkingHoursErrors.ToNotATime,
            ({ } from, { } to) when to <= from => WorkingHoursErrors.EndBeforeStart,
            ({ } from, { } to) when to - from < form.SlotMinutes => WorkingHoursErrors.TooShort,
            _ => null,
        };
    }

    private static Result<DateTime> Instant(TimeZoneInfo zone, DateOnly on, string? time, int otherwise, bool first, string field)
    {
        if (on.Year is < 2000 or > 2200)
        {
            return WorkingHoursErrors.LeaveTooLong;
        }

        var minute = string.IsNullOrWhiteSpace(time) ? otherwise : ClockTime.Parse(time);
        if (minute is not { } known)
        {
            return (first ? WorkingHoursErrors.FromNotATime : WorkingHoursErrors.ToNotATime) with { Field = field };
        }

        if (string.IsNullOrWhiteSpace(time) || known == ClockTime.MinutesOfDay)
        {
            var (startsAt, endsAt) = LocalDay.Bounds(zone, on);
            return known == 0 ? startsAt : endsAt;
        }

        // Of a time that comes twice, leave takes the wider one.
        var instants = LocalDay.Instants(zone, on, known);
        return instants.Count == 0 ? WorkingHoursErrors.Skipped(field, ClockTime.Format(known), on.ToString("ddd d MMM", CultureInfo.InvariantCulture)) : first ? instants[0] : instants[^1];
    }

    private async Task<int> OutsideAsync(MediSecureDbContext db, TimetableService.Clinician clinician, CancellationToken ct)
    {
        var now = Now;
        var here = await TimetableService.HereAsync(db, ct);
        var table = await TimetableService.LoadAsync(db, here.Zone, clinician, new TimeSlot(now, now + AppointmentRules.Horizon), now, ct);
        var visits = await db.Appointments.AsNoTracking().Where(a => a.ClinicianId == clinician.Id && a.Status == AppointmentStatus.Booked && a.StartsAt > now)
            .Select(a => new { a.StartsAt, a.EndsAt }).ToListAsync(ct);
        return visits.Count(v => SlotFinder.Place(table, v.StartsAt, (int)(v.EndsAt - v.StartsAt).TotalMinutes) is null);
    }

    private static async Task<IReadOnlyList<HoursRow>> HoursAsync(MediSecureDbContext db, IQueryable<WorkingHours> which, CancellationToken ct)
    {
        var rows = await (from w in which.AsNoTracking()
                          join room in db.Rooms on w.RoomId equals (Guid?)room.Id into rooms
                          from r in rooms.DefaultIfEmpty()
                          select new HoursRow(w.Id, w.Version, w.Day, w.FromMinute, w.ToMinute, w.SlotMinutes, w.RoomId, r.Number)).ToListAsync(ct);
        return rows.OrderBy(r => ((int)r.Day + 6) % 7).ThenBy(r => r.FromMinute).ToList();
    }

    private static async Task<IReadOnlyList<RoomOption>> RoomsAsync(MediSecureDbContext db, CancellationToken ct) =>
        await (from r in db.Rooms.AsNoTracking().ForVisits()
               join d in db.Departments on r.DepartmentId equals d.Id
               orderby r.Number
               select new RoomOption(r.Id, r.Number, d.Name)).ToListAsync(ct);
}
