using MediSecure.Data.Access;
using MediSecure.Data.Changes;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Accounts;

/// <summary>Help for people of the organisation who cannot sign in.</summary>
public sealed class AccountService(MediSecureDb db, AccountChanges changes, SessionStore sessions, ChangeFeed feed, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>Locked accounts first, then by what is asked: <c>last</c> (usual), <c>failures</c>, <c>email</c>.</summary>
    public async Task<Result<Paged<SignInProblemRow>>> SignInProblemsAsync(PageRequest request, CancellationToken ct)
    {
        await using var open = await db.OpenAsync(Permission.ViewSignInProblems, ct);
        var now = clock.GetUtcNow();
        var problems = Problems(open, now);
        var total = await problems.OrderBy(p => p.UserId).Take(Paged<SignInProblemRow>.CountLimit + 1).CountAsync(ct);
        var locked = problems.OrderBy(p => p.LockoutEnd > now || p.IsOff ? 0 : 1);
        var ordered = (request.Sort, request.Descending) switch
        {
            ("failures", false) => locked.ThenBy(p => p.Failures),
            ("failures", true) => locked.ThenByDescending(p => p.Failures),
            ("email", false) => locked.ThenBy(p => p.Email),
            ("email", true) => locked.ThenByDescending(p => p.Email),
            ("last", false) => locked.ThenBy(p => p.LastFailedAt),
            _ => locked.ThenByDescending(p => p.LastFailedAt),
        };
        var page = await ordered.ThenBy(p => p.UserId).Skip(request.Skip).Take(request.Size).ToListAsync(ct);
        return new Paged<SignInProblemRow>(await DescribeAsync(open, page, now, ct), total, request);
    }

    public async Task<Result<SignInFigures>> SignInFiguresAsync(CancellationToken ct)
    {
        await using var open = await db.OpenAsync(Permission.ViewSignInProblems, ct);
        var now = clock.GetUtcNow();
        var problems = Problems(open, now);
        return new SignInFigures(await problems.CountAsync(p => p.LockoutEnd > now || p.IsOff, ct), await problems.SumAsync(p => p.Failures, ct), await problems.CountAsync(p => p.Failures > 0, ct));
    }

    /// <summary>Lets the person try again at once. "Not found" for anybody who does not belong to this organisation.</summary>
    public async Task<Result<UnlockedAccount>> UnlockAsync(Guid userId, CancellationToken ct)
    {
        Guid organizationId = default;
        var home = await changes.HomeOfAsync(userId);
        var unlocked = await db.ChangeAsync<UnlockedAccount>(Permission.UnlockAccount, async (open, inner) =>
        {
            organizationId = open.OrganizationId;
            var user = await Members(open).SingleOrDefaultAsync(u => u.Id == userId, inner);
            if (user is null)
            {
                return Error.NotFound;
            }

            if (home != open.OrganizationId)
            {
                return AccountErrors.OtherHome;
            }

            if (!user.IsLockedAt(clock.GetUtcNow().UtcDateTime))
            {
                return AccountErrors.NotLocked;
            }

            user.Unlock();
            open.Because("unlocked by support");
            var saved = await open.SaveAsync(inner);
            return saved.Failed ? saved.Error : new UnlockedAccount(userId, (await NamesAsync(open, [userId], inner)).GetValueOrDefault(userId) ?? user.Email ?? "", user.Email ?? "");
        }, ct);
        if (!unlocked.Failed)
        {
            feed.Publish([new EntityChange(organizationId, nameof(AppUser), userId)]);
        }

        return unlocked;
    }

    /// <summary>Which second factors somebody of this organisation has. "Not found" for anybody else.</summary>
    public async Task<Result<PersonFactors>> FactorsAsync(Guid userId, CancellationToken ct)
    {
        await using var open = await db.OpenAsync(Permission.ResetSecondFactor, ct);
        return await Members(open).AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId, ct) is not { } user ? Error.NotFound : await changes.HomeOfAsync(userId) != open.OrganizationId ? AccountErrors.OtherHome : new PersonFactors(user.PasswordHash is not null, user.AuthenticatorAddedAt,
            await AccountChanges.Passkeys(open, userId).CountAsync(ct), await open.RecoveryCodes.CountAsync(c => c.UserId == userId && c.UsedAt == null, ct));
    }

    /// <summary>For who lost phone and keys: all second factors and sign-ins of the person end, and the person is told. At the next sign-in a new one is set up.</summary>
    public async Task<Result> ResetSecondFactorAsync(ResetSecondFactorForm form, CancellationToken ct)
    {
        var userId = form.UserId;
        List<Guid> ended = [];
        Guid organizationId = default;
        var home = await changes.HomeOfAsync(userId);
        var reset = await db.ChangeAsync(Permission.ResetSecondFactor, async (open, inner) =>
        {
            organizationId = open.OrganizationId;
            if (FormRules.Check(form) is { } broken)
            {
                return broken;
            }

            if (!await Members(open).AnyAsync(u => u.Id == userId, inner) || await AccountChanges.LockAsync(open, userId, inner) is not { } user)
            {
                return Error.NotFound;
            }

            if (userId == open.ActorId)
            {
                return AccountErrors.OwnFactor;
            }

            if (home != open.OrganizationId)
            {
                return AccountErrors.OtherHome;
            }

            if (!await AccountChanges.HasFactorAsync(open, user, inner))
            {
                return AccountErrors.NoFactor;
            }

            ended = await changes.ResetFactorsAsync(open, user, inner);
            open.Because(form.Proof switch
            {
                IdentityProof.StaffCard => "lost, said in person with the staff card",
                IdentityProof.KnownInPerson => "lost, said in person by somebody known",
                _ => "lost, said when called back",
            });
            return await open.SaveAsync(inner);
        }, ct);
        if (!reset.Failed)
        {
            sessions.Forget([.. ended]);
            feed.Publish([new EntityChange(organizationId, nameof(AppUser), userId)]);
        }

        return reset;
    }

    /// <summary>Sends the link for a first password once more to somebody who works here. An earlier link stops working.</summary>
    public async Task<Result> InviteAsync(Guid userId, CancellationToken ct)
    {
        var home = await changes.HomeOfAsync(userId);
        return await db.ChangeAsync(Permission.InvitePerson, async (open, ct) =>
        {
            if (!await Members(open).AnyAsync(u => u.Id == userId, ct) || !await open.StaffMembers.AnyAsync(s => s.UserId == userId && s.LeftAt == null, ct) || await AccountChanges.LockAsync(open, userId, ct) is not { } user)
            {
                return Error.NotFound;
            }

            var name = await AccountChanges.NameOfAsync(open, ct);
            open.Because("invited by mail");
            if (user.PasswordHash is null)
            {
                user.Renew();
                changes.Invite(open, user, name);
            }
            else if (home == open.OrganizationId)
            {
                return AccountErrors.HasPassword;
            }
            else
            {
                user.ConcurrencyStamp = Guid.NewGuid().ToString("N");
                changes.Welcome(open, user, name); // whether the sign-in was there before is not this organisation's to know
            }

            return await open.SaveAsync(ct);
        }, ct);
    }

    /// <summary>Sign-ins with a current role here. The table itself knows no organisation: never ask it without this.</summary>
    private static IQueryable<AppUser> Members(MediSecureDbContext open)
    {
        var here = open.OrganizationId;
        return open.Users.Where(u => open.OrganizationMemberships.Any(m => m.OrganizationId == here && m.UserId == u.Id && m.EndedAt == null));
    }

    private static IQueryable<Problem> Problems(MediSecureDbContext open, DateTimeOffset now)
    {
        var since = now.UtcDateTime - Window;
        var failures = open.AuditEvents.Where(e => e.EventCode == SignInAudit.SignInFailed && e.RecordedAt >= since && e.ActorUserId != null);
        return Members(open)
            .Select(u => new Problem
            {
                UserId = u.Id,
                Email = u.Email,
                LockoutEnd = u.LockoutEnd,
                IsOff = u.AccessFailedCount >= AppUser.FailuresUntilPasswordOff,
                Failures = failures.Count(f => f.ActorUserId == u.Id),
                LastFailedAt = failures.Where(f => f.ActorUserId == u.Id).Max(f => (DateTime?)f.RecordedAt),
            })
            .Where(p => p.Failures > 0 || p.LockoutEnd > now || p.IsOff);
    }

    private static async Task<IReadOnlyList<SignInProblemRow>> DescribeAsync(MediSecureDbContext open, List<Problem> page, DateTimeOffset now, CancellationToken ct)
    {
        var ids = page.Select(p => p.UserId).ToList();
        var here = open.OrganizationId;
        var names = await NamesAsync(open, ids, ct);
        var roles = (await open.OrganizationMemberships.AsNoTracking().Where(m => m.OrganizationId == here && m.EndedAt == null && ids.Contains(m.UserId))
            .Select(m => new { m.UserId, m.Role }).ToListAsync(ct)).ToLookup(m => m.UserId, m => m.Role);
        var signedIn = await open.AuditEvents.AsNoTracking().Where(e => e.EventCode == SignInAudit.SignedIn && e.ActorUserId != null && ids.Contains(e.ActorUserId.Value))
            .GroupBy(e => e.ActorUserId!.Value).Select(g => new { g.Key, At = g.Max(e => e.RecordedAt) }).ToDictionaryAsync(g => g.Key, g => (DateTime?)g.At, ct);
        var rows = new List<SignInProblemRow>();
        foreach (var problem in page)
        {
            var address = await open.AuditEvents.AsNoTracking()
                .Where(e => e.EventCode == SignInAudit.SignInFailed && e.ActorUserId == problem.UserId && e.RecordedAt == problem.LastFailedAt).Select(e => e.Address).FirstOrDefaultAsync(ct);
            rows.Add(new SignInProblemRow(problem.UserId, names.GetValueOrDefault(problem.UserId) ?? problem.Email ?? "", problem.Email ?? "", [.. roles[problem.UserId].Order()], problem.Failures,
                problem.LastFailedAt, address, problem.LockoutEnd > now ? problem.LockoutEnd.Value.UtcDateTime : null, problem.IsOff, signedIn.GetValueOrDefault(problem.UserId)));
        }

        return rows;
    }

    private static async Task<Dictionary<Guid, string>> NamesAsync(MediSecureDbContext open, List<Guid> ids, CancellationToken ct)
    {
        var names = await open.Patients.AsNoTracking().Where(p => p.UserId != null && ids.Contains(p.UserId.Value)).ToDictionaryAsync(p => p.UserId!.Value, p => p.DisplayName, ct);
        foreach (var staff in await open.StaffMembers.AsNoTracking().Where(s => ids.Contains(s.UserId)).Select(s => new { s.UserId, s.Name }).ToListAsync(ct))
        {
            names[staff.UserId] = staff.Name; // somebody who works here is known by the name colleagues use
        }

        return names;
    }

    private sealed class Problem
    {
        public Guid UserId { get; init; }

        public string? Email { get; init; }

        public DateTimeOffset? LockoutEnd { get; init; }

        /// <summary>Too many wrong passwords in all: locked without an end.</summary>
        public bool IsOff { get; init; }

        public int Failures { get; init; }

        public DateTime? LastFailedAt { get; init; }
    }
}
