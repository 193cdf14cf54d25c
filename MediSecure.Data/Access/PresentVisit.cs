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
    public static async Task<DateTime?> SinceAsync(MediSecureDbContext db, DateTime now, CancellationToken ct)
    {
        var begun = now - LongestOutpatient;
        var visit = await db.Encounters.Where(e => e.EndedAt == null && CareRelationship.Here.Contains(e.Status) && (e.Class != EncounterClass.Ambulatory || e.StartedAt >= begun))
            .OrderBy(e => e.StartedAt).Select(e => (DateTime?)e.StartedAt).FirstOrDefaultAsync(ct);
        var queued = await db.TriageEntries.Where(t => t.ClosedAt == null).OrderBy(t => t.ArrivedAt).Select(t => (DateTime?)t.ArrivedAt).FirstOrDefaultAsync(ct);
        return queued < visit ? queued : visit ?? queued;
    }
}
