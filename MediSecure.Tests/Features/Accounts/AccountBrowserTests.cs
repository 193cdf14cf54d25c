using System.Text.RegularExpressions;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using MediSecure.Web.Components.Account;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace MediSecure.Tests.Features.Accounts;

/// <summary>As people do it: set up an app, sign in with it, with a recovery code, and with a passkey.</summary>
public sealed class AccountBrowserTests(MediSecureApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<MediSecureApp>
{
    private const string Email = "pharma.ken@chihealth.example";

    /// <summary>A passkey belongs to a name: an address in digits has none.</summary>
    private string Home => $"http://localhost:{new Uri(App.Address).Port}";

    [Fact]
    public async Task A_pharmacist_sets_up_an_app_and_signs_in_with_it_with_a_recovery_code_and_with_a_passkey()
    {
        var page = await OpenAsync(Home + "/account/login");
        await PressAsync(page.Locator("body"), "Open as Ken Adeyemi (Pharmacist)");
        await Heading(page, "Today, ").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("account menu") }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Your account", Exact = true }).ClickAsync();
        await Heading(page, "Your account").WaitForAsync();
        await AccessibleAsync(page, "your account");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add a second factor" }).ClickAsync();
        await Heading(page, "Second factors").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Add an app" }).ClickAsync();
        await Heading(page, "Add an authenticator app").WaitForAsync();
        await AccessibleAsync(page, "an authenticator app");
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "QR code for your authenticator app" })).ToBeVisibleAsync();
        var secret = (await page.Locator("kbd.secret").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        var step = AuthenticatorCode.StepAt(DateTime.UtcNow);
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync(AuthenticatorCode.At(secret, step));
        await page.GetByLabel("Your present password").FillAsync(DemoAccounts.Password);
        await PressAsync(page.Locator("main"), "Add the app");
        await Heading(page, "Your recovery codes").WaitForAsync();
        var codes = await page.GetByRole(AriaRole.List, new() { Name = "Recovery codes" }).GetByRole(AriaRole.Listitem).AllInnerTextsAsync();
        Assert.Equal(RecoveryCode.Count, codes.Count);

        await SignOutAsync(page);
        await PasswordAsync(page);
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync(AuthenticatorCode.At(secret, step)); // seen over the shoulder: it was used
        await PressAsync(page.Locator("main"), "Go on");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("does not fit");
        await AccessibleAsync(page, "the second step");
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync(AuthenticatorCode.At(secret, step + 1));
        await PressAsync(page.Locator("main"), "Go on");
        await Heading(page, "Today, ").WaitForAsync();

        await SignOutAsync(page);
        await PasswordAsync(page);
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync(codes[0]);
        await PressAsync(page.Locator("main"), "Go on");
        await Heading(page, "Today, ").WaitForAsync();

        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        await page.GotoAsync(Home + "/account/second-factors");
        await page.GetByLabel("Name of the passkey").FillAsync("Ward laptop");
        await page.Locator("#passkey-password").FillAsync(DemoAccounts.Password);
        await PressAsync(page.Locator("main"), "Add a passkey");
        await Assertions.Expect(page.GetByText("The passkey is added.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Passkey: Ward laptop" })).ToBeVisibleAsync();

        // Wrong passwords lock the password, not the key.
        await App.Services.GetRequiredService<SystemDb>().ChangeSystemAsync("test", DemoWorld.Id("organization", DemoAccounts.General), async (db, ct) =>
        {
            (await db.Users.SingleAsync(u => u.Email == Email, ct)).LockoutEnd = DateTimeOffset.UtcNow.AddMinutes(5);
            return await db.SaveAsync(ct);
        });
        // ... and so many from one address rest the address for passwords only.
        var counts = App.Services.GetRequiredService<SignInCounts>();
        for (var i = 0; i < 1_000; i++)
        {
            counts.Failed(System.Net.IPAddress.Loopback);
            counts.Failed(System.Net.IPAddress.IPv6Loopback);
        }

        Assert.True(counts.IsExhausted(System.Net.IPAddress.Loopback));
        await SignOutAsync(page);
        await page.GotoAsync(Home + "/account/login");
        await PressAsync(page.Locator("main"), "Sign in with a passkey");
        await Heading(page, "Today, ").WaitForAsync();
        var factors = await App.LookAsync(DemoAccounts.General, look => look.UserSessions.Where(s => s.UserId == DemoWorld.UserId(Email)).OrderBy(s => s.StartedAt).Select(s => s.SecondFactor).ToListAsync());
        Assert.Equal([SecondFactor.None, SecondFactor.AuthenticatorApp, SecondFactor.RecoveryCode, SecondFactor.Passkey], factors);
    }

    private async Task PasswordAsync(IPage page)
    {
        await page.GotoAsync(Home + "/account/login");
        await page.GetByLabel("Email").FillAsync(Email);
        await page.GetByLabel("Password").FillAsync(DemoAccounts.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Heading(page, "Second step").WaitForAsync();
    }

    private async Task SignOutAsync(IPage page)
    {
        await page.GotoAsync(Home + "/");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("account menu") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(new Regex("One record"));
    }
}
