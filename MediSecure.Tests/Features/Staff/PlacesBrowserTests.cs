using System.Text.RegularExpressions;
using MediSecure.Tests.Support;
using Microsoft.Playwright;

namespace MediSecure.Tests.Features.Staff;

/// <summary>An administrator puts places and people in order; bad input says what is wrong and loses nothing.</summary>
public sealed class PlacesBrowserTests(MediSecureApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<MediSecureApp>
{
    private static ILocator Field(IPage page, string label) => page.GetByLabel(label, new() { Exact = true });

    [Fact]
    public async Task An_administrator_adds_a_department_a_ward_and_a_person_and_grants_a_role()
    {
        var page = await AsAsync("admin@chihealth.example");
        await GoAsync(page, "/departments", "Departments");
        await PressAsync(page.Locator("main"), "New department");
        await PressAsync(page.GetByRole(AriaRole.Dialog), "Create department");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Enter the name of the department." })).ToBeVisibleAsync();
        await Field(page, "Name").FillAsync("surgery");
        await PressAsync(page.GetByRole(AriaRole.Dialog), "Create department");
        await Assertions.Expect(page.Locator("#field-name-error")).ToContainTextAsync("exists already");
        await Field(page, "Name").FillAsync("Ọphthalmology O'Brien");
        await PressAsync(page.GetByRole(AriaRole.Dialog), "Create department");
        await SaidAsync(page, "Department Ọphthalmology O'Brien created.");

        await PressAsync(page.Locator("main"), "New ward in Ọphthalmology O'Brien");
        await Field(page, "Name").FillAsync("Ward 5 Eyes");
        await Field(page, "Name").PressAsync("Enter");
        await SaidAsync(page, "Ward Ward 5 Eyes created");
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Ward 5 Eyes" })).ToBeVisibleAsync();

        await GoAsync(page, "/staff/add", "Add a person");
        await Field(page, "Name").FillAsync("Dr Zainab Umar-Bello");
        await Field(page, "E-mail").FillAsync("not an address");
        await PressAsync(page.Locator("main"), "Add person");
        await Assertions.Expect(page.Locator("#field-email-error")).ToContainTextAsync("not an e-mail address");
        await Assertions.Expect(page.Locator("#field-roles-error")).ToContainTextAsync("at least one role");
        await Field(page, "E-mail").FillAsync("zainab.umar@staff.example");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Doctor" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Ọphthalmology O'Brien" }).CheckAsync();
        await page.GetByLabel("Licence number").FillAsync("MDCN-31337");
        await page.GetByRole(AriaRole.Textbox, new() { NameRegex = new Regex("^Licence valid until") }).FillAsync("31 12 2031");
        await PressAsync(page.Locator("main"), "Add person");
        await Heading(page, "Dr Zainab Umar-Bello").WaitForAsync();

        await PressAsync(page.Locator("main"), "Grant role");
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Role").SelectOptionAsync(new SelectOptionValue { Label = "Administrator" });
        await PressAsync(page.GetByRole(AriaRole.Dialog), "Grant role");
        await SaidAsync(page, "Dr Zainab Umar-Bello is proposed as an administrator. Another administrator has to confirm it.");
        var waits = page.GetByRole(AriaRole.List, new() { Name = "Administrators to confirm" });
        await Assertions.Expect(waits).ToContainTextAsync("Another administrator has to confirm it.");
        await AccessibleAsync(page, "/staff/{id}");
        await PressAsync(waits, "Decline Dr Zainab Umar-Bello as administrator");
        await SaidAsync(page, "The proposal of Dr Zainab Umar-Bello is declined.");

        await PressAsync(page.Locator("main"), "Grant role");
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Role").SelectOptionAsync(new SelectOptionValue { Label = "Nurse" });
        await PressAsync(page.GetByRole(AriaRole.Dialog), "Grant role");
        await SaidAsync(page, "Nurse granted to Dr Zainab Umar-Bello.");

        // What another administrator of the house has proposed is confirmed from the dashboard.
        await GoAsync(page, "/", "Today");
        await PressAsync(page.GetByRole(AriaRole.List, new() { Name = "Administrators to confirm" }), "Confirm Tobi Martins as administrator");
        await PressAsync(page.GetByRole(AriaRole.Alertdialog), "Confirm administrator");
        await SaidAsync(page, "Tobi Martins is an administrator now.");
        await Assertions.Expect(page.GetByRole(AriaRole.List, new() { Name = "Administrators to confirm" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_moves_under_the_pointer_while_it_is_pressed_is_clicked_all_the_same()
    {
        var page = await AsAsync("admin@chihealth.example");
        await GoAsync(page, "/staff/add", "Add a person");
        await Field(page, "E-mail").FillAsync("not an address");
        await PressAsync(page.Locator("main"), "Add person");
        await Assertions.Expect(page.Locator("#field-email-error")).ToBeVisibleAsync();
        await Field(page, "E-mail").FillAsync("zainab.umar@staff.example");
        var doctor = page.GetByRole(AriaRole.Checkbox, new() { Name = "Doctor" });
        var before = await PointAtAsync(page, doctor);
        await page.Mouse.DownAsync();                                              // leaves the e-mail field, whose error goes
        await Assertions.Expect(page.Locator("#field-email-error")).ToHaveCountAsync(0);
        Assert.NotEqual(before, (await doctor.BoundingBoxAsync())!.Y);              // so the box is no longer under the pointer
        await page.Mouse.UpAsync();
        await Assertions.Expect(doctor).ToBeCheckedAsync();

        // Pressed and drawn away is no click.
        var nurse = page.GetByRole(AriaRole.Checkbox, new() { Name = "Nurse", Exact = true });
        await PointAtAsync(page, nurse);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(5, 5);
        await page.Mouse.UpAsync();
        await Assertions.Expect(nurse).Not.ToBeCheckedAsync();

        // Nor is what a dialog has covered meanwhile.
        await PointAtAsync(page, nurse);
        await page.Mouse.DownAsync();
        await page.EvaluateAsync("() => { const cover = document.createElement('div'); cover.setAttribute('aria-modal', 'true'); cover.style = 'position:fixed;inset:0;z-index:9999'; document.body.append(cover); }");
        await page.Mouse.UpAsync();
        await Assertions.Expect(nurse).Not.ToBeCheckedAsync();
        await Assertions.Expect(doctor).ToBeCheckedAsync();
    }

    private static async Task<float> PointAtAsync(IPage page, ILocator control)
    {
        await control.ScrollIntoViewIfNeededAsync();
        var box = (await control.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        return box.Y;
    }

    [Fact]
    public async Task Text_that_was_typed_is_not_lost_by_a_click()
    {
        var page = await AsAsync("admin@chihealth.example");
        await GoAsync(page, "/staff/add", "Add a person");
        await Field(page, "Name").FillAsync("Half typed");
        await Field(page, "Name").PressAsync("Tab");
        await page.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).ClickAsync();
        await PressAsync(page.GetByRole(AriaRole.Alertdialog), "Keep editing");
        await Assertions.Expect(Field(page, "Name")).ToHaveValueAsync("Half typed");
        await page.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).ClickAsync();
        await PressAsync(page.GetByRole(AriaRole.Alertdialog), "Discard what was typed");
        await Heading(page, "Staff").WaitForAsync();
    }

    [Fact]
    public async Task The_dialog_of_a_new_organisation_is_accessible()
    {
        var page = await AsAsync("admin@chihealth.example");
        await GoAsync(page, "/organizations", "Organisations");
        await PressAsync(page.Locator("main"), "New organisation");
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await AccessibleAsync(page, "New organisation");
    }

    /// <summary>Somebody else ends it: the open page is left within five seconds, with nothing of anybody on it.</summary>
    [Fact]
    public async Task Whoever_is_signed_out_by_an_administrator_loses_the_open_page()
    {
        var page = await AsAsync("nurse.tola@chihealth.example");
        await GoAsync(page, "/stays", "Inpatients");
        var admin = await AsAsync("admin@chihealth.example");
        await GoAsync(admin, "/staff", "Staff");
        await admin.GetByRole(AriaRole.Link, new() { Name = "Tola Bakare" }).ClickAsync();
        await Heading(admin, "Tola Bakare").WaitForAsync();
        await PressAsync(admin.Locator("main"), "Sign out everywhere");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await PressAsync(admin.GetByRole(AriaRole.Alertdialog), "Sign out everywhere");
        await Heading(page, "Sign in").WaitForAsync();
        // A look every two seconds, then the page anew: five on a quiet machine. This one is shared with other tests.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(12), $"{watch.Elapsed}");
        await Assertions.Expect(page.GetByText("An administrator ended this session")).ToBeVisibleAsync();
    }
}
