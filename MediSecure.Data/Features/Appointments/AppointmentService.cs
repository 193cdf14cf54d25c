using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Appointments;

/// <summary>Booking and running visits. Times are UTC; days are local days of the organisation.</summary>
public sealed partial class AppointmentService(MediSecureDb doors, TimeProvider clock)
{
    private const int MostDays = 31;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Clinicians who can be booked, by name.</summary>
    public async Task<Result<IReadOnlyList<ClinicianOption>>> ClinicianOptionsAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewAppointments, ct);
        return Result.Of<IReadOnlyList<ClinicianOption>>(await TimetableService.Bookable(db).OrderBy(s => s.Name).ThenBy(s => s.Id)
            .Select(s => new ClinicianOption(s.Id, s.Name, s.Specialty)).ToListAsync(ct));
    }

    /// <summary>Free times of one clinician on local days.</summary>
    /// <param name="clinicianId">The staff member.</param>
    /// <param name="fromOn">First day; null for today.</param>
    /// <param name="days">1 to 31.</param>
    /// <param name="ct">Cancels the read.</param>
    public async Task<Result<IReadOnlyList<FreeSlot>>> SlotsAsync(Guid clinicianId, DateOnly? fromOn, int days, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewSlots, ct);
        if (await TimetableService.ClinicianAsync(db, clinicianId, ct) is not { } clinician)
        {
            return AppointmentErrors.NoSuchClinician;
        }

        var here = await TimetableService.HereAsync(db, ct);
        var now = Now;
        var (from, count) = InRange(here.Zone, now, fromOn, days);
        var table = await TimetableService.LoadAsync(db, here.Zone, clinician, Window(here.Zone, from, count), now, ct);
        return Result.Of<IReadOnlyList<FreeSlot>>(SlotFinder.Free(table, from, count, now).ToList());
    }

    /// <summary>The next free times of one clinician after an instant, at most <paramref name="count"/> (1–20), up to eight weeks ahead.</summary>
    public async Task<Result<IReadOnlyList<FreeSlot>>> NextFreeAsync(Guid clinicianId, DateTime? afterAt, int count, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewSlots, ct);
        return await TimetableService.ClinicianAsync(db, clinicianId, ct) is { } clinician
            ? Result.Of<IReadOnlyList<FreeSlot>>(await NextFreeAsync(db, (await TimetableService.HereAsync(db, ct)).Zone, clinician, afterAt ?? Now, Math.Clamp(count, 1, 20), null, ct))
            : AppointmentErrors.NoSuchClinician;
    }

    private async Task<List<FreeSlot>> NextFreeAsync(MediSecureDbContext db, TimeZoneInfo zone, TimetableService.Clinician clinician, DateTime after, int count, Guid? patientId, CancellationToken ct)
    {
        const int step = 14;
        var now = Now;
        after = after < now || after > now + AppointmentRules.Horizon ? now : after;
        var found = new List<FreeSlot>();
        var first = LocalDay.Of(zone, after);
        for (var week = 0; week < 4 && found.Count < count; week++)
        {
            var from = first.AddDays(week * step);
            var within = Window(zone, from, step);
            var table = await TimetableService.LoadAsync(db, zone, clinician, within, now, ct);
            var own = patientId is { } patient ? await TimetableService.PatientBusyAsync(db, patient, within, now, ct) : [];
            found.AddRange(SlotFinder.Free(table, from, step, now)
                .Where(s => s.StartsAt >= after && !own.Any(new TimeSlot(s.StartsAt, s.EndsAt).Overlaps)).Take(count - found.Count));
        }

        return found;
    }

    private static (DateOnly From, int Days) InRange(TimeZoneInfo zone, DateTime now, DateOnly? fromOn, int days)
    {
        var today = LocalDay.Of(zone, now);
        var from = fromOn ?? today;
        var (earliest, latest) = (today.AddYears(-20), today.AddDays((int)AppointmentRules.Horizon.TotalDays));
        return (from < earliest ? earliest : from > latest ? latest : from, Math.Clamp(days, 1, MostDays));
    }

    private static TimeSlot Window(TimeZoneInfo zone, DateOnly from, int days) => new(LocalDay.Bounds(zone, from).StartsAt, LocalDay.Bounds(zone, from.AddDays(days - 1)).EndsAt);
}
