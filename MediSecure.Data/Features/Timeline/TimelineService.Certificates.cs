using MediSecure.Data.Features.Certificates;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Timeline;

public sealed partial class TimelineService
{
    private static async Task<IReadOnlyList<TimelineEntry>> CertificatesAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from c in db.Certificates.AsNoTracking()
            where c.IssuedAt < window.Before && (window.From == null || c.IssuedAt >= window.From)
            from issuer in db.StaffMembers.Where(s => s.Id == c.IssuerId).DefaultIfEmpty()
            orderby c.IssuedAt descending
            select new { c.Id, c.IssuedAt, c.Kind, c.Year, c.Number, c.Status, By = issuer.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.IssuedAt, TimelineKind.Certificate, r.Kind switch
        {
            CertificateKind.SickNote => "Sick note issued",
            CertificateKind.Attendance => "Attendance certified",
            CertificateKind.FitnessToTravel => "Fitness to travel certified",
            _ => "School absence certified",
        }, Certificate.SerialOf(r.Year, r.Number), r.By, "certificates", r.Status == CertificateStatus.Revoked, About: r.Id))];
    }
}
