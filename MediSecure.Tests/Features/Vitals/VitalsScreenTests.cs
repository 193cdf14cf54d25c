using Bunit;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Fluids;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Vitals;
using MediSecure.Tests.Access;
using MediSecure.Tests.Features.Beds;
using MediSecure.Tests.Support;
using MediSecure.Web.Features.Vitals;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.Vitals;

/// <summary>The form, the tab and the lists over the real services.</summary>
public sealed class VitalsScreenTests(SqliteDatabase db) : ComponentTest(db), IClassFixture<SqliteDatabase>
{
    private async Task<(ActingPerson Person, Patient Patient)> LookAsAsync(Role role)
    {
        var person = await Db.People.RoleAsync(role, await Db.Given.OrganizationAsync());
        await LookAsAsync(person);
        AddClock();
        return (person, await Db.Given.PatientOfAsync(person));
    }

    private void AddClock() => RenderTree.Add<CascadingValue<OrganizationClock>>(value => value.Add(one => one.Value, new OrganizationClock(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), Db.Clock)));

    private IRenderedComponent<VitalsPanel> Panel(Guid patient)
    {
        var panel = Render<VitalsPanel>(p => p.Add(one => one.PatientId, patient));
        panel.WaitForElement(".vitals-now");
        return panel;
    }

    private static void Fill(IRenderedComponent<VitalsPanel> panel, params (string Label, string Value)[] values)
    {
        foreach (var (label, value) in values)
        {
            panel.On(() => Field(panel, label), field => field.Change(value));
        }
    }

    private static AngleSharp.Dom.IElement Field(IRenderedComponent<VitalsPanel> panel, string label)
    {
        var labels = panel.FindAll("label").Where(one => one.TextContent.Trim() == label).ToList();
        return panel.Find("#" + Assert.Single(labels).GetAttribute("for"));
    }

    private static readonly (string, string)[] Full =
    [
        ("Respiration rate", "22"), ("SpO2", "94"), ("Oxygen flow", "2"), ("Systolic", "105"), ("Diastolic", "60"), ("Pulse", "112"), ("Consciousness", "0"), ("Temperature", "38,1"),
    ];

    [Fact]
    public async Task A_full_set_is_saved_and_announced_with_its_score()
    {
        var (nurse, patient) = await LookAsAsync(Role.Nurse);
        var panel = Panel(patient.Id);
        panel.Click("button", all => all.Single(b => b.TextContent.Trim() == "Record vitals"));
        Assert.Equal("switch", Field(panel, "Oxygen").GetAttribute("role"));
        Assert.Equal(["1", "2"], panel.FindAll("#field-scale option").Select(o => o.TextContent));
        Assert.Equal(["Not assessed", "Alert", "New confusion", "Voice", "Pain", "Unresponsive"], panel.FindAll("#field-consciousness option").Select(o => o.TextContent));
        Fill(panel, Full);
        panel.Submit();
        panel.WaitForAssertion(() => Assert.Contains("NEWS2 9", Announced.All));
        Assert.Empty(panel.FindAll("[role=dialog]"));
        var saved = await Db.LookAsync(nurse.OrganizationId, look => look.VitalSigns.SingleAsync());
        Assert.Equal((true, 38.1m, 9), (saved.OnOxygen, saved.Temperature, saved.Score)); // the flow switched oxygen on, the comma was a point
        panel.WaitForAssertion(() => Assert.Contains("Emergency team", panel.Find("[aria-label=Escalation]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_form_says_that_an_earlier_stay_had_scale_2_and_begins_with_scale_1()
    {
        var (nurse, patient) = await LookAsAsync(Role.Nurse);
        var order = new SaturationScaleOrder(Guid.CreateVersion7(), nurse.OrganizationId, patient.Id, "COPD, target 88–92 %", Db.Now.AddDays(-9), nurse.UserId);
        order.Lapse(Db.Now.AddDays(-2), nurse.UserId);
        await Db.AddAsync(nurse.OrganizationId, order);
        var panel = Panel(patient.Id);
        panel.Click("button", all => all.Single(b => b.TextContent.Trim() == "Record vitals"));
        Assert.Contains("SpO2 scale 2 was ordered in an earlier stay", panel.Find("[role=dialog] .note").TextContent, StringComparison.Ordinal);
        Assert.Equal("0", panel.Find("#field-scale").GetAttribute("value")); // the first of the list: scale 1
    }

    [Fact]
    public async Task A_set_with_something_missing_says_incomplete_and_what_it_was()
    {
        var (nurse, patient) = await LookAsAsync(Role.Nurse);
        var visit = Encounter.Visit(Guid.CreateVersion7(), nurse.OrganizationId, patient.Id, Db.Now.AddHours(-1), nurse.StaffMemberId!.Value, null, null);
        visit.StartVisit(Db.Now.AddHours(-1));
        await Db.AddAsync(nurse.OrganizationId, visit);
        var before = Sick();
        before.TakenAt = Db.Now.AddMinutes(-30);
        Assert.Null((await nurse.Service<VitalsService>().RecordAsync(patient.Id, before, default)).Error);
        var panel = Panel(patient.Id);
        panel.Click("button", all => all.Single(b => b.TextContent.Trim() == "Record vitals"));
        Fill(panel, [.. Full.Where(f => f.Item1 != "Consciousness")]);
        panel.Submit();
        panel.WaitForAssertion(() => Assert.Contains("NEWS2 incomplete", Announced.All));
        panel.WaitForAssertion(() => Assert.Contains("consciousness", panel.Find(".vitals-now").TextContent, StringComparison.Ordinal));
        Assert.Contains("incomplete, was 9 at ", panel.Find(".vitals-now .news2").TextContent, StringComparison.Ordinal);
        Assert.Contains("emergency team", panel.Find(".vitals-now").TextContent, StringComparison.Ordinal); // what the last score asks for
    }

    [Fact]
    public async Task The_banner_tells_an_old_score_as_the_past_and_shows_who_was_asked_without_any()
    {
        var (nurse, patient) = await LookAsAsync(Role.Nurse);
        Assert.Null((await nurse.Service<VitalsService>().RecordAsync(patient.Id, Sick(), default)).Error);
        var banner = Render<News2Alert>(p => p.Add(one => one.PatientId, patient.Id));
        banner.WaitForAssertion(() => Assert.Contains("Last NEWS2 9, ", banner.Markup, StringComparison.Ordinal));
        Assert.Empty(banner.FindAll(".news2"));
        var panel = Panel(patient.Id);
        Assert.Contains("Last NEWS2 9, ", panel.Find(".vitals-now").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Continuous monitoring", panel.Find(".vitals-now").TextContent, StringComparison.Ordinal);

        var unmeasured = await Db.Given.PatientOfAsync(nurse);
        Assert.Null((await nurse.Service<EscalationService>().RequestAsync(unmeasured.Id, new() { Reason = "Not herself" }, default)).Error);
        var asked = Render<News2Alert>(p => p.Add(one => one.PatientId, unmeasured.Id));
        asked.WaitForAssertion(() => Assert.Contains("Urgent ward review by ", asked.Find(".chip").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_clock_runs_out_on_every_screen_while_nobody_does_anything()
    {
        var ward = await WardOf.NewAsync(Db);
        var patient = await ward.PatientAsync();
        await ward.AdmittedAsync(patient.Id, (await ward.BedAsync()).Id);
        await Db.Given.TreatsAsync(ward.Doctor, patient.Id);
        Assert.Null((await ward.Doctor.Service<VitalsService>().RecordAsync(patient.Id, Sick(), default)).Error);
        await LookAsAsync(ward.Doctor);
        AddClock();
        (Func<string> Markup, Action<string> Says)[] asked =
            [Shown(Render<EscalationsPage>()), Shown(Render<EscalationsWidget>()), Shown(Render<News2Alert>(p => p.Add(one => one.PatientId, patient.Id))), Shown(Render<VitalsPanel>(p => p.Add(one => one.PatientId, patient.Id)))];
        (Func<string> Markup, Action<string> Says)[] due = [Shown(Render<ObservationsPage>()), Shown(Render<WardWidget>())];
        Assert.All(asked, screen => screen.Says("chip"));
        Assert.All(due, screen => screen.Says("Continuous"));
        Assert.All(asked, screen => Assert.DoesNotContain("min late", screen.Markup(), StringComparison.Ordinal));
        Db.Clock.Advance(TimeSpan.FromMinutes(35));
        Assert.All(asked, screen => screen.Says("5 min late"));
        Assert.All(due, screen => screen.Says("Overdue"));
        static (Func<string> Markup, Action<string> Says) Shown<T>(IRenderedComponent<T> screen) where T : IComponent =>
            (() => screen.Markup, text => screen.WaitForAssertion(() => Assert.Contains(text, screen.Markup, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Recording_for_a_restricted_chart_leads_to_the_chart_which_asks_for_the_reason()
    {
        var ward = await WardOf.NewAsync(Db);
        var patient = await ward.PatientAsync();
        await ward.AdmittedAsync(patient.Id, (await ward.BedAsync()).Id);
        await Db.Given.TreatsAsync(ward.Nurse, patient.Id);
        await Db.GivenAsync(async open => (await open.Patients.SingleAsync(p => p.Id == patient.Id)).Restrict(ChartRestriction.Vip, Db.Now, ward.Doctor.UserId), ward.OrganizationId);
        await LookAsAsync(ward.Nurse);
        AddClock();
        var page = Render<ObservationsPage>();
        page.Click($"[aria-label='Record vitals of {patient.DisplayName}']");
        page.WaitForAssertion(() => Assert.EndsWith($"/patients/{patient.Id}?tab=vitals", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public async Task What_switches_the_score_off_stands_in_the_open()
    {
        var (nurse, patient) = await LookAsAsync(Role.Nurse);
        var plain = Render<RecordVitalsDialog>(p => p.Add(one => one.PatientId, patient.Id).Add(one => one.MayBePregnant, true));
        Assert.Single(plain.FindAll("details #field-pregnant"));
        Assert.Empty(plain.FindAll(".note"));
        var pregnant = Render<RecordVitalsDialog>(p => p.Add(one => one.PatientId, patient.Id).Add(one => one.MayBePregnant, true).Add(one => one.Pregnant, true));
        Assert.Empty(pregnant.FindAll("details #field-pregnant"));
        Assert.Contains("no score", pregnant.Find(".note").TextContent, StringComparison.Ordinal);
        pregnant.Change("#field-pregnant", false);
        Assert.Empty(pregnant.FindAll(".note"));
        Assert.Single(pregnant.FindAll("#field-pregnant")); // where it was
    }

    private static RecordVitalsForm Sick() => new() { Respiration = 22, Saturation = 94, OnOxygen = true, Systolic = 105, Diastolic = 60, Pulse = 112, Consciousness = Consciousness.Alert, Temperature = 38.1m };

    [Fact]
    public async Task Fahrenheit_is_refused_and_one_press_takes_what_was_meant()
    {
        var (nurse, patient) = await LookAsAsync(Role.Nurse);
        var panel = Panel(patient.Id);
        panel.Click("button", all => all.Single(b => b.TextContent.Trim() == "Record vitals"));
        Fill(panel, [.. Full.Where(f => f.Item1 != "Temperature"), ("Temperature", "98.6")]);
        panel.Submit();
        panel.WaitForElement(".error-summary");
        Assert.Equal("112", Field(panel, "Pulse").GetAttribute("value")); // what was typed is kept
        panel.Click("button", all => all.Single(b => b.TextContent.Trim() == "Use 37.0"));
        panel.Submit();
        panel.WaitForAssertion(() => Assert.Contains("NEWS2 8", Announced.All));
        Assert.Equal(37.0m, await Db.LookAsync(nurse.OrganizationId, look => look.VitalSigns.Select(v => v.Temperature).SingleAsync()));
    }

    [Fact]
    public async Task An_unusual_number_is_asked_about_and_saved_when_it_is_right()
    {
        var (nurse, patient) = await LookAsAsync(Role.Nurse);
        var panel = Panel(patient.Id);
        panel.Click("button", all => all.Single(b => b.TextContent.Trim() == "Record vitals"));
        Fill(panel, [.. Full.Where(f => f.Item1 != "Pulse"), ("Pulse", "225")]);
        panel.Submit();
        panel.WaitForElement("#vitals-questions");
        Assert.Equal(0, await Db.LookAsync(nurse.OrganizationId, look => look.VitalSigns.CountAsync()));
        panel.Click("button", all => all.Single(b => b.TextContent.Trim() == "It is right, save"));
        panel.WaitForAssertion(() => Assert.Contains("NEWS2 10", Announced.All));
    }

    [Theory]
    [InlineData("09:04", false, 0)] // nine in Lagos: a watch that goes fast
    [InlineData("08:50", false, -10)]
    [InlineData("21:30", false, -690)]
    [InlineData("09:06", true, -1434)]
    public async Task The_time_of_a_set_is_shown_with_its_day_and_yesterday_is_not_guessed(string typed, bool asked, int minutes)
    {
        Db.GoToMorning();
        var (nurse, patient) = await LookAsAsync(Role.Nurse);
        var panel = Panel(patient.Id);
        panel.Click("button", all => all.Single(b => b.TextContent.Trim() == "Record vitals"));
        Fill(panel, Full);
        panel.Change("#field-takenat", typed);
        if (asked)
        {
            panel.Submit();
            Assert.Contains("not yet 09:06 today", panel.Find(".error-summary").TextContent, StringComparison.Ordinal);
            Assert.Equal(0, await Db.LookAsync(nurse.OrganizationId, look => look.VitalSigns.CountAsync()));
            panel.Change("#field-takenat-yesterday", true);
        }

        var meant = panel.Find("#field-takenat-help").TextContent;
        Assert.StartsWith(minutes switch { 0 => "Now: ", > -540 => "Today 08:50, 10 min ago", _ => "Yesterday, " }, meant, StringComparison.Ordinal);
        Assert.Contains(minutes < -540 ? typed : "", meant, StringComparison.Ordinal);
        panel.Submit();
        panel.WaitForAssertion(() => Assert.Contains("NEWS2 9", Announced.All));
        Assert.Equal(Db.Now.AddMinutes(minutes), await Db.LookAsync(nurse.OrganizationId, look => look.VitalSigns.Select(v => v.TakenAt).SingleAsync()));
        Assert.Equal(1, await Db.LookAsync(nurse.OrganizationId, look => look.Escalations.CountAsync()));
    }

    [Fact]
    public async Task Urine_of_the_night_is_written_down_in_the_morning_and_counts_for_the_night()
    {
        var (nurse, patient) = await LookAsAsync(Role.Nurse);
        var panel = Panel(patient.Id);
        panel.WaitForElement("[aria-label='Day before']");
        panel.Click("button", all => all.Single(b => b.TextContent.Trim() == "Fluid"));
        panel.Change("#field-kind", ((int)FluidKind.Urine).ToString(System.Globalization.CultureInfo.InvariantCulture));
        panel.Change("#field-millilitres", "350");
        panel.Change("#field-takenat", "05:50");
        panel.Submit();
        panel.WaitForAssertion(() => Assert.Contains(Announced.All, said => said.StartsWith("Fluid recorded in the balance of ", StringComparison.Ordinal)));
        Assert.Equal(Db.Now.Date.AddHours(4).AddMinutes(50), await Db.LookAsync(nurse.OrganizationId, look => look.FluidEntries.Select(e => e.TakenAt).SingleAsync()));
        Assert.Equal(350, (await nurse.Service<FluidService>().DayAsync(patient.Id, DateOnly.FromDateTime(Db.Now).AddDays(-1), default)).Value.Output);
    }

    [Fact]
    public async Task A_word_for_a_number_is_not_sent()
    {
        var (nurse, patient) = await LookAsAsync(Role.Nurse);
        var panel = Panel(patient.Id);
        panel.Click("button", all => all.Single(b => b.TextContent.Trim() == "Record vitals"));
        Fill(panel, [("Pulse", "ninety")]);
        panel.Submit();
        Assert.Contains("Pulse is a number.", panel.Find(".error-summary").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await Db.LookAsync(nurse.OrganizationId, look => look.VitalSigns.CountAsync()));
    }

    [Theory]
    [InlineData(Role.Nurse, "Record vitals")]
    [InlineData(Role.Doctor, "Record vitals")]
    [InlineData(Role.Dietitian, "Record weight and height")]
    [InlineData(Role.Pharmacist, null)]
    public async Task Each_role_is_offered_what_it_may_record(Role role, string? offered)
    {
        var (_, patient) = await LookAsAsync(role);
        var panel = Panel(patient.Id);
        Assert.Equal(offered is null ? Array.Empty<string>() : new[] { offered }, panel.FindAll("button").Select(b => b.TextContent.Trim()).Where(text => text.StartsWith("Record", StringComparison.Ordinal)));
        Assert.Equal(role == Role.Doctor ? 1 : 0, panel.FindAll("button").Count(b => b.TextContent.Trim() == "Order scale 2"));
        Assert.Contains("Royal College of Physicians", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("not a diagnosis", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_course_is_drawn_and_stands_in_a_table_too_with_mistakes_struck_through()
    {
        var (nurse, patient) = await LookAsAsync(Role.Nurse);
        var vitals = nurse.Service<VitalsService>();
        await vitals.RecordAsync(patient.Id, new() { Respiration = 16, Saturation = 98, Systolic = 120, Diastolic = 80, Pulse = 70, Consciousness = Consciousness.Alert, Temperature = 37.0m, TakenAt = Db.Now.AddHours(-3) }, default);
        var wrong = new RecordVitalsForm { Respiration = 30, TakenAt = Db.Now.AddHours(-1) };
        await vitals.RecordAsync(patient.Id, wrong, default);
        await vitals.MarkInErrorAsync(patient.Id, new() { SetId = wrong.Id, Reason = "Next bed" }, default);
        var panel = Panel(patient.Id);
        Assert.Equal("Respiration in /min: 16", panel.FindAll("svg[role=img]").Select(svg => svg.GetAttribute("aria-label")).Single(label => label!.StartsWith("Respiration", StringComparison.Ordinal)));
        panel.Click("button", all => all.Single(b => b.TextContent.Trim() == "Show as table"));
        var rows = panel.FindAll("table[aria-label=Observations] tbody tr");
        Assert.Equal(2, rows.Count);
        Assert.Contains("Next bed", Assert.Single(panel.FindAll("tr.struck")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_escalation_appears_in_the_widget_by_itself_and_is_acknowledged_there()
    {
        var (doctor, patient) = await LookAsAsync(Role.Doctor);
        var nurse = await Db.People.NurseAsync(doctor.OrganizationId);
        await Db.Given.TreatsAsync(nurse, patient.Id);
        var widget = Render<EscalationsWidget>();
        widget.WaitForAssertion(() => Assert.Contains("Nobody waits", widget.Markup, StringComparison.Ordinal));
        var form = new RecordVitalsForm { Respiration = 25, Saturation = 90, OnOxygen = true, Systolic = 105, Diastolic = 60, Pulse = 112, Consciousness = Consciousness.Alert, Temperature = 38.1m };
        Assert.Null((await nurse.Service<VitalsService>().RecordAsync(patient.Id, form, default)).Error);
        widget.WaitForAssertion(() => Assert.Contains(patient.DisplayName, widget.Find("tbody").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(5));
        Assert.Contains(Announced.All, said => said.StartsWith("Emergency team for ", StringComparison.Ordinal));
        widget.Click("button", all => all.Single(b => b.TextContent.Trim() == "Acknowledge"));
        widget.WaitForAssertion(() => Assert.Contains("Acknowledged", widget.Markup, StringComparison.Ordinal));
        Assert.Equal(EscalationStatus.Acknowledged, await Db.LookAsync(doctor.OrganizationId, look => look.Escalations.Select(e => e.Status).SingleAsync()));
    }
}
