using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.Playwright;

namespace MediSecure.Tests.Features.Nutrition;

/// <summary>From the ward's question to the patient's ticks, in three browsers.</summary>
public sealed class NutritionBrowserTests(MediSecureApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<MediSecureApp>
{
    [Fact]
    public async Task A_consult_becomes_a_plan_that_the_patient_ticks_on_a_phone_and_the_dietitian_sees_how_far()
    {
        var chart = $"/patients/{DemoWorld.Id("patient", DemoAccounts.General, "Chinedu Eze")}?tab=nutrition";
        var dietitian = await AsAsync("dietitian@chihealth.example");
        var waiting = dietitian.GetByRole(AriaRole.Table, new() { Name = "Consults" });
        await waiting.WaitForAsync();
        await AccessibleAsync(dietitian, "dashboard of a dietitian");

        var nurse = await AsAsync("nurse.joy@chihealth.example");
        await nurse.GotoAsync(chart);
        await nurse.GetByRole(AriaRole.Button, new() { Name = "Ask a dietitian" }).ClickAsync();
        var asking = nurse.GetByRole(AriaRole.Dialog);
        await asking.GetByLabel("Reason").FillAsync("Eats half of the meals since admission");
        await asking.GetByLabel("Urgency").SelectOptionAsync("1");
        await PressAsync(asking, "Ask");
        await SaidAsync(nurse, "Dietitian asked.");

        await waiting.GetByText("Eats half of the meals").WaitForAsync();
        await dietitian.GetByRole(AriaRole.Button, new() { Name = "Accept the consult for Chinedu Eze" }).ClickAsync();
        await SaidAsync(dietitian, "Consult for Chinedu Eze accepted.");
        await nurse.GetByRole(AriaRole.Group, new() { Name = "Consult" }).GetByText("Accepted", new() { Exact = true }).WaitForAsync();

        // The assessment by keyboard alone.
        await dietitian.GotoAsync(chart);
        await dietitian.GetByRole(AriaRole.Button, new() { Name = "Assess nutrition" }).FocusAsync();
        await dietitian.Keyboard.PressAsync("Enter");
        var loss = dietitian.GetByLabel("Unplanned loss of weight");
        await Assertions.Expect(loss).ToBeFocusedAsync(new() { Timeout = 15_000 });
        await dietitian.Keyboard.TypeAsync("11");
        await dietitian.Keyboard.PressAsync("Tab");
        await dietitian.GetByLabel("Reason").WaitForAsync(); // asked for once the number is another than proposed
        await loss.FocusAsync();
        await dietitian.Keyboard.PressAsync("Tab");
        await Assertions.Expect(dietitian.GetByLabel("Reason")).ToBeFocusedAsync();
        await dietitian.Keyboard.TypeAsync("Clothes too wide since August, says his daughter");
        await dietitian.Keyboard.PressAsync("Tab");
        await dietitian.Keyboard.PressAsync("N");
        await dietitian.Keyboard.PressAsync("Tab");
        await dietitian.Keyboard.TypeAsync("Fortified meals");
        await AccessibleAsync(dietitian, "form of an assessment");
        await dietitian.Keyboard.PressAsync("Tab");
        await dietitian.Keyboard.PressAsync("Tab");
        await dietitian.Keyboard.PressAsync("Enter");
        await SaidAsync(dietitian, "high risk.");
        await Assertions.Expect(dietitian.GetByRole(AriaRole.Group, new() { Name = "Consult" })).ToHaveCountAsync(0);

        await PressAsync(dietitian.Locator("body"), "New plan");
        var dialog = dietitian.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Title").FillAsync("Eating to gain strength");
        await PressAsync(dialog, "Begin plan");
        var plan = dietitian.GetByRole(AriaRole.Article, new() { Name = "Eating to gain strength" });
        await PressAsync(plan, "Add activity");
        await dialog.GetByLabel("Activity").FillAsync("Snack between meals");
        await dialog.GetByLabel("How often").FillAsync("2");
        await PressAsync(dialog, "Add activity");
        await plan.GetByText("2 times a day").WaitForAsync();
        await PressAsync(plan, "Activate");
        await plan.GetByText("Nothing due yet in 7 days").WaitForAsync();
        await AccessibleAsync(dietitian, "nutrition of a chart");

        var patient = await AsAsync("chinedu.eze@example.com", 390, 844);
        await patient.GotoAsync("/plan");
        await patient.GetByRole(AriaRole.Button, new() { Name = "Done: Snack between meals, 1 of 2" }).DblClickAsync();
        await patient.GetByText("1 of 2 done").WaitForAsync();
        Assert.True(await patient.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 390"), "wider than the phone");
        await AccessibleAsync(patient, "plan on a phone");
        await plan.GetByText("100 %, 1 of 1 in 7 days").WaitForAsync();
        await patient.GetByRole(AriaRole.Button, new() { Name = "Done: Snack between meals, 2 of 2" }).ClickAsync();
        await plan.GetByText("100 %, 2 of 2 in 7 days").WaitForAsync();
    }
}
