using MediSecure.Data.Access;
using MediSecure.Data.Changes;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.Accounts;

public abstract class AccountServiceTests(TestDatabase db)
{
    private static readonly SignInOrigin Origin = new("192.0.2.9", "trace");

    private SignInAudit Audit => db.Services.GetRequiredService<SignInAudit>();

    [Fact]
    public async Task Problems_list_who_is_locked_first_and_who_failed_within_a_day()
    {
        var here = await db.Given.OrganizationAsync();
        var support = await db.People.ItSupportAsync(here);
        var locked = await db.People.NurseAsync(here, "Nurse Locked");
        var failing = await db.People.DoctorAsync(here, "Doctor Failing");
        var fine = await db.People.NurseAsync(here);
        var elsewhere = await db.People.NurseAsync(db.OtherOrganizationId);
        await LockAsync(here, locked.UserId);
        await LockAsync(db.OtherOrganizationId, elsewhere.UserId);
        await Audit.FailedAsync(failing.UserId, SignInFailure.WrongPassword, Origin);
        await Audit.FailedAsync(failing.UserId, SignInFailure.WrongPassword, Origin);
        await Audit.FailedAsync(elsewhere.UserId, SignInFailure.WrongPassword, Origin);
        await Audit.SignedInAsync(fine.UserId, here, Origin);

        var page = (await support.Service<AccountService>().SignInProblemsAsync(new PageRequest(), CancellationToken.None)).Value;

        Assert.Equal((2, 2), (page.Total, page.Rows.Count));
        Assert.Equal(("Nurse Locked", true, 0), (page.Rows[0].Name, page.Rows[0].IsLocked, page.Rows[0].Failures));
        Assert.Equal(("Doctor Failing", false, 2, "192.0.2.9"), (page.Rows[1].Name, page.Rows[1].IsLocked, page.Rows[1].Failures, page.Rows[1].LastAddress));
        Assert.Equal([Role.Doctor], page.Rows[1].Roles);
        Assert.Equal(new SignInFigures(1, 2, 1), (await support.Service<AccountService>().SignInFiguresAsync(CancellationToken.None)).Value);
    }

    [Fact]
    public async Task Problems_are_paged_and_every_order_gives_each_row_once()
    {
        var here = await db.Given.OrganizationAsync();
        var support = await db.People.ItSupportAsync(here);
        for (var i = 0; i < 5; i++)
        {
            await Audit.FailedAsync((await db.People.NurseAsync(here)).UserId, SignInFailure.WrongPassword, Origin);
        }

        foreach (var sort in new[] { "last", "failures", "email", "nonsense" })
        {
            foreach (var descending in new[] { true, false })
            {
                var seen = new List<Guid>();
                for (var page = 0; page < 3; page++)
                {
                    seen.AddRange((await support.Service<AccountService>().SignInProblemsAsync(new PageRequest(page, 2, sort, descending), CancellationToken.None)).Value.Rows.Select(r => r.UserId));
                }

                Assert.Equal(5, seen.Distinct().Count());
            }
        }
    }

    [Fact]
    public async Task A_failure_older_than_a_day_is_no_problem_any_more()
    {
        var here = await db.Given.OrganizationAsync();
        var support = await db.People.ItSupportAsync(here);
        var nurse = await db.People.NurseAsync(here);
        await db.AddAsync(here, Failure(here, nurse.UserId, db.Now.AddHours(-25)), Failure(here, nurse.UserId, db.Now.AddHours(-23)));

        var row = Assert.Single((await support.Service<AccountService>().SignInProblemsAsync(new PageRequest(), CancellationToken.None)).Value.Rows);

        Assert.Equal(1, row.Failures);
    }

