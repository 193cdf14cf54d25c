using System.Text.RegularExpressions;
using MediSecure.Data.Access;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace MediSecure.Tests.Features.Journey;

/// <summary>The main job, end to end, with the people who do it, each in a browser of their own. Runs at any hour: the doctor works around the clock and check-in is open two hours ahead.</summary>
public sealed partial class HospitalDayBrowserTests(MediSecureApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<MediSecureApp>
{
    private const string Amina = "Amina Bello";

    [Fact]
    public async Task Amina_is_booked_seen_admitted_moved_discharged_and_her_bed_cleaned_and_the_log_tells_it_all()
    {
        var reception = await AsAsync("receptionist@chihealth.example");
        var doctor = await AsAsync("dr.adebayo@chihealth.example");
        var joy = await AsAsync("nurse.joy@chihealth.example");
        var tola = await AsAsync("nurse.tola@chihealth.example");

        await BookAsync(reception);
        await CheckInAsync(reception);
        await SeeAsync(doctor);
        await AdmitAsync(joy);
        await TransferAsync(joy, tola);
        await DischargeAsync(doctor, joy);
        await CleanAsync(joy, tola);
        await TheLogTellsItAsync();
    }

    private static async Task BookAsync(IPage page)
    {
        await GoAsync(page, "/appointments/book", "Book");
        await page.GetByLabel("Clinician", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Dr Tunde Adebayo, Internal medicine" });
        await page.GetByRole(AriaRole.Group, new() { Name = "Week of Dr Tunde Adebayo" }).WaitForAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Next free times" }).GetByRole(AriaRole.Button).First.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Book appointment" });
        await dialog.GetByRole(AriaRole.Combobox, new() { Name = "Patient" }).FillAsync("bello amina");
        await dialog.GetByRole(AriaRole.Option).Filter(new() { HasText = Amina }).First.ClickAsync();
        await dialog.GetByLabel("Reason").FillAsync("Dizzy since the morning");
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = BookButton() }).ClickAsync();
        await SaidAsync(page, $"{Amina} booked with Dr Tunde Adebayo");
    }

    private static async Task CheckInAsync(IPage page)
    {
        await GoAsync(page, "/", "Today, ");
        await PressAsync(page.Locator("main"), $"Check in {Amina}");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = $"Check in {Amina}" });
        await Assertions.Expect(dialog).ToContainTextAsync("12 Apr 1988");
        await PressAsync(dialog, "Identity confirmed, check in");
        await SaidAsync(page, $"{Amina} checked in.");
    }

    /// <summary>The doctor's page was open all the while: the visit came to it by itself.</summary>
    private static async Task SeeAsync(IPage page)
    {
        await PressAsync(page.Locator("main"), $"Start visit of {Amina}");
        await SaidAsync(page, $"Visit of {Amina} started.");
        await PressAsync(page.Locator("main"), $"Complete visit of {Amina}");
        await SaidAsync(page, $"Visit of {Amina} completed.");
    }

    private static async Task AdmitAsync(IPage page)
    {
        await GoAsync(page, "/beds", "Bed board");
        await Tile(page, "Bed 305-B, free").GetByRole(AriaRole.Button).ClickAsync();
        await PressAsync(Actions(page, "305-B"), "Admit");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Admit to 305-B" });
        await dialog.GetByRole(AriaRole.Combobox, new() { Name = "Patient" }).FillAsync("amina bel");
        await dialog.GetByRole(AriaRole.Option).Filter(new() { HasText = Amina }).First.ClickAsync();
        await dialog.GetByLabel("Reason").FillAsync("Observation after syncope");
        await dialog.GetByLabel("Responsible clinician").SelectOptionAsync(new SelectOptionValue { Label = "Dr Tunde Adebayo, Internal medicine" });
        await PressAsync(dialog, "Admit");
        await SaidAsync(page, $"{Amina} admitted to 305-B.");
    }

    /// <summary>The other nurse's board shows both steps without anybody reloading it.</summary>
    private static async Task TransferAsync(IPage page, IPage other)
    {
        await GoAsync(other, "/beds", "Bed board");
        await Tile(other, $"Bed 305-B, occupied, {Amina}").WaitForAsync();
        await Tile(page, $"Bed 305-B, occupied, {Amina}").GetByRole(AriaRole.Button).ClickAsync();
        await PressAsync(Actions(page, "305-B"), "Transfer");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { NameRegex = new("^Transfer ") });
        var bed = dialog.GetByLabel("New bed");
        await bed.SelectOptionAsync(await bed.Locator("option", new() { HasTextString = "306-A" }).First.GetAttributeAsync("value") ?? "");
        await PressAsync(dialog, "Transfer");
        await SaidAsync(page, $"{Amina} transferred to 306-A.");
        await Tile(other, $"Bed 306-A, occupied, {Amina}").WaitForAsync();
    }

    private static async Task DischargeAsync(IPage doctor, IPage nurse)
    {
        await GoAsync(doctor, "/beds", "Bed board");
        await Tile(doctor, $"Bed 306-A, occupied, {Amina}").GetByRole(AriaRole.Button).ClickAsync();
        await PressAsync(Actions(doctor, "306-A"), "Order discharge");
        var order = doctor.GetByRole(AriaRole.Dialog, new() { Name = $"Order the discharge of {Amina}" });
        await PressAsync(order, "Order discharge");
        await SaidAsync(doctor, $"Discharge of {Amina} ordered.");

        await Tile(nurse, $"Bed 306-A, discharge ordered, {Amina}").GetByRole(AriaRole.Button).ClickAsync();
        await PressAsync(Actions(nurse, "306-A"), "Patient left");
        var left = nurse.GetByRole(AriaRole.Dialog, new() { Name = $"{Amina} left 306-A" });
        await left.GetByLabel("How the stay ended").SelectOptionAsync(new SelectOptionValue { Label = "Home" });
        await PressAsync(left, "Patient left");
        await SaidAsync(nurse, $"{Amina} has left 306-A.");
    }

    /// <summary>Who recorded that the patient left is told that somebody else confirms; and somebody else does.</summary>
    private static async Task CleanAsync(IPage recorder, IPage other)
    {
        await Tile(recorder, "Bed 306-A, cleaning").WaitForAsync();
        await SaidAsync(recorder, "You recorded that the patient left, so somebody else confirms that this bed is clean.");
        await GoAsync(other, "/cleaning", "Cleaning");
        await PressAsync(other.Locator("main"), "Mark clean: bed 306-A");
        await SaidAsync(other, "Bed 306-A is clean and free.");
        await Tile(recorder, "Bed 306-A, free").WaitForAsync();
    }

    private async Task TheLogTellsItAsync()
    {
        var amina = DemoWorld.Id("patient", DemoAccounts.General, Amina);
        var told = await App.LookAsync(DemoAccounts.General, look => look.AuditEvents.Where(e => e.Node != "demo" && e.PatientId == amina && e.Outcome == AuditOutcome.Success && e.Action != AuditAction.Read)
            .OrderBy(e => e.RecordedAt).ThenBy(e => e.Id).Select(e => e.EventCode).ToListAsync());
        Assert.Equal(
        [
            nameof(Permission.BookAppointment), nameof(Permission.CheckInPatient), nameof(Permission.ConductVisit), nameof(Permission.ConductVisit), nameof(Permission.AdmitPatient),
            nameof(Permission.TransferPatient), nameof(Permission.OrderDischarge), nameof(Permission.RecordDeparture),
        ], told);
        Assert.Equal(DemoWorld.UserId("nurse.tola@chihealth.example"), await App.LookAsync(DemoAccounts.General, look =>
            look.AuditEvents.Where(e => e.Node != "demo" && e.EventCode == nameof(Permission.CleanBed)).Select(e => e.ActorUserId!.Value).SingleAsync()));
    }

    private static ILocator Tile(IPage page, string name) => page.GetByRole(AriaRole.Group, new() { Name = name, Exact = true });

    private static ILocator Actions(IPage page, string label) => page.GetByRole(AriaRole.Group, new() { Name = $"Actions for bed {label}", Exact = true });

    [GeneratedRegex("^Book ")]
    private static partial Regex BookButton();
}
