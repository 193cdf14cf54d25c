using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.EmergencyAccess;
using MediSecure.Data.Persistence.DemoData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace MediSecure.Data.Jobs;

/// <summary>Tells every administrator by mail, once, that an emergency access was not reviewed in its 72 hours: the privacy officers knew since it was opened.</summary>
public sealed class EmergencyReviewJob(SystemDb doors, MailQueue mails, DemoMode demo, JobBoard board, TimeProvider clock) : BackgroundService
{
    public const string Name = "overdue-reviews";
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        board.Announce(Name, "Tells administrators of emergency access that nobody reviewed in time.", Every);
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
    /// <returns>How many were told of.</returns>
    public async Task<int> TellAsync()
    {
        var told = 0;
        foreach (var organizationId in await doors.OrganizationIdsAsync())
        {
            var before = clock.GetUtcNow().UtcDateTime - EmergencyGrant.ReviewWithin;
            await using var db = doors.OpenSystem(Name, organizationId);
            foreach (var id in await db.EmergencyGrants.AsNoTracking().Where(g => g.ReviewedAt == null && g.OverdueToldAt == null && g.GrantedAt <= before).Select(g => g.Id).ToListAsync())
            {
                var result = await doors.ChangeSystemAsync(Name, organizationId, async (change, ct) =>
                {
                    if (await change.EmergencyGrants.SingleOrDefaultAsync(g => g.Id == id, ct) is not { } grant || !grant.TellOverdue(clock.GetUtcNow().UtcDateTime))
                    {
                        return Error.Stale; // another host was faster, or somebody reviewed it
                    }

                    await EmergencyAccessService.TellOverdueAsync(change, mails, grant, ct);
                    return await change.SaveAsync(ct);
                });
                told += result.Failed ? 0 : 1;
            }
        }

        return told;
    }
}
