using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.ClinicalNotes;

/// <summary>Notes about patients: reading here, drafts and signing in <c>ClinicalNoteService.Writing.cs</c>. Lists never hold text; a note that is read is recorded by its id.</summary>
public sealed partial class ClinicalNoteService(MediSecureDb doors, IFieldCipher cipher, TimeProvider clock)
{
    private const int MostOfVisit = 50;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Notes of one chart, newest first. Staff see what is signed and their own drafts; a patient what is released.</summary>
    public async Task<Result<Paged<NoteRow>>> ListAsync(Guid patientId, PageRequest request, CancellationToken ct)
    {
        var opened = await doors.OpenChartAsync(Permission.ViewNotes, patientId, ct);
        if (opened.Failed)
        {
            return opened.Error;
        }

        await using var db = opened.Value;
        var notes = Readable(db, Now);
        var total = await notes.OrderBy(n => n.Id).Take(Paged<NoteRow>.CountLimit + 1).CountAsync(ct);
        var page = notes.OrderByDescending(n => n.SignedAt ?? n.EditedAt).ThenByDescending(n => n.Id).Skip(request.Skip).Take(request.Size);
        var rows = (await Rows(db, page).ToListAsync(ct)).OrderByDescending(n => n.At).ThenByDescending(n => n.Id).ToList();
        return new Paged<NoteRow>(rows.ConvertAll(row => ForReader(db, row)), total, request);
    }

    /// <summary>One line of the list, wherever in it: a screen asks what a note is before it opens it. Nothing is read, so nothing is recorded of the note.</summary>
    public async Task<Result<NoteRow>> FindAsync(Guid patientId, Guid noteId, CancellationToken ct)
    {
        var opened = await doors.OpenChartAsync(Permission.ViewNotes, patientId, ct);
        if (opened.Failed)
        {
            return opened.Error;
        }

        await using var db = opened.Value;
        return await Rows(db, Readable(db, Now).Where(n => n.Id == noteId)).SingleOrDefaultAsync(ct) is { } row ? ForReader(db, row) : Error.NotFound;
    }

    /// <summary>One note with its text and addenda; recorded by its id before the text leaves. "Not found" for somebody else's draft and, for a patient, what is not released; of what was withdrawn a patient reads that it was, and no text.</summary>
    public async Task<Result<NoteDetail>> ReadAsync(Guid patientId, Guid noteId, CancellationToken ct)
    {
        var opened = await doors.OpenChartAsync(Permission.ViewNotes, patientId, ct);
        if (opened.Failed)
        {
            return opened.Error;
        }

        await using var db = opened.Value;
        if (await DetailAsync(db, Readable(db, Now).Where(n => n.Id == noteId), ct, toActOn: true) is not { } detail)
        {
            return Error.NotFound;
        }

        await doors.RecordReadAsync(Permission.ViewNotes, nameof(ClinicalNote), "note opened", [noteId], ct, patientId);
        return detail;
    }

