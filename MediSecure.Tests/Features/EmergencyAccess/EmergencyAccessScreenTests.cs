using Bunit;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.EmergencyAccess;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Persistence.Encryption;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using MediSecure.Web.Features.EmergencyAccess;
using MediSecure.Web.Features.Patients;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.EmergencyAccess;

/// <summary>The page in the place of a closed chart, the way in, its end, and the review.</summary>
public sealed class EmergencyAccessScreenTests(SqliteDatabase db) : ComponentTest(db), IClassFixture<SqliteDatabase>
{
    private async Task<ActingPerson> LookAtAsync(ActingPerson person)
    {
        await LookAsAsync(person);
        RenderTree.Add<CascadingValue<OrganizationClock>>(value => value.Add(one => one.Value, new OrganizationClock(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), Db.Clock)));
        return person;
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<IComponent> page, string text) => page.FindAll("button").Single(b => b.TextContent.Trim().EndsWith(text, StringComparison.Ordinal));

    [Fact]
    public async Task A_closed_chart_says_so_shows_no_more_than_the_search_and_opens_in_an_emergency_until_its_time()
    {
        var nurse = await LookAtAsync(await Db.People.NurseAsync(await Db.Given.OrganizationAsync()));
        var desk = await Db.People.ReceptionistAsync(nurse.OrganizationId);
        var patient = (await desk.Service<PatientService>().RegisterAsync(Guid.CreateVersion7(), new RegisterPatientForm
        {
            GivenName = "Ngozi", FamilyName = "Okoye", Sex = Sex.Female, BirthDate = new DateOnly(1988, 4, 12), Phone = "0803 765 4321", Address = "5 Marina Road",
        }, true, CancellationToken.None)).Value.Registered!;
        var page = Render<PatientPage>(p => p.Add(one => one.Id, patient.Id));
        page.WaitForAssertion(() => Assert.Equal("This chart is closed to you", page.Find("h1").TextContent));
        page.WaitForAssertion(() => Assert.Contains(patient.RecordNumber, page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("0803", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Marina", page.Markup, StringComparison.Ordinal);

        await page.OnAsync(() => Button(page, "Open in an emergency"), button => button.ClickAsync(new()));
        page.WaitForAssertion(() => Assert.Contains("60 minutes", page.Find("[role=dialog]").TextContent));
        page.Submit();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".error-summary li").Count)); // reason and words
        page.Change("#field-reason", "0");
        page.Change("#field-explanation", "Collapsed in the corridor");
        page.Submit();
        page.WaitForAssertion(() => Assert.Contains("Confirm that it is you", page.Markup));
        page.Change("#field-confirmed", true);
        page.Submit();

        page.WaitForAssertion(() => Assert.Equal("Ngozi Okoye", page.Find("h1").TextContent));
        page.WaitForAssertion(() => Assert.Contains("Emergency access until 10:", page.Find(".emergency-strip").TextContent));
        Assert.Contains("0803 765 4321", page.Markup, StringComparison.Ordinal);

        Db.Clock.Advance(TimeSpan.FromMinutes(61));
        page.WaitForAssertion(() => Assert.Equal("This chart is closed to you", page.Find("h1").TextContent), TimeSpan.FromSeconds(10));
        Assert.DoesNotContain("0803", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Your emergency access is over.", Announced.All);
    }

    [Fact]
    public async Task A_restricted_chart_asks_who_treats_the_patient_for_a_reason_and_then_opens()
    {
        var doctor = await LookAtAsync(await Db.People.DoctorAsync(await Db.Given.OrganizationAsync()));
        var patient = await Db.Given.PatientOfAsync(doctor, "Ngozi", "Okoye");
        await Db.GivenAsync(async open => (await open.Patients.SingleAsync(p => p.Id == patient.Id)).Restrict(ChartRestriction.Staff, Db.Now, doctor.UserId), doctor.OrganizationId);
        var page = Render<PatientPage>(p => p.Add(one => one.Id, patient.Id));
        page.WaitForAssertion(() => Assert.Equal("This chart is restricted", page.Find("h1").TextContent));
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Contains("emergency", StringComparison.OrdinalIgnoreCase));
        page.Change("#field-reason", "short");
        page.Submit();
        page.WaitForAssertion(() => Assert.Contains("at least 8 characters", page.Markup));
        page.Change("#field-reason", "Ward round of the morning");
        page.Submit();
        page.WaitForAssertion(() => Assert.Equal("Ngozi Okoye", page.Find("h1").TextContent));
        Assert.Contains("Restricted: works here", page.Find("header").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_restricts_a_chart_and_lifts_it_again()
    {
        var admin = await LookAtAsync(await Db.People.AdministratorAsync(await Db.Given.OrganizationAsync()));
        var patient = await Db.Given.PatientAsync(admin.OrganizationId, "Ngozi", "Okoye");
        var page = Render<PatientPage>(p => p.Add(one => one.Id, patient.Id));
        page.WaitForAssertion(() => Assert.Equal("Ngozi Okoye", page.Find("h1").TextContent));
        Assert.DoesNotContain("Emergency access", page.Markup, StringComparison.Ordinal);
        await page.OnAsync(() => Button(page, "Restrict chart"), button => button.ClickAsync(new()));
        page.Change("[role=dialog] #field-kind", "2");
        page.Submit("[role=dialog] form");
        page.WaitForAssertion(() => Assert.Contains("Chart restricted.", Announced.All));
        Assert.Equal(ChartRestriction.Psychiatric, await Db.LookAsync(admin.OrganizationId, look => look.Patients.Where(p => p.Id == patient.Id).Select(p => p.Restriction).SingleAsync()));

        // It asks the administrator too, from now on.
        page.WaitForAssertion(() => Assert.Equal("This chart is restricted", page.Find("h1").TextContent));
        page.Change("#field-reason", "Lifting the restriction");
        page.Submit();
        page.WaitForAssertion(() => Assert.Equal("Ngozi Okoye", page.Find("h1").TextContent));
        await page.OnAsync(() => Button(page, "Restriction"), button => button.ClickAsync(new()));
        await page.OnAsync(() => Button(page, "Lift the restriction"), button => button.ClickAsync(new()));
        page.WaitForAssertion(() => Assert.Contains("Restriction lifted.", Announced.All));
    }

    [Fact]
    public async Task The_search_shows_whose_chart_opens()
    {
        var nurse = await LookAtAsync(await Db.People.NurseAsync(await Db.Given.OrganizationAsync()));
        await Db.Given.PatientOfAsync(nurse, "Zainab", "Mine");
        await Db.Given.PatientAsync(nurse.OrganizationId, "Zainab", "Theirs");
        var page = Render<PatientsPage>();
        await page.TypeAsync("input[type=search]", "zainab", Db.Clock);
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        Assert.Contains("Not in your care", page.FindAll("tbody tr").Single(r => r.TextContent.Contains("Theirs", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Not in your care", page.FindAll("tbody tr").Single(r => r.TextContent.Contains("Mine", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_privacy_officer_sees_what_waits_and_judges_it()
    {
        var admin = await LookAtAsync(await Db.People.AdministratorAsync(await Db.Given.OrganizationAsync()));
        var nurse = await Db.People.NurseAsync(admin.OrganizationId, "Joy Test");
        var patient = await Db.Given.PatientAsync(admin.OrganizationId, "Ngozi", "Okoye");
        await GrantAsync(nurse, patient.Id, 73);
        var page = Render<EmergencyAccessPage>();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        var row = page.Find("tbody tr").TextContent;
        Assert.Contains("Joy Test", row, StringComparison.Ordinal);
        Assert.Contains("Overdue", row, StringComparison.Ordinal);
        Assert.Contains("was due", row, StringComparison.Ordinal);

        await page.ClickAsync("button[aria-label^='Review Joy Test']");
        page.WaitForAssertion(() => Assert.Contains("Nobody of the ward could be reached", page.Find("[role=dialog]").TextContent));
        page.Change("#field-outcome", "1");
        page.Submit();
        page.WaitForAssertion(() => Assert.Contains("Write what was wrong with it", page.Markup));
        page.Change("#field-note", "Was not on duty");
        page.Submit();
        page.WaitForAssertion(() => Assert.Contains("Review saved.", Announced.All));
        page.WaitForAssertion(() => Assert.Contains("Not justified", page.Find("tbody tr").TextContent));
    }

    [Fact]
    public async Task Ones_own_access_is_for_somebody_else_to_review_and_a_house_without_any_says_so()
    {
        var both = await LookAtAsync(await Db.People.StaffAsync(await Db.Given.OrganizationAsync(), "Dr Both", Role.Doctor, Role.Administrator));
        var widget = Render<EmergencyAccessWidget>();
        widget.WaitForAssertion(() => Assert.Contains("Nothing to review", widget.Markup));
        await GrantAsync(both, (await Db.Given.PatientAsync(both.OrganizationId)).Id, 1);
        widget.WaitForAssertion(() => Assert.Contains("Dr Both", widget.Markup), TimeSpan.FromSeconds(5)); // live

        var page = Render<EmergencyAccessPage>();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        await page.ClickAsync("tbody button");
        page.WaitForAssertion(() => Assert.Contains("somebody else has to review it", page.Find("[role=dialog]").TextContent));
        Assert.DoesNotContain(page.FindAll("[role=dialog] button"), b => b.TextContent.Contains("Save review", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_not_marked_reads_why_there_is_nothing_to_see()
    {
        var organization = await Db.Given.OrganizationAsync();
        var (marked, other) = (await Db.People.AdministratorAsync(organization), await LookAtAsync(await Db.People.AdministratorAsync(organization)));
        var membership = await Db.LookAsync(organization, look => look.OrganizationMemberships.SingleAsync(m => m.UserId == marked.UserId));
        Assert.Null((await other.Service<MembershipService>().MarkPrivacyOfficerAsync(membership.Id, true, CancellationToken.None)).Error);
        var widget = Render<EmergencyAccessWidget>();
        widget.WaitForAssertion(() => Assert.Contains("you are not marked as one", widget.Markup));
    }

    private Task GrantAsync(ActingPerson person, Guid patientId, int hoursAgo) => Db.ArrangeAsync(person.OrganizationId, open =>
    {
        var id = Guid.CreateVersion7();
        var words = Db.Services.GetRequiredService<IFieldCipher>().Row<EmergencyGrant>(open, id).Seal(nameof(EmergencyGrant.Explanation), "Nobody of the ward could be reached");
        open.Add(new EmergencyGrant(id, person.OrganizationId, patientId, person.UserId, EmergencyReason.UrgentCare, words, StepUpKind.Password, Db.Now.AddHours(-hoursAgo), 60));
        return Task.CompletedTask;
    });
}
