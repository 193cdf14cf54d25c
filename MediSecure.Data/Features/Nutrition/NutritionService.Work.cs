using MediSecure.Data.Access;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Nutrition;

public sealed partial class NutritionService
{
    private const int MostRows = 200;
    private static readonly TimeSpan ClosedShown = TimeSpan.FromDays(7);

    /// <summary>Open consults of patients in the caller's care: urgent first, then who waits longest; without clinical words when the chart is restricted; with <paramref name="closedToo"/> also those closed in the last seven days, after them.</summary>
    public async Task<IReadOnlyList<ConsultRow>> ConsultsAsync(bool closedToo, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewNutritionWork, ct);
        var since = Now - ClosedShown;
        var consults = db.NutritionConsults.Where(c => c.ClosedAt == null || (closedToo && c.ClosedAt >= since)).Openable(db, Now);
        var rows = await ConsultRowsAsync(db, consults.OrderBy(c => c.ClosedAt != null).ThenBy(c => c.RequestedAt).Take(MostRows), false, ct);
        await doors.RecordShownAsync(db.Scope, "nutrition consults", rows.Select(c => c.PatientId), ct);
        return [.. rows.OrderBy(c => !c.IsOpen).ThenByDescending(c => c.ClosedAt).ThenByDescending(c => c.Urgency).ThenBy(c => c.RequestedAt)];
    }

    /// <summary>Patients in the caller's care whose newest score says high risk: the highest first, then the newest.</summary>
    public async Task<IReadOnlyList<RiskRow>> HighRiskAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewNutritionWork, ct);
        var rows = await (
            from a in HighRisk(db)
            join patient in db.Patients on a.PatientId equals patient.Id
            from stay in db.BedStays.Where(s => s.PatientId == patient.Id && s.Status == BedStayStatus.Active).DefaultIfEmpty()
            from bed in db.Beds.Where(b => b.Id == stay.BedId).DefaultIfEmpty()
            from room in db.Rooms.Where(r => r.Id == bed.RoomId).DefaultIfEmpty()
            from ward in db.Wards.Where(w => w.Id == room.WardId).DefaultIfEmpty()
            from who in db.StaffMembers.Where(s => s.UserId == a.AssessedBy).DefaultIfEmpty()
            orderby a.Score descending, a.AssessedAt descending
            select new { a.PatientId, patient.DisplayName, patient.RecordNumber, patient.Sex, patient.BirthDate, Bed = bed.Label, Ward = ward.Name, Score = patient.Restriction == null ? a.Score : null, a.AssessedAt, By = who.Name }).Take(MostRows).ToListAsync(ct);
        await doors.RecordShownAsync(db.Scope, "high nutritional risk", rows.Select(r => r.PatientId), ct);
        return [.. rows.Select(r => new RiskRow(r.PatientId, r.DisplayName, r.RecordNumber, r.Sex, r.BirthDate, r.Bed, r.Ward, r.Score, r.AssessedAt, r.By))];
    }

    /// <summary>How many wait, and how many are at high risk.</summary>
    public async Task<NutritionFigures> FiguresAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewNutritionWork, ct);
        var open = db.NutritionConsults.Where(c => c.ClosedAt == null).Openable(db, Now);
        return new(await open.CountAsync(ct), await open.CountAsync(c => c.Urgency == ConsultUrgency.Urgent, ct), await HighRisk(db).CountAsync(ct));
    }

    private IQueryable<NutritionAssessment> HighRisk(MediSecureDbContext db)
    {
        var scored = db.NutritionAssessments.AsNoTracking().Where(a => a.EnteredInErrorAt == null && a.Score != null);
        var high = scored.Where(a => a.Risk == MustRisk.High && !scored.Any(b => b.PatientId == a.PatientId && b.AssessedAt > a.AssessedAt)
            && db.Patients.Any(p => p.Id == a.PatientId && p.DeceasedAt == null));
        return high.Openable(db, Now);
    }
}
