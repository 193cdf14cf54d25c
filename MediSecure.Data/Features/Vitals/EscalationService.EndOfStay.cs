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

    /// <summary>A booked visit ended: who lies in a bed or waits in the emergency room beside it is still here.</summary>
    internal static async Task<Result> EndByVisitAsync(MediSecureDbContext db, Guid patientId, Guid encounterId, DateTime now, CancellationToken ct) =>
        await IsHereAsync(db, patientId, encounterId, ct) ? Result.Ok : await EndByLeavingAsync(db, patientId, now, ct);

    /// <summary>Somebody comes who was not here before: an order from between the stays is asked about like that of an earlier stay.</summary>
    internal static async Task<Result> AskAnewAsync(MediSecureDbContext db, Guid patientId, DateTime now, CancellationToken ct) =>
        await IsHereAsync(db, patientId, null, ct) ? Result.Ok : await LapseAsync(db, patientId, now, ct);

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

    private static async Task<bool> IsHereAsync(MediSecureDbContext db, Guid patientId, Guid? besides, CancellationToken ct) =>
        await db.Encounters.AnyAsync(e => e.PatientId == patientId && e.Id != besides && e.EndedAt == null && Here.Contains(e.Status), ct)
        || await db.TriageEntries.AnyAsync(t => t.PatientId == patientId && t.ClosedAt == null, ct);
}
