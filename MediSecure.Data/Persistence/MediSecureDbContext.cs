using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Data.Persistence;

/// <summary>The one model, on both databases. One per operation, from a door of <see cref="MediSecureDb"/>; there is no public way to set its scope, and without a scope it
/// sees no rows. Each feature adds its sets in a partial of its own folder.</summary>
public sealed partial class MediSecureDbContext : IdentityUserContext<AppUser, Guid>
{
    // Identity takes its schema version from the options of the application's services. Without this a design-time context and a test would build version 1, without passkeys.
    private static readonly IServiceProvider IdentitySchema = new ServiceCollection()
        .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    private readonly List<Guid> _auditIds = [];

    public MediSecureDbContext(DbContextOptions<MediSecureDbContext> options) : base(options)
    {
        // Every save is a transaction, also that of one statement: row security takes its scope from the transaction.
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
    }

    internal AccessScope Scope { get; init; } = AccessScope.None;

    /// <summary>The memory database that must outlive this context; null on PostgreSQL.</summary>
    internal MemoryDatabase? Lease { get; set; }

    /// <summary>Audit events written by this context: after a commit whose answer was lost, their presence says whether it happened.</summary>
    internal IReadOnlyList<Guid> AuditIds => _auditIds;

    /// <summary>The keys of this operation's organisation, from the door that opened it.</summary>
    internal Encryption.OrganizationKeySet? Keys { get; set; }

    internal List<Changes.EntityChange> CommittedWithNext { get; } = [];

    /// <summary>A sign-in or a session was changed: what is remembered about people is old once this has committed.</summary>
    internal bool SignInsChanged { get; set; }

    /// <summary>Why the person does this, as typed; goes into the audit event of this operation.</summary>
    internal string? AuditReason { get; private set; }

    public DatabaseProvider Provider => Database.IsNpgsql() ? DatabaseProvider.PostgreSql : DatabaseProvider.Sqlite;

    /// <summary>The person acting, for columns such as <c>CreatedBy</c>. Throws when a job acts: a job names a person or nobody.</summary>
    public Guid ActorId => Scope.UserId ?? throw new InvalidOperationException("No person acts in this context.");

    /// <summary>The organisation of this operation.</summary>
    public Guid OrganizationId => Scope.OrganizationId ?? throw new InvalidOperationException("A tree read has no single organisation.");

    /// <summary>The compartment of this operation: the caller's own patient row, or the open chart; null for staff outside a chart.</summary>
    public Guid? CompartmentPatientId => Scope.PatientId;

    /// <summary>Roles held by the caller at this organisation.</summary>
    public IReadOnlyList<Role> ActorRoles => Scope.Roles;

    /// <summary>The caller's session, as the audit keeps it.</summary>
    public string? ActorSession => Scope.Caller?.Session;

    /// <summary>Names the reason that the audit keeps with this operation (at most 400 characters are kept).</summary>
    public void Because(string? reason) => AuditReason = reason is { Length: > 400 } ? reason[..400] : reason;

    /// <summary>Serialises everybody who names the same thing until this transaction ends. PostgreSQL: advisory lock; SQLite: a writing transaction is alone already.
    /// Lock order: organisation, patient, clinician, room, bed.</summary>
    public Task LockAsync(string kind, Guid id, CancellationToken ct) =>
        Provider == DatabaseProvider.PostgreSql
            ? Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({kind + ":" + id.ToString("N")}, 0))", ct)
            : Task.CompletedTask;

    /// <summary>Saves. A stale version and a broken constraint become their <see cref="Error"/>; a violation nobody registered is a bug and is thrown.</summary>
    public async Task<Result> SaveAsync(CancellationToken ct)
    {
        try
        {
            await SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Error.Stale;
        }
        catch (DbUpdateException e) when (ConstraintErrors.Find(this, e) is { } error)
        {
            return error;
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        GiveLeaseBack();
        GC.SuppressFinalize(this);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        GiveLeaseBack();
        GC.SuppressFinalize(this);
    }

    // Once, however often the context is disposed.
    private void GiveLeaseBack()
    {
        var lease = Lease;
        Lease = null;
        lease?.Leave();
    }

    internal void WillWrite(Guid auditId) => _auditIds.Add(auditId);

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        if (optionsBuilder.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null)
        {
            optionsBuilder.UseApplicationServiceProvider(IdentitySchema);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.Configure(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        Conventions.NameIdentityTables(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(MediSecureDbContext).Assembly);
        Conventions.Finish(builder, Database.IsNpgsql());
        ApplyScopeFilters(builder);
    }
}
