using System.Globalization;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.CarePlans;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Nutrition;
using MediSecure.Data.Features.Referrals;
using MediSecure.Data.Features.Triage;
using MediSecure.Data.Features.Vitals;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Deaths;

/// <summary>The death of a patient: recorded by a doctor with its cause, or on the bed board without one. Both ways end the same things, and either is taken back with a reason. Decision 0074.</summary>
public sealed class DeathService(MediSecureDb doors, ReferralService referrals, TimeProvider clock)
{
    private const string Why = "The patient died.";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What is recorded.</summary>
    public async Task<Result<DeathRow>> GetAsync(Guid patientId, CancellationToken ct)
    {
        var chart = await doors.OpenChartAsync(Permission.ViewDeath, patientId, ct);
        if (chart.Failed)
        {
            return chart.Error;
        }

        await using var db = chart.Value;
        var died = await db.Patients.Select(p => p.DeceasedAt).SingleAsync(ct);
        var record = await (
            from d in db.DeathRecords.AsNoTracking()
            where d.EnteredInErrorAt == null
            from who in db.StaffMembers.Where(s => s.UserId == d.CertifiedBy).DefaultIfEmpty()
            select new { d.Id, d.Cause, d.Code, d.Place, By = who.Name }).SingleOrDefaultAsync(ct);
        return new DeathRow(died, record?.Id, record?.Cause, record?.Code, record?.Place, record?.By);
    }

    /// <summary>Records the death and cancels what is booked. Safe to call again with the same id.</summary>
    public Task<Result> RecordAsync(Guid patientId, RecordDeathForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.RecordDeath, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        await db.LockAsync("patient", patientId, ct);
        if (await db.DeathRecords.AnyAsync(d => d.Id == form.Id, ct))
        {
            return Result.Ok;
        }

        if (await db.DeathRecords.AnyAsync(d => d.EnteredInErrorAt == null, ct))
        {
            return DeathErrors.Already;
        }

        if (await db.BedStays.AnyAsync(s => s.Status == BedStayStatus.Active, ct))
        {
            return DeathErrors.StillInBed;
        }

        var patient = await db.Patients.SingleAsync(p => p.Id == patientId, ct);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.TimeZone).SingleAsync(ct));
        // Days are compared before they become instants: the first and the last day there is have no neighbours.
        if (form.DiedOn < patient.BirthDate)
        {
            return DeathErrors.BeforeBirth;
        }

        if (form.DiedOn > LocalDay.Of(zone, Now))
        {
            return DeathErrors.InTheFuture;
        }

        if (!TimeOnly.TryParseExact(form.Time, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            || LocalDay.Instants(zone, form.DiedOn!.Value, (time.Hour * 60) + time.Minute) is not [var diedAt, ..])
        {
            return DeathErrors.NoSuchTime;
        }

        if (diedAt > Now)
        {
            return DeathErrors.InTheFuture;
        }

        var (code, cause) = (Text.Clean(form.Code), Text.Clean(form.Cause));
        if (code is not null)
        {
            var title = await db.DiagnosisCodes.AsNoTracking().Where(c => c.Code == code && c.IsBillable && !c.IsRetired).Select(c => c.Title).SingleOrDefaultAsync(ct);
            if (title is null)
            {
                return DeathErrors.UnknownCode;
            }

            cause ??= title;
        }

        if (cause is null)
        {
            return DeathErrors.NoCause;
        }

        patient.CorrectDeath(diedAt);
        db.Add(new DeathRecord(form.Id, db.OrganizationId, patientId, diedAt, code, cause, Text.Clean(form.Place), db.ActorId, Now));
        var ended = await EndAllAsync(db, patientId, LocalDay.Of(zone, Now), Now, ct);
        return ended.Failed ? ended : await db.SaveAsync(ct);
    }, ct);

    /// <summary>All that waits for a patient who died, ended: bookings, reservations, the triage queue, referrals at both ends, the nutrition consult and the plan, escalations. The one step of every
    /// way in which a death is recorded, in the caller's transaction and under the caller's lock of the patient. Safe to repeat; does not save.</summary>
    internal async Task<Result> EndAllAsync(MediSecureDbContext db, Guid patientId, DateOnly today, DateTime now, CancellationToken ct)
    {
        foreach (var kept in await db.BedStays.Where(s => s.PatientId == patientId && s.Status == BedStayStatus.Reserved).ToListAsync(ct))
        {
            kept.Cancel(now);
        }

        var ended = await AppointmentService.CancelAllOfAsync(db, patientId, Why, now, ct);
        ended = ended.Failed ? ended : await TriageService.EndByAsync(db, patientId, TriageDisposition.Died, now, ct);
        ended = ended.Failed ? ended : await EscalationService.EndByDeathAsync(db, patientId, now, ct);
        ended = ended.Failed ? ended : await NutritionService.WithdrawOpenAsync(db, patientId, Why, now, ct);
        ended = ended.Failed ? ended : await CarePlanService.RevokeRunningAsync(db, patientId, Why, today, now, ct);
        // Last: it saves the other organisation's rows at once.
        return ended.Failed ? ended : await referrals.EndByDeathAsync(db, patientId, ct);
    }

    /// <summary>The death was recorded by mistake, with a cause or on the bed board: the patient counts as alive again, and no stay says that it ended with a death. What was ended with the death stays
    /// so and is begun anew.</summary>
    public Task<Result> WithdrawAsync(Guid patientId, WithdrawDeathForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.RecordDeath, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        await db.LockAsync("patient", patientId, ct);
        var patient = await db.Patients.SingleAsync(p => p.Id == patientId, ct);
        if (patient.DeceasedAt is null)
        {
            return DeathErrors.NotRecorded;
        }

        var reason = Text.CleanOrEmpty(form.Reason);
        if (await db.DeathRecords.SingleOrDefaultAsync(d => d.EnteredInErrorAt == null, ct) is { } record)
        {
            var marked = record.EnterInError(reason, db.ActorId, Now);
            if (marked.Failed)
            {
                return marked;
            }
        }

        patient.TakeBackDeath();
        foreach (var stay in await db.Encounters.Where(e => e.Outcome == DischargeOutcome.Died).ToListAsync(ct))
        {
            stay.TakeBackDeath();
        }

        db.Because(reason);
        return await db.SaveAsync(ct);
    }, ct);
}
