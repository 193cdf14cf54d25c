using MediSecure.Data.Features.Referrals;
using MediSecure.Data.Persistence;

namespace MediSecure.Data.Access;

/// <summary>Who has to close a referral: its sender; once they refer for nobody here any more, those who refer in a department of theirs; and where nobody does, everybody who refers here. So a late
/// report is always on somebody's list. Decision 0047.</summary>
internal static class ReferralHolders
{
    private static readonly Role[] Writers = [.. Enum.GetValues<Role>().Where(role => role.Grants(Permission.WriteReferral))];

    /// <summary>Sent, and not closed by the sender's side: open at the other end, or answered and not yet dealt with. To be put into a query.</summary>
    public static IQueryable<Referral> Held(MediSecureDbContext db, Guid staffMemberId)
    {
        var unclosed = db.Referrals.Where(r => r.Status == ReferralStatus.Active || r.Status == ReferralStatus.OnHold);
        if (!db.ActorRoles.Granting(Permission.WriteReferral).Any())
        {
            return unclosed.Where(r => r.ReferrerId == staffMemberId);
        }

        var here = db.OrganizationId; // memberships show one's own elsewhere too
        var departments = db.StaffDepartments.Where(d => d.StaffMemberId == staffMemberId).Select(d => d.DepartmentId);
        var writers = from s in db.StaffMembers
                      join m in db.OrganizationMemberships on s.UserId equals m.UserId
                      where s.LeftAt == null && m.OrganizationId == here && m.EndedAt == null && Writers.Contains(m.Role)
                      select s.Id;
        return unclosed.Where(r => r.ReferrerId == staffMemberId || (!writers.Contains(r.ReferrerId)
            && (db.StaffDepartments.Any(d => d.StaffMemberId == r.ReferrerId && departments.Contains(d.DepartmentId))
                || !db.StaffDepartments.Any(d => d.StaffMemberId == r.ReferrerId && db.StaffDepartments.Any(other => other.DepartmentId == d.DepartmentId && writers.Contains(other.StaffMemberId))))));
    }
}
