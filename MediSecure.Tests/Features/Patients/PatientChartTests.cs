using Bunit;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Allergies;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Encounters;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using MediSecure.Web.Features.Patients;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.Patients;

/// <summary>The shell of the chart: which tabs, for whom, from the address.</summary>
public sealed class PatientChartTests(SqliteDatabase db) : ComponentTest(db), IClassFixture<SqliteDatabase>
{
    private async Task<ActingPerson> LookAtAsync(Role role)
    {
        var person = await Db.People.RoleAsync(role, await Db.Given.OrganizationAsync());
        await LookAsAsync(person);
        RenderTree.Add<CascadingValue<OrganizationClock>>(value => value.Add(one => one.Value, new OrganizationClock(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), Db.Clock)));
        return person;
    }

    private IRenderedComponent<PatientPage> Open(Guid patient, string? tab = null)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(tab is null ? $"/patients/{patient}" : $"/patients/{patient}?tab={tab}");
        var page = Render<PatientPage>(p => p.Add(one => one.Id, patient));
        page.WaitForElement("header h1");
        return page;
    }

    [Fact]
    public void Every_tab_has_an_address_and_a_title_of_its_own_and_a_panel_of_a_patient()
    {
        Assert.Equal(PatientChart.Tabs.Count, PatientChart.Tabs.Select(tab => tab.Key).Distinct().Count());
        Assert.Equal(PatientChart.Tabs.Count, PatientChart.Tabs.Select(tab => tab.Title).Distinct().Count());
        Assert.All([.. PatientChart.Tabs.Select(tab => tab.Panel), .. PatientChart.Facts.Concat(PatientChart.Alerts).Concat(PatientChart.OverviewParts).Select(part => part.Component)],
            component => Assert.Equal(typeof(Guid), component.GetProperty("PatientId")?.PropertyType));
    }

    [Theory]
    [InlineData(Role.Doctor)]
    [InlineData(Role.LabTechnician)]
    [InlineData(Role.Receptionist)]
    public async Task A_role_sees_the_tabs_that_its_permissions_open(Role role)
    {
        var person = await LookAtAsync(role);
        var page = Open((await Db.Given.PatientOfAsync(person)).Id);

        Assert.Equal(PatientChart.Tabs.Where(tab => role.Grants(tab.Permission)).Select(tab => tab.Title), page.FindAll("[role=tab]").Select(tab => tab.TextContent));
    }

    [Fact]
    public async Task Who_lies_in_a_bed_is_not_put_into_the_queue()
    {
        var ward = await Beds.WardOf.NewAsync(Db);
        await LookAsAsync(ward.Nurse);
        RenderTree.Add<CascadingValue<OrganizationClock>>(value => value.Add(one => one.Value, new OrganizationClock(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), Db.Clock)));
        var (walking, admitted) = (await Db.Given.PatientOfAsync(ward.Nurse), await Db.Given.PatientOfAsync(ward.Nurse));
        await ward.AdmittedAsync(admitted.Id, (await ward.BedAsync()).Id);
        Assert.Contains(Open(walking.Id).FindAll("header button"), button => button.TextContent == "Add to triage");
        Assert.DoesNotContain(Open(admitted.Id).FindAll("header button"), button => button.TextContent == "Add to triage");
    }

    [Fact]
    public async Task The_address_chooses_the_tab_and_only_its_panel_is_asked_for()
    {
        var doctor = await LookAtAsync(Role.Doctor);
        var patient = await Db.Given.PatientOfAsync(doctor);
        var page = Open(patient.Id, "visits");

        var chosen = Assert.Single(page.FindAll("[role=tab][aria-selected=true]"));
        Assert.Equal("Visits", chosen.TextContent);
        Assert.Equal(chosen.Id, page.Find("[role=tabpanel]").GetAttribute("aria-labelledby"));
        Assert.Equal(["0"], page.FindAll("[role=tab]").Where(tab => tab.GetAttribute("tabindex") != "-1").Select(tab => tab.GetAttribute("tabindex")));
        Assert.DoesNotContain("Next of kin", page.Markup, StringComparison.Ordinal); // that is on the overview
    }

    [Fact]
    public async Task The_banner_follows_what_another_person_records_about_allergies()
    {
        var nurse = await LookAtAsync(Role.Nurse);
        var patient = await Db.Given.PatientOfAsync(nurse);
        var page = Open(patient.Id);
        page.WaitForAssertion(() => Assert.Contains("Allergies not asked", page.Find("[role=group][aria-label=Allergies]").TextContent, StringComparison.Ordinal));

        var doctor = await Db.People.DoctorAsync(nurse.OrganizationId);
        await Db.Given.TreatsAsync(doctor, patient.Id);
        await doctor.Service<AllergyService>().StateNoneKnownAsync(patient.Id, CancellationToken.None);
        page.WaitForAssertion(() => Assert.Contains("No known allergies, Mon 2 Mar", page.Find("[role=group][aria-label=Allergies]").TextContent, StringComparison.Ordinal));

        await doctor.Service<AllergyService>().RecordAsync(patient.Id, new RecordAllergyForm
        {
            Substance = "Penicillin", Category = AllergyCategory.Medication, Reaction = ReactionKind.Anaphylaxis, OnsetYear = 2019,
        }, CancellationToken.None);
        page.WaitForAssertion(() => Assert.Equal("Penicillin: anaphylaxis, 2019", page.Find("[role=group][aria-label=Allergies] .chip-solid").TextContent));
    }

    [Fact]
    public async Task An_allergy_is_recorded_from_its_tab_and_struck_through_with_a_reason()
    {
        var nurse = await LookAtAsync(Role.Nurse);
        var patient = await Db.Given.PatientOfAsync(nurse);
        var page = Open(patient.Id, "problems");
        page.WaitForElement("[role=tabpanel] .note-warning");

        await page.ClickAsync("button", all => all.Single(b => b.TextContent.Contains("Record allergy", StringComparison.Ordinal)));
        page.Submit("[role=dialog] form");
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".error-summary li").Count)); // substance, category, reaction
        page.Change("#field-substance", "Groundnut");
        page.Change("#field-category", "1");
        page.Change("#field-reaction", "1");
        page.Submit("[role=dialog] form");
        page.WaitForAssertion(() => Assert.Contains("Groundnut", page.Find("table[aria-label=Allergies]").TextContent, StringComparison.Ordinal));
        Assert.Contains("Allergy recorded: Groundnut.", Announced.All);

        await page.ClickAsync("button[aria-label='Entered in error: Groundnut']");
        page.Change("#field-reason", "wrong patient");
        page.Submit("[role=alertdialog] form");
        page.WaitForAssertion(() => Assert.Equal("Groundnut", page.Find("table[aria-label=Allergies] s").TextContent));
        Assert.Contains("wrong patient", page.Find("table[aria-label=Allergies]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("<script>")]
    public async Task A_tab_that_is_none_or_not_the_viewers_shows_the_overview(string tab)
    {
        var person = await LookAtAsync(Role.LabTechnician);
        var page = Open((await Db.Given.PatientOfAsync(person)).Id, Uri.EscapeDataString(tab));
        Assert.Equal("Overview", page.Find("[role=tab][aria-selected=true]").TextContent);
    }

    [Fact]
    public async Task The_banner_says_where_the_patient_lies_and_follows_a_move()
    {
        var nurse = await LookAtAsync(Role.Nurse);
        var patient = await Db.Given.PatientOfAsync(nurse);
        var ward = await Db.Given.WardAsync(nurse.OrganizationId, name: "Ward 3 Medical");
        var bed = await Db.Given.BedAsync(nurse.OrganizationId, await Db.Given.RoomAsync(nurse.OrganizationId, ward: ward), "301-A");
        var page = Open(patient.Id);
        Assert.DoesNotContain("301-A", page.Find("header").TextContent, StringComparison.Ordinal);

        var doctor = await Db.People.DoctorAsync(nurse.OrganizationId, "Dr Test");
        var admitted = Encounter.Admit(Guid.CreateVersion7(), nurse.OrganizationId, patient.Id, Db.Now, doctor.StaffMemberId!.Value, ward.DepartmentId, "Pneumonia", null);
        await Db.AddAsync(nurse.OrganizationId, admitted, BedStay.Begin(Guid.CreateVersion7(), nurse.OrganizationId, bed.Id, patient.Id, admitted.Id, Db.Now, nurse.UserId));

        page.WaitForAssertion(() => Assert.Contains("Ward 3 Medical, bed 301-A", page.Find("header").TextContent, StringComparison.Ordinal));
        Assert.Contains("Dr Test", page.Find("header").TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await Db.LookAsync(nurse.OrganizationId, look => look.AuditEvents.CountAsync(e => e.EventCode == nameof(Permission.ViewPatient) && e.PatientId == patient.Id)));
    }
}
