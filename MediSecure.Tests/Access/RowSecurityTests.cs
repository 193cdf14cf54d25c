using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.EmergencyAccess;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Persistence;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace MediSecure.Tests.Access;

/// <summary>The last wall: what PostgreSQL itself refuses when the query filters, the guard or the code above them are wrong. As the application's role, which owns nothing.</summary>
[Trait("Check", "3")]
public sealed class RowSecurityTests(PostgresDatabase db) : IClassFixture<PostgresDatabase>
{
    private DatabaseSource Source => db.Services.GetRequiredService<DatabaseSource>();

    private static AccessScope Of(Guid organizationId, Guid? patientId = null) => new() { OrganizationId = organizationId, PatientId = patientId, CanWrite = true, Job = "test" };

    private IReadOnlyList<IEntityType> Tables()
    {
        using var look = db.Unscoped();
        return RowSecurity.Tables(look.Model);
    }

    [Fact]
    public async Task Every_table_with_an_organisation_has_enabled_and_forced_row_security_and_a_policy()
    {
        var tables = Tables();
        Assert.True(tables.Count >= 15, $"only {tables.Count} tables");
        Assert.Empty(await UnprotectedAsync(db.Connections.App, tables));
        TestContext.Current.TestOutputHelper?.WriteLine($"{tables.Count} tables");
    }

    [Fact]
    public async Task The_check_of_the_tables_finds_one_without()
    {
        await using var owner = await OpenAsync(db.Connections.Owner);
        await using var transaction = await owner.BeginTransactionAsync();
        await ExecuteAsync(owner, """ALTER TABLE "Rooms" NO FORCE ROW LEVEL SECURITY; DROP POLICY scope ON "Beds"; ALTER TABLE "Wards" DISABLE ROW LEVEL SECURITY""");
        Assert.Equal(["Beds", "Rooms", "Wards"], await UnprotectedAsync(owner, Tables()));
    }

    [Fact]
    public async Task Without_a_scope_every_table_is_empty()
    {
        await RowsOnBothSidesAsync();
        await using var app = await OpenAsync(db.Connections.App);
        await using var owner = await OpenAsync(db.Connections.Owner);
        var seenByOwner = 0L;
        foreach (var table in Tables().Select(t => t.GetTableName()!))
        {
            Assert.Equal((table, 0L), (table, await CountAsync(app, $"SELECT count(*) FROM \"{table}\"")));
            seenByOwner += await CountAsync(owner, $"SELECT count(*) FROM \"{table}\"");
        }

        Assert.True(seenByOwner > 10, "there was nothing to hide");
    }

    [Fact]
    public async Task With_the_query_filters_off_nothing_of_another_organisation_is_there()
    {
        await RowsOnBothSidesAsync();
        await using var open = Source.Create(Of(db.OrganizationId));
        foreach (var type in Tables())
        {
            var column = type.ClrType == typeof(Data.Features.Organizations.Organization) ? "Id" : "OrganizationId";
            var count = $"SELECT count(*) AS \"Value\" FROM \"{type.GetTableName()}\" WHERE \"{column}\" <> {{0}}";
            var foreign = await open.Database.SqlQueryRaw<long>(count, db.OrganizationId).SingleAsync();
            Assert.Equal((type.GetTableName(), 0L), (type.GetTableName(), foreign));
        }

        Assert.NotEmpty(await open.Departments.IgnoreQueryFilters().ToListAsync());
        Assert.All(await open.Departments.IgnoreQueryFilters().ToListAsync(), d => Assert.Equal(db.OrganizationId, d.OrganizationId));
        Assert.All(await open.Patients.IgnoreQueryFilters().ToListAsync(), p => Assert.Equal(db.OrganizationId, p.OrganizationId));
    }

    [Fact]
    public async Task With_the_query_filters_off_an_open_chart_has_one_patient()
    {
        var (one, other) = (await db.Given.PatientAsync(db.OrganizationId), await db.Given.PatientAsync(db.OrganizationId));
        await using var open = Source.Create(Of(db.OrganizationId, one.Id));
        Assert.Equal([one.Id], await open.Patients.IgnoreQueryFilters().Select(p => p.Id).ToListAsync());
        Assert.Equal([one.Id], await open.PatientSearchWords.IgnoreQueryFilters().Select(w => w.PatientId).Distinct().ToListAsync());
        Assert.Equal(0, await open.Database.ExecuteSqlAsync($"UPDATE \"Patients\" SET \"Title\" = 'Chief' WHERE \"Id\" = {other.Id}"));
    }

