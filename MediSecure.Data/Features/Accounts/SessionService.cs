using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Accounts;

/// <summary>Where people are signed in. Whoever is signed out is powerless in open pages within seconds.</summary>
public sealed class SessionService(MediSecureDb db, SessionStore sessions, AccountChanges accounts, ICurrentUser user, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>One's own, the one that asks first, then by last use.</summary>
    public async Task<Result<IReadOnlyList<SessionRow>>> MineAsync(CancellationToken ct)
    {
        await using var open = await db.OpenAsync(Permission.ManageOwnSessions, ct);
        return Result.Of<IReadOnlyList<SessionRow>>(await ListAsync(open, open.ActorId, await PresentAsync(), ct));
    }

    /// <summary>Signs oneself out in one other browser. The session that asks ends by signing out.</summary>
    public async Task<Result> EndMineAsync(Guid sessionId, CancellationToken ct)
    {
        var ended = await db.ChangeAsync(Permission.ManageOwnSessions, async (open, ct) =>
        {
            var me = open.ActorId;
            var session = await open.UserSessions.SingleOrDefaultAsync(s => s.Id == sessionId && s.UserId == me, ct);
            return session is null ? Error.NotFound : await EndAsync(open, [session], SessionEnd.EndedByOwner, ct);
        }, ct);
        return Forget(ended, sessionId);
    }

    /// <summary>Signs oneself out everywhere but here.</summary>
    public async Task<Result> EndMyOthersAsync(CancellationToken ct)
    {
        List<UserSession> others = [];
        var present = await PresentAsync();
        var ended = await db.ChangeAsync(Permission.ManageOwnSessions, async (open, ct) =>
        {
            var me = open.ActorId;
            others = await Live(open, me).Where(s => s.Id != present).OrderBy(s => s.Id).ToListAsync(ct);
            return await EndAsync(open, others, SessionEnd.EndedByOwner, ct);
        }, ct);
        return Forget(ended, [.. others.Select(s => s.Id)]);
    }

    /// <summary>Where somebody whose sign-in this organisation administers is signed in. "Not found" for anybody who has no role here.</summary>
    public async Task<Result<IReadOnlyList<SessionRow>>> OfPersonAsync(Guid userId, CancellationToken ct)
    {
        await using var open = await db.OpenAsync(Permission.EndSessions, ct);
        return await RefusalAsync(open, userId, await accounts.HomeOfAsync(userId), ct) is { } refusal ? refusal : Result.Of<IReadOnlyList<SessionRow>>(await ListAsync(open, userId, await PresentAsync(), ct));
    }

    /// <summary>Signs somebody out everywhere, at other organisations too: a sign-in belongs to the person. For the organisation that administers the sign-in; any other ends the roles that it gave.</summary>
    public async Task<Result> EndOfPersonAsync(Guid userId, CancellationToken ct)
    {
        List<UserSession> all = [];
        var home = await accounts.HomeOfAsync(userId);
        var ended = await db.ChangeAsync(Permission.EndSessions, async (open, ct) =>
        {
            if (await RefusalAsync(open, userId, home, ct) is { } refusal)
            {
                return refusal;
            }

            all = await Live(open, userId).OrderBy(s => s.Id).ToListAsync(ct);
            return await EndAsync(open, all, userId == open.ActorId ? SessionEnd.EndedByOwner : SessionEnd.EndedByAdministrator, ct);
        }, ct);
        return Forget(ended, [.. all.Select(s => s.Id)]);
    }

    private async Task<Result> EndAsync(MediSecureDbContext open, List<UserSession> those, SessionEnd why, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ended = those.Count(s => s.IsLive(now, sessions.Limits.Idle) && s.End(now, why));
        return ended > 0 ? await open.SaveAsync(ct) : those.Count == 1 ? SessionErrors.AlreadyOver : SessionErrors.NoneOpen;
    }

    /// <summary>After the transaction: this process need not wait until its memory is two seconds old.</summary>
    private Result Forget(Result ended, params ReadOnlySpan<Guid> ids)
    {
        if (!ended.Failed)
        {
            sessions.Forget(ids);
        }

        return ended;
    }

    private IQueryable<UserSession> Live(MediSecureDbContext open, Guid userId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var used = now - sessions.Limits.Idle;
        return open.UserSessions.Where(s => s.UserId == userId && s.EndedAt == null && s.EndsAt > now && s.SeenAt > used);
    }

    private async Task<List<SessionRow>> ListAsync(MediSecureDbContext open, Guid userId, Guid? present, CancellationToken ct) =>
        await Live(open, userId).AsNoTracking().OrderBy(s => s.Id == present ? 0 : 1).ThenByDescending(s => s.SeenAt).ThenBy(s => s.Id).Take(Most)
            .Select(s => new SessionRow(s.Id, s.StartedAt, s.SeenAt, s.EndsAt, s.Address, s.Agent, s.SecondFactor, s.Id == present)).ToListAsync(ct);

    private async Task<Guid?> PresentAsync() => Guid.TryParse((await user.GetAsync())?.Session, out var id) ? id : null;

    // The table of sessions knows no organisation: never ask it for somebody without this.
    private static async Task<Error?> RefusalAsync(MediSecureDbContext open, Guid userId, Guid? home, CancellationToken ct)
    {
        var here = open.OrganizationId;
        return !await open.OrganizationMemberships.AnyAsync(m => m.OrganizationId == here && m.UserId == userId && m.EndedAt == null, ct) ? Error.NotFound
            : home == here ? null : AccountErrors.OtherHome;
    }
}