    [Fact]
    public async Task Unlock_lets_the_person_try_again_is_audited_and_told()
    {
        var here = await db.Given.OrganizationAsync();
        var support = await db.People.ItSupportAsync(here);
        var nurse = await db.People.NurseAsync(here, "Nurse Locked");
        await LockAsync(here, nurse.UserId);
        var told = new TaskCompletionSource<ChangeNotice>();
        using var subscription = db.Services.GetRequiredService<ChangeFeed>().Subscribe(here, notice =>
        {
            if (notice.Concerns(nameof(AppUser)))
            {
                told.TrySetResult(notice);
            }

            return Task.CompletedTask;
        });

        var unlocked = await support.Service<AccountService>().UnlockAsync(nurse.UserId, CancellationToken.None);

        Assert.Equal("Nurse Locked", unlocked.Value.Name);
        var user = await db.LookAsync(here, look => look.Users.AsNoTracking().SingleAsync(u => u.Id == nurse.UserId));
        Assert.Equal((null, 0), (user.LockoutEnd, user.AccessFailedCount));
        var audit = await db.LookAsync(here, look => look.AuditEvents.SingleAsync(e => e.EventCode == nameof(Permission.UnlockAccount)));
        Assert.Equal((support.UserId, nurse.UserId, nameof(AppUser)), (audit.ActorUserId!.Value, audit.EntityId!.Value, audit.EntityType));
        Assert.DoesNotContain("PasswordHash", audit.Changes);
        await told.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(AccountErrors.NotLocked, (await support.Service<AccountService>().UnlockAsync(nurse.UserId, CancellationToken.None)).Error);
    }

    [Fact]
    public async Task Unlock_does_not_know_people_of_other_organisations_nor_those_who_left()
    {
        var here = await db.Given.OrganizationAsync();
        var support = await db.People.ItSupportAsync(here);
        var stranger = await db.People.NurseAsync(db.OtherOrganizationId);
        await LockAsync(db.OtherOrganizationId, stranger.UserId);
        var gone = await db.People.NurseAsync(here);
        await LockAsync(here, gone.UserId);
        await db.ArrangeAsync(here, async open => (await open.OrganizationMemberships.SingleAsync(m => m.UserId == gone.UserId)).End(db.Now));

        foreach (var id in new[] { stranger.UserId, gone.UserId, Guid.NewGuid() })
        {
            Assert.Equal(ErrorKind.NotFound, (await support.Service<AccountService>().UnlockAsync(id, CancellationToken.None)).Error?.Kind);
        }

        Assert.NotNull(await db.LookAsync(db.OtherOrganizationId, look => look.Users.Where(u => u.Id == stranger.UserId).Select(u => u.LockoutEnd).SingleAsync()));
    }

    private Task LockAsync(Guid organization, Guid userId) => AccountCases.LockAsync(db, userId, organization);

    private static AuditEvent Failure(Guid organization, Guid user, DateTime at) => new()
    {
        OrganizationId = organization, Id = Guid.CreateVersion7(), RecordedAt = at, EventCode = SignInAudit.SignInFailed, Action = AuditAction.Execute, Outcome = AuditOutcome.Failed,
        ActorUserId = user, ActorRoles = "Nurse", Purpose = AuditPurpose.Operations, Node = "test", AppVersion = "0",
    };
}

public sealed class AccountServiceOnSqlite(SqliteDatabase db) : AccountServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class AccountServiceOnPostgres(PostgresDatabase db) : AccountServiceTests(db), IClassFixture<PostgresDatabase>;

public sealed class AccountCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        new("AccountService.SignInProblemsAsync", Permission.ViewSignInProblems, (_, person) =>
            Task.FromResult<Func<Task<Result>>>(async () => await person.Service<AccountService>().SignInProblemsAsync(new PageRequest(), CancellationToken.None))),
        new("AccountService.SignInFiguresAsync", Permission.ViewSignInProblems, (_, person) =>
            Task.FromResult<Func<Task<Result>>>(async () => await person.Service<AccountService>().SignInFiguresAsync(CancellationToken.None))),
        new("AccountService.UnlockAsync", Permission.UnlockAccount, async (world, person) =>
        {
            var locked = world.As(Role.Nurse).UserId;
            await LockAsync(world, locked, world.OrganizationId);
            return async () => await person.Service<AccountService>().UnlockAsync(locked, CancellationToken.None);
        }),
    ];

    internal static Task LockAsync(ITestWorld world, Guid userId, Guid organization) => world.GivenAsync(async open =>
    {
        var user = await open.Users.SingleAsync(u => u.Id == userId);
        user.LockoutEnd = world.Clock.GetUtcNow().AddMinutes(5);
        user.AccessFailedCount = 5;
    }, organization);
}
