using Bunit;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Staff;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using MediSecure.Web.Features.Staff;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace MediSecure.Tests.Features.Staff;

public sealed class StaffPageTests(SqliteDatabase db) : ComponentTest(db), IClassFixture<SqliteDatabase>
{
    private async Task<IRenderedComponent<StaffPage>> OpenAsync(ActingPerson looks, Guid staffMemberId)
    {
        RenderTree.Add<CascadingValue<OrganizationClock>>(value => value.Add(one => one.Value, new OrganizationClock(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), Db.Clock)));
        await LookAsAsync(looks);
        var page = Render<StaffPage>(p => p.Add(one => one.Id, staffMemberId));
        page.WaitForState(() => page.FindAll("[aria-busy=true]").Count == 0);
        return page;
    }

    private static void Press(IRenderedComponent<StaffPage> page, string name) =>
        page.Click("button", all => all.Last(b => (b.GetAttribute("aria-label") ?? b.TextContent.Trim()) == name));

    [Fact]
    public async Task An_administrator_grants_and_ends_a_role_from_the_page()
    {
        var organization = await Db.Given.OrganizationAsync();
        var nurse = await Db.People.NurseAsync(organization, "Joy Okafor");
        var page = await OpenAsync(await Db.People.AdministratorAsync(organization), nurse.StaffMemberId!.Value);
        Press(page, "Grant role");
        page.Change("#field-role", page.FindAll("#field-role option").Single(o => o.TextContent == "Logistics").GetAttribute("value")!);
        await page.SubmitAsync(".dialog form");
        page.WaitForAssertion(() => Assert.Contains("Logistics granted to Joy Okafor.", Announced.All));

        Press(page, "End Logistics");
        Press(page, "End role");
        page.WaitForAssertion(() => Assert.Contains("Logistics ended for Joy Okafor.", Announced.All));
        Assert.Contains("Nurse", page.Find("table").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_to_be_is_proposed_on_one_page_and_confirmed_on_another()
    {
        var organization = await Db.Given.OrganizationAsync();
        var (first, second, nurse) = (await Db.People.AdministratorAsync(organization, "Ifeoma First"), await Db.People.AdministratorAsync(organization), await Db.People.NurseAsync(organization, "Joy Okafor"));
        await first.Service<MembershipService>().GrantAsync(new GrantRoleForm { UserId = nurse.UserId, Role = Role.Administrator }, default);

        var page = await OpenAsync(second, nurse.StaffMemberId!.Value);
        page.WaitForAssertion(() => Assert.Contains("Proposed by Ifeoma First", page.Find("ul[aria-label='Administrators to confirm']").TextContent, StringComparison.Ordinal));
        Press(page, "Confirm Joy Okafor as administrator");
        Press(page, "Confirm administrator");
        page.WaitForAssertion(() => Assert.Contains("Joy Okafor is an administrator now.", Announced.All));
        page.WaitForAssertion(() => Assert.Contains("Administrator", page.Find("table").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("ul[aria-label='Administrators to confirm']")));

        Press(page, "Grant role");
        page.Change("#field-role", page.FindAll("#field-role option").Single(o => o.TextContent == "Logistics").GetAttribute("value")!);
        Assert.Contains("works at once", page.Find(".dialog form").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_proposed_an_administrator_reads_that_another_must_confirm()
    {
        var organization = await Db.Given.OrganizationAsync();
        var (first, nurse) = (await Db.People.AdministratorAsync(organization), await Db.People.NurseAsync(organization, "Joy Okafor"));
        await Db.People.AdministratorAsync(organization);
        var page = await OpenAsync(first, nurse.StaffMemberId!.Value);
        Press(page, "Grant role");
        page.Change("#field-role", page.FindAll("#field-role option").Single(o => o.TextContent == "Administrator").GetAttribute("value")!);
        Assert.Contains("made by two people", page.Find(".dialog form").TextContent, StringComparison.Ordinal);
        await page.SubmitAsync(".dialog form");
        page.WaitForAssertion(() => Assert.Contains("Joy Okafor is proposed as an administrator. Another administrator has to confirm it.", Announced.All));
        page.WaitForAssertion(() => Assert.Contains("Another administrator has to confirm it", page.Find("ul[aria-label='Administrators to confirm']").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain(page.FindAll("button"), b => b.GetAttribute("aria-label") == "Confirm Joy Okafor as administrator");
        Press(page, "Decline Joy Okafor as administrator");
        page.WaitForAssertion(() => Assert.Contains("The proposal of Joy Okafor is declined.", Announced.All));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("ul[aria-label='Administrators to confirm']")));
    }

    [Fact]
    public async Task The_last_administrator_is_told_why_not()
    {
        var organization = await Db.Given.OrganizationAsync();
        var administrator = await Db.People.AdministratorAsync(organization);
        var page = await OpenAsync(administrator, administrator.StaffMemberId!.Value);
        Press(page, "End Administrator");
        Press(page, "End role");
        page.WaitForAssertion(() => Assert.Contains("One administrator must remain", page.Find(".dialog").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_colleague_sees_the_person_and_no_buttons()
    {
        var organization = await Db.Given.OrganizationAsync();
        var doctor = await Db.People.DoctorAsync(organization, "Dr Ada");
        var page = await OpenAsync(await Db.People.NurseAsync(organization), doctor.StaffMemberId!.Value);
        Assert.Equal("Dr Ada", page.Find("h1").TextContent);
        Assert.Empty(page.FindAll("button"));
    }

    [Fact]
    public async Task A_person_of_another_organisation_is_not_found()
    {
        var stranger = await Db.People.DoctorAsync(Db.OtherOrganizationId, "Dr Elsewhere");
        var page = await OpenAsync(await Db.People.AdministratorAsync(Db.OrganizationId), stranger.StaffMemberId!.Value);
        Assert.Contains("Not found", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Elsewhere", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Licences_that_need_somebody_are_listed_and_none_is_said_too()
    {
        var organization = await Db.Given.OrganizationAsync();
        await LookAsAsync(await Db.People.AdministratorAsync(organization));
        var widget = Render<LicencesWidget>();
        widget.WaitForAssertion(() => Assert.Contains("All licences are in order", widget.Markup, StringComparison.Ordinal));

        await Db.People.NurseAsync(organization, "Mary Unlicensed");
        var again = Render<LicencesWidget>();
        again.WaitForAssertion(() => Assert.Contains("Mary Unlicensed", again.Markup, StringComparison.Ordinal));
        Assert.Contains("Not recorded", again.Markup, StringComparison.Ordinal);
    }
}
