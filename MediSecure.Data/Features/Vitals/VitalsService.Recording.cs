using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.History;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Vitals;

public sealed partial class VitalsService
{
    /// <summary>Saves a set of observations, or asks about unusual numbers first. The score, and an escalation where it asks for one, are in the same transaction. Safe to call again with the
    /// same id.</summary>
    public Task<Result<VitalsOutcome>> RecordAsync(Guid patientId, RecordVitalsForm form, CancellationToken ct) =>
        doors.ChangeChartAsync<VitalsOutcome>(Permission.RecordVitals, patientId, async (db, inner) =>
            FormRules.Check(form) is { } broken ? broken : await SaveSetAsync(db, patientId, form, inner), ct);

    /// <summary>Saves weight and height, for who records nothing else. Asks as <see cref="RecordAsync"/> does.</summary>
    public Task<Result<VitalsOutcome>> RecordMeasuresAsync(Guid patientId, RecordMeasuresForm form, CancellationToken ct) =>
        doors.ChangeChartAsync<VitalsOutcome>(Permission.RecordMeasures, patientId, async (db, inner) =>
            FormRules.Check(form) is { } broken ? broken : await SaveSetAsync(db, patientId, new() { Id = form.Id, TakenAt = form.TakenAt, Weight = form.Weight, Height = form.Height, Confirmed = form.Confirmed }, inner), ct);

