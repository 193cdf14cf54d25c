using Bunit;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Departments;
using MediSecure.Tests.Support;
using MediSecure.Web.Features.Departments;

namespace MediSecure.Tests.Features.Departments;

public sealed class DepartmentsPageTests(SqliteDatabase db) : ComponentTest(db), IClassFixture<SqliteDatabase>
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private async Task<(Guid Organization, IRenderedComponent<DepartmentsPage> Page)> OpenAsync(Role role = Role.Administrator, Func<Guid, Task>? given = null)
    {
        var organization = await Db.Given.OrganizationAsync();
        await (given?.Invoke(organization) ?? Task.CompletedTask);
        await LookAsAsync(await Db.People.RoleAsync(role, organization));
        var page = Render<DepartmentsPage>();
        page.WaitForState(() => page.FindAll("[aria-busy=true]").Count == 0);
        return (organization, page);
    }

    private static void Press(IRenderedComponent<DepartmentsPage> page, string name) =>
        page.Click("button", all => all.Single(b => (b.GetAttribute("aria-label") ?? b.TextContent.Trim()) == name));

    [Fact]
    public async Task An_empty_organisation_says_so_and_offers_the_next_step()
    {
        var (_, page) = await OpenAsync();
        Assert.Contains("No departments yet", page.Markup, StringComparison.Ordinal);
        Assert.Contains(page.FindAll("button"), b => b.TextContent.Contains("New department", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_only_look_sees_rows_without_actions()
    {
        var (_, page) = await OpenAsync(Role.Nurse, async o => await Db.Given.WardAsync(o, name: "Ward 7"));
        Assert.Contains("Ward 7", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Contains("Edit", StringComparison.Ordinal) || b.TextContent.Contains("New", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_department_without_a_name_is_refused_under_its_field_and_one_with_a_name_is_announced()
    {
        var (_, page) = await OpenAsync();
        Press(page, "New department");
        page.Submit(".dialog form");
        Assert.Contains("Enter the name of the department.", page.Find("#field-name-error").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll(".error-summary a"));

        page.Change("#field-name", "Surgery");
        await page.SubmitAsync(".dialog form");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".dialog")));
        Assert.Contains("Department Surgery created.", Announced.All);
        Assert.Contains("Surgery", page.Find("table").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_to_close_names_what_stands_in_the_way_and_keeps_the_reason()
    {
        var (_, page) = await OpenAsync(given: async o => await Db.Given.WardAsync(o, (await Db.Given.DepartmentAsync(o, "Surgery")).Id, "Ward 1"));
        Press(page, "Close Surgery");
        page.Change("#field-reason", "Rebuilding");
        await page.SubmitAsync(".dialog form");
        page.WaitForAssertion(() => Assert.Contains("1 open ward (Ward 1)", page.Find(".dialog").TextContent, StringComparison.Ordinal));
        Assert.Equal("Rebuilding", page.Find("#field-reason").GetAttribute("value"));
    }

    [Fact]
    public async Task Two_editors_see_both_values_and_what_was_typed_is_kept()
    {
        Department? department = null;
        var (organization, page) = await OpenAsync(given: async o => department = await Db.Given.DepartmentAsync(o, "Surgery"));
        Press(page, "Edit Surgery");
        page.Change("#field-name", "Typed here");
        var other = await Db.People.AdministratorAsync(organization);
        Assert.Null((await other.Service<DepartmentService>().EditAsync(new EditDepartmentForm { Id = department!.Id, Version = department.Version, Name = "Saved there" }, Ct)).Error);

        await page.SubmitAsync(".dialog form");

        page.WaitForAssertion(() => Assert.NotNull(page.Find(".stale-table")));
        var differs = page.Find(".stale-table").TextContent;
        Assert.Contains("Typed here", differs, StringComparison.Ordinal);
        Assert.Contains("Saved there", differs, StringComparison.Ordinal);
        Assert.Equal("Typed here", page.Find("#field-name").GetAttribute("value"));

        await page.SubmitAsync(".dialog form");
        page.WaitForAssertion(() => Assert.Contains("Department Typed here saved.", Announced.All));
    }

    [Fact]
    public async Task Closing_a_dialog_with_something_typed_asks_first()
    {
        var (_, page) = await OpenAsync();
        Press(page, "New department");
        page.Change("#field-name", "Half");
        Press(page, "Cancel");
        Assert.Contains("Leave without saving?", page.Markup, StringComparison.Ordinal);
        Press(page, "Keep editing");
        Assert.Equal("Half", page.Find("#field-name").GetAttribute("value"));
        Press(page, "Cancel");
        Press(page, "Discard what was typed");
        Assert.Empty(page.FindAll(".dialog"));
    }

    [Fact]
    public async Task Closed_places_are_shown_on_request_and_reopened_from_the_row()
    {
        var (_, page) = await OpenAsync(given: async o =>
        {
            await Db.Given.DepartmentAsync(o, "Surgery");
            var closed = new Department(Guid.CreateVersion7(), o, "Dental", null);
            closed.Close("Moved away", Db.Now);
            await Db.AddAsync(o, closed);
        });
        Assert.DoesNotContain("Dental", page.Markup, StringComparison.Ordinal);
        page.Click("button.filter");
        Assert.Contains("Moved away", page.Markup, StringComparison.Ordinal);
        Press(page, "Reopen Dental");
        page.WaitForAssertion(() => Assert.Contains("Dental is open again.", Announced.All));
    }

    [Fact]
    public async Task A_change_by_somebody_else_appears_without_reload()
    {
        var (organization, page) = await OpenAsync();
        var other = await Db.People.AdministratorAsync(organization);
        Assert.Null((await other.Service<DepartmentService>().CreateAsync(new CreateDepartmentForm { Name = "From elsewhere" }, Ct)).Error);
        page.WaitForAssertion(() => Assert.Contains("From elsewhere", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(5));
    }
}
