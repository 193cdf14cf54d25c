using MediSecure.Data.Access;
using MediSecure.Tests.Support;
using Microsoft.Playwright;

namespace MediSecure.Tests.Accessibility;

/// <summary>axe on every route once, as the first role that may open it, light; then contrast in the dark theme, switched without a reload. The full product of routes, roles and themes
/// is <see cref="EveryRoleAccessibilityTests"/>, which eng/a11y.sh runs.</summary>
public sealed class RouteAccessibilityTests(OpenHouse house, Chromium chromium) : BrowserTest(house.App, chromium)
{
    /// <summary>Who visits what: each page once.</summary>
    private static readonly ILookup<Role, string> Visits = DemoRoutes.SignedIn
        .ToLookup(one => one.Permission is { } permission ? Enum.GetValues<Role>().First(role => role.Grants(permission)) : Role.Nurse, one => one.Address);

    public static TheoryData<Role> Visitors => [.. Visits.Select(one => one.Key)];

    [Theory]
    [MemberData(nameof(Visitors))]
    public async Task Every_page_behind_the_sign_in_is_accessible_in_both_themes(Role role)
    {
        var findings = new List<string>();
        var page = await AsAsync(DemoRoutes.Account(role).Email);
        foreach (var address in Visits[role])
        {
            await EveryRoleAccessibilityTests.VisitAsync(page, address);
            findings.AddRange(await Findings.AllAsync(page, $"{address} as {role}, light"));
            await SwitchThemeAsync(page, "dark");
            findings.AddRange(await Findings.ContrastAsync(page, $"{address} as {role}, dark"));
            await SwitchThemeAsync(page, "light");
        }
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    private static async Task SwitchThemeAsync(IPage page, string to)
    {
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Switch between light and dark theme" });
        if (await button.CountAsync() == 0)
        {
            await page.EvaluateAsync("to => { document.documentElement.dataset.theme = to; }", to); // the account's static pages take the theme over and have no button
            return;
        }

        await button.ClickAsync();
        await page.WaitForFunctionAsync($"() => document.documentElement.dataset.theme === '{to}'");
    }

    [Fact]
    public async Task Every_open_page_is_accessible_in_both_themes()
    {
        var findings = new List<string>();
        foreach (var dark in new[] { false, true })
        {
            var page = await OpenAsync(dark: dark);
            foreach (var address in DemoRoutes.Open.Where(address => address != "/account/error"))      // the same page as /account/status, answering 500
            {
                await page.GotoAsync(address);
                await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.WaitForAsync();
                findings.AddRange(await (dark ? Findings.ContrastAsync(page, $"{address}, dark") : Findings.AllAsync(page, $"{address}, light")));
            }
        }
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }
}

/// <summary>Every route × every role that may open it × both themes, each freshly loaded.</summary>
[Trait("Category", "A11y")]
public sealed class EveryRoleAccessibilityTests(OpenHouse house, Chromium chromium) : BrowserTest(house.App, chromium)
{
    public static TheoryData<Role, bool> Views => [.. from role in Enum.GetValues<Role>() from dark in new[] { false, true } select (role, dark)];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Every_page_of_a_role_is_accessible(Role role, bool dark)
    {
        var findings = new List<string>();
        var page = await AsAsync(DemoRoutes.Account(role).Email, dark: dark);
        var visited = 0;
        foreach (var (address, _) in DemoRoutes.SignedIn.Where(one => one.Permission is not { } permission || role.Grants(permission)))
        {
            await VisitAsync(page, address);
            findings.AddRange(await Findings.AllAsync(page, $"{address} as {role}, {(dark ? "dark" : "light")}"));
            visited++;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{role}, {(dark ? "dark" : "light")}: {visited} pages");
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    /// <summary>Loads a page and waits until it has content.</summary>
    internal static async Task VisitAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.WaitForAsync();
        await page.WaitForFunctionAsync("() => !document.querySelector('[aria-busy=\"true\"]')");
    }
}

/// <summary>What axe finds, as lines, so that one run names everything that is to be put right.</summary>
internal static class Findings
{
    public static async Task<IEnumerable<string>> AllAsync(IPage page, string what) => (await Axe.AllAsync(page)).Select(line => $"{what}: {line}");

    public static async Task<IEnumerable<string>> ContrastAsync(IPage page, string what) => (await Axe.ContrastAsync(page)).Select(line => $"{what}: {line}");
}
