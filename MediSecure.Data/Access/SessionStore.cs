using System.Collections.Concurrent;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Access;

/// <summary>The sessions behind the cookies. Every request and every door asks here; answers are kept for two seconds and dropped at once by whatever ends a session in this process.</summary>
public sealed class SessionStore : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan KeptAfterEnd = TimeSpan.FromDays(90);
    private readonly ConcurrentDictionary<Guid, (long At, Task<SessionStanding?> Value)> _known = new();
    private readonly ConcurrentDictionary<Guid, DateTime> _touched = new();
    private readonly ConcurrentDictionary<Guid, DateTime> _ended = new(); // ended here: no demo reset that copies rows at this moment brings one back
    private readonly SemaphoreSlim _writing = new(1);
    private readonly DatabaseSource _source;
    private readonly TimeProvider _clock;
    private readonly bool _staffNeedSecondFactor;

    internal SessionStore(DatabaseSource source, AccessCache access, SessionLimits limits, TimeProvider clock, bool staffNeedSecondFactor = false)
    {
        _source = source;
        _clock = clock;
        Limits = limits;
        _staffNeedSecondFactor = staffNeedSecondFactor;
        access.Dropped += _known.Clear;
    }

    public SessionLimits Limits { get; }

    /// <summary>Raised when a session ended in this process. Must return at once.</summary>
    public event Action? Ended;

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    /// <summary>Whether a sign-in that was proven like this may act as staff.</summary>
    internal bool CountsForStaff(SecondFactor factor) => !_staffNeedSecondFactor || factor != SecondFactor.None;

    /// <summary>Begins a session. What is long over for this person is cleared away on the way.</summary>
    public async Task<SessionStanding> StartAsync(Guid userId, SessionOrigin origin)
    {
        var now = Now;
        var session = new UserSession(Guid.CreateVersion7(_clock.GetUtcNow()), userId, now, now + Limits.Absolute, origin.Address, origin.Agent, origin.SecondFactor);
        await WriteAsync(async db =>
        {
            var old = now - KeptAfterEnd;
            db.RemoveRange(await db.UserSessions.Where(s => s.UserId == userId && s.EndsAt < old).OrderBy(s => s.EndsAt).Take(20).ToListAsync());
            db.Add(session);
            await db.SaveChangesAsync();
        });
        return (await GetAsync(session.Id))!;
    }

    /// <summary>Null for an id that is no session.</summary>
    public Task<SessionStanding?> GetAsync(Guid id)
    {
        if (_known.TryGetValue(id, out var hit) && _clock.GetElapsedTime(hit.At) < Life && !hit.Value.IsFaulted && !hit.Value.IsCanceled)
        {
            return hit.Value;
        }

        var fresh = LoadAsync(id);
        _known[id] = (_clock.GetTimestamp(), fresh);
        if (_known.Count > 5_000)
        {
            foreach (var old in _known.Where(e => _clock.GetElapsedTime(e.Value.At) > Life))
            {
                _known.TryRemove(old);
            }
        }

        return fresh;
    }

    /// <summary>The session when it counts for this person now, else null.</summary>
    /// <param name="mark">As the cookie says it.</param>
    /// <param name="userId">Whom the cookie names.</param>
    public async ValueTask<SessionStanding?> LiveAsync(string? mark, Guid userId) =>
        Guid.TryParse(mark, out var id) && await GetAsync(id) is { } standing && standing.UserId == userId && standing.IsLive(Now, Limits) ? standing : null;

    public async ValueTask<bool> IsLiveAsync(Caller caller) => await LiveAsync(caller.Session, caller.UserId) is not null;

    /// <summary>The person did something. Written at most every <see cref="SessionLimits.Grain"/>; a session that is over stays over.</summary>
    public async Task<SessionStanding?> TouchAsync(Guid id)
    {
        var now = Now;
        if ((_touched.TryGetValue(id, out var last) && now - last < Limits.Grain && now >= last) || await GetAsync(id) is not { } known || !known.IsLive(now, Limits))
        {
            return await GetAsync(id);
        }

        _touched[id] = now;
        await WriteAsync(async db =>
        {
            if (await db.UserSessions.SingleOrDefaultAsync(s => s.Id == id) is { } session && session.IsLive(now, Limits.Idle))
            {
                session.Seen(now);
                await db.SaveChangesAsync();
            }
        });
        _known.TryRemove(id, out _);
        if (_touched.Count > 5_000)
        {
            foreach (var old in _touched.Where(e => now - e.Value > Limits.Idle))
            {
                _touched.TryRemove(old);
            }
        }

        return await GetAsync(id);
    }

    /// <returns>True when this call ended it, false when it was over already or never was.</returns>
    public async Task<bool> EndAsync(Guid id, SessionEnd why)
    {
        var ended = false;
        await WriteAsync(async db =>
        {
            if (await db.UserSessions.SingleOrDefaultAsync(s => s.Id == id) is { } session && session.End(Now, why))
            {
                await db.SaveChangesAsync();
                ended = true;
            }
        });
        Forget(id);
        return ended;
    }

    /// <summary>Ended by somebody else's transaction, which has committed.</summary>
    internal void Forget(params ReadOnlySpan<Guid> ids)
    {
        var now = Now;
        foreach (var id in ids)
        {
            _ended[id] = now + Limits.Absolute;
            _known.TryRemove(id, out _);
            _touched.TryRemove(id, out _);
        }

        foreach (var old in _ended.Where(e => e.Value < now))
        {
            _ended.TryRemove(old);
        }

        Ended?.Invoke();
    }

    /// <summary>Copies live sessions into the database that is about to take the place of the demo's, then swaps the two, so that people stay signed in. Nothing is written meanwhile.</summary>
    internal async Task CarryAsync(Func<AccessScope, MediSecureDbContext> openNext, Action swap)
    {
        await _writing.WaitAsync();
        try
        {
            var now = Now;
            await using (var old = _source.Create(AccessScope.None))
            await using (var next = openNext(AccessScope.None))
            {
                var live = await old.UserSessions.AsNoTracking().Where(s => s.EndedAt == null && s.EndsAt > now).ToListAsync();
                var users = (await next.Users.Select(u => u.Id).ToListAsync()).ToHashSet();
                next.AddRange(live.Where(s => users.Contains(s.UserId) && !_ended.ContainsKey(s.Id) && s.IsLive(now, Limits.Idle)));
                await next.SaveChangesAsync();
            }

            swap();
            _known.Clear();
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();

    private async Task<SessionStanding?> LoadAsync(Guid id)
    {
        await using var db = _source.Create(AccessScope.None);
        var row = await (from s in db.UserSessions
                         join u in db.Users on s.UserId equals u.Id
                         where s.Id == id
                         select new { s.Id, s.UserId, s.StartedAt, s.SeenAt, s.EndsAt, s.EndedAt, s.EndedBecause, s.SecondFactor, u.SecurityStamp, u.DisabledAt, u.LockoutEnd }).SingleOrDefaultAsync();
        return row is null ? null : new SessionStanding(row.Id, row.UserId, row.StartedAt, row.SeenAt, row.EndsAt, row.EndedAt, row.EndedBecause, row.SecurityStamp, AppUser.IsShutOut(row.DisabledAt, row.LockoutEnd, Now),
            row.SecondFactor, CountsForStaff(row.SecondFactor));
    }

    // On SQLite one at a time, so that a demo reset can hold all writers; PostgreSQL is never swapped.
    private async Task WriteAsync(Func<MediSecureDbContext, Task> write)
    {
        var inMemory = _source.Provider == DatabaseProvider.Sqlite;
        if (inMemory)
        {
            await _writing.WaitAsync();
        }

        try
        {
            await using var db = _source.Create(AccessScope.None);
            await write(db);
        }
        finally
        {
            if (inMemory)
            {
                _writing.Release();
            }
        }
    }
}
