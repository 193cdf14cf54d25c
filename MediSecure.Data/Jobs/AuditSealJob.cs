using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Persistence.DemoData;
using Microsoft.Extensions.Hosting;

namespace MediSecure.Data.Jobs;

/// <summary>Seals the activity log every second. Several hosts may do so: the chain's primary key lets one of them win each link.</summary>
public sealed class AuditSealJob(AuditSealer sealer, DemoMode demo, JobBoard board, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        board.Announce(AuditSealer.Job, "Binds the events of the activity log to each other, so that an edit or a cut is found.", Every);
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (demo.HasData)
            {
                await board.RunAsync(AuditSealer.Job, ct => sealer.SealAsync(everything: demo.Enabled, ct), stoppingToken); // a reset of the demo begins new chains
            }
        }
    }
}
