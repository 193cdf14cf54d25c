using MediSecure.Data.Access;
using MediSecure.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Appointments;

/// <summary>Some days of one clinician, with everything that stands in them.</summary>
public sealed partial class AppointmentService
{
    /// <summary>Visits, free times and leave of one clinician. Staff read names; a patient reads their own visits, and of the others only that the time is not free.</summary>
    public async Task<Result<ClinicianCalendar>> CalendarAsync(Guid clinicianId, DateOnly? fromOn, int days, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewSlots, ct);
        if (await TimetableService.ClinicianAsync(db, clinicianId, ct) is not { } clinician)
        {
            return AppointmentErrors.NoSuchClinician;
        }

        var here = await TimetableService.HereAsync(db, ct);
        var now = Now;
        var (from, count) = InRange(here.Zone, now, fromOn, days);
        var within = Window(here.Zone, from, count);
        var table = await TimetableService.LoadAsync(db, here.Zone, clinician, within, now, ct);
        var visits = await Rows(db, Visible(db, now).Where(a => a.ClinicianId == clinicianId && a.StartsAt >= within.StartsAt && a.StartsAt < within.EndsAt
                && a.Status != AppointmentStatus.Cancelled && a.Status != AppointmentStatus.Proposed && a.Status != AppointmentStatus.Pending && a.Status != AppointmentStatus.Waitlist))
            .OrderBy(r => r.StartsAt).ToListAsync(ct);
        visits = await ShownAsync(db, "a clinician's week", visits, ct);
        var away = await db.Absences.AsNoTracking().Where(a => a.ClinicianId == clinicianId && a.StartsAt < within.EndsAt && a.EndsAt > within.StartsAt)
            .Select(a => new { a.StartsAt, a.EndsAt, a.Reason }).ToListAsync(ct);
        var forPatient = db.CompartmentPatientId is not null;

        var entries = visits.Select(v => new CalendarEntry(CalendarKind.Visit, v.StartsAt, v.EndsAt)
        {
            AppointmentId = v.Id, Status = v.Status, PatientName = v.PatientName, RecordNumber = v.RecordNumber, Text = v.Reason,
        }).Concat(SlotFinder.Free(table, from, count, now).Select(s => new CalendarEntry(CalendarKind.Free, s.StartsAt, s.EndsAt)))
            // Why a colleague is away is not for patients.
            .Concat(away.Select(a => new CalendarEntry(CalendarKind.Away, a.StartsAt, a.EndsAt) { Text = forPatient ? null : a.Reason }))
            .Concat(table.Busy.Where(b => b.StartsAt >= within.StartsAt && !visits.Any(v => v.Status.TakesTime() && v.StartsAt == b.StartsAt && v.EndsAt == b.EndsAt))
                .Select(b => new CalendarEntry(CalendarKind.Taken, b.StartsAt, b.EndsAt)))
            .OrderBy(e => e.StartsAt).ThenBy(e => e.Kind).ToList();

        var list = Enumerable.Range(0, count).Select(offset => from.AddDays(offset)).Select(on =>
        {
            var (startsAt, endsAt) = LocalDay.Bounds(here.Zone, on);
            return new CalendarDay(on, SlotFinder.Stretches(table, on).Select(s => s.Stretch).OrderBy(s => s.StartsAt).ToList(),
                entries.Where(e => e.StartsAt < endsAt && e.EndsAt > startsAt && (e.Kind == CalendarKind.Away || e.StartsAt >= startsAt)).ToList());
        }).ToList();
        return new ClinicianCalendar(new ClinicianOption(clinician.Id, clinician.Name, clinician.Specialty), list);
    }
}
