using MediSecure.Data.Access;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.DemoData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.Demo;

/// <summary>The demo's rows go past the change tracker: what the interceptors do for every other write is done here too.</summary>
public sealed class SeedRowsTests
{
    [Fact]
    public void A_row_of_another_organisation_is_stopped()
    {
        using var db = new MediSecureDbContext(new DbContextOptionsBuilder<MediSecureDbContext>().UseSqlite("Data Source=:memory:").Options) { Scope = new AccessScope { OrganizationId = Guid.CreateVersion7(), Job = DemoSeed.Job } };
        using var chain = new AuditChain(MasterKey.OfThisProcess());
        var seed = new SeedRows(db, chain);
        seed.Add(new Department(Guid.CreateVersion7(), db.OrganizationId, "Own", null));
        Assert.Throws<InvalidOperationException>(() => seed.Add(new Department(Guid.CreateVersion7(), Guid.CreateVersion7(), "Foreign", null)));
        Assert.Equal("Own", Assert.Single(seed.Of<Department>()).Name);
    }

    [Fact]
    public async Task Rows_have_their_version_and_events_their_proof()
    {
        await using var host = await DemoHost.StartAsync();
        await using var db = host.Look(DemoAccounts.General);
        var versions = await db.Patients.AsNoTracking().Select(p => p.Version).ToListAsync();
        Assert.Equal(versions.Count, versions.Where(v => v != Guid.Empty).Distinct().Count());
        var chain = host.Services.GetRequiredService<AuditChain>();
        var events = await db.AuditEvents.AsNoTracking().ToListAsync();
        Assert.NotEmpty(events);
        Assert.All(events, one => Assert.True(chain.Authentic(one), one.EventCode));
    }
}
