using MediSecure.Tests.Support;
using Microsoft.Playwright;

namespace MediSecure.Tests.Features.Appointments;

/// <summary>Visits in real browsers, at whatever hour the test runs.</summary>
public sealed class AppointmentBrowserTests(MediSecureApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<MediSecureApp>
{
    private const string Desk = "receptionist@chihealth.example";
    private const string Doctor = "dr.adebayo@chihealth.example";
    private const string Patient = "amina.bello@example.com";
    private const string Adebayo = "Dr Tunde Adebayo, Internal medicine";

    [Fact]
    public async Task Reception_books_Amina_with_Dr_Adebayo_and_checks_her_in_and_the_doctor_sees_it_at_once_and_completes_the_visit()
    {
        var desk = await AsAsync(Desk);
        var doctor = await AsAsync(Doctor);
        // The doctor's dashboard knows what comes within two hours, over midnight too.
        await doctor.GetByRole(AriaRole.Table, new() { Name = "Schedule" }).WaitForAsync();

        await GoAsync(desk, "/appointments/book", "Book appointment");
        await desk.GetByLabel("Clinician").SelectOptionAsync(new SelectOptionValue { Label = Adebayo });
        await desk.GetByRole(AriaRole.Group, new() { Name = "Week of Dr Tunde Adebayo" }).WaitForAsync();
        await desk.GetByRole(AriaRole.Group, new() { Name = "Next free times" }).GetByRole(AriaRole.Button).First.ClickAsync();
        var dialog = desk.GetByRole(AriaRole.Dialog, new() { Name = "Book appointment" });
        await dialog.GetByRole(AriaRole.Combobox, new() { Name = "Patient" }).FillAsync("bello amina");
        await dialog.GetByRole(AriaRole.Option).Filter(new() { HasText = "Amina Bello" }).ClickAsync();
        await dialog.GetByLabel("Reason").FillAsync("Browser journey");
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^Book ") }).ClickAsync();
        await SaidAsync(desk, "Amina Bello booked with Dr Tunde Adebayo");

        // Booked by somebody else, without a reload.
        var row = doctor.GetByRole(AriaRole.Table, new() { Name = "Schedule" }).GetByRole(AriaRole.Row).Filter(new() { HasText = "Browser journey" });
        await Assertions.Expect(row).ToBeVisibleAsync(new() { Timeout = 15_000 });

        await GoAsync(desk, "/arrivals", "Arrivals");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Check in Amina Bello" }).ClickAsync();
        var checkIn = desk.GetByRole(AriaRole.Dialog, new() { Name = "Check in Amina Bello" });
        await Assertions.Expect(checkIn.GetByText("12 Apr 1988")).ToBeVisibleAsync();
        await PressAsync(checkIn, "Identity confirmed, check in");
        await SaidAsync(desk, "Amina Bello checked in.");

        await PressAsync(row, "Start visit of Amina Bello");
        await SaidAsync(doctor, "Visit of Amina Bello started.");
        await PressAsync(row, "Complete visit of Amina Bello");
        await SaidAsync(doctor, "Visit of Amina Bello completed.");
        await Assertions.Expect(row.GetByText("Seen")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_patient_books_moves_and_cancels_on_a_phone()
    {
        var phone = await AsAsync(Patient, 390, 844);
        await GoAsync(phone, "/appointments/book?clinician=" + MediSecure.Data.Persistence.DemoData.DemoWorld.Id("staff", "ChiHealth General Hospital", Doctor), "Book a visit");
        // Far enough ahead that the cut-off does not forbid the changes.
        var times = phone.GetByRole(AriaRole.Region, new() { NameRegex = new("^Free times on ") });
        await NextWeekAsync(phone, times.First);
        await times.First.GetByRole(AriaRole.Button, new() { NameRegex = new("^Book ") }).First.ClickAsync();
        var dialog = phone.GetByRole(AriaRole.Dialog, new() { Name = "Book appointment" });
        await dialog.GetByLabel("Reason").FillAsync("Phone journey");
        await AccessibleAsync(phone, "booking on a phone");
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^Book ") }).ClickAsync();
        await Heading(phone, "Your visits").WaitForAsync();
        var card = phone.GetByRole(AriaRole.List, new() { Name = "Coming visits" }).GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Phone journey" });
        await card.GetByRole(AriaRole.Link, new() { NameRegex = new("^Change time") }).ClickAsync();

        await Heading(phone, "Change time").WaitForAsync();
        await NextWeekAsync(phone, times.First);
        await times.Last.GetByRole(AriaRole.Button, new() { NameRegex = new("^Book ") }).First.ClickAsync();
        await phone.GetByRole(AriaRole.Dialog, new() { Name = "Change time" }).GetByRole(AriaRole.Button, new() { NameRegex = new("^Move to ") }).ClickAsync();
        await Heading(phone, "Your visits").WaitForAsync();
        await Assertions.Expect(phone.GetByRole(AriaRole.Table, new() { Name = "Past and cancelled visits" }).GetByRole(AriaRole.Row).Filter(new() { HasText = "Phone journey" })).ToContainTextAsync("moved to");

        await card.GetByRole(AriaRole.Button, new() { NameRegex = new("^Cancel visit") }).ClickAsync();
        var cancel = phone.GetByRole(AriaRole.Dialog, new() { Name = "Cancel visit" });
        await PressAsync(cancel, "Cancel visit");
        await Assertions.Expect(cancel.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say why");
        await cancel.GetByLabel("Reason").FillAsync("Feeling better");
        await PressAsync(cancel, "Cancel visit");
        await SaidAsync(phone, "cancelled.");
        await Assertions.Expect(card).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Two_people_want_one_time_and_the_second_is_offered_others()
    {
        var (one, two) = (await AsAsync(Desk), await AsAsync(Desk));
        var slot = new System.Text.RegularExpressions.Regex("^Book ");
        foreach (var page in new[] { one, two })
        {
            await GoAsync(page, "/appointments/book", "Book appointment");
            await page.GetByLabel("Clinician").SelectOptionAsync(new SelectOptionValue { Label = "Dr Efua Mensah, Paediatrics" });
            await page.GetByRole(AriaRole.Group, new() { Name = "Week of Dr Efua Mensah" }).WaitForAsync();
            var free = page.GetByRole(AriaRole.Group, new() { Name = "Week of Dr Efua Mensah" }).GetByRole(AriaRole.Button, new() { NameRegex = slot }).First;
            await NextWeekAsync(page, free);
            await free.ClickAsync();
            var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Book appointment" });
            await dialog.GetByRole(AriaRole.Combobox, new() { Name = "Patient" }).FillAsync(page == one ? "o'brien" : "olaoluwa");
            await dialog.GetByRole(AriaRole.Option).First.ClickAsync();
        }

        foreach (var page in new[] { one, two })
        {
            var book = page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { NameRegex = slot });
            if (page == one)
            {
                await book.DblClickAsync(); // is one booking
                await SaidAsync(one, "booked with Dr Efua Mensah");
            }
            else
            {
                await book.ClickAsync();
            }
        }

        var lost = two.GetByRole(AriaRole.Dialog, new() { Name = "Book appointment" });
        await Assertions.Expect(lost.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nearest free:");
        await lost.GetByRole(AriaRole.Group, new() { Name = "Nearest free times" }).GetByRole(AriaRole.Button).Last.ClickAsync();
        await lost.GetByRole(AriaRole.Button, new() { NameRegex = slot }).ClickAsync();
        await SaidAsync(two, "booked with Dr Efua Mensah");
    }

    [Fact]
    public async Task An_administrator_sets_hours_and_leave()
    {
        var admin = await AsAsync("admin@chihealth.example");
        var doctor = MediSecure.Data.Persistence.DemoData.DemoWorld.Id("staff", "ChiHealth General Hospital", Doctor);
        await GoAsync(admin, $"/staff/{doctor}/working-hours", "Working hours");
        await PressAsync(admin.GetByRole(AriaRole.Main), "Add hours");
        var dialog = admin.GetByRole(AriaRole.Dialog, new() { Name = "Add hours" });
        await PressAsync(dialog, "Save hours");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("overlap");
        await PressAsync(dialog, "Cancel");
        await PressAsync(admin.GetByRole(AriaRole.Main), "Add leave");
        var leave = admin.GetByRole(AriaRole.Dialog, new() { Name = "Add leave" });
        await leave.GetByLabel("First day").FillAsync("1 8 2031");
        await leave.GetByLabel("Last day").FillAsync("2 8 2031");
        await leave.GetByLabel("Reason").FillAsync("Training");
        await AccessibleAsync(admin, "adding leave");
        await PressAsync(leave, "Add leave");
        await SaidAsync(admin, "Leave added.");
        await Assertions.Expect(admin.GetByRole(AriaRole.Table, new() { Name = "Leave" })).ToContainTextAsync("Fri 1 Aug 2031");
    }

    /// <summary>Views that no address opens, and the patient's own; the pages themselves are visited with every other route.</summary>
    [Fact]
    public async Task A_visit_and_a_patients_own_visits_are_accessible()
    {
        var desk = await AsAsync(Desk);
        await GoAsync(desk, "/appointments", "Appointments");
        await desk.GetByRole(AriaRole.Button, new() { NameRegex = new("^Open visit of ") }).First.ClickAsync();
        await desk.GetByRole(AriaRole.Dialog, new() { Name = "Visit" }).WaitForAsync();
        await AccessibleAsync(desk, "visit");
        var patient = await AsAsync(Patient);
        await GoAsync(patient, "/appointments", "Your visits");
        await patient.GetByRole(AriaRole.List, new() { Name = "Coming visits" }).WaitForAsync();
        await AccessibleAsync(patient, "own visits");
    }

    [Fact]
    public async Task A_nurse_reads_the_list_and_books_nothing_and_bad_addresses_are_harmless()
    {
        var nurse = await AsAsync("nurse.joy@chihealth.example");
        await GoAsync(nurse, "/appointments?from=0001-01-01&days=99999&clinician=nobody&status=Nothing", "Appointments");
        Assert.Equal(0, await nurse.GetByRole(AriaRole.Link, new() { Name = "Book appointment" }).CountAsync());
        var desk = await AsAsync(Desk);
        await GoAsync(desk, $"/appointments/book?clinician={Guid.NewGuid()}&from=9999-12-31", "Book appointment");
        await Assertions.Expect(desk.GetByRole(AriaRole.Main).GetByRole(AriaRole.Alert)).ToContainTextAsync("does not work here");
    }

    /// <summary>Turns to the next week and waits until <paramref name="changes"/> belongs to it.</summary>
    private static async Task NextWeekAsync(IPage page, ILocator changes)
    {
        // Late in the week nothing may be left of this one.
        var before = await changes.CountAsync() > 0 ? await changes.GetAttributeAsync("aria-label") ?? "" : "";
        await page.GetByRole(AriaRole.Button, new() { Name = "Next week" }).ClickAsync();
        await Assertions.Expect(changes).Not.ToHaveAttributeAsync("aria-label", before, new() { Timeout = 15_000 });
    }
}
