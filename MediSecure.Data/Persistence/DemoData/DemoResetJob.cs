using MediSecure.Data.Jobs;
using Microsoft.Extensions.Hosting;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Resets the demo when its time has come and warns open pages a minute before. Looks once a second, because a reset on demand moves the next one.</summary>
internal sealed class DemoResetJob(DemoMode demo, JobBoard board, TimeProvider clock) : BackgroundService
{
    public const string Name = "demo-reset";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!demo.Enabled)
        {
            return;
        }

        board.Announce(Name, "Puts fresh demo data in the place of what visitors changed.", demo.Interval);
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await second.WaitForNextTickAsync(stoppingToken))
        {
            await LookAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        board.PlanNext(Name, demo.NextResetAt);
        if (demo.NextResetAt is not { } next)
        {
            return; // not filled yet, or never resets
        }

        var left = next - clock.GetUtcNow().UtcDateTime;
        if (left > DemoMode.WarnsBefore)
        {
            return;
        }

        demo.Warn();
        if (left <= TimeSpan.Zero && !await board.RunAsync(Name, inner => demo.ResetAsync(null, inner), ct))
        {
            demo.Postpone();
        }
    }
}
