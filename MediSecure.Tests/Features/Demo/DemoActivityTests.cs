using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Persistence.DemoData;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Demo;

public sealed class DemoActivityTests
{
    [Fact]
    public async Task Every_event_of_the_demo_is_one_that_could_have_happened()
    {
        await using var host = await DemoHost.StartAsync();
        var now = host.Clock.GetUtcNow().UtcDateTime;
        foreach (var organization in new[] { DemoAccounts.General, DemoAccounts.Ikoyi, DemoAccounts.Lekki })
        {
            await using var look = host.Look(organization);
            var events = await look.AuditEvents.AsNoTracking().ToListAsync();
            Assert.NotEmpty(events);
            Assert.All(events, e =>
            {
                Assert.InRange(e.RecordedAt, now.AddDays(-30), now); // two days of routine; what waits for reviews is older
                Assert.NotNull(e.ActorUserId);
                if (e.Outcome == AuditOutcome.Success && Enum.TryParse<Permission>(e.EventCode, out var permission))
                {
                    Assert.Contains(e.ActorRoles.Split(','), role => Enum.Parse<Role>(role).Grants(permission));
                }
            });
            var patients = (await look.Patients.Select(p => p.Id).ToListAsync()).ToHashSet();
            Assert.All(events.Where(e => e.PatientId is not null), e => Assert.Contains(e.PatientId!.Value, patients));
            Assert.Contains(events, e => e.EventCode == SignInAudit.SignInFailed);
        }
    }

    [Fact]
    public async Task The_same_day_gives_the_same_events()
    {
        await using var host = await DemoHost.StartAsync();
        var first = await IdsAsync(host);
        await using var other = await DemoHost.StartAsync();
        Assert.Equal(first, await IdsAsync(other));
    }

    private static async Task<List<Guid>> IdsAsync(DemoHost host)
    {
        await using var look = host.Look(DemoAccounts.General);
        return await look.AuditEvents.OrderBy(e => e.Id).Select(e => e.Id).ToListAsync();
    }
}
