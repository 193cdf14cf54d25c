using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.Accounts;

/// <summary>Seeing and ending sessions, on both databases.</summary>
public abstract class SessionServiceTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private SessionStore Store => db.Services.GetRequiredService<SessionStore>();

    private Task<SessionStanding> StartAsync(Guid userId, string agent = "Firefox on Windows") => Store.StartAsync(userId, new SessionOrigin("192.0.2.7", agent));

    private async Task<bool> LivesAsync(SessionStanding session) => await Store.LiveAsync(session.Mark, session.UserId) is not null;

    private static SessionService Of(ActingPerson person) => person.Service<SessionService>();

    [Fact]
    public async Task Own_sessions_are_those_that_live_the_asking_one_first()
    {
        var nurse = await db.People.NurseAsync(db.OrganizationId);
        var phone = await StartAsync(nurse.UserId, "Chrome on Android");
        var over = await StartAsync(nurse.UserId, "Safari on iPad");
        await Store.EndAsync(over.Id, SessionEnd.SignedOut);
        await StartAsync((await db.People.NurseAsync(db.OrganizationId)).UserId); // somebody else's

        var mine = (await Of(nurse).MineAsync(Ct)).Value;
        Assert.Equal(["Test browser", "Chrome on Android"], mine.Select(row => row.Agent));
        Assert.Equal([true, false], mine.Select(row => row.IsThis));
        Assert.Equal(("192.0.2.7", phone.Id), (mine[1].Address, mine[1].Id));
    }

    [Fact]
    public async Task One_other_session_is_ended_and_nobody_elses()
    {
        var nurse = await db.People.NurseAsync(db.OrganizationId);
        var (phone, foreign) = (await StartAsync(nurse.UserId), await StartAsync((await db.People.NurseAsync(db.OrganizationId)).UserId));
        Assert.False((await Of(nurse).EndMineAsync(phone.Id, Ct)).Failed);
        Assert.False(await LivesAsync(phone));
        Assert.Equal(SessionErrors.AlreadyOver, (await Of(nurse).EndMineAsync(phone.Id, Ct)).Error);
        Assert.Equal(Error.NotFound, (await Of(nurse).EndMineAsync(foreign.Id, Ct)).Error);
        Assert.Equal(Error.NotFound, (await Of(nurse).EndMineAsync(Guid.NewGuid(), Ct)).Error);
        Assert.True(await LivesAsync(foreign));
        var said = await db.LookAsync(look => look.AuditEvents.SingleAsync(e => e.ActorUserId == nurse.UserId && e.EventCode == nameof(Permission.ManageOwnSessions) && e.Outcome == AuditOutcome.Success));
        Assert.Equal(("UserSession", phone.Id), (said.EntityType, said.EntityId!.Value));
    }

    [Fact]
    public async Task All_others_are_ended_and_the_asking_one_stays()
    {
        var nurse = await db.People.NurseAsync(db.OrganizationId);
        var others = new[] { await StartAsync(nurse.UserId), await StartAsync(nurse.UserId), await StartAsync(nurse.UserId) };
        Assert.False((await Of(nurse).EndMyOthersAsync(Ct)).Failed);
        Assert.All(await Task.WhenAll(others.Select(LivesAsync)), lives => Assert.False(lives));
        Assert.True(Assert.Single((await Of(nurse).MineAsync(Ct)).Value).IsThis);
        Assert.Equal(SessionErrors.NoneOpen, (await Of(nurse).EndMyOthersAsync(Ct)).Error);
    }

    [Fact]
    public async Task An_administrator_signs_somebody_out_everywhere_and_a_stranger_is_not_found()
    {
        var nurse = await db.People.NurseAsync(db.OrganizationId);
        var open = new[] { await StartAsync(nurse.UserId), await StartAsync(nurse.UserId) };
        Assert.Equal(Error.NotFound, (await Of(db.AsStranger(Role.Administrator)).EndOfPersonAsync(nurse.UserId, Ct)).Error);
        Assert.Equal(Error.NotFound, (await Of(db.AsStranger(Role.Administrator)).OfPersonAsync(nurse.UserId, Ct)).Error);
        Assert.All(await Task.WhenAll(open.Select(LivesAsync)), lives => Assert.True(lives));

        Assert.Equal(2, (await Of(db.As(Role.Administrator)).OfPersonAsync(nurse.UserId, Ct)).Value.Count);
        Assert.False((await Of(db.As(Role.Administrator)).EndOfPersonAsync(nurse.UserId, Ct)).Failed);
        Assert.All(await Task.WhenAll(open.Select(LivesAsync)), lives => Assert.False(lives));
        Assert.Empty((await Of(db.As(Role.Administrator)).OfPersonAsync(nurse.UserId, Ct)).Value);
        Assert.Equal(SessionErrors.NoneOpen, (await Of(db.As(Role.ItSupport)).EndOfPersonAsync(nurse.UserId, Ct)).Error);
        Assert.All(await db.LookAsync(look => look.UserSessions.Where(s => s.UserId == nurse.UserId).Select(s => s.EndedBecause).ToListAsync()), why => Assert.Equal(SessionEnd.EndedByAdministrator, why));
    }
}

public sealed class SessionServiceOnSqlite(SqliteDatabase db) : SessionServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class SessionServiceOnPostgres(PostgresDatabase db) : SessionServiceTests(db), IClassFixture<PostgresDatabase>;

public sealed class SessionCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        new("SessionService.MineAsync", Permission.ManageOwnSessions, (_, person) =>
            Task.FromResult<Func<Task<Result>>>(async () => await person.Service<SessionService>().MineAsync(CancellationToken.None))),
        new("SessionService.EndMineAsync", Permission.ManageOwnSessions, async (_, person) =>
        {
            var other = await StartAsync(person, person.UserId);
            return () => person.Service<SessionService>().EndMineAsync(other, CancellationToken.None);
        }),
        new("SessionService.EndMyOthersAsync", Permission.ManageOwnSessions, async (_, person) =>
        {
            await StartAsync(person, person.UserId);
            return () => person.Service<SessionService>().EndMyOthersAsync(CancellationToken.None);
        }),
        new("SessionService.OfPersonAsync", Permission.EndSessions, (world, person) =>
        {
            var nurse = world.As(Role.Nurse).UserId;
            return Task.FromResult<Func<Task<Result>>>(async () => await person.Service<SessionService>().OfPersonAsync(nurse, CancellationToken.None));
        }),
        new("SessionService.EndOfPersonAsync", Permission.EndSessions, async (world, person) =>
        {
            var nurse = world.As(Role.Dietitian).UserId;
            await StartAsync(person, nurse);
            return () => person.Service<SessionService>().EndOfPersonAsync(nurse, CancellationToken.None);
        }),
        new("AccessTableService.TableAsync", Permission.ViewAccessTable, (_, person) =>
            Task.FromResult<Func<Task<Result>>>(async () => await person.Service<AccessTableService>().TableAsync(CancellationToken.None))),
    ];

    private static async Task<Guid> StartAsync(ActingPerson person, Guid userId) => (await person.Service<SessionStore>().StartAsync(userId, new SessionOrigin("192.0.2.9", "Test phone"))).Id;
}
