using MediSecure.Data.Access;
using MediSecure.Tests.Support;
using Microsoft.Playwright;

namespace MediSecure.Tests.Accessibility;

/// <summary>axe on every route once, as the first role that may open it, light, and then dark by switching without a reload. The full product of routes, roles and themes is
/// <see cref="EveryRoleAccessibilityTests"/>, which eng/a11y.sh runs.</summary>
public sealed class RouteAccessibilityTests(MediSecureApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<MediSecureApp>
{
    [Fact]
    public async Task Every_page_behind_the_sign_in_is_accessible_in_both_themes()
    {
        var findings = new List<string>();
        // One window per role: a new circuit for each page, but one sign-in.
        foreach (var role in DemoRoutes.SignedIn.GroupBy(one => one.Permission is { } permission ? Enum.GetValues<Role>().First(role => role.Grants(permission)) : Role.Nurse))
        {
            var page = await AsAsync(DemoRoutes.Account(role.Key).Email);
            foreach (var (address, _) in role)
            {
                await EveryRoleAccessibilityTests.VisitAsync(page, address);
                findings.AddRange(await FindingsAsync(page, $"{address} as {role.Key}, light"));
                await page.GetByRole(AriaRole.Button, new() { Name = "Switch between light and dark theme" }).ClickAsync();
                await page.WaitForFunctionAsync("() => document.documentElement.dataset.theme === 'dark'");
                findings.AddRange(await FindingsAsync(page, $"{address} as {role.Key}, dark"));
                await page.GetByRole(AriaRole.Button, new() { Name = "Switch between light and dark theme" }).ClickAsync();
            }
        }
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    /// <summary>All findings of a page, so that one run names everything that is to be put right.</summary>
    private static async Task<IEnumerable<string>> FindingsAsync(IPage page, string what)
    {
        try
        {
            await AccessibleAsync(page, what);
            return [];
        }
        catch (Xunit.Sdk.TrueException finding)
        {
            return [finding.Message];
        }
    }

    [Fact]
    public async Task Every_open_page_is_accessible_in_both_themes()
    {
        foreach (var dark in new[] { false, true })
        {
            var page = await OpenAsync(dark: dark);
            foreach (var address in DemoRoutes.Open.Where(address => address != "/account/error"))      // the same page as /account/status, answering 500
            {
                await page.GotoAsync(address);
                await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.WaitForAsync();
                await AccessibleAsync(page, $"{address}, {(dark ? "dark" : "light")}");
            }
        }
    }
}

/// <summary>Every route × every role that may open it × both themes, each freshly loaded.</summary>
[Trait("Category", "A11y")]
public sealed class EveryRoleAccessibilityTests(MediSecureApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<MediSecureApp>
{
    public static TheoryData<Role, bool> Views => [.. from role in Enum.GetValues<Role>() from dark in new[] { false, true } select (role, dark)];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Every_page_of_a_role_is_accessible(Role role, bool dark)
    {
        var page = await AsAsync(DemoRoutes.Account(role).Email, dark: dark);
        var visited = 0;
        foreach (var (address, _) in DemoRoutes.SignedIn.Where(one => one.Permission is not { } permission || role.Grants(permission)))
        {
            await VisitAsync(page, address);
            await AccessibleAsync(page, $"{address} as {role}, {(dark ? "dark" : "light")}");
            visited++;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{role}, {(dark ? "dark" : "light")}: {visited} pages");
    }

    /// <summary>Loads a page and waits until it has content.</summary>
    internal static async Task VisitAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.WaitForAsync();
        await page.WaitForFunctionAsync("() => !document.querySelector('[aria-busy=\"true\"]')");
    }
}
