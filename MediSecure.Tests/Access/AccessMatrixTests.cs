using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Organizations;
using MediSecure.Tests.Architecture;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

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
            foreach (var role in Enum.GetValues<Role>().Where(role => role.Grants(one.Permission)))
            {
                var problem = await AllowedAsync(one, role);
                Assert.True(problem is null, $"{operation} as {role}: {problem}");
            }

            Assert.Empty(await RefusedAsync(one, [.. Enum.GetValues<Role>().Where(role => !role.Grants(one.Permission))]));
        }
    }

    /// <summary>What is wrong with a cell that the table grants; null when it is right.</summary>
    private async Task<string?> AllowedAsync(OperationCase one, Role role)
    {
        var call = await one.Prepare(db, db.As(role));
        var before = await RowsAsync();
        Result result;
        try
        {
            result = await call();
        }
        catch (AccessDeniedException exception)
        {
            return $"refused for {exception.Permission}, although the table grants {one.Permission}";
        }

        var after = await RowsAsync();
        return result.Failed ? $"the prepared call did not succeed: {result.Error.Code}: {result.Error.Message}"
            : after.Changed != before.Changed && after.Successes == before.Successes ? "changed rows and left no audit event"
            : null;
    }

    /// <summary>What is wrong with the cells that the table does not grant: all are prepared first, so that one look before and one after show whether any of the calls changed a row.</summary>
    private async Task<List<string>> RefusedAsync(OperationCase one, IReadOnlyList<Role> roles)
    {
        var calls = new List<(Role Role, Func<Task<Result>> Call)>();
        foreach (var role in roles)
        {
            calls.Add((role, await one.Prepare(db, db.As(role))));
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

        if ((await RowsAsync()).Changed != before.Changed)
        {
            problems.Add($"{one.Operation}: refused, and yet rows changed");
        }

        return problems;
    }

    private Task<int> RefusalsAsync(Permission permission) => db.LookAsync(look => look.AuditEvents.CountAsync(e => e.Outcome == AuditOutcome.Refused && e.EventCode == permission.ToString()));

    /// <summary>A fingerprint of all rows that can be edited, and how many successes the log holds.</summary>
    private Task<(int Changed, int Successes)> RowsAsync() => db.LookAsync(async look =>
    {
        // One question to the database, however many tables there are: this is asked some ten times for each operation.
        var sql = string.Join(" UNION ALL ", look.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(IVersioned)))
            .Select(type => $"SELECT CAST(\"{nameof(IVersioned.Version)}\" AS TEXT) AS \"Value\" FROM \"{type.GetTableName()}\"{Own(type)}"));
        var versions = await look.Database.SqlQueryRaw<string>(sql, db.OrganizationId).ToListAsync();
        return (versions.Aggregate(versions.Count, (sum, version) => sum ^ version.GetHashCode(StringComparison.Ordinal)), await look.AuditEvents.CountAsync(e => e.Outcome == AuditOutcome.Success));
    });

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
