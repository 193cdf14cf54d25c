using MediSecure.Data;
using MediSecure.Data.Access;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace MediSecure.Tests.Features.Demo;

/// <summary>A filled demo of its own, with a clock that tests move.</summary>
public sealed class DemoHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private DemoHost(ServiceProvider services, FakeTimeProvider clock) => (_services, Clock) = (services, clock);

    public FakeTimeProvider Clock { get; }

    public IServiceProvider Services => _services;

    public DemoMode Demo => _services.GetRequiredService<DemoMode>();

    internal DatabaseSource Source => _services.GetRequiredService<DatabaseSource>();

    public static async Task<DemoHost> StartAsync(TimeSpan? resetEvery = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 10, 42, 0, TimeSpan.Zero));
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<TestSessions>();
        services.AddScoped<TestUser>();
        services.AddScoped<ICurrentUser>(sp => sp.GetRequiredService<TestUser>());
        services.AddMediSecureData(new DataOptions(null, Demo: true, resetEvery));
        var host = new DemoHost(services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true }), clock);
        await host.Demo.StartAsync(CancellationToken.None);
        return host;
    }

    /// <summary>A scope of services acting as a demo account at its first organisation.</summary>
    public async Task<AsyncServiceScope> AsAsync(string email)
    {
        var account = DemoAccounts.All.Single(a => a.Email == email);
        var person = await _services.GetRequiredService<AccessCache>().GetAsync(DemoWorld.UserId(email));
        var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TestUser>().Caller = new Caller(person!.UserId, person.Organizations.Single(o => o.OrganizationName == account.Organizations[0]).OrganizationId);
        return scope;
    }

    internal MediSecureDbContext Look(string organization) => _services.GetRequiredService<SystemDb>().OpenSystem("test", DemoWorld.Id("organization", organization));

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
