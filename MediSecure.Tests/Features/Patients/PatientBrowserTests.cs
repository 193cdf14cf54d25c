using System.Text.RegularExpressions;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace MediSecure.Tests.Features.Patients;

/// <summary>The front desk's day with patients, and who looks into the log after it.</summary>
public sealed class PatientBrowserTests(MediSecureApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<MediSecureApp>
{
    [Fact]
    public async Task A_receptionist_registers_a_patient_with_tone_marks_finds_them_by_an_inner_part_and_edits_them()
    {
        var page = await AsAsync("receptionist@chihealth.example");
        await GoAsync(page, "/patients/register", "Register a patient");
        await AccessibleAsync(page, "registration");
        await page.GetByLabel("Given name").FillAsync("Ṣẹ́gun");
        await page.GetByLabel("Family name").FillAsync("Ọ̀ṣúnbọ̀wálé");
        await page.GetByLabel("Birth date").First.FillAsync("09 11 1991");
        await page.GetByLabel("Sex").SelectOptionAsync(new SelectOptionValue { Label = "Male" });
        await PressAsync(page.Locator("main"), "Register");
        await Heading(page, "Ṣẹ́gun").WaitForAsync();
        await SaidAsync(page, "is registered as CH-");

        await GoAsync(page, "/patients", "Find a patient");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search patients" }).FillAsync("unbowa");
        var row = page.GetByRole(AriaRole.Row, new() { NameRegex = new("09 Nov 1991") });
        await row.WaitForAsync();
        await AccessibleAsync(page, "search");
        Assert.EndsWith("/patients", page.Url, StringComparison.Ordinal);
        await row.GetByRole(AriaRole.Link).First.ClickAsync();

        await Heading(page, "Ṣẹ́gun").WaitForAsync();
        await PressAsync(page.Locator("main"), "Edit details");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Phone", new() { Exact = false }).First.FillAsync("0803 765 4321");
        await AccessibleAsync(page, "editing");
        await PressAsync(dialog, "Save details");
        await SaidAsync(page, "Details saved.");
        await Assertions.Expect(page.GetByText("0803 765 4321")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_administrator_filters_the_log_and_takes_it_along()
    {
        var page = await AsAsync("admin@chihealth.example");
        await GoAsync(page, "/activity-log", "Activity log");
        await page.GetByRole(AriaRole.Row).Nth(1).WaitForAsync();
        await page.GetByLabel("Outcome", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Refused" });
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("outcome=Refused"));
        await Assertions.Expect(page.Locator("form input[name=outcome]")).ToHaveValueAsync("Refused"); // what the export takes along
        await Assertions.Expect(page.GetByText("was refused").First).ToBeVisibleAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => PressAsync(page.Locator("main"), "Export CSV"));
        Assert.StartsWith("activity-log-", download.SuggestedFilename, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Contains("was refused", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",Success,", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_patient_opens_their_own_record_and_no_other()
    {
        var (own, other) = await App.LookAsync(DemoAccounts.General, async db => (
            await db.Patients.Where(p => p.DisplayName == "Amina Bello").Select(p => p.Id).SingleAsync(),
            await db.Patients.Where(p => p.DisplayName == "Chinedu Eze").Select(p => p.Id).SingleAsync()));
        var page = await AsAsync("amina.bello@example.com", width: 390, height: 844);
        await GoAsync(page, $"/patients/{own}", "Amina Bello");
        await AccessibleAsync(page, "own record");
        await GoAsync(page, $"/patients/{other}", "Not found");
        Assert.DoesNotContain("Chinedu", await page.GetByRole(AriaRole.Main).InnerTextAsync(), StringComparison.Ordinal); // the menu of demo roles names him everywhere
    }
}
