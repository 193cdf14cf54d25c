using System.Globalization;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
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
        var rows = await (
            from n in Readable(db, window)
            where n.SignedAt < window.Before && (window.From == null || n.SignedAt >= window.From)
            from author in db.StaffMembers.Where(s => s.Id == n.AuthorId).DefaultIfEmpty()
            orderby n.SignedAt descending
            select new { n.Id, SignedAt = n.SignedAt!.Value, n.Kind, n.Status, By = author.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.SignedAt, TimelineKind.Note, $"{Words(r.Kind)} signed", null, r.By, "notes", r.Status == NoteStatus.EnteredInError, About: r.Id))];
    }

    /// <summary>What was added to a note later, for whoever may read that note and the addition.</summary>
    private static async Task<IReadOnlyList<TimelineEntry>> AddendaAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var addenda = db.NoteAddenda.AsNoTracking();
        if (IsPatient(db))
        {
            addenda = addenda.Where(a => a.ReleaseAt <= window.Now);
        }

        var rows = await (
            from a in addenda
            join n in Readable(db, window) on a.NoteId equals n.Id
            where a.WrittenAt < window.Before && (window.From == null || a.WrittenAt >= window.From)
            from author in db.StaffMembers.Where(s => s.Id == a.AuthorId).DefaultIfEmpty()
            orderby a.WrittenAt descending
            select new { a.Id, a.WrittenAt, NoteId = n.Id, n.Kind, n.Status, n.SignedAt, By = author.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.WrittenAt, TimelineKind.Note, $"Addendum to {Words(r.Kind)}", $"of {Day(LocalDay.Of(window.Zone, r.SignedAt!.Value))}", r.By, "notes", r.Status == NoteStatus.EnteredInError, About: r.NoteId))];
    }

    private static IQueryable<ClinicalNote> Readable(MediSecureDbContext db, TimelineWindow window)
    {
        var notes = db.ClinicalNotes.AsNoTracking().Where(n => n.SignedAt != null && (n.Status == NoteStatus.Signed || n.Status == NoteStatus.EnteredInError));
        return IsPatient(db) ? notes.Where(n => n.ReleaseAt <= window.Now) : notes;
    }

    private static bool IsPatient(MediSecureDbContext db) => db.ActorRoles.Granting(Permission.ViewNotes).All(role => role == Role.Patient);

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

    private static async Task<IReadOnlyList<TimelineEntry>> EscalationsAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from e in db.Escalations.AsNoTracking()
            where e.RequestedAt < window.Before && (window.From == null || e.RequestedAt >= window.From)
            from who in db.StaffMembers.Where(s => s.UserId == e.RequestedBy).DefaultIfEmpty()
            orderby e.RequestedAt descending
            select new { e.Id, e.RequestedAt, e.Response, e.Score, e.Reason, e.Status, e.AttendedAt, e.Outcome, By = who.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.RequestedAt, TimelineKind.Escalation, $"Escalation: {r.Response.Ask()}", Sentence(
            r.Score is { } score ? $"NEWS2 {score.ToString(CultureInfo.InvariantCulture)}" : null, r.Reason,
            r.AttendedAt is { } came ? $"at the bed after {Math.Max(0, (int)(came - r.RequestedAt).TotalMinutes).ToString(CultureInfo.InvariantCulture)} min" : r.Outcome is null ? "nobody at the bed yet" : null,
            r.Outcome), r.By, "vitals", r.Status == EscalationStatus.EnteredInError))];
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
