using System.Globalization;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.CarePlans;
using MediSecure.Data.Features.Nutrition;
using MediSecure.Data.Features.Referrals;
using MediSecure.Data.Features.Triage;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Deaths;

/// <summary>The death of a patient: recorded by a doctor with its cause; closes every booking still to come and every open referral, an open nutrition consult and a running dietary plan.</summary>
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
        var cancelled = await AppointmentService.CancelAllOfAsync(db, patientId, Why, Now, ct);
        if (cancelled.Failed)
        {
            return cancelled;
        }

        var ended = await TriageService.EndByAsync(db, patientId, TriageDisposition.Died, Now, ct);
        if (ended.Failed)
        {
            return ended;
        }

        var referred = await referrals.EndByDeathAsync(db, ct);
        if (referred.Failed)
        {
            return referred;
        }

        var over = await EndNutritionAsync(db, patientId, LocalDay.Of(zone, Now), Now, ct);
        if (over.Failed)
        {
            return over;
        }

        foreach (var kept in await db.BedStays.Where(s => s.Status == BedStayStatus.Reserved).ToListAsync(ct))
        {
            kept.Cancel(Now);
        }

        return await db.SaveAsync(ct);
    }, ct);

    /// <summary>Takes back an open nutrition consult and revokes a running dietary plan, in the caller's transaction and under the caller's lock of the patient. Does not save.</summary>
    internal static async Task<Result> EndNutritionAsync(MediSecureDbContext db, Guid patientId, DateOnly today, DateTime now, CancellationToken ct)
    {
        var withdrawn = await NutritionService.WithdrawOpenAsync(db, patientId, Why, now, ct);
        return withdrawn.Failed ? withdrawn : await CarePlanService.RevokeRunningAsync(db, patientId, Why, today, now, ct);
    }

    /// <summary>The death was recorded by mistake: the patient counts as alive again. What was cancelled stays cancelled and is booked anew.</summary>
    public Task<Result> WithdrawAsync(Guid patientId, WithdrawDeathForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.RecordDeath, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        await db.LockAsync("patient", patientId, ct);
        if (await db.DeathRecords.SingleOrDefaultAsync(d => d.EnteredInErrorAt == null, ct) is not { } record)
        {
            return Error.NotFound;
        }

        var reason = Text.CleanOrEmpty(form.Reason);
        var result = record.EnterInError(reason, db.ActorId, Now);
        (await db.Patients.SingleAsync(p => p.Id == patientId, ct)).TakeBackDeath();
        db.Because(reason);
        return result.Failed ? result : await db.SaveAsync(ct);
    }, ct);
}
