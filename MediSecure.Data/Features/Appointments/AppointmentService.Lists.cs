using System.Linq.Expressions;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Appointments;

/// <summary>Lists of visits.</summary>
public sealed partial class AppointmentService
{
    /// <summary>Keys that <see cref="ListAsync"/> sorts by; anything else sorts by start.</summary>
    public static IReadOnlyList<string> SortKeys { get; } = ["start", "patient", "clinician", "status"];

    /// <summary>Appointments of the organisation (staff) or one's own (patient), page by page.</summary>
    public async Task<Result<Paged<AppointmentRow>>> ListAsync(AppointmentFilter filter, PageRequest page, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewAppointments, ct);
        var here = await TimetableService.HereAsync(db, ct);
        var now = Now;
        var query = Visible(db, now);
        if (filter.Status is { } status)
        {
            query = db.Appointments.AsNoTracking().Where(a => a.Status == status);
        }

        if (filter.FromOn is { } from)
        {
            var startsAt = LocalDay.Bounds(here.Zone, Near(from)).StartsAt;
            query = query.Where(a => a.StartsAt >= startsAt);
        }

        if (filter.ToOn is { } to)
        {
            var endsAt = LocalDay.Bounds(here.Zone, Near(to)).EndsAt;
            query = query.Where(a => a.StartsAt < endsAt);
        }

        if (filter.ClinicianId is { } clinicianId)
        {
            query = query.Where(a => a.ClinicianId == clinicianId);
        }

