using System.Diagnostics;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.Playwright;

namespace MediSecure.Tests.Features.Triage;

/// <summary>Reception adds, a nurse triages by keyboard alone, a doctor in another browser sees the patient at the right place, takes and finishes; the log tells it.</summary>
public sealed class TriageBrowserTests(MediSecureApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<MediSecureApp>
{
    [Fact]
    public async Task Somebody_comes_is_triaged_by_keyboard_seen_at_once_taken_and_finished()
    {
        var doctor = await AsAsync("dr.adebayo@chihealth.example");
        await GoAsync(doctor, "/triage", "Triage");
        var waiting = doctor.GetByRole(AriaRole.Table, new() { Name = "Waiting for a doctor" });
        await waiting.WaitForAsync();
        await AccessibleAsync(doctor, "triage queue of a doctor");

        var desk = await AsAsync("receptionist@chihealth.example");
        await GoAsync(desk, $"/patients/{DemoWorld.Id("patient", DemoAccounts.General, "Amina Bello")}", "Amina Bello");
        await PressAsync(desk.Locator("main"), "Add to triage");
        var adding = desk.GetByRole(AriaRole.Dialog);
        await adding.GetByLabel("What the patient says").FillAsync("My chest feels tight");
        await AccessibleAsync(desk, "add to triage");
        await PressAsync(adding, "Add to triage");
        await SaidAsync(desk, "is in the triage queue.");
        await GoAsync(desk, "/triage", "Triage");
        await Assertions.Expect(desk.GetByRole(AriaRole.Table, new() { Name = "In the triage queue" }).GetByText("Amina Bello")).ToBeVisibleAsync();
        await Assertions.Expect(desk.GetByText("NEWS2")).ToHaveCountAsync(0);
        await AccessibleAsync(desk, "triage queue of the front desk");

        var nurse = await AsAsync("nurse.joy@chihealth.example", width: 390, height: 844, dark: true);
        await GoAsync(nurse, "/triage", "Triage");
        await AccessibleAsync(nurse, "triage queue on a phone");
        Assert.True(await nurse.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the queue is wider than the phone");
        await nurse.GetByRole(AriaRole.Button, new() { Name = "Triage Amina Bello", Exact = true }).FocusAsync();
        await nurse.Keyboard.PressAsync("Enter");
        var dialog = nurse.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.GetByRole(AriaRole.Radio).First).ToBeFocusedAsync();
        await AccessibleAsync(nurse, "triage dialog");
        await nurse.Keyboard.PressAsync("2");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Radio).Nth(1)).ToBeCheckedAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Radio).Nth(1)).ToBeFocusedAsync();
        await nurse.Keyboard.PressAsync("Tab");
        await Assertions.Expect(dialog.GetByLabel("Complaint")).ToBeFocusedAsync();
        await nurse.Keyboard.TypeAsync("Chest pain since this morning");
        await nurse.Keyboard.PressAsync("Enter");
        await SaidAsync(nurse, "level 2 Emergency.");
        var watch = Stopwatch.StartNew();
        await waiting.GetByText("Amina Bello").WaitForAsync(new() { Timeout = 5_000 });
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.ElapsedMilliseconds} ms after the nurse was told");
        // Behind the demo's level 2, who came earlier, and before its level 3.
        var rows = await waiting.Locator("tbody tr").AllInnerTextsAsync();
        var levels = rows.Select(row => System.Text.RegularExpressions.Regex.Match(row, "[1-5] (Resuscitation|Emergency|Urgent|Semi-urgent|Non-urgent)").Value).ToList();
        Assert.Equal(levels.Order(StringComparer.Ordinal), levels);
        Assert.Equal(1, rows.ToList().FindIndex(row => row.Contains("Amina Bello", StringComparison.Ordinal)));

        await doctor.GetByRole(AriaRole.Button, new() { Name = "Take Amina Bello" }).ClickAsync();
        await SaidAsync(doctor, "Amina Bello is with you.");
        await doctor.GetByRole(AriaRole.Button, new() { Name = "Finish the visit of Amina Bello" }).ClickAsync();
        var finishing = doctor.GetByRole(AriaRole.Dialog);
        await finishing.GetByLabel("Ended with").SelectOptionAsync(new SelectOptionValue { Label = "Home" });
        await AccessibleAsync(doctor, "finish dialog");
        await PressAsync(finishing, "Finish visit");
        await doctor.GetByRole(AriaRole.Table, new() { Name = "Finished in the last 12 hours" }).GetByText("Amina Bello").WaitForAsync();
        await GoAsync(doctor, $"/patients/{DemoWorld.Id("patient", DemoAccounts.General, "Amina Bello")}?tab=visits", "Amina Bello");
        await Assertions.Expect(doctor.GetByText("Emergency").First).ToBeVisibleAsync();

        await GoAsync(doctor, "/", "Today, ");
        await doctor.GetByRole(AriaRole.Table, new() { Name = "Waiting in triage" }).WaitForAsync();
        await GoAsync(nurse, "/", "Today, ");
        await nurse.GetByRole(AriaRole.Table, new() { Name = "Triage queue" }).WaitForAsync();
        await GoAsync(nurse, "/triage", "Triage");
        await nurse.GetByRole(AriaRole.Button, new() { NameRegex = new("^More about") }).Nth(2).ClickAsync();
        await nurse.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.List, new() { Name = "Triage so far" }).WaitForAsync();
        await AccessibleAsync(nurse, "details of an entry");
        var admin = await AsAsync("admin@chihealth.example");
        await GoAsync(admin, "/activity-log", "Activity log");
        foreach (var did in new[] { "put Amina Bello into the triage queue", "triaged Amina Bello", "took Amina Bello from the triage queue", "finished the emergency visit of Amina Bello" })
        {
            await Assertions.Expect(admin.GetByText(did).First).ToBeVisibleAsync();
        }
    }
}
