using MediSecure.Data.Access;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.Playwright;

namespace MediSecure.Tests.Features.Journey;

/// <summary>What each role sees first in the demo: rows, not empty panels; readable, also on a phone.</summary>
public sealed class DashboardBrowserTests(OpenHouse house, Chromium chromium) : BrowserTest(house.App, chromium)
{
    public static TheoryData<string> FirstOfEachRole => [.. DemoAccounts.All.GroupBy(account => account.Role).Select(group => group.First().Email)];

    [Theory]
    [MemberData(nameof(FirstOfEachRole))]
    public async Task The_dashboard_shows_rows_leads_to_pages_that_open_and_is_accessible(string email)
    {
        var role = DemoAccounts.All.Single(a => a.Email == email).Role;
        var page = await AsAsync(email);
        var main = page.Locator("main");
        await Assertions.Expect(main.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        await Assertions.Expect(main.Locator(".figure .skeleton")).ToHaveCountAsync(0);

        var rows = await main.Locator("tbody tr, .list-row, .visit-card").CountAsync();
        Assert.True(rows > 0 || role == Role.Patient, $"{role} sees no row");
        await Assertions.Expect(main.GetByText("You may not see")).ToHaveCountAsync(0);
        await Assertions.Expect(main.GetByText("Could not load")).ToHaveCountAsync(0);

        foreach (var link in await page.Locator("main a.figure").EvaluateAllAsync<string[]>("all => [...new Set(all.map(a => a.getAttribute('href')))]"))
        {
            var answer = await page.APIRequest.GetAsync(link);
            Assert.True(answer.Status == 200, $"{role}: the figure's link {link} answers {answer.Status}");
        }

        // Each role's page differs, so each is looked at here; every route is looked at by RouteAccessibilityTests, and every route x role x theme by eng/a11y.sh.
        await AccessibleAsync(page, $"{role}, light");

        await page.SetViewportSizeAsync(390, 844);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1"), $"{role}: the phone scrolls sideways");
    }

    [Fact]
    public async Task Support_unlocks_an_account_from_the_row()
    {
        var page = await AsAsync("it@chihealth.example");
        await PressAsync(page.Locator("main"), "Unlock Mary Ude");
        await SaidAsync(page, "Mary Ude can sign in again.");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Unlock Mary Ude" })).ToHaveCountAsync(0);
    }
}
