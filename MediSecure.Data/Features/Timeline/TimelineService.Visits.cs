using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Timeline;

public sealed partial class TimelineService
{
    private static async Task<IReadOnlyList<TimelineEntry>> VisitsAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from e in db.Encounters.AsNoTracking()
            where e.StartedAt < window.Before && (window.From == null || e.StartedAt >= window.From) && e.Status != EncounterStatus.EnteredInError && e.Status != EncounterStatus.Cancelled
            from clinician in db.StaffMembers.Where(s => s.Id == e.ClinicianId).DefaultIfEmpty()
            from department in db.Departments.Where(d => d.Id == e.DepartmentId).DefaultIfEmpty()
            orderby e.StartedAt descending
            select new { e.Id, e.StartedAt, e.Class, e.Reason, Clinician = clinician.Name, Department = department.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.StartedAt, r.Class switch { EncounterClass.Inpatient => TimelineKind.Stay, EncounterClass.Emergency => TimelineKind.Emergency, _ => TimelineKind.Visit },
            r.Class switch { EncounterClass.Inpatient => "Admitted", EncounterClass.Emergency => "Emergency visit", _ => "Visit" }, Sentence(r.Department, r.Reason), r.Clinician, "visits", About: r.Id))];
    }

    private static async Task<IReadOnlyList<TimelineEntry>> DischargesAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from e in db.Encounters.AsNoTracking()
            where e.Class == EncounterClass.Inpatient && e.Status == EncounterStatus.Finished && e.EndedAt != null && e.EndedAt < window.Before && (window.From == null || e.EndedAt >= window.From)
            orderby e.EndedAt descending
            select new { e.Id, EndedAt = e.EndedAt!.Value, e.Outcome }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.EndedAt, TimelineKind.Stay, r.Outcome switch
        {
            null => "Stay ended",
            DischargeOutcome.Died => "Stay ended: died",
            DischargeOutcome.Transfer => "Transferred to another hospital",
            DischargeOutcome.AgainstAdvice => "Left against advice",
            _ => "Discharged",
        }, null, null, "visits", About: r.Id))];
    }

    private static async Task<IReadOnlyList<TimelineEntry>> BedsAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from stay in db.BedStays.AsNoTracking()
            where (stay.Status == BedStayStatus.Active || stay.Status == BedStayStatus.Completed) && stay.StartsAt < window.Before && (window.From == null || stay.StartsAt >= window.From)
            join bed in db.Beds on stay.BedId equals bed.Id
            join room in db.Rooms on bed.RoomId equals room.Id
            join ward in db.Wards on room.WardId equals (Guid?)ward.Id
            orderby stay.StartsAt descending
            select new { stay.Id, stay.StartsAt, stay.EncounterId, bed.Label, ward.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.StartsAt, TimelineKind.Bed, $"To bed {r.Label}", r.Name, null, "visits", About: r.EncounterId))];
    }

    private static async Task<IReadOnlyList<TimelineEntry>> DiagnosesAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from d in db.EncounterDiagnoses.AsNoTracking()
            where d.RecordedAt < window.Before && (window.From == null || d.RecordedAt >= window.From)
            from who in db.StaffMembers.Where(s => s.UserId == d.RecordedBy).DefaultIfEmpty()
            orderby d.RecordedAt descending
            select new { d.Id, d.RecordedAt, d.EncounterId, d.Title, d.Code, d.EnteredInErrorAt, By = who.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.RecordedAt, TimelineKind.Diagnosis, $"Diagnosis: {r.Title}", r.Code, r.By, "visits", r.EnteredInErrorAt is not null, About: r.EncounterId))];
    }
}
