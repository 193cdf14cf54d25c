using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Encounters;
using MediSecure.Tests.Access;
using MediSecure.Tests.Features.Allergies;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Encounters;

public sealed class EncounterOperationCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        new("EncounterService.ListAsync", Permission.ViewEncounters, async (world, person) =>
        {
            var patient = person.PatientId ?? await AllergyOperationCases.PatientAsync(world, person);
            return async () => await person.Service<EncounterService>().ListAsync(patient, new PageRequest(), default);
        }),
        new("EncounterService.SummaryAsync", Permission.ViewEncounters, async (world, person) =>
        {
            var (patient, visit, _) = await GivenAsync(world, person, person.PatientId);
            return async () => await person.Service<EncounterService>().SummaryAsync(patient, visit, default);
        }),
        new("EncounterService.RecordDiagnosisAsync", Permission.RecordDiagnosis, async (world, person) =>
        {
            var (patient, visit, _) = await GivenAsync(world, person, null);
            return () => person.Service<EncounterService>().RecordDiagnosisAsync(patient, Sent.Form(new RecordDiagnosisForm { EncounterId = visit, Code = "J18.9", Primary = true }), default);
        }),
        new("EncounterService.MakePrimaryAsync", Permission.RecordDiagnosis, async (world, person) =>
        {
            var (patient, _, diagnosis) = await GivenAsync(world, person, null);
            return () => person.Service<EncounterService>().MakePrimaryAsync(patient, diagnosis.Id, diagnosis.Version, default);
        }),
        new("EncounterService.VoidDiagnosisAsync", Permission.RecordDiagnosis, async (world, person) =>
        {
            var (patient, _, diagnosis) = await GivenAsync(world, person, null);
            return () => person.Service<EncounterService>().VoidDiagnosisAsync(patient, Sent.Form(new VoidDiagnosisForm { DiagnosisId = diagnosis.Id, Version = diagnosis.Version, Reason = "wrong visit" }), default);
        }),
    ];

    private static async Task<(Guid Patient, Guid Visit, EncounterDiagnosis Diagnosis)> GivenAsync(ITestWorld world, ActingPerson person, Guid? patientId)
    {
        var (patient, now) = (patientId ?? await AllergyOperationCases.PatientAsync(world, person), world.Clock.GetUtcNow().UtcDateTime);
        var visit = Encounter.Visit(Guid.CreateVersion7(), world.OrganizationId, patient, now.AddDays(-1), world.As(Role.Doctor).StaffMemberId!.Value, null, "Cough");
        var diagnosis = new EncounterDiagnosis(Guid.CreateVersion7(), world.OrganizationId, patient, visit.Id, "R05.9", "Cough, unspecified", DiagnosisRank.Secondary, person.UserId, now);
        await world.GivenAsync(db =>
        {
            db.AddRange(visit, diagnosis);
            return Task.CompletedTask;
        });
        return (patient, visit.Id, diagnosis);
    }
}

