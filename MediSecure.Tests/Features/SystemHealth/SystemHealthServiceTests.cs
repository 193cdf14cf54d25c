using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.SystemHealth;
using MediSecure.Data.Jobs;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.SystemHealth;

public abstract class SystemHealthServiceTests(TestDatabase db, bool inMemory)
{
    [Fact]
    public async Task Health_tells_of_the_database_the_jobs_the_pages_and_the_process()
    {
        var here = await db.Given.OrganizationAsync();
        var support = await db.People.ItSupportAsync(here);
        var board = db.Services.GetRequiredService<JobBoard>();
        board.Announce("test-job", "Proves that jobs report.", TimeSpan.FromMinutes(1));
        Assert.True(await board.RunAsync("test-job", _ => Task.CompletedTask, CancellationToken.None));
        Assert.False(await board.RunAsync("test-job", _ => throw new InvalidOperationException("with a secret"), CancellationToken.None));
        var counter = db.Services.GetRequiredService<CircuitCounter>();
        counter.Opened();
        counter.Opened();
        counter.ConnectionUp();
        counter.Closed();

        var health = (await support.Service<SystemHealthService>().ReadAsync(CancellationToken.None)).Value;

        Assert.True(health.Database.Answers);
        Assert.Equal(inMemory, health.Database.InMemory);
        Assert.StartsWith(inMemory ? "SQLite 3." : "PostgreSQL ", health.Database.Product);
        Assert.True(health.Database.SizeBytes > 100_000);
        Assert.Equal(inMemory, health.Database.Pool is null);
        Assert.True(inMemory || (health.Database.Pool!.Active >= 1 && health.Database.Pool.Most == 8 && health.Database.Pool.ServerMost > 0), $"{health.Database.Pool}");
        Assert.Empty(health.Database.PendingMigrations);
        var job = health.Jobs.Single(j => j.Name == "test-job");
        Assert.Equal((JobOutcome.Failed, "InvalidOperationException", 2, 1), (job.Outcome, job.Problem, job.Runs, job.Failures));
        Assert.Equal(new CircuitFigures(1, 1, 2), health.Circuits);
        Assert.True(health.Process is { WorkingSet: > 10_000_000, Processors: > 0 } && health.Process.Uptime > TimeSpan.Zero);
    }

    [Fact]
    public async Task Failed_sign_ins_are_counted_per_hour_of_the_last_24_and_only_one_s_own()
    {
        var here = await db.Given.OrganizationAsync();
        var support = await db.People.ItSupportAsync(here);
        var audit = db.Services.GetRequiredService<SignInAudit>();
        var nurse = await db.People.NurseAsync(here);
        var stranger = await db.People.NurseAsync(db.OtherOrganizationId);
        await audit.FailedAsync(nurse.UserId, SignInFailure.WrongPassword, new SignInOrigin(null, null));
        await audit.FailedAsync(nurse.UserId, SignInFailure.WrongPassword, new SignInOrigin(null, null));
        await audit.FailedAsync(stranger.UserId, SignInFailure.WrongPassword, new SignInOrigin(null, null));

        var hours = (await support.Service<SystemHealthService>().ReadAsync(CancellationToken.None)).Value.FailedSignIns;

        Assert.Equal(24, hours.Count);
        Assert.Equal(2, hours[^1].Count);
        Assert.Equal(2, hours.Sum(h => h.Count));
        Assert.All(hours.Zip(hours.Skip(1)), pair => Assert.Equal(TimeSpan.FromHours(1), pair.Second.StartsAt - pair.First.StartsAt));
        Assert.InRange(db.Now, hours[^1].StartsAt, hours[^1].StartsAt.AddHours(1));
    }
}

public sealed class SystemHealthServiceOnSqlite(SqliteDatabase db) : SystemHealthServiceTests(db, true), IClassFixture<SqliteDatabase>;

public sealed class SystemHealthServiceOnPostgres(PostgresDatabase db) : SystemHealthServiceTests(db, false), IClassFixture<PostgresDatabase>;

public sealed class SystemHealthCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        new("SystemHealthService.ReadAsync", Permission.ViewSystemHealth, (_, person) =>
            Task.FromResult<Func<Task<Result>>>(async () => await person.Service<SystemHealthService>().ReadAsync(CancellationToken.None))),
    ];
}
