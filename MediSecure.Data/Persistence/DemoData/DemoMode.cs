using MediSecure.Data.Access;
using MediSecure.Data.Changes;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Whether this host is a demo, and when it starts anew. Singleton.</summary>
public sealed class DemoMode(bool enabled, TimeSpan? interval, DatabaseSource source, AccessCache access, ChangeFeed feed, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    public bool Enabled { get; } = enabled;

    /// <summary>How often the data is replaced; null for never.</summary>
    public TimeSpan? Interval { get; } = interval;

    /// <summary>UTC; null when it never resets by itself.</summary>
    public DateTime? NextResetAt { get; private set; }

    /// <summary>Raised after the database was replaced and after the next reset moved.</summary>
    public event Action? Changed;

    /// <summary>Creates and fills the first database.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        await ResetAsync(ct);
    }

    /// <summary>Replaces everything with fresh demo data, without a restart: nothing from before is left, people stay signed in, open screens ask again.</summary>
    public async Task ResetAsync(CancellationToken ct)
    {
        if (!Enabled)
        {
            throw new InvalidOperationException("Only a demo can be reset.");
        }

        await _one.WaitAsync(ct);
        try
        {
            await source.ReplaceMemoryAsync(async (open, token) => await DemoSeed.FillAsync(open, clock.GetUtcNow().UtcDateTime, token), ct);
            access.DropAll();
            NextResetAt = Interval is { } every ? clock.GetUtcNow().UtcDateTime + every : null;
        }
        finally
        {
            _one.Release();
        }

        feed.PublishReset();
        Changed?.Invoke();
    }

    public void Dispose() => _one.Dispose();
}
