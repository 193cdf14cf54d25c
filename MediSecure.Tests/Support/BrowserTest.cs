using System.Collections.Concurrent;
using MediSecure.Data.Persistence.DemoData;
using Microsoft.Playwright;

namespace MediSecure.Tests.Support;

/// <summary>A journey in real browsers against the real host. Each person has a browser context of their own. Whatever a page says on its console as an error fails the test at the end.</summary>
/// <example><c>public sealed class BedBoardBrowserTests(MediSecureApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture&lt;MediSecureApp&gt;</c></example>
[Trait("Category", "Browser")]
public abstract class BrowserTest(MediSecureApp app, Chromium chromium) : IAsyncLifetime
{
    private readonly List<IBrowserContext> _contexts = [];
    private readonly ConcurrentBag<string> _errors = [];

    protected MediSecureApp App => app;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
        {
            await context.DisposeAsync();
        }

        GC.SuppressFinalize(this);
        Assert.Empty(_errors);
    }

    /// <summary>A fresh browser, signed out.</summary>
    protected async Task<IPage> OpenAsync(string path = "/", int width = 1440, int height = 900, bool dark = false)
    {
        var browser = await chromium.GetAsync();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = app.Address, ViewportSize = new ViewportSize { Width = width, Height = height }, ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce, Locale = "en-GB",
        });
        context.SetDefaultTimeout(30_000);
        Assertions.SetDefaultExpectTimeout(20_000);
        _contexts.Add(context);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => _errors.Add($"{page.Url}: {error}");
        page.Console += (_, message) =>
        {
            // A refused page answers 403 on purpose, and the browser says so.
            if (message.Type == "error" && !message.Text.Contains("status of 40", StringComparison.Ordinal))
            {
                _errors.Add($"{page.Url}: {message.Text}");
            }
        };
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>A fresh browser, signed in with one click as a demo account, on its dashboard.</summary>
    protected async Task<IPage> AsAsync(string email, int width = 1440, int height = 900, bool dark = false)
    {
        var account = DemoAccounts.All.Single(a => a.Email == email);
        var page = await OpenAsync("/account/login", width, height, dark);
        await page.GetByRole(AriaRole.Button, new() { Name = $"Open as {account.Name} ({account.Role})", Exact = true }).First.ClickAsync();
        await Heading(page, "Today, ").WaitForAsync();
        return page;
    }

    /// <summary>Goes to an address of the host and waits for the page behind it.</summary>
    protected static async Task GoAsync(IPage page, string path, string heading)
    {
        await page.GotoAsync(path);
        await Heading(page, heading).WaitForAsync();
    }

    protected static ILocator Heading(IPage page, string begins) => page.GetByRole(AriaRole.Heading, new() { Level = 1, NameRegex = new($"^{System.Text.RegularExpressions.Regex.Escape(begins)}") });

    /// <summary>Presses the one button of this name that can be seen.</summary>
    protected static Task PressAsync(ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();

    /// <summary>Waits until the page says the result of an action.</summary>
    protected static Task SaidAsync(IPage page, string text) =>
        Assertions.Expect(page.GetByText(text).First).ToBeAttachedAsync(new() { Timeout = 15_000 });

    /// <summary>No violation of WCAG 2.2 AA on what is shown.</summary>
    protected static async Task AccessibleAsync(IPage page, string what)
    {
        var found = await Axe.AllAsync(page);
        Assert.True(found.Count == 0, $"{what}: " + string.Join("; ", found));
    }
}
