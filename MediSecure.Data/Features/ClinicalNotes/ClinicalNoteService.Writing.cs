using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.ClinicalNotes;

public sealed partial class ClinicalNoteService
{
    private const int MostVisits = 30;

    /// <summary>Visits and stays of the patient in which a note can be written, newest first, and which of them goes on now.</summary>
    public async Task<Result<NoteVisits>> VisitsAsync(Guid patientId, CancellationToken ct)
    {
        var opened = await doors.OpenChartAsync(Permission.WriteNote, patientId, ct);
        if (opened.Failed)
        {
            return opened.Error;
        }

        await using var db = opened.Value;
        var visits = await db.Encounters.AsNoTracking().TookPlace().OrderByDescending(e => e.StartedAt).ThenBy(e => e.Id).Take(MostVisits)
            .Select(e => new { Visit = new NoteVisit(e.Id, e.Class, e.StartedAt, e.EndedAt), IsOpen = e.EndedAt == null && (e.Status == EncounterStatus.InProgress || e.Status == EncounterStatus.OnLeave) }).ToListAsync(ct);
        return new NoteVisits(visits.ConvertAll(v => v.Visit), visits.Find(v => v.IsOpen)?.Visit.Id);
    }

    /// <summary>Begins a draft, in the visit or stay that is named. Safe to call again with the same id.</summary>
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

        if (form.EncounterId is null && NoteKinds.NeedsVisit(kind))
        {
            return ClinicalNoteErrors.VisitNeeded;
        }

        if (form.EncounterId is { } encounterId && !await db.Encounters.TookPlace().AnyAsync(e => e.Id == encounterId, ct))
        {
            return ClinicalNoteErrors.NoVisit;
        }

        var now = Now;
        var note = ClinicalNote.Start(form.Id, db.OrganizationId, patientId, kind, form.EncounterId, author, db.ActorId, now);
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

        var hold = HoldOf(form);
        if (hold.Failed)
        {
            return hold;
        }

        if (note.Status == NoteStatus.Draft && Wrong(await PartsAsync(db, note, ct)) is { } wrong)
        {
            return wrong;
        }

