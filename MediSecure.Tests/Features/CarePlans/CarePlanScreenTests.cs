using Bunit;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.CarePlans;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using MediSecure.Web.Features.CarePlans;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.CarePlans;

/// <summary>The dietitian's plan and the patient's page over the real services.</summary>
public sealed class CarePlanScreenTests(SqliteDatabase db) : ComponentTest(db), IClassFixture<SqliteDatabase>
{
    private DateOnly Today => LocalDay.Of(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), Db.Now);

    private async Task LookAsync(ActingPerson person)
    {
        await LookAsAsync(person);
        RenderTree.Add<CascadingValue<OrganizationClock>>(value => value.Add(one => one.Value, new OrganizationClock(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), Db.Clock)));
    }

    /// <summary>An active plan of two days with one activity, twice a day.</summary>
    private async Task<ActingPerson> PatientWithPlanAsync()
    {
        var organization = await Db.Given.OrganizationAsync();
        var (own, dietitian) = (await Db.People.PatientAsync(organization), await Db.People.DietitianAsync(organization, "Kemi Balogun"));
        var plan = new CarePlan(Guid.NewGuid(), organization, own.PatientId!.Value, "Eating well", null, dietitian.StaffMemberId!.Value, true, Db.Now, dietitian.UserId);
        plan.Activate(Today.AddDays(-1), Db.Now, true);
        await Db.AddAsync(organization, plan, PlanActivity.Plan(Guid.NewGuid(), organization, own.PatientId.Value, plan.Id, "Walk", 2, ActivityPeriod.Day, Today.AddDays(-1), null, Db.Now, dietitian.UserId).Value);
        return own;
    }

    private Task<int> TicksAsync(ActingPerson person) => Db.LookAsync(person.OrganizationId, look => look.PlanTicks.CountAsync());

    [Fact]
    public async Task What_is_ticked_is_no_button_any_more_and_taking_back_is_elsewhere()
    {
        var own = await PatientWithPlanAsync();
        await LookAsync(own);
        var page = Render<MyPlanPage>();
        page.WaitForElement(".checklist");
        Assert.Equal(2, page.FindAll("button.do").Count);
        page.Click("button.do");
        page.WaitForAssertion(() => Assert.Contains("1 of 2 done", page.Find(".checklist").TextContent, StringComparison.Ordinal));
        Assert.Equal(1, await TicksAsync(own));
        Assert.Equal(["SPAN", "BUTTON"], page.FindAll(".do").Select(one => one.TagName)); // a second click meets no button
        Assert.Contains("33 %, 1 of 3 in 7 days", page.Markup, StringComparison.Ordinal); // yesterday's two, and one of today
        page.Click("button.do");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("button.do")));
        Assert.Equal(2, await TicksAsync(own));
        page.Click("button", all => all.Single(b => b.TextContent.Trim() == "Take back"));
        page.WaitForAssertion(() => Assert.Contains("1 of 2 done", page.Find(".checklist").TextContent, StringComparison.Ordinal));
        Assert.Equal(["Ticked: Walk.", "Ticked: Walk.", "Taken back: Walk."], Announced.All);
    }

    [Fact]
    public async Task Yesterday_can_be_chosen_and_ticked()
    {
        var own = await PatientWithPlanAsync();
        await LookAsync(own);
        var page = Render<MyPlanPage>();
        page.WaitForElement(".checklist");
        Assert.Equal(["true", "false"], page.FindAll(".days button").Select(b => b.GetAttribute("aria-pressed")!));
        page.FindAll(".days button")[1].Click();
        page.WaitForAssertion(() => Assert.Equal("true", page.FindAll(".days button")[1].GetAttribute("aria-pressed")));
        page.Click("button.do");
        page.WaitForAssertion(() => Assert.Contains("1 of 2 done", page.Find(".checklist").TextContent, StringComparison.Ordinal));
        Assert.Equal(Today.AddDays(-1), await Db.LookAsync(own.OrganizationId, look => look.PlanTicks.Select(t => t.DoneOn).SingleAsync()));
    }

    [Fact]
    public async Task Without_a_plan_the_page_says_what_will_stand_there()
    {
        var own = await Db.People.PatientAsync(await Db.Given.OrganizationAsync());
        await LookAsync(own);
        var page = Render<MyPlanPage>();
        page.WaitForAssertion(() => Assert.Contains("You have no dietary plan now", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dietitian_begins_fills_and_activates_a_plan()
    {
        var dietitian = await Db.People.DietitianAsync(await Db.Given.OrganizationAsync(), "Kemi Balogun");
        var patient = await Db.Given.PatientOfAsync(dietitian);
        await LookAsync(dietitian);
        var panel = Render<PlansPanel>(p => p.Add(one => one.PatientId, patient.Id));
        panel.WaitForElement(".state");
        Press("New plan");
        Fill("Title", "Eating well");
        panel.Submit();
        panel.WaitForElement("article.plan");
        Press("Activate");
        panel.WaitForAssertion(() => Assert.Contains("nothing to do", panel.Markup, StringComparison.Ordinal));
        Press("Add activity");
        Fill("Activity", "Walk");
        panel.Submit();
        panel.WaitForElement(".error"); // how often?
        Fill("How often", "3");
        panel.Submit();
        panel.WaitForAssertion(() => Assert.Contains("3 times a day", panel.Find("ul[aria-label=Activities]").TextContent, StringComparison.Ordinal));
        Press("Add goal");
        Fill("Goal", "Gain weight");
        Fill("Target", "62,5");
        panel.Submit();
        panel.WaitForElement(".error-summary"); // of what?
        Fill("Unit", "kg");
        panel.Submit();
        panel.WaitForAssertion(() => Assert.Contains("62.5 kg", panel.Find("ul[aria-label=Goals]").TextContent, StringComparison.Ordinal));
        Press("Activate");
        panel.WaitForAssertion(() => Assert.Contains("Nothing due yet in 7 days", panel.Markup, StringComparison.Ordinal));
        Assert.Equal(CarePlanStatus.Active, await Db.LookAsync(dietitian.OrganizationId, look => look.CarePlans.Select(p => p.Status).SingleAsync()));

        void Press(string name) => panel.Click("button", all => all.First(b => b.TextContent.Trim() == name));
        void Fill(string label, string value) => panel.On(() => panel.Find("#" + Assert.Single(panel.FindAll("label"), one => one.TextContent.Trim().Split('(')[0].Replace("optional", "", StringComparison.Ordinal).Trim() == label).GetAttribute("for")), field => field.Change(value));
    }
}
