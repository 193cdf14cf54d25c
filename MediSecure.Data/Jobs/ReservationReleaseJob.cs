using MediSecure.Data.Access;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Persistence.DemoData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace MediSecure.Data.Jobs;

/// <summary>Releases reservations whose time is over, so that every board shows the bed free without anybody touching it. Correctness does not wait for it: a lapsed reservation
/// counts nowhere, and whoever takes the bed releases it under the lock.</summary>
public sealed class ReservationReleaseJob(SystemDb doors, DemoMode demo, JobBoard board, TimeProvider clock) : BackgroundService
{
    public const string Name = "release-reservations";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        board.Announce(Name, "Frees beds whose reservation is over.", Every);
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (demo.HasData)
            {
                await board.RunAsync(Name, _ => ReleaseAsync(), stoppingToken);
            }
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
