using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Allergies;
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
