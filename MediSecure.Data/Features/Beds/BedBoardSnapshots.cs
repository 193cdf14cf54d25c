using System.Collections.Concurrent;
using MediSecure.Data.Access;
using MediSecure.Data.Changes;

namespace MediSecure.Data.Features.Beds;

/// <summary>Boards share work: the first who asks after a change runs the SQL, everybody else with the same permission at the same organisation awaits it. Singleton; the caller has been
/// let in by a door before it asks here.</summary>
public sealed class BedBoardSnapshots : IDisposable
{
    /// <summary>A board that nobody has asked for meanwhile is forgotten: it names patients.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Key, Entry> _latest = new();
    private readonly ChangeFeed _feed;
    private readonly TimeProvider _clock;
    private readonly ITimer _forgetting;

    public BedBoardSnapshots(ChangeFeed feed, TimeProvider clock)
    {
        (_feed, _clock) = (feed, clock);
        _forgetting = clock.CreateTimer(_ => Forget(), null, Kept / 4, Kept / 4);
    }

    /// <summary>How many boards are kept at this moment.</summary>
    internal int Count => _latest.Count;

    public void Dispose() => _forgetting.Dispose();

    /// <summary>The board as it is after the last change.</summary>
    /// <param name="organizationId">Whose beds.</param>
    /// <param name="permission">What the caller was let in with: never shared across permissions.</param>
    /// <param name="withPatients">Whether the rows name patients: part of what may be shared.</param>
    /// <param name="withVitals">Whether the rows carry scores.</param>
    /// <param name="read">Runs the SQL. Its end is awaited by others too, so it must not stop when its first caller goes away.</param>
    /// <param name="ct">Ends the waiting of this caller only.</param>
    internal async Task<BedBoard> GetAsync(Guid organizationId, Permission permission, bool withPatients, bool withVitals, Func<Task<(BedBoard Board, DateTime? ValidUntil)>> read, CancellationToken ct)
    {
        var key = new Key(organizationId, permission, withPatients, withVitals);
        var number = _feed.Number; // before the SQL: a commit published later makes this snapshot old, never a newer one
        Entry entry;
        lock (_latest)
        {
            if (!_latest.TryGetValue(key, out var known) || known.Number < number || known.IsOver(_clock.GetUtcNow().UtcDateTime))
            {
                known = new Entry(number, Task.Run(read, CancellationToken.None));
                _latest[key] = known;
            }

            known.AskedAt = _clock.GetTimestamp();
            entry = known;
        }

        return (await entry.Rows.WaitAsync(ct)).Board;
    }

    private void Forget()
    {
        lock (_latest)
        {
            foreach (var (key, _) in _latest.Where(one => _clock.GetElapsedTime(one.Value.AskedAt) >= Kept).ToList())
            {
                _latest.TryRemove(key, out _);
            }
        }
    }

    private sealed record Key(Guid OrganizationId, Permission Permission, bool WithPatients, bool WithVitals);

    private sealed record Entry(long Number, Task<(BedBoard Board, DateTime? ValidUntil)> Rows)
    {
        public long AskedAt { get; set; }

        /// <summary>Failed, or a reservation in it has lapsed since.</summary>
        public bool IsOver(DateTime now) => Rows.IsFaulted || Rows.IsCanceled || (Rows.IsCompletedSuccessfully && Rows.GetAwaiter().GetResult().ValidUntil <= now);
    }
}
