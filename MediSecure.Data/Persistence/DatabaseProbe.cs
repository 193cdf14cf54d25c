using MediSecure.Data.Features.SystemHealth;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MediSecure.Data.Persistence;

/// <summary>Asks the database about itself: only what its own catalogues say, no row of anybody.</summary>
public sealed class DatabaseProbe(TimeProvider clock)
{
    /// <summary>A database that does not answer is a finding, not an exception.</summary>
    internal async Task<DatabaseFigures> MeasureAsync(MediSecureDbContext db, CancellationToken ct)
    {
        var inMemory = db.Provider == DatabaseProvider.Sqlite;
        try
        {
            var version = await db.Database.SqlQueryRaw<string>(inMemory ? "SELECT sqlite_version() AS \"Value\"" : "SELECT current_setting('server_version') AS \"Value\"").SingleAsync(ct);
            var began = clock.GetTimestamp(); // the connection is open and warm: this measures the database, not the first connection
            await db.Database.SqlQueryRaw<int>("SELECT 1 AS \"Value\"").SingleAsync(ct);
            var latency = clock.GetElapsedTime(began);
            return inMemory
                ? new DatabaseFigures($"SQLite {version}", true, latency, await SqliteSizeAsync(db, ct), null, [])
                : new DatabaseFigures($"PostgreSQL {version.Split(' ')[0]}", false, latency, await PostgresSizeAsync(db, ct), await PoolAsync(db, ct),
                    [.. await db.Database.GetPendingMigrationsAsync(ct)]);
        }
        catch (Exception exception) when (DatabaseErrors.Explain(exception) is not null)
        {
            return new DatabaseFigures(inMemory ? "SQLite" : "PostgreSQL", inMemory, null, null, null, []);
        }
    }

    private static async Task<long?> SqliteSizeAsync(MediSecureDbContext db, CancellationToken ct) =>
        await db.Database.SqlQueryRaw<long>("SELECT page_count * page_size AS \"Value\" FROM pragma_page_count(), pragma_page_size()").SingleAsync(ct);

    private static async Task<long?> PostgresSizeAsync(MediSecureDbContext db, CancellationToken ct) =>
        await db.Database.SqlQueryRaw<long>("SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync(ct);

    private static async Task<PoolFigures> PoolAsync(MediSecureDbContext db, CancellationToken ct)
    {
        var counts = await db.Database.SqlQueryRaw<Connections>(
            """
            SELECT count(*) FILTER (WHERE state <> 'idle')::int AS "Active", count(*) FILTER (WHERE state = 'idle')::int AS "Idle", current_setting('max_connections')::int AS "ServerMost"
            FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user AND application_name = current_setting('application_name')
            """).SingleAsync(ct);
        return new PoolFigures(counts.Active, counts.Idle, new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()).MaxPoolSize, counts.ServerMost);
    }

    private sealed record Connections(int Active, int Idle, int ServerMost);
}
