using Bunit;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Nutrition;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Vitals;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using MediSecure.Web.Features.Nutrition;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Nutrition;

/// <summary>The tab with its dialogs over the real services.</summary>
public sealed class NutritionScreenTests(SqliteDatabase db) : ComponentTest(db), IClassFixture<SqliteDatabase>
{
    private async Task<(ActingPerson Person, Patient Patient)> LookAsAsync(Role role, DateOnly? birthDate = null)
    {
        var person = await Db.People.RoleAsync(role, await Db.Given.OrganizationAsync());
        await LookAsAsync(person);
        RenderTree.Add<CascadingValue<OrganizationClock>>(value => value.Add(one => one.Value, new OrganizationClock(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), Db.Clock)));
        var patient = await Db.Given.PatientAsync(person.OrganizationId, birthDate: birthDate);
        await Db.Given.TreatsAsync(person, patient.Id);
        return (person, patient);
    }

    private async Task WeighAsync(Patient patient, int daysAgo, decimal kilograms, decimal? centimetres = null)
    {
        var at = Db.Now.AddDays(-daysAgo);
        await Db.AddAsync(patient.OrganizationId, VitalSigns.Record(Guid.NewGuid(), patient.OrganizationId, patient.Id, null, new VitalValues { Weight = kilograms, Height = centimetres }, 40, false, at, at, Db.As(Role.ItSupport).UserId));
    }

    private IRenderedComponent<NutritionPanel> Panel(Guid patient)
    {
        var panel = Render<NutritionPanel>(p => p.Add(one => one.PatientId, patient));
        panel.WaitForElement("dl.facts");
        return panel;
    }

    private static AngleSharp.Dom.IElement Field(IRenderedComponent<NutritionPanel> panel, string begins) =>
        panel.Find("#" + Assert.Single(panel.FindAll("label"), one => one.TextContent.Trim().StartsWith(begins, StringComparison.Ordinal)).GetAttribute("for"));

    private static void Press(IRenderedComponent<NutritionPanel> panel, string name) => panel.Click("button", all => all.First(b => b.TextContent.Trim() == name));

    [Fact]
    public async Task The_score_is_shown_while_answers_are_given_and_kept_with_them()
    {
        var (nurse, patient) = await LookAsAsync(Role.Nurse);
        await WeighAsync(patient, 120, 66);
        await WeighAsync(patient, 0, 60, 175);
        var panel = Panel(patient.Id);
        Press(panel, "Screen by MUST");
        Assert.Equal("9.1", Field(panel, "Unplanned loss").GetAttribute("value")); // proposed
        Assert.Contains("MUST incomplete", panel.Find("[role=dialog]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Missing: whether acutely ill", panel.Find("[role=dialog]").TextContent, StringComparison.Ordinal);
        Assert.Contains("not a diagnosis", panel.Find("[role=dialog]").TextContent, StringComparison.Ordinal);
        panel.On(() => Field(panel, "Acutely ill"), field => field.Change("0"));
        Assert.Contains("MUST 2, high risk", panel.Find("[role=dialog]").TextContent, StringComparison.Ordinal); // BMI 19.6 and 9.1 %
        panel.Submit();
        panel.WaitForAssertion(() => Assert.Contains("MUST 2, high risk.", Announced.All));
        Assert.Empty(panel.FindAll("[role=dialog]"));
        var saved = await Db.LookAsync(nurse.OrganizationId, look => look.NutritionAssessments.SingleAsync());
        Assert.Equal((2, 1, 1, 0, 9.1m, null), (saved.Score, saved.BmiPoints, saved.LossPoints, saved.AcutePoints, saved.LossPercent, saved.LossReason));
        panel.WaitForAssertion(() => Assert.Contains("MUST 2, high risk", panel.Find("table[aria-label=Assessments]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_loss_than_proposed_asks_why_and_keeps_what_was_typed()
    {
        var (nurse, patient) = await LookAsAsync(Role.Nurse);
        await WeighAsync(patient, 120, 66);
        await WeighAsync(patient, 0, 60, 175);
        var panel = Panel(patient.Id);
        Press(panel, "Screen by MUST");
        panel.On(() => Field(panel, "Unplanned loss"), field => field.Change("0"));
        panel.On(() => Field(panel, "Acutely ill"), field => field.Change("0"));
        panel.Submit();
        panel.WaitForElement(".error-summary");
        Assert.Equal("0", Field(panel, "Unplanned loss").GetAttribute("value"));
        panel.On(() => Field(panel, "Reason"), field => field.Change("Planned, on a diet"));
        panel.Submit();
        panel.WaitForAssertion(() => Assert.Contains("MUST 1, medium risk.", Announced.All));
        Assert.Equal("Planned, on a diet", await Db.LookAsync(nurse.OrganizationId, look => look.NutritionAssessments.Select(a => a.LossReason).SingleAsync()));
    }

    [Fact]
    public async Task A_child_has_no_class_and_no_score()
    {
        var (_, patient) = await LookAsAsync(Role.Dietitian, DateOnly.FromDateTime(Db.Now).AddYears(-9));
        await WeighAsync(patient, 0, 30, 135);
        var panel = Panel(patient.Id);
        Assert.Contains("No class under 18 years", panel.Markup, StringComparison.Ordinal);
        Press(panel, "Assess nutrition");
        Assert.Contains("MUST is for adults", panel.Find("[role=dialog]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(panel.FindAll("label"), label => label.TextContent.Contains("loss", StringComparison.Ordinal));
        panel.Submit();
        panel.WaitForElement(".error-summary");
        panel.On(() => Field(panel, "Summary"), field => field.Change("Grows along the 50th centile"));
        panel.Submit();
        panel.WaitForAssertion(() => Assert.Contains("MUST does not apply.", Announced.All));
    }

    [Fact]
    public async Task A_nurse_asks_and_a_dietitian_accepts_and_each_sees_their_own_steps()
    {
        var (nurse, patient) = await LookAsAsync(Role.Nurse);
        var panel = Panel(patient.Id);
        Press(panel, "Ask a dietitian");
        panel.Submit();
        panel.WaitForElement(".error");
        panel.On(() => Field(panel, "Reason"), field => field.Change("Eats little"));
        panel.Submit();
        panel.WaitForAssertion(() => Assert.Contains("Eats little", panel.Find("[aria-label=Consult]").TextContent, StringComparison.Ordinal));
        var buttons = panel.FindAll("button").Select(b => b.TextContent.Trim()).ToList();
        Assert.Contains("Withdraw", buttons);
        Assert.DoesNotContain("Accept", buttons);
        Assert.DoesNotContain("Ask a dietitian", buttons);
        Assert.DoesNotContain("New plan", buttons);
        Assert.Equal(ConsultStatus.Requested, await Db.LookAsync(nurse.OrganizationId, look => look.NutritionConsults.Select(c => c.Status).SingleAsync()));
    }
}