        var total = await query.OrderBy(a => a.StartsAt).Take(Paged<AppointmentRow>.CountLimit + 1).CountAsync(ct);
        var rows = await Sorted(Rows(db, query), page).Skip(page.Skip).Take(page.Size).ToListAsync(ct);
        return new Paged<AppointmentRow>(await ShownAsync(db, "appointments", rows, ct), total, page);
    }

    /// <summary>One appointment; a patient finds only their own.</summary>
    public async Task<Result<AppointmentRow>> GetAsync(Guid appointmentId, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewAppointments, ct);
        return await Rows(db, Visible(db, Now).Where(a => a.Id == appointmentId)).SingleOrDefaultAsync(ct) is { } row ? (await ShownAsync(db, "one appointment", [row], ct))[0] : Error.NotFound;
    }

    /// <summary>A patient's own coming and past visits.</summary>
    public async Task<Result<OwnVisits>> OwnAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.BookOwnAppointment, ct);
        var now = Now;
        var visible = Visible(db, now).Where(a => a.Status != AppointmentStatus.Held);
        var coming = await Rows(db, visible.Where(a => a.EndsAt > now && a.Status != AppointmentStatus.Cancelled && a.Status != AppointmentStatus.Fulfilled && a.Status != AppointmentStatus.NoShow))
            .OrderBy(r => r.StartsAt).ThenBy(r => r.Id).Take(PageRequest.MaxSize).ToListAsync(ct);
        var past = await Rows(db, visible.Where(a => a.EndsAt <= now || a.Status == AppointmentStatus.Cancelled || a.Status == AppointmentStatus.Fulfilled || a.Status == AppointmentStatus.NoShow))
            .OrderByDescending(r => r.StartsAt).ThenBy(r => r.Id).Take(50).ToListAsync(ct);
        await doors.RecordShownAsync(db.Scope, "own visits", coming.Concat(past).Select(r => r.PatientId), ct);
        return new OwnVisits(coming, past, (await TimetableService.HereAsync(db, ct)).PatientCancelHours);
    }

    /// <summary>Visits of one patient, latest first, at most a hundred; opens the chart and is recorded.</summary>
    public async Task<Result<IReadOnlyList<AppointmentRow>>> PatientAppointmentsAsync(Guid patientId, CancellationToken ct)
    {
        var chart = await doors.OpenChartAsync(Permission.ViewAppointments, patientId, ct);
        if (chart.Failed)
        {
            return chart.Error;
        }

        await using var db = chart.Value;
        return Result.Of<IReadOnlyList<AppointmentRow>>(await Rows(db, Visible(db, Now)).OrderByDescending(r => r.StartsAt).ThenBy(r => r.Id).Take(PageRequest.MaxSize).ToListAsync(ct));
    }

    /// <summary>The caller's own list of a local day. Today's also shows what starts within two hours, across midnight too, who still waits from before midnight, and who was due
    /// less than two hours ago and may yet come.</summary>
    public async Task<Result<DaySchedule>> DayAsync(DateOnly? dayOn, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ConductVisit, ct);
        var here = await TimetableService.HereAsync(db, ct);
        var (now, actor) = (Now, db.ActorId);
        var today = LocalDay.Of(here.Zone, now);
        var day = Near(dayOn ?? today);
        var rows = await Rows(db, OfDay(Visible(db, now), here.Zone, day, today, now).Where(a => a.ClinicianUserId == actor && (a.Status == AppointmentStatus.Booked
            || a.Status == AppointmentStatus.Arrived || a.Status == AppointmentStatus.CheckedIn || a.Status == AppointmentStatus.Fulfilled || a.Status == AppointmentStatus.NoShow)))
            .OrderBy(r => r.StartsAt).ThenBy(r => r.Id).ToListAsync(ct);
        rows = await ShownAsync(db, "a clinician's day", rows, ct);
        var current = rows.FirstOrDefault(r => r.Visit == EncounterStatus.InProgress) ?? rows.FirstOrDefault(r => r.Status == AppointmentStatus.CheckedIn && r.Visit == EncounterStatus.Arrived);
        return new DaySchedule(day, rows, current?.Id);
    }

    /// <summary>Who comes today, and within two hours across midnight, without the reasons of their visits.</summary>
    public async Task<Result<IReadOnlyList<ArrivalRow>>> ArrivalsAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewArrivals, ct);
        var rows = await TodaysAsync(db, a => a.Status == AppointmentStatus.Booked || a.Status == AppointmentStatus.Arrived || a.Status == AppointmentStatus.CheckedIn
            || a.Status == AppointmentStatus.Fulfilled || a.Status == AppointmentStatus.NoShow, ct);
        var opens = await doors.OpeningAsync(db, rows.ConvertAll(r => r.PatientId), ct);
        await doors.RecordShownAsync(db.Scope, "arrivals", rows.Select(r => r.PatientId), ct);
        return Result.Of<IReadOnlyList<ArrivalRow>>(rows.Select(r => new ArrivalRow
        {
            Id = r.Id, Status = r.Status, StartsAt = r.StartsAt, PatientId = r.PatientId, PatientName = r.PatientName, RecordNumber = r.RecordNumber, BirthDate = r.BirthDate, Sex = r.Sex,
            ClinicianId = r.ClinicianId, ClinicianName = r.ClinicianName, Department = r.Department, Room = r.Room, ArrivedAt = r.ArrivedAt, StartedAt = r.StartedAt, Visit = r.Visit, Opens = opens.Contains(r.PatientId),
        }).ToList());
    }

    /// <summary>What reception acts on: due (check-in is open), arrived, and waiting for the clinician.</summary>
    public async Task<Result<IReadOnlyList<AppointmentRow>>> CheckInQueueAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.CheckInPatient, ct);
        var soon = Now + AppointmentRules.CheckInOpens;
        var rows = await TodaysAsync(db, a => (a.Status == AppointmentStatus.Booked && a.StartsAt <= soon) || a.Status == AppointmentStatus.Arrived || a.Status == AppointmentStatus.CheckedIn, ct);
        return Result.Of<IReadOnlyList<AppointmentRow>>(await ShownAsync(db, "who is to be checked in", rows.Where(r => r.Visit is null or EncounterStatus.Arrived).ToList(), ct));
    }

    /// <summary>Rows as a list hands them out: recorded, and without the words of visits whose charts do not open to the caller. In a chart that is open they stay.</summary>
    private async Task<List<AppointmentRow>> ShownAsync(MediSecureDbContext db, string shape, List<AppointmentRow> rows, CancellationToken ct)
    {
        await doors.RecordShownAsync(db.Scope, shape, rows.Select(r => r.PatientId), ct);
        List<Role> readers = [.. db.ActorRoles.Granting(Permission.ViewAppointments)];
        var charts = await ListedCharts.OfAsync(db, [.. rows.Where(r => r.Reason is not null || r.CancelReason is not null).Select(r => r.PatientId).Distinct()], Now, ct);
        return rows.ConvertAll(r => r.Reason is null && r.CancelReason is null ? r
            : r with { Reason = charts.Words(ProtectedField.VisitReason, r.PatientId, r.Reason), CancelReason = charts.Tells(r.PatientId, readers) ? r.CancelReason : null });
    }

    private async Task<List<AppointmentRow>> TodaysAsync(MediSecureDbContext db, Expression<Func<Appointment, bool>> which, CancellationToken ct)
    {
        var here = await TimetableService.HereAsync(db, ct);
        var now = Now;
        var today = LocalDay.Of(here.Zone, now);
        return await Rows(db, OfDay(Visible(db, now), here.Zone, today, today, now).Where(which)).OrderBy(r => r.StartsAt).ThenBy(r => r.Id).ToListAsync(ct);
    }

    private static IQueryable<Appointment> OfDay(IQueryable<Appointment> appointments, TimeZoneInfo zone, DateOnly day, DateOnly today, DateTime now)
    {
        var (from, to) = LocalDay.Bounds(zone, day);
        if (day != today)
        {
            return appointments.Where(a => a.StartsAt >= from && a.StartsAt < to);
        }

        var soon = now + AppointmentRules.CheckInOpens;
        var until = soon >= to ? soon.AddTicks(1) : to;
        var before = from - AppointmentRules.CheckInCloses;
        var late = now - AppointmentRules.CheckInOpens;
        return appointments.Where(a => a.StartsAt < until
            && (a.StartsAt >= from || (a.StartsAt >= before && (a.Status == AppointmentStatus.Arrived || a.Status == AppointmentStatus.CheckedIn))
                || (a.StartsAt >= late && a.Status == AppointmentStatus.Booked)));
    }

    /// <summary>Without what was entered in error, and without holds that ran out.</summary>
    private static IQueryable<Appointment> Visible(MediSecureDbContext db, DateTime now) => db.Appointments.AsNoTracking()
        .Where(a => a.Status != AppointmentStatus.EnteredInError && (a.Status != AppointmentStatus.Held || a.HeldUntil > now));

    private static IQueryable<AppointmentRow> Sorted(IQueryable<AppointmentRow> rows, PageRequest page) => (page.Sort, page.Descending) switch
    {
        ("patient", false) => rows.OrderBy(r => r.PatientName).ThenBy(r => r.StartsAt).ThenBy(r => r.Id),
        ("patient", true) => rows.OrderByDescending(r => r.PatientName).ThenBy(r => r.StartsAt).ThenBy(r => r.Id),
        ("clinician", false) => rows.OrderBy(r => r.ClinicianName).ThenBy(r => r.StartsAt).ThenBy(r => r.Id),
        ("clinician", true) => rows.OrderByDescending(r => r.ClinicianName).ThenBy(r => r.StartsAt).ThenBy(r => r.Id),
        ("status", false) => rows.OrderBy(r => r.Status).ThenBy(r => r.StartsAt).ThenBy(r => r.Id),
        ("status", true) => rows.OrderByDescending(r => r.Status).ThenBy(r => r.StartsAt).ThenBy(r => r.Id),
        (_, true) => rows.OrderByDescending(r => r.StartsAt).ThenBy(r => r.Id),
        _ => rows.OrderBy(r => r.StartsAt).ThenBy(r => r.Id),
    };

    // A typed year 0001 or 9999 has no day before or after it.
    private static DateOnly Near(DateOnly day) => day.Year < 1900 ? new DateOnly(1900, 1, 1) : day.Year > 2200 ? new DateOnly(2200, 12, 31) : day;

    private static IQueryable<AppointmentRow> Rows(MediSecureDbContext db, IQueryable<Appointment> appointments)
    {
        var reasons = ProtectedField.VisitReason.Shows(db.ActorRoles);
        return
        from a in appointments
        join p in db.Patients on a.PatientId equals p.Id
        join s in db.StaffMembers on a.ClinicianId equals s.Id
        join room in db.Rooms on a.RoomId equals (Guid?)room.Id into rooms
        from r in rooms.DefaultIfEmpty()
        join department in db.Departments on a.DepartmentId equals (Guid?)department.Id into departments
        from d in departments.DefaultIfEmpty()
        join encounter in db.Encounters on a.EncounterId equals (Guid?)encounter.Id into encounters
        from e in encounters.DefaultIfEmpty()
        join next in db.Appointments on (Guid?)a.Id equals next.RescheduledFromId into nexts
        from n in nexts.DefaultIfEmpty()
        select new AppointmentRow
        {
            Id = a.Id,
            Version = a.Version,
            Status = a.Status,
            StartsAt = a.StartsAt,
            EndsAt = a.EndsAt,
            PatientId = a.PatientId,
            PatientName = p.DisplayName,
            RecordNumber = p.RecordNumber,
            BirthDate = p.BirthDate,
            Sex = p.Sex,
            ClinicianId = a.ClinicianId,
            ClinicianName = s.Name,
            Specialty = s.Specialty,
            Room = r.Number,
            Department = d.Name,
            Reason = reasons ? a.Reason : null,
            ArrivedAt = a.ArrivedAt,
            CheckedInAt = a.CheckedInAt,
            CancelReason = a.CancelReason,
            Visit = (EncounterStatus?)e.Status,
            StartedAt = e.ClinicianStartedAt,
            EndedAt = e.EndedAt,
            MovedToAt = (DateTime?)n.StartsAt,
            IsMoved = a.RescheduledFromId != null,
        };
    }
}
