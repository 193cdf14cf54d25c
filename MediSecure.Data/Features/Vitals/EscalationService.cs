using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Vitals;

/// <summary>Escalations: who is asked to come, who said that they come, who was there. Every step locks the patient, so that of two who press at once one is told. What leaving and death end is in
/// <c>EscalationService.EndOfStay.cs</c>.</summary>
public sealed partial class EscalationService(MediSecureDb doors, TimeProvider clock)
{
    private static readonly TimeSpan ClosedShown = TimeSpan.FromHours(24);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Open escalations of patients whose chart opens to the caller, the next due first; with <paramref name="closedToo"/> also those closed in the last 24 hours, after them. Without the words of a restricted chart.</summary>
    public async Task<IReadOnlyList<EscalationRow>> ListAsync(bool closedToo, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewWardRisk, ct);
        var since = Now - ClosedShown;
        var rows = await RowsAsync(db, db.Escalations.Where(e => e.ClosedAt == null || (closedToo && e.ClosedAt >= since)).Openable(db, Now), inChart: false, ct);
        await doors.RecordShownAsync(db.Scope, "escalations", rows.Select(r => r.PatientId), ct);
        return rows;
    }

    /// <summary>The patient's open escalation; null when there is none. Opens the chart.</summary>
    public async Task<Result<EscalationRow?>> OfPatientAsync(Guid patientId, CancellationToken ct)
    {
        var chart = await doors.OpenChartAsync(Permission.ViewVitals, patientId, ct);
        if (chart.Failed)
        {
            return chart.Error;
        }

        await using var db = chart.Value;
        return Result.Of(await RowsAsync(db, db.Escalations.Where(e => e.ClosedAt == null), inChart: true, ct) is [var first, ..] ? first : null);
    }

    /// <summary>"I am on it": exactly one person says so.</summary>
    public Task<Result> AcknowledgeAsync(Guid patientId, Guid escalationId, CancellationToken ct) =>
        doors.ChangeChartAsync(Permission.ActOnEscalation, patientId, (db, inner) => StepAsync(db, patientId, escalationId, e => e.Acknowledge(Now, db.ActorId), inner), ct);

    /// <summary>"I am at the bed."</summary>
    public Task<Result> AttendAsync(Guid patientId, Guid escalationId, CancellationToken ct) =>
        doors.ChangeChartAsync(Permission.ActOnEscalation, patientId, (db, inner) => StepAsync(db, patientId, escalationId, e => e.Attend(Now, db.ActorId), inner), ct);

    /// <summary>Closed, with what came of it.</summary>
    public Task<Result> CloseAsync(Guid patientId, CloseEscalationForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.ActOnEscalation, patientId, async (db, inner) =>
        FormRules.Check(form) is { } broken ? broken : await StepAsync(db, patientId, form.EscalationId, e => e.Close(Text.CleanOrEmpty(form.Outcome), Now, db.ActorId), inner), ct);

    /// <summary>A nurse or doctor asks for a ward review, whatever the score says; or asks anew when somebody was there and the worry has come back.</summary>
    public Task<Result> RequestAsync(Guid patientId, RequestReviewForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.ActOnEscalation, patientId, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("patient", patientId, inner);
        var reason = Text.CleanOrEmpty(form.Reason);
        if (await db.Escalations.SingleOrDefaultAsync(e => e.ClosedAt == null, inner) is { } open)
        {
            if (open.Id == form.Id || open.IsAskedBy(db.ActorId, reason))
            {
                return Result.Ok;
            }

            var asked = open.AskAgain(reason, Now, db.ActorId);
            return asked.Failed ? asked : await db.SaveAsync(inner);
        }

        if (await db.Patients.AnyAsync(p => p.Id == patientId && p.DeceasedAt != null, inner))
        {
            return EscalationErrors.Deceased;
        }

        // A score of an earlier stay says nothing about this worry.
        var since = await PresentVisit.SinceAsync(db, Now, inner);
        var standing = await db.VitalStandings.AsNoTracking().SingleOrDefaultAsync(s => s.TakenAt >= since, inner);
        db.Add(Escalation.ByDecision(form.Id, db.OrganizationId, patientId, standing, reason, Now, db.ActorId));
        return await db.SaveAsync(inner);
    }, ct);

    private static async Task<Result> StepAsync(MediSecureDbContext db, Guid patientId, Guid escalationId, Func<Escalation, Result> step, CancellationToken ct)
    {
        await db.LockAsync("patient", patientId, ct);
        var escalation = await db.Escalations.SingleOrDefaultAsync(e => e.Id == escalationId, ct);
        if (escalation is null)
        {
            return Error.NotFound;
        }

        var done = step(escalation);
        return done.Failed ? done : await db.SaveAsync(ct);
    }

    private static async Task<IReadOnlyList<EscalationRow>> RowsAsync(MediSecureDbContext db, IQueryable<Escalation> escalations, bool inChart, CancellationToken ct)
    {
        var read = await (
            from escalation in escalations.AsNoTracking()
            join patient in db.Patients on escalation.PatientId equals patient.Id
            from stay in db.BedStays.Where(s => s.PatientId == patient.Id && s.Status == BedStayStatus.Active).DefaultIfEmpty()
            from bed in db.Beds.Where(b => b.Id == stay.BedId).DefaultIfEmpty()
            from room in db.Rooms.Where(r => r.Id == bed.RoomId).DefaultIfEmpty()
            from ward in db.Wards.Where(w => w.Id == room.WardId).DefaultIfEmpty()
            orderby escalation.ClosedAt != null, escalation.ClosedAt descending, escalation.AttendedAt != null, escalation.DueAt
            select new { Escalation = escalation, patient.DisplayName, patient.RecordNumber, patient.Sex, patient.BirthDate, IsRestricted = !inChart && patient.Restriction != null, Bed = bed.Label, Ward = ward.Name }).Take(200).ToListAsync(ct);
        var people = read.SelectMany(r => new[] { r.Escalation.RequestedBy, r.Escalation.AcknowledgedBy, r.Escalation.AttendedBy, r.Escalation.ClosedBy }).OfType<Guid>().Distinct().ToList();
        var names = await db.StaffMembers.AsNoTracking().Where(s => people.Contains(s.UserId)).ToDictionaryAsync(s => s.UserId, s => s.Name, ct);
        string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
        return [.. read.Select(r => new EscalationRow(r.Escalation.Id, r.Escalation.PatientId, r.DisplayName, r.RecordNumber, r.Sex, r.BirthDate, r.Bed, r.Ward, r.IsRestricted, r.Escalation.Score, r.Escalation.Response,
            r.IsRestricted ? null : r.Escalation.Reason, r.Escalation.Status, r.Escalation.RequestedAt, Name(r.Escalation.RequestedBy), r.Escalation.DueAt, r.Escalation.AcknowledgedAt, Name(r.Escalation.AcknowledgedBy),
            r.Escalation.AttendedAt, Name(r.Escalation.AttendedBy), r.Escalation.ClosedAt, Name(r.Escalation.ClosedBy), r.IsRestricted ? null : r.Escalation.Outcome))];
    }
}
