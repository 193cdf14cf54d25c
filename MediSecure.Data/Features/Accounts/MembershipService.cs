using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Accounts;

/// <summary>Who holds which role at the caller's organisation. A change takes effect at once, inside open circuits too: the doors read these rows. At least one administrator remains.</summary>
public sealed class MembershipService(MediSecureDb db, TimeProvider clock)
{
    /// <summary>All roles a person holds or held here, newest first.</summary>
    public async Task<IReadOnlyList<MembershipRow>> HistoryAsync(Guid userId, CancellationToken ct)
    {
        await using var open = await db.OpenAsync(Permission.ViewStaff, ct);
        // One's own roles elsewhere pass the filter for the organisation switcher; this list is about here.
        return await open.OrganizationMemberships.AsNoTracking().Where(m => m.OrganizationId == open.OrganizationId && m.UserId == userId)
            .OrderBy(m => m.EndedAt != null).ThenByDescending(m => m.GrantedAt).ThenBy(m => m.Id)
            .Select(m => new MembershipRow(m.Id, m.Role, m.GrantedAt, m.EndedAt, m.PrivacyOfficerFromAt != null)).ToListAsync(ct);
    }

    public Task<Result> GrantAsync(GrantRoleForm form, CancellationToken ct) => db.ChangeAsync(Permission.GrantRole, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        var role = form.Role!.Value;
        if (role == Role.Patient)
        {
            return MembershipErrors.NotARoleOfStaff;
        }

        await db.LockAsync("organization", db.OrganizationId, ct);
        if (await db.OrganizationMemberships.AnyAsync(m => m.OrganizationId == db.OrganizationId && m.Id == form.Id, ct))
        {
            return Result.Ok; // the same form again
        }

        var staff = await db.StaffMembers.Where(s => s.UserId == form.UserId).Select(s => new { s.LeftAt }).SingleOrDefaultAsync(ct);
        if (staff is null)
        {
            return Error.NotFound;
        }

        if (staff.LeftAt is not null)
        {
            return MembershipErrors.NotStaff;
        }

        db.Add(new OrganizationMembership(form.Id, db.OrganizationId, form.UserId, role, clock.GetUtcNow().UtcDateTime));
        return await db.SaveAsync(ct);
    }, ct);

    /// <summary>Ends one role. Refused for the last administrator, and for the last role that conducts visits while visits or inpatients wait for the person.</summary>
    public Task<Result> EndAsync(Guid membershipId, CancellationToken ct) => db.ChangeAsync(Permission.GrantRole, async (db, ct) =>
    {
        await db.LockAsync("organization", db.OrganizationId, ct);
        var membership = await db.OrganizationMemberships.SingleOrDefaultAsync(m => m.OrganizationId == db.OrganizationId && m.Id == membershipId && m.Role != Role.Patient, ct);
        if (membership is null)
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        return await StopConductingAsync(db, membership, now, ct) is { } refused ? refused : await EndAsync(db, [membership], now, ct);
    }, ct);

    /// <summary>With the last role by which somebody conducts visits the bookings end too. Refused while visits or inpatients wait for them: nobody else could start those visits.</summary>
    private static async Task<Error?> StopConductingAsync(MediSecureDbContext db, OrganizationMembership membership, DateTime now, CancellationToken ct)
    {
        var conducting = DutyService.ConductingRoles;
        if (membership.EndedAt is not null || !conducting.Contains(membership.Role)
            || await db.OrganizationMemberships.AnyAsync(m => m.OrganizationId == db.OrganizationId && m.UserId == membership.UserId && m.Id != membership.Id && m.EndedAt == null && conducting.Contains(m.Role), ct))
        {
            return null;
        }

        await db.LockAsync("clinician", membership.UserId, ct); // a booking under way is over, or finds the role ended
        if (await db.StaffMembers.SingleOrDefaultAsync(s => s.UserId == membership.UserId, ct) is not { } member)
        {
            return null;
        }

        if (await DutyService.WaitingAsync(db, member.Id, now, ct) is { } what)
        {
            return MembershipErrors.StillNeeded(what);
        }

        member.StopBooking();
        return null;
    }

    /// <summary>Marks one of the administrators as a privacy officer, or takes the mark back. While nobody is marked, all administrators are.</summary>
    public Task<Result> MarkPrivacyOfficerAsync(Guid membershipId, bool marked, CancellationToken ct) => db.ChangeAsync(Permission.GrantRole, async (db, ct) =>
    {
        var membership = await db.OrganizationMemberships.SingleOrDefaultAsync(m => m.OrganizationId == db.OrganizationId && m.Id == membershipId, ct);
        if (membership is null)
        {
            return Error.NotFound;
        }

        db.Because(marked ? "marked as privacy officer" : "no longer a privacy officer");
        var result = membership.MarkPrivacyOfficer(marked, clock.GetUtcNow().UtcDateTime);
        return result.Failed ? result : await db.SaveAsync(ct);
    }, ct);

    /// <summary>Sign-ins of those who answer for privacy here: the marked administrators, or all while nobody is marked.</summary>
    internal static async Task<IReadOnlyList<Guid>> PrivacyOfficersAsync(MediSecureDbContext db, CancellationToken ct)
    {
        var administrators = await db.OrganizationMemberships.AsNoTracking().Where(m => m.OrganizationId == db.OrganizationId && m.Role == Role.Administrator && m.EndedAt == null)
            .Select(m => new { m.UserId, m.PrivacyOfficerFromAt }).ToListAsync(ct);
        return [.. administrators.Where(a => a.PrivacyOfficerFromAt is not null || administrators.TrueForAll(other => other.PrivacyOfficerFromAt is null)).Select(a => a.UserId)];
    }

    /// <summary>Ends all roles somebody holds here as staff, inside a transaction that has locked the organisation. A role as patient stays.</summary>
    internal static async Task<Result> EndAllAsync(MediSecureDbContext db, Guid userId, DateTime at, CancellationToken ct) =>
        await EndAsync(db, await db.OrganizationMemberships
            .Where(m => m.OrganizationId == db.OrganizationId && m.UserId == userId && m.EndedAt == null && m.Role != Role.Patient).ToListAsync(ct), at, ct);

    /// <summary>Ends these; refused when nobody would be left who administers.</summary>
    internal static async Task<Result> EndAsync(MediSecureDbContext db, List<OrganizationMembership> memberships, DateTime at, CancellationToken ct)
    {
        foreach (var membership in memberships)
        {
            if (membership.End(at) is { Failed: true } refused)
            {
                return refused;
            }
        }

        if (memberships.FirstOrDefault(m => m.Role == Role.Administrator) is { } administrator && !await HasAnotherAdministratorAsync(db, administrator.UserId, ct))
        {
            return MembershipErrors.LastAdministrator;
        }

        return await db.SaveAsync(ct);
    }

    // Somebody whose sign-in is switched off administers nothing.
    private static Task<bool> HasAnotherAdministratorAsync(MediSecureDbContext db, Guid userId, CancellationToken ct) =>
        (from m in db.OrganizationMemberships
         join u in db.Users on m.UserId equals u.Id
         where m.OrganizationId == db.OrganizationId && m.Role == Role.Administrator && m.EndedAt == null && m.UserId != userId && u.DisabledAt == null
         select m.Id).AnyAsync(ct);
}
