using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Allergies;
using MediSecure.Data.Features.Amendments;
using MediSecure.Data.Features.ClinicalNotes;
using MediSecure.Data.Features.Patients;
using MediSecure.Tests.Access;
using MediSecure.Tests.Features.ClinicalNotes;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Amendments;

/// <summary>Corrections on the real services and a real database.</summary>
public abstract class AmendmentServiceTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private sealed record House(NoteScene Notes, ActingPerson Patient, Guid NoteId)
    {
        public AmendmentService Own => Patient.Service<AmendmentService>();

        public AmendmentService Doctor => Notes.Doctor.Service<AmendmentService>();

        public Guid Id => Notes.Patient.Id;

        public async Task<Guid> AskAsync(AmendmentItem item = AmendmentItem.Note, Guid? about = null)
        {
            var form = new RequestAmendmentForm { Item = item, ItemId = item == AmendmentItem.Note ? NoteId : about, Wrong = "Weighed with a coat", ShouldSay = "69 kg" };
            NoteScene.Ok(await Own.RequestAsync(Id, form, Ct));
            return form.Id;
        }

        public async Task<NameAmendmentForm> NamedAsync(Guid id) => new() { AmendmentId = id, Version = (await Own.ReadAsync(Id, id, Ct)).Value.Row.Version };

        public async Task<RefuseAmendmentForm> RefusalAsync(Guid id) => new() { AmendmentId = id, Version = (await Own.ReadAsync(Id, id, Ct)).Value.Row.Version, Ground = RefusalGround.Accurate, Reason = "Measured without the coat" };
    }

    private async Task<House> HouseAsync()
    {
        var scene = await NoteScene.NewAsync(db);
        return new House(scene, await db.People.PatientAsync(scene.OrganizationId, scene.Patient.Id), await scene.SignedAsync("Weight 71 kg."));
    }

    [Fact]
    public async Task A_request_about_a_note_is_accepted_by_an_addendum_and_the_signed_note_stays()
    {
        var house = await HouseAsync();
        var id = await house.AskAsync();
        var form = new RequestAmendmentForm { Id = id, Item = AmendmentItem.Note, ItemId = house.NoteId, Wrong = "Again", ShouldSay = "Again" };
        NoteScene.Ok(await house.Own.RequestAsync(house.Id, form, Ct)); // pressed twice

        var work = Assert.Single((await house.Doctor.WaitingAsync(new PageRequest(), Ct)).Rows);
        Assert.Equal((id, AmendmentStatus.Requested, NoteKind.Soap, false), (work.Id, work.Status, work.About.NoteKind!.Value, work.IsOverdue));
        Assert.Equal(DateOnly.FromDateTime(db.Now).AddDays(60), work.DueOn);
        NoteScene.Ok(await house.Doctor.ReviewAsync(house.Id, await house.NamedAsync(id), Ct));
        Assert.Equal("amendment.in-review", (await house.Doctor.ReviewAsync(house.Id, await house.NamedAsync(id), Ct)).Error?.Code);

        var named = await house.NamedAsync(id);
        Assert.Equal("amendment.no-addendum", (await house.Doctor.AcceptAsync(house.Id, new() { AmendmentId = id, Version = named.Version }, Ct)).Error?.Code);
        Assert.Equal("amendment.no-such-correction", (await house.Doctor.AcceptAsync(house.Id, new() { AmendmentId = id, Version = named.Version, LinkId = Guid.NewGuid() }, Ct)).Error?.Code);
        var addendum = new AddAddendumForm { NoteId = house.NoteId, Text = "Weight without the coat: 69 kg.", Hold = true, HoldReason = "Weigh again" };
        NoteScene.Ok(await house.Notes.Notes.AddAddendumAsync(house.Id, addendum, Ct));
        var acceptance = new AcceptAmendmentForm { AmendmentId = id, Version = named.Version, LinkId = addendum.Id, Answer = "Thank you" };
        Assert.Equal("note.addendum-held", (await house.Doctor.AcceptAsync(house.Id, acceptance, Ct)).Error?.Code); // the patient could not read the answer
        NoteScene.Ok(await house.Notes.Notes.ReleaseAsync(house.Id, house.NoteId, addendum.Id, Ct));
        NoteScene.Ok(await house.Doctor.AcceptAsync(house.Id, acceptance, Ct));

        var read = (await house.Own.ReadAsync(house.Id, id, Ct)).Value;
        Assert.Equal((AmendmentStatus.Accepted, "Weighed with a coat", "69 kg", "Thank you", addendum.Id), (read.Row.Status, read.Wrong, read.ShouldSay, read.Answer, read.Link!.Id));
        Assert.Equal("Weight 71 kg.", (await house.Notes.Notes.ReadAsync(house.Id, house.NoteId, Ct)).Value.Parts.Single().Text);
        Assert.Empty((await house.Doctor.WaitingAsync(new PageRequest(), Ct)).Rows);
        var log = await db.LookAsync(house.Notes.OrganizationId, look => look.AuditEvents.Where(e => e.PatientId == house.Id).Select(e => e.EventCode + e.Changes + e.Reason).ToListAsync());
        Assert.Contains(log, text => text.StartsWith(nameof(Permission.RequestAmendment), StringComparison.Ordinal));
        Assert.Contains(log, text => text.StartsWith(nameof(Permission.AnswerAmendment), StringComparison.Ordinal));
        Assert.DoesNotContain(log, text => text.Contains("coat", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_says_why_and_the_patients_statement_stands_beside_the_note_for_whoever_reads_it()
    {
        var house = await HouseAsync();
        var id = await house.AskAsync();
        NoteScene.Ok(await house.Doctor.RefuseAsync(house.Id, await house.RefusalAsync(id), Ct));
        NoteScene.Ok(await house.Own.DisagreeAsync(house.Id, new() { AmendmentId = id, Statement = "I had it on." }, Ct));
        Assert.Equal("amendment.disagreed-already", (await house.Own.DisagreeAsync(house.Id, new() { AmendmentId = id, Statement = "Again" }, Ct)).Error?.Code);

        var pharmacist = await db.People.PharmacistAsync(house.Notes.OrganizationId);
        await db.Given.TreatsAsync(pharmacist, house.Id);
        var beside = Assert.Single((await pharmacist.Service<AmendmentService>().OfNoteAsync(house.Id, house.NoteId, Ct)).Value);
        Assert.Equal((AmendmentStatus.Refused, "I had it on."), (beside.Status, beside.Statement));
        Assert.True(await db.LookAsync(house.Notes.OrganizationId, look => look.AuditEvents.AnyAsync(e => e.ActorUserId == pharmacist.UserId && e.EntityId == id)));

        // A refused request is closed: the patient may ask anew.
        await house.AskAsync();
        Assert.Equal([AmendmentStatus.Requested, AmendmentStatus.Refused], (await house.Own.OfChartAsync(house.Id, Ct)).Value.Select(row => row.Status));
    }

    [Fact]
    public async Task Nobody_but_the_author_answers_for_a_note_and_a_colleague_does_once_the_author_has_left()
    {
        var house = await HouseAsync();
        var id = await house.AskAsync();
        var colleague = await db.People.DoctorAsync(house.Notes.OrganizationId);
        await db.Given.TreatsAsync(colleague, house.Id);
        var service = colleague.Service<AmendmentService>();
        Assert.Empty((await service.WaitingAsync(new PageRequest(), Ct)).Rows);
        Assert.Equal("amendment.only-the-author", (await service.RefuseAsync(house.Id, await house.RefusalAsync(id), Ct)).Error?.Code);
        Assert.False((await service.ReadAsync(house.Id, id, Ct)).Value.Row.MayAnswer);

        await db.GivenAsync(async open => (await open.StaffMembers.SingleAsync(s => s.Id == house.Notes.Doctor.StaffMemberId)).Leave(db.Now), house.Notes.OrganizationId);
        Assert.Equal(id, Assert.Single((await service.WaitingAsync(new PageRequest(), Ct)).Rows).Id);
        NoteScene.Ok(await service.RefuseAsync(house.Id, await house.RefusalAsync(id), Ct));
    }

    [Fact]
    public async Task An_open_request_opens_the_chart_to_the_author_again_until_it_is_answered()
    {
        var house = await HouseAsync();
        await db.GivenAsync(async open => (await open.Appointments.Where(a => a.PatientId == house.Id).ToListAsync()).ForEach(a => a.Cancel("Recovered", db.Now)), house.Notes.OrganizationId);
        Assert.Equal(ChartErrors.NotYourPatient, (await house.Notes.Notes.ReadAsync(house.Id, house.NoteId, Ct)).Error);
        var id = await house.AskAsync();
        Assert.Null((await house.Notes.Notes.ReadAsync(house.Id, house.NoteId, Ct)).Error);
        NoteScene.Ok(await house.Doctor.RefuseAsync(house.Id, await house.RefusalAsync(id), Ct));
        Assert.Equal(ChartErrors.NotYourPatient, (await house.Notes.Notes.ReadAsync(house.Id, house.NoteId, Ct)).Error);
    }

    [Fact]
    public async Task An_entry_is_answered_by_a_doctor_who_treats_the_patient_and_only_once_it_was_corrected()
    {
        var house = await HouseAsync();
        var facts = new AllergyFacts("Groundnut", AllergenClass.Peanut, AllergyCategory.Food, AllergyType.Allergy, ReactionKind.Rash, null, ReactionSeverity.Mild, AllergyCriticality.Low, 2012);
        var allergy = new Allergy(Guid.CreateVersion7(), house.Notes.OrganizationId, house.Id, facts, AllergyVerification.Confirmed, house.Notes.Doctor.UserId, db.Now);
        await db.AddAsync(house.Notes.OrganizationId, allergy);
        var id = await house.AskAsync(AmendmentItem.Allergy, allergy.Id);

        var nurse = await db.People.NurseAsync(house.Notes.OrganizationId);
        await db.Given.TreatsAsync(nurse, house.Id);
        Assert.Equal("amendment.only-a-doctor", (await nurse.Service<AmendmentService>().RefuseAsync(house.Id, await house.RefusalAsync(id), Ct)).Error?.Code);
        Assert.Equal("Groundnut", Assert.Single((await house.Doctor.WaitingAsync(new PageRequest(), Ct)).Rows).About.Title);
        var version = (await house.NamedAsync(id)).Version;
        Assert.Equal("amendment.no-such-correction", (await house.Doctor.AcceptAsync(house.Id, new() { AmendmentId = id, Version = version, LinkId = allergy.Id }, Ct)).Error?.Code);

        await db.GivenAsync(async open => (await open.Allergies.SingleAsync(a => a.Id == allergy.Id)).Correct(facts with { OnsetYear = 2022 }), house.Notes.OrganizationId);
        Assert.Equal(allergy.Id, Assert.Single((await house.Doctor.ReadAsync(house.Id, id, Ct)).Value.Corrections).Id);
        NoteScene.Ok(await house.Doctor.AcceptAsync(house.Id, new() { AmendmentId = id, Version = version, LinkId = allergy.Id }, Ct));
    }

    [Fact]
    public async Task An_answer_names_no_entry_that_was_struck_itself_and_a_list_no_entry_of_a_restricted_chart()
    {
        var house = await HouseAsync();
        var facts = new AllergyFacts("Groundnut", AllergenClass.Peanut, AllergyCategory.Food, AllergyType.Allergy, ReactionKind.Rash, null, ReactionSeverity.Mild, AllergyCriticality.Low, 2012);
        Allergy New() => new(Guid.CreateVersion7(), house.Notes.OrganizationId, house.Id, facts, AllergyVerification.Confirmed, house.Notes.Doctor.UserId, db.Now);
        var (asked, again) = (New(), New());
        await db.AddAsync(house.Notes.OrganizationId, asked);
        var id = await house.AskAsync(AmendmentItem.Allergy, asked.Id);
        Assert.Null(again.EnterInError("Twice", house.Notes.Doctor.UserId, db.Now).Error);
        await db.AddAsync(house.Notes.OrganizationId, again);
        var version = (await house.NamedAsync(id)).Version;
        Assert.Equal(AmendmentErrors.NoSuchCorrection, (await house.Doctor.AcceptAsync(house.Id, new() { AmendmentId = id, Version = version, LinkId = again.Id }, Ct)).Error);

        await db.GivenAsync(async open => (await open.Patients.SingleAsync(p => p.Id == house.Id)).Restrict(ChartRestriction.Vip, db.Now, house.Notes.Doctor.UserId), house.Notes.OrganizationId);
        var row = Assert.Single((await house.Doctor.WaitingAsync(new PageRequest(), Ct)).Rows);
        Assert.Equal((id, true, null, null), (row.Id, row.IsRestricted, row.About.Title, row.About.NoteKind));
        await db.GivenAsync(async open => (await open.Patients.SingleAsync(p => p.Id == house.Id)).LiftRestriction(), house.Notes.OrganizationId);

        // To strike what was asked about is a correction.
        await db.GivenAsync(async open => (await open.Allergies.SingleAsync(a => a.Id == asked.Id)).EnterInError("Somebody else's", house.Notes.Doctor.UserId, db.Now), house.Notes.OrganizationId);
        NoteScene.Ok(await house.Doctor.AcceptAsync(house.Id, new() { AmendmentId = id, Version = version, LinkId = asked.Id }, Ct));
    }

    [Fact]
    public async Task Details_are_answered_at_the_front_desk_which_sees_nothing_clinical()
    {
        var house = await HouseAsync();
        var (clinical, details) = (await house.AskAsync(), await house.AskAsync(AmendmentItem.Other));
        var desk = (await db.People.ReceptionistAsync(house.Notes.OrganizationId)).Service<DetailAmendmentService>();
        Assert.Equal(details, Assert.Single((await desk.WaitingAsync(new PageRequest(), Ct)).Rows).Id);
        Assert.Equal(details, Assert.Single((await desk.OfChartAsync(house.Id, Ct)).Value).Id);
        Assert.Equal(Error.NotFound, (await desk.ReadAsync(house.Id, clinical, Ct)).Error);
        Assert.Equal(Error.NotFound, (await desk.RefuseAsync(house.Id, await house.RefusalAsync(clinical), Ct)).Error);
        Assert.Equal(Error.NotFound, (await house.Doctor.RefuseAsync(house.Id, await house.RefusalAsync(details), Ct)).Error);
        Assert.DoesNotContain((await house.Doctor.OfChartAsync(house.Id, Ct)).Value, row => row.Id == details);
        var named = await house.NamedAsync(details);
        NoteScene.Ok(await desk.AcceptAsync(house.Id, new() { AmendmentId = details, Version = named.Version }, Ct));
        Assert.Equal("stale", (await desk.RefuseAsync(house.Id, new() { AmendmentId = details, Version = named.Version, Ground = RefusalGround.Accurate, Reason = "Late" }, Ct)).Error?.Code);
    }

    [Fact]
    public async Task Only_what_the_patient_can_read_can_be_asked_about()
    {
        var house = await HouseAsync();
        var held = await house.Notes.SignedAsync("Held", hold: "Explained first");
        var offered = (await house.Own.TargetsAsync(house.Id, Ct)).Value;
        Assert.Equal([AmendmentItem.Note, AmendmentItem.Other], offered.Select(t => t.About.Item));
        Assert.Equal(house.NoteId, offered[0].About.Id);
        foreach (var (item, id, code) in new (AmendmentItem, Guid?, string)[]
        {
            (AmendmentItem.Note, held, "amendment.no-such-item"), (AmendmentItem.Note, null, "amendment.no-item"), (AmendmentItem.Allergy, house.NoteId, "amendment.no-such-item"),
            (AmendmentItem.Problem, Guid.NewGuid(), "amendment.no-such-item"), (AmendmentItem.Diagnosis, Guid.NewGuid(), "amendment.no-such-item"),
        })
        {
            Assert.Equal(code, (await house.Own.RequestAsync(house.Id, new() { Item = item, ItemId = id, Wrong = "x", ShouldSay = "y" }, Ct)).Error?.Code);
        }
    }

    [Fact]
    public async Task A_stranger_and_another_patient_find_nothing()
    {
        var house = await HouseAsync();
        var id = await house.AskAsync();
        var other = await db.People.PatientAsync(house.Notes.OrganizationId);
        Assert.Equal(Error.NotFound, (await other.Service<AmendmentService>().ReadAsync(house.Id, id, Ct)).Error);
        Assert.Equal(Error.NotFound, (await other.Service<AmendmentService>().WithdrawAsync(house.Id, await house.NamedAsync(id), Ct)).Error);
        Assert.Equal(Error.NotFound, (await other.Service<AmendmentService>().ReadAsync(other.PatientId!.Value, id, Ct)).Error);
        Assert.Equal(Error.NotFound, (await db.AsStranger(Role.Doctor).Service<AmendmentService>().ReadAsync(house.Id, id, Ct)).Error);
        var outside = await db.People.DoctorAsync(house.Notes.OrganizationId);
        Assert.Equal(ChartErrors.NotYourPatient, (await outside.Service<AmendmentService>().ReadAsync(house.Id, id, Ct)).Error);
    }

    [Fact]
    public async Task The_database_refuses_what_the_rules_do_not_know()
    {
        var house = await HouseAsync();
        var id = await house.AskAsync();
        foreach (var (column, value) in new (string, object?)[]
        {
            (nameof(AmendmentRequest.Status), AmendmentStatus.Accepted), (nameof(AmendmentRequest.Status), AmendmentStatus.Refused), (nameof(AmendmentRequest.Status), AmendmentStatus.Withdrawn),
            (nameof(AmendmentRequest.StatementAt), db.Now), (nameof(AmendmentRequest.NoteId), null), (nameof(AmendmentRequest.ItemId), Guid.NewGuid()), (nameof(AmendmentRequest.Item), AmendmentItem.Other),
        })
        {
            await Assert.ThrowsAnyAsync<Exception>(() => db.GivenAsync(async open => open.Entry(await open.AmendmentRequests.SingleAsync(r => r.Id == id)).Property(column).CurrentValue = value, house.Notes.OrganizationId));
        }
    }
}

public sealed class AmendmentServiceOnSqlite(SqliteDatabase db) : AmendmentServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class AmendmentServiceOnPostgres(PostgresDatabase db) : AmendmentServiceTests(db), IClassFixture<PostgresDatabase>;

/// <summary>Sixty tries at once: one request is open.</summary>
public abstract class AmendmentRaceTests(TestDatabase db)
{
    [Fact]
    public async Task Sixty_requests_about_one_note_at_once_leave_exactly_one_open()
    {
        var scene = await NoteScene.NewAsync(db);
        var (patient, note) = (await db.People.PatientAsync(scene.OrganizationId, scene.Patient.Id), await scene.SignedAsync());
        var people = Enumerable.Range(0, 60).Select(_ => db.Begin(patient.UserId, scene.OrganizationId, null, scene.Patient.Id).Service<AmendmentService>()).ToList();
        var results = await Task.WhenAll(people.Select(service => Task.Run(() => service.RequestAsync(scene.Patient.Id, new() { Item = AmendmentItem.Note, ItemId = note, Wrong = "x", ShouldSay = "y" }, default))));
        Assert.Single(results, r => !r.Failed);
        Assert.All(results.Where(r => r.Failed), r => Assert.Equal("amendment.open-already", r.Error!.Code));
        Assert.Equal(1, await db.LookAsync(scene.OrganizationId, look => look.AmendmentRequests.CountAsync()));
    }
}

public sealed class AmendmentRaceOnSqlite(SqliteDatabase db) : AmendmentRaceTests(db), IClassFixture<SqliteDatabase>;

public sealed class AmendmentRaceOnPostgres(PostgresDatabase db) : AmendmentRaceTests(db), IClassFixture<PostgresDatabase>;
