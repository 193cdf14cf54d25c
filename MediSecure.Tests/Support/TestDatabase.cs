using MediSecure.Data;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Jobs;
using MediSecure.Data.Persistence;
using MediSecure.Tests.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace MediSecure.Tests.Support;

/// <summary>A fresh database and the real services of MediSecure.Data over it, for one test class. Facts are written once, in an abstract class that takes a TestDatabase, and run on
/// both: <c>public sealed class BedServiceOnSqlite(SqliteDatabase db) : BedServiceTests(db), IClassFixture&lt;SqliteDatabase&gt;;</c> and the same with PostgresDatabase.
/// Facts of a class share the database: they use rows of their own, and an organisation of their own (<see cref="Given"/>) when they count.</summary>
public abstract class TestDatabase : ITestWorld, IAsyncLifetime
{
    /// <summary>A Monday, eight in the morning UTC (nine in Lagos).</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly Lock _meeting = new();                 // one at a time makes a new person; making one opens scopes
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ActingPerson> _people = [];
    private readonly List<AsyncServiceScope> _scopes = [];
    private ServiceProvider? _services;

    public FakeTimeProvider Clock { get; } = new(Start);

    /// <summary>Mail that went out, after a round of <c>MailJob</c>.</summary>
    public MemoryDelivery Mails { get; } = new();

    /// <summary>The clock's now, UTC.</summary>
    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    /// <summary>Moves the clock to the hour of <see cref="Start"/>, the next day when it stands elsewhere: for a test to which the hour matters, since those of its class share the clock.</summary>
    public void GoToMorning()
    {
        if (Clock.GetUtcNow().TimeOfDay != Start.TimeOfDay)
        {
            Clock.SetUtcNow(new DateTimeOffset(Clock.GetUtcNow().Date.AddDays(1), TimeSpan.Zero) + Start.TimeOfDay);
        }
    }

    public IServiceProvider Services => _services ?? throw new InvalidOperationException("The test class must take this database as an IClassFixture.");

    /// <summary>New people of every role, at any organisation.</summary>
    public People People => new(this);

    /// <summary>Rows to begin with.</summary>
    public Given Given => new(this);

    public Guid OrganizationId { get; private set; }

    public Guid OtherOrganizationId { get; private set; }

    public ActingPerson As(params Role[] roles) => Known(OrganizationId, roles);

    public ActingPerson AsStranger(params Role[] roles) => Known(OtherOrganizationId, roles);

    public Task GivenAsync(Func<MediSecureDbContext, Task> write, Guid? organizationId = null) => ArrangeAsync(organizationId ?? OrganizationId, write);

    public Task TreatsAsync(ActingPerson person, Guid patientId) => Given.TreatsAsync(person, patientId);

    public Task<T> LookAsync<T>(Func<MediSecureDbContext, Task<T>> read, Guid? organizationId = null) => LookAsync(organizationId ?? OrganizationId, read);

    /// <summary>The one person with these roles there, in a scope of its own.</summary>
    private ActingPerson Known(Guid organizationId, Role[] roles)
    {
        lock (_meeting)
        {
            var key = $"{organizationId} {string.Join(',', roles.Order())}";
            if (!_people.TryGetValue(key, out var person))
            {
                // Off the runner's own context, whose few threads would wait for each other.
                person = _people[key] = Task.Run(() => roles is [Role.Patient] ? People.PatientAsync(organizationId) : People.StaffAsync(organizationId, null, roles)).GetAwaiter().GetResult();
            }
            return Begin(person.UserId, organizationId, person.StaffMemberId, person.PatientId);
        }
    }

    /// <summary>A scope of services in which this is the current user.</summary>
    internal ActingPerson Begin(Guid? userId, Guid organizationId, Guid? staffId, Guid? patientId)
    {
        var scope = Services.CreateAsyncScope();
        lock (_gate)
        {
            _scopes.Add(scope);
        }
        scope.ServiceProvider.GetRequiredService<TestUser>().Caller = userId is { } id ? new Caller(id, organizationId, null, "127.0.0.1", "test-trace") : null;
        return new ActingPerson(userId ?? Guid.Empty, staffId, patientId, scope.ServiceProvider) { OrganizationId = organizationId };
    }

    /// <summary>Reads as a job of the organisation: what is really in the database, past the compartments of people.</summary>
    public async Task<T> LookAsync<T>(Guid organizationId, Func<MediSecureDbContext, Task<T>> look)
    {
        await using var db = Services.GetRequiredService<SystemDb>().OpenSystem("test", organizationId);
        return await look(db);
    }

