using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.ClinicalNotes;

/// <summary>Notes about patients: reading here, drafts and signing in <c>ClinicalNoteService.Writing.cs</c>. Lists never hold text; a note that is read is recorded by its id.</summary>
public sealed partial class ClinicalNoteService(MediSecureDb doors, IFieldCipher cipher, TimeProvider clock)
{
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

    /// <summary>One note with its text and addenda; recorded by its id before the text leaves. "Not found" for somebody else's draft and, for a patient, what is not released.</summary>
    public async Task<Result<NoteDetail>> ReadAsync(Guid patientId, Guid noteId, CancellationToken ct)
    {
        var opened = await doors.OpenChartAsync(Permission.ViewNotes, patientId, ct);
        if (opened.Failed)
        {
            return opened.Error;
        }

        await using var db = opened.Value;
        if (await DetailAsync(db, Readable(db, Now).Where(n => n.Id == noteId), ct) is not { } detail)
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

    /// <summary>What was released to the patient who asks, newest first, at most five.</summary>
    public async Task<Result<IReadOnlyList<NewNoteRow>>> NewestForMeAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewNotes, ct);
        var (now, own) = (Now, db.CompartmentPatientId);
        var rows = await (
            from note in db.ClinicalNotes.AsNoTracking()
            where note.PatientId == own && note.Status == NoteStatus.Signed && note.ReleaseAt <= now
            join author in db.StaffMembers on note.AuthorId equals author.Id
            orderby note.ReleaseAt descending, note.Id
            select new NewNoteRow(note.Id, note.PatientId, note.Kind, author.Name, note.SignedAt!.Value)).Take(5).ToListAsync(ct);
        await doors.RecordShownAsync(db.Scope, "newest notes", rows.Select(r => r.PatientId), ct);
        return rows;
    }

    private async Task<NoteDetail?> DetailAsync(MediSecureDbContext db, IQueryable<ClinicalNote> one, CancellationToken ct)
    {
        if (await Rows(db, one).SingleOrDefaultAsync(ct) is not { } row)
        {
            return null;
        }

        var note = await db.ClinicalNotes.AsNoTracking().SingleAsync(n => n.Id == row.Id, ct);
        var parts = await PartsAsync(db, note, ct);
        var addenda = await (
            from addendum in db.NoteAddenda.AsNoTracking()
            where addendum.NoteId == row.Id
            join author in db.StaffMembers on addendum.AuthorId equals author.Id
            orderby addendum.WrittenAt, addendum.Id
            select new { addendum.Id, author.Name, addendum.WrittenAt, addendum.Text }).ToListAsync(ct);
        return new NoteDetail(ForReader(db, row), note.EncounterId, [.. parts.Where(p => p.Text.Length > 0)],
            addenda.ConvertAll(a => new AddendumText(a.Id, a.Name, a.WrittenAt, cipher.Row<NoteAddendum>(db, a.Id).Open(nameof(NoteAddendum.Text), a.Text))), note.ErrorReason, note.Version);
    }

    private static bool IsPatient(MediSecureDbContext db) => db.ActorRoles.Granting(Permission.ViewNotes).All(role => role == Role.Patient);

    private static IQueryable<ClinicalNote> Readable(MediSecureDbContext db, DateTime now)
    {
        var notes = db.ClinicalNotes.AsNoTracking().Where(n => n.Status != NoteStatus.Discarded);
        if (IsPatient(db))
        {
            return notes.Where(n => n.Status != NoteStatus.Draft && n.ReleaseAt <= now);
        }

        var me = db.ActorId;
        return notes.Where(n => n.Status != NoteStatus.Draft || n.AuthorUserId == me);
    }

    private static IQueryable<NoteRow> Rows(MediSecureDbContext db, IQueryable<ClinicalNote> notes)
    {
        var me = db.ActorId;
        return from note in notes
               join author in db.StaffMembers on note.AuthorId equals author.Id
               select new NoteRow(note.Id, note.Kind, note.Status, author.Name, note.AuthorUserId == me, note.SignedAt ?? note.EditedAt, note.ReleaseAt, note.HeldReason, db.NoteAddenda.Count(a => a.NoteId == note.Id));
    }

    // Why a note is held back is between colleagues.
    private static NoteRow ForReader(MediSecureDbContext db, NoteRow row) => IsPatient(db) ? row with { HeldReason = null } : row;

    private async Task<IReadOnlyList<NoteText>> PartsAsync(MediSecureDbContext db, ClinicalNote note, CancellationToken ct)
    {
        var parts = await db.NoteParts.AsNoTracking().Where(p => p.NoteId == note.Id).ToListAsync(ct);
        return [.. NoteKinds.Headings(note.Kind).Select(heading => new NoteText(heading, parts.Find(p => p.Heading == heading) is { Text: { } text } part ? cipher.Row<NotePart>(db, part.Id).Open(nameof(NotePart.Text), text) : ""))];
    }
}
