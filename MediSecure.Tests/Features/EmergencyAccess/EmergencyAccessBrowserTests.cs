using System.Diagnostics;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.Playwright;

namespace MediSecure.Tests.Features.EmergencyAccess;

/// <summary>A nurse needs a chart that is not hers to open; a privacy officer sees it in another browser and judges it.</summary>
public sealed class EmergencyAccessBrowserTests(MediSecureApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<MediSecureApp>
{
    [Fact]
    public async Task A_closed_chart_is_opened_in_an_emergency_and_a_privacy_officer_sees_and_reviews_it()
    {
        var amina = DemoWorld.Id("patient", DemoAccounts.General, "Amina Bello");
        var officer = await AsAsync("admin@chihealth.example");
        var list = officer.GetByRole(AriaRole.List, new() { Name = "Emergency access to review" });
        await list.WaitForAsync();
        var joy = await AsAsync("nurse.joy@chihealth.example", width: 390, height: 844);
        await GoAsync(joy, $"/patients/{amina}", "This chart is closed to you");
        await AccessibleAsync(joy, "closed chart");
        await PressAsync(joy.Locator("main"), "Open in an emergency");
        var dialog = joy.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Why").SelectOptionAsync(new SelectOptionValue { Label = "Life-threatening emergency" });
        await dialog.GetByLabel("What happened").FillAsync("Collapsed in the waiting room, no doctor here yet");
        await dialog.GetByLabel("I confirm that it is me").CheckAsync();
        await AccessibleAsync(joy, "emergency form");
        var watch = Stopwatch.StartNew();
        await PressAsync(dialog, "Open the chart");
        await list.GetByText("Joy Okafor").WaitForAsync(new() { Timeout = 3_000 });
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), "the privacy officer waited");
        await Heading(joy, "Amina Bello").WaitForAsync();
        await Assertions.Expect(joy.GetByText("Emergency access until")).ToBeVisibleAsync();
        await AccessibleAsync(joy, "chart under emergency access");

        await GoAsync(officer, "/emergency-access", "Emergency access");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Review Joy Okafor's access to the chart of Amina Bello" }).ClickAsync();
        var review = officer.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(review.GetByText("no doctor here yet")).ToBeVisibleAsync();
        await Assertions.Expect(review.GetByText("open a patient's record")).ToBeVisibleAsync();
        await AccessibleAsync(officer, "review");
        await review.GetByLabel("Outcome").SelectOptionAsync(new SelectOptionValue { Label = "Justified" });
        await PressAsync(review, "Save review");
        await SaidAsync(officer, "Review saved.");

        await PressAsync(joy.Locator("main"), "End access now");
        await Heading(joy, "This chart is closed to you").WaitForAsync();
    }
}
