using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Problems;
using MediSecure.Tests.Access;
using MediSecure.Tests.Features.Allergies;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Problems;

public sealed class ProblemOperationCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        new("ProblemService.ListAsync", Permission.ViewProblems, async (world, person) =>
        {
            var patient = person.PatientId ?? await AllergyOperationCases.PatientAsync(world, person);
            return async () => await person.Service<ProblemService>().ListAsync(patient, default);
        }),
        new("ProblemService.RecordAsync", Permission.RecordProblem, async (world, person) =>
        {
            var patient = await AllergyOperationCases.PatientAsync(world, person);
            return () => person.Service<ProblemService>().RecordAsync(patient, Sent.Form(new RecordProblemForm { Code = "I10" }), default);
        }),
        new("ProblemService.EditAsync", Permission.RecordProblem, async (world, person) =>
        {
            var problem = await ProblemAsync(world, person);
            return () => person.Service<ProblemService>().EditAsync(problem.PatientId, Sent.Form(new EditProblemForm { Id = problem.Id, Version = problem.Version, Code = "I10", Note = "seen" }), default);
        }),
        new("ProblemService.ChangeAsync", Permission.RecordProblem, async (world, person) =>
        {
            var problem = await ProblemAsync(world, person);
            return () => person.Service<ProblemService>().ChangeAsync(problem.PatientId, Sent.Form(new ChangeProblemForm { ProblemId = problem.Id, Version = problem.Version, ClinicalStatus = ProblemStatus.Resolved }), default);
        }),
        new("ProblemService.EnterInErrorAsync", Permission.RecordProblem, async (world, person) =>
        {
            var problem = await ProblemAsync(world, person);
            return () => person.Service<ProblemService>().EnterInErrorAsync(problem.PatientId, Sent.Form(new VoidProblemForm { ProblemId = problem.Id, Version = problem.Version, Reason = "wrong patient" }), default);
        }),
    ];

    private static async Task<HealthProblem> ProblemAsync(ITestWorld world, ActingPerson person)
    {
        var problem = new HealthProblem(Guid.CreateVersion7(), world.OrganizationId, await AllergyOperationCases.PatientAsync(world, person), new ProblemFacts("Essential (primary) hypertension", "I10", null, null, null),
            ProblemVerification.Confirmed, person.UserId, world.Clock.GetUtcNow().UtcDateTime);
        await world.GivenAsync(db =>
        {
            db.Add(problem);
            return Task.CompletedTask;
        });
        return problem;
    }
}

