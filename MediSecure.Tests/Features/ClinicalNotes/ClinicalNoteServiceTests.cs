using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.ClinicalNotes;
using MediSecure.Data.Features.Encounters;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.ClinicalNotes;

/// <summary>Notes on the real services and a real database.</summary>
public abstract class ClinicalNoteServiceTests(TestDatabase db)
{
    [Fact]
    public async Task A_note_is_begun_saved_signed_read_and_added_to_and_the_log_tells_it()
    {
        var scene = await NoteScene.NewAsync(db);
        var draft = await scene.DraftAsync();
        Assert.Equal([NoteHeading.Subjective, NoteHeading.Objective, NoteHeading.Assessment, NoteHeading.Plan], draft.Parts.Select(p => p.Heading));
        NoteScene.Ok(await scene.Notes.SaveDraftAsync(scene.Patient.Id, draft.Id, draft.EditorId!.Value, NoteHeading.Subjective, "Coughs", default));
        NoteScene.Ok(await scene.Notes.SaveDraftAsync(scene.Patient.Id, draft.Id, draft.EditorId.Value, NoteHeading.Subjective, "Coughs at night", default));
        NoteScene.Ok(await scene.Notes.SignAsync(scene.Patient.Id, new() { NoteId = draft.Id, EditorId = draft.EditorId.Value }, default));

        var addendum = new AddAddendumForm { NoteId = draft.Id, Text = "Culture came back clean." };
        NoteScene.Ok(await scene.Notes.AddAddendumAsync(scene.Patient.Id, addendum, default));
        NoteScene.Ok(await scene.Notes.AddAddendumAsync(scene.Patient.Id, addendum, default)); // pressed twice

        var read = (await scene.Notes.ReadAsync(scene.Patient.Id, draft.Id, default)).Value;
        Assert.Equal((NoteStatus.Signed, "Coughs at night"), (read.Note.Status, Assert.Single(read.Parts).Text));
        Assert.Equal("Culture came back clean.", Assert.Single(read.Addenda).Text);

        var events = await db.LookAsync(scene.OrganizationId, look => look.AuditEvents.Where(e => e.PatientId == scene.Patient.Id && e.ActorUserId == scene.Doctor.UserId && (e.EventCode == nameof(Permission.WriteNote) || e.EventCode == nameof(Permission.ViewNotes)))
            .OrderBy(e => e.RecordedAt).ThenBy(e => e.Id).Select(e => new { e.EventCode, e.Action, e.EntityId }).ToListAsync());
        Assert.Contains(events, e => e.EventCode == nameof(Permission.WriteNote) && e.Action == AuditAction.Create && e.EntityId == draft.Id);
        Assert.Contains(events, e => e.EventCode == nameof(Permission.ViewNotes) && e.Action == AuditAction.Read && e.EntityId == draft.Id);
        Assert.Contains(events, e => e.Action == AuditAction.Create && e.EntityId == addendum.Id);
    }

