using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.ClinicalNotes;
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

        NoteScene.Ok(await scene.Notes.ReleaseAsync(scene.Patient.Id, held, default));
        Assert.Equal("Not yet", (await own.ReadAsync(scene.Patient.Id, held, default)).Value.Parts.Single().Text);
        Assert.All((await own.ListAsync(scene.Patient.Id, new(), default)).Value.Rows, row => Assert.Null(row.HeldReason));

        NoteScene.Ok(await scene.Notes.EnterInErrorAsync(scene.Patient.Id, new() { NoteId = open, Reason = "Wrong patient" }, default));
        Assert.Equal((NoteStatus.EnteredInError, "Wrong patient"), ((await own.ReadAsync(scene.Patient.Id, open, default)).Value.Note.Status, (await own.ReadAsync(scene.Patient.Id, open, default)).Value.ErrorReason));

        var stranger = await db.Given.PatientAsync(scene.OrganizationId);
        Assert.Equal("not-found", (await own.ListAsync(stranger.Id, new(), default)).Error?.Code);
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
