using System.Globalization;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Organizations;
using MediSecure.Tests.Architecture;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Access;

/// <summary>Every service operation × thirteen roles, on both databases. Each feature prepares a legal call per operation (<see cref="IOperationCases"/>): an allowed cell passes only
/// when that call succeeds and, for a change, leaves its audit event; a refused one only when the door refuses, nothing changes, and the refusal is recorded. "Not found" and a
/// validation error count for neither.</summary>
public abstract class AccessMatrixTests(TestDatabase db)
{
    internal static readonly IReadOnlyList<OperationCase> Cases = [.. typeof(AccessMatrixTests).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IOperationCases)) && type.GetConstructor(Type.EmptyTypes) is not null)
        .SelectMany(type => ((IOperationCases)Activator.CreateInstance(type)!).Cases)];

    public static TheoryData<string> Operations => [.. Cases.Select(one => one.Operation).Distinct().DefaultIfEmpty("none")];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_role_may_exactly_what_the_table_says(string operation)
    {
        foreach (var one in Cases.Where(one => one.Operation == operation))
        {
            var recorded = false;
            foreach (var role in Enum.GetValues<Role>().Where(role => role.Grants(one.Permission)))
            {
                // Who left an event changed rows or not, as they may. Only who left none is looked at closely: after a role that left one it is seldom needed, and the look is dear.
                (var problem, recorded) = recorded ? await AllowedAsync(one, role, closely: false) : (null, false);
                if (problem is null && !recorded)
                {
                    (problem, recorded) = await AllowedAsync(one, role, closely: true);
                }

                Assert.True(problem is null, $"{operation} as {role}: {problem}");
            }

            Assert.Empty(await RefusedAsync(one, [.. Enum.GetValues<Role>().Where(role => !role.Grants(one.Permission))]));
        }
    }

    /// <summary>What is wrong with a cell that the table grants, null when it is right; and whether it left an event.</summary>
    private async Task<(string? Problem, bool Recorded)> AllowedAsync(OperationCase one, Role role, bool closely)
    {
        var call = await one.Prepare(db, db.As(role));
        var (before, successes) = (closely ? await RowsAsync() : null, await SuccessesAsync());
        Result result;
        try
        {
            result = await call();
        }
        catch (AccessDeniedException exception)
        {
            return ($"refused for {exception.Permission}, although the table grants {one.Permission}", false);
        }

        var recorded = await SuccessesAsync() > successes;
        return (result.Failed ? $"the prepared call did not succeed: {result.Error.Code}: {result.Error.Message}"
            : closely && !recorded && await RowsAsync() != before ? "changed rows and left no audit event"
            : null, recorded);
    }

    /// <summary>What is wrong with the cells that the table does not grant. One look before and one after show whether any of the calls changed a row. Roles of staff are held one after the
    /// other by one and the same person, for whom the rows were made: a role that is let through by mistake meets no other hindrance.</summary>
    private async Task<List<string>> RefusedAsync(OperationCase one, IReadOnlyList<Role> roles)
    {
        var calls = new List<(Role Role, Func<Task<Result>> Call)>();
        if (roles.Contains(Role.Patient))
        {
            calls.Add((Role.Patient, await one.Prepare(db, db.As(Role.Patient))));
        }

        var staff = roles.Where(role => role != Role.Patient).ToList();
        if (staff.Count > 0)
        {
            var person = await db.People.StaffAsync(db.OrganizationId, null, staff[0]);
            var call = await one.Prepare(db, person);
            calls.AddRange(staff.Select(role => (role, (Func<Task<Result>>)(() => InRoleAsync(person, role, call)))));
        }

        var problems = new List<string>();
        var (before, refusals) = (await RowsAsync(), await RefusalsAsync(one.Permission));
        foreach (var (role, call) in calls)
        {
            try
            {
                var result = await call();
                problems.Add($"{one.Operation} as {role}: let through, although the table does not grant it ({(result.Failed ? result.Error.Code : "succeeded")})");
            }
            catch (AccessDeniedException exception) when (exception.Permission != one.Permission)
            {
                problems.Add($"{one.Operation} as {role}: refused for {exception.Permission}, not for {one.Permission}");
            }
            catch (AccessDeniedException)
            {
                // As it should be.
            }
        }

        var recorded = await RefusalsAsync(one.Permission) - refusals;
        if (recorded != calls.Count - problems.Count)
        {
            problems.Add($"{one.Operation}: {calls.Count} were to be refused, and {recorded} refusals are recorded");
        }

        if (await RowsAsync() != before)
        {
            problems.Add($"{one.Operation}: refused, and yet rows changed");
        }

        return problems;
    }

    /// <summary>The call by this person, who from now on holds exactly this role.</summary>
    private async Task<Result> InRoleAsync(ActingPerson person, Role role, Func<Task<Result>> call)
    {
        await db.GivenAsync(open => open.OrganizationMemberships.Where(m => m.UserId == person.UserId).ExecuteUpdateAsync(held => held.SetProperty(m => m.Role, role)));
        db.Services.GetRequiredService<AccessCache>().DropAll();
        return await call();
    }

    private Task<int> RefusalsAsync(Permission permission) => db.LookAsync(look => look.AuditEvents.CountAsync(e => e.Outcome == AuditOutcome.Refused && e.EventCode == permission.ToString()));

    private Task<int> SuccessesAsync() => db.LookAsync(look => look.AuditEvents.CountAsync(e => e.Outcome == AuditOutcome.Success));

    /// <summary>A fingerprint of all rows that can be edited.</summary>
    private Task<string> RowsAsync() => db.LookAsync(async look =>
    {
        // One question to the database, and a line for each table: there are more rows after each operation.
        var sql = string.Join(" UNION ALL ", look.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(IVersioned)))
            .Select(type => $"SELECT {Digest(look)} AS \"Value\" FROM \"{type.GetTableName()}\"{Own(type)}"));
        return string.Join(' ', await look.Database.SqlQueryRaw<string>(sql, db.OrganizationId).ToListAsync());
    });

    /// <summary>How many rows, and a sum over their versions, which are random and new with every change.</summary>
    private static string Digest(DbContext look) => look.Database.IsNpgsql()
        ? "COUNT(*) || ' ' || COALESCE(SUM(hashtextextended(CAST(\"Version\" AS TEXT), 0)), 0)"
        : "COUNT(*) || ' ' || COALESCE(SUM(" + string.Join(" + ", Enumerable.Range(1, 8).Select(place => string.Create(CultureInfo.InvariantCulture, $"unicode(substr(\"Version\", {place}, 1)) * {Math.Pow(31, place)}"))) + "), 0)";

    private static string Own(IEntityType type) => type.ClrType == typeof(Organization) ? " WHERE \"Id\" = {0}" : type.FindProperty("OrganizationId") is null ? "" : " WHERE \"OrganizationId\" = {0}";
}

