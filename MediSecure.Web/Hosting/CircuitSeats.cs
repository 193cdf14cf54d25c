using System.Collections.Concurrent;
using MediSecure.Data.Access;
using MediSecure.Data.Persistence.DemoData;

namespace MediSecure.Web.Hosting;

/// <summary>The open pages of this process, each with who sits there. Singleton.</summary>
public sealed class CircuitSeats(DemoMode demo)
{
    private readonly ConcurrentDictionary<Taken, byte> _taken = new();

    internal IReadOnlyCollection<Taken> All => [.. _taken.Keys];

    /// <summary>The pages of this process that can be reached now and whose seat is of the same person; in the demo, where visitors share accounts, of the same sign-in.</summary>
    public int CountLike(Seat seat) => _taken.Keys.Count(taken => taken.IsUp() && (demo.Enabled ? taken.Seat.SessionId == seat.SessionId : taken.Seat.UserId == seat.UserId));

    /// <summary>Tells <paramref name="look"/> at every look what the rows say, until disposed.</summary>
    /// <param name="seat">Who sits there.</param>
    /// <param name="look">Is told.</param>
    /// <param name="isUp">Whether the browser can be reached now.</param>
    public IDisposable Take(Seat seat, Func<SeatStanding, Task> look, Func<bool> isUp)
    {
        var taken = new Taken(this, seat, look, isUp);
        _taken[taken] = 0;
        return taken;
    }

    internal sealed class Taken(CircuitSeats seats, Seat seat, Func<SeatStanding, Task> look, Func<bool> isUp) : IDisposable
    {
        public bool IsUp() => isUp();

        public Seat Seat => seat;

        public Task LookAsync(SeatStanding standing) => look(standing);

        public void Dispose() => seats._taken.TryRemove(this, out _);
    }
}
