using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.History;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Timeline;
using MediSecure.Data.Features.Vitals;
using MediSecure.Tests.Access;
using MediSecure.Tests.Features.Allergies;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.History;

public sealed class HistoryOperationCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        new("HistoryService.PictureAsync", Permission.ViewHistory, async (world, person) =>
        {
            var patient = person.PatientId ?? await AllergyOperationCases.PatientAsync(world, person);
            return async () => await person.Service<HistoryService>().PictureAsync(patient, default);
        }),
        Change("RecordImmunisationAsync", (service, patient, _) => service.RecordImmunisationAsync(patient, Sent.Form(new RecordImmunisationForm { Vaccine = "Tetanus", On = new DateOnly(2020, 1, 1) }), default)),
        Change("RecordProcedureAsync", (service, patient, _) => service.RecordProcedureAsync(patient, Sent.Form(new RecordProcedureForm { Name = "Appendectomy", On = new DateOnly(2020, 1, 1) }), default)),
        Change("RecordFamilyAsync", (service, patient, _) => service.RecordFamilyAsync(patient, Sent.Form(new RecordFamilyForm { Relation = FamilyRelation.Mother, Condition = "Stroke" }), default)),
        Change("RecordSocialAsync", (service, patient, _) => service.RecordSocialAsync(patient, Sent.Form(new RecordSocialForm { Smoking = SmokingStatus.Never }), default)),
        Change("RecordPregnancyAsync", (service, patient, world) => service.RecordPregnancyAsync(patient, Sent.Form(new RecordPregnancyForm { DueOn = Today(world).AddDays(100) }), default)),
        new("HistoryService.EndPregnancyAsync", Permission.RecordHistory, async (world, person) =>
        {
            var pregnancy = await PregnancyAsync(world, person);
            return () => person.Service<HistoryService>().EndPregnancyAsync(pregnancy.PatientId, Sent.Form(new EndPregnancyForm { PregnancyId = pregnancy.Id, Version = pregnancy.Version, Outcome = PregnancyOutcome.LiveBirth, On = Today(world) }), default);
        }),
        new("HistoryService.EnterInErrorAsync", Permission.RecordHistory, async (world, person) =>
        {
            var pregnancy = await PregnancyAsync(world, person);
            return () => person.Service<HistoryService>().EnterInErrorAsync(pregnancy.PatientId, Sent.Form(new VoidHistoryForm { Kind = HistoryKind.Pregnancy, EntryId = pregnancy.Id, Version = pregnancy.Version, Reason = "wrong patient" }), default);
        }),
    ];

    private static OperationCase Change(string name, Func<HistoryService, Guid, ITestWorld, Task<Result>> call) => new($"HistoryService.{name}", Permission.RecordHistory, async (world, person) =>
    {
        var patient = await AllergyOperationCases.PatientAsync(world, person);
        return () => call(person.Service<HistoryService>(), patient, world);
    });

    private static async Task<Pregnancy> PregnancyAsync(ITestWorld world, ActingPerson person)
    {
        var pregnancy = new Pregnancy(Guid.CreateVersion7(), world.OrganizationId, await AllergyOperationCases.PatientAsync(world, person), Today(world).AddDays(50), null, person.UserId, world.Clock.GetUtcNow().UtcDateTime);
        await world.GivenAsync(db =>
        {
            db.Add(pregnancy);
            return Task.CompletedTask;
        });
        return pregnancy;
    }

    private static DateOnly Today(ITestWorld world) => DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime);
}

