using MediSecure.Data.Access;
using MediSecure.Data.Features.ClinicalNotes;
using MediSecure.Data.Features.Vitals;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Timeline;

public sealed partial class TimelineService
{
    /// <summary>Signed notes; a patient's line has those that are released.</summary>
    private static async Task<IReadOnlyList<TimelineEntry>> NotesAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var notes = db.ClinicalNotes.AsNoTracking().Where(n => n.SignedAt != null && (n.Status == NoteStatus.Signed || n.Status == NoteStatus.EnteredInError));
        if (db.ActorRoles.Granting(Permission.ViewNotes).All(role => role == Role.Patient))
        {
            notes = notes.Where(n => n.ReleaseAt <= window.Now);
        }

        var rows = await (
            from n in notes
            where n.SignedAt < window.Before && (window.From == null || n.SignedAt >= window.From)
            from author in db.StaffMembers.Where(s => s.Id == n.AuthorId).DefaultIfEmpty()
            orderby n.SignedAt descending
            select new { n.Id, SignedAt = n.SignedAt!.Value, n.Kind, n.Status, By = author.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.SignedAt, TimelineKind.Note, $"{Words(r.Kind)} signed", null, r.By, "notes", r.Status == NoteStatus.EnteredInError))];
    }

    private static async Task<IReadOnlyList<TimelineEntry>> VitalsAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from v in db.VitalSigns.AsNoTracking()
            where v.TakenAt < window.Before && (window.From == null || v.TakenAt >= window.From)
            from who in db.StaffMembers.Where(s => s.UserId == v.RecordedBy).DefaultIfEmpty()
            orderby v.TakenAt descending
            select new { v.Id, v.TakenAt, v.Status, v.Score, v.EnteredInErrorAt, By = who.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.TakenAt, TimelineKind.Vitals, r.Status switch
        {
            News2Status.Scored => $"NEWS2 {r.Score}",
            News2Status.Incomplete => "Vitals, NEWS2 incomplete",
            _ => "Vitals",
        }, null, r.By, "vitals", r.EnteredInErrorAt is not null))];
    }

    private static string Words(NoteKind kind) => kind switch
    {
        NoteKind.Soap => "SOAP note",
        NoteKind.Progress => "Progress note",
        NoteKind.Nursing => "Nursing note",
        NoteKind.Handover => "Handover",
        NoteKind.DischargeLetter => "Discharge letter",
        NoteKind.Nutrition => "Nutrition note",
        _ => "Note",
    };
}
