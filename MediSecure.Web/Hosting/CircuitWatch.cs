using MediSecure.Data.Access;
using MediSecure.Data.Persistence;
using Microsoft.JSInterop;

namespace MediSecure.Web.Hosting;

/// <summary>Looks every two seconds, and at once when something changed in this process, whether the people at open pages may still be there. While the database is away nobody is sent out:
/// the doors need it too, so nothing is shown to anybody meanwhile.</summary>
internal sealed class CircuitWatch(CircuitSeats seats, SeatCheck check, SessionExpiry expiry, SessionStore sessions, AccessCache access, ILogger<CircuitWatch> log) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(200);
    private readonly SemaphoreSlim _now = new(0, 1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        access.Dropped += Hurry;
        sessions.Ended += Hurry;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await _now.WaitAsync(Interval, stoppingToken);
                await LookAsync(stoppingToken);
                await Task.Delay(Shortest, stoppingToken); // many changes at once are one look
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
        finally
        {
            access.Dropped -= Hurry;
            sessions.Ended -= Hurry;
        }
    }

    public override void Dispose()
    {
        _now.Dispose();
        base.Dispose();
    }

    private void Hurry()
    {
        try
        {
            _now.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody has asked already.
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        var taken = seats.All;
        if (taken.Count == 0)
        {
            return;
        }

        IReadOnlyDictionary<Seat, SeatStanding> standings;
        try
        {
            standings = await check.LookAsync([.. taken.Select(t => t.Seat)], ct);
            foreach (var (seat, _) in standings.Where(s => s.Value.Passed is not null).DistinctBy(s => s.Key.SessionId))
            {
                await expiry.LookAsync(seat.SessionId, seat.UserId, seat.OrganizationId, null, "circuit-watch");
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException && DatabaseErrors.Explain(exception) is not null)
        {
            log.LogDebug("Open pages could not be looked after: {Kind}", exception.GetBaseException().GetType().Name);
            return;
        }

        foreach (var one in taken)
        {
            if (standings.TryGetValue(one.Seat, out var standing))
            {
                _ = TellAsync(one, standing); // a page that is slow must not keep the others waiting
            }
        }
    }

    private async Task TellAsync(CircuitSeats.Taken one, SeatStanding standing)
    {
        try
        {
            await one.LookAsync(standing);
        }
        catch (Exception exception) when (exception is ObjectDisposedException or JSDisconnectedException or OperationCanceledException)
        {
            // The page was closed meanwhile.
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            log.LogError("An open page could not be told about its sign-in: {Kind}", exception.GetType().Name);
        }
    }
}
