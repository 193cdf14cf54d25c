using MediSecure.Data.Access;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace MediSecure.Data.Persistence;

/// <summary>The database of this process and the only maker of contexts. For the demo it can be swapped for a fresh one while people work.</summary>
public sealed class DatabaseSource : IAsyncDisposable
{
    private readonly IReadOnlyList<IInterceptor> _interceptors;
    private readonly ILoggerFactory _logs;
    private readonly NpgsqlDataSource? _postgres;
    private volatile SqliteDatabaseFile? _memory;
    private volatile DbContextOptions<MediSecureDbContext> _options;

    internal DatabaseSource(string? connectionString, AuditWriter audit, ILoggerFactory logs)
    {
        DatabaseRules.RegisterErrors();
        _logs = logs;
        _interceptors = [new ScopeGuardInterceptor(), new VersionInterceptor(), new AuditInterceptor(audit), new ChangeFeedInterceptor()];
        if (connectionString is null)
        {
            Provider = DatabaseProvider.Sqlite;
            _memory = SqliteDatabaseFile.New();
            _options = Sqlite(_memory);
        }
        else
        {
            Provider = DatabaseProvider.PostgreSql;
            _postgres = NpgsqlDataSource.Create(WithDefaults(connectionString));
            _options = Options().UseNpgsql(_postgres, o => o.SetPostgresVersion(15, 0)).Options;
        }
    }

    public DatabaseProvider Provider { get; }

    /// <summary>A context with <paramref name="scope"/>. Everyone outside this folder goes through a door.</summary>
    internal MediSecureDbContext Create(AccessScope scope) => new(_options) { Scope = scope };

    /// <summary>The PostgreSQL pool, for the notice relay and bulk loading; null on SQLite.</summary>
    internal NpgsqlDataSource? Postgres => _postgres;

    /// <summary>Makes the tables of the in-memory database; PostgreSQL gets them only from migrations.</summary>
    internal async Task CreateSqliteSchemaAsync(CancellationToken ct)
    {
        await using var db = Create(AccessScope.None);
        await CreateSchemaAsync(db, ct);
    }

    /// <summary>Fills a second memory database with <paramref name="fill"/> and then puts it in the place of the current one, whose rows are gone once its connections close.</summary>
    internal async Task ReplaceMemoryAsync(Func<Func<AccessScope, MediSecureDbContext>, CancellationToken, Task> fill, CancellationToken ct)
    {
        var next = SqliteDatabaseFile.New();
        try
        {
            var options = Sqlite(next);
            await using (var db = new MediSecureDbContext(options))
            {
                await CreateSchemaAsync(db, ct);
            }

            await fill(scope => new MediSecureDbContext(options) { Scope = scope }, ct);
            var previous = _memory;
            _memory = next;
            _options = options;
            previous?.Dispose();
        }
        catch
        {
            next.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _memory?.Dispose();
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }
    }

    private static async Task CreateSchemaAsync(MediSecureDbContext db, CancellationToken ct)
    {
        await db.Database.EnsureCreatedAsync(ct);
        await DatabaseRules.CreateOnSqliteAsync(db, ct);
    }

    /// <summary>What a connection string leaves open: a small pool, a limit on every wait, prepared statements.</summary>
    private static string WithDefaults(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        void Default(string key, string value)
        {
            if (!given.ShouldSerialize(key))
            {
                given[key] = value;
            }
        }

        Default("Maximum Pool Size", "20");
        Default("Timeout", "10");
        Default("Command Timeout", "10");
        Default("Max Auto Prepare", "100");
        Default("Tcp Keepalive", "true");
        Default("Application Name", "medisecure");
        return given.ConnectionString;
    }

    private DbContextOptions<MediSecureDbContext> Sqlite(SqliteDatabaseFile file) => Options().UseSqlite(file.ConnectionString).Options;

    private DbContextOptionsBuilder<MediSecureDbContext> Options() => new DbContextOptionsBuilder<MediSecureDbContext>()
        .UseLoggerFactory(_logs)
        .AddInterceptors(_interceptors)
        .ConfigureWarnings(w => w.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));

    /// <summary>A named memory database that lives while its first connection is open. The memdb VFS, because one shared connection, or a shared cache, fails under concurrent use.</summary>
    private sealed class SqliteDatabaseFile : IDisposable
    {
        private readonly SqliteConnection _keepAlive;

        private SqliteDatabaseFile(string connectionString)
        {
            ConnectionString = connectionString;
            _keepAlive = new SqliteConnection(connectionString);
            _keepAlive.Open();
        }

        public string ConnectionString { get; }

        public static SqliteDatabaseFile New() => new($"Data Source=file:/medisecure-{Guid.NewGuid():N}?vfs=memdb;Foreign Keys=True;Recursive Triggers=True;Default Timeout=10");

        public void Dispose()
        {
            SqliteConnection.ClearPool(_keepAlive);
            _keepAlive.Dispose();
            SqliteConnection.ClearPool(_keepAlive);
        }
    }
}
