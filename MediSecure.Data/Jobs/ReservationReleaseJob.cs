using System.Data.Common;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Beds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediSecure.Data.Jobs;

/// <summary>Releases reservations whose time is over, so that every board shows the bed free without anybody touching it. Correctness does not wait for it: a lapsed reservation
/// counts nowhere, and whoever takes the bed releases it under the lock.</summary>
public sealed class ReservationReleaseJob(SystemDb doors, TimeProvider clock, ILogger<ReservationReleaseJob> log) : BackgroundService
{
    public const string Name = "release-reservations";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await ReleaseAsync();
                }
                catch (Exception e) when (e is DbException or DbUpdateException or InvalidOperationException or TimeoutException)
                {
                    // The database is away, or the demo was replaced under the job: the next round sees what is there then.
                    log.LogWarning("Lapsed reservations could not be released this time: {Kind}", e.GetType().Name);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    /// <summary>One round over all organisations.</summary>
    /// <returns>How many were released.</returns>
    public async Task<int> ReleaseAsync()
    {
        var released = 0;
        foreach (var organizationId in await doors.OrganizationIdsAsync())
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await using var db = doors.OpenSystem(Name, organizationId);
            var lapsed = await db.BedStays.AsNoTracking().Where(s => s.Status == BedStayStatus.Reserved && s.ReservedUntil <= now).Select(s => new { s.Id, s.PatientId, s.BedId }).ToListAsync();
            foreach (var one in lapsed)
            {
                var result = await doors.ChangeSystemAsync(Name, organizationId, async (change, ct) =>
                {
                    await change.LockAsync("patient", one.PatientId, ct);
                    await change.LockAsync("bed", one.BedId, ct);
                    var stay = await change.BedStays.SingleOrDefaultAsync(s => s.Id == one.Id, ct);
                    if (stay is null || stay.Status != BedStayStatus.Reserved || stay.Counts(now))
                    {
                        return BedErrors.NotReserved; // somebody was faster
                    }

                    var cancelled = stay.Cancel(now);
                    return cancelled.Failed ? cancelled : await change.SaveAsync(ct);
                });
                released += result.Failed ? 0 : 1;
            }
        }

        return released;
    }
}
