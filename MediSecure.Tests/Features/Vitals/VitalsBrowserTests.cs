using System.Diagnostics;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.Playwright;

namespace MediSecure.Tests.Features.Vitals;

/// <summary>Observations by keyboard alone, and the doctor in another browser who sees the escalation.</summary>
public sealed class VitalsBrowserTests(MediSecureApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<MediSecureApp>
{
    [Fact]
    public async Task A_set_by_keyboard_alone_escalates_at_the_doctor_within_a_second()
    {
        var chart = $"/patients/{DemoWorld.Id("patient", DemoAccounts.General, "Chinedu Eze")}?tab=vitals";
        var doctor = await AsAsync("dr.adebayo@chihealth.example");
        var waiting = doctor.GetByRole(AriaRole.Table, new() { Name = "Escalations" });
        await waiting.WaitForAsync();
        await Assertions.Expect(waiting.GetByText("Chinedu Eze")).ToHaveCountAsync(0);

        var nurse = await AsAsync("nurse.joy@chihealth.example");
        await nurse.GotoAsync(chart);
        await nurse.GetByRole(AriaRole.Button, new() { Name = "Record vitals" }).FocusAsync();
        await nurse.Keyboard.PressAsync("Enter");
        await Assertions.Expect(nurse.GetByLabel("Respiration rate")).ToBeFocusedAsync(new() { Timeout = 15_000 });
        // 22, 94 on 2 L, 105/60, 104, alert, 38.2: 2 + 1 + 2 + 1 + 1 + 0 + 1 = 8.
        async Task TypeAsync(string label, string keys)
        {
            await Assertions.Expect(nurse.GetByLabel(label, new() { Exact = true })).ToBeFocusedAsync();
            await nurse.Keyboard.TypeAsync(keys);
        }

        foreach (var (label, keys) in new[] { ("Respiration rate", "22"), ("SpO2", "94"), ("SpO2 scale", ""), ("Oxygen", " "), ("Oxygen flow", "2"), ("Systolic", "105"), ("Diastolic", "60"), ("Pulse", "104"), ("Consciousness", "A") })
        {
            await TypeAsync(label, keys);
            await nurse.Keyboard.PressAsync("Enter");
        }

        await TypeAsync("Temperature", "38.2");
        await nurse.Keyboard.PressAsync("Enter");
        await SaidAsync(nurse, "NEWS2 8");
        var watch = Stopwatch.StartNew();
        await waiting.GetByText("Chinedu Eze").First.WaitForAsync(new() { Timeout = 5_000 });
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.ElapsedMilliseconds} ms after the nurse was told");

        await nurse.GetByRole(AriaRole.Group, new() { Name = "Escalation" }).WaitForAsync();
        await AccessibleAsync(nurse, "vitals of a chart");
        await nurse.GetByRole(AriaRole.Button, new() { Name = "Show as table" }).ClickAsync();
        await nurse.GetByRole(AriaRole.Table, new() { Name = "Observations" }).WaitForAsync();
        await AccessibleAsync(nurse, "vitals as a table");
        await nurse.GetByRole(AriaRole.Button, new() { Name = "Record vitals" }).ClickAsync();
        await nurse.GetByRole(AriaRole.Dialog).WaitForAsync();
        await AccessibleAsync(nurse, "form of vitals");
        // Escape in a field that was not left yet: the server learns what was typed, and asks.
        await nurse.GetByLabel("Respiration rate").PressSequentiallyAsync("17");
        await nurse.Keyboard.PressAsync("Escape");
        await nurse.GetByRole(AriaRole.Alertdialog, new() { Name = "Leave without saving?" }).WaitForAsync();
        await AccessibleAsync(nurse, "question before what was typed is lost");
        await nurse.Keyboard.PressAsync("Escape");
        await Assertions.Expect(nurse.GetByRole(AriaRole.Alertdialog)).ToHaveCountAsync(0);
        await Assertions.Expect(nurse.GetByLabel("Respiration rate")).ToHaveValueAsync("17");

        await doctor.GetByRole(AriaRole.Button, new() { Name = "Acknowledge Chinedu Eze" }).ClickAsync();
        await nurse.GetByRole(AriaRole.Group, new() { Name = "Escalation" }).GetByText("Acknowledged").First.WaitForAsync();
    }
}
