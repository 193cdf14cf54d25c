using MediSecure.Data.Persistence.DemoData;

namespace MediSecure.Web.Hosting;

/// <summary>Fills the demo before any job starts and before the host takes its first request: until then there is no table to read.</summary>
internal sealed class DemoStart(DemoMode demo) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => demo.Enabled ? demo.StartAsync(cancellationToken) : Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
