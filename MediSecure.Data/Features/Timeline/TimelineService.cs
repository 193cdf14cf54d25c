using System.Globalization;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

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
        (Permission.ViewProblems, ProblemsEndedAsync),
        (Permission.ViewAllergies, AllergiesAsync),
        (Permission.ViewAllergies, NoAllergiesAsync),
        (Permission.ViewHistory, ImmunisationsAsync),
        (Permission.ViewHistory, ProceduresAsync),
        (Permission.ViewHistory, PregnanciesAsync),
        (Permission.ViewHistory, PregnanciesEndedAsync),
        (Permission.ViewNotes, NotesAsync),
        (Permission.ViewNotes, AddendaAsync),
        (Permission.ViewVitals, VitalsAsync),
        (Permission.ViewVitals, EscalationsAsync),
        (Permission.ViewTriage, TriagedAsync),
        (Permission.ViewTriage, LeftUnseenAsync),
        (Permission.ViewNutrition, NutritionAsync),
        (Permission.ViewNutrition, NutritionConsultsAsync),
        (Permission.ViewCarePlan, PlansBegunAsync),
        (Permission.ViewCarePlan, PlansEndedAsync),
        (Permission.ViewReferrals, ReferralsAsync),
        (Permission.ViewReferrals, IncomingReferralsAsync),
        (Permission.ViewCertificates, CertificatesAsync),
        (Permission.ViewDeath, DeathsAsync),
    ];

    /// <summary>Entities it is made of, for screens that follow.</summary>
    public static IReadOnlyList<string> Entities { get; } =
        ["Encounter", "EncounterDiagnosis", "BedStay", "HealthProblem", "Allergy", "NoKnownAllergies", "Immunisation", "PastProcedure", "Pregnancy", "ClinicalNote", "NoteAddendum", "VitalSigns", "Escalation",
            "TriageEntry", "NutritionAssessment", "NutritionConsult", "CarePlan", "Referral", "IncomingReferral", "Certificate", "DeathRecord"];

    /// <summary>The last thirty days.</summary>
    public Task<Result<TimelinePage>> LatestAsync(Guid patientId, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return ReadAsync(patientId, zone => new TimelineWindow(now.AddDays(-FirstDays), now.AddSeconds(1), MostOfFirst, now, zone), ct);
    }

    /// <summary>The next fifty before a page's <see cref="TimelinePage.OlderBefore"/>.</summary>
    public Task<Result<TimelinePage>> OlderAsync(Guid patientId, DateTime before, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return ReadAsync(patientId, zone => new TimelineWindow(null, before < now ? DateTime.SpecifyKind(before, DateTimeKind.Utc) : now.AddSeconds(1), MostOfOlder, now, zone), ct);
    }

    private async Task<Result<TimelinePage>> ReadAsync(Guid patientId, Func<TimeZoneInfo, TimelineWindow> which, CancellationToken ct)
    {
        var chart = await doors.OpenChartAsync(Permission.ViewTimeline, patientId, ct);
        if (chart.Failed)
        {
            return chart.Error;
        }

        await using var db = chart.Value;
        var window = which(TimeZoneInfo.FindSystemTimeZoneById(await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.TimeZone).SingleAsync(ct)));
        var (found, cutAt) = await AskAsync(db, window, ct);

        // A page ends between two instants, and many things of one day share theirs: it takes all of that day.
        var last = found.Count > window.Most ? found[window.Most - 1].At : window.From;
        for (var wider = window; cutAt is not null && cutAt == last;)
        {
            wider = wider with { Most = wider.Most * 4 };
            (found, cutAt) = await AskAsync(db, wider, ct);
        }

        IReadOnlyList<TimelineEntry> shown = last is null ? found : [.. found.Where(entry => entry.At >= last)];
        var before = last ?? (shown.Count > 0 ? shown[^1].At : window.Before);
        var older = found.Count > shown.Count || await AnyAsync(db, window with { From = null, Before = before, Most = 0 }, ct);
        return new TimelinePage(shown, older ? before : null);
    }

    /// <summary>All sources that the viewer may see, newest first.</summary>
    /// <returns>What was found, and from when on it is whole: the last instant of the source that had more.</returns>
    private static async Task<(IReadOnlyList<TimelineEntry> Found, DateTime? CutAt)> AskAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var found = new List<TimelineEntry>();
        DateTime? cutAt = null;
        foreach (var (permission, readAsync) in Sources)
        {
            if (db.ActorRoles.Granting(permission).Any() && await readAsync(db, window, ct) is { Count: > 0 } rows)
            {
                found.AddRange(rows);
                cutAt = rows.Count > window.Most && !(cutAt > rows[^1].At) ? rows[^1].At : cutAt;
            }
        }

        return ([.. found.OrderByDescending(entry => entry.At).ThenBy(entry => entry.Kind).ThenBy(entry => entry.Id)], cutAt);
    }

    /// <summary>Whether there is anything at all: the first source that has something ends the question.</summary>
    private static async Task<bool> AnyAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        foreach (var (permission, readAsync) in Sources)
        {
            if (db.ActorRoles.Granting(permission).Any() && (await readAsync(db, window, ct)).Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static string? Sentence(params string?[] parts) => string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } text ? text : null;

    private static string Day(DateOnly day) => day.ToString("dd MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>When a thing of the past was written down, where that is another day.</summary>
    private static string? Recorded(TimelineWindow window, DateOnly on, DateTime recordedAt) => LocalDay.Of(window.Zone, recordedAt) is var day && day != on ? $"recorded {Day(day)}" : null;
}
