using Bunit;
using MediSecure.Data.Access;
using MediSecure.Web.Components.Layout;
using MediSecure.Web.Hosting;

namespace MediSecure.Tests.Ui;

public sealed class NavigationTests : KitTest
{
    [Theory]
    [InlineData(Role.Patient, "/ /appointments /plan /record-access /sharing")]
    [InlineData(Role.Doctor, "/ /appointments /arrivals /triage /patients /referrals /stays /observations /escalations /handovers /amendments /beds /departments /rooms /staff")]
    [InlineData(Role.Nurse, "/ /appointments /arrivals /triage /patients /stays /observations /escalations /handovers /amendments /beds /cleaning /departments /rooms /staff")]
    [InlineData(Role.Pharmacist, "/ /arrivals /patients /stays /beds /departments /staff")]
    [InlineData(Role.LabTechnician, "/ /arrivals /patients /stays /departments /staff")]
    [InlineData(Role.Radiologist, "/ /arrivals /patients /stays /departments /staff")]
    [InlineData(Role.Dietitian, "/ /arrivals /patients /referrals /stays /nutrition /amendments /beds /departments /staff")]
    [InlineData(Role.Receptionist, "/ /appointments /arrivals /triage /patients /referrals /detail-amendments /beds /departments /rooms /staff")]
    [InlineData(Role.Accountant, "/ /arrivals /patients /stays /departments")]
    [InlineData(Role.Logistics, "/ /beds /cleaning /departments /rooms")]
    [InlineData(Role.Administrator, "/ /appointments /arrivals /patients /stays /detail-amendments /beds /cleaning /occupancy /departments /rooms /staff /organizations /note-release /emergency-access /activity-log /activity-review /access")]
    [InlineData(Role.CommandCenter, "/ /arrivals /stays /beds /occupancy /departments /rooms /organizations")]
    [InlineData(Role.ItSupport, "/ /system /sign-in-problems")]
    public void Each_role_sees_its_own_navigation(Role role, string places) =>
        Assert.Equal(places, string.Join(' ', NavigationItems.Allowed(ViewerAs(role)).Select(item => item.Href)));

    [Fact]
    public void The_table_above_names_every_role() =>
        Assert.Equal(Enum.GetValues<Role>().Length, typeof(NavigationTests).GetMethod(nameof(Each_role_sees_its_own_navigation))!.GetCustomAttributesData().Count(a => a.AttributeType == typeof(InlineDataAttribute)));

    [Fact]
    public void A_link_asks_for_what_its_page_asks_for()
    {
        foreach (var item in NavigationItems.All)
        {
            if (Pages.At(item.Href) is { } page)
            {
                Assert.Equal(item.Permission, PagePermissions.Of(page));
            }
        }
    }

    [Fact]
    public void No_link_leads_nowhere()
    {
        foreach (var item in NavigationItems.For(ViewerAs(Enum.GetValues<Role>())))
        {
            Assert.NotNull(Pages.At(item.Href));
        }
    }

    [Fact]
    public void The_list_is_grouped_and_marks_where_one_is()
    {
        var list = Show<NavigationList>(viewer: ViewerAs(Role.Administrator));
        Assert.Equal("Today", list.Find(".nav-group h2").TextContent);
        var here = Assert.Single(list.FindAll("a[aria-current=page]"));
        Assert.Equal("Dashboard", here.TextContent.Trim());
    }

    [Fact]
    public void Patients_read_their_own_words() => Assert.Equal("Home", NavigationItems.All[0].LabelFor(ViewerAs(Role.Patient)));

    [Fact]
    public async Task The_palette_finds_pages_by_any_word_and_only_allowed_ones()
    {
        var source = new PagesPaletteSource();
        Assert.Equal(["Dashboard"], (await source.FindAsync("home", ViewerAs(Role.Doctor), CancellationToken.None)).Select(item => item.Title));
        Assert.DoesNotContain(await source.FindAsync("", ViewerAs(Role.Doctor), CancellationToken.None), item => item.Href == "/activity-log");
    }
}