    /// <summary>Strikes a set through: it counts for nothing any more, and the open escalation falls back to what is right, or is withdrawn when nothing else asked for it.</summary>
    public Task<Result> MarkInErrorAsync(Guid patientId, CorrectVitalsForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.CorrectVitals, patientId, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("patient", patientId, inner);
        var set = await db.VitalSigns.SingleOrDefaultAsync(v => v.Id == form.SetId, inner);
        if (set is null)
        {
            return Error.NotFound;
        }

        if (!set.Values.IsMeasuresOnly && !db.ActorRoles.Granting(Permission.RecordVitals).Any())
        {
            return VitalErrors.NotYours;
        }

        var marked = set.MarkInError(Text.CleanOrEmpty(form.Reason), Now, db.ActorId);
        if (marked.Failed)
        {
            return marked;
        }

        db.Because(Text.Clean(form.Reason));
        var scored = await FollowAsync(db, patientId, null, set.Id, inner);
        if (set.Status != News2Status.NotMeasured && await db.Escalations.SingleOrDefaultAsync(e => e.ClosedAt == null, inner) is { } escalation)
        {
            var right = await db.VitalSigns.Where(v => v.EnteredInErrorAt == null && v.Id != set.Id && v.RecordedAt >= escalation.OpenedAt && v.Response != null).ToListAsync(inner);
            escalation.TakeBack(right, scored, Now, db.ActorId);
        }

        // A set that was written down while the struck one, taken later, hid it has called nobody yet. Every other has, and what it called for may be done.
        if (scored is not null && set.Status != News2Status.NotMeasured && scored.RecordedAt > set.RecordedAt && scored.TakenAt < set.TakenAt && await PresentVisit.SinceAsync(db, Now, inner) <= scored.TakenAt)
        {
            await EscalateAsync(db, scored, inner);
        }

        return await db.SaveAsync(inner);
    }, ct);

    /// <summary>Orders SpO2 scale 2. The next sets may use it.</summary>
    public Task<Result> OrderScaleAsync(Guid patientId, OrderScaleForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.OrderSaturationScale, patientId, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("patient", patientId, inner);
        if (await db.SaturationScaleOrders.AsNoTracking().SingleOrDefaultAsync(o => o.EndedAt == null, inner) is { } standing)
        {
            return standing.Id == form.Id ? Result.Ok : VitalErrors.ScaleOrdered;
        }

        db.Add(new SaturationScaleOrder(form.Id, db.OrganizationId, patientId, Text.CleanOrEmpty(form.Reason), Now, db.ActorId));
        return await db.SaveAsync(inner);
    }, ct);

    /// <summary>Ends the order: scale 1 from now on.</summary>
    public Task<Result> EndScaleOrderAsync(Guid patientId, Guid orderId, CancellationToken ct) => doors.ChangeChartAsync(Permission.OrderSaturationScale, patientId, async (db, inner) =>
    {
        await db.LockAsync("patient", patientId, inner);
        var order = await db.SaturationScaleOrders.SingleOrDefaultAsync(o => o.Id == orderId, inner);
        if (order is null)
        {
            return Error.NotFound;
        }

        var ended = order.End(Now, db.ActorId);
        return ended.Failed ? ended : await db.SaveAsync(inner);
    }, ct);

    private async Task<Result<VitalsOutcome>> SaveSetAsync(MediSecureDbContext db, Guid patientId, RecordVitalsForm form, CancellationToken ct)
    {
        await db.LockAsync("patient", patientId, ct);
        var patient = await db.Patients.AsNoTracking().Where(p => p.Id == patientId).Select(p => new { p.BirthDate, p.Sex, p.DeceasedAt }).SingleAsync(ct);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.TimeZone).SingleAsync(ct));
        if (await db.VitalSigns.AsNoTracking().AnyAsync(v => v.Id == form.Id, ct))
        {
            return new VitalsOutcome((await RowsAsync(db, db.VitalSigns.Where(v => v.Id == form.Id), zone, patient.BirthDate, ct))[0], []); // the same press again
        }

        var (now, taken) = (Now, form.TakenAt ?? Now);
        if (taken > now + RecentTime.Tolerance)
        {
            return VitalErrors.InTheFuture;
        }

        var day = LocalDay.Of(zone, taken);
        if (day < patient.BirthDate)
        {
            return VitalErrors.BeforeBirth;
        }

        if (patient.DeceasedAt < taken)
        {
            return VitalErrors.AfterDeath;
        }

        var (values, age) = (form.Values(), Age.Years(patient.BirthDate, day));
        var recently = taken - VitalCheck.OxygenRemembered;
        var background = await BackgroundAsync(db, age, ct) with
        {
            OnOxygen = await db.VitalSigns.AsNoTracking().Where(v => v.EnteredInErrorAt == null && v.OnOxygen != null && v.Saturation != null && v.TakenAt >= recently && v.TakenAt <= taken)
                .OrderByDescending(v => v.TakenAt).ThenByDescending(v => v.RecordedAt).Select(v => v.OnOxygen).FirstOrDefaultAsync(ct) == true,
        };
        if (VitalCheck.Refusal(values, background) is { } refusal)
        {
            return refusal;
        }

        // From its order on, and not before. Written down after the patient left: what was measured under an order that the leaving ended is scored as it was ordered.
        var latest = taken + RecentTime.Tolerance; // a time is typed to the minute
        if (values.Scale == SaturationScale.Two
            && !await db.SaturationScaleOrders.AnyAsync(o => o.OrderedAt <= latest && (o.EndedAt == null || (o.Lapsed && o.EndedAt >= taken)), ct))
        {
            return VitalErrors.ScaleNotOrdered;
        }

        var questions = VitalCheck.Questions(values, background).Where(q => form.Confirmed?.Contains(new ConfirmedValue(q.Kind, q.Value)) != true).ToList();
        if (questions.Count > 0)
        {
            return new VitalsOutcome(null, questions);
        }

        var encounter = await db.Encounters.AsNoTracking()
            .Where(e => e.EndedAt == null && (e.Status == EncounterStatus.InProgress || e.Status == EncounterStatus.Arrived || e.Status == EncounterStatus.OnLeave))
            .OrderByDescending(e => e.StartedAt).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(ct);
        var pregnant = (form.Pregnant && MayBePregnant(patient.Sex, age)) || await db.Pregnancies.AnyAsync(Pregnancy.CountsOn(day), ct);
        var set = VitalSigns.Record(form.Id, db.OrganizationId, patientId, encounter, values, age, pregnant, taken, now, db.ActorId);
        db.Add(set);
        // Nobody is asked to come to who is dead, nor to the bed of a stay that is over.
        var gone = patient.DeceasedAt is not null || (encounter is null && await db.Encounters.AnyAsync(e => e.StartedAt <= taken && e.EndedAt > taken && e.Status == EncounterStatus.Finished, ct)
            && !await db.TriageEntries.AnyAsync(t => t.ClosedAt == null, ct)); // who waits in the queue is here
        if (await FollowAsync(db, patientId, set, null, ct) == set && !gone)
        {
            await EscalateAsync(db, set, ct);
        }

        var saved = await db.SaveAsync(ct);
        if (saved.Failed)
        {
            return saved.Error;
        }

        var name = await db.StaffMembers.AsNoTracking().Where(s => s.UserId == set.RecordedBy).ToDictionaryAsync(s => s.UserId, s => s.Name, ct);
        return new VitalsOutcome(RowOf(set, name, age), []);
    }

    /// <summary>Brings the standing to the newest set that counts and says something about NEWS2.</summary>
    /// <returns>The set whose score counts; null when there is none.</returns>
    private async Task<VitalSigns?> FollowAsync(MediSecureDbContext db, Guid patientId, VitalSigns? added, Guid? without, CancellationToken ct)
    {
        var counted = db.VitalSigns.Where(v => v.EnteredInErrorAt == null && v.Id != without).OrderByDescending(v => v.TakenAt).ThenByDescending(v => v.RecordedAt);
        var sets = await counted.Where(v => v.Status == News2Status.Scored || v.Status == News2Status.NotApplicable).Take(2).ToListAsync(ct);
        sets.AddRange(await counted.Where(v => v.Status == News2Status.Incomplete).Take(1).ToListAsync(ct));
        if (added is { Status: not News2Status.NotMeasured })
        {
            sets.Insert(0, added);
        }

        var standing = await db.VitalStandings.SingleOrDefaultAsync(ct);
        if (sets.Count == 0)
        {
            if (standing is not null)
            {
                db.Remove(standing);
            }

            return null;
        }

        if (standing is null)
        {
            db.Add(standing = new VitalStanding(Guid.CreateVersion7(), db.OrganizationId, patientId));
        }

        // Of two sets of one instant the one recorded last counts.
        return standing.Follow([.. sets.OrderByDescending(v => v.TakenAt).ThenByDescending(v => v.RecordedAt)], await PresentVisit.SinceAsync(db, Now, ct));
    }

    private static async Task EscalateAsync(MediSecureDbContext db, VitalSigns set, CancellationToken ct)
    {
        if (await db.Escalations.SingleOrDefaultAsync(e => e.ClosedAt == null, ct) is { } open)
        {
            open.Raise(set, set.RecordedBy);
        }
        else if (Escalation.By(Guid.CreateVersion7(), set, set.RecordedBy) is { } escalation)
        {
            db.Add(escalation);
        }
    }
}
