using MediSecure.Data.Persistence.DemoData;
using MediSecure.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediSecure.Tests.Hosting;

/// <summary>The host listens while the demo is filled: what needs data waits, and what cannot be filled ends the host.</summary>
public sealed class DemoStartTests
{
    [Fact]
    public async Task What_needs_data_waits_until_it_is_there_and_what_needs_none_is_answered()
    {
        using var clock = new GatedClock();
        await using var services = Services(clock);
        var demo = services.GetRequiredService<DemoMode>();
        var start = new DemoStart(demo, new Lifetime(), NullLogger<DemoStart>.Instance);
        await start.StartingAsync(CancellationToken.None);                       // does not wait
        Assert.False(demo.HasData);

        var answered = new List<string>();
        var app = new ApplicationBuilder(services);
        app.UseDemoWait();
        app.Run(http =>
        {
            lock (answered)
            {
                answered.Add(http.Request.Path);
            }

            return Task.CompletedTask;
        });
        var pipeline = app.Build();
        var patients = pipeline(Request("/patients"));
        await pipeline(Request("/", new NeedsNoDataAttribute()));
        Assert.Equal(["/"], answered);
        Assert.False(patients.IsCompleted);

        clock.Open();
        await patients;
        Assert.Equal(["/", "/patients"], answered);
        Assert.True(demo.HasData);
        await start.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_demo_that_cannot_be_filled_ends_the_host()
    {
        using var clock = new GatedClock { Broken = true };
        clock.Open();
        await using var services = Services(clock);
        var demo = services.GetRequiredService<DemoMode>();
        var lifetime = new Lifetime();
        var start = new DemoStart(demo, lifetime, NullLogger<DemoStart>.Instance);
        await start.StartingAsync(CancellationToken.None);
        await start.StopAsync(CancellationToken.None);                           // waits for the filling
        Assert.True(lifetime.ApplicationStopping.IsCancellationRequested);
        Assert.True(demo.Failed);
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => demo.WhenFilledAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_host_that_is_stopped_while_it_fills_has_not_failed()
    {
        using var clock = new GatedClock();
        await using var services = Services(clock);
        var demo = services.GetRequiredService<DemoMode>();
        var lifetime = new Lifetime();
        var start = new DemoStart(demo, lifetime, NullLogger<DemoStart>.Instance);
        await start.StartingAsync(CancellationToken.None);
        lifetime.StopApplication();
        clock.Open();
        await start.StopAsync(CancellationToken.None);
        Assert.Equal((false, false), (demo.HasData, demo.Failed));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => demo.WhenFilledAsync(CancellationToken.None));
    }

    private static DefaultHttpContext Request(string path, params object[] metadata)
    {
        var http = new DefaultHttpContext();
        http.Request.Path = path;
        http.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(metadata), path));
        return http;
    }

    private static ServiceProvider Services(TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock);
        MediSecure.Data.DataSetup.AddMediSecureData(services, new MediSecure.Data.DataOptions(null, Demo: true, ResetInterval: null));
        return services.BuildServiceProvider();
    }

    /// <summary>Filling asks the time first of all: nobody gets it before the gate opens.</summary>
    private sealed class GatedClock : TimeProvider, IDisposable
    {
        private readonly ManualResetEventSlim _gate = new();

        public bool Broken { get; init; }

        public void Open() => _gate.Set();

        public override DateTimeOffset GetUtcNow()
        {
            _gate.Wait(TimeSpan.FromSeconds(60));
            return Broken ? throw new InvalidTimeZoneException("no time") : System.GetUtcNow();
        }

        public void Dispose() => _gate.Dispose();
    }

    private sealed class Lifetime : IHostApplicationLifetime
    {
        private readonly CancellationTokenSource _stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopping.Cancel();
    }
}
