using System.Collections.Concurrent;
using MediSecure.Data.Access;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Hosting;
using MediSecure.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(DemoHouse))]

namespace MediSecure.Tests.Support;

/// <summary>One demo host for the whole run, asked over HTTP, started by the first test that asks. For tests that only look; one that changes rows starts a host of its own.</summary>
public sealed class DemoHouse : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<HttpClient>>> _browsers = new();
    private readonly Lazy<FrameApp> _app = new(() => new FrameApp());

    public FrameApp App => _app.Value;

    /// <summary>Signed in with one click; the same browser for the same account.</summary>
    public Task<HttpClient> SignedInAsync(string email) => _browsers.GetOrAdd(email, one => new Lazy<Task<HttpClient>>(() => SignInAsync(one))).Value;

    private async Task<HttpClient> SignInAsync(string email)
    {
        var browser = App.Browser();
        using var answer = await FrameApp.OpenAsAsync(browser, email);
        Assert.True((int)answer.StatusCode is >= 300 and < 400, $"{email} was not signed in: {(int)answer.StatusCode}");
        return browser;
    }

    /// <summary>Reads what is really in the host's database.</summary>
    internal async Task<T> LookAsync<T>(string organization, Func<MediSecureDbContext, Task<T>> look)
    {
        await using var db = App.Services.GetRequiredService<SystemDb>().OpenSystem("test", DemoWorld.Id("organization", organization));
        return await look(db);
    }

    public ValueTask DisposeAsync() => _app.IsValueCreated ? _app.Value.DisposeAsync() : ValueTask.CompletedTask;
}
