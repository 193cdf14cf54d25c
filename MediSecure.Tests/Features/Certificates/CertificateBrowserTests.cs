using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace MediSecure.Tests.Features.Certificates;

/// <summary>A doctor issues a sick note and revokes it; the patient sees and prints it on a phone; handovers of a ward on paper.</summary>
public sealed class CertificateBrowserTests(MediSecureApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<MediSecureApp>
{
    [Fact]
    public async Task A_sick_note_is_issued_printed_by_the_patient_and_revoked()
    {
        var amina = DemoWorld.Id("patient", DemoAccounts.General, "Amina Bello");
        var doctor = await AsAsync("dr.adebayo@chihealth.example");
        await GoAsync(doctor, $"/patients/{amina}?tab=certificates", "Amina Bello");
        await AccessibleAsync(doctor, "certificates");
        await PressAsync(doctor.GetByRole(AriaRole.Main), "New certificate");
        var dialog = doctor.GetByRole(AriaRole.Dialog, new() { Name = "New certificate" });
        await dialog.GetByLabel("What for").SelectOptionAsync(new SelectOptionValue { Label = "Sick note" });
        await dialog.GetByLabel("Visit or stay").SelectOptionAsync(new SelectOptionValue { Label = "None" });
        await dialog.GetByLabel("Remark").FillAsync("Rest, plenty to drink.");
        var last = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(1)).AddDays(20); // Lagos
        await dialog.GetByLabel("Last day").FillAsync(last.ToString("dd MM yyyy", System.Globalization.CultureInfo.InvariantCulture));
        await dialog.GetByLabel("Remark").FocusAsync();
        await dialog.GetByLabel("It is meant to be so long").CheckAsync();
        await AccessibleAsync(doctor, "issuing");
        await PressAsync(dialog, "Issue certificate");
        await SaidAsync(doctor, "Certificate issued.");

        var phone = await AsAsync("amina.bello@example.com", 390, 844);
        await GoAsync(phone, $"/patients/{amina}?tab=certificates", "Amina Bello");
        await phone.GetByRole(AriaRole.Table, new() { Name = "Certificates" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(phone.GetByText("Rest, plenty to drink.")).ToBeVisibleAsync();
        await AccessibleAsync(phone, "a certificate on a phone");
        using (var pdf = PdfDocument.Open(await phone.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true })))
        {
            var text = string.Concat(pdf.GetPages().SelectMany(sheet => sheet.Text.Where(c => !char.IsWhiteSpace(c))));
            Assert.Contains("page1of1", text, StringComparison.Ordinal);
            Assert.Contains("isunfitforwork", text, StringComparison.Ordinal);
        }

        await doctor.GetByRole(AriaRole.Button, new() { NameRegex = new("^Revoke ") }).First.ClickAsync();
        await doctor.GetByRole(AriaRole.Alertdialog).GetByLabel("Reason").FillAsync("Wrong dates");
        await PressAsync(doctor.GetByRole(AriaRole.Alertdialog), "Revoke");
        await SaidAsync(doctor, "Certificate revoked.");
        await Assertions.Expect(phone.GetByText("It does not count any more.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_the_paper_of_a_wards_handovers_every_sheet_names_its_own_patient()
    {
        var nurse = await AsAsync("nurse.joy@chihealth.example");
        await GoAsync(nurse, "/handovers", "Handovers");
        await nurse.GetByText("Stable on the ward.").Or(nurse.GetByRole(AriaRole.Group, new() { Name = "Ward" })).First.WaitForAsync();
        await AccessibleAsync(nurse, "handovers");
        await nurse.WaitForFunctionAsync("() => document.querySelectorAll('section.handover').length > 1 && !document.querySelector('[aria-busy=\"true\"]')");
        var numbers = await nurse.EvaluateAsync<string[]>("() => [...document.querySelectorAll('section.handover')].map(s => s.querySelector('.panel-head').textContent.match(/[A-Z]{2,}-\\d{3,}/)[0])");
        using var pdf = PdfDocument.Open(await nurse.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));
        Assert.True(pdf.NumberOfPages >= numbers.Length, $"{pdf.NumberOfPages} sheets for {numbers.Length} patients");
        foreach (var sheet in pdf.GetPages())
        {
            var text = string.Concat(sheet.Text.Where(c => !char.IsWhiteSpace(c)));
            Assert.Contains($"page{sheet.Number}of{pdf.NumberOfPages}", text, StringComparison.Ordinal);
            Assert.Single(numbers, number => text.Contains($"record{number}", StringComparison.Ordinal));
            Assert.Single(numbers, number => text.Contains(number, StringComparison.Ordinal)); // nor anybody else's handover
        }
    }
}
