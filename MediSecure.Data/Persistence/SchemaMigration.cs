using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MediSecure.Data.Persistence;

/// <summary>Brings a PostgreSQL database to the schema of this version and grants the application's role what it needs, table by table. Run by the verb <c>migrate</c>, never by the host.</summary>
public static class SchemaMigration
{
    private const long LockKey = 0x4D65_6469_5365_6375;

    /// <summary>What the application's role may do with a table, when that is less than reading and writing.</summary>
    private static readonly Dictionary<string, string> Reduced = new(StringComparer.Ordinal)
    {
        ["AuditEvents"] = "SELECT, INSERT",                 // append-only
        ["AuditSeals"] = "SELECT, INSERT",
        ["AuditCheckpoints"] = "SELECT, INSERT",
        ["ClinicianBusy"] = "SELECT",                       // kept by the database itself, from Appointments
        ["OrganizationKeys"] = "SELECT, INSERT, UPDATE",    // a lost key takes with it what it encrypted
        ["DatabaseMarks"] = "SELECT",
        ["DiagnosisCodes"] = "SELECT",                      // loaded by a verb, as the owner
        ["DataProtectionKeys"] = "SELECT, INSERT",          // a lost key ends every session
        ["__EFMigrationsHistory"] = "SELECT",
    };

    /// <summary>Applies the missing migrations once, even when two processes start together: the second waits and finds nothing to do.</summary>
    /// <param name="owner">Connection string of the role that owns the database.</param>
    /// <param name="application">Connection string of the application; its role gets the grants.</param>
    /// <param name="ct">Stops between migrations.</param>
    /// <returns>Names of the migrations applied by this call.</returns>
    /// <exception cref="InvalidOperationException">The settings cannot be right; the message says why.</exception>
    public static async Task<IReadOnlyList<string>> RunAsync(string owner, string application, CancellationToken ct)
    {
        var ownerConnection = new NpgsqlConnectionStringBuilder(owner) { Pooling = false, CommandTimeout = 0 }.ConnectionString;
        var role = new NpgsqlConnectionStringBuilder(application).Username;
        if (string.IsNullOrEmpty(role))
        {
            throw new InvalidOperationException("ConnectionStrings__MediSecure names no role (Username=…), so there is nobody to grant access to.");
        }

        // The lock belongs to this session; closing the connection gives it back, whatever happens.
        await using var guard = new NpgsqlConnection(ownerConnection);
        await guard.OpenAsync(ct);
        await ExecuteAsync(guard, $"SELECT pg_advisory_lock({LockKey})", ct);
        await CheckRoleAsync(guard, role, ct);

        await using var db = new MediSecureDbContext(new DbContextOptionsBuilder<MediSecureDbContext>()
            .UseNpgsql(ownerConnection, o => o.SetPostgresVersion(15, 0)).Options);
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
        await db.Database.MigrateAsync(ct);
        await RowSecurity.ApplyAsync(guard, db.Model, ct);
        await GrantAsync(guard, role, ct);
        return pending;
    }

    private static async Task CheckRoleAsync(NpgsqlConnection connection, string role, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT current_user = $1, EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1)", connection);
        command.Parameters.AddWithValue(role);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        if (reader.GetBoolean(0))
        {
            throw new InvalidOperationException(
                $"Both connection strings name the role '{role}'. The application must connect as a role that owns nothing: create one and name it in ConnectionStrings__MediSecure.");
        }

        if (!reader.GetBoolean(1))
        {
            throw new InvalidOperationException($"The role '{role}' that ConnectionStrings__MediSecure names does not exist. Create it first: CREATE ROLE \"{role}\" LOGIN PASSWORD '…'.");
        }
    }

    private static async Task GrantAsync(NpgsqlConnection connection, string role, CancellationToken ct)
    {
        var name = new NpgsqlCommandBuilder().QuoteIdentifier(role);
        var statements = new List<string>
        {
            $"GRANT USAGE ON SCHEMA public TO {name}",
            $"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name}",
            $"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {name}",
        };
        statements.Add(RowSecurity.GrantTo(name));
        foreach (var (table, privileges) in Reduced)
        {
            statements.Add($"REVOKE ALL ON \"{table}\" FROM {name}");
            statements.Add($"GRANT {privileges} ON \"{table}\" TO {name}");
        }

        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var statement in statements)
        {
            await ExecuteAsync(connection, statement, ct);
        }

        await transaction.CommitAsync(ct);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
