using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Allergies;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.History;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Problems;
using MediSecure.Data.Features.Summaries;
using MediSecure.Tests.Access;
using MediSecure.Tests.Features.Allergies;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using UglyToad.PdfPig;

namespace MediSecure.Tests.Features.Summaries;

public sealed class SummaryOperationCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        new("SummaryService.PdfAsync", Permission.ExportSummary, async (world, person) =>
        {
            var patient = person.PatientId ?? await AllergyOperationCases.PatientAsync(world, person);
            return async () => await person.Service<SummaryService>().PdfAsync(patient, default);
        }),
    ];
}

public abstract class SummaryServiceTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private async Task<(ActingPerson Doctor, Guid Patient)> SceneAsync(string given = "Ọláolúwa", string family = "Fágbèmí-Ọ̀ṣúnbọ̀wálé")
    {
        var organization = await db.Given.OrganizationAsync();
        var (doctor, patient) = (await db.People.DoctorAsync(organization), await db.Given.PatientAsync(organization, given, family));
        await db.Given.TreatsAsync(doctor, patient.Id);
        return (doctor, patient.Id);
    }

    [Fact]
    public async Task Every_sheet_carries_the_identifiers_and_its_number_and_tone_marks_are_there()
    {
        var (doctor, patient) = await SceneAsync();
        await doctor.Service<AllergyService>().RecordAsync(patient, new RecordAllergyForm { Substance = "Penicillin", Category = AllergyCategory.Medication, Reaction = ReactionKind.Anaphylaxis }, Ct);
        for (var i = 0; i < 60; i++)
        {
            await doctor.Service<ProblemService>().RecordAsync(patient, new RecordProblemForm { Title = $"Problem {i} {new string('w', i)}" }, Ct);
        }

        var file = (await doctor.Service<SummaryService>().PdfAsync(patient, Ct)).Value;
        Assert.DoesNotContain("Fagbemi", file.FileName, StringComparison.OrdinalIgnoreCase);
        using var pdf = PdfDocument.Open(file.Content);
        Assert.True(pdf.NumberOfPages >= 2);
        foreach (var sheet in pdf.GetPages())
        {
            var text = string.Concat(sheet.Letters.Select(letter => letter.Value)).Replace(" ", "", StringComparison.Ordinal);
            Assert.Contains($"page{sheet.Number}of{pdf.NumberOfPages}", text, StringComparison.Ordinal);
            Assert.Contains("Ọláolúwa", text, StringComparison.Ordinal);
            Assert.All(sheet.Letters, letter => Assert.InRange(letter.Location.X, 0, 595));
        }

        Assert.Contains("Penicillin", string.Concat(pdf.GetPage(1).Letters.Select(letter => letter.Value)), StringComparison.Ordinal);
    }

    /// <summary>The same four answers as the banner gives; what harms next time is said, and what does not fit is counted.</summary>
    [Fact]
    public async Task The_file_says_what_is_known_of_allergies_and_pregnancy_and_that_only_the_newest_visits_fit()
    {
        var (doctor, patient) = await SceneAsync();
        var allergies = doctor.Service<AllergyService>();
        Assert.Contains("Notasked", await TextAsync(), StringComparison.Ordinal);
        await allergies.RecordAsync(patient, new RecordAllergyForm { Substance = "Penicillin", Category = AllergyCategory.Medication, Reaction = ReactionKind.Urticaria, Severity = ReactionSeverity.Severe,
            Criticality = AllergyCriticality.High, OnsetYear = 2019, ReactionNote = "After the second tablet" }, Ct);
        await db.AddAsync(doctor.OrganizationId, [.. Enumerable.Range(0, 23).Select(i => Encounter.Visit(Guid.CreateVersion7(), doctor.OrganizationId, patient, db.Now.AddDays(-i), doctor.StaffMemberId!.Value, null, $"Visit {i}")),
            new Pregnancy(Guid.CreateVersion7(), doctor.OrganizationId, patient, new DateOnly(2026, 6, 12), null, doctor.UserId, db.Now)]);
        var text = await TextAsync();
        Assert.Contains("Penicillin:hives,2019.Allergy,unconfirmed.Severity:severe.Nextcontact:highrisk.Afterthesecondtablet", text, StringComparison.Ordinal);
        Assert.Contains("Pregnant,due12Jun2026", text, StringComparison.Ordinal);
        Assert.Contains("Visitsandstays(thenewest20of24)", text, StringComparison.Ordinal);
        Assert.Contains("Visit18", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Visit19", text, StringComparison.Ordinal);

        var row = Assert.Single((await allergies.PictureAsync(patient, Ct)).Value.Rows);
        var refuted = new EditAllergyForm { Id = row.Id, Version = row.Version, Substance = "Penicillin", Category = AllergyCategory.Medication, Reaction = ReactionKind.Urticaria, ClinicalStatus = AllergyClinicalStatus.Inactive,
            Verification = AllergyVerification.Refuted };
        Assert.False((await allergies.EditAsync(patient, refuted, Ct)).Failed);
        text = await TextAsync();
        Assert.Contains("Noactiveallergy,askagain", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Notasked", text, StringComparison.Ordinal);

        async Task<string> TextAsync()
        {
            using var pdf = PdfDocument.Open((await doctor.Service<SummaryService>().PdfAsync(patient, Ct)).Value.Content);
            return string.Concat(pdf.GetPages().SelectMany(sheet => sheet.Letters).Select(letter => letter.Value)).Replace(" ", "", StringComparison.Ordinal);
        }
    }

    /// <summary>The reason lives in the doors of one circuit, and the page asks for its file there.</summary>
    [Fact]
    public async Task A_restricted_chart_leaves_the_house_with_the_reason_that_was_given_and_each_file_is_recorded()
    {
        var (doctor, patient) = await SceneAsync();
        await db.ArrangeAsync(doctor.OrganizationId, async open => (await open.Patients.SingleAsync(p => p.Id == patient)).Restrict(ChartRestriction.Vip, db.Now, doctor.UserId));
        Assert.Equal(ChartErrors.ReasonNeeded, (await doctor.Service<SummaryService>().PdfAsync(patient, Ct)).Error);
        Assert.False((await doctor.Service<PatientService>().OpenAsync(patient, Ct, "Transfer to Ibadan")).Failed);
        Assert.False((await doctor.Service<SummaryService>().PdfAsync(patient, Ct)).Failed);
        Assert.False((await doctor.Service<SummaryService>().PdfAsync(patient, Ct)).Failed);
        Assert.Equal(["Transfer to Ibadan", "Transfer to Ibadan"], await db.LookAsync(doctor.OrganizationId, look => look.AuditEvents
            .Where(e => e.PatientId == patient && e.EventCode == nameof(Permission.ExportSummary) && e.Outcome == AuditOutcome.Success).Select(e => e.Reason).ToListAsync()));
    }

    [Theory]
    [InlineData("محمد")]
    [InlineData("山田")]
    [InlineData("Ada 😀")]
    public async Task A_script_that_the_font_lacks_is_refused_and_never_left_out(string given)
    {
        var (doctor, patient) = await SceneAsync(given, "Bello");
        Assert.Equal(SummaryErrors.MissingGlyphs, (await doctor.Service<SummaryService>().PdfAsync(patient, Ct)).Error);
    }

    [Fact]
    public async Task A_patient_takes_their_own_and_nobody_elses_and_it_stands_in_the_log()
    {
        var (doctor, patient) = await SceneAsync();
        var own = await db.People.PatientAsync(doctor.OrganizationId, patient);
        var other = await db.People.PatientAsync(doctor.OrganizationId);
        Assert.False((await own.Service<SummaryService>().PdfAsync(patient, Ct)).Failed);
        Assert.Equal(Error.NotFound, (await other.Service<SummaryService>().PdfAsync(patient, Ct)).Error);
        Assert.Equal(Error.NotFound, (await db.AsStranger(Role.Doctor).Service<SummaryService>().PdfAsync(patient, Ct)).Error);
        Assert.Equal(1, await db.LookAsync(doctor.OrganizationId, look => look.AuditEvents.CountAsync(e => e.ActorUserId == own.UserId && e.PatientId == patient && e.EventCode == nameof(Permission.ExportSummary))));
    }
}

public sealed class SummaryServiceOnSqlite(SqliteDatabase db) : SummaryServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class SummaryServiceOnPostgres(PostgresDatabase db) : SummaryServiceTests(db), IClassFixture<PostgresDatabase>;
