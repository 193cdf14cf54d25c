using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.Playwright;

namespace MediSecure.Tests.Features.Amendments;

/// <summary>A patient asks on a phone, the doctor finds it on the dashboard, refuses, and the patient disagrees; then another one is accepted by an addendum.</summary>
public sealed class AmendmentBrowserTests(MediSecureApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<MediSecureApp>
{
    [Fact]
    public async Task A_patient_asks_the_doctor_answers_and_both_see_it_beside_the_note()
    {
        var amina = DemoWorld.Id("patient", DemoAccounts.General, "Amina Bello");
        var note = DemoWorld.Id("note", "Amina Bello", "0");
        var phone = await AsAsync("amina.bello@example.com", 390, 844);
        await GoAsync(phone, $"/patients/{amina}?tab=notes&note={note}", "Amina Bello");
        await phone.GetByRole(AriaRole.Link, new() { Name = "Ask for a correction" }).ClickAsync();
        var ask = phone.GetByRole(AriaRole.Dialog, new() { Name = "Ask for a correction" });
        await ask.GetByLabel("What is wrong").FillAsync("I never forgot it twice.");
        await ask.GetByLabel("What it should say").FillAsync("Once.");
        await AccessibleAsync(phone, "asking on a phone");
        await PressAsync(ask, "Send request");
        await SaidAsync(phone, "Request sent.");

        var doctor = await AsAsync("dr.adebayo@chihealth.example");
        var work = doctor.GetByRole(AriaRole.Table, new() { Name = "Corrections to answer" });
        await Assertions.Expect(work.GetByText("Overdue")).ToBeVisibleAsync(); // the demo's oldest
        await GoAsync(doctor, "/amendments", "Corrections");
        await AccessibleAsync(doctor, "work list");
        await work.GetByRole(AriaRole.Row).Filter(new() { HasTextRegex = new("SOAP note") }).Last.GetByRole(AriaRole.Link, new() { NameRegex = new("^Answer") }).ClickAsync();
        await Assertions.Expect(doctor.GetByText("I never forgot it twice.")).ToBeVisibleAsync();
        await PressAsync(doctor.GetByRole(AriaRole.Main), "Refuse");
        var refuse = doctor.GetByRole(AriaRole.Dialog, new() { Name = "Refuse the correction" });
        await refuse.GetByLabel("Ground").SelectOptionAsync(new SelectOptionValue { Label = "It is accurate and complete" });
        await refuse.GetByLabel("Reason").FillAsync("You said so at the visit.");
        await PressAsync(refuse, "Refuse");
        await SaidAsync(doctor, "Refused; the patient reads why.");

        await Assertions.Expect(phone.GetByText("You said so at the visit.")).ToBeVisibleAsync(); // without a reload
        await PressAsync(phone.GetByRole(AriaRole.Main), "Disagree in writing");
        await phone.GetByLabel("Statement").FillAsync("I said once.");
        await PressAsync(phone.GetByRole(AriaRole.Dialog), "Add statement");
        await SaidAsync(phone, "Your statement stands beside it.");
        await GoAsync(doctor, $"/patients/{amina}?tab=notes&note={note}", "Amina Bello");
        await Assertions.Expect(doctor.GetByText("I said once.")).ToBeVisibleAsync();

        // The demo's other request about a note: accepted by an addendum.
        await GoAsync(doctor, "/amendments", "Corrections");
        await work.GetByRole(AriaRole.Row).Filter(new() { HasTextRegex = new("SOAP note") }).First.GetByRole(AriaRole.Link, new() { NameRegex = new("^Answer") }).ClickAsync();
        await PressAsync(doctor.GetByRole(AriaRole.Main), "Accept");
        var accept = doctor.GetByRole(AriaRole.Dialog, new() { Name = "Accept the correction" });
        await accept.GetByLabel("New addendum").FillAsync("Weight without the coat: 69 kg.");
        await AccessibleAsync(doctor, "accepting");
        await PressAsync(accept, "Accept");
        await SaidAsync(doctor, "Accepted; the patient reads it.");
        await doctor.GetByRole(AriaRole.Link, new() { NameRegex = new("^Addendum of") }).ClickAsync();
        await Assertions.Expect(doctor.GetByText("Weight without the coat: 69 kg.")).ToBeVisibleAsync();

        var desk = await AsAsync("receptionist@chihealth.example");
        await desk.GetByRole(AriaRole.Table, new() { Name = "Corrections of details" }).GetByRole(AriaRole.Link, new() { NameRegex = new("^Answer") }).First.ClickAsync();
        await Assertions.Expect(desk.GetByText("27 Marina Road, second floor.")).ToBeVisibleAsync();
        await PressAsync(desk.GetByRole(AriaRole.Main), "Accept");
        await PressAsync(desk.GetByRole(AriaRole.Dialog), "Accept");
        await SaidAsync(desk, "Accepted; the patient reads it.");
    }
}
