using MediSecure.Data.Access;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using MediSecure.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace MediSecure.Tests.Access;

/// <summary>Lekki's administrator opens every route in a browser with ids of General Hospital in the address, and reads none of its names.</summary>
[Trait("Check", "2")]
public sealed class RouteBoundaryTests(OpenHouse house, Chromium chromium) : BrowserTest(house.App, chromium)
{
    [Fact]
    public async Task No_route_shows_another_organisation_whatever_id_stands_in_the_address()
    {
        var (ids, names) = await App.LookAsync(DemoAccounts.General, async look => (await ForeignIdsAsync(look), await ForeignNamesAsync(look)));
        var own = await App.LookAsync(DemoAccounts.Lekki, ForeignNamesAsync);
        names.ExceptWith(own); // "Surgery" is a word of both
        names.RemoveWhere(name => MediSecure.Web.Components.Layout.NavigationItems.All.Any(item => item.Label.Contains(name, StringComparison.Ordinal))); // "Emergency" is a department, and "Emergency access" a page
        Assert.True(names.Count > 100);
        var page = await AsAsync("admin@lekki.example");
        var opened = 0;
        foreach (var (component, route) in PageAccessTests.Routes)
        {
            if (OpenPages.Anonymous.Contains(route) || PagePermissions.Of(component) is not { } permission || !Role.Administrator.Grants(permission))
            {
                continue;
            }

            foreach (var id in route.Contains('{', StringComparison.Ordinal) ? ids : [Guid.Empty])
            {
                var address = string.Join('/', route.Split('/').Select(part => part.StartsWith('{') ? id.ToString() : part));
                await page.GotoAsync(address);
                await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.WaitForAsync();
                await page.WaitForFunctionAsync("() => !document.querySelector('main [aria-busy=\"true\"]')");
                var text = await page.Locator("body").InnerTextAsync();
                var leaked = names.FirstOrDefault(name => text.Contains(name, StringComparison.Ordinal));
                Assert.True(leaked is null, $"{address} shows {leaked}");
                opened++;
            }
        }

        Assert.True(opened >= 12, $"Only {opened} addresses were opened.");
    }

    private static async Task<IReadOnlyList<Guid>> ForeignIdsAsync(MediSecureDbContext look) =>
    [
        await look.Patients.Where(p => p.DisplayName == "Chinedu Eze").Select(p => p.Id).SingleAsync(),
        await look.StaffMembers.Where(s => s.Name == "Dr Tunde Adebayo").Select(s => s.Id).SingleAsync(),
        await look.Rooms.Where(r => r.Number == "C-1").Select(r => r.Id).SingleAsync(),
    ];

    private static async Task<HashSet<string>> ForeignNamesAsync(MediSecureDbContext look) =>
    [
        .. await look.Organizations.Select(o => o.Name).ToListAsync(),
        .. await look.Patients.Select(p => p.DisplayName).ToListAsync(),
        .. await look.Patients.Select(p => p.RecordNumber).ToListAsync(),
        .. await look.StaffMembers.Select(s => s.Name).ToListAsync(),
        .. await look.Departments.Select(d => d.Name).ToListAsync(),
        .. await look.Wards.Select(w => w.Name).ToListAsync(),
        .. await look.Beds.Select(b => b.Label).ToListAsync(),
    ];
}
