using MediSecure.Data.Access;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Persistence.Encryption;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace MediSecure.Data.Persistence;

/// <summary>The database of this process and the only maker of contexts. For the demo it can be swapped for a fresh one while people work.</summary>
public sealed class DatabaseSource : IAsyncDisposable
{
    private readonly IReadOnlyList<IInterceptor> _interceptors;
    private readonly ILoggerFactory _logs;
    private readonly NpgsqlDataSource? _postgres;
    private readonly NpgsqlDataSource? _reserve;
    private volatile Current _current;
    private volatile bool _disposed;

    internal DatabaseSource(string? connectionString, AuditWriter audit, AuditChain chain, MasterKey master, ILoggerFactory logs)
    {
        DatabaseRules.RegisterErrors();
        _logs = logs;
        Keys = new OrganizationKeys(this, master);
        _interceptors = [new OrganizationKeyInterceptor(master, audit), new ScopeGuardInterceptor(), new VersionInterceptor(), new AuditInterceptor(audit, chain), new ChangeFeedInterceptor()];
        if (connectionString is null)
        {
            Provider = DatabaseProvider.Sqlite;
            _current = NewMemory();
        }
        else
        {
            Provider = DatabaseProvider.PostgreSql;
            _postgres = NpgsqlDataSource.Create(WithDefaults(connectionString));
            _current = new Current(OnPostgres(), null);
            _reserve = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(WithDefaults(connectionString)) { MaxPoolSize = 2, MinPoolSize = 0 }.ConnectionString);
        }
    }

    public DatabaseProvider Provider { get; }

    /// <summary>Keys of organisations. A door asks for them before it opens.</summary>
    internal OrganizationKeys Keys { get; }

    /// <summary>A context with <paramref name="scope"/>. Everyone outside this folder goes through a door.</summary>
    internal MediSecureDbContext Create(AccessScope scope)
    {
        while (true)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var (options, memory) = _current;
            if (memory is null)
            {
                var db = new MediSecureDbContext(options) { Scope = scope, Keys = Keys.Known(scope.OrganizationId) };
                db.Database.SetDbConnection((scope.Reserved ? _reserve! : _postgres!).CreateConnection(), contextOwnsConnection: true);
                return db;
            }

            // Refused only by a database that was replaced between the two lines: the next round finds its successor.
            if (memory.TryEnter())
            {
                return new MediSecureDbContext(options) { Scope = scope, Lease = memory, Keys = Keys.Known(scope.OrganizationId) };
            }
        }
    }

    /// <summary>A second context inside the transaction that <paramref name="db"/> has begun, for <see cref="Access.ReferralExchange"/> alone. Until <see cref="BackAsync"/> the transaction has this scope.</summary>
    internal async Task<MediSecureDbContext> BesideAsync(MediSecureDbContext db, AccessScope scope, CancellationToken ct)
    {
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("There is no transaction to work in.");
        var other = new MediSecureDbContext(_current.Options) { Scope = scope, Keys = Keys.Known(scope.OrganizationId) };
        other.Database.SetDbConnection(db.Database.GetDbConnection(), contextOwnsConnection: false);
        await other.Database.UseTransactionAsync(transaction, ct);
        await ScopeAsync(db, transaction, scope, ct);
        return other;
    }

    internal Task BackAsync(MediSecureDbContext db, CancellationToken ct) => ScopeAsync(db, db.Database.CurrentTransaction!.GetDbTransaction(), db.Scope, ct);

    private Task ScopeAsync(MediSecureDbContext db, System.Data.Common.DbTransaction transaction, AccessScope scope, CancellationToken ct) =>
        Provider == DatabaseProvider.PostgreSql ? RowSecurityInterceptor.SetAsync(db.Database.GetDbConnection(), transaction, scope, [], ct) : Task.CompletedTask;

    /// <summary>Where the memory database is now; null on PostgreSQL.</summary>
    internal string? MemoryConnectionString => _current.Memory?.ConnectionString;

    /// <summary>The PostgreSQL pool, for the notice relay and bulk loading; null on SQLite.</summary>
    internal NpgsqlDataSource? Postgres => _postgres;

    /// <summary>Makes the tables of the in-memory database; PostgreSQL gets them only from migrations.</summary>
    internal async Task CreateSqliteSchemaAsync(CancellationToken ct)
    {
        await using var db = Create(AccessScope.None);
        await DatabaseRules.CreateOnSqliteAsync(db, ct);
    }

    /// <summary>Fills a second memory database with <paramref name="fill"/> and then puts it in the place of the current one. Contexts that are open finish on the old one, which closes
    /// with the last of them; contexts made from then on see the new one. <paramref name="swap"/> carries over what must survive and then calls the action it is given.</summary>
    internal async Task ReplaceMemoryAsync(Func<Func<AccessScope, MediSecureDbContext>, CancellationToken, Task> fill, Func<Func<AccessScope, MediSecureDbContext>, Action, Task> swap, CancellationToken ct)
    {
        var next = NewMemory();
        var previous = _current;
        try
        {
            await using (var db = new MediSecureDbContext(next.Options))
            {
                await DatabaseRules.CreateOnSqliteAsync(db, ct);
            }

            MediSecureDbContext Open(AccessScope scope) => new(next.Options) { Scope = scope };
            await fill(Open, ct);
            await swap(Open, () =>
            {
                _current = next;
                Keys.Forget();
            });
        }
        catch
        {
            next.Memory!.Dispose();
            throw;
        }

        previous.Memory?.Retire();
    }

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        _current.Memory?.Dispose();
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
            await _reserve!.DisposeAsync();
        }
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

    // Without a pool: EF keeps a model and its compiled queries once per pool that the options name, and both pools of this process need the same ones.
    private DbContextOptions<MediSecureDbContext> OnPostgres() =>
        Options().AddInterceptors(new RowSecurityInterceptor()).UseNpgsql(o => o.SetPostgresVersion(15, 0)).Options;

    private Current NewMemory()
    {
        var memory = new MemoryDatabase();
        return new Current(Options().AddInterceptors(new MemoryWaitInterceptor()).UseSqlite(memory.ConnectionString).Options, memory);
    }

    private DbContextOptionsBuilder<MediSecureDbContext> Options() => new DbContextOptionsBuilder<MediSecureDbContext>()
        .UseLoggerFactory(_logs)
        .AddInterceptors(_interceptors)
        .ConfigureWarnings(w => w.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));

    private sealed record Current(DbContextOptions<MediSecureDbContext> Options, MemoryDatabase? Memory);
}
