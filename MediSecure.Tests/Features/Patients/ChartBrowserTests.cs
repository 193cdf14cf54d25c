using System.Text.RegularExpressions;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace MediSecure.Tests.Features.Patients;

/// <summary>The chart in real browsers: tabs by keyboard, two people at once, paper.</summary>
public sealed class ChartBrowserTests(MediSecureApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<MediSecureApp>
{
    /// <summary>Each tab is pressed, from each other's side: one whose part ends the circuit leaves every later press without an answer.</summary>
    [Fact]
    public async Task Every_tab_of_a_chart_can_be_pressed_and_the_page_lives_on()
    {
        foreach (var (who, size) in new[] { ("dr.adebayo@chihealth.example", 11), ("amina.bello@example.com", 8) })
        {
            var page = await AsAsync(who);
            await page.GotoAsync($"/patients/{MediSecure.Data.Persistence.DemoData.DemoWorld.Id("patient", MediSecure.Data.Persistence.DemoData.DemoAccounts.General, "Amina Bello")}");
            var tabs = page.GetByRole(AriaRole.Tab);
            await tabs.First.WaitForAsync();
            var count = await tabs.CountAsync();
            Assert.True(count >= size, $"{who} has {count} tabs");
            for (var round = 0; round < 2; round++)
            {
                for (var i = count - 1; i >= 0; i--)
                {
                    await tabs.Nth(i).ClickAsync();
                    await Assertions.Expect(tabs.Nth(i)).ToHaveAttributeAsync("aria-selected", "true");
                }
            }

            Assert.Equal(0, await page.Locator("#components-reconnect-modal.components-reconnect-show, #blazor-error-ui:visible").CountAsync());
        }
    }

    [Fact]
    public async Task A_doctor_works_through_the_chart_by_keyboard_and_a_nurse_sees_the_banner_change()
    {
        var id = await App.LookAsync(DemoAccounts.General, db => db.Patients.Where(p => p.DisplayName == "Chinedu Eze").Select(p => p.Id).SingleAsync());
        var nurse = await AsAsync("nurse.joy@chihealth.example", width: 390, height: 844);
        await GoAsync(nurse, $"/patients/{id}", "Chinedu Eze");
        await Assertions.Expect(Allergies(nurse)).ToContainTextAsync("Penicillin: anaphylaxis, 2019");
        await AccessibleAsync(nurse, "chart on a phone");

        var doctor = await AsAsync("dr.adebayo@chihealth.example");
        await GoAsync(doctor, $"/patients/{id}", "Chinedu Eze");
        await doctor.GetByRole(AriaRole.Tab, new() { Name = "Overview" }).FocusAsync();
        await doctor.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(doctor.GetByRole(AriaRole.Tab, new() { Name = "Timeline" })).ToBeFocusedAsync();
        await doctor.Keyboard.PressAsync("Enter");
        await Assertions.Expect(doctor).ToHaveURLAsync(new Regex(@"\?tab=timeline$"));
        await Assertions.Expect(doctor.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("Admitted");
        await AccessibleAsync(doctor, "timeline");

        await doctor.GetByRole(AriaRole.Tab, new() { Name = "Problems and allergies" }).ClickAsync();
        await PressAsync(doctor.GetByRole(AriaRole.Tabpanel), "Add problem");
        var dialog = doctor.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Combobox, new() { Name = "Diagnosis" }).PressSequentiallyAsync("hyperkal");
        await Assertions.Expect(doctor.GetByRole(AriaRole.Option, new() { Name = "E87.5 Hyperkalemia" })).ToBeVisibleAsync();
        await AccessibleAsync(doctor, "choosing a diagnosis");
        await doctor.Keyboard.PressAsync("Enter");
        await PressAsync(dialog, "Add problem");
        await SaidAsync(doctor, "Problem added.");
        await Assertions.Expect(doctor.GetByRole(AriaRole.Table, new() { Name = "Problems" })).ToContainTextAsync("Hyperkalemia");

        await PressAsync(doctor.GetByRole(AriaRole.Tabpanel), "Record allergy");
        await dialog.GetByLabel("Substance").FillAsync("Groundnut");
        await dialog.GetByLabel("Category").SelectOptionAsync(new SelectOptionValue { Label = "Food" });
        await dialog.GetByLabel("Reaction", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Angioedema" });
        await PressAsync(dialog, "Record allergy");
        await SaidAsync(doctor, "Allergy recorded: Groundnut.");
        await Assertions.Expect(Allergies(nurse)).ToContainTextAsync("Groundnut: angioedema", new() { Timeout = 3_000 });

        foreach (var tab in new[] { "visits", "history" })
        {
            await doctor.GotoAsync($"/patients/{id}?tab={tab}");
            await doctor.WaitForFunctionAsync("() => document.querySelector('[role=tabpanel]') && !document.querySelector('[aria-busy=\"true\"]')");
            await AccessibleAsync(doctor, tab);
        }
    }

    [Fact]
    public async Task On_paper_every_sheet_says_whose_it_is_and_which_of_how_many()
    {
        var (id, number) = await App.LookAsync(DemoAccounts.General, async db =>
        {
            var patient = await db.Patients.SingleAsync(p => p.DisplayName == "Chinedu Eze");
            return (patient.Id, patient.RecordNumber);
        });
        var page = await AsAsync("dr.adebayo@chihealth.example");
        await GoAsync(page, $"/patients/{id}/print", "Patient summary");
        await page.GetByRole(AriaRole.Table, new() { Name = "Problems" }).WaitForAsync();
        await page.WaitForFunctionAsync("() => !document.querySelector('[aria-busy=\"true\"]')");

        using var pdf = PdfDocument.Open(await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));
        Assert.True(pdf.NumberOfPages >= 2, $"{pdf.NumberOfPages} pages");
        foreach (var sheet in pdf.GetPages())
        {
            var text = string.Concat(sheet.Text.Where(c => !char.IsWhiteSpace(c)));
            Assert.Contains($"page{sheet.Number}of{pdf.NumberOfPages}", text, StringComparison.Ordinal);
            Assert.Contains(number, text, StringComparison.Ordinal);
            Assert.Contains("ChineduEze", text, StringComparison.Ordinal);
        }

        // The file comes through the page itself, from no address of its own.
        var file = await page.RunAndWaitForDownloadAsync(() => PressAsync(page.GetByRole(AriaRole.Main), "Download PDF"));
        Assert.Equal("patient-summary.pdf", file.SuggestedFilename);
        using var summary = PdfDocument.Open(await file.PathAsync());
        Assert.Contains("Penicillin", string.Concat(summary.GetPage(1).Letters.Select(letter => letter.Value)), StringComparison.Ordinal);
    }

    private static ILocator Allergies(IPage page) => page.GetByRole(AriaRole.Group, new() { Name = "Allergies" });
}
