using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Demo;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;

namespace MediSecure.Tests.Features.Demo;

public sealed class DemoServiceOnPostgres(PostgresDatabase db) : IClassFixture<PostgresDatabase>
{
    [Fact]
    public async Task A_real_database_is_never_reset()
    {
        var administrator = await db.People.AdministratorAsync(db.OrganizationId);
        Assert.Equal(DemoErrors.NotADemo, (await administrator.Service<DemoService>().ResetAsync(CancellationToken.None)).Error);
    }
}

public sealed class DemoCases : IOperationCases
{
    // One for all cells: to fill a demo for each of those that are refused would take longer than all of the rest.
    private static readonly Lazy<Task<DemoHost>> Host = new(() => DemoHost.StartAsync());

    public IEnumerable<OperationCase> Cases =>
    [
        // The door of the world under test, before a demo beside it: a reset replaces the whole database.
        new("DemoService.ResetAsync", Permission.ResetDemo, async (_, person) =>
        {
            var host = await Host.Value;
            return () => new DemoService(person.Service<MediSecureDb>(), host.Demo).ResetAsync(CancellationToken.None);
        }),
    ];
}
