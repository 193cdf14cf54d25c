using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Triage;
using MediSecure.Data.Features.Vitals;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Access;

/// <summary>Whether a patient is here now, and since when: what was measured before says nothing about how the patient is.</summary>
internal static class PresentVisit
{
    /// <summary>An outpatient's visit that nobody finished is over the next day.</summary>
    public static readonly TimeSpan LongestOutpatient = TimeSpan.FromHours(24);

    /// <summary>Of the patient whose chart <paramref name="db"/> has open: since when the stay, the visit or the wait in the triage queue lasts; null for who is not here. Of several the longest:
    /// who lies in a bed stays an inpatient during a visit to a clinic, and who came to the ward through the emergency room is here since the arrival there.</summary>
    public static async Task<DateTime?> SinceAsync(MediSecureDbContext db, DateTime now, CancellationToken ct)
    {
        var begun = now - LongestOutpatient;
        var visit = await db.Encounters.Where(e => e.EndedAt == null && CareRelationship.Here.Contains(e.Status) && (e.Class != EncounterClass.Ambulatory || e.StartedAt >= begun))
            .OrderBy(e => e.StartedAt).Select(e => new { e.StartedAt, e.Class }).FirstOrDefaultAsync(ct);
        var since = visit is { Class: EncounterClass.Inpatient } ? await ThroughEmergencyAsync(db, visit.StartedAt, ct) ?? visit.StartedAt : visit?.StartedAt;
        var queued = await db.TriageEntries.Where(t => t.ClosedAt == null).OrderBy(t => t.ArrivedAt).Select(t => (DateTime?)t.ArrivedAt).FirstOrDefaultAsync(ct);
        return queued < since ? queued : since ?? queued;
    }

    /// <summary>Of the standings those that say something about the stay under way, as <see cref="SinceAsync"/> says it of one patient: measured since the admission, since the patient came to the emergency room that gave
    /// them the bed, or since a visit to a clinic began that still goes on.</summary>
    public static IQueryable<VitalStanding> OfStay(this IQueryable<VitalStanding> standings, MediSecureDbContext db, DateTime now)
    {
        var begun = now - LongestOutpatient;
        return standings.Where(v => db.Encounters.Any(stay => stay.PatientId == v.PatientId && stay.Class == EncounterClass.Inpatient && stay.EndedAt == null
        && (v.TakenAt >= stay.StartedAt
            || db.Encounters.Any(e => e.PatientId == v.PatientId && e.Class == EncounterClass.Ambulatory && e.EndedAt == null && CareRelationship.Here.Contains(e.Status) && e.StartedAt >= begun && v.TakenAt >= e.StartedAt)
            || db.Encounters.Any(e => e.PatientId == v.PatientId && e.Class == EncounterClass.Emergency && e.Status == EncounterStatus.Finished && e.EndedAt == stay.StartedAt && v.TakenAt >= e.StartedAt)
            || db.TriageEntries.Any(t => t.PatientId == v.PatientId && t.Disposition == TriageDisposition.Admitted && t.ClosedAt == stay.StartedAt && v.TakenAt >= t.ArrivedAt))));
    }

    /// <summary>When the patient came to the emergency room that gave them a bed at this moment; null for who was admitted otherwise.</summary>
    private static async Task<DateTime?> ThroughEmergencyAsync(MediSecureDbContext db, DateTime admittedAt, CancellationToken ct)
    {
        var visit = await db.Encounters.Where(e => e.Class == EncounterClass.Emergency && e.Status == EncounterStatus.Finished && e.EndedAt == admittedAt)
            .Select(e => (DateTime?)e.StartedAt).FirstOrDefaultAsync(ct);
        var entry = await db.TriageEntries.Where(t => t.Disposition == TriageDisposition.Admitted && t.ClosedAt == admittedAt).Select(t => (DateTime?)t.ArrivedAt).FirstOrDefaultAsync(ct);
        return entry < visit ? entry : visit ?? entry;
    }
}
