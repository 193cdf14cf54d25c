using System.Collections.Concurrent;
using MediSecure.Data.Access;
using MediSecure.Data.Changes;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Departments;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace MediSecure.Tests.Access;

/// <summary>The changing door: all of it or nothing, again after a deadlock, and honest when it does not know.</summary>
public abstract class ChangingDoorTests(TestDatabase db)
{
    protected static readonly CancellationToken Ct = CancellationToken.None;

    protected TestDatabase Db => db;

    private Task<int> EventsAsync(Guid userId) => db.LookAsync(look => look.AuditEvents.CountAsync(e => e.ActorUserId == userId));

    [Fact]
    public async Task An_error_after_a_save_leaves_nothing_no_row_no_event_no_notice()
    {
        var administrator = await db.People.AdministratorAsync(db.OrganizationId);
        var notices = new ConcurrentQueue<ChangeNotice>();
        var id = Guid.CreateVersion7();
        using var subscription = db.Services.GetRequiredService<ChangeFeed>().Subscribe(db.OrganizationId, notice => { notices.Enqueue(notice); return Task.CompletedTask; });

        var result = await administrator.Doors.ChangeAsync(Permission.EditDepartments, async (open, ct) =>
        {
            open.Add(new Department(id, open.OrganizationId, $"Half {id}", null));
            Assert.False((await open.SaveAsync(ct)).Failed);
            return Error.Conflict("test.changed-mind", "No.");
        }, Ct);
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => administrator.Doors.ChangeAsync(Permission.EditDepartments, async (open, ct) =>
        {
            open.Add(new Department(id, open.OrganizationId, $"Half {id}", null));
            await open.SaveAsync(ct);
            throw new InvalidTimeZoneException("a bug of the caller");
        }, Ct));
        await Task.Delay(400);

        Assert.Equal("test.changed-mind", result.Error?.Code);
        Assert.False(await db.LookAsync(look => look.Departments.AnyAsync(d => d.Id == id)));
        Assert.Equal(0, await EventsAsync(administrator.UserId));
        Assert.DoesNotContain(notices, notice => notice.Ids.Contains(id));
    }

    [Theory]
    [InlineData(PostgresErrorCodes.SerializationFailure, 2, null)]
    [InlineData(PostgresErrorCodes.DeadlockDetected, 2, null)]
    [InlineData(PostgresErrorCodes.SerializationFailure, 3, "busy")]
    [InlineData(PostgresErrorCodes.LockNotAvailable, 1, "busy")]
    public async Task A_conflict_between_transactions_runs_again_with_a_new_context_at_most_three_times(string state, int failures, string? outcome)
    {
        var administrator = await db.People.AdministratorAsync(db.OrganizationId);
        var contexts = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var id = Guid.CreateVersion7();

        var result = await administrator.Doors.ChangeAsync(Permission.EditDepartments, async (open, ct) =>
        {
            contexts.Add(open);
            open.Add(new Department(id, open.OrganizationId, $"Again {id}", null));
            var saved = await open.SaveAsync(ct);
            return contexts.Count <= failures ? throw new PostgresException("simulated", "ERROR", "ERROR", state) : saved;
        }, Ct);

        Assert.Equal(outcome, result.Error?.Code);
        Assert.Equal(state == PostgresErrorCodes.LockNotAvailable ? 1 : Math.Min(failures + 1, 3), contexts.Count);
        Assert.Equal(outcome is null ? 1 : 0, await db.LookAsync(look => look.Departments.CountAsync(d => d.Id == id)));
        Assert.Equal(outcome is null ? 1 : 0, await EventsAsync(administrator.UserId));
    }

    [Fact]
    public async Task A_change_once_begun_runs_to_its_end_though_the_page_closes()
    {
        var administrator = await db.People.AdministratorAsync(db.OrganizationId);
        using var closing = new CancellationTokenSource();
        var id = Guid.CreateVersion7();
        var result = await administrator.Doors.ChangeAsync(Permission.EditDepartments, async (open, ct) =>
        {
            await closing.CancelAsync();
            open.Add(new Department(id, open.OrganizationId, $"Closing {id}", null));
            return await open.SaveAsync(ct);
        }, closing.Token);
        Assert.Null(result.Error);
        await Assert.ThrowsAsync<OperationCanceledException>(() => administrator.Doors.ChangeAsync(Permission.EditDepartments, (_, _) => Task.FromResult(Result.Ok), closing.Token));
    }
}

public sealed class ChangingDoorOnSqlite(SqliteDatabase db) : ChangingDoorTests(db), IClassFixture<SqliteDatabase>;

public sealed class ChangingDoorOnPostgres(PostgresDatabase db) : ChangingDoorTests(db), IClassFixture<PostgresDatabase>
{
    [Fact]
    public async Task A_real_deadlock_is_resolved_and_both_changes_happen()
    {
        var administrator = await Db.People.AdministratorAsync(Db.OrganizationId);
        var (a, b) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        using var bothHoldOne = new CountdownEvent(2);
        var runs = 0;

        async Task<Result> Change(Guid first, Guid second) => await administrator.Doors.ChangeAsync(Permission.EditDepartments, async (open, ct) =>
        {
            Interlocked.Increment(ref runs);
            await open.LockAsync("test", first, ct);
            if (!bothHoldOne.IsSet)
            {
                bothHoldOne.Signal();
                await Task.Run(() => bothHoldOne.Wait(5_000), ct);
            }

            await open.LockAsync("test", second, ct);
            open.Add(new Department(Guid.CreateVersion7(), open.OrganizationId, $"Deadlock {first}", null));
            return await open.SaveAsync(ct);
        }, Ct);

        var results = await Task.WhenAll(Task.Run(() => Change(a, b)), Task.Run(() => Change(b, a)));
        Assert.All(results, r => Assert.Null(r.Error));
        Assert.True(runs >= 3, $"No deadlock happened: {runs} runs");
        Assert.Equal(2, await Db.LookAsync(look => look.Departments.CountAsync(d => d.Name.StartsWith("Deadlock "))));
    }
}

/// <summary>The answer to a commit is lost on the way: the door asks the database what happened instead of doing it twice.</summary>
public sealed class LostCommitTests(LossyDatabase db) : IClassFixture<LossyDatabase>
{
    [Theory]
    [InlineData(true, 0)]
    [InlineData(true, 700)] // the server commits after the client has begun to ask
    [InlineData(false, 0)]
    public async Task A_lost_answer_to_a_commit_is_asked_again_and_never_done_twice(bool committed, int late)
    {
        db.Late = TimeSpan.FromMilliseconds(late);
        var administrator = await db.People.AdministratorAsync(db.OrganizationId);
        var id = Guid.CreateVersion7();
        var runs = 0;
        var result = await administrator.Doors.ChangeAsync(Permission.EditDepartments, async (open, ct) =>
        {
            runs++;
            open.Add(new Department(id, open.OrganizationId, $"Lost {id}", null));
            var saved = await open.SaveAsync(ct);
            db.CutAtNextCommit(deliver: committed);
            return saved;
        }, CancellationToken.None);

        Assert.Equal(committed ? null : Error.Busy, result.Error);
        Assert.Equal(1, runs);
        Assert.True(db.Cuts > 0, "The connection was never cut.");
        Assert.Equal(committed ? 1 : 0, await db.LookAsync(look => look.Departments.CountAsync(d => d.Id == id)));
        Assert.Equal(committed ? 1 : 0, await db.LookAsync(look => look.AuditEvents.CountAsync(e => e.ActorUserId == administrator.UserId)));
    }
}
