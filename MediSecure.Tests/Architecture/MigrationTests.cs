using MediSecure.Data.Access;
using MediSecure.Data.Persistence;
using MediSecure.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace MediSecure.Tests.Architecture;

/// <summary>The model, the migrations, the rules that EF cannot express, and both catalogues say the same.</summary>
public sealed class MigrationTests(PostgresServer server)
{
    [Fact]
    public void The_migrations_are_those_of_the_model()
    {
        using var db = new MediSecureDbContext(new DbContextOptionsBuilder<MediSecureDbContext>().UseNpgsql("Host=nowhere", o => o.SetPostgresVersion(15, 0)).Options);
        Assert.False(db.Database.HasPendingModelChanges(), "The model has changed: run eng/dev/regen-migration.sh");
    }

    /// <summary>With MEDISECURE_WRITE_SQLITE_SCHEMA naming a file, writes the file instead: eng/dev/regen-migration.sh does.</summary>
    [Fact]
    public void The_tables_of_the_memory_database_are_those_of_the_model()
    {
        using var db = new MediSecureDbContext(new DbContextOptionsBuilder<MediSecureDbContext>().UseSqlite("Data Source=:memory:").Options);
        var wanted = db.Database.GenerateCreateScript().ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("MEDISECURE_WRITE_SQLITE_SCHEMA") is { Length: > 0 } file)
        {
            File.WriteAllText(file, wanted);
            return;
        }

        Assert.True(SqliteSchema.Sql.ReplaceLineEndings("\n") == wanted, "The model has changed: run eng/dev/regen-migration.sh");
    }

    [Fact]
    public async Task PostgreSQL_holds_exactly_the_rules_of_the_list()
    {
        var connections = await server.CreateDatabaseAsync();
        await using var connection = new NpgsqlConnection(connections.Owner);
        await connection.OpenAsync();
        var found = await ReadAsync(connection,
            """
            SELECT conname FROM pg_constraint WHERE contype = 'x'
            UNION ALL
            SELECT tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace
            """);
        SameRules(found);
    }

    [Fact]
    public async Task SQLite_holds_exactly_the_rules_of_the_list()
    {
        await using var database = new SqliteDatabase();
        await database.InitializeAsync();
        await using var open = database.Services.GetRequiredService<DatabaseSource>().Create(AccessScope.None);
        await open.Database.OpenConnectionAsync();
        SameRules(await ReadAsync(open.Database.GetDbConnection(), "SELECT name FROM sqlite_master WHERE type = 'trigger'"));
    }

    /// <summary>Every rule has an object of its name, or objects that begin with it, and no object is there without a rule.</summary>
    private static void SameRules(List<string> found)
    {
        Assert.Empty(DatabaseRules.All.Where(rule => !found.Any(name => Belongs(name, rule.Name))).Select(rule => $"missing in the database: {rule.Name}"));
        Assert.Empty(found.Where(name => !DatabaseRules.All.Any(rule => Belongs(name, rule.Name))).Select(name => $"not on the list: {name}"));
    }

    private static bool Belongs(string name, string rule) => name == rule || name.StartsWith(rule + "_", StringComparison.Ordinal);

    [Fact]
    public async Task The_application_role_cannot_change_the_audit_or_the_schema()
    {
        var connections = await server.CreateDatabaseAsync();
        await using var connection = new NpgsqlConnection(connections.App);
        await connection.OpenAsync();
        foreach (var statement in (string[])[
            """UPDATE "AuditEvents" SET "Reason" = 'x'""", """DELETE FROM "AuditEvents" """, """TRUNCATE "AuditEvents" """,
            """DELETE FROM "ClinicianBusy" """, """INSERT INTO "DatabaseMarks" VALUES ('x', now())""", """DELETE FROM "__EFMigrationsHistory" """,
            "CREATE TABLE mine (x int)", """ALTER TABLE "AuditEvents" DISABLE TRIGGER ALL""", """DROP TABLE "AuditEvents" """])
        {
            await using var command = new NpgsqlCommand(statement, connection);
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
            Assert.True(refusal.SqlState == PostgresErrorCodes.InsufficientPrivilege, $"{statement}: {refusal.MessageText}");
        }
    }

    [Fact]
    public async Task Two_migrations_at_once_apply_everything_once()
    {
        var connections = await server.CreateEmptyDatabaseAsync();
        var applied = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => SchemaMigration.RunAsync(connections.Owner, connections.App, CancellationToken.None))));
        Assert.Single(applied, names => names.Count > 0);
        Assert.Single(applied, names => names.Count == 0);
    }

    [Fact]
    public async Task Migrating_refuses_an_application_that_connects_as_the_owner()
    {
        var connections = await server.CreateEmptyDatabaseAsync();
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => SchemaMigration.RunAsync(connections.Owner, connections.Owner, CancellationToken.None));
        Assert.Contains("owns nothing", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<List<string>> ReadAsync(System.Data.Common.DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }
        return names;
    }
}
