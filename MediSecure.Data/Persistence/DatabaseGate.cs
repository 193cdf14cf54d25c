using MediSecure.Data.Access;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MediSecure.Data.Persistence;

/// <summary>Questions about the database itself: for health, and before a Production host starts. Never about anybody's rows.</summary>
public sealed class DatabaseGate
{
    private readonly DatabaseSource _source;

    internal DatabaseGate(DatabaseSource source) => _source = source;

    public DatabaseProvider Provider => _source.Provider;

    /// <summary>Throws when the database does not answer within <paramref name="ct"/>.</summary>
    public async Task PingAsync(CancellationToken ct)
    {
        await using var db = _source.Create(AccessScope.None);
        if (_source.Postgres is { } pool)
        {
            await using var command = pool.CreateCommand("SELECT 1");
            await command.ExecuteScalarAsync(ct);
        }
        else
        {
            await db.DatabaseMarks.AnyAsync(ct);
        }
    }

    /// <summary>The server's process behind the open connection of this context; null on SQLite.</summary>
    internal static int? ProcessOf(MediSecureDbContext db) => db.Database.GetDbConnection() is NpgsqlConnection connection ? connection.ProcessID : null;

    /// <summary>Whether a process of the server has ended, and with it whatever it was about to commit. Everybody may ask for the numbers of all processes.</summary>
    internal static async Task<bool> HasEndedAsync(DatabaseSource source, int process)
    {
        await using var command = source.Postgres!.CreateCommand("SELECT NOT EXISTS (SELECT 1 FROM pg_stat_activity WHERE pid = $1)");
        command.Parameters.AddWithValue(process);
        return await command.ExecuteScalarAsync() is true;
    }

    /// <summary>Names of migrations that this version has and the database has not; none on SQLite.</summary>
    public async Task<IReadOnlyList<string>> PendingMigrationsAsync(CancellationToken ct)
    {
        if (Provider == DatabaseProvider.Sqlite)
        {
            return [];
        }

        await using var db = _source.Create(AccessScope.None);
        return [.. await db.Database.GetPendingMigrationsAsync(ct)];
    }

    /// <summary>What is wrong with the way to the database: over a network it is encrypted, and the server shows who it is. Null for a database on this machine.</summary>
    /// <param name="connectionString">Of Npgsql.</param>
    /// <param name="setting">The setting it came from.</param>
    public static string? TransportProblem(string connectionString, string setting = "ConnectionStrings__MediSecure")
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        var local = connection.Host is null or "localhost" or "127.0.0.1" or "::1" || connection.Host.StartsWith('/');
        return local || connection.SslMode == SslMode.VerifyFull ? null
            : $"The database is on another machine and its certificate is not verified: add SSL Mode=VerifyFull;Root Certificate=… to {setting}.";
    }

    /// <summary>Why a Production host must not start on this database; null when it may.</summary>
    public async Task<string?> ProductionRefusalAsync(CancellationToken ct)
    {
        if (_source.Postgres is not { } pool)
        {
            return "Production runs on PostgreSQL: set ConnectionStrings__MediSecure.";
        }

        if (TransportProblem(pool.ConnectionString) is { } open)
        {
            return open;
        }

        await using var connection = await pool.OpenConnectionAsync(ct);
        await using (var command = new NpgsqlCommand(
            """
            SELECT r.rolname, r.rolsuper, r.rolbypassrls, r.rolcreaterole,
              EXISTS (SELECT 1 FROM pg_database d WHERE d.datname = current_database() AND pg_has_role(d.datdba, 'MEMBER')),
              EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND pg_has_role(c.relowner, 'MEMBER'))
            FROM pg_roles r WHERE r.rolname = current_user
            """, connection))
        {
            await using var reader = await command.ExecuteReaderAsync(ct);
            await reader.ReadAsync(ct);
            var role = reader.GetString(0);
            var why = reader.GetBoolean(1) ? "is a superuser"
                : reader.GetBoolean(2) ? "bypasses row security"
                : reader.GetBoolean(3) ? "may create roles"
                : reader.GetBoolean(4) ? "owns the database, or is a member of the role that does"
                : reader.GetBoolean(5) ? "owns tables, or is a member of the role that does"
                : null;
            if (why is not null)
            {
                return $"The role '{role}' in ConnectionStrings__MediSecure {why}. In Production the application connects as a role that owns nothing; the owner belongs into ConnectionStrings__MediSecureOwner, for migrate.";
            }
        }

        // Before the first migrate there is no such table; readiness says that the schema is behind.
        await using var marked = new NpgsqlCommand("""SELECT to_regclass('"DatabaseMarks"') IS NOT NULL AND has_table_privilege('"DatabaseMarks"', 'SELECT')""", connection);
        if (await marked.ExecuteScalarAsync(ct) is not true)
        {
            return null;
        }

        await using var demo = new NpgsqlCommand("""SELECT EXISTS (SELECT 1 FROM "DatabaseMarks" WHERE "Key" = $1)""", connection);
        demo.Parameters.AddWithValue(DatabaseMark.DemoSeeded);
        return await demo.ExecuteScalarAsync(ct) is true
            ? "This database was filled with demo data, whose passwords are public. Production needs a database of its own: create an empty one, then run migrate and create-admin."
            : await KeyProblemAsync();
    }

    /// <summary>Why this host could not read encrypted fields; null when its master key opens the organisations' keys. Looks at a few: one file opens all or none.</summary>
    public async Task<string?> KeyProblemAsync()
    {
        const int few = 3;
        foreach (var id in (await OrganizationTree.AllAsync(_source)).Take(few))
        {
            await _source.Keys.EnsureAsync(new AccessScope { OrganizationId = id });
            if (_source.Keys.Known(id)?.ActiveId is null)
            {
                return "The file of Encryption__KeyFile does not open the encryption keys of this database: it is another file than the one they were made or last wrapped with.";
            }
        }

        return null;
    }
}