    /// <summary>A context as anybody gets it who goes past the doors.</summary>
    internal MediSecureDbContext Unscoped() => Services.GetRequiredService<DatabaseSource>().Create(AccessScope.None);

    /// <summary>Writes rows as a job of the organisation. Throws when the database refuses.</summary>
    public async Task ArrangeAsync(Guid organizationId, Func<MediSecureDbContext, Task> arrange)
    {
        var result = await Services.GetRequiredService<SystemDb>().ChangeSystemAsync("test", organizationId, async (db, ct) =>
        {
            await arrange(db);
            return await db.SaveAsync(ct);
        });
        if (result.Failed)
        {
            throw new InvalidOperationException($"The arrangement was refused: {result.Error.Code}: {result.Error.Message}");
        }
    }

    public Task AddAsync(Guid organizationId, params object[] rows) => ArrangeAsync(organizationId, db =>
    {
        db.AddRange(rows);
        return Task.CompletedTask;
    });

    protected abstract Task<DataOptions> OptionsAsync();

    /// <summary>Makes the tables where no migration did.</summary>
    protected virtual Task PrepareAsync(DatabaseSource source) => Task.CompletedTask;

    public async ValueTask InitializeAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<TestSessions>();
        services.AddScoped<TestUser>();
        services.AddScoped<ICurrentUser>(provider => provider.GetRequiredService<TestUser>());
        services.AddSingleton<IMailDelivery>(Mails);
        services.AddMediSecureData(await OptionsAsync());
        services.Configure<Microsoft.AspNetCore.Identity.PasswordHasherOptions>(o => o.IterationCount = QuickPasswords.Iterations); // the time that a password takes is tested over HTTP
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        await PrepareAsync(_services.GetRequiredService<DatabaseSource>());
        _ = _services.GetRequiredService<IDataProtectionProvider>().CreateProtector("start").Protect([1]); // a host reads its key ring when it starts; else the first of fifty transactions would need one more connection
        (OrganizationId, OtherOrganizationId) = (await Given.OrganizationAsync(), await Given.OrganizationAsync());
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var scope in _scopes)
        {
            await scope.DisposeAsync();
        }
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }
        GC.SuppressFinalize(this);
    }
}

/// <summary>The demo's database: SQLite in memory, created from the model.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    protected override Task<DataOptions> OptionsAsync() => Task.FromResult(new DataOptions(null, Demo: true, ResetInterval: null));

    protected override Task PrepareAsync(DatabaseSource source) => source.CreateSqliteSchemaAsync(CancellationToken.None);
}

/// <summary>A real PostgreSQL database, migrated, connected to as the application's role.</summary>
public sealed class PostgresDatabase(PostgresServer server) : TestDatabase
{
    private PostgresConnections? _connections;

    /// <summary>The ways in; for arranging what the application's role may not.</summary>
    public PostgresConnections Connections => _connections ?? throw new InvalidOperationException("Not started.");

    protected override async Task<DataOptions> OptionsAsync()
    {
        _connections = await server.CreateDatabaseAsync();
        return new DataOptions(_connections.App, Demo: false, ResetInterval: null, TestKey.File);
    }
}

/// <summary>Who is asking in one scope of a test, signed in unless the test says with which session.</summary>
internal sealed class TestUser(TestSessions sessions) : ICurrentUser
{
    public Caller? Caller { get; set; }

    public async ValueTask<Caller?> GetAsync() => Caller is { Session: null } caller ? caller with { Session = await sessions.MarkAsync(caller.UserId) } : Caller;
}

/// <summary>Keeps people of a test signed in: a session for each, and a new one when the test moves the clock.</summary>
internal sealed class TestSessions(SessionStore sessions, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, (DateTime At, Task<SessionStanding> Session)> _open = new();

    public async Task<string> MarkAsync(Guid userId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (at, session) = _open.GetOrAdd(userId, id => (now, StartAsync(id)));
        if (now - at > Fresh || now < at || await sessions.LiveAsync((await session).Mark, userId) is null)
        {
            session = StartAsync(userId);
            _open[userId] = (now, session);
        }

        return (await session).Mark;
    }

    private Task<SessionStanding> StartAsync(Guid userId) => sessions.StartAsync(userId, new SessionOrigin("127.0.0.1", "Test browser", SecondFactor.AuthenticatorApp));
}