    [Fact]
    public async Task The_text_is_not_in_the_database_in_clear_nor_in_the_log()
    {
        var scene = await NoteScene.NewAsync(db);
        var id = await scene.SignedAsync("Zebraword in the text");
        var (bytes, changes) = await db.LookAsync(scene.OrganizationId, async look => (
            await look.NoteParts.Where(p => p.NoteId == id && p.Heading == NoteHeading.Assessment).Select(p => p.Text).SingleAsync(),
            await look.AuditEvents.Select(e => e.Changes + e.Reason).ToListAsync()));
        Assert.Equal("***", bytes!.ToString());
        Assert.DoesNotContain(changes, text => text.Contains("Zebraword", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_signed_does_not_change_whoever_tries()
    {
        var scene = await NoteScene.NewAsync(db);
        var id = await scene.SignedAsync();
        var later = await scene.Notes.SaveDraftAsync(scene.Patient.Id, id, Guid.NewGuid(), NoteHeading.Plan, "Smuggled in", default);
        Assert.Equal("note.signed", later.Error?.Code);

        // Past the rules of the code stands the database's own.
        foreach (var change in (Func<MediSecure.Data.Persistence.MediSecureDbContext, Task>[])[
            async open => (await open.NoteParts.SingleAsync(p => p.NoteId == id && p.Heading == NoteHeading.Assessment)).Save(null, db.Now),
            async open => open.Remove(await open.NoteParts.FirstAsync(p => p.NoteId == id)),
            async open => open.Remove(await open.ClinicalNotes.SingleAsync(n => n.Id == id)),
            async open => open.Entry(await open.ClinicalNotes.SingleAsync(n => n.Id == id)).Property(n => n.SignedAt).CurrentValue = db.Now.AddDays(-1),
            async open => open.Entry(await open.ClinicalNotes.SingleAsync(n => n.Id == id)).Property(n => n.AuthorUserId).CurrentValue = Guid.NewGuid(),
        ])
        {
            var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => db.GivenAsync(change, scene.OrganizationId));
            Assert.Contains("note.signed", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal("Better today.", (await scene.Notes.ReadAsync(scene.Patient.Id, id, default)).Value.Parts.Single().Text);
    }

    [Fact]
    public async Task An_addendum_is_never_changed_or_removed()
    {
        var scene = await NoteScene.NewAsync(db);
        var id = await scene.SignedAsync();
        NoteScene.Ok(await scene.Notes.AddAddendumAsync(scene.Patient.Id, new() { NoteId = id, Text = "More" }, default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.GivenAsync(async open => open.Remove(await open.NoteAddenda.SingleAsync()), scene.OrganizationId));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.GivenAsync(async open => open.Entry(await open.NoteAddenda.SingleAsync()).Property(a => a.WrittenAt).CurrentValue = db.Now.AddDays(-9), scene.OrganizationId));
    }

    [Fact]
    public async Task A_second_window_is_told_and_takes_over_only_when_asked()
    {
        var scene = await NoteScene.NewAsync(db);
        var first = await scene.DraftAsync();
        // The same doctor at another desk: another session.
        var desk = db.Begin(scene.Doctor.UserId, scene.OrganizationId, scene.Doctor.StaffMemberId, null);
        var session = await db.Services.GetRequiredService<SessionStore>().StartAsync(scene.Doctor.UserId, new SessionOrigin("127.0.0.1", "Another browser", SecondFactor.AuthenticatorApp));
        var user = desk.Service<TestUser>();
        user.Caller = user.Caller! with { Session = session.Mark };
        var notes = desk.Service<ClinicalNoteService>();
        NoteScene.Ok(await scene.Notes.SaveDraftAsync(scene.Patient.Id, first.Id, first.EditorId!.Value, NoteHeading.Plan, "Rest", default));

        var told = (await notes.OpenDraftAsync(scene.Patient.Id, first.Id, false, default)).Value;
        Assert.Equal((null, "Rest"), (told.EditorId, told.Parts.Single(p => p.Heading == NoteHeading.Plan).Text));
        Assert.NotNull(told.OpenElsewhereAt);
        NoteScene.Ok(await scene.Notes.SaveDraftAsync(scene.Patient.Id, first.Id, first.EditorId.Value, NoteHeading.Plan, "Rest, fluids", default));

        var taken = (await notes.OpenDraftAsync(scene.Patient.Id, first.Id, true, default)).Value;
        Assert.Equal("Rest, fluids", taken.Parts.Single(p => p.Heading == NoteHeading.Plan).Text);
        Assert.Equal("note.open-elsewhere", (await scene.Notes.SaveDraftAsync(scene.Patient.Id, first.Id, first.EditorId.Value, NoteHeading.Plan, "Lost?", default)).Error?.Code);
        NoteScene.Ok(await notes.SaveDraftAsync(scene.Patient.Id, first.Id, taken.EditorId!.Value, NoteHeading.Plan, "Rest, fluids, tea", default));
    }

    [Fact]
    public async Task Typing_while_it_is_signed_never_lands_in_the_signed_text()
    {
        var scene = await NoteScene.NewAsync(db);
        var draft = await scene.DraftAsync();
        var editor = draft.EditorId!.Value;
        NoteScene.Ok(await scene.Notes.SaveDraftAsync(scene.Patient.Id, draft.Id, editor, NoteHeading.Plan, "0", default));
        var saves = Enumerable.Range(1, 50).Select(i => Task.Run(async () => (Text: $"{i}", Result: await As().SaveDraftAsync(scene.Patient.Id, draft.Id, editor, NoteHeading.Plan, $"{i}", default))));
        var sign = Task.Run(() => As().SignAsync(scene.Patient.Id, new() { NoteId = draft.Id, EditorId = editor }, default));
        var outcomes = await Task.WhenAll(saves);
        NoteScene.Ok(await sign);
        Assert.All(outcomes, o => Assert.True(!o.Result.Failed || o.Result.Error.Code == "note.signed", o.Result.Error?.Code));
        var text = (await scene.Notes.ReadAsync(scene.Patient.Id, draft.Id, default)).Value.Parts.Single().Text;
        Assert.Contains(text, outcomes.Where(o => !o.Result.Failed).Select(o => o.Text).Append("0"));

        ClinicalNoteService As() => db.Begin(scene.Doctor.UserId, scene.OrganizationId, scene.Doctor.StaffMemberId, null).Service<ClinicalNoteService>();
    }

    [Fact]
    public async Task A_note_of_100000_characters_of_any_script_comes_back_as_it_was_written()
    {
        var scene = await NoteScene.NewAsync(db);
        foreach (var letter in (string[])["a", "\"", "é", "ع", "漢", "🩺"])
        {
            var text = string.Concat(Enumerable.Repeat(letter, 100_000 / letter.Length));
            var id = await scene.SignedAsync(text);
            Assert.Equal(text, (await scene.Notes.ReadAsync(scene.Patient.Id, id, default)).Value.Parts.Single().Text);
        }
    }

    [Fact]
    public async Task Signing_refuses_what_is_empty_or_would_read_as_something_else()
    {
        var scene = await NoteScene.NewAsync(db);
        var draft = await scene.DraftAsync();
        var sign = new SignNoteForm { NoteId = draft.Id, EditorId = draft.EditorId!.Value };
        Assert.Equal("note.empty", (await scene.Notes.SignAsync(scene.Patient.Id, sign, default)).Error?.Code);
        NoteScene.Ok(await scene.Notes.SaveDraftAsync(scene.Patient.Id, draft.Id, sign.EditorId, NoteHeading.Plan, "give 5\u202E02 mg", default));
        Assert.Equal("note.text", (await scene.Notes.SignAsync(scene.Patient.Id, sign, default)).Error?.Code);
        sign.Hold = true;
        NoteScene.Ok(await scene.Notes.SaveDraftAsync(scene.Patient.Id, draft.Id, sign.EditorId, NoteHeading.Plan, "give 50 mg\nat night", default));
        Assert.Equal("HoldReason", (await scene.Notes.SignAsync(scene.Patient.Id, sign, default)).Error?.Field);
    }

    [Fact]
    public async Task A_draft_is_its_authors_and_nobody_elses()
    {
        var scene = await NoteScene.NewAsync(db);
        var draft = await scene.DraftAsync();
        var colleague = await db.People.DoctorAsync(scene.OrganizationId);
        await db.Given.AppointmentAsync(colleague, scene.Patient.Id, db.Now.AddHours(3));
        var notes = colleague.Service<ClinicalNoteService>();
        Assert.Empty((await notes.ListAsync(scene.Patient.Id, new(), default)).Value.Rows);
        Assert.Equal("not-found", (await notes.ReadAsync(scene.Patient.Id, draft.Id, default)).Error?.Code);
        Assert.Equal("note.not-the-author", (await notes.OpenDraftAsync(scene.Patient.Id, draft.Id, true, default)).Error?.Code);
        Assert.Equal("not-found", (await notes.DiscardAsync(scene.Patient.Id, draft.Id, default)).Error?.Code);
        Assert.Single((await scene.Notes.MyDraftsAsync(default)).Value);
        Assert.Empty((await notes.MyDraftsAsync(default)).Value);
    }

    [Fact]
    public async Task The_patient_reads_what_is_released_and_nothing_else()
    {
        var scene = await NoteScene.NewAsync(db);
        var patient = await db.People.PatientAsync(scene.OrganizationId, scene.Patient.Id);
        var own = patient.Service<ClinicalNoteService>();
        await scene.DraftAsync();
        var (open, held) = (await scene.SignedAsync("For you"), await scene.SignedAsync("Not yet", "We talk about it first"));

        Assert.Equal(open, Assert.Single((await own.ListAsync(scene.Patient.Id, new(), default)).Value.Rows).Id);
        Assert.Equal("For you", (await own.ReadAsync(scene.Patient.Id, open, default)).Value.Parts.Single().Text);
        Assert.Equal("not-found", (await own.ReadAsync(scene.Patient.Id, held, default)).Error?.Code);
        Assert.Equal(open, Assert.Single((await own.NewestForMeAsync(default)).Value).Id);

        NoteScene.Ok(await scene.Notes.ReleaseAsync(scene.Patient.Id, held, null, default));
        Assert.Equal("Not yet", (await own.ReadAsync(scene.Patient.Id, held, default)).Value.Parts.Single().Text);
        Assert.All((await own.ListAsync(scene.Patient.Id, new(), default)).Value.Rows, row => Assert.Null(row.HeldReason));

        NoteScene.Ok(await scene.Notes.EnterInErrorAsync(scene.Patient.Id, new() { NoteId = open, Mistake = NoteMistake.Content, Reason = "Not so" }, default));
        var struck = (await own.ReadAsync(scene.Patient.Id, open, default)).Value;
        Assert.Equal((NoteStatus.EnteredInError, "Not so", "For you"), (struck.Note.Status, struck.ErrorReason, struck.Parts.Single().Text));

        var stranger = await db.Given.PatientAsync(scene.OrganizationId);
        Assert.Equal("not-found", (await own.ListAsync(stranger.Id, new(), default)).Error?.Code);
    }

    [Fact]
    public async Task What_is_about_another_patient_is_struck_by_a_colleague_and_the_patient_reads_its_text_no_more()
    {
        var scene = await NoteScene.NewAsync(db);
        var patient = await db.People.PatientAsync(scene.OrganizationId, scene.Patient.Id);
        var own = patient.Service<ClinicalNoteService>();
        var (id, unread) = (await scene.SignedAsync("Knee pain of somebody else"), await scene.SignedAsync("Never read", "Later"));
        NoteScene.Ok(await scene.Notes.AddAddendumAsync(scene.Patient.Id, new() { NoteId = id, Text = "More of it" }, default));
        Assert.Equal("Knee pain of somebody else", (await own.ReadAsync(scene.Patient.Id, id, default)).Value.Parts.Single().Text);

        var colleague = await scene.ColleagueAsync();
        var doctor = colleague.Service<ClinicalNoteService>();
        Assert.Equal(NoteStanding.WrongPatientOnly, (await doctor.ReadAsync(scene.Patient.Id, id, default)).Value.Standing);
        Assert.Equal("note.author-is-here", (await doctor.HoldColleagueNoteAsync(scene.Patient.Id, new() { NoteId = id, Reason = "Wrong" }, default)).Error?.Code);
        foreach (var note in new[] { id, unread })
        {
            NoteScene.Ok(await doctor.StrikeColleagueNoteAsync(scene.Patient.Id, new() { NoteId = note, Mistake = NoteMistake.WrongPatient, Reason = "It is about Musa Bala" }, default));
        }

        // Who read it sees that it was withdrawn; who never did sees nothing.
        var row = Assert.Single((await own.ListAsync(scene.Patient.Id, new(), default)).Value.Rows);
        Assert.Equal((id, true, 0), (row.Id, row.WithdrawnAt is not null, row.Addenda));
        var read = (await own.ReadAsync(scene.Patient.Id, id, default)).Value;
        Assert.Equal((0, 0, null), (read.Parts.Count, read.Addenda.Count, read.ErrorReason));
        Assert.Equal("not-found", (await own.ReadAsync(scene.Patient.Id, unread, default)).Error?.Code);
        Assert.Empty((await own.NewestForMeAsync(default)).Value);
        var access = await patient.Service<ActivityLogService>().RecentRecordAccessAsync(20, default);
        Assert.Contains(access, seen => seen.What.Contains("struck through a colleague's note", StringComparison.Ordinal));
        Assert.DoesNotContain(access, seen => seen.Reason?.Contains("Musa Bala", StringComparison.Ordinal) == true);

        var kept = (await scene.Notes.ReadAsync(scene.Patient.Id, id, default)).Value;
        Assert.Equal(("Knee pain of somebody else", "It is about Musa Bala", (NoteMistake?)NoteMistake.WrongPatient), (kept.Parts.Single().Text, kept.ErrorReason, kept.Note.Mistake));
        Assert.NotNull(kept.ErrorBy);
        Assert.True(await db.LookAsync(scene.OrganizationId, look => look.AuditEvents.AnyAsync(e => e.EventCode == nameof(Permission.CorrectColleagueNote) && e.ActorUserId == colleague.UserId && e.EntityId == id && e.Reason == "It is about Musa Bala")));

        // Nothing brings it back, past the rules of the code neither.
        Assert.Equal("note.withdrawn", (await scene.Notes.ReleaseAsync(scene.Patient.Id, id, null, default)).Error?.Code);
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.GivenAsync(async open => open.Entry(await open.ClinicalNotes.SingleAsync(n => n.Id == id)).Property(n => n.ReleaseAt).CurrentValue = db.Now, scene.OrganizationId));
    }

    [Theory]
    [InlineData("left")]
    [InlineData("role ended")]
    [InlineData("on leave")]
    public async Task A_doctor_acts_in_place_of_an_author_who_cannot(string why)
    {
        var scene = await NoteScene.NewAsync(db);
        var (held, open) = (await scene.SignedAsync("Wait", "We talk first"), await scene.SignedAsync("Read"));
        var addendum = new AddAddendumForm { NoteId = open, Text = "Not yet", Hold = true, HoldReason = "Not sure" };
        NoteScene.Ok(await scene.Notes.AddAddendumAsync(scene.Patient.Id, addendum, default));
        var doctor = (await scene.ColleagueAsync()).Service<ClinicalNoteService>();
        var nurse = await db.People.NurseAsync(scene.OrganizationId);
        await db.Given.TreatsAsync(nurse, scene.Patient.Id);
        NoteReasonForm Form(Guid note, Guid? on = null) => new() { NoteId = note, AddendumId = on, Reason = "In place of the author" };
        Assert.Equal("note.author-is-here", (await doctor.ReleaseColleagueNoteAsync(scene.Patient.Id, Form(held), default)).Error?.Code);

        var (staff, user) = (scene.Doctor.StaffMemberId!.Value, scene.Doctor.UserId);
        await db.GivenAsync(async given =>
        {
            switch (why)
            {
                case "left":
                    (await given.StaffMembers.SingleAsync(s => s.Id == staff)).Leave(db.Now);
                    break;
                case "role ended":
                    (await given.OrganizationMemberships.SingleAsync(m => m.UserId == user)).End(db.Now);
                    break;
                default:
                    given.Add(new Absence(Guid.CreateVersion7(), scene.OrganizationId, staff, db.Now.AddDays(-1), db.Now.AddDays(1), "Leave"));
                    break;
            }
        }, scene.OrganizationId);

        Assert.Equal(NoteStanding.InsteadOfAuthor, (await doctor.ReadAsync(scene.Patient.Id, held, default)).Value.Standing);
        Assert.Equal(NoteStanding.Reader, (await nurse.Service<ClinicalNoteService>().ReadAsync(scene.Patient.Id, held, default)).Value.Standing);
        NoteScene.Ok(await doctor.ReleaseColleagueNoteAsync(scene.Patient.Id, Form(held), default));
        NoteScene.Ok(await doctor.ReleaseColleagueNoteAsync(scene.Patient.Id, Form(open, addendum.Id), default));
        NoteScene.Ok(await doctor.StrikeColleagueNoteAsync(scene.Patient.Id, new() { NoteId = held, Mistake = NoteMistake.Content, Reason = "Not so" }, default));
        NoteScene.Ok(await doctor.HoldColleagueNoteAsync(scene.Patient.Id, Form(held), default)); // struck through, and still not for the patient
        var own = (await db.People.PatientAsync(scene.OrganizationId, scene.Patient.Id)).Service<ClinicalNoteService>();
        Assert.Equal("Not yet", Assert.Single((await own.ReadAsync(scene.Patient.Id, open, default)).Value.Addenda).Text);
        Assert.Equal("not-found", (await own.ReadAsync(scene.Patient.Id, held, default)).Error?.Code);
    }

    [Fact]
    public async Task An_addendum_is_released_by_the_same_rule_held_by_its_author_and_new_to_the_patient()
    {
        var scene = await NoteScene.NewAsync(db);
        var own = (await db.People.PatientAsync(scene.OrganizationId, scene.Patient.Id)).Service<ClinicalNoteService>();
        var (id, other) = (await scene.SignedAsync("First"), await scene.SignedAsync("Second"));
        NoteScene.Ok(await (await db.People.AdministratorAsync(scene.OrganizationId)).Service<NoteReleaseService>().SetAsync(new() { Days = 7 }, default));
        var colleague = (await scene.ColleagueAsync()).Service<ClinicalNoteService>();
        var (later, held) = (new AddAddendumForm { NoteId = id, Text = "In a week" }, new AddAddendumForm { NoteId = id, Text = "Not yet", Hold = true });
        NoteScene.Ok(await colleague.AddAddendumAsync(scene.Patient.Id, later, default));
        db.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("HoldReason", (await colleague.AddAddendumAsync(scene.Patient.Id, held, default)).Error?.Field);
        held.HoldReason = "We talk about it first";
        NoteScene.Ok(await colleague.AddAddendumAsync(scene.Patient.Id, held, default));

        Assert.Equal((0, 0), ((await own.ReadAsync(scene.Patient.Id, id, default)).Value.Addenda.Count, (await own.ListAsync(scene.Patient.Id, new(), default)).Value.Rows.Single(r => r.Id == id).Addenda));
        Assert.Equal(["In a week", "Not yet"], (await scene.Notes.ReadAsync(scene.Patient.Id, id, default)).Value.Addenda.Select(a => a.Text));
        Assert.Equal([other, id], (await own.NewestForMeAsync(default)).Value.Select(n => n.Id).OrderBy(n => n == id));
        Assert.Equal("note.not-the-author", (await scene.Notes.ReleaseAsync(scene.Patient.Id, id, later.Id, default)).Error?.Code); // of a note of one's own, and yet a colleague's words

        db.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal("In a week", Assert.Single((await own.ReadAsync(scene.Patient.Id, id, default)).Value.Addenda).Text);
        var newest = (await own.NewestForMeAsync(default)).Value;
        Assert.Equal((id, true, null), (newest[0].Id, newest[0].AddedAt is not null, newest[1].AddedAt));
        NoteScene.Ok(await colleague.ReleaseAsync(scene.Patient.Id, id, held.Id, default));
        NoteScene.Ok(await colleague.HoldAsync(scene.Patient.Id, new() { NoteId = id, AddendumId = later.Id, Reason = "On second thoughts" }, default));
        var read = Assert.Single((await own.ReadAsync(scene.Patient.Id, id, default)).Value.Addenda);
        Assert.Equal(("Not yet", null, NoteStanding.Reader), (read.Text, read.HeldReason, read.Standing));
    }

    [Fact]
    public async Task What_was_struck_before_its_day_of_release_does_not_reach_the_patient_by_itself()
    {
        var scene = await NoteScene.NewAsync(db);
        var own = (await db.People.PatientAsync(scene.OrganizationId, scene.Patient.Id)).Service<ClinicalNoteService>();
        NoteScene.Ok(await (await db.People.AdministratorAsync(scene.OrganizationId)).Service<NoteReleaseService>().SetAsync(new() { Days = 7 }, default));
        var id = await scene.SignedAsync("Wrong");
        NoteScene.Ok(await scene.Notes.EnterInErrorAsync(scene.Patient.Id, new() { NoteId = id, Mistake = NoteMistake.Content, Reason = "Not so" }, default));
        db.Clock.Advance(TimeSpan.FromDays(8));
        Assert.DoesNotContain((await own.ListAsync(scene.Patient.Id, new(), default)).Value.Rows, row => row.Id == id);
        NoteScene.Ok(await scene.Notes.ReleaseAsync(scene.Patient.Id, id, null, default)); // the author may
        Assert.Contains((await own.ListAsync(scene.Patient.Id, new(), default)).Value.Rows, row => row.Id == id);
    }

    [Fact]
    public async Task A_note_belongs_to_the_visit_that_is_named_and_a_letter_to_one_whose_summary_then_tells_it()
    {
        var scene = await NoteScene.NewAsync(db);
        var now = Encounter.Visit(Guid.CreateVersion7(), scene.OrganizationId, scene.Patient.Id, db.Now.AddMinutes(-5), scene.Doctor.StaffMemberId!.Value, null, "Cough");
        now.StartVisit(db.Now);
        var past = Encounter.Visit(Guid.CreateVersion7(), scene.OrganizationId, scene.Patient.Id, db.Now.AddDays(-2), scene.Doctor.StaffMemberId.Value, null, "Fall");
        past.StartVisit(db.Now.AddDays(-2));
        past.FinishVisit(db.Now.AddDays(-2).AddHours(1));
        var cancelled = Encounter.Visit(Guid.CreateVersion7(), scene.OrganizationId, scene.Patient.Id, db.Now.AddDays(-1), scene.Doctor.StaffMemberId.Value, null, "Wrong day");
        cancelled.EnterVisitInError(db.Now);
        await db.AddAsync(scene.OrganizationId, now, past, cancelled);
        var visits = (await scene.Notes.VisitsAsync(scene.Patient.Id, default)).Value;
        Assert.Equal([now.Id, past.Id], visits.Visits.Select(v => v.Id));
        Assert.Equal(now.Id, visits.OpenId);

        Task<Result> StartAsync(NoteKind kind, Guid? visit) => scene.Notes.StartAsync(scene.Patient.Id, new() { Kind = kind, EncounterId = visit }, default);
        Assert.Equal("note.visit-needed", (await StartAsync(NoteKind.DischargeLetter, null)).Error?.Code);
        Assert.Equal("note.no-such-visit", (await StartAsync(NoteKind.Soap, cancelled.Id)).Error?.Code);
        NoteScene.Ok(await StartAsync(NoteKind.Soap, null));

        var letter = await scene.SignedAsync("Come back when it hurts", null, NoteKind.DischargeLetter, NoteHeading.Advice, past.Id);
        var plan = await scene.SignedAsync("Rest", null, NoteKind.Soap, NoteHeading.Plan, past.Id);
        await scene.SignedAsync("Nothing to take along", null, NoteKind.Soap, NoteHeading.Assessment, past.Id);
        await scene.SignedAsync("Not yet", "We talk first", NoteKind.Soap, NoteHeading.Plan, past.Id);
        await scene.SignedAsync("Of another visit", null, NoteKind.Soap, NoteHeading.Plan, now.Id);
        Assert.Equal(past.Id, (await scene.Notes.FindAsync(scene.Patient.Id, letter, default)).Value.Visit?.Id);
        var patient = await db.People.PatientAsync(scene.OrganizationId, scene.Patient.Id);
        foreach (var reader in new[] { patient, scene.Doctor })
        {
            var shown = (await reader.Service<ClinicalNoteService>().OfVisitAsync(scene.Patient.Id, past.Id, default)).Value;
            Assert.Equal([(letter, "Come back when it hurts"), (plan, "Rest")], shown.Select(n => (n.Note.Id, n.Parts.Single().Text)));
        }

        var told = await db.LookAsync(scene.OrganizationId, look => look.AuditEvents.Where(e => e.ActorUserId == patient.UserId && e.Reason == "notes read with their visit").Select(e => e.Changes).ToListAsync());
        Assert.Contains(letter.ToString(), Assert.Single(told), StringComparison.Ordinal);
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => db.AddAsync(scene.OrganizationId, ClinicalNote.Start(Guid.CreateVersion7(), scene.OrganizationId, scene.Patient.Id, NoteKind.DischargeLetter, null, scene.Doctor.StaffMemberId.Value, scene.Doctor.UserId, db.Now)));
        Assert.Contains("note.visit-needed", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_organisations_rule_releases_after_days()
    {
        var scene = await NoteScene.NewAsync(db);
        var admin = (await db.People.AdministratorAsync(scene.OrganizationId)).Service<NoteReleaseService>();
        Assert.Equal(0, (await admin.GetAsync(default)).Value.Days);
        NoteScene.Ok(await admin.SetAsync(new() { Days = 3 }, default));
        Assert.Equal("stale", (await admin.SetAsync(new() { Days = 4 }, default)).Error?.Code);
        Assert.Equal("form.invalid", (await admin.SetAsync(new() { Days = 91, Version = (await admin.GetAsync(default)).Value.Version }, default)).Error?.Code);
        var id = await scene.SignedAsync();
        Assert.Equal(db.Now.AddDays(3), (await scene.Notes.ReadAsync(scene.Patient.Id, id, default)).Value.Note.ReleaseAt!.Value, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Another_organisation_finds_neither_patient_nor_note()
    {
        var (scene, elsewhere) = (await NoteScene.NewAsync(db), await NoteScene.NewAsync(db));
        var id = await scene.SignedAsync();
        Assert.Equal("not-found", (await elsewhere.Notes.ListAsync(scene.Patient.Id, new(), default)).Error?.Code);
        Assert.Equal("not-found", (await elsewhere.Notes.ReadAsync(elsewhere.Patient.Id, id, default)).Error?.Code);
        Assert.Equal("not-found", (await elsewhere.Notes.AddAddendumAsync(elsewhere.Patient.Id, new() { NoteId = id, Text = "x" }, default)).Error?.Code);
    }
}

public sealed class ClinicalNoteServiceOnSqlite(SqliteDatabase db) : ClinicalNoteServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class ClinicalNoteServiceOnPostgres(PostgresDatabase db) : ClinicalNoteServiceTests(db), IClassFixture<PostgresDatabase>;
