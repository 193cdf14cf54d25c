using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Vitals;

public sealed partial class VitalsService
{
    /// <summary>Inpatients whose chart opens to the caller, with their last score and what is due; no words, so that a restricted chart stands here like any other. Sort: <c>risk</c> (default: the highest response and score first, also while the newest set is incomplete), <c>due</c> (overdue longest first), <c>bed</c>.</summary>
    public async Task<Paged<WardRiskRow>> WardAsync(PageRequest request, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewWardRisk, ct);
        var query = Ward(db, Now);
        var total = await query.Select(r => r.EncounterId).OrderBy(id => id).Take(Paged<WardRiskRow>.CountLimit + 1).CountAsync(ct);
        var ordered = request.Sort switch
        {
            // No set yet is due since the admission; without a due time last.
            "due" => query.OrderBy(r => r.Status != null && r.TakenAt >= r.AdmittedAt && r.OverdueAt == null).ThenBy(r => r.Status == null || r.TakenAt < r.AdmittedAt ? r.AdmittedAt : r.OverdueAt).ThenBy(r => r.Bed),
            "bed" => request.Descending ? query.OrderByDescending(r => r.Bed) : query.OrderBy(r => r.Bed),
            // A single 3 comes before a 4, after a 5.
            _ => query.OrderByDescending(r => (r.Score >= 5 ? 100 : r.Response == News2Response.WardReview ? 50 : 0) + (r.Score ?? -1)).ThenBy(r => r.Bed),
        };
        var rows = await ordered.Skip(request.Skip).Take(request.Size).ToListAsync(ct);
        await doors.RecordShownAsync(db.Scope, "ward by risk", rows.Select(r => r.PatientId), ct);
        return new([.. rows.Select(r => new WardRiskRow(r.EncounterId, r.PatientId, r.Patient, r.RecordNumber, r.Sex, r.BirthDate, r.Bed, r.Ward, r.AdmittedAt, r.Status, r.Score, r.PreviousScore, r.Response,
            r.TakenAt, r.DueAt, r.OverdueAt, r.Escalation, r.EscalationDueAt) { ScoredAt = r.ScoredAt })], total, request);
    }

    /// <summary>How many are at risk, overdue or waiting for somebody.</summary>
    public async Task<WardRiskFigures> FiguresAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewWardRisk, ct);
        var now = Now;
        var rows = await Ward(db, now).Select(r => new { r.Status, r.Score, r.Response, r.AdmittedAt, r.TakenAt, r.OverdueAt }).ToListAsync(ct);
        var open = await db.Escalations.AsNoTracking().Where(e => e.ClosedAt == null).Openable(db, now).Select(e => new { e.AttendedAt, e.DueAt }).ToListAsync(ct);
        return new(rows.Count, rows.Count(r => r.Response >= News2Response.WardReview), rows.Count(r => (r.Status is null || r.TakenAt < r.AdmittedAt ? r.AdmittedAt : r.OverdueAt) < now), open.Count,
            open.Count(e => e.AttendedAt is null && e.DueAt < now));
    }

    private static IQueryable<WardRow> Ward(MediSecureDbContext db, DateTime now) => Rows(db, db.BedStays.AsNoTracking().Where(s => s.Status == BedStayStatus.Active).Openable(db, now), now);

    private static IQueryable<WardRow> Rows(MediSecureDbContext db, IQueryable<BedStay> stays, DateTime now)
    {
        var standings = db.VitalStandings.OfStay(db, now);
        return
            from stay in stays
            join encounter in db.Encounters on stay.EncounterId equals (Guid?)encounter.Id
            join patient in db.Patients on stay.PatientId equals patient.Id
            join bed in db.Beds on stay.BedId equals bed.Id
            join room in db.Rooms on bed.RoomId equals room.Id
            join ward in db.Wards on room.WardId equals (Guid?)ward.Id
            from standing in standings.Where(s => s.PatientId == stay.PatientId).DefaultIfEmpty()
            from escalation in db.Escalations.Where(e => e.PatientId == stay.PatientId && e.ClosedAt == null).DefaultIfEmpty()
            select new WardRow
            {
                EncounterId = encounter.Id,
                PatientId = patient.Id,
                Patient = patient.DisplayName,
                RecordNumber = patient.RecordNumber,
                Sex = patient.Sex,
                BirthDate = patient.BirthDate,
                Bed = bed.Label,
                Ward = ward.Name,
                AdmittedAt = encounter.StartedAt,
                Status = (News2Status?)standing.Status,
                Score = standing.Score,
                ScoredAt = standing.ScoredAt,
                PreviousScore = standing.PreviousScore,
                Response = standing.Response,
                TakenAt = (DateTime?)standing.TakenAt,
                DueAt = standing.DueAt,
                OverdueAt = standing.OverdueAt,
                Escalation = (EscalationStatus?)escalation.Status,
                EscalationDueAt = (DateTime?)escalation.DueAt,
            };
    }

    private sealed class WardRow
    {
        public Guid EncounterId { get; init; }

        public Guid PatientId { get; init; }

        public string Patient { get; init; } = "";

        public string RecordNumber { get; init; } = "";

        public Patients.Sex Sex { get; init; }

        public DateOnly BirthDate { get; init; }

        public string Bed { get; init; } = "";

        public string Ward { get; init; } = "";

        public DateTime AdmittedAt { get; init; }

        public News2Status? Status { get; init; }

        public int? Score { get; init; }

        public DateTime? ScoredAt { get; init; }

        public int? PreviousScore { get; init; }

        public News2Response? Response { get; init; }

        public DateTime? TakenAt { get; init; }

        public DateTime? DueAt { get; init; }

        public DateTime? OverdueAt { get; init; }

        public EscalationStatus? Escalation { get; init; }

        public DateTime? EscalationDueAt { get; init; }
    }
}
