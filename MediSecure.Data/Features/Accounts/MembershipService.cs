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

    /// <summary>Gives a role. That of an administrator takes two people: the first who is ever made beside the only one is granted at once, every later one waits for a second administrator's word.</summary>
    public Task<Result<GrantOutcome>> GrantAsync(GrantRoleForm form, CancellationToken ct) => db.ChangeAsync<GrantOutcome>(Permission.GrantRole, async (db, ct) =>
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
            return GrantOutcome.Granted; // the same form again
        }

        if (await db.AdministratorProposals.AnyAsync(p => p.Id == form.Id, ct))
        {
            return GrantOutcome.WaitsForConfirmation;
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

        var added = await AddAsync(db, form.Id, form.UserId, role, clock.GetUtcNow().UtcDateTime, ct);
        if (added.Failed)
        {
            return added;
        }

        var saved = await db.SaveAsync(ct);
        return saved.Failed ? saved.Error : added;
    }, ct);

    /// <summary>Proposals of administrators that wait here, the oldest first, at most 100.</summary>
    public async Task<IReadOnlyList<ProposalRow>> ProposalsAsync(CancellationToken ct)
    {
        await using var open = await db.OpenAsync(Permission.GrantRole, ct);
        var rows = await (from p in open.AdministratorProposals.AsNoTracking()
                          join s in open.StaffMembers on p.UserId equals s.UserId
                          where p.Outcome == null
                          orderby p.ProposedAt, p.Id
                          select new { Proposal = p, StaffMemberId = s.Id, s.Name, HeldSince = open.OrganizationMemberships.Any(m => m.OrganizationId == open.OrganizationId && m.Role == Role.Administrator && m.UserId == p.UserId && m.GrantedAt >= p.ProposedAt), By = open.StaffMembers.Where(b => b.UserId == p.ProposedBy).Select(b => b.Name).FirstOrDefault() }).Take(PageRequest.MaxSize).ToListAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        return [.. from r in rows
                   let over = r.HeldSince || r.Proposal.IsOverAt(now)
                   select new ProposalRow(r.Proposal.Id, r.Proposal.UserId, r.StaffMemberId, r.Name, r.By ?? "Somebody of another organisation", r.Proposal.ProposedAt, !over && r.Proposal.MayConfirm(open.ActorId), over)];
    }

    /// <summary>A second administrator agrees: the role is held from now on.</summary>
    public Task<Result> ConfirmAdministratorAsync(Guid proposalId, CancellationToken ct) => db.ChangeAsync(Permission.GrantRole, async (db, ct) =>
    {
        await db.LockAsync("organization", db.OrganizationId, ct);
        if (await db.AdministratorProposals.SingleOrDefaultAsync(p => p.Id == proposalId, ct) is not { } proposal)
        {
            return Error.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (proposal.Decide(ProposalOutcome.Confirmed, db.ActorId, now) is { Failed: true } refused)
        {
            return refused;
        }

        if (!await OtherAdministrators(db, db.ActorId).AnyAsync(m => m.UserId == proposal.ProposedBy, ct))
        {
            return MembershipErrors.ProposerLeft;
        }

        // The role came another way meanwhile, from who runs the server, and may have been ended for a reason.
        if (await db.OrganizationMemberships.AnyAsync(m => m.OrganizationId == db.OrganizationId && m.Role == Role.Administrator && m.UserId == proposal.UserId && m.GrantedAt >= proposal.ProposedAt, ct))
        {
            return MembershipErrors.ProposalOver;
        }

        if (!await db.StaffMembers.AnyAsync(s => s.UserId == proposal.UserId && s.LeftAt == null, ct))
        {
            return MembershipErrors.NotStaff;
        }

        db.Add(new OrganizationMembership(Guid.CreateVersion7(clock.GetUtcNow()), db.OrganizationId, proposal.UserId, Role.Administrator, now));
        return await db.SaveAsync(ct);
    }, ct);

    /// <summary>Takes the proposal back, or turns it down: open to every administrator.</summary>
    public Task<Result> DeclineAdministratorAsync(Guid proposalId, CancellationToken ct) => db.ChangeAsync(Permission.GrantRole, async (db, ct) =>
    {
        await db.LockAsync("organization", db.OrganizationId, ct);
        if (await db.AdministratorProposals.SingleOrDefaultAsync(p => p.Id == proposalId, ct) is not { } proposal)
        {
            return Error.NotFound;
        }

        var declined = proposal.Decide(ProposalOutcome.Declined, db.ActorId, clock.GetUtcNow().UtcDateTime);
        return declined.Failed ? declined : await db.SaveAsync(ct);
    }, ct);

    /// <summary>Adds the role, or the proposal of it, inside a transaction that has locked the organisation.</summary>
    /// <param name="id">Of the membership or the proposal.</param>
    internal static async Task<Result<GrantOutcome>> AddAsync(MediSecureDbContext db, Guid id, Guid userId, Role role, DateTime at, CancellationToken ct)
    {
        // History counts: whoever ends the others' roles does not become the only one who ever was.
        if (role == Role.Administrator && await db.OrganizationMemberships.AnyAsync(m => m.OrganizationId == db.OrganizationId && m.Role == Role.Administrator && m.UserId != db.ActorId, ct))
        {
            if (await db.OrganizationMemberships.AnyAsync(m => m.OrganizationId == db.OrganizationId && m.Role == Role.Administrator && m.UserId == userId && m.EndedAt == null, ct))
            {
                return MembershipErrors.Exists;
            }

            if (!await OtherAdministrators(db, db.ActorId).AnyAsync(m => m.UserId != userId, ct))
            {
                return MembershipErrors.NobodyToConfirm;
            }

            db.Add(new AdministratorProposal(id, db.OrganizationId, userId, db.ActorId, at));
            return GrantOutcome.WaitsForConfirmation;
        }

        db.Add(new OrganizationMembership(id, db.OrganizationId, userId, role, at));
        return GrantOutcome.Granted;
    }

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

    /// <summary>Ends all roles somebody holds here as staff and declines what waits for them, inside a transaction that has locked the organisation. A role as patient stays.</summary>
    internal static async Task<Result> EndAllAsync(MediSecureDbContext db, Guid userId, DateTime at, CancellationToken ct)
    {
        if (await db.AdministratorProposals.SingleOrDefaultAsync(p => p.UserId == userId && p.Outcome == null, ct) is { } waits
            && waits.Decide(ProposalOutcome.Declined, db.ActorId, at) is { Failed: true } refused)
        {
            return refused;
        }

        return await EndAsync(db, await db.OrganizationMemberships
            .Where(m => m.OrganizationId == db.OrganizationId && m.UserId == userId && m.EndedAt == null && m.Role != Role.Patient).ToListAsync(ct), at, ct);
    }

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

        if (memberships.FirstOrDefault(m => m.Role == Role.Administrator) is { } administrator && !await OtherAdministrators(db, administrator.UserId).AnyAsync(ct))
        {
            return MembershipErrors.LastAdministrator;
        }

        return await db.SaveAsync(ct);
    }

    // Somebody whose sign-in is switched off administers nothing.
    private static IQueryable<OrganizationMembership> OtherAdministrators(MediSecureDbContext db, Guid userId) =>
        from m in db.OrganizationMemberships
        join u in db.Users on m.UserId equals u.Id
        where m.OrganizationId == db.OrganizationId && m.Role == Role.Administrator && m.EndedAt == null && m.UserId != userId && u.DisabledAt == null
        select m;
}
