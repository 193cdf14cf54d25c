using MediSecure.Data.Persistence.DemoData;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediSecure.Data.Jobs;

/// <summary>A chain of the activity log is broken.</summary>
public sealed class AuditBrokenException(string message) : Exception(message);

/// <summary>Walks the chains of the activity log once a day, so that an edit is found without anybody asking. A broken chain shows as a failed job and in the host's log, with organisation and number.</summary>
public sealed class AuditVerifyJob(AuditVerification verification, DataOptions options, DemoMode demo, JobBoard board, TimeProvider clock, ILogger<AuditVerifyJob> log) : BackgroundService
{
    public const string Name = "verify-audit";
    private static readonly TimeSpan Every = TimeSpan.FromHours(24);
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        board.Announce(Name, "Walks the chains of the activity log and says when one is broken.", Every);
        var wait = AfterStart;
        while (true)
        {
            board.PlanNext(Name, clock.GetUtcNow().UtcDateTime + wait);
            await Task.Delay(wait, clock, stoppingToken);
            wait = Every;
            if (demo.HasData)
            {
                await board.RunAsync(Name, VerifyAsync, stoppingToken);
            }
        }
    }

    /// <exception cref="AuditBrokenException">At least one chain is broken.</exception>
    public async Task VerifyAsync(CancellationToken ct)
    {
        var anchors = options.CheckpointFile is { } path && File.Exists(path) ? await File.ReadAllLinesAsync(path, ct) : null;
        var report = await verification.VerifyAsync(null, anchors, ct);
        foreach (var defect in report.Defects)
        {
            log.LogCritical("The activity log is broken: {Defect}", defect);
        }

        if (report.Defects.Count > 0)
        {
            throw new AuditBrokenException($"{report.Defects.Count} chain(s) broken.");
        }
    }
}
