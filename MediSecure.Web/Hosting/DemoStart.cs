using MediSecure.Data.Persistence.DemoData;

namespace MediSecure.Web.Hosting;

/// <summary>Marks an endpoint that reads nothing from the database: it is answered while the demo is still being filled.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsNoDataAttribute : Attribute;

/// <summary>Fills the demo beside the start of the host, so that its first page does not wait for ten thousand rows. What cannot be filled ends the host.</summary>
internal sealed class DemoStart(DemoMode demo, IHostApplicationLifetime lifetime, ILogger<DemoStart> log) : IHostedLifecycleService
{
    private Task _filling = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        if (demo.Enabled)
        {
            _filling = FillAsync();
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => _filling;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task FillAsync()
    {
        try
        {
            await demo.StartAsync(lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // The host was stopped before the demo was there.
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            log.LogCritical(exception, "The demo could not be filled: the host ends");
            lifetime.StopApplication();
        }
    }
}

internal static class DemoWait
{
    /// <summary>What needs data waits until the demo's is there, a few seconds after the start.</summary>
    public static IApplicationBuilder UseDemoWait(this IApplicationBuilder app)
    {
        var demo = app.ApplicationServices.GetRequiredService<DemoMode>();
        return demo.Enabled
            ? app.Use(async (http, next) =>
            {
                if (http.GetEndpoint()?.Metadata.GetMetadata<NeedsNoDataAttribute>() is null)
                {
                    await demo.WhenFilledAsync(http.RequestAborted);
                }

                await next();
            })
            : app;
    }
}
