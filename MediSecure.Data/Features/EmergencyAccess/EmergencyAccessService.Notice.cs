using System.Globalization;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.EmergencyAccess;

public sealed partial class EmergencyAccessService
{
    /// <summary>Mails the privacy officers that something waits, in the transaction of what they are told. Names who opened and why, and no patient.</summary>
    private async Task TellOfficersAsync(MediSecureDbContext db, EmergencyGrant grant, CancellationToken ct)
    {
        var officers = await MembershipService.PrivacyOfficersAsync(db, ct);
        var addresses = await db.Users.AsNoTracking().Where(u => officers.Contains(u.Id) && u.DisabledAt == null && u.Email != null).Select(u => u.Email!).ToListAsync(ct);
        var here = await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => new { o.Name, o.TimeZone }).SingleAsync(ct);
        var person = await db.StaffMembers.AsNoTracking().Where(s => s.UserId == grant.UserId).Select(s => s.Name).SingleOrDefaultAsync(ct);
        var at = TimeZoneInfo.ConvertTimeFromUtc(grant.GrantedAt, TimeZoneInfo.FindSystemTimeZoneById(here.TimeZone)).ToString("ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
        foreach (var address in addresses)
        {
            mails.Add(db, address, $"Emergency access at {here.Name} to review",
                $"{person ?? "Somebody"} opened the chart of a patient who is not in their care, on {at}.\n\nReason: {grant.Reason.Words()}.\n\n"
                + "Sign in and open \"Emergency access\" to see what was opened and to judge it, within 72 hours. This mail names no patient on purpose.");
        }
    }
}