public abstract class EncounterServiceTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private async Task<(ActingPerson Doctor, Guid Patient, Guid Visit, EncounterService Service)> SceneAsync()
    {
        var organization = await db.Given.OrganizationAsync();
        var doctor = await db.People.DoctorAsync(organization, "Dr Test");
        var patient = await db.Given.PatientAsync(organization);
        var visit = Encounter.Visit(Guid.CreateVersion7(), organization, patient.Id, db.Now.AddHours(-2), doctor.StaffMemberId!.Value, null, "Cough");
        await db.AddAsync(organization, visit);
        return (doctor, patient.Id, visit.Id, doctor.Service<EncounterService>());
    }

    private static async Task<EncounterRow> OneAsync(EncounterService service, Guid patient) => Assert.Single((await service.ListAsync(patient, new PageRequest(), Ct)).Value.Rows);

    [Fact]
    public async Task A_visit_has_one_main_diagnosis_and_the_next_main_one_makes_it_secondary()
    {
        var (_, patient, visit, service) = await SceneAsync();
        Assert.False((await service.RecordDiagnosisAsync(patient, new RecordDiagnosisForm { EncounterId = visit, Code = "J06.9", Primary = true }, Ct)).Failed);
        Assert.False((await service.RecordDiagnosisAsync(patient, new RecordDiagnosisForm { EncounterId = visit, Code = "J18.9", Primary = true }, Ct)).Failed);
        Assert.Equal([("J18.9", DiagnosisRank.Primary), ("J06.9", DiagnosisRank.Secondary)], (await OneAsync(service, patient)).Diagnoses.Select(d => (d.Code, d.Rank)));
        var earlier = (await OneAsync(service, patient)).Diagnoses[1];
        Assert.False((await service.MakePrimaryAsync(patient, earlier.Id, earlier.Version, Ct)).Failed);
        Assert.Equal(["J06.9", "J18.9"], (await OneAsync(service, patient)).Diagnoses.Select(d => d.Code));
        Assert.Equal(Error.Stale, (await service.MakePrimaryAsync(patient, earlier.Id, earlier.Version, Ct)).Error);
    }

    [Fact]
    public async Task Twice_unknown_and_for_a_visit_that_was_none_are_refused()
    {
        var (doctor, patient, visit, service) = await SceneAsync();
        var form = new RecordDiagnosisForm { EncounterId = visit, Code = "J18.9", Primary = true };
        Assert.False((await service.RecordDiagnosisAsync(patient, form, Ct)).Failed);
        Assert.False((await service.RecordDiagnosisAsync(patient, form, Ct)).Failed); // pressed twice
        Assert.Equal(EncounterErrors.DiagnosisTwice, (await service.RecordDiagnosisAsync(patient, new RecordDiagnosisForm { EncounterId = visit, Code = "J18.9" }, Ct)).Error);
        Assert.Equal(EncounterErrors.UnknownCode, (await service.RecordDiagnosisAsync(patient, new RecordDiagnosisForm { EncounterId = visit, Code = "J18" }, Ct)).Error);
        Assert.Equal(Error.NotFound, (await service.RecordDiagnosisAsync(patient, new RecordDiagnosisForm { EncounterId = Guid.NewGuid(), Code = "I10" }, Ct)).Error);
        await db.ArrangeAsync(doctor.OrganizationId, async open => (await open.Encounters.SingleAsync(e => e.Id == visit)).EnterVisitInError(db.Now));
        await db.Given.TreatsAsync(doctor, patient);
        Assert.Equal(EncounterErrors.VisitInError, (await service.RecordDiagnosisAsync(patient, new RecordDiagnosisForm { EncounterId = visit, Code = "I10" }, Ct)).Error);
    }

    [Fact]
    public async Task A_mistake_is_struck_through_and_the_code_can_be_recorded_again()
    {
        var (_, patient, visit, service) = await SceneAsync();
        await service.RecordDiagnosisAsync(patient, new RecordDiagnosisForm { EncounterId = visit, Code = "J18.9", Primary = true }, Ct);
        var row = Assert.Single((await OneAsync(service, patient)).Diagnoses);
        Assert.False((await service.VoidDiagnosisAsync(patient, new VoidDiagnosisForm { DiagnosisId = row.Id, Version = row.Version, Reason = "wrong visit" }, Ct)).Failed);
        Assert.False((await service.RecordDiagnosisAsync(patient, new RecordDiagnosisForm { EncounterId = visit, Code = "J18.9", Primary = true }, Ct)).Failed);
        Assert.Equal([true, false], (await OneAsync(service, patient)).Diagnoses.Select(d => d.Counts));
        var struck = (await OneAsync(service, patient)).Diagnoses[1];
        Assert.Equal(EncounterErrors.DiagnosisInError, (await service.MakePrimaryAsync(patient, struck.Id, struck.Version, Ct)).Error);
    }

    [Fact]
    public async Task Of_many_main_diagnoses_recorded_at_once_one_is_the_main_one()
    {
        var (doctor, patient, visit, service) = await SceneAsync();
        var codes = new[] { "I10", "E11.9", "J18.9", "A09", "N39.0", "B54", "R51.9", "K30" };
        await Task.WhenAll(Enumerable.Range(0, 48).Select(i => Task.Run(() => db.Begin(doctor.UserId, doctor.OrganizationId, doctor.StaffMemberId, null).Service<EncounterService>()
            .RecordDiagnosisAsync(patient, new RecordDiagnosisForm { EncounterId = visit, Code = codes[i % codes.Length], Primary = true }, Ct))));
        var diagnoses = (await OneAsync(service, patient)).Diagnoses;
        Assert.Equal((codes.Length, 1), (diagnoses.Count, diagnoses.Count(d => d.Rank == DiagnosisRank.Primary)));
    }

    [Fact]
    public async Task The_patient_reads_the_summary_of_their_visit_and_of_no_other()
    {
        var (doctor, patient, visit, service) = await SceneAsync();
        await service.RecordDiagnosisAsync(patient, new RecordDiagnosisForm { EncounterId = visit, Code = "J18.9", Primary = true }, Ct);
        var own = await db.People.PatientAsync(doctor.OrganizationId, patient);
        var summary = (await own.Service<EncounterService>().SummaryAsync(patient, visit, Ct)).Value;
        Assert.Equal(("Dr Test", "Cough", "J18.9"), (summary.Visit.Clinician, summary.Visit.Reason, Assert.Single(summary.Visit.Diagnoses).Code));
        var other = await db.People.PatientAsync(doctor.OrganizationId);
        Assert.Equal(Error.NotFound, (await other.Service<EncounterService>().SummaryAsync(patient, visit, Ct)).Error);
        Assert.Equal(Error.NotFound, (await other.Service<EncounterService>().SummaryAsync(other.PatientId!.Value, visit, Ct)).Error);
        Assert.Equal(Error.NotFound, (await db.AsStranger(Role.Doctor).Service<EncounterService>().SummaryAsync(patient, visit, Ct)).Error);
        Assert.Equal(1, await db.LookAsync(doctor.OrganizationId, look => look.AuditEvents.CountAsync(e => e.ActorUserId == own.UserId && e.PatientId == patient && e.EventCode == nameof(Permission.ViewEncounters))));
    }
}

public sealed class EncounterServiceOnSqlite(SqliteDatabase db) : EncounterServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class EncounterServiceOnPostgres(PostgresDatabase db) : EncounterServiceTests(db), IClassFixture<PostgresDatabase>;
