using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Jobs;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Access;

/// <summary>Roles from the command line, on both databases.</summary>
public abstract class RoleAdministrationTests(TestDatabase db)
{
    private RoleAdministration Roles => db.Services.GetRequiredService<RoleAdministration>();

    private Task<string> EmailAsync(Guid userId) => db.LookAsync(look => look.Users.Where(u => u.Id == userId).Select(u => u.Email!).SingleAsync());

    private async Task<IEnumerable<Role>> HeldAsync(Guid userId) =>
        (await db.LookAsync(look => look.OrganizationMemberships.Where(m => m.UserId == userId && m.EndedAt == null).Select(m => m.Role).ToListAsync())).Order();

    [Fact]
    public async Task A_role_is_given_and_taken_and_both_are_recorded()
    {
        var nurse = await db.People.NurseAsync(db.OrganizationId);
        var email = await EmailAsync(nurse.UserId);
        Assert.False((await Roles.GrantAsync(Role.Logistics, email.ToUpperInvariant(), db.OrganizationId.ToString())).Failed);
        Assert.Equal([Role.Nurse, Role.Logistics], await HeldAsync(nurse.UserId));
        Assert.Equal(MembershipErrors.Exists, (await Roles.GrantAsync(Role.Logistics, email, db.OrganizationId.ToString())).Error);
        Assert.False((await Roles.RevokeAsync(Role.Logistics, email, db.OrganizationId.ToString())).Failed);
        Assert.Equal([Role.Nurse], await HeldAsync(nurse.UserId));
        Assert.True((await Roles.RevokeAsync(Role.Logistics, email, db.OrganizationId.ToString())).Failed);
        Assert.Equal(["grant", "revoke"], await db.LookAsync(look => look.AuditEvents.Where(e => e.Reason == "from the command line" && e.EntityType == "OrganizationMembership")
            .OrderBy(e => e.EventCode).Select(e => e.EventCode).ToListAsync()));
    }

    [Fact]
    public async Task The_last_administrator_stays_and_strangers_get_nothing()
    {
        var organization = await db.Given.OrganizationAsync();
        var name = await db.LookAsync(look => look.Organizations.Where(o => o.Id == organization).Select(o => o.Name).SingleAsync(), organization);
        var admin = await db.People.StaffAsync(organization, null, Role.Administrator);
        Assert.Equal(MembershipErrors.LastAdministrator, (await Roles.RevokeAsync(Role.Administrator, await EmailAsync(admin.UserId), name)).Error);
        var stranger = await EmailAsync((await db.People.NurseAsync(db.OrganizationId)).UserId);
        Assert.Equal("grant.no-person", (await Roles.GrantAsync(Role.Administrator, stranger, name)).Error!.Code);
        Assert.Equal("grant.no-organization", (await Roles.GrantAsync(Role.Administrator, stranger, "No such house")).Error!.Code);
        Assert.Equal(MembershipErrors.NotARoleOfStaff, (await Roles.GrantAsync(Role.Patient, stranger, name)).Error);
    }
}

public sealed class RoleAdministrationOnSqlite(SqliteDatabase db) : RoleAdministrationTests(db), IClassFixture<SqliteDatabase>;

public sealed class RoleAdministrationOnPostgres(PostgresDatabase db) : RoleAdministrationTests(db), IClassFixture<PostgresDatabase>;
