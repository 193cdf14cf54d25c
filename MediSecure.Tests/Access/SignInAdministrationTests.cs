using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Jobs;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Access;

/// <summary>Sign-ins are switched off and on from the command line, on both databases.</summary>
public abstract class SignInAdministrationTests(TestDatabase db)
{
    [Fact]
    public async Task A_sign_in_is_switched_off_with_its_sessions_everywhere_and_on_again()
    {
        var signIns = db.Services.GetRequiredService<SignInAdministration>();
        var access = db.Services.GetRequiredService<AccessCache>();
        var nurse = await db.People.NurseAsync(db.OrganizationId);
        var second = await db.Given.OrganizationAsync();
        await db.ArrangeAsync(second, open =>
        {
            open.Add(new OrganizationMembership(Guid.CreateVersion7(), second, nurse.UserId, Role.Patient, db.Now));
            return Task.CompletedTask;
        });
        access.DropAll();
        var email = await db.LookAsync(look => look.Users.Where(u => u.Id == nurse.UserId).Select(u => u.Email!).SingleAsync());
        var session = await db.Services.GetRequiredService<SessionStore>().StartAsync(nurse.UserId, new SessionOrigin("192.0.2.9", "Phone", SecondFactor.Passkey));

        Assert.Null((await signIns.DisableAsync(email.ToUpperInvariant(), "left in a dispute")).Error);

        Assert.Null(await db.Services.GetRequiredService<SessionStore>().LiveAsync(session.Mark, nurse.UserId));
        Assert.Null((await access.GetAsync(nurse.UserId))!.At(db.OrganizationId));
        foreach (var place in new[] { db.OrganizationId, second })
        {
            Assert.Equal(1, await db.LookAsync(place, look => look.AuditEvents.CountAsync(e => e.EventCode == SignInAdministration.Off && e.EntityId == nurse.UserId && e.Reason == "left in a dispute (from the command line)")));
        }

        Assert.Equal(AccountErrors.Off, (await signIns.DisableAsync(email, "again")).Error);
        Assert.Null((await signIns.EnableAsync(email, "settled")).Error);
        access.DropAll();
        Assert.NotNull((await access.GetAsync(nurse.UserId))!.At(db.OrganizationId));
        Assert.Equal(AccountErrors.NotOff, (await signIns.EnableAsync(email, "again")).Error);
        Assert.Equal("account.no-person", (await signIns.DisableAsync("nobody@example.com", "unknown")).Error!.Code);
    }
}

public sealed class SignInAdministrationOnSqlite(SqliteDatabase db) : SignInAdministrationTests(db), IClassFixture<SqliteDatabase>;

public sealed class SignInAdministrationOnPostgres(PostgresDatabase db) : SignInAdministrationTests(db), IClassFixture<PostgresDatabase>;
