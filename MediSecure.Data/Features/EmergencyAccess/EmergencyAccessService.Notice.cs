using System.Globalization;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Jobs;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.EmergencyAccess;

public sealed partial class EmergencyAccessService
{
    /// <summary>Mails the privacy officers that something waits, in the transaction of what they are told. Names who opened and why, and no patient.</summary>
    private async Task TellOfficersAsync(MediSecureDbContext db, EmergencyGrant grant, CancellationToken ct)
    {
        var (here, person, at) = await WordsAsync(db, grant, ct);
        await TellAsync(db, mails, await MembershipService.PrivacyOfficersAsync(db, ct), $"Emergency access at {here} to review",
            $"{person} opened the chart of a patient who is not in their care, on {at}.\n\nReason: {grant.Reason.Words()}.\n\n"
            + "Sign in and open \"Emergency access\" to see what was opened and to judge it, within 72 hours. This mail names no patient on purpose.", ct);
    }

    /// <summary>Mails every administrator that nobody reviewed it in time.</summary>
    internal static async Task TellOverdueAsync(MediSecureDbContext db, MailQueue mails, EmergencyGrant grant, CancellationToken ct)
    {
        var (here, person, at) = await WordsAsync(db, grant, ct);
        var administrators = await db.OrganizationMemberships.AsNoTracking().Where(m => m.OrganizationId == db.OrganizationId && m.Role == Role.Administrator && m.EndedAt == null && m.UserId != grant.UserId)
            .Select(m => m.UserId).ToListAsync(ct);
        await TellAsync(db, mails, administrators, $"Overdue: emergency access at {here} was not reviewed",
            $"{person} opened the chart of a patient who is not in their care, on {at}. Nobody has reviewed it within 72 hours.\n\nReason: {grant.Reason.Words()}.\n\n"
            + "Sign in, open \"Emergency access\" and see that somebody else than this person reviews it. This mail names no patient on purpose.", ct);
    }

    private static async Task TellAsync(MediSecureDbContext db, MailQueue mails, IReadOnlyList<Guid> people, string subject, string text, CancellationToken ct)
    {
        foreach (var address in await db.Users.AsNoTracking().Where(u => people.Contains(u.Id) && u.DisabledAt == null && u.Email != null).Select(u => u.Email!).ToListAsync(ct))
        {
            mails.Add(db, address, subject, text);
        }
    }

    private static async Task<(string Here, string Person, string At)> WordsAsync(MediSecureDbContext db, EmergencyGrant grant, CancellationToken ct)
    {
        var here = await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => new { o.Name, o.TimeZone }).SingleAsync(ct);
        var person = await db.StaffMembers.AsNoTracking().Where(s => s.UserId == grant.UserId).Select(s => s.Name).SingleOrDefaultAsync(ct);
        var at = TimeZoneInfo.ConvertTimeFromUtc(grant.GrantedAt, TimeZoneInfo.FindSystemTimeZoneById(here.TimeZone)).ToString("ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
        return (here.Name, person ?? "Somebody", at);
    }
}
