using MediSecure.Data.Persistence.DemoData;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Demo;

/// <summary>What is promised of the demo's size and shape, and that the same seed gives the same data.</summary>
public sealed class DemoWorldTests
{
    private static readonly string[] All = [DemoAccounts.Network, DemoAccounts.General, DemoAccounts.Ikoyi, DemoAccounts.Lekki];

    [Fact]
    public async Task The_demo_has_the_promised_size_and_organisations()
    {
        await using var host = await DemoHost.StartAsync();
        await using var general = host.Look(DemoAccounts.General);
        Assert.True(await general.Departments.CountAsync() >= 8);
        Assert.True(await general.Rooms.CountAsync() >= 24);
        Assert.True(await general.Patients.CountAsync() >= 120);
        var staff = new HashSet<Guid>();
        foreach (var organization in All)
        {
            await using var look = host.Look(organization);
            staff.UnionWith(await look.StaffMembers.Select(s => s.UserId).ToListAsync());
            var row = await look.Organizations.SingleAsync(o => o.Id == look.OrganizationId);
            Assert.Equal(
                (organization, organization == DemoAccounts.General ? DemoWorld.Id("organization", DemoAccounts.Network) : organization == DemoAccounts.Ikoyi ? DemoWorld.Id("organization", DemoAccounts.General) : (Guid?)null, "Africa/Lagos"),
                (row.Name, row.ParentId, row.TimeZone));
        }

        Assert.True(staff.Count >= 25, $"{staff.Count} people work here");
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_data()
    {
        await using var one = await DemoHost.StartAsync();
        await using var other = await DemoHost.StartAsync();
        var rows = await RowsAsync(one);
        Assert.True(rows.Count > 1_000);
        Assert.Equal(rows, await RowsAsync(other));
    }

    private static async Task<List<string>> RowsAsync(DemoHost host)
    {
        var rows = new List<string>();
        foreach (var organization in All)
        {
            await using var look = host.Look(organization);
            rows.AddRange((await look.Patients.OrderBy(p => p.Id).Select(p => new { p.Id, p.DisplayName, p.BirthDate, p.RecordNumber, p.UserId }).ToListAsync()).Select(row => $"{row}"));
            rows.AddRange((await look.StaffMembers.OrderBy(s => s.Id).Select(s => new { s.Id, s.UserId, s.Name, s.Specialty }).ToListAsync()).Select(row => $"{row}"));
            rows.AddRange((await look.Beds.OrderBy(b => b.Id).Select(b => new { b.Id, b.Label, b.Status }).ToListAsync()).Select(row => $"{row}"));
            rows.AddRange((await look.BedStays.OrderBy(s => s.Id).Select(s => new { s.Id, s.BedId, s.PatientId, s.StartsAt, s.ReleasedAt }).ToListAsync()).Select(row => $"{row}"));
            rows.AddRange((await look.Appointments.OrderBy(a => a.Id).Select(a => new { a.Id, a.PatientId, a.ClinicianId, a.StartsAt, a.Status, a.Reason }).ToListAsync()).Select(row => $"{row}"));
        }

        return rows;
    }
}