public abstract class HistoryServiceTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private DateOnly Today => DateOnly.FromDateTime(db.Now);

    private async Task<(ActingPerson Nurse, Guid Patient, HistoryService Service)> SceneAsync()
    {
        var organization = await db.Given.OrganizationAsync();
        var nurse = await db.People.NurseAsync(organization);
        var patient = await db.Given.PatientAsync(organization, birthDate: new DateOnly(1990, 4, 12));
        await db.Given.TreatsAsync(nurse, patient.Id);
        return (nurse, patient.Id, nurse.Service<HistoryService>());
    }

    private static async Task<HistoryPicture> LookAsync(HistoryService service, Guid patient) => (await service.PictureAsync(patient, Ct)).Value;

    [Fact]
    public async Task Each_part_is_recorded_once_and_read_back()
    {
        var (_, patient, service) = await SceneAsync();
        var vaccine = new RecordImmunisationForm { Vaccine = " Yellow fever ", On = new DateOnly(2020, 1, 5), Dose = 1, Lot = "L-7" };
        Assert.False((await service.RecordImmunisationAsync(patient, vaccine, Ct)).Failed);
        Assert.False((await service.RecordImmunisationAsync(patient, vaccine, Ct)).Failed);
        Assert.False((await service.RecordProcedureAsync(patient, new RecordProcedureForm { Name = "Appendectomy", On = new DateOnly(2004, 1, 1), Place = "Jos" }, Ct)).Failed);
        Assert.False((await service.RecordFamilyAsync(patient, new RecordFamilyForm { Relation = FamilyRelation.Father, Condition = "Stroke", OnsetAge = 61, DiedOfIt = true }, Ct)).Failed);
        Assert.False((await service.RecordSocialAsync(patient, new RecordSocialForm { Smoking = SmokingStatus.Former, PackYears = 12, Alcohol = AlcoholUse.Occasional, Occupation = "Trader" }, Ct)).Failed);
        var picture = await LookAsync(service, patient);
        Assert.Equal(("Yellow fever", "dose 1, batch L-7"), (Assert.Single(picture.Immunisations).Title, picture.Immunisations[0].Detail));
        Assert.Equal("Jos", Assert.Single(picture.Procedures).Detail);
        Assert.Equal((FamilyRelation.Father, 61, true), (Assert.Single(picture.Family).Relation, picture.Family[0].OnsetAge, picture.Family[0].DiedOfIt));
        Assert.Equal((SmokingStatus.Former, 12), (Assert.Single(picture.Social).Smoking, picture.Social[0].PackYears));
    }

    [Theory]
    [InlineData("1990-04-11", "history.before-birth")]
    [InlineData("1990-04-12", null)]
    [InlineData("2026-03-02", null)]
    [InlineData("2026-03-03", "history.in-the-future")]
    public async Task A_day_lies_within_the_patients_life(string day, string? refusal)
    {
        var (_, patient, service) = await SceneAsync();
        Assert.Equal(refusal, (await service.RecordProcedureAsync(patient, new RecordProcedureForm { Name = "x", On = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) }, Ct)).Error?.Code);
    }

    [Theory]
    [InlineData(295, "history.due-too-far")]
    [InlineData(294, null)]
    [InlineData(0, null)]
    [InlineData(-28, null)]
    [InlineData(-29, "history.due-past")]
    public async Task A_due_date_is_possible(int days, string? refusal)
    {
        var (_, patient, service) = await SceneAsync();
        Assert.Equal(refusal, (await service.RecordPregnancyAsync(patient, new RecordPregnancyForm { DueOn = Today.AddDays(days) }, Ct)).Error?.Code);
        Assert.Equal(refusal is null, (await LookAsync(service, patient)).IsPregnant);
    }

    [Fact]
    public async Task A_patient_is_pregnant_until_it_ends_is_struck_through_or_is_long_past_due()
    {
        var (nurse, patient, service) = await SceneAsync();
        Assert.False((await service.RecordPregnancyAsync(patient, new RecordPregnancyForm { DueOn = Today.AddDays(10) }, Ct)).Failed);
        Assert.Equal(HistoryErrors.AlreadyPregnant, (await service.RecordPregnancyAsync(patient, new RecordPregnancyForm { DueOn = Today.AddDays(20) }, Ct)).Error);
        var due = Today.AddDays(10);
        foreach (var (day, counts) in new[] { (Today, true), (due.AddDays(Pregnancy.DaysAfterDue), true), (due.AddDays(Pregnancy.DaysAfterDue + 1), false) })
        {
            Assert.Equal(counts, await db.LookAsync(nurse.OrganizationId, look => look.Pregnancies.Where(p => p.PatientId == patient).AnyAsync(Pregnancy.CountsOn(day))));
        }

        var row = Assert.Single((await LookAsync(service, patient)).Pregnancies);
        Assert.False((await service.EndPregnancyAsync(patient, new EndPregnancyForm { PregnancyId = row.Id, Version = row.Version, Outcome = PregnancyOutcome.LiveBirth, On = Today }, Ct)).Failed);
        Assert.False((await LookAsync(service, patient)).IsPregnant);
        Assert.False((await service.RecordPregnancyAsync(patient, new RecordPregnancyForm { DueOn = Today.AddDays(200) }, Ct)).Failed);
        row = (await LookAsync(service, patient)).Pregnancies.Single(p => p.EndedOn is null);
        Assert.False((await service.EnterInErrorAsync(patient, new VoidHistoryForm { Kind = HistoryKind.Pregnancy, EntryId = row.Id, Version = row.Version, Reason = "wrong patient" }, Ct)).Failed);
        Assert.False((await LookAsync(service, patient)).IsPregnant);
    }

    [Fact]
    public async Task While_a_pregnancy_counts_vitals_give_no_score_and_the_timeline_says_so()
    {
        var (nurse, patient, service) = await SceneAsync();
        RecordVitalsForm Calm() => new() { Respiration = 16, Saturation = 98, Systolic = 120, Diastolic = 70, Pulse = 70, Consciousness = Consciousness.Alert, Temperature = 37.0m };
        Assert.Equal(News2Status.Scored, (await nurse.Service<VitalsService>().RecordAsync(patient, Calm(), Ct)).Value.Saved!.News2.Status);
        db.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False((await service.RecordPregnancyAsync(patient, new RecordPregnancyForm { DueOn = Today.AddDays(90) }, Ct)).Failed);
        Assert.True((await nurse.Service<VitalsService>().ChartAsync(patient, Ct)).Value.Pregnant);
        Assert.Equal(News2Status.NotApplicable, (await nurse.Service<VitalsService>().RecordAsync(patient, Calm(), Ct)).Value.Saved!.News2.Status);
        var titles = (await nurse.Service<TimelineService>().LatestAsync(patient, Ct)).Value.Entries.Select(entry => entry.Title).ToList();
        Assert.Contains("NEWS2 0", titles);
        Assert.Contains("Vitals", titles);
        Assert.Contains("Pregnancy recorded", titles);
    }

    [Fact]
    public async Task No_pregnancy_is_recorded_of_a_man()
    {
        var (nurse, _, service) = await SceneAsync();
        var man = new Patient(Guid.CreateVersion7(), nurse.OrganizationId, $"TS-{Guid.NewGuid():N}"[..12], new PersonName("Musa", "Bala"), Sex.Male, new DateOnly(1990, 1, 1), db.Now);
        await db.AddAsync(nurse.OrganizationId, man);
        await db.Given.TreatsAsync(nurse, man.Id);
        Assert.Equal(HistoryErrors.NotFemale, (await service.RecordPregnancyAsync(man.Id, new RecordPregnancyForm { DueOn = Today.AddDays(100) }, Ct)).Error);
    }

    [Fact]
    public async Task A_mistake_stays_and_another_organisation_and_another_patient_find_nothing()
    {
        var (nurse, patient, service) = await SceneAsync();
        await service.RecordImmunisationAsync(patient, new RecordImmunisationForm { Vaccine = "Tetanus", On = Today }, Ct);
        var row = Assert.Single((await LookAsync(service, patient)).Immunisations);
        Assert.False((await service.EnterInErrorAsync(patient, new VoidHistoryForm { Kind = HistoryKind.Immunisation, EntryId = row.Id, Version = row.Version, Reason = "the brother's" }, Ct)).Failed);
        row = Assert.Single((await LookAsync(service, patient)).Immunisations);
        Assert.Equal("the brother's", row.ErrorReason);
        Assert.Equal(HistoryErrors.InError, (await service.EnterInErrorAsync(patient, new VoidHistoryForm { Kind = HistoryKind.Immunisation, EntryId = row.Id, Version = row.Version, Reason = "again" }, Ct)).Error);
        Assert.Equal(Error.NotFound, (await db.AsStranger(Role.Doctor).Service<HistoryService>().PictureAsync(patient, Ct)).Error);
        var other = await db.People.PatientAsync(nurse.OrganizationId);
        Assert.Equal(Error.NotFound, (await other.Service<HistoryService>().PictureAsync(patient, Ct)).Error);
        Assert.Equal(2, await db.LookAsync(nurse.OrganizationId, look => look.AuditEvents.CountAsync(e => e.PatientId == patient && e.EventCode == nameof(Permission.RecordHistory))));
    }
}

public sealed class HistoryServiceOnSqlite(SqliteDatabase db) : HistoryServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class HistoryServiceOnPostgres(PostgresDatabase db) : HistoryServiceTests(db), IClassFixture<PostgresDatabase>;
