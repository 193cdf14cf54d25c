using System.Globalization;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Allergies;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.History;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Problems;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Summaries;

/// <summary>The patient's summary as a file to take along. What was entered in error is left out: the file is for other hospitals.</summary>
public sealed class SummaryService(MediSecureDb doors, TimeProvider clock)
{
    private const int MostVisits = 20;
    private const int MostProblems = 200;
    private const int MostOfHistory = 100;

    /// <summary>Makes the file; each one is recorded.</summary>
    public async Task<Result<SummaryFile>> PdfAsync(Guid patientId, CancellationToken ct)
    {
        var chart = await doors.OpenChartAsync(Permission.ExportSummary, patientId, ct);
        if (chart.Failed)
        {
            return chart.Error;
        }

        await using var db = chart.Value;
        var patient = await db.Patients.AsNoTracking().SingleAsync(ct);
        var organization = await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => new { o.Name, o.TimeZone }).SingleAsync(ct);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(organization.TimeZone);
        var identity = $"{patient.DisplayName} · born {Day(patient.BirthDate)} · record {patient.RecordNumber}";
        var paper = new PdfPaper(identity);
        paper.Title("Patient summary");
        paper.Line($"{patient.DisplayName}, {patient.Sex.ToString().ToLowerInvariant()}, born {Day(patient.BirthDate)}, record {patient.RecordNumber}");
        paper.Line($"{organization.Name}, {At(clock.GetUtcNow().UtcDateTime)}");
        if (patient.DeceasedAt is { } died)
        {
            paper.Line($"Died {At(died)}");
        }

        paper.Heading("Allergies");
        var allergies = await AllergyService.PictureOfAsync(db, ct);
        foreach (var row in allergies.Active)
        {
            paper.Line($"{AllergyWords.Sentences(row)}{(row.ReactionNote is { } note ? $"\n{note}" : "")}");
        }

        if (allergies.Answer != AllergyAnswer.Recorded)
        {
            paper.Line(allergies.Answer switch
            {
                AllergyAnswer.NoneKnown => $"No known allergies, asked {At(allergies.NoneStatedAt!.Value)}",
                AllergyAnswer.AskAgain => "No active allergy, ask again: what was recorded no longer counts, and nobody has asked since",
                _ => "Not asked",
            });
        }

        if (await db.Pregnancies.AsNoTracking().Where(Pregnancy.CountsOn(LocalDay.Of(zone, clock.GetUtcNow().UtcDateTime))).OrderBy(p => p.DueOn).Select(p => (DateOnly?)p.DueOn).FirstOrDefaultAsync(ct) is { } due)
        {
            paper.Heading("Pregnancy");
            paper.Line($"Pregnant, due {Day(due)}");
        }

        var problems = db.HealthProblems.AsNoTracking().Where(p => p.Verification == ProblemVerification.Provisional || p.Verification == ProblemVerification.Confirmed);
        await PartAsync("Problems", "", problems.OrderBy(p => p.ClinicalStatus).ThenBy(p => p.Title), MostProblems, problem =>
            $"{problem.Title}{(problem.Code is { } code ? $" ({code})" : "")}: {problem.ClinicalStatus.ToString().ToLowerInvariant()}, {problem.Verification.ToString().ToLowerInvariant()}{(problem.Severity is { } severity ? $", {severity.ToString().ToLowerInvariant()}" : "")}{(problem.OnsetOn is { } on ? $", since {Day(on)}" : "")}");
        await PartAsync("Immunisations", "the newest ", db.Immunisations.AsNoTracking().Where(i => i.EnteredInErrorAt == null).OrderByDescending(i => i.GivenOn), MostOfHistory, one => $"{Day(one.GivenOn)} {one.Vaccine}");
        await PartAsync("Past procedures", "the newest ", db.PastProcedures.AsNoTracking().Where(i => i.EnteredInErrorAt == null).OrderByDescending(i => i.DoneOn), MostOfHistory, one => $"{Day(one.DoneOn)} {one.Name}");
        var visits = db.Encounters.AsNoTracking().Where(e => e.Status != EncounterStatus.EnteredInError && e.Status != EncounterStatus.Cancelled).OrderByDescending(e => e.StartedAt).ThenBy(e => e.Id);
        var ids = visits.Take(MostVisits).Select(visit => visit.Id);
        var diagnoses = (await db.EncounterDiagnoses.AsNoTracking().Where(d => ids.Contains(d.EncounterId) && d.EnteredInErrorAt == null).OrderBy(d => d.Rank).Select(d => new { d.EncounterId, d.Title, d.Code }).ToListAsync(ct)).ToLookup(d => d.EncounterId);
        await PartAsync("Visits and stays", "the newest ", visits, MostVisits, visit =>
            $"{At(visit.StartedAt)} {Kind(visit.Class)}{(visit.Reason is { } reason ? $": {reason}" : "")}{string.Concat(diagnoses[visit.Id].Select(d => $"\n{d.Title} ({d.Code})"))}");
        var built = paper.Build(organization.Name);
        return built.Failed ? built.Error : new SummaryFile("patient-summary.pdf", built.Value);

        string At(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone).ToString("dd MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

        // A part that does not fit says so: who reads the file would take it for all there is.
        async Task PartAsync<T>(string title, string which, IQueryable<T> rows, int most, Func<T, string> line)
        {
            var shown = await rows.Take(most + 1).ToListAsync(ct);
            var all = shown.Count > most ? await rows.CountAsync(ct) : shown.Count;
            paper.Heading(all > most ? string.Create(CultureInfo.InvariantCulture, $"{title} ({which}{most} of {all})") : title);
            shown.Take(most).Select(line).DefaultIfEmpty("None recorded").ToList().ForEach(paper.Line);
        }
    }

    private static string Day(DateOnly day) => day.ToString("dd MMM yyyy", CultureInfo.InvariantCulture);

    private static string Kind(EncounterClass kind) => kind switch { EncounterClass.Inpatient => "Stay", EncounterClass.Emergency => "Emergency", _ => "Visit" };
}
