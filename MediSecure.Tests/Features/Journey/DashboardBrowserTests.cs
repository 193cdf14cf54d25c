using MediSecure.Data.Access;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.Playwright;

namespace MediSecure.Tests.Features.Journey;

/// <summary>What each role sees first in the demo: rows, not empty panels; readable in both themes and on a phone.</summary>
public sealed class DashboardBrowserTests(MediSecureApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<MediSecureApp>
{
    public static TheoryData<string> FirstOfEachRole => [.. DemoAccounts.All.GroupBy(account => account.Role).Select(group => group.First().Email)];

    [Theory]
    [MemberData(nameof(FirstOfEachRole))]
    public async Task The_dashboard_shows_rows_and_is_accessible_in_both_themes(string email)
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

        await AccessibleAsync(page, $"{role}, light");
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch between light and dark theme" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await AccessibleAsync(page, $"{role}, dark");

        await page.SetViewportSizeAsync(390, 844);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1"), $"{role}: the phone scrolls sideways");
    }

    [Fact]
    public async Task Every_figure_leads_to_a_page_that_its_role_may_open()
    {
        foreach (var email in FirstOfEachRole.Select(row => row.Data))
        {
            var page = await AsAsync(email);
            await Assertions.Expect(page.Locator("main .figure .skeleton")).ToHaveCountAsync(0);
            var links = await page.Locator("main a.figure").EvaluateAllAsync<string[]>("all => [...new Set(all.map(a => a.getAttribute('href')))]");
            foreach (var link in links)
            {
                var answer = await page.APIRequest.GetAsync(link);
                Assert.True(answer.Status == 200, $"{email}: {link} answers {answer.Status}");
            }

            await page.Context.CloseAsync();
        }
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
