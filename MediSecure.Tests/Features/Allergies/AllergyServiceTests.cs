using MediSecure.Data.Access;
using MediSecure.Data.Changes;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Allergies;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.Allergies;

public abstract class AllergyServiceTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private static RecordAllergyForm Penicillin() => new()
    {
        Substance = "Penicillin", SubstanceClass = AllergenClass.Penicillin, Category = AllergyCategory.Medication, Reaction = ReactionKind.Anaphylaxis, Severity = ReactionSeverity.Severe,
        Criticality = AllergyCriticality.High, OnsetYear = 2019, Verification = AllergyVerification.Confirmed,
    };

    private async Task<(ActingPerson Nurse, Guid Patient)> SceneAsync()
    {
        var organization = await db.Given.OrganizationAsync();
        var nurse = await db.People.NurseAsync(organization);
        var patient = (await db.Given.PatientAsync(organization, birthDate: new DateOnly(1988, 4, 12))).Id;
        await db.Given.TreatsAsync(nurse, patient);
        return (nurse, patient);
    }

    private static async Task<AllergyPicture> LookAsync(ActingPerson person, Guid patient) => (await person.Service<AllergyService>().PictureAsync(patient, Ct)).Value;

    [Fact]
    public async Task Not_asked_none_known_recorded_and_ask_again_are_four_answers()
    {
        var (nurse, patient) = await SceneAsync();
        var service = nurse.Service<AllergyService>();
        Assert.Equal(AllergyAnswer.NotAsked, (await LookAsync(nurse, patient)).Answer);

        Assert.False((await service.StateNoneKnownAsync(patient, Ct)).Failed);
        var none = await LookAsync(nurse, patient);
        Assert.Equal((AllergyAnswer.NoneKnown, db.Now), (none.Answer, none.NoneStatedAt!.Value));

        Assert.False((await service.RecordAsync(patient, Penicillin(), Ct)).Failed);
        var recorded = await LookAsync(nurse, patient);
        Assert.Equal((AllergyAnswer.Recorded, null), (recorded.Answer, recorded.NoneStatedAt));
        Assert.Equal(AllergyErrors.SomeRecorded, (await service.StateNoneKnownAsync(patient, Ct)).Error);

        var row = Assert.Single(recorded.Rows);
        Assert.False((await service.EditAsync(patient, Edit(row, AllergyClinicalStatus.Resolved, AllergyVerification.Refuted), Ct)).Failed);
        Assert.Equal(AllergyAnswer.AskAgain, (await LookAsync(nurse, patient)).Answer);

        Assert.False((await service.StateNoneKnownAsync(patient, Ct)).Failed);
        Assert.Equal(AllergyAnswer.NoneKnown, (await LookAsync(nurse, patient)).Answer);
    }

    [Fact]
    public async Task Asking_again_dates_the_statement_anew_and_taking_it_back_keeps_the_reason()
    {
        var (nurse, patient) = await SceneAsync();
        var service = nurse.Service<AllergyService>();
        await service.StateNoneKnownAsync(patient, Ct);
        db.Clock.Advance(TimeSpan.FromMinutes(1));
        await service.StateNoneKnownAsync(patient, Ct);
        Assert.Equal(db.Now, (await LookAsync(nurse, patient)).NoneStatedAt);

        Assert.False((await service.WithdrawNoneKnownAsync(patient, new WithdrawStatementForm { Reason = "was asleep" }, Ct)).Failed);
        Assert.Equal(AllergyAnswer.NotAsked, (await LookAsync(nurse, patient)).Answer);
        Assert.Equal(AllergyErrors.NothingStated, (await service.WithdrawNoneKnownAsync(patient, new WithdrawStatementForm { Reason = "again" }, Ct)).Error);
        var statements = await db.LookAsync(nurse.OrganizationId, look => look.NoKnownAllergies.Where(s => s.PatientId == patient).OrderBy(s => s.StatedAt).ToListAsync());
        Assert.Equal([null, "was asleep"], statements.Select(s => s.WithdrawnReason));
        Assert.Equal("was asleep", await db.LookAsync(nurse.OrganizationId, look => look.AuditEvents.Where(e => e.PatientId == patient && e.Reason != null).Select(e => e.Reason).SingleAsync()));
    }

    [Fact]
    public async Task The_same_form_records_once_and_the_same_substance_is_refused_however_it_is_written()
    {
        var (nurse, patient) = await SceneAsync();
        var service = nurse.Service<AllergyService>();
        var form = Penicillin();
        Assert.False((await service.RecordAsync(patient, form, Ct)).Failed);
        Assert.False((await service.RecordAsync(patient, form, Ct)).Failed);
        var other = Penicillin();
        other.Substance = " PÉNICILLIN ";
        Assert.Equal(AllergyErrors.Same, (await service.RecordAsync(patient, other, Ct)).Error);
        Assert.Single((await LookAsync(nurse, patient)).Rows);
    }

    [Fact]
    public async Task What_was_entered_in_error_stays_with_its_reason_and_counts_no_more()
    {
        var (nurse, patient) = await SceneAsync();
        var service = nurse.Service<AllergyService>();
        await service.RecordAsync(patient, Penicillin(), Ct);
        var row = Assert.Single((await LookAsync(nurse, patient)).Rows);

        Assert.Equal("Reason", (await service.EnterInErrorAsync(patient, new VoidAllergyForm { AllergyId = row.Id, Version = row.Version, Reason = " " }, Ct)).Error?.Field);
        Assert.False((await service.EnterInErrorAsync(patient, new VoidAllergyForm { AllergyId = row.Id, Version = row.Version, Reason = "wrong patient" }, Ct)).Failed);
        var after = await LookAsync(nurse, patient);
        Assert.Equal(AllergyAnswer.NotAsked, after.Answer);
        Assert.Equal(("wrong patient", true), (Assert.Single(after.Rows).ErrorReason, after.Rows[0].IsInError));
        Assert.Equal(AllergyErrors.InError, (await service.EditAsync(patient, Edit(after.Rows[0], AllergyClinicalStatus.Active, AllergyVerification.Confirmed), Ct)).Error);
    }

    [Fact]
    public async Task A_stale_form_is_refused()
    {
        var (nurse, patient) = await SceneAsync();
        var service = nurse.Service<AllergyService>();
        await service.RecordAsync(patient, Penicillin(), Ct);
        var row = Assert.Single((await LookAsync(nurse, patient)).Rows);
        await service.EditAsync(patient, Edit(row, AllergyClinicalStatus.Inactive, AllergyVerification.Confirmed), Ct);
        Assert.Equal(Error.Stale, (await service.EditAsync(patient, Edit(row, AllergyClinicalStatus.Active, AllergyVerification.Confirmed), Ct)).Error);
        Assert.Equal(Error.Stale, (await service.EnterInErrorAsync(patient, new VoidAllergyForm { AllergyId = row.Id, Version = row.Version, Reason = "x" }, Ct)).Error);
    }

    [Theory]
    [InlineData(2027, "allergy.onset-in-the-future")]
    [InlineData(2026, null)]
    [InlineData(1988, null)]
    [InlineData(1987, "allergy.onset-before-birth")]
    public async Task The_year_lies_within_the_patients_life(int year, string? refusal)
    {
        var (nurse, patient) = await SceneAsync();
        var form = Penicillin();
        form.OnsetYear = year;
        Assert.Equal(refusal, (await nurse.Service<AllergyService>().RecordAsync(patient, form, Ct)).Error?.Code);
    }

    [Fact]
    public async Task A_dietitian_records_food_and_nothing_else()
    {
        var (nurse, patient) = await SceneAsync();
        var dietitian = await db.People.DietitianAsync(nurse.OrganizationId);
        await db.Given.TreatsAsync(dietitian, patient);
        var service = dietitian.Service<AllergyService>();
        Assert.False((await service.RecordAsync(patient, AllergyOperationCases.Food("Groundnut"), Ct)).Failed);
        Assert.Equal(AllergyErrors.FoodOnly, (await service.RecordAsync(patient, Penicillin(), Ct)).Error);

        await nurse.Service<AllergyService>().RecordAsync(patient, Penicillin(), Ct);
        var penicillin = (await LookAsync(nurse, patient)).Rows.Single(row => row.Substance == "Penicillin");
        var edit = Edit(penicillin, AllergyClinicalStatus.Inactive, AllergyVerification.Confirmed);
        edit.Category = AllergyCategory.Food;
        Assert.Equal(AllergyErrors.FoodOnly, (await service.EditAsync(patient, edit, Ct)).Error);
        Assert.Equal(AllergyErrors.FoodOnly, (await service.EnterInErrorAsync(patient, new VoidAllergyForm { AllergyId = penicillin.Id, Version = penicillin.Version, Reason = "x" }, Ct)).Error);
    }

    [Fact]
    public async Task A_patient_reads_their_own_and_nobody_elses()
    {
        var (nurse, patient) = await SceneAsync();
        await nurse.Service<AllergyService>().RecordAsync(patient, Penicillin(), Ct);
        var own = await db.People.PatientAsync(nurse.OrganizationId, patient);
        var other = await db.People.PatientAsync(nurse.OrganizationId);
        Assert.Single((await LookAsync(own, patient)).Rows);
        Assert.Equal(Error.NotFound, (await other.Service<AllergyService>().PictureAsync(patient, Ct)).Error);
    }

    [Fact]
    public async Task Another_organisation_finds_nobody_and_changes_nothing()
    {
        var (nurse, patient) = await SceneAsync();
        var stranger = db.AsStranger(Role.Doctor);
        Assert.Equal(Error.NotFound, (await stranger.Service<AllergyService>().PictureAsync(patient, Ct)).Error);
        Assert.Equal(Error.NotFound, (await stranger.Service<AllergyService>().RecordAsync(patient, Penicillin(), Ct)).Error);
        Assert.Empty((await LookAsync(nurse, patient)).Rows);
    }

    [Fact]
    public async Task Every_view_and_every_change_stands_in_the_log()
    {
        var (nurse, patient) = await SceneAsync();
        var service = nurse.Service<AllergyService>();
        await LookAsync(nurse, patient);
        await service.StateNoneKnownAsync(patient, Ct);
        await service.RecordAsync(patient, Penicillin(), Ct);
        var row = Assert.Single((await LookAsync(nurse, patient)).Rows);
        await service.EnterInErrorAsync(patient, new VoidAllergyForm { AllergyId = row.Id, Version = row.Version, Reason = "wrong patient" }, Ct);

        var events = await db.LookAsync(nurse.OrganizationId, look => look.AuditEvents.Where(e => e.ActorUserId == nurse.UserId && e.PatientId == patient).OrderBy(e => e.RecordedAt).ThenBy(e => e.Id).ToListAsync());
        Assert.Equal(
        [
            (nameof(Permission.RecordAllergy), AuditAction.Create), (nameof(Permission.RecordAllergy), AuditAction.Update), (nameof(Permission.StateNoKnownAllergies), AuditAction.Create),
            (nameof(Permission.ViewAllergies), AuditAction.Read),
        ], events.Select(e => (e.EventCode, e.Action)).Order());
    }

    [Fact]
    public async Task An_open_chart_is_told_of_its_own_patient_only()
    {
        var (nurse, patient) = await SceneAsync();
        var told = new TaskCompletionSource<ChangeNotice>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = db.Services.GetRequiredService<ChangeFeed>().Subscribe(nurse.OrganizationId, notice =>
        {
            told.TrySetResult(notice);
            return Task.CompletedTask;
        });
        await nurse.Service<AllergyService>().RecordAsync(patient, Penicillin(), Ct);
        var notice = await told.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.True(notice.ConcernsPatient(patient, nameof(Allergy)));
        Assert.False(notice.ConcernsPatient(Guid.NewGuid(), nameof(Allergy)));
    }

    [Fact]
    public async Task Of_many_who_record_an_allergy_or_say_there_is_none_at_once_the_chart_never_says_both()
    {
        var (nurse, patient) = await SceneAsync();
        var scopes = Enumerable.Range(0, 60).Select(_ => db.Begin(nurse.UserId, nurse.OrganizationId, nurse.StaffMemberId, null)).ToList();
        await Task.WhenAll(scopes.Select((person, i) => Task.Run(() => i % 2 == 0
            ? person.Service<AllergyService>().RecordAsync(patient, Penicillin(), Ct)
            : person.Service<AllergyService>().StateNoneKnownAsync(patient, Ct))));
        var (active, open) = await db.LookAsync(nurse.OrganizationId, async look => (
            await look.Allergies.CountAsync(a => a.PatientId == patient), await look.NoKnownAllergies.CountAsync(s => s.PatientId == patient && s.EndedAt == null)));
        Assert.Equal((1, 0), (active, open));
    }

    private static EditAllergyForm Edit(AllergyRow row, AllergyClinicalStatus clinical, AllergyVerification certainty) => new()
    {
        Id = row.Id, Version = row.Version, Substance = row.Substance, SubstanceClass = row.SubstanceClass, Category = row.Category, Type = row.Type, Reaction = row.Reaction, Severity = row.Severity,
        Criticality = row.Criticality, OnsetYear = row.OnsetYear, ClinicalStatus = clinical, Verification = certainty,
    };
}

public sealed class AllergyServiceOnSqlite(SqliteDatabase db) : AllergyServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class AllergyServiceOnPostgres(PostgresDatabase db) : AllergyServiceTests(db), IClassFixture<PostgresDatabase>;
