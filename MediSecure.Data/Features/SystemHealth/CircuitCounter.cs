namespace MediSecure.Data.Features.SystemHealth;

/// <summary>How many people's pages are open in this process. The web host counts; nobody's name is kept. Singleton.</summary>
public sealed class CircuitCounter
{
    private int _open;
    private int _connected;
    private int _peak;

    /// <summary>Pages kept in memory, those that lost their connection included.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>Of those, pages with a living connection.</summary>
    public int Connected => Volatile.Read(ref _connected);

    /// <summary>Most pages open at once since the host started.</summary>
    public int Peak => Volatile.Read(ref _peak);

    public void Opened()
    {
        var now = Interlocked.Increment(ref _open);
        for (var peak = Peak; now > peak; peak = Peak)
        {
            if (Interlocked.CompareExchange(ref _peak, now, peak) == peak)
            {
                return;
            }
        }
    }

    public void Closed() => Interlocked.Decrement(ref _open);

    public void ConnectionUp() => Interlocked.Increment(ref _connected);

    public void ConnectionDown() => Interlocked.Decrement(ref _connected);
}
