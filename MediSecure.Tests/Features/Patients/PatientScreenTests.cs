using Bunit;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Patients;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using MediSecure.Web.Features.Patients;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.Patients;

/// <summary>Screens of patients over the real services.</summary>
public sealed class PatientScreenTests(SqliteDatabase db) : ComponentTest(db), IClassFixture<SqliteDatabase>
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private async Task<ActingPerson> LookAtAsync(ActingPerson person)
    {
        await LookAsAsync(person);
        RenderTree.Add<CascadingValue<OrganizationClock>>(value => value.Add(one => one.Value, new OrganizationClock(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), Db.Clock)));
        return person;
    }

    private async Task<ActingPerson> DeskAsync() => await LookAtAsync(await Db.People.ReceptionistAsync(await Db.Given.OrganizationAsync()));

    private string Address => Services.GetRequiredService<NavigationManager>().Uri;

    [Fact]
    public async Task Search_shows_two_identifiers_and_keeps_the_name_out_of_the_address()
    {
        var desk = await DeskAsync();
        var patient = await Db.Given.PatientAsync(desk.OrganizationId, "Ọláolúwa", "Fágbèmí", new DateOnly(2001, 11, 9));
        var page = Render<PatientsPage>();

        await page.TypeAsync("input[type=search]", "fagb", Db.Clock);

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        var row = page.Find("tbody tr").TextContent;
        Assert.Contains(patient.RecordNumber, row, StringComparison.Ordinal);
        Assert.Contains("09 Nov 2001", row, StringComparison.Ordinal);
        Assert.Equal($"/patients/{patient.Id}", page.Find("tbody th a").GetAttribute("href"));
        Assert.DoesNotContain("fagb", Address, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("1 patient", Announced.All);
    }

    [Theory]
    [InlineData(Role.Receptionist, true)]
    [InlineData(Role.Nurse, false)]
    public async Task Who_may_register_is_offered_it_when_nobody_matches(Role role, bool offered)
    {
        await LookAtAsync(await Db.People.RoleAsync(role, await Db.Given.OrganizationAsync()));
        var page = Render<PatientsPage>();
        await page.TypeAsync("input[type=search]", "zzqx", Db.Clock);
        page.WaitForAssertion(() => Assert.Contains("Nobody matches", page.Markup));
        Assert.Equal(offered, page.FindAll(".state a[href='/patients/register']").Count == 1);
    }

    [Fact]
    public async Task One_letter_asks_for_more_and_searches_nothing()
    {
        var desk = await DeskAsync();
        var page = Render<PatientsPage>();
        await page.TypeAsync("input[type=search]", "a", Db.Clock);
        Assert.Contains("Who are you looking for", page.Markup);
        Assert.Equal(0, await Db.LookAsync(desk.OrganizationId, look => look.AuditEvents.CountAsync(e => e.EventCode == nameof(Permission.SearchPatients))));
    }

    [Fact]
    public async Task An_empty_registration_names_every_field_and_saves_nothing()
    {
        var desk = await DeskAsync();
        var page = Render<RegisterPatientPage>();
        page.Submit();
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".error-summary li").Count));
        Assert.Equal(0, await Db.LookAsync(desk.OrganizationId, look => look.Patients.CountAsync()));
    }

    [Fact]
    public async Task Registration_asks_about_a_similar_person_then_registers_and_opens_the_record()
    {
        var desk = await DeskAsync();
        await Db.Given.PatientAsync(desk.OrganizationId, "Amina", "Bello", new DateOnly(1988, 4, 12));
        var page = Render<RegisterPatientPage>();
        page.Change("#field-givenname", "Amina");
        page.Change("#field-familyname", "Belo");
        page.Change("#field-birthdate", "12 04 1988");
        page.Change("#field-sex", "0");

        page.Submit();
        page.WaitForAssertion(() => Assert.Contains("similar name", page.Find("[role=alert]").TextContent));
        Assert.Contains("Amina Bello", page.Find("ul[aria-label='People who look the same']").TextContent);
        Assert.Equal(1, await Db.LookAsync(desk.OrganizationId, look => look.Patients.CountAsync()));

        await page.ClickAsync("button", all => all.Single(b => b.TextContent.Contains("register anyway", StringComparison.Ordinal)));
        page.WaitForAssertion(() => Assert.Contains("/patients/", Address));
        var registered = await Db.LookAsync(desk.OrganizationId, look => look.Patients.SingleAsync(p => p.FamilyName == "Belo"));
        Assert.EndsWith($"/patients/{registered.Id}", Address, StringComparison.Ordinal);
        Assert.Contains(Announced.All, said => said.Contains(registered.RecordNumber, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("#field-birthdate", "03 08 2050", "lies in the future")]
    [InlineData("#field-birthdate", "01 01 1850", "years back")]
    [InlineData("#field-birthdate", "31 02 1990", "is not a date")]
    [InlineData("#field-phone", "call me", "no phone number")]
    [InlineData("#field-email", "a@b", "no e-mail address")]
    [InlineData("#field-givenname", "a\0b", "control character")]
    public async Task What_cannot_be_is_said_under_its_field_and_kept(string field, string value, string says)
    {
        var desk = await DeskAsync();
        var page = Render<RegisterPatientPage>();
        page.Change("#field-givenname", "Ada");
        page.Change("#field-birthdate", "12 04 1988");
        page.Change("#field-sex", "0");
        page.Change(field, value);

        page.Submit();

        page.WaitForAssertion(() => Assert.Contains(says, page.Find($"{field}-error").TextContent));
        Assert.Equal(0, await Db.LookAsync(desk.OrganizationId, look => look.Patients.CountAsync()));
    }

    [Fact]
    public async Task A_record_of_nobody_or_of_another_hospital_is_not_found()
    {
        await DeskAsync();
        var theirs = await Db.Given.PatientAsync(Db.OtherOrganizationId);
        foreach (var id in new[] { Guid.NewGuid(), theirs.Id })
        {
            var page = Render<PatientPage>(p => p.Add(one => one.Id, id));
            page.WaitForAssertion(() => Assert.Equal("Not found", page.Find("h1").TextContent));
            Assert.DoesNotContain(theirs.DisplayName, page.Markup);
        }
    }

    [Fact]
    public async Task The_record_shows_who_it_is_and_no_allergy_state_that_nobody_recorded()
    {
        var desk = await DeskAsync();
        var patient = await Db.Given.PatientAsync(desk.OrganizationId, "Siobhán", "O'Brien", new DateOnly(1979, 2, 28));
        var page = Render<PatientPage>(p => p.Add(one => one.Id, patient.Id));
        page.WaitForAssertion(() => Assert.Equal("Siobhán O'Brien", page.Find("h1").TextContent));
        var banner = page.Find("header").TextContent;
        Assert.Contains("28 Feb 1979", banner, StringComparison.Ordinal);
        Assert.Contains(patient.RecordNumber, banner, StringComparison.Ordinal);
        Assert.DoesNotContain("llerg", page.Markup, StringComparison.Ordinal);
        Assert.Equal(1, await Db.LookAsync(desk.OrganizationId, look => look.AuditEvents.CountAsync(e => e.EventCode == nameof(Permission.ViewPatient) && e.PatientId == patient.Id)));
    }

    [Fact]
    public async Task Two_people_editing_are_told_the_difference_and_what_was_typed_is_kept()
    {
        var desk = await DeskAsync();
        var patient = await Db.Given.PatientAsync(desk.OrganizationId, "Ada", "Eze");
        var service = desk.Service<PatientService>();
        var opened = (await service.OpenAsync(patient.Id, Ct)).Value;
        var saved = false;
        var dialog = Render<EditPatientDialog>(p => p.Add(d => d.Patient, opened).Add(d => d.OnClose, () => { }).Add(d => d.OnSaved, () => saved = true));
        await service.EditAsync(patient.Id, new EditPatientForm { GivenName = "Ada", FamilyName = "Eze", Sex = opened.Sex, BirthDate = opened.BirthDate, Phone = "0803 111 2222", Version = opened.Version }, Ct);

        dialog.Change("#field-phone", "0803 333 4444");
        dialog.Submit();
        dialog.WaitForAssertion(() => Assert.Contains("0803 111 2222", dialog.Find("table[aria-label='What differs']").TextContent));
        Assert.Equal("0803 333 4444", dialog.Find("#field-phone").GetAttribute("value"));
        Assert.False(saved);

        dialog.Submit();
        dialog.WaitForAssertion(() => Assert.True(saved));
        Assert.Equal("0803 333 4444", (await service.RefreshAsync(patient.Id, Ct)).Value.Phone);
    }

    [Fact]
    public async Task Contact_data_that_cannot_be_read_says_so_and_the_rest_is_shown()
    {
        var desk = await DeskAsync();
        var patient = await Db.Given.PatientAsync(desk.OrganizationId, "Ada", "Eze");
        var opened = (await desk.Service<PatientService>().OpenAsync(patient.Id, Ct)).Value;
        var panel = Render<ContactPanel>(p => p.Add(one => one.Patient, opened with { Email = "ada@example.com", Unreadable = true }));
        Assert.Contains("Some of this cannot be read", panel.Find(".note").TextContent, StringComparison.Ordinal);
        Assert.Contains("Not recorded, or cannot be read", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("ada@example.com", panel.Markup, StringComparison.Ordinal);
        Assert.Empty(Render<ContactPanel>(p => p.Add(one => one.Patient, opened)).FindAll(".note"));
    }

    [Fact]
    public async Task The_picker_chooses_by_keyboard_and_can_be_changed()
    {
        var desk = await DeskAsync();
        await Db.Given.PatientAsync(desk.OrganizationId, "Uche", "Aa");
        var second = await Db.Given.PatientAsync(desk.OrganizationId, "Uche", "Bb");
        PatientRow? chosen = null;
        var picker = Render<PatientPicker>(p => p.Add(one => one.ValueChanged, (PatientRow? row) => chosen = row));

        await picker.TypeAsync("[role=combobox]", "uche", Db.Clock);
        picker.WaitForAssertion(() => Assert.Equal(2, picker.FindAll("[role=option]").Count));
        picker.KeyDown("[role=combobox]", "ArrowDown");
        picker.KeyDown("[role=combobox]", "Enter");
        Assert.Equal(second.Id, chosen?.Id);

        picker.Render(p => p.Add(one => one.Value, chosen));
        Assert.Contains(second.RecordNumber, picker.Markup, StringComparison.Ordinal);
        await picker.ClickAsync("button");
        Assert.Null(chosen);
    }
}
