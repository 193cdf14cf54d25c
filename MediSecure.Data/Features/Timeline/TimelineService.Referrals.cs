using MediSecure.Data.Features.Referrals;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Timeline;

public sealed partial class TimelineService
{
    /// <summary>What was sent from here; where it stands is on its tab.</summary>
    private static async Task<IReadOnlyList<TimelineEntry>> ReferralsAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from r in db.Referrals.AsNoTracking()
            where r.SentAt != null && r.SentAt < window.Before && (window.From == null || r.SentAt >= window.From)
            from who in db.StaffMembers.Where(s => s.Id == r.ReferrerId).DefaultIfEmpty()
            orderby r.SentAt descending
            select new { r.Id, SentAt = r.SentAt!.Value, r.Specialty, r.Place, r.Status, By = who.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.SentAt, TimelineKind.Referral, $"Referred: {r.Specialty}", Sentence(r.Place, r.Status == ReferralStatus.Revoked ? "withdrawn" : null), r.By, "referrals", About: r.Id))];
    }

    /// <summary>What came from another organisation, from when the patient was registered for it.</summary>
    private static async Task<IReadOnlyList<TimelineEntry>> IncomingReferralsAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from r in db.IncomingReferrals.AsNoTracking()
            where r.RegisteredAt != null && r.RegisteredAt < window.Before && (window.From == null || r.RegisteredAt >= window.From)
            orderby r.RegisteredAt descending
            select new { r.Id, RegisteredAt = r.RegisteredAt!.Value, r.Specialty, r.Sender, r.Referrer }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.RegisteredAt, TimelineKind.Referral, $"Referral taken: {r.Specialty}", $"From {r.Sender}", r.Referrer, "referrals", About: r.Id))];
    }
}
