using System.Globalization;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Allergies;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Problems;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Summaries;

/// <summary>The patient's summary as a file to take along. What was entered in error is left out: the file is for other hospitals.</summary>
public sealed class SummaryService(MediSecureDb doors, TimeProvider clock)
{
    private const int MostVisits = 20;

    /// <summary>Makes the file; recorded as a view of its own.</summary>
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
        var allergies = await db.Allergies.AsNoTracking().Where(a => a.ClinicalStatus == AllergyClinicalStatus.Active && (a.Verification == AllergyVerification.Unconfirmed || a.Verification == AllergyVerification.Confirmed))
            .OrderByDescending(a => a.Criticality).ThenBy(a => a.Substance).ToListAsync(ct);
        foreach (var allergy in allergies)
        {
            paper.Line($"{allergy.Substance} ({allergy.Type.ToString().ToLowerInvariant()}): {Words(allergy.Reaction.ToString())}{(allergy.OnsetYear is { } year ? $", {year.ToString(CultureInfo.InvariantCulture)}" : "")}, {allergy.Verification.ToString().ToLowerInvariant()}");
        }

        if (allergies.Count == 0)
        {
            var none = await db.NoKnownAllergies.AsNoTracking().Where(s => s.EndedAt == null).Select(s => (DateTime?)s.StatedAt).SingleOrDefaultAsync(ct);
            paper.Line(none is { } stated ? $"No known allergies, asked {At(stated)}" : "Not asked");
        }

        paper.Heading("Problems");
        var problems = await db.HealthProblems.AsNoTracking().Where(p => p.Verification == ProblemVerification.Provisional || p.Verification == ProblemVerification.Confirmed).OrderBy(p => p.ClinicalStatus).ThenBy(p => p.Title).Take(200).ToListAsync(ct);
        foreach (var problem in problems)
        {
            paper.Line($"{problem.Title}{(problem.Code is { } code ? $" ({code})" : "")}: {problem.ClinicalStatus.ToString().ToLowerInvariant()}, {problem.Verification.ToString().ToLowerInvariant()}{(problem.OnsetOn is { } on ? $", since {Day(on)}" : "")}");
        }

        NothingIf(problems.Count == 0);
        paper.Heading("Immunisations");
        var vaccines = await db.Immunisations.AsNoTracking().Where(i => i.EnteredInErrorAt == null).OrderByDescending(i => i.GivenOn).Take(100).Select(i => new { i.Vaccine, i.GivenOn }).ToListAsync(ct);
        vaccines.ForEach(one => paper.Line($"{Day(one.GivenOn)} {one.Vaccine}"));
        NothingIf(vaccines.Count == 0);
        paper.Heading("Past procedures");
        var procedures = await db.PastProcedures.AsNoTracking().Where(i => i.EnteredInErrorAt == null).OrderByDescending(i => i.DoneOn).Take(100).Select(i => new { i.Name, i.DoneOn }).ToListAsync(ct);
        procedures.ForEach(one => paper.Line($"{Day(one.DoneOn)} {one.Name}"));
        NothingIf(procedures.Count == 0);
        paper.Heading("Visits and stays");
        var visits = await db.Encounters.AsNoTracking().Where(e => e.Status != EncounterStatus.EnteredInError && e.Status != EncounterStatus.Cancelled).OrderByDescending(e => e.StartedAt).Take(MostVisits)
            .Select(e => new { e.Id, e.StartedAt, e.Class, e.Reason }).ToListAsync(ct);
        var ids = visits.Select(visit => visit.Id).ToList();
        var diagnoses = (await db.EncounterDiagnoses.AsNoTracking().Where(d => ids.Contains(d.EncounterId) && d.EnteredInErrorAt == null).OrderBy(d => d.Rank).Select(d => new { d.EncounterId, d.Title, d.Code }).ToListAsync(ct)).ToLookup(d => d.EncounterId);
        foreach (var visit in visits)
        {
            paper.Line($"{At(visit.StartedAt)} {Kind(visit.Class)}{(visit.Reason is { } reason ? $": {reason}" : "")}{string.Concat(diagnoses[visit.Id].Select(d => $"\n{d.Title} ({d.Code})"))}");
        }

        NothingIf(visits.Count == 0);
        var built = paper.Build(organization.Name);
        return built.Failed ? built.Error : new SummaryFile("patient-summary.pdf", built.Value);

        string At(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone).ToString("dd MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

        void NothingIf(bool empty)
        {
            if (empty)
            {
                paper.Line("None recorded");
            }
        }
    }

    private static string Day(DateOnly day) => day.ToString("dd MMM yyyy", CultureInfo.InvariantCulture);

    private static string Kind(EncounterClass kind) => kind switch { EncounterClass.Inpatient => "Stay", EncounterClass.Emergency => "Emergency", _ => "Visit" };

    /// <summary><c>SevereSkinReaction</c> → <c>severe skin reaction</c>.</summary>
    private static string Words(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString()));
}
