using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;

namespace MediSecure.Data.Features.Timeline;

/// <summary>What happened to a patient, from all features in one line. A source is a partial file of this class that reads its feature's rows in a window; it is asked only when the viewer
/// holds the permission of that feature. To add one: a file <c>TimelineService.X.cs</c> with a method like the others, a line in <see cref="Sources"/>, its entities in <see cref="Entities"/>.</summary>
public sealed partial class TimelineService(MediSecureDb doors, TimeProvider clock)
{
    /// <summary>The first page: days.</summary>
    public const int FirstDays = 30;

    private const int MostOfFirst = 200;
    private const int MostOfOlder = 50;

    private static readonly (Permission Permission, Func<MediSecureDbContext, TimelineWindow, CancellationToken, Task<IReadOnlyList<TimelineEntry>>> ReadAsync)[] Sources =
    [
        (Permission.ViewEncounters, VisitsAsync),
        (Permission.ViewEncounters, DischargesAsync),
        (Permission.ViewEncounters, DiagnosesAsync),
        (Permission.ViewPatient, BedsAsync),
        (Permission.ViewProblems, ProblemsAsync),
        (Permission.ViewAllergies, AllergiesAsync),
        (Permission.ViewAllergies, NoAllergiesAsync),
        (Permission.ViewHistory, ImmunisationsAsync),
        (Permission.ViewHistory, ProceduresAsync),
        (Permission.ViewHistory, PregnanciesAsync),
        (Permission.ViewNotes, NotesAsync),
        (Permission.ViewVitals, VitalsAsync),
        (Permission.ViewNutrition, NutritionAsync),
        (Permission.ViewNutrition, NutritionConsultsAsync),
        (Permission.ViewCarePlan, PlansBegunAsync),
        (Permission.ViewCarePlan, PlansEndedAsync),
        (Permission.ViewReferrals, ReferralsAsync),
        (Permission.ViewReferrals, IncomingReferralsAsync),
        (Permission.ViewCertificates, CertificatesAsync),
    ];

    /// <summary>Entities it is made of, for screens that follow.</summary>
    public static IReadOnlyList<string> Entities { get; } =
        ["Encounter", "EncounterDiagnosis", "BedStay", "HealthProblem", "Allergy", "NoKnownAllergies", "Immunisation", "PastProcedure", "Pregnancy", "ClinicalNote", "VitalSigns", "NutritionAssessment", "NutritionConsult", "CarePlan", "Referral", "IncomingReferral", "Certificate"];

    /// <summary>The last thirty days.</summary>
    public Task<Result<TimelinePage>> LatestAsync(Guid patientId, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return ReadAsync(patientId, new TimelineWindow(now.AddDays(-FirstDays), now.AddSeconds(1), MostOfFirst, now), ct);
    }

    /// <summary>The next fifty before a page's <see cref="TimelinePage.OlderBefore"/>.</summary>
    public Task<Result<TimelinePage>> OlderAsync(Guid patientId, DateTime before, CancellationToken ct) =>
        ReadAsync(patientId, new TimelineWindow(null, DateTime.SpecifyKind(before, DateTimeKind.Utc), MostOfOlder, clock.GetUtcNow().UtcDateTime), ct);

    private async Task<Result<TimelinePage>> ReadAsync(Guid patientId, TimelineWindow window, CancellationToken ct)
    {
        var chart = await doors.OpenChartAsync(Permission.ViewTimeline, patientId, ct);
        if (chart.Failed)
        {
            return chart.Error;
        }

        await using var db = chart.Value;
        var found = await AskAsync(db, window, ct);
        var last = found.Count > window.Most ? found[window.Most - 1].At : window.From;
        IReadOnlyList<TimelineEntry> shown = found.Count > window.Most ? [.. found.Where(entry => entry.At >= last)] : found;
        var before = last ?? (shown.Count > 0 ? shown[^1].At : window.Before);
        var older = found.Count > shown.Count || (await AskAsync(db, window with { From = null, Before = before, Most = 1 }, ct)).Count > 0;
        return new TimelinePage(shown, older ? before : null);
    }

    private static async Task<IReadOnlyList<TimelineEntry>> AskAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var found = new List<TimelineEntry>();
        foreach (var (permission, readAsync) in Sources)
        {
            if (db.ActorRoles.Granting(permission).Any())
            {
                found.AddRange(await readAsync(db, window, ct));
            }
        }

        return [.. found.OrderByDescending(entry => entry.At).ThenBy(entry => entry.Kind).ThenBy(entry => entry.Id)];
    }

    private static string? Sentence(params string?[] parts) => string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } text ? text : null;
}
