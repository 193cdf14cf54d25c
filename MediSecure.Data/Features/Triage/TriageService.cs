using MediSecure.Data.Access;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Vitals;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Triage;

/// <summary>The triage queue: its lists here, what people do in <c>TriageService.Steps.cs</c>. Every step locks the patient, so that of two who press at once one is told.</summary>
public sealed partial class TriageService(MediSecureDb doors, TimeProvider clock)
{
    private const int Most = 500;
    private static readonly TimeSpan ClosedShown = TimeSpan.FromHours(12);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Who is in the queue and since when, oldest first; nothing clinical.</summary>
    public async Task<IReadOnlyList<TriageQueueRow>> QueueAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewTriageQueue, ct);
        var rows = await (
            from entry in db.TriageEntries.AsNoTracking()
            where entry.ClosedAt == null
            join patient in db.Patients on entry.PatientId equals patient.Id
            orderby entry.ArrivedAt, entry.Id
            select new TriageQueueRow(entry.Id, patient.Id, patient.DisplayName, patient.RecordNumber, patient.Sex, patient.BirthDate, entry.ArrivedAt, entry.Status == TriageStatus.WithDoctor,
                entry.Level == null && entry.EncounterId == null)).Take(Most).ToListAsync(ct);
        await doors.RecordShownAsync(db.Scope, "who is in the triage queue", rows.Select(r => r.PatientId), ct);
        return rows;
    }

    /// <summary>The queue with levels, complaints and scores, and what was finished in the last twelve hours; without clinical words when the chart is restricted or shut to the caller.</summary>
    public async Task<TriageBoard> BoardAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewTriage, ct);
        var since = Now - ClosedShown;
        // Closed words: of a restricted chart, of who keeps the caller out, and of who was here and is not treated by the caller any more.
        var (asked, staff) = (db.Scope.Care is not null, db.Scope.StaffMemberId ?? Guid.Empty);
        var (treated, keptOut) = (CareRelationship.Patients(db, staff, db.Scope.Care ?? CareTerms.Usual, Now), KeptOut.Patients(db, staff, Now));
        // An admission keeps its visit open until the patient lies in a bed, however long that takes.
        var shown = from entry in db.TriageEntries.AsNoTracking()
                    where entry.ClosedAt == null || (entry.ClosedAt >= since && entry.Status != TriageStatus.EnteredInError)
                        || (entry.Disposition == TriageDisposition.Admitted && db.Encounters.Any(e => e.Id == entry.EncounterId && e.EndedAt == null))
                    orderby entry.ClosedAt != null, entry.ArrivedAt descending
                    select entry;
        var read = await (
            from entry in shown.Take(Most)
            join patient in db.Patients on entry.PatientId equals patient.Id
            from encounter in db.Encounters.Where(e => e.Id == entry.EncounterId).DefaultIfEmpty()
            from standing in db.VitalStandings.Where(v => v.PatientId == entry.PatientId && v.TakenAt >= entry.ArrivedAt).DefaultIfEmpty()
            select new { entry, patient.DisplayName, patient.RecordNumber, patient.Sex, patient.BirthDate, IsRestricted = patient.Restriction != null,
                IsShut = asked && (keptOut.Contains(patient.Id) || (entry.ClosedAt != null && !treated.Contains(patient.Id))), EndedAt = encounter.EndedAt, News2 = (News2Status?)standing.Status, standing.Score, standing.ScoredAt, standing.Response }).ToListAsync(ct);
        var people = read.SelectMany(r => new[] { r.entry.TriagedBy, r.entry.TakenBy, r.entry.ClosedBy }).OfType<Guid>().Distinct().ToList();
        var names = await db.StaffMembers.AsNoTracking().Where(s => people.Contains(s.UserId)).ToDictionaryAsync(s => s.UserId, s => s.Name, ct);
        string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
        await doors.RecordShownAsync(db.Scope, "triage queue", read.Select(r => r.entry.PatientId), ct);
        static string? Told(string? words, bool isClosed) => isClosed ? null : words;
        return TriageBoard.Of([.. read.Select(r => new TriageRow
        {
            Id = r.entry.Id,
            PatientId = r.entry.PatientId,
            Patient = r.DisplayName,
            RecordNumber = r.RecordNumber,
            Sex = r.Sex,
            BirthDate = r.BirthDate,
            Status = r.entry.Status,
            ArrivedAt = r.entry.ArrivedAt,
            Mode = r.entry.Mode,
            IsRestricted = r.IsRestricted,
            IsShut = r.IsShut,
            Presenting = Told(r.entry.Presenting, r.IsRestricted || r.IsShut),
            Level = r.entry.Level,
            Complaint = Told(r.entry.Complaint, r.IsRestricted || r.IsShut),
            TriagedAt = r.entry.TriagedAt,
            TriagedBy = Name(r.entry.TriagedBy),
            HandBackReason = Told(r.entry.HandBackReason, r.IsRestricted || r.IsShut),
            // A set taken after the visit is of another one.
            News2 = !r.IsRestricted && !r.IsShut && (r.entry.ClosedAt is null || r.EndedAt is null) ? r.News2 : null,
            News2Score = !r.IsRestricted && !r.IsShut && (r.entry.ClosedAt is null || r.EndedAt is null) ? r.Score : null,
            News2ScoredAt = !r.IsRestricted && !r.IsShut && (r.entry.ClosedAt is null || r.EndedAt is null) ? r.ScoredAt : null,
            News2Response = !r.IsRestricted && !r.IsShut && (r.entry.ClosedAt is null || r.EndedAt is null) ? r.Response : null,
            EncounterId = r.entry.EncounterId,
            TakenAt = r.entry.TakenAt,
            TakenBy = Name(r.entry.TakenBy),
            Disposition = r.entry.Disposition,
            ClosedAt = r.entry.ClosedAt,
            ClosedBy = Name(r.entry.ClosedBy),
            CloseNote = Told(r.entry.CloseNote, r.IsRestricted || r.IsShut),
            WaitsForBed = r.entry.Disposition == TriageDisposition.Admitted && r.entry.EncounterId is not null && r.EndedAt is null,
            Version = r.entry.Version,
        })]);
    }

    /// <summary>Where a patient is in the queue; null for who is not in it. Opens the chart.</summary>
    public async Task<Result<TriagePlaceRow?>> PlaceAsync(Guid patientId, CancellationToken ct)
    {
        var chart = await doors.OpenChartAsync(Permission.ViewPatient, patientId, ct);
        if (chart.Failed)
        {
            return chart.Error;
        }

        await using var db = chart.Value;
        return Result.Of(await db.TriageEntries.AsNoTracking().Where(t => t.ClosedAt == null)
            .Select(t => new TriagePlaceRow(t.Id, t.ArrivedAt, t.Status == TriageStatus.WithDoctor)).FirstOrDefaultAsync(ct));
    }

    /// <summary>Every triage of an entry, newest first. Opens the chart.</summary>
    public async Task<Result<IReadOnlyList<TriageAssessmentRow>>> HistoryAsync(Guid patientId, Guid entryId, CancellationToken ct)
    {
        var chart = await doors.OpenChartAsync(Permission.ViewTriage, patientId, ct);
        if (chart.Failed)
        {
            return chart.Error;
        }

        await using var db = chart.Value;
        return Result.Of<IReadOnlyList<TriageAssessmentRow>>(await (
            from step in db.TriageAssessments.AsNoTracking()
            where step.EntryId == entryId
            from who in db.StaffMembers.Where(s => s.UserId == step.AssessedBy).DefaultIfEmpty()
            orderby step.AssessedAt descending, step.Id descending
            select new TriageAssessmentRow(step.Id, step.AssessedAt, who.Name, step.OldLevel, step.NewLevel, step.Complaint)).ToListAsync(ct));
    }
}
