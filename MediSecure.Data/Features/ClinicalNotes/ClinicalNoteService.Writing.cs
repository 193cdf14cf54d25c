using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.ClinicalNotes;

public sealed partial class ClinicalNoteService
{
    /// <summary>Begins a draft, in the visit or stay that is named, else in the one that is open now. Safe to call again with the same id.</summary>
    public Task<Result> StartAsync(Guid patientId, StartNoteForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.WriteNote, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        var kind = form.Kind!.Value;
        if (!NoteKinds.Of(db.ActorRoles).Contains(kind))
        {
            return ClinicalNoteErrors.KindNotYours;
        }

        var template = NoteTemplate.For(kind).FirstOrDefault(t => t.Code == form.Template);
        if (template is null && !string.IsNullOrEmpty(form.Template))
        {
            return ClinicalNoteErrors.NoSuchTemplate;
        }

        await db.LockAsync("note", form.Id, ct);
        if (await db.ClinicalNotes.AsNoTracking().SingleOrDefaultAsync(n => n.Id == form.Id, ct) is { } before)
        {
            return before.AuthorUserId == db.ActorId && before.Kind == kind ? Result.Ok : ClinicalNoteErrors.IdTaken;
        }

        if (await AuthorAsync(db, ct) is not { } author)
        {
            return ClinicalNoteErrors.NotStaff;
        }

        if (form.EncounterId is { } encounterId && !await db.Encounters.AnyAsync(e => e.Id == encounterId, ct))
        {
            return ClinicalNoteErrors.NoVisit;
        }

        var now = Now;
        var encounter = form.EncounterId ?? await db.Encounters.Where(e => e.PatientId == patientId && e.EndedAt == null && (e.Status == EncounterStatus.InProgress || e.Status == EncounterStatus.OnLeave))
            .OrderByDescending(e => e.StartedAt).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(ct);
        var note = ClinicalNote.Start(form.Id, db.OrganizationId, patientId, kind, encounter, author, db.ActorId, now);
        db.Add(note);
        foreach (var heading in NoteKinds.Headings(kind))
        {
            var part = new NotePart(Guid.CreateVersion7(clock.GetUtcNow()), note, heading);
            part.Save(template?.Text.GetValueOrDefault(heading) is { } text ? Seal(db, part, text) : null, now);
            db.Add(part);
        }

        return await db.SaveAsync(ct);
    }, ct);

    /// <summary>Opens a draft of one's own for writing. When another window writes it, says since when and opens nothing, unless <paramref name="takeOver"/>.</summary>
    /// <param name="patientId">Whose chart.</param>
    /// <param name="noteId">The draft.</param>
    /// <param name="takeOver">Write here from now on; the other window is told at its next save.</param>
    /// <param name="ct">Cancels before anything is written.</param>
    public Task<Result<NoteDraft>> OpenDraftAsync(Guid patientId, Guid noteId, bool takeOver, CancellationToken ct) => doors.ChangeChartAsync<NoteDraft>(Permission.WriteNote, patientId, async (db, ct) =>
    {
        await db.LockAsync("note", noteId, ct);
        var note = await db.ClinicalNotes.SingleOrDefaultAsync(n => n.Id == noteId, ct);
        if (note is null)
        {
            return Error.NotFound;
        }

        var parts = await db.NoteParts.AsNoTracking().Where(p => p.NoteId == noteId).Select(p => p.SavedAt).ToListAsync(ct);
        var saved = parts.Count == 0 ? (DateTime?)null : parts.Max();
        var (now, session) = (Now, db.ActorSession);
        var elsewhere = note.EditorId is not null && !takeOver && note.EditorSession != session ? note.EditorOpenedAt : null;
        var editor = Guid.NewGuid();
        if (elsewhere is null)
        {
            var opened = note.Open(editor, session, db.ActorId, now);
            if (opened.Failed)
            {
                return opened.Error;
            }

            var done = await db.SaveAsync(ct);
            if (done.Failed)
            {
                return done.Error;
            }
        }
        else if (note.AuthorUserId != db.ActorId)
        {
            return ClinicalNoteErrors.NotTheAuthor;
        }

        return new NoteDraft(note.Id, note.Kind, elsewhere is null ? editor : null, await PartsAsync(db, note, ct), saved, elsewhere);
    }, ct);

    /// <summary>Saves the text under one heading while it is written. Any text is taken; what may not be signed is said at signing.</summary>
    public Task<Result<DraftSaved>> SaveDraftAsync(Guid patientId, Guid noteId, Guid editorId, NoteHeading heading, string text, CancellationToken ct) =>
        doors.ChangeChartAsync<DraftSaved>(Permission.WriteNote, patientId, async (db, ct) =>
        {
            if (text.Length > NotePart.MaxLength)
            {
                return ClinicalNoteErrors.TooLong;
            }

            await db.LockAsync("note", noteId, ct);
            var note = await db.ClinicalNotes.SingleOrDefaultAsync(n => n.Id == noteId, ct);
            if (note is null)
            {
                return Error.NotFound;
            }

            var now = Now;
            var mayEdit = note.Edit(editorId, db.ActorId, now);
            if (mayEdit.Failed)
            {
                return mayEdit.Error;
            }

            var part = await db.NoteParts.SingleOrDefaultAsync(p => p.NoteId == noteId && p.Heading == heading, ct);
            if (part is null)
            {
                return ClinicalNoteErrors.NoSuchHeading;
            }

            part.Save(text.Length == 0 ? null : Seal(db, part, text), now);
            var saved = await db.SaveAsync(ct);
            return saved.Failed ? saved.Error : new DraftSaved(now);
        }, ct);

    /// <summary>Freezes the note; from here on the database refuses every change of its text.</summary>
    public Task<Result> SignAsync(Guid patientId, SignNoteForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.WriteNote, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        await db.LockAsync("note", form.NoteId, ct);
        var note = await db.ClinicalNotes.SingleOrDefaultAsync(n => n.Id == form.NoteId, ct);
        if (note is null)
        {
            return Error.NotFound;
        }

        if (form.Hold && Text.Clean(form.HoldReason) is null)
        {
            return Error.Invalid("note.hold-reason", "Say why the patient may not read it yet.", nameof(form.HoldReason));
        }

        if (note.Status == NoteStatus.Draft && Wrong(await PartsAsync(db, note, ct)) is { } wrong)
        {
            return wrong;
        }

        var days = await db.NoteReleaseRules.AsNoTracking().Select(r => (int?)r.Days).SingleOrDefaultAsync(ct) ?? 0;
        var now = Now;
        var signed = note.Sign(form.EditorId, db.ActorId, now, now.AddDays(days), form.Hold ? Text.Clean(form.HoldReason) : null);
        return signed.Failed ? signed : await db.SaveAsync(ct);
    }, ct);

    /// <summary>Adds dated words to a signed note. Safe to call again with the same id.</summary>
    public Task<Result> AddAddendumAsync(Guid patientId, AddAddendumForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.WriteNote, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        await db.LockAsync("note", form.NoteId, ct);
        var note = await db.ClinicalNotes.AsNoTracking().SingleOrDefaultAsync(n => n.Id == form.NoteId, ct);
        if (note is null || (note.Status == NoteStatus.Draft && note.AuthorUserId != db.ActorId))
        {
            return Error.NotFound;
        }

        if (note.MayAddTo() is { Failed: true } refused)
        {
            return refused;
        }

        if (await db.NoteAddenda.AnyAsync(a => a.Id == form.Id, ct))
        {
            return Result.Ok;
        }

        if (await AuthorAsync(db, ct) is not { } author)
        {
            return ClinicalNoteErrors.NotStaff;
        }

        db.Add(new NoteAddendum(form.Id, note, author, db.ActorId, cipher.Row<NoteAddendum>(db, form.Id).Seal(nameof(NoteAddendum.Text), Text.CleanOrEmpty(form.Text), null)!, Now));
        return await db.SaveAsync(ct);
    }, ct);

    /// <summary>Strikes a signed note of one's own through.</summary>
    public Task<Result> EnterInErrorAsync(Guid patientId, NoteReasonForm form, CancellationToken ct) =>
        ChangeAsync(patientId, form.NoteId, form, (note, me) => note.EnterInError(me, Text.CleanOrEmpty(form.Reason), Now), ct);

    /// <summary>Holds a signed note of one's own back from the patient.</summary>
    public Task<Result> HoldAsync(Guid patientId, NoteReasonForm form, CancellationToken ct) =>
        ChangeAsync(patientId, form.NoteId, form, (note, me) => note.Hold(me, Text.CleanOrEmpty(form.Reason)), ct);

    /// <summary>Lets the patient read a signed note of one's own now.</summary>
    public Task<Result> ReleaseAsync(Guid patientId, Guid noteId, CancellationToken ct) => ChangeAsync(patientId, noteId, null, (note, me) => note.Release(me, Now), ct);

    /// <summary>Throws a draft of one's own away; it was never part of the record.</summary>
    public Task<Result> DiscardAsync(Guid patientId, Guid noteId, CancellationToken ct) => ChangeAsync(patientId, noteId, null, (note, me) => note.Discard(me, Now), ct);

    private Task<Result> ChangeAsync(Guid patientId, Guid noteId, object? form, Func<ClinicalNote, Guid, Result> change, CancellationToken ct) =>
        doors.ChangeChartAsync(Permission.WriteNote, patientId, async (db, ct) =>
        {
            if (form is not null && FormRules.Check(form) is { } problem)
            {
                return problem;
            }

            await db.LockAsync("note", noteId, ct);
            var note = await db.ClinicalNotes.SingleOrDefaultAsync(n => n.Id == noteId, ct);
            if (note is null || (note.Status == NoteStatus.Draft && note.AuthorUserId != db.ActorId))
            {
                return Error.NotFound; // somebody else's draft
            }

            var changed = change(note, db.ActorId);
            return changed.Failed ? changed : await db.SaveAsync(ct);
        }, ct);

    private static Error? Wrong(IReadOnlyList<NoteText> parts) =>
        parts.All(p => string.IsNullOrWhiteSpace(p.Text)) ? ClinicalNoteErrors.Empty
        : parts.Select(p => Text.Problem(p.Text, lines: true) is { } problem ? ClinicalNoteErrors.BadText(p.Heading.ToString(), problem) : null).FirstOrDefault(e => e is not null);

    private static Task<Guid?> AuthorAsync(MediSecureDbContext db, CancellationToken ct)
    {
        var me = db.ActorId;
        return db.StaffMembers.Where(s => s.UserId == me && s.LeftAt == null).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(ct);
    }

    private EncryptedText? Seal(MediSecureDbContext db, NotePart part, string text) => cipher.Row<NotePart>(db, part.Id).Seal(nameof(NotePart.Text), text, part.Text);
}
