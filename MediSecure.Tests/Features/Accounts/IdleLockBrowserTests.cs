using MediSecure.Tests.Support;
using Microsoft.Playwright;

namespace MediSecure.Tests.Features.Accounts;

/// <summary>Limits short enough to wait for and long enough for a busy machine: eighteen seconds unused, the question after half of them.</summary>
public sealed class ShortSessionsApp : MediSecureApp
{
    protected override IEnumerable<(string Key, string Value)> Settings => [("Session:IdleMinutes", "0.3")];
}

public sealed class IdleLockBrowserTests(ShortSessionsApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<ShortSessionsApp>
{
    [Fact]
    public async Task Who_is_away_is_asked_then_covered_and_comes_back_to_the_same_page()
    {
        var page = await AsAsync("nurse.joy@chihealth.example");
        await GoAsync(page, "/stays?sort=bed", "Inpatients");
        var question = page.GetByRole(AriaRole.Alertdialog, new() { Name = "Are you still there?" });
        await question.WaitForAsync();
        await PressAsync(question, "Go on working");
        await Assertions.Expect(question).ToHaveCountAsync(0);
        await Heading(page, "Inpatients").WaitForAsync();

        await question.WaitForAsync(); // away again, and this time for good
        await Heading(page, "Sign in").WaitForAsync();
        await Assertions.Expect(page.GetByText("nobody had used the page")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Open as Joy Okafor (Nurse)" }).ClickAsync();
        await Heading(page, "Inpatients").WaitForAsync();
        Assert.EndsWith("/stays?sort=bed", page.Url, StringComparison.Ordinal);
    }
}
