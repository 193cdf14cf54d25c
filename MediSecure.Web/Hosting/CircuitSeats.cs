using System.Collections.Concurrent;
using MediSecure.Data.Access;

namespace MediSecure.Web.Hosting;

/// <summary>The open pages of this process, each with who sits there. Singleton.</summary>
public sealed class CircuitSeats
{
    private readonly ConcurrentDictionary<Taken, byte> _taken = new();

    internal IReadOnlyCollection<Taken> All => [.. _taken.Keys];

    /// <summary>Tells <paramref name="look"/> at every look what the rows say, until disposed.</summary>
    public IDisposable Take(Seat seat, Func<SeatStanding, Task> look)
    {
        var taken = new Taken(this, seat, look);
        _taken[taken] = 0;
        return taken;
    }

    internal sealed class Taken(CircuitSeats seats, Seat seat, Func<SeatStanding, Task> look) : IDisposable
    {
        public Seat Seat => seat;

        public Task LookAsync(SeatStanding standing) => look(standing);

        public void Dispose() => seats._taken.TryRemove(this, out _);
    }
}
