using MediSecure.Data.Access;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace MediSecure.Tests.Features.Referrals;

/// <summary>A referral from Clinic Ikoyi to General Hospital and its report back.</summary>
public sealed class ReferralBrowserTests(MediSecureApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<MediSecureApp>
{
    private const string Who = DemoReferrals.Waiting;
    private const string Whose = $"{Who} for General Medicine";

    [Fact]
    public async Task Referral_from_Ikoyi_to_General_Hospital_and_its_report_back()
    {
        var okoro = await AsAsync("dr.okoro@chihealth.example");
        await GoAsync(okoro, $"/patients/{DemoWorld.Id("patient", DemoAccounts.Ikoyi, Who)}", Who);
        await okoro.GetByRole(AriaRole.Tab, new() { Name = "Referrals" }).ClickAsync(); // pressed, not typed: the part appears while the address changes
        await PressAsync(okoro.GetByRole(AriaRole.Main), "Refer");
        var form = okoro.GetByRole(AriaRole.Dialog, new() { Name = "Refer" });
        await form.GetByLabel("Where").SelectOptionAsync(new SelectOptionValue { Label = $"{DemoAccounts.General}: General Medicine" });
        await form.GetByLabel("Urgency").SelectOptionAsync(new SelectOptionValue { Label = "Urgent, within 14 days" });
        await form.GetByLabel("Asked for").SelectOptionAsync(new SelectOptionValue { Label = "Opinion" });
        await form.GetByLabel("Reason").FillAsync("Weight loss without a cause");
        await form.GetByLabel("Letter").FillAsync("Six kilograms in three months, no fever.");
        await AccessibleAsync(okoro, "form of a referral");
        await PressAsync(form, "Send");
        await SaidAsync(okoro, "Referral sent.");

        var grace = await AsAsync("receptionist@chihealth.example");
        await GoAsync(grace, "/referrals", "Referrals");
        var list = grace.GetByRole(AriaRole.Main);
        await PressAsync(list, $"Accept {Whose}");
        await SaidAsync(grace, $"Referral of {Who} accepted.");
        await Assertions.Expect(grace.GetByText("Weight loss without a cause")).ToHaveCountAsync(0);
        await AccessibleAsync(grace, "incoming referrals");
        await PressAsync(list, $"Register {Whose}");
        await PressAsync(grace.GetByRole(AriaRole.Dialog, new() { Name = $"Register {Who}" }), "Register and link");
        await SaidAsync(grace, "and linked.");
        await list.GetByRole(AriaRole.Link, new() { Name = $"Book {Whose}" }).ClickAsync();
        await Heading(grace, "Book appointment").WaitForAsync();
        await GoAsync(grace, $"{new Uri(grace.Url).PathAndQuery}&clinician={DemoWorld.Id("staff", DemoAccounts.General, "dr.adebayo@chihealth.example")}", "Book appointment");
        await grace.GetByRole(AriaRole.Group, new() { Name = "Next free times" }).GetByRole(AriaRole.Button).Nth(3).ClickAsync();
        var booking = grace.GetByRole(AriaRole.Dialog, new() { Name = "Book appointment" });
        await Assertions.Expect(booking.GetByText(Who).First).ToBeVisibleAsync();
        await booking.GetByRole(AriaRole.Button, new() { NameRegex = new("^Book ") }).ClickAsync();
        await Heading(grace, "Referrals").WaitForAsync();
        await Assertions.Expect(grace.GetByRole(AriaRole.Row).Filter(new() { HasText = Who }).Filter(new() { HasText = "Visit booked" })).ToHaveCountAsync(1);

        var adebayo = await AsAsync("dr.adebayo@chihealth.example");
        await GoAsync(adebayo, "/referrals", "Referrals");
        await PressAsync(adebayo.GetByRole(AriaRole.Main), $"Read letter about {Whose}");
        var letter = adebayo.GetByRole(AriaRole.Dialog, new() { Name = $"Letter about {Who}" });
        await Assertions.Expect(letter.GetByText("Six kilograms in three months")).ToBeVisibleAsync();
        await PressAsync(letter, "Close window");
        await PressAsync(adebayo.GetByRole(AriaRole.Main), $"Report on {Whose}");
        var report = adebayo.GetByRole(AriaRole.Dialog, new() { Name = $"Report on {Who}" });
        await report.GetByLabel("Report").FillAsync("Overactive thyroid; carbimazole started.");
        await PressAsync(report, "Send report");
        await SaidAsync(adebayo, $"Report on {Who} sent.");

        await GoAsync(okoro, "/", "Today, ");
        await okoro.GetByRole(AriaRole.Table, new() { Name = "Referrals to act on" }).GetByRole(AriaRole.Link, new() { NameRegex = new($"Open.*{Who} to {DemoAccounts.General}, General Medicine") }).ClickAsync();
        var read = okoro.GetByRole(AriaRole.Dialog, new() { NameRegex = new("^Referral to ") });
        await Assertions.Expect(read.GetByText("Overactive thyroid; carbimazole started.")).ToBeVisibleAsync();
        await AccessibleAsync(okoro, "a referral with its report");
        await PressAsync(read, "Report read, close");
        await SaidAsync(okoro, "Referral closed with its report.");
        await Assertions.Expect(read.GetByText("Closed with report")).ToBeVisibleAsync();

        // The letter on paper has identifiers and pages on each sheet.
        await read.GetByRole(AriaRole.Link, new() { Name = "Print letter" }).ClickAsync();
        await Heading(okoro, "Referral letter").WaitForAsync();
        await okoro.GetByText("Six kilograms in three months").WaitForAsync();
        Assert.Contains("counter(pages)", await okoro.ContentAsync(), StringComparison.Ordinal);

        // Both logs have it, each what happened there.
        var log = await AsAsync("admin@chihealth.example");
        await GoAsync(log, "/activity-log", "Activity log");
        await log.GetByText("reported on a referral of").First.WaitForAsync();
        Assert.Equal(3, await CodesAsync(DemoAccounts.Ikoyi, ReferralExchange.Code));   // accepted, booked, reported
        Assert.Equal(3, await CodesAsync(DemoAccounts.Ikoyi, nameof(Permission.WriteReferral))); // begun, sent, closed
        Assert.Equal(1, await CodesAsync(DemoAccounts.General, ReferralExchange.Code)); // the copy
        Assert.Equal(3, await CodesAsync(DemoAccounts.General, nameof(Permission.HandleReferral))); // accepted, linked, booked
        Assert.Equal(1, await CodesAsync(DemoAccounts.General, nameof(Permission.ReportReferral)));
    }

    /// <summary>What was done under this name; what was looked at is recorded under it too.</summary>
    private Task<int> CodesAsync(string organization, string code) => App.LookAsync(organization, look => look.AuditEvents.CountAsync(e => e.EventCode == code && e.Action != Data.Features.ActivityLog.AuditAction.Read));
}
