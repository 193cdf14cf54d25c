using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace MediSecure.Tests.Features.Demo;

public sealed class DemoResetBrowserTests(MediSecureApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<MediSecureApp>
{
    /// <summary>An administrator resets; a nurse elsewhere has the board open: her page notices, asks again, and she is still signed in.</summary>
    [Fact]
    public async Task A_reset_undoes_what_a_visitor_did_and_nobody_is_signed_out()
    {
        var joy = await AsAsync("nurse.joy@chihealth.example");
        var admin = await AsAsync("admin@chihealth.example");
        await GoAsync(joy, "/beds", "Bed board");
        await joy.GetByRole(AriaRole.Group, new() { Name = "Bed 305-B, free", Exact = true }).GetByRole(AriaRole.Button).ClickAsync();
        await PressAsync(joy.GetByRole(AriaRole.Group, new() { Name = "Actions for bed 305-B" }), "Reserve");
        var dialog = joy.GetByRole(AriaRole.Dialog, new() { NameRegex = new("^Reserve") });
        await dialog.GetByRole(AriaRole.Combobox, new() { Name = "Patient" }).FillAsync("amina bel");
        await dialog.GetByRole(AriaRole.Option, new() { NameRegex = new("^Amina Bello") }).First.ClickAsync();
        await PressAsync(dialog, "Reserve");
        await joy.GetByRole(AriaRole.Group, new() { Name = "Bed 305-B, reserved, Amina Bello", Exact = true }).WaitForAsync();

        // Filling takes about a second on a quiet machine; the answer is awaited as long as a person would.
        await admin.GetByRole(AriaRole.Button, new() { Name = "Reset now", Exact = true }).ClickAsync(new() { Timeout = 90_000 });
        await Assertions.Expect(joy.GetByText("The demo has started anew.").First).ToBeAttachedAsync(new() { Timeout = 60_000 });
        await Heading(admin, "Today, ").WaitForAsync();

        await joy.GetByRole(AriaRole.Group, new() { Name = "Bed 305-B, free", Exact = true }).WaitForAsync();
        await GoAsync(joy, "/", "Today, ");
        await Assertions.Expect(joy.Locator("main").GetByText("Joy Okafor · ChiHealth General Hospital")).ToBeVisibleAsync();
        Assert.Equal(DemoWorld.UserId("admin@chihealth.example"), await App.LookAsync(DemoAccounts.General, look =>
            look.AuditEvents.Where(e => e.EventCode == DemoMode.ResetEvent).Select(e => e.ActorUserId!.Value).SingleAsync()));
    }
}
