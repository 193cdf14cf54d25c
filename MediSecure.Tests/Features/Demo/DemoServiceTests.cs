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
    public IEnumerable<OperationCase> Cases =>
    [
        // The door of the world under test, before a demo of its own: a reset replaces the whole database.
        new("DemoService.ResetAsync", Permission.ResetDemo, async (_, person) =>
        {
            var host = await DemoHost.StartAsync();
            return async () =>
            {
                await using (host)
                {
                    return await new DemoService(person.Service<MediSecureDb>(), host.Demo).ResetAsync(CancellationToken.None);
                }
            };
        }),
    ];
}
