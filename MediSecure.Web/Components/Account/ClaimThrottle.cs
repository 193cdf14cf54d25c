using System.Collections.Concurrent;

namespace MediSecure.Web.Components.Account;

/// <summary>How often a code may be tried wrongly: from one address, and with one record number, within a quarter of an hour. Counts failures only. The code itself counts its own in the
/// database; this spares the database and slows who tries many numbers.</summary>
internal sealed class ClaimThrottle(TimeProvider clock, ILogger<ClaimThrottle>? log = null)
{
    public const int MostFromAddress = 30;
    public const int MostWithNumber = 10;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<string, Queue<long>> _failures = new(StringComparer.Ordinal);

    public bool MayTry(string? address, string number) => Count(OfAddress(address)) < MostFromAddress && Count(OfNumber(number)) < MostWithNumber;

    public void Failed(string? address, string number)
    {
        foreach (var key in (string[])[OfAddress(address), OfNumber(number)])
        {
            var times = _failures.GetOrAdd(key, _ => new Queue<long>());
            lock (times)
            {
                times.Enqueue(clock.GetTimestamp());
            }
        }

        if (Count(OfAddress(address)) == MostFromAddress || Count(OfNumber(number)) == MostWithNumber)
        {
            log?.LogWarning("Codes of patients' invitations were tried wrongly {FromAddress} times from one address or {WithNumber} times with one record number: further tries rest", MostFromAddress, MostWithNumber);
        }

        if (_failures.Count > 10_000)
        {
            foreach (var key in _failures.Keys.Where(key => Count(key) == 0))
            {
                _failures.TryRemove(key, out _);
            }
        }
    }

    private int Count(string key)
    {
        if (!_failures.TryGetValue(key, out var times))
        {
            return 0;
        }

        lock (times)
        {
            while (times.TryPeek(out var at) && clock.GetElapsedTime(at) > Window)
            {
                times.Dequeue();
            }

            return times.Count;
        }
    }

    private static string OfAddress(string? address) => $"address:{address}";

    // A number is not kept, not even here.
    private static string OfNumber(string number) => $"number:{number.Trim().ToUpperInvariant().GetHashCode(StringComparison.Ordinal):x}";
}
