using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace MediSecure.Tests.Features.PatientSignIns;

/// <summary>Reception invites a patient; the patient sets up the sign-in on a phone, reads who opened the record and lets somebody act; that person acts, and does not any more when it is revoked.</summary>
public sealed class PatientRightsBrowserTests(MediSecureApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<MediSecureApp>
{
    private const string Name = "Ọláolúwa";
    private const string Password = "plum ladder otter Kwara 47";

    [Fact]
    public async Task From_the_code_at_the_desk_to_a_carer_whose_grant_is_revoked()
    {
        var patient = await App.LookAsync(DemoAccounts.General, look => look.Patients.Where(p => p.GivenName == Name && p.FamilyName == null).Select(p => new { p.Id, p.RecordNumber, p.BirthDate }).SingleAsync());
        var born = patient.BirthDate.ToString("dd MM yyyy", System.Globalization.CultureInfo.InvariantCulture);

        var desk = await AsAsync("receptionist@chihealth.example");
        await GoAsync(desk, $"/patients/{patient.Id}?tab=rights", Name);
        await PressAsync(desk.GetByRole(AriaRole.Main), "Invite to sign in");
        var code = await CodeAsync(desk, "Code for a sign-in");

        var phone = await OpenAsync("/account/claim", 390, 844);
        await phone.GetByLabel("Record number of the patient").FillAsync(patient.RecordNumber);
        await phone.GetByLabel("Birth date of the patient").FillAsync(born);
        await phone.GetByLabel("Code", new() { Exact = true }).FillAsync("AAAA-BBBB-CCCC");
        await phone.GetByLabel("Your e-mail").FillAsync("olaoluwa@example.com");
        await phone.GetByLabel("New password", new() { Exact = true }).FillAsync(Password);
        await phone.GetByLabel("New password again").FillAsync(Password);
        await PressAsync(phone.GetByRole(AriaRole.Main), "Set up sign-in");
        await phone.GetByText("do not fit together").WaitForAsync();
        await AccessibleAsync(phone, "the page of the code");
        await phone.GetByLabel("Code", new() { Exact = true }).FillAsync(code);
        await phone.GetByLabel("New password", new() { Exact = true }).FillAsync(Password);
        await phone.GetByLabel("New password again").FillAsync(Password);
        await PressAsync(phone.GetByRole(AriaRole.Main), "Set up sign-in");
        await Heading(phone, "Your sign-in is ready").WaitForAsync();

        await phone.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await phone.GetByLabel("Email").FillAsync("olaoluwa@example.com");
        await phone.GetByLabel("Password").FillAsync(Password);
        await PressAsync(phone.GetByRole(AriaRole.Main), "Sign in");
        await Heading(phone, "Today, ").WaitForAsync();
        await GoAsync(phone, "/record-access", "Who opened the record");
        await phone.GetByRole(AriaRole.Rowgroup).GetByText("Grace Udoh").First.WaitForAsync();

        await GoAsync(phone, "/sharing", "Sharing");
        await PressAsync(phone.GetByRole(AriaRole.Main), "Let somebody act for you");
        var dialog = phone.GetByRole(AriaRole.Dialog, new() { Name = "Let somebody act for you" });
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("Chinedu Eze");
        await dialog.GetByLabel("What the person is to you").SelectOptionAsync("Friend");
        await dialog.GetByLabel("Last day").FillAsync(DateTime.UtcNow.AddDays(30).ToString("dd MM yyyy", System.Globalization.CultureInfo.InvariantCulture));
        await PressAsync(dialog, "Make the code");
        var carerCode = await CodeAsync(phone, "Code for the carer");

        var carer = await AsAsync("chinedu.eze@example.com");
        await carer.GotoAsync("/account/claim");
        await carer.GetByLabel("Record number of the patient").FillAsync(patient.RecordNumber);
        await carer.GetByLabel("Birth date of the patient").FillAsync(born);
        await carer.GetByLabel("Code", new() { Exact = true }).FillAsync(carerCode);
        await PressAsync(carer.GetByRole(AriaRole.Main), "Add the record");
        await Heading(carer, "You can act for the patient now").WaitForAsync();
        await GoAsync(carer, "/", "Today, ");
        await PressAsync(carer.GetByRole(AriaRole.Main), $"Act for {Name}");
        var strip = carer.GetByRole(AriaRole.Region, new() { Name = "For whom you act" });
        await strip.GetByText(Name).WaitForAsync();
        await GoAsync(carer, "/record-access", "Who opened the record");

        await PressAsync(phone.GetByRole(AriaRole.Main), "Revoke Chinedu Eze");
        await PressAsync(phone.GetByRole(AriaRole.Dialog, new() { Name = "Revoke" }), "Revoke now");
        await SaidAsync(phone, "Chinedu Eze acts no longer.");
        await Assertions.Expect(strip).ToHaveCountAsync(0, new() { Timeout = 10_000 });
    }

    /// <summary>Reads the code from the dialog and closes it.</summary>
    private static async Task<string> CodeAsync(IPage page, string title)
    {
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = title });
        var code = await dialog.GetByRole(AriaRole.Status, new() { Name = "Code" }).InnerTextAsync();
        await PressAsync(dialog, "Done");
        return code.Trim();
    }
}
