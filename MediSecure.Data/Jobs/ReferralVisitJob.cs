using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Referrals;
using MediSecure.Data.Persistence.DemoData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace MediSecure.Data.Jobs;

/// <summary>Tells both ends of a referral between organisations that its visit fell through, whichever way it did: it is accepted again and waits for another. A missed visit that was taken back is its visit again.</summary>
public sealed class ReferralVisitJob(SystemDb doors, ReferralExchange exchange, DemoMode demo, JobBoard board, TimeProvider clock) : BackgroundService
{
    public const string Name = "referral-visits";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        board.Announce(Name, "Tells who referred a patient that the visit was cancelled or missed.", Every);
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (demo.HasData)
            {
                await board.RunAsync(Name, _ => TellAsync(), stoppingToken);
            }
        }
    }

    /// <summary>One round over all organisations.</summary>
    /// <returns>How many referrals.</returns>
    public async Task<int> TellAsync()
    {
        var told = 0;
        foreach (var organizationId in await doors.OrganizationIdsAsync())
        {
            await using var db = doors.OpenSystem(Name, organizationId);
            foreach (var behind in await IncomingReferralService.BehindTheirVisits(db).Select(r => new { r.Id, r.SenderOrganizationId }).ToListAsync())
            {
                await exchange.PrepareAsync(behind.SenderOrganizationId);
                var result = await doors.ChangeSystemAsync(Name, organizationId, async (change, ct) =>
                {
                    await change.LockAsync("referral", behind.Id, ct);
                    return await IncomingReferralService.BehindTheirVisits(change).SingleOrDefaultAsync(r => r.Id == behind.Id, ct) is { } incoming
                        ? await IncomingReferralService.FollowVisitAsync(change, exchange, incoming, clock.GetUtcNow().UtcDateTime, ct)
                        : Error.Stale; // another host was faster, or the next visit is booked
                });
                told += result.Failed ? 0 : 1;
            }
        }

        return told;
    }
}