        var now = Now;
        var signed = note.Sign(form.EditorId, db.ActorId, now, await ReleaseAtAsync(db, now, ct), hold.Value);
        return signed.Failed ? signed : await db.SaveAsync(ct);
    }, ct);

    /// <summary>Adds dated words to a signed note; the patient reads them by the organisation's rule too, unless they are held back. Safe to call again with the same id.</summary>
    public Task<Result> AddAddendumAsync(Guid patientId, AddAddendumForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.WriteNote, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        var hold = HoldOf(form);
        if (hold.Failed)
        {
            return hold;
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

        var now = Now;
        db.Add(new NoteAddendum(form.Id, note, author, db.ActorId, cipher.Row<NoteAddendum>(db, form.Id).Seal(nameof(NoteAddendum.Text), Text.CleanOrEmpty(form.Text), null)!, now, await ReleaseAtAsync(db, now, ct), hold.Value));
        return await db.SaveAsync(ct);
    }, ct);

    /// <summary>Strikes a signed note of one's own through. About another patient, the patient reads its text no more.</summary>
    public Task<Result> EnterInErrorAsync(Guid patientId, StrikeNoteForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.WriteNote, patientId, (db, ct) =>
        ActAsync(db, form, form.NoteId, null, null, note => Strike(note, form, new(db.ActorId)), ct), ct);

    /// <summary>Holds a signed note of one's own, or an addendum of one's own, back from the patient.</summary>
    public Task<Result> HoldAsync(Guid patientId, NoteReasonForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.WriteNote, patientId, (db, ct) =>
        ActAsync(db, form, form.NoteId, form.AddendumId, null, text => text.Hold(new(db.ActorId), Text.CleanOrEmpty(form.Reason)), ct), ct);

    /// <summary>Lets the patient read a signed note of one's own, or an addendum of one's own, now.</summary>
    public Task<Result> ReleaseAsync(Guid patientId, Guid noteId, Guid? addendumId, CancellationToken ct) => doors.ChangeChartAsync(Permission.WriteNote, patientId, (db, ct) =>
        ActAsync(db, null, noteId, addendumId, null, text => text.Release(new(db.ActorId), Now), ct), ct);

    /// <summary>Strikes a colleague's note through: at once when it is about another patient, else when the author cannot. The log keeps the reason.</summary>
    public Task<Result> StrikeColleagueNoteAsync(Guid patientId, StrikeNoteForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.CorrectColleagueNote, patientId, (db, ct) =>
        ActAsync(db, form, form.NoteId, null, form.Reason, async note => Strike(note, form, await ColleagueAsync(db, note, ct)), ct), ct);

    /// <summary>Holds a colleague's note or addendum back while the author cannot. The log keeps the reason.</summary>
    public Task<Result> HoldColleagueNoteAsync(Guid patientId, NoteReasonForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.CorrectColleagueNote, patientId, (db, ct) =>
        ActAsync(db, form, form.NoteId, form.AddendumId, form.Reason, async text => text.Hold(await ColleagueAsync(db, text, ct), Text.CleanOrEmpty(form.Reason)), ct), ct);

    /// <summary>Lets the patient read a colleague's note or addendum while the author cannot. The log keeps the reason.</summary>
    public Task<Result> ReleaseColleagueNoteAsync(Guid patientId, NoteReasonForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.CorrectColleagueNote, patientId, (db, ct) =>
        ActAsync(db, form, form.NoteId, form.AddendumId, form.Reason, async text => text.Release(await ColleagueAsync(db, text, ct), Now), ct), ct);

    /// <summary>Throws a draft of one's own away; it was never part of the record.</summary>
    public Task<Result> DiscardAsync(Guid patientId, Guid noteId, CancellationToken ct) => doors.ChangeChartAsync(Permission.WriteNote, patientId, (db, ct) =>
        ActAsync(db, null, noteId, null, null, note => ((ClinicalNote)note).Discard(db.ActorId, Now), ct), ct);

    private Result Strike(AuthoredText note, StrikeNoteForm form, NoteActor actor) => ((ClinicalNote)note).EnterInError(actor, form.Mistake!.Value, Text.CleanOrEmpty(form.Reason), Now);

    private static Task<Result> ActAsync(MediSecureDbContext db, object? form, Guid noteId, Guid? addendumId, string? because, Func<AuthoredText, Result> act, CancellationToken ct) =>
        ActAsync(db, form, noteId, addendumId, because, text => Task.FromResult(act(text)), ct);

    /// <summary>One act on a note, or on an addendum to it.</summary>
    private static async Task<Result> ActAsync(MediSecureDbContext db, object? form, Guid noteId, Guid? addendumId, string? because, Func<AuthoredText, Task<Result>> act, CancellationToken ct)
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

        AuthoredText? text = addendumId is { } id ? await db.NoteAddenda.SingleOrDefaultAsync(a => a.Id == id && a.NoteId == noteId, ct) : note;
        if (text is null)
        {
            return Error.NotFound;
        }

        var done = await act(text);
        if (done.Failed)
        {
            return done;
        }

        if (Text.Clean(because) is { } reason)
        {
            db.Because(reason);
        }

        return await db.SaveAsync(ct);
    }

    private async Task<NoteActor> ColleagueAsync(MediSecureDbContext db, AuthoredText text, CancellationToken ct) => new(db.ActorId, true, (await AwayAsync(db, [(text.AuthorId, text.AuthorUserId)], ct)).Contains(text.AuthorId));

    /// <summary>Those of these authors who cannot act on what they wrote: they have left, write no notes here any more, or are on leave.</summary>
    private async Task<IReadOnlySet<Guid>> AwayAsync(MediSecureDbContext db, IReadOnlyCollection<(Guid AuthorId, Guid UserId)> authors, CancellationToken ct)
    {
        var (ids, users, now) = (authors.Select(a => a.AuthorId).ToList(), authors.Select(a => a.UserId).ToList(), Now);
        var away = await db.StaffMembers.Where(s => ids.Contains(s.Id) && s.LeftAt != null).Select(s => s.Id)
            .Union(db.Absences.Where(a => ids.Contains(a.ClinicianId) && a.StartsAt <= now && a.EndsAt > now).Select(a => a.ClinicianId)).ToListAsync(ct);
        var roles = (await db.OrganizationMemberships.Where(m => m.OrganizationId == db.OrganizationId && users.Contains(m.UserId) && m.EndedAt == null).Select(m => new { m.UserId, m.Role }).ToListAsync(ct)).ToLookup(m => m.UserId, m => m.Role);
        return authors.Where(a => away.Contains(a.AuthorId) || !roles[a.UserId].Granting(Permission.WriteNote).Any()).Select(a => a.AuthorId).ToHashSet();
    }

    private static Result<string?> HoldOf(IHoldsBack form) => !form.Hold ? Result.Of<string?>(null) : Text.Clean(form.HoldReason) is { } reason ? Result.Of<string?>(reason) : ClinicalNoteErrors.HoldReasonNeeded;

    /// <summary>When the patient reads what is signed now, by the organisation's rule.</summary>
    private static async Task<DateTime> ReleaseAtAsync(MediSecureDbContext db, DateTime now, CancellationToken ct) =>
        now.AddDays(await db.NoteReleaseRules.AsNoTracking().Select(r => (int?)r.Days).SingleOrDefaultAsync(ct) ?? 0);

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
