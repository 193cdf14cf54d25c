namespace MediSecure.Web.Hosting;

/// <summary>Lets <paramref name="burst"/> through at once and <paramref name="perSecond"/> each second for long. Used by one flow at a time.</summary>
internal sealed class TokenBucket(int perSecond, int burst, TimeProvider clock)
{
    private double _tokens = burst;
    private long _at = clock.GetTimestamp();

    /// <summary>Takes one; how long to wait until it would have been there.</summary>
    public TimeSpan Take()
    {
        var now = clock.GetTimestamp();
        _tokens = Math.Min(burst, _tokens + (clock.GetElapsedTime(_at, now).TotalSeconds * perSecond)) - 1;
        _at = now;
        return _tokens >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_tokens / perSecond);
    }
}
