using System.Net;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Hosting;
using MediSecure.Tests.Support;
using Microsoft.Playwright;

namespace MediSecure.Tests.Features.Journey;

/// <summary>The sign-ins that the README promises, over HTTP: by click and by password.</summary>
public sealed class DemoSignInTests(DemoHouse house)
{
    public static TheoryData<string> Accounts => [.. DemoAccounts.All.Select(account => account.Email)];

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Each_account_signs_in_with_one_click_and_with_its_password(string email)
    {
        using var clicking = house.App.Browser();
        await LandsOnTheDashboardAsync(clicking, await FrameApp.OpenAsAsync(clicking, email));
        using var typing = house.App.Browser();
        await LandsOnTheDashboardAsync(typing, await FrameApp.SignInAsync(typing, email, DemoAccounts.Password));
    }

    private static async Task LandsOnTheDashboardAsync(HttpClient browser, HttpResponseMessage answer)
    {
        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.StatusCode, answer.Headers.Location?.AbsolutePathOrSelf()));
        Assert.Contains("blazor.web", await browser.GetStringAsync("/")); // the start page of the signed-out has no circuit
    }
}

internal static class Addresses
{
    public static string AbsolutePathOrSelf(this Uri address) => address.IsAbsoluteUri ? address.AbsolutePath : address.ToString();
}

/// <summary>And once in a browser, as people do it.</summary>
public sealed class SignInBrowserTests(OpenHouse house, Chromium chromium) : BrowserTest(house.App, chromium)
{
    [Fact]
    public async Task A_nurse_types_name_and_password_then_becomes_the_receptionist_with_one_click()
    {
        var page = await OpenAsync("/account/login");
        await page.Locator("[name='Input.Email']").FillAsync("nurse.joy@chihealth.example");
        await page.Locator("[name='Input.Password']").FillAsync(DemoAccounts.Password);
        await page.Locator("[name='Input.Password']").PressAsync("Enter");
        await Heading(page, "Today, ").WaitForAsync();
        await Assertions.Expect(page.Locator("main").GetByText("Joy Okafor · ChiHealth General Hospital")).ToBeVisibleAsync();

        await PressAsync(page.Locator("body"), "Switch role");
        await PressAsync(page.Locator("body"), "Open as Grace Udoh (Receptionist)");

        await Assertions.Expect(page.Locator("main").GetByText("Grace Udoh · ChiHealth General Hospital")).ToBeVisibleAsync();
    }
}