public sealed class AccessMatrixOnSqlite(SqliteDatabase db) : AccessMatrixTests(db), IClassFixture<SqliteDatabase>;

[Trait("Check", "1")]
public sealed class AccessMatrixOnPostgres(PostgresDatabase db) : AccessMatrixTests(db), IClassFixture<PostgresDatabase>;

/// <summary>Nothing is left out of the matrix.</summary>
[Trait("Check", "1")]
public sealed class AccessMatrixCompletenessTests
{
    /// <summary>Operations without a permission, on purpose: they say something about the caller and nothing about anybody else.</summary>
    private static readonly string[] Exempt = [];

    [Fact]
    public void Every_service_operation_has_a_prepared_legal_call()
    {
        var prepared = AccessMatrixTests.Cases.Select(one => one.Operation).ToHashSet();
        Assert.Empty(ServiceRules.Services(typeof(Permission).Assembly, DependencyRules.Features)
            .SelectMany(ServiceRules.Operations)
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .Distinct()
            .Where(operation => !prepared.Contains(operation) && !Exempt.Contains(operation)));
    }

    [Fact]
    public void Every_prepared_call_is_of_an_operation_that_exists()
    {
        var existing = ServiceRules.Services(typeof(Permission).Assembly, DependencyRules.Features).SelectMany(ServiceRules.Operations)
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}").ToHashSet();
        Assert.Empty(AccessMatrixTests.Cases.Select(one => one.Operation).Where(operation => !existing.Contains(operation)));
    }

    /// <summary>D10: each permission has a test that another role is refused; the matrix is that test.</summary>
    [Fact]
    public void Every_permission_stands_in_the_matrix()
    {
        var tested = AccessMatrixTests.Cases.Select(one => one.Permission).ToHashSet();
        Assert.Empty(Enum.GetValues<Permission>().Where(permission => !tested.Contains(permission)));
    }
}

