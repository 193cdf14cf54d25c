using Bunit;
using MediSecure.Data.Access;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Tests.Support;
using MediSecure.Web.Dashboards;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Dashboards;

/// <summary>Each role's dashboard over the real services: it asks for nothing that the role may not see, and no part of it is left loading or broken.</summary>
public sealed class DashboardPageTests(SqliteDatabase db) : ComponentTest(db), IClassFixture<SqliteDatabase>
{
    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task The_dashboard_asks_for_nothing_that_its_role_may_not_see(Role role)
    {
        var person = await LookAsAsync(role);
        var page = await ShowAsync();

        Assert.DoesNotContain("You may not see", page.Markup);
        Assert.DoesNotContain("Could not load", page.Markup);
        Assert.DoesNotContain("stopped working", page.Markup);
        Assert.NotEmpty(page.FindAll("section.panel"));
        Assert.Equal(0, await Db.LookAsync(look => look.AuditEvents.CountAsync(e => e.ActorUserId == person.UserId && e.Outcome == AuditOutcome.Refused)));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task At_most_four_figures_each_a_link_with_a_value(Role role)
    {
        await LookAsAsync(role);
        var page = await ShowAsync();

        var figures = page.FindAll("a.figure");
        Assert.InRange(figures.Count, role == Role.Patient ? 0 : 2, 4);
        Assert.All(figures, figure =>
        {
            Assert.StartsWith("/", figure.GetAttribute("href"));
            Assert.NotEqual("", figure.QuerySelector(".figure-value")!.TextContent.Trim());
            Assert.NotEqual("–", figure.QuerySelector(".figure-value")!.TextContent.Trim());
        });
    }

    [Fact]
    public async Task Several_roles_have_a_tab_each_and_the_work_on_people_comes_first()
    {
        await LookAsAsync(Role.Administrator, Role.Nurse);
        var page = await ShowAsync();

        Assert.Equal(["Nurse", "Administrator"], page.FindAll("nav.tabs a").Select(tab => tab.TextContent));
        Assert.Equal("Nurse", page.Find("nav.tabs a[aria-current]").TextContent);
    }

    [Fact]
    public void A_role_that_is_asked_for_and_not_held_is_not_shown()
    {
        Assert.Equal(Role.Nurse, DashboardRoles.Shown([Role.Nurse, Role.Administrator], "ItSupport"));
        Assert.Equal(Role.Administrator, DashboardRoles.Shown([Role.Nurse, Role.Administrator], "Administrator"));
        Assert.Null(DashboardRoles.Shown([], "Administrator"));
    }

    [Fact]
    public void Every_role_has_a_dashboard() => Assert.All(Enum.GetValues<Role>(), role => Assert.NotNull(DashboardRoles.Of(role)));

    private async Task<IRenderedComponent<DashboardPage>> ShowAsync()
    {
        RenderTree.Add<CascadingValue<OrganizationClock>>(clock => clock.Add(one => one.Value, new OrganizationClock(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), Db.Clock)));
        var page = Render<DashboardPage>();
        await page.WaitForAssertionAsync(() => Assert.Empty(page.FindAll("[aria-busy=true], .figure-value .skeleton")), TimeSpan.FromSeconds(20));
        return page;
    }
}