    /// <summary>Unsigned notes of the caller over all patients, oldest first, at most 50.</summary>
    public async Task<Result<IReadOnlyList<DraftRow>>> MyDraftsAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.WriteNote, ct);
        var me = db.ActorId;
        var rows = await (
            from note in db.ClinicalNotes.AsNoTracking()
            where note.AuthorUserId == me && note.Status == NoteStatus.Draft
            join patient in db.Patients on note.PatientId equals patient.Id
            orderby note.StartedAt, note.Id
            select new DraftRow(note.Id, patient.Id, patient.DisplayName, patient.RecordNumber, patient.BirthDate, note.Kind, note.StartedAt, note.EditedAt)).Take(50).ToListAsync(ct);
        await doors.RecordShownAsync(db.Scope, "own drafts", rows.Select(r => r.PatientId), ct);
        return rows;
    }

    /// <summary>What was released to the patient who asks, a note or an addendum to it, newest first, at most five.</summary>
    public async Task<Result<IReadOnlyList<NewNoteRow>>> NewestForMeAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewNotes, ct);
        var (now, own) = (Now, db.CompartmentPatientId);
        var rows = await (
            from note in db.ClinicalNotes.AsNoTracking()
            where note.PatientId == own && note.Status == NoteStatus.Signed && note.ReleaseAt <= now
            join author in db.StaffMembers on note.AuthorId equals author.Id
            let added = db.NoteAddenda.Where(a => a.NoteId == note.Id && a.ReleaseAt <= now).OrderByDescending(a => a.ReleaseAt).Select(a => a.ReleaseAt).FirstOrDefault()
            orderby (added > note.ReleaseAt ? added : note.ReleaseAt) descending, note.Id
            select new { note.Id, note.PatientId, note.Kind, author.Name, note.SignedAt }).Take(5).ToListAsync(ct);
        var ids = rows.ConvertAll(r => r.Id);
        var addenda = (await db.NoteAddenda.AsNoTracking().Where(a => ids.Contains(a.NoteId) && a.ReleaseAt <= now).Select(a => new { a.NoteId, a.WrittenAt }).ToListAsync(ct)).ToLookup(a => a.NoteId, a => (DateTime?)a.WrittenAt);
        await doors.RecordShownAsync(db.Scope, "newest notes", rows.Select(r => r.PatientId), ct);
        return Result.Of<IReadOnlyList<NewNoteRow>>([.. rows.Select(r => new NewNoteRow(r.Id, r.PatientId, r.Kind, r.Name, r.SignedAt!.Value, addenda[r.Id].Max()))]);
    }

    /// <summary>What of the notes of a visit its summary tells, which the patient takes along: the letter and what is planned, as far as the patient may read it, whoever asks. Each is recorded by its id.</summary>
    public async Task<Result<IReadOnlyList<NoteDetail>>> OfVisitAsync(Guid patientId, Guid encounterId, CancellationToken ct)
    {
        var opened = await doors.OpenChartAsync(Permission.ViewNotes, patientId, ct);
        if (opened.Failed)
        {
            return opened.Error;
        }

        await using var db = opened.Value;
        var now = Now;
        var notes = (await db.ClinicalNotes.AsNoTracking().Where(n => n.EncounterId == encounterId && n.Status == NoteStatus.Signed && n.ReleaseAt <= now).OrderBy(n => n.SignedAt).ThenBy(n => n.Id)
            .Take(MostOfVisit).Select(n => new { n.Id, n.Kind }).ToListAsync(ct)).Where(n => NoteKinds.TakenAlong(n.Kind).Count > 0).OrderBy(n => n.Kind != NoteKind.DischargeLetter);
        var shown = new List<NoteDetail>();
        foreach (var note in notes)
        {
            if (await DetailAsync(db, db.ClinicalNotes.AsNoTracking().Where(n => n.Id == note.Id), ct, asPatient: true) is { } detail
                && detail with { Parts = [.. detail.Parts.Where(part => NoteKinds.TakenAlong(note.Kind).Contains(part.Heading))] } is { Parts.Count: > 0 } told)
            {
                shown.Add(told);
            }
        }

        if (shown.Count > 0)
        {
            await doors.RecordReadAsync(Permission.ViewNotes, nameof(ClinicalNote), "notes read with their visit", [.. shown.Select(n => n.Note.Id)], ct, patientId);
        }

        return Result.Of<IReadOnlyList<NoteDetail>>(shown);
    }

    /// <summary>A note with its words, as far as the caller reads them.</summary>
    /// <param name="db">Open on the patient's chart.</param>
    /// <param name="one">The note.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="asPatient">Only what the patient reads, whoever asks.</param>
    /// <param name="toActOn">Says as whom the caller acts on it.</param>
    private async Task<NoteDetail?> DetailAsync(MediSecureDbContext db, IQueryable<ClinicalNote> one, CancellationToken ct, bool asPatient = false, bool toActOn = false)
    {
        if (await Rows(db, one).SingleOrDefaultAsync(ct) is not { } row)
        {
            return null;
        }

        var (patient, now) = (asPatient || IsPatient(db), Now);
        var note = await db.ClinicalNotes.AsNoTracking().SingleAsync(n => n.Id == row.Id, ct);
        if (patient && note.Mistake == NoteMistake.WrongPatient)
        {
            return new NoteDetail(ForReader(db, row), [], [], null, null, note.EnteredInErrorAt, NoteStanding.Reader, note.Version);
        }

        var parts = await PartsAsync(db, note, ct);
        var addenda = await (
            from addendum in db.NoteAddenda.AsNoTracking()
            where addendum.NoteId == row.Id && (!patient || addendum.ReleaseAt <= now)
            join author in db.StaffMembers on addendum.AuthorId equals author.Id
            orderby addendum.WrittenAt, addendum.Id
            select new { Addendum = addendum, author.Name }).ToListAsync(ct);
        var corrects = toActOn && !patient && db.ActorRoles.Granting(Permission.CorrectColleagueNote).Any();
        var texts = addenda.Select(a => (AuthoredText)a.Addendum).Prepend(note).ToList();
        var away = corrects ? await AwayAsync(db, [.. texts.Select(t => (t.AuthorId, t.AuthorUserId)).Distinct()], ct) : new HashSet<Guid>();
        NoteStanding Standing(AuthoredText text) => text.StandingOf(new NoteActor(db.ActorId, corrects, away.Contains(text.AuthorId)));
        var by = patient || note.EnteredInErrorBy is not { } who ? null : await db.StaffMembers.AsNoTracking().Where(s => s.UserId == who).Select(s => s.Name).SingleOrDefaultAsync(ct);
        return new NoteDetail(ForReader(db, row), [.. parts.Where(p => p.Text.Length > 0)],
            addenda.ConvertAll(a => new AddendumText(a.Addendum.Id, a.Name, a.Addendum.WrittenAt, cipher.Row<NoteAddendum>(db, a.Addendum.Id).Open(nameof(NoteAddendum.Text), a.Addendum.Text), a.Addendum.ReleaseAt,
                patient ? null : a.Addendum.HeldReason, Standing(a.Addendum))),
            note.ErrorReason, by, note.EnteredInErrorAt, Standing(note), note.Version);
    }

    private static bool IsPatient(MediSecureDbContext db) => db.ActorRoles.Granting(Permission.ViewNotes).All(role => role == Role.Patient);

    private static IQueryable<ClinicalNote> Readable(MediSecureDbContext db, DateTime now)
    {
        var notes = db.ClinicalNotes.AsNoTracking().Where(n => n.Status != NoteStatus.Discarded);
        if (IsPatient(db))
        {
            // What a patient has read does not vanish without a word: that it was withdrawn stays.
            return notes.Where(n => n.Status != NoteStatus.Draft && (n.ReleaseAt <= now || n.WithdrawnAt != null));
        }

        var me = db.ActorId;
        return notes.Where(n => n.Status != NoteStatus.Draft || n.AuthorUserId == me);
    }

    private IQueryable<NoteRow> Rows(MediSecureDbContext db, IQueryable<ClinicalNote> notes)
    {
        var (me, patient, now) = (db.ActorId, IsPatient(db), Now);
        return from note in notes
               join author in db.StaffMembers on note.AuthorId equals author.Id
               from visit in db.Encounters.Where(e => e.Id == note.EncounterId && e.Status != EncounterStatus.EnteredInError).DefaultIfEmpty()
               select new NoteRow(note.Id, note.Kind, note.Status, author.Name, note.AuthorUserId == me, note.SignedAt ?? note.EditedAt, note.ReleaseAt, note.HeldReason,
                   db.NoteAddenda.Count(a => a.NoteId == note.Id && (!patient || a.ReleaseAt <= now)), visit == null ? null : new NoteVisit(visit.Id, visit.Class, visit.StartedAt, visit.EndedAt), note.Mistake, note.WithdrawnAt);
    }

    // Why a note is held back is between colleagues.
    private static NoteRow ForReader(MediSecureDbContext db, NoteRow row) => IsPatient(db) ? row with { HeldReason = null, Addenda = row.Mistake == NoteMistake.WrongPatient ? 0 : row.Addenda } : row;

    private async Task<IReadOnlyList<NoteText>> PartsAsync(MediSecureDbContext db, ClinicalNote note, CancellationToken ct)
    {
        var parts = await db.NoteParts.AsNoTracking().Where(p => p.NoteId == note.Id).ToListAsync(ct);
        return [.. NoteKinds.Headings(note.Kind).Select(heading => new NoteText(heading, parts.Find(p => p.Heading == heading) is { Text: { } text } part ? cipher.Row<NotePart>(db, part.Id).Open(nameof(NotePart.Text), text) : ""))];
    }
}
