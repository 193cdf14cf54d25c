using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Access;

/// <summary>Whether a patient is here now, and since when: what was measured before says nothing about how the patient is.</summary>
internal static class PresentVisit
{
    // An outpatient's visit that nobody finished is over the next day.
    private static readonly TimeSpan LongestOutpatient = TimeSpan.FromHours(24);

    /// <summary>Of the patient whose chart <paramref name="db"/> has open: since when the stay, the visit or the wait in the triage queue lasts; null for who is not here. Of several the longest:
    /// who lies in a bed stays an inpatient during a visit to a clinic.</summary>
    public static Task<DateTime?> SinceAsync(MediSecureDbContext db, DateTime now, CancellationToken ct)
    {
        var begun = now - LongestOutpatient;
        var visits = db.Encounters.Where(e => e.EndedAt == null && CareRelationship.Here.Contains(e.Status) && (e.Class != EncounterClass.Ambulatory || e.StartedAt >= begun)).Select(e => (DateTime?)e.StartedAt);
        return visits.Concat(db.TriageEntries.Where(t => t.ClosedAt == null).Select(t => (DateTime?)t.ArrivedAt)).MinAsync(ct);
    }
}