    [Fact]
    public async Task A_foreign_row_can_neither_be_changed_nor_planted_nor_moved()
    {
        var (own, foreign) = (await db.Given.DepartmentAsync(db.OrganizationId), await db.Given.DepartmentAsync(db.OtherOrganizationId, "Theirs"));
        await using var open = Source.Create(Of(db.OrganizationId));
        Assert.Equal(0, await open.Database.ExecuteSqlAsync($"UPDATE \"Departments\" SET \"Name\" = 'Taken over' WHERE \"Id\" = {foreign.Id}"));
        Assert.Equal(0, await open.Database.ExecuteSqlAsync($"DELETE FROM \"Departments\" WHERE \"Id\" = {foreign.Id}"));
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() =>
            open.Database.ExecuteSqlAsync($"UPDATE \"Departments\" SET \"OrganizationId\" = {db.OtherOrganizationId} WHERE \"Id\" = {own.Id}"))).SqlState);
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => open.Database.ExecuteSqlAsync(
            $"INSERT INTO \"Departments\" (\"Id\", \"OrganizationId\", \"Name\", \"Version\") VALUES ({Guid.NewGuid()}, {db.OtherOrganizationId}, 'Planted', {Guid.NewGuid()})"))).SqlState);
        Assert.Equal("Theirs", await db.LookAsync(look => look.Departments.Where(d => d.Id == foreign.Id).Select(d => d.Name).SingleAsync(), db.OtherOrganizationId));
    }

    [Fact]
    public async Task A_connection_comes_back_to_the_pool_without_a_scope()
    {
        await RowsOnBothSidesAsync();
        await using var pool = new DatabaseSource(db.Connections.App + ";Maximum Pool Size=1", db.Services.GetRequiredService<AuditWriter>(),
            db.Services.GetRequiredService<Data.Features.ActivityLog.AuditChain>(), db.Services.GetRequiredService<MasterKey>(),
            db.Services.GetRequiredService<Microsoft.Extensions.Logging.ILoggerFactory>());
        for (var i = 0; i < 3; i++)
        {
            await using (var open = pool.Create(Of(db.OrganizationId)))
            {
                Assert.NotEmpty(await open.Departments.ToListAsync());
                await using var transaction = await open.Database.BeginTransactionAsync();
                Assert.NotEmpty(await open.Departments.ToListAsync());
                await transaction.CommitAsync();
            }

            await using (var connection = await pool.Postgres!.OpenConnectionAsync())
            {
                Assert.Equal(0, await CountAsync(connection, "SELECT count(*) FROM \"Departments\""));
            }

            await using var foreign = pool.Create(Of(db.OtherOrganizationId));
            Assert.All(await foreign.Departments.IgnoreQueryFilters().ToListAsync(), d => Assert.Equal(db.OtherOrganizationId, d.OrganizationId));
        }
    }

    [Theory]
    [InlineData("""ALTER TABLE "Patients" DISABLE ROW LEVEL SECURITY""")]
    [InlineData("""DROP POLICY scope ON "Patients" """)]
    [InlineData("""SET row_security = off; SELECT count(*) FROM "Patients" """)]
    [InlineData("""ALTER TABLE "AuditEvents" DISABLE TRIGGER ALL""")]
    [InlineData("SET session_replication_role = replica")]
    [InlineData("""UPDATE "AuditEvents" SET "Reason" = 'nothing'""")]
    [InlineData("""DELETE FROM "AuditEvents" """)]
    [InlineData("""TRUNCATE "AuditEvents" """)]
    public async Task The_applications_role_cannot_take_the_wall_down(string statement)
    {
        await using var app = await OpenAsync(db.Connections.App);
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(app, statement))).SqlState);
    }

    [Fact]
    public async Task A_search_by_an_inner_part_stays_in_the_organisation()
    {
        var own = await db.Given.PatientAsync(db.OrganizationId, "Oluwaseun", "Adelanke");
        await db.Given.PatientAsync(db.OtherOrganizationId, "Oluwaseun", "Adelanke");
        await using var open = Source.Create(Of(db.OrganizationId));
        Assert.Equal([own.Id], (await PatientService.InnerParts(open, ["elank"], 50).ToListAsync()).Select(row => row.Id));
        await using var connection = await OpenAsync(db.Connections.App);
        Assert.Equal(0, await CountAsync(connection, "SELECT count(*) FROM \"PatientsByInnerParts\"(ARRAY['elank'], '{}', 50)"));
    }

    private async Task RowsOnBothSidesAsync()
    {
        foreach (var organization in new[] { db.OrganizationId, db.OtherOrganizationId })
        {
            await db.Given.BedAsync(organization);
            var patient = await db.Given.PatientAsync(organization);
            var nurse = await db.People.NurseAsync(organization);
            await db.AddAsync(organization, new EmergencyGrant(Guid.CreateVersion7(), organization, patient.Id, nurse.UserId, EmergencyReason.Other, null, StepUpKind.Password, db.Now, 60));
        }
    }

    private static async Task<IReadOnlyList<string>> UnprotectedAsync(string connectionString, IReadOnlyList<IEntityType> tables)
    {
        await using var connection = await OpenAsync(connectionString);
        return await UnprotectedAsync(connection, tables);
    }

    private static async Task<IReadOnlyList<string>> UnprotectedAsync(NpgsqlConnection connection, IReadOnlyList<IEntityType> tables)
    {
        var found = new List<string>();
        foreach (var table in tables.Select(t => t.GetTableName()!))
        {
            if (await CountAsync(connection, $"""
                SELECT count(*) FROM pg_class c JOIN pg_policies p ON p.tablename = c.relname AND p.policyname = '{RowSecurity.Policy}' AND p.cmd = 'ALL'
                WHERE c.relname = '{table}' AND c.relnamespace = 'public'::regnamespace AND c.relrowsecurity AND c.relforcerowsecurity AND p.qual IS NOT NULL AND p.with_check IS NOT NULL
                """) != 1)
            {
                found.Add(table);
            }
        }

        return found;
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