/// <summary>The doors themselves, role by role: what stands behind each cell of the matrix.</summary>
public abstract class DoorTests(TestDatabase db)
{
    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_door_opens_for_exactly_the_permissions_of_the_role(Role role)
    {
        var person = db.As(role);
        foreach (var permission in Enum.GetValues<Permission>())
        {
            if (role.Grants(permission))
            {
                await using var open = await person.Doors.OpenAsync(permission, CancellationToken.None);
                continue;
            }
            var refusal = await Assert.ThrowsAsync<AccessDeniedException>(() => person.Doors.OpenAsync(permission, CancellationToken.None));
            Assert.Equal(permission, refusal.Permission);
            Assert.Equal(1, await db.LookAsync(look => look.AuditEvents.CountAsync(e => e.ActorUserId == person.UserId && e.EventCode == permission.ToString() && e.Outcome == AuditOutcome.Refused)));
        }
    }

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Fact]
    public async Task No_door_opens_for_somebody_who_is_not_signed_in() =>
        await Assert.ThrowsAsync<AccessDeniedException>(() => db.People.Anonymous().Doors.OpenAsync(Permission.ViewBeds, CancellationToken.None));

    [Fact]
    public async Task No_door_opens_at_an_organisation_where_the_person_holds_nothing()
    {
        var nurse = db.As(Role.Nurse);
        var elsewhere = db.Begin(nurse.UserId, db.OtherOrganizationId, nurse.StaffMemberId, null);
        await Assert.ThrowsAsync<AccessDeniedException>(() => elsewhere.Doors.OpenAsync(Permission.ViewBeds, CancellationToken.None));
    }

    [Fact]
    public async Task A_role_that_was_taken_stops_working_at_the_next_door()
    {
        var nurse = await db.People.NurseAsync(db.OrganizationId);
        await using (await nurse.Doors.OpenAsync(Permission.ViewBeds, CancellationToken.None))
        {
        }

        await db.GivenAsync(async open => (await open.OrganizationMemberships.SingleAsync(m => m.UserId == nurse.UserId)).End(db.Now));

        await Assert.ThrowsAsync<AccessDeniedException>(() => nurse.Doors.OpenAsync(Permission.ViewBeds, CancellationToken.None));
    }

    [Fact]
    public async Task A_context_that_nobody_scoped_sees_no_rows()
    {
        await db.Given.PatientAsync(db.OrganizationId);
        await using var unscoped = db.Unscoped();
        Assert.Equal((0, 0, 0), (await unscoped.Patients.CountAsync(), await unscoped.Organizations.CountAsync(), await unscoped.StaffMembers.CountAsync()));
    }
}

public sealed class DoorsOnSqlite(SqliteDatabase db) : DoorTests(db), IClassFixture<SqliteDatabase>;

public sealed class DoorsOnPostgres(PostgresDatabase db) : DoorTests(db), IClassFixture<PostgresDatabase>;