public abstract class ProblemServiceTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private async Task<(ActingPerson Doctor, Guid Patient, ProblemService Service)> SceneAsync()
    {
        var organization = await db.Given.OrganizationAsync();
        var doctor = await db.People.DoctorAsync(organization);
        var patient = await db.Given.PatientAsync(organization, birthDate: new DateOnly(1988, 4, 12));
        await db.Given.TreatsAsync(doctor, patient.Id);
        return (doctor, patient.Id, doctor.Service<ProblemService>());
    }

    private static async Task<IReadOnlyList<ProblemRow>> RowsAsync(ProblemService service, Guid patient) => (await service.ListAsync(patient, Ct)).Value;

    [Fact]
    public async Task A_code_brings_its_title_and_words_stand_alone_too()
    {
        var (_, patient, service) = await SceneAsync();
        Assert.False((await service.RecordAsync(patient, new RecordProblemForm { Code = "E11.9", OnsetOn = new DateOnly(2019, 1, 1) }, Ct)).Failed);
        Assert.False((await service.RecordAsync(patient, new RecordProblemForm { Title = "Falls at night", Verification = ProblemVerification.Provisional }, Ct)).Failed);
        var rows = await RowsAsync(service, patient);
        Assert.Equal([("Type 2 diabetes mellitus without complications", "E11.9"), ("Falls at night", (string?)null)], rows.Select(row => (row.Title, row.Code)).OrderBy(row => row.Code is null));
        Assert.Equal(ProblemErrors.NoWords, (await service.RecordAsync(patient, new RecordProblemForm(), Ct)).Error);
        Assert.Equal(ProblemErrors.UnknownCode, (await service.RecordAsync(patient, new RecordProblemForm { Code = "Z00" }, Ct)).Error);
        Assert.Equal(ProblemErrors.Same, (await service.RecordAsync(patient, new RecordProblemForm { Code = "E11.9" }, Ct)).Error);
        Assert.Equal(ProblemErrors.Same, (await service.RecordAsync(patient, new RecordProblemForm { Title = "falls at NIGHT" }, Ct)).Error);
    }

    [Fact]
    public async Task It_goes_through_its_course_and_comes_back()
    {
        var (_, patient, service) = await SceneAsync();
        await service.RecordAsync(patient, new RecordProblemForm { Code = "J45.909", OnsetOn = new DateOnly(2019, 1, 1), Verification = ProblemVerification.Provisional }, Ct);
        var row = Assert.Single(await RowsAsync(service, patient));
        Assert.False((await service.ChangeAsync(patient, new ChangeProblemForm { ProblemId = row.Id, Version = row.Version, Verification = ProblemVerification.Confirmed, ClinicalStatus = ProblemStatus.Resolved, On = new DateOnly(2024, 5, 1) }, Ct)).Failed);
        row = Assert.Single(await RowsAsync(service, patient));
        Assert.Equal((ProblemStatus.Resolved, ProblemVerification.Confirmed, new DateOnly(2024, 5, 1)), (row.ClinicalStatus, row.Verification, row.AbatedOn));
        Assert.Equal([ProblemStatus.Recurrence], row.NextStates);
        Assert.Equal("problem.not-possible", (await service.ChangeAsync(patient, new ChangeProblemForm { ProblemId = row.Id, Version = row.Version, ClinicalStatus = ProblemStatus.Active }, Ct)).Error?.Code);
        Assert.Equal(ProblemErrors.InTheFuture, (await service.ChangeAsync(patient, new ChangeProblemForm { ProblemId = row.Id, Version = row.Version, ClinicalStatus = ProblemStatus.Recurrence, On = new DateOnly(2026, 3, 3) }, Ct)).Error);
        Assert.Equal(ProblemErrors.NothingToChange, (await service.ChangeAsync(patient, new ChangeProblemForm { ProblemId = row.Id, Version = row.Version }, Ct)).Error);
        Assert.False((await service.ChangeAsync(patient, new ChangeProblemForm { ProblemId = row.Id, Version = row.Version, ClinicalStatus = ProblemStatus.Recurrence }, Ct)).Failed);
        Assert.Equal(Error.Stale, (await service.ChangeAsync(patient, new ChangeProblemForm { ProblemId = row.Id, Version = row.Version, ClinicalStatus = ProblemStatus.Resolved }, Ct)).Error);
    }

    [Theory]
    [InlineData("1988-04-11", "problem.onset-before-birth")]
    [InlineData("1988-04-12", null)]
    [InlineData("2026-03-02", null)]
    [InlineData("2026-03-03", "problem.onset-in-the-future")]
    public async Task The_onset_lies_within_the_patients_life(string day, string? refusal)
    {
        var (_, patient, service) = await SceneAsync();
        Assert.Equal(refusal, (await service.RecordAsync(patient, new RecordProblemForm { Code = "I10", OnsetOn = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) }, Ct)).Error?.Code);
    }

    [Fact]
    public async Task A_mistake_is_struck_through_and_all_of_it_stands_in_the_log()
    {
        var (doctor, patient, service) = await SceneAsync();
        await service.RecordAsync(patient, new RecordProblemForm { Code = "I10" }, Ct);
        var row = Assert.Single(await RowsAsync(service, patient));
        Assert.False((await service.EditAsync(patient, new EditProblemForm { Id = row.Id, Version = row.Version, Code = "I10", Note = "since the stroke" }, Ct)).Failed);
        row = Assert.Single(await RowsAsync(service, patient));
        Assert.Equal(("Essential (primary) hypertension", "since the stroke"), (row.Title, row.Note));
        Assert.False((await service.EnterInErrorAsync(patient, new VoidProblemForm { ProblemId = row.Id, Version = row.Version, Reason = "wrong patient" }, Ct)).Failed);
        Assert.Equal((true, "wrong patient"), (Assert.Single(await RowsAsync(service, patient)).IsInError, (await RowsAsync(service, patient))[0].ErrorReason));
        var actions = await db.LookAsync(doctor.OrganizationId, look => look.AuditEvents.Where(e => e.PatientId == patient && e.ActorUserId == doctor.UserId).Select(e => new { e.EventCode, e.Action }).ToListAsync());
        Assert.Equal(3, actions.Count(e => e.EventCode == nameof(Permission.RecordProblem)));
        Assert.Equal(1, actions.Count(e => e.EventCode == nameof(Permission.ViewProblems) && e.Action == AuditAction.Read));
    }

    [Fact]
    public async Task A_patient_reads_their_own_and_another_organisation_finds_nobody()
    {
        var (doctor, patient, service) = await SceneAsync();
        await service.RecordAsync(patient, new RecordProblemForm { Code = "I10" }, Ct);
        var own = await db.People.PatientAsync(doctor.OrganizationId, patient);
        var other = await db.People.PatientAsync(doctor.OrganizationId);
        Assert.Single(await RowsAsync(own.Service<ProblemService>(), patient));
        Assert.Equal(Error.NotFound, (await other.Service<ProblemService>().ListAsync(patient, Ct)).Error);
        var stranger = db.AsStranger(Role.Doctor).Service<ProblemService>();
        Assert.Equal(Error.NotFound, (await stranger.ListAsync(patient, Ct)).Error);
        Assert.Equal(Error.NotFound, (await stranger.RecordAsync(patient, new RecordProblemForm { Code = "J18.9" }, Ct)).Error);
    }
}

public sealed class ProblemServiceOnSqlite(SqliteDatabase db) : ProblemServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class ProblemServiceOnPostgres(PostgresDatabase db) : ProblemServiceTests(db), IClassFixture<PostgresDatabase>;
