using MediSecure.Data.Persistence.DemoData;

namespace MediSecure.Web.Hosting;

/// <summary>Fills the demo before the host takes its first request.</summary>
internal sealed class DemoStart(DemoMode demo) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => demo.Enabled ? demo.StartAsync(cancellationToken) : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
