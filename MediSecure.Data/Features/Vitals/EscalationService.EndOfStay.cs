using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Vitals;

/// <summary>What of the observations ends with a patient's time in the house: the open escalation, and the order of SpO2 scale 2. Always within the change that records the end, under its lock of
/// the patient; nothing here saves. Decision 0075.</summary>
public sealed partial class EscalationService
{
    private static readonly EncounterStatus[] Here = [EncounterStatus.Arrived, EncounterStatus.InProgress, EncounterStatus.OnLeave];

    /// <summary>The patient left the house, whichever way.</summary>
    internal static Task<Result> EndByLeavingAsync(MediSecureDbContext db, Guid patientId, DateTime now, CancellationToken ct) => EndAsync(db, patientId, EscalationStatus.PatientLeft, now, ct);

    /// <summary>The patient died.</summary>
    internal static Task<Result> EndByDeathAsync(MediSecureDbContext db, Guid patientId, DateTime now, CancellationToken ct) => EndAsync(db, patientId, EscalationStatus.PatientDied, now, ct);

    /// <summary>A visit ended, or was never one: who lies in a bed or waits in the emergency room beside it is still here.</summary>
    /// <param name="db">Of the change that ends it.</param>
    /// <param name="patientId">Whose.</param>
    /// <param name="encounterId">The visit or stay; null for who waited without one.</param>
    /// <param name="now">UTC.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="entryId">The place in the triage queue that goes with it.</param>
    internal static async Task<Result> EndByVisitAsync(MediSecureDbContext db, Guid patientId, Guid? encounterId, DateTime now, CancellationToken ct, Guid? entryId = null) =>
        await IsHereAsync(db, patientId, encounterId, entryId, now, ct) ? Result.Ok : await EndByLeavingAsync(db, patientId, now, ct);

    /// <summary>A departure is taken back: what ended with it goes on, unless something newer is open.</summary>
    internal static async Task GoOnAsync(MediSecureDbContext db, Guid patientId, DateTime leftAt, CancellationToken ct)
    {
        if (!await db.Escalations.AnyAsync(e => e.PatientId == patientId && e.ClosedAt == null, ct)
            && await db.Escalations.FirstOrDefaultAsync(e => e.PatientId == patientId && e.Status == EscalationStatus.PatientLeft && e.ClosedAt == leftAt, ct) is { } escalation)
        {
            escalation.GoOn(leftAt);
        }

        if (!await db.SaturationScaleOrders.AnyAsync(o => o.PatientId == patientId && o.EndedAt == null, ct)
            && await db.SaturationScaleOrders.FirstOrDefaultAsync(o => o.PatientId == patientId && o.Lapsed && o.EndedAt == leftAt, ct) is { } order)
        {
            order.GoOn(leftAt);
        }
    }

    /// <summary>Somebody comes who was not here before: an order from between the stays is asked about like that of an earlier stay.</summary>
    internal static async Task<Result> AskAnewAsync(MediSecureDbContext db, Guid patientId, DateTime now, CancellationToken ct) =>
        await IsHereAsync(db, patientId, null, null, now, ct) ? Result.Ok : await LapseAsync(db, patientId, now, ct);

    private static async Task<Result> EndAsync(MediSecureDbContext db, Guid patientId, EscalationStatus how, DateTime now, CancellationToken ct)
    {
        if (await db.Escalations.SingleOrDefaultAsync(e => e.PatientId == patientId && e.ClosedAt == null, ct) is { } open)
        {
            var ended = open.EndBy(how, now, db.ActorId);
            if (ended.Failed)
            {
                return ended;
            }
        }

        return await LapseAsync(db, patientId, now, ct);
    }

    private static async Task<Result> LapseAsync(MediSecureDbContext db, Guid patientId, DateTime now, CancellationToken ct) =>
        await db.SaturationScaleOrders.SingleOrDefaultAsync(o => o.PatientId == patientId && o.EndedAt == null, ct) is { } order ? order.Lapse(now, db.ActorId) : Result.Ok;

    private static async Task<bool> IsHereAsync(MediSecureDbContext db, Guid patientId, Guid? besides, Guid? besidesEntry, DateTime now, CancellationToken ct)
    {
        var begun = now - PresentVisit.LongestOutpatient;
        return await db.Encounters.AnyAsync(e => e.PatientId == patientId && e.Id != besides && e.EndedAt == null && Here.Contains(e.Status) && (e.Class != EncounterClass.Ambulatory || e.StartedAt >= begun), ct)
            || await db.TriageEntries.AnyAsync(t => t.PatientId == patientId && t.Id != besidesEntry && t.ClosedAt == null, ct);
    }
}
