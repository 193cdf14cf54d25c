using MediSecure.Data.Access;
using MediSecure.Data.Persistence.DemoData;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MediSecure.Tests.Support;

/// <summary>The real host in demo mode on a port of its own, with fresh demo data; one per test class. Never resets by itself.</summary>
public class MediSecureApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    public DemoMode Demo => Services.GetRequiredService<DemoMode>();

    /// <summary>What is really in the demo's database, past everybody's scope.</summary>
    internal async Task<T> LookAsync<T>(string organization, Func<MediSecure.Data.Persistence.MediSecureDbContext, Task<T>> look)
    {
        await using var db = await Services.GetRequiredService<SystemDb>().OpenSystemAsync("test", DemoWorld.Id("organization", organization));
        return await look(db);
    }

    /// <summary>What this host is set up with beside the usual.</summary>
    protected virtual IEnumerable<(string Key, string Value)> Settings => [];

    public ValueTask InitializeAsync()
    {
        Start();
        return ValueTask.CompletedTask;
    }

    public void Start()
    {
        UseKestrel(0);
        StartServer();
        Address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("[::]", "127.0.0.1", StringComparison.Ordinal).TrimEnd('/');
    }

    // Tests read the database past the requests, which would wait by themselves.
    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        host.Services.GetRequiredService<DemoMode>().WhenFilledAsync(CancellationToken.None).GetAwaiter().GetResult();
        return host;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Demo:Enabled", "true");
        builder.UseSetting("Demo:ResetMinutes", "0");
        builder.UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning"); // some forty of them start and stop in a run
        builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }
    }
}
