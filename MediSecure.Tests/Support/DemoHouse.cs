using MediSecure.Data.Access;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(DemoHouse))]

namespace MediSecure.Tests.Support;

/// <summary>One demo host and one browser for the whole run, started by the first test that asks. Tests share its rows: they look, or use rows that no other test uses.
/// A test that changes what others count starts a <see cref="MediSecureApp"/> of its own.</summary>
public sealed class DemoHouse : IAsyncDisposable
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly Lazy<MediSecureApp> _app = new(() => new MediSecureApp());
    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> _browser = new(StartBrowserAsync);

    public MediSecureApp App => _app.Value;

    public Task<IBrowser> BrowserAsync() => Task.Run(async () => (await _browser.Value).Browser);

    /// <summary>Reads what is really in the host's database.</summary>
    public async Task<T> LookAsync<T>(string organization, Func<MediSecureDbContext, Task<T>> look)
    {
        await using var db = App.Services.GetRequiredService<SystemDb>().OpenSystem("test", DemoWorld.Id("organization", organization));
        return await look(db);
    }

    private static async Task<(IPlaywright, IBrowser)> StartBrowserAsync()
    {
        var program = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given ? given
            : new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("No Chromium for the tests. Set CHROMIUM or apt-get install chromium");
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Arguments }));
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated)
        {
            var (driver, browser) = await _browser.Value;
            await browser.CloseAsync();
            driver.Dispose();
        }
        if (_app.IsValueCreated)
        {
            await _app.Value.DisposeAsync();
        }
    }
}
