using MediSecure.Data.Access;
using MediSecure.Data.Changes;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.SystemHealth;
using MediSecure.Data.Jobs;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Data.Persistence.Encryption;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace MediSecure.Data;

/// <summary>What the host was told about its database.</summary>
/// <param name="ConnectionString">PostgreSQL; null for the in-memory demo.</param>
/// <param name="Demo">Demo mode.</param>
/// <param name="ResetInterval">Null for never.</param>
/// <param name="KeyFile">File with the master key; not used by the demo.</param>
/// <param name="CheckpointFile">Where signed checkpoints of the activity log go outside the database; null for nowhere.</param>
public sealed record DataOptions(string? ConnectionString, bool Demo, TimeSpan? ResetInterval, string? KeyFile = null, string? CheckpointFile = null)
{
    /// <summary>How long a sign-in lasts.</summary>
    public SessionLimits Sessions { get; init; } = SessionLimits.Usual;

    /// <summary>How many passwords are hashed at once: half of the processors stay with the house, whoever guesses at its door.</summary>
    public int PasswordChecksAtOnce { get; init; } = UsualPasswordChecks;

    private static int UsualPasswordChecks => Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>Staff are let in with a second factor only; the demo asks for none.</summary>
    public bool StaffNeedSecondFactor => !Demo;

    /// <summary>Where mail goes and what its links begin with.</summary>
    public MailSettings Mail { get; init; } = MailSettings.Usual;

    /// <summary>Reads <c>ConnectionStrings:MediSecure</c>, <c>Demo:Enabled</c>, <c>Demo:ResetMinutes</c>, <c>Encryption:KeyFile</c>, <c>Audit:CheckpointFile</c>, <c>Session:*</c>, and what <see cref="MailSettings"/> reads.</summary>
    /// <exception cref="InvalidOperationException">The settings contradict each other; the message says how to put it right.</exception>
    public static DataOptions From(IConfiguration configuration, bool development)
    {
        var connection = configuration.GetConnectionString("MediSecure");
        connection = string.IsNullOrWhiteSpace(connection) ? null : connection;
        var demo = configuration.GetValue<bool?>("Demo:Enabled") ?? (development && connection is null);
        if (demo && connection is not null)
        {
            throw new InvalidOperationException(
                "Demo:Enabled is true and ConnectionStrings:MediSecure is set. A real database never resets and has no one-click sign-in: remove one of the two.");
        }

        if (!demo && connection is null)
        {
            throw new InvalidOperationException(
                "There is no database: set ConnectionStrings__MediSecure to a PostgreSQL connection string, or Demo__Enabled=true for the in-memory demo.");
        }

        var minutes = configuration.GetValue<double?>("Demo:ResetMinutes") ?? 30;
        var keyFile = configuration["Encryption:KeyFile"];
        if (!demo && MasterKey.Problem(keyFile) is { } wrong)
        {
            throw new InvalidOperationException(wrong);
        }

        return new DataOptions(connection, demo, minutes > 0 ? TimeSpan.FromMinutes(minutes) : null, keyFile, configuration["Audit:CheckpointFile"] is { Length: > 0 } file ? file : null)
        {
            Sessions = SessionLimits.From(configuration),
            Mail = MailSettings.Read(configuration, demo),
            PasswordChecksAtOnce = configuration.GetValue<int?>("SignIn:ChecksAtOnce") is { } most ? Math.Clamp(most, 1, 1_000) : UsualPasswordChecks,
        };
    }
}

/// <summary>The only registration point of MediSecure.Data.</summary>
public static class DataSetup
{
    public static IServiceCollection AddMediSecureData(this IServiceCollection services, DataOptions options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<AuditWriter>();
        services.AddSingleton(_ => options.Demo ? MasterKey.OfThisProcess() : MasterKey.OfFile(options.KeyFile));
        services.AddSingleton<AuditChain>();
        services.AddSingleton<AuditSealer>();
        services.AddSingleton<AuditVerification>();
        services.AddSingleton<RoleAdministration>();
        services.AddSingleton<PatientClaims>();
        services.AddSingleton(sp => new DatabaseSource(options.ConnectionString, sp.GetRequiredService<AuditWriter>(), sp.GetRequiredService<AuditChain>(), sp.GetRequiredService<MasterKey>(), sp.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(sp => new DatabaseGate(sp.GetRequiredService<DatabaseSource>()));
        services.AddSingleton<AccessCache>();
        services.AddSingleton(sp => new SessionStore(sp.GetRequiredService<DatabaseSource>(), sp.GetRequiredService<AccessCache>(), options.Sessions, sp.GetRequiredService<TimeProvider>(), options.StaffNeedSecondFactor));
        services.AddSingleton(sp => new SeatCheck(sp.GetRequiredService<DatabaseSource>(), sp.GetRequiredService<TimeProvider>(), sp.GetRequiredService<SessionStore>()));
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<UnitOfWork>();
        services.AddSingleton(sp => new SystemDb(sp.GetRequiredService<DatabaseSource>(), sp.GetRequiredService<UnitOfWork>(), sp.GetRequiredService<AuditWriter>()));
        services.AddSingleton(sp => new ReferralExchange(sp.GetRequiredService<DatabaseSource>()));
        services.AddSingleton(sp => new SignInAudit(sp.GetRequiredService<SystemDb>(), sp.GetRequiredService<AccessCache>(), sp.GetRequiredService<ChangeFeed>()));
        services.AddSingleton<UnreadableAlarm>();
        services.AddSingleton<IFieldCipher>(sp => new FieldCipher(sp.GetRequiredService<UnreadableAlarm>()));
        services.AddSingleton(sp => new KeyRotation(sp.GetRequiredService<SystemDb>(), sp.GetRequiredService<DatabaseSource>(), sp.GetRequiredService<MasterKey>(), sp.GetRequiredService<TimeProvider>(),
            sp.GetRequiredService<UnreadableAlarm>()));
        services.AddSingleton(sp => new StepUp(sp.GetRequiredService<SignInSteps>(), sp.GetRequiredService<PasswordWork>(), sp.GetRequiredService<SignInAudit>(), options.Demo));
        services.AddSingleton<SessionExpiry>();
        services.AddSingleton<OperationTable>();
        services.AddSingleton(sp => new DemoMode(options.Demo, options.ResetInterval, sp.GetRequiredService<DatabaseSource>(), sp.GetRequiredService<SystemDb>(),
            sp.GetRequiredService<AccessCache>(), sp.GetRequiredService<SessionStore>(), sp.GetRequiredService<ChangeFeed>(), sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton<JobBoard>();
        services.AddSingleton<CircuitCounter>();
        services.AddSingleton<ProcessWatch>();
        services.AddSingleton<DatabaseProbe>();
        services.AddHostedService<DemoResetJob>();
        services.AddScoped(sp => new MediSecureDb(sp.GetRequiredService<DatabaseSource>(), sp.GetRequiredService<ICurrentUser>(), sp.GetRequiredService<AccessCache>(),
            sp.GetRequiredService<SessionStore>(), sp.GetRequiredService<UnitOfWork>(), sp.GetRequiredService<AuditWriter>(), sp.GetRequiredService<TimeProvider>()));
        services.AddScoped<CurrentAccess>();
        services.AddSingleton<FirstAdministrator>();

        // Identity's stores need the context itself: unscoped, so it sees sign-ins and no owned row.
        services.AddScoped(sp => sp.GetRequiredService<DatabaseSource>().Create(AccessScope.None));
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = NormalPasswordHasher.Rounds);
        services.AddSingleton<NormalPasswordHasher>();
        services.AddSingleton<IPasswordHasher<AppUser>>(sp => sp.GetRequiredService<NormalPasswordHasher>());
        services.AddSingleton(sp => new PasswordWork(sp.GetRequiredService<NormalPasswordHasher>(), options.PasswordChecksAtOnce));
        services.AddSingleton<AccountLinks>();
        services.AddSingleton<AccountChanges>();
        services.AddSingleton<SignInAdministration>();
        services.AddSingleton(sp => new SignInSteps(sp.GetRequiredService<DatabaseSource>(), sp.GetRequiredService<UnitOfWork>(), sp.GetRequiredService<AccessCache>(), sp.GetRequiredService<SessionStore>(),
            sp.GetRequiredService<AccountChanges>(), sp.GetRequiredService<AccountLinks>(), sp.GetRequiredService<TimeProvider>()));
        services.AddIdentityCore<AppUser>(identity =>
        {
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            identity.User.RequireUniqueEmail = true;
        }).AddEntityFrameworkStores<MediSecureDbContext>();

        services.AddSingleton<Features.Beds.BedBoardSnapshots>();
        services.AddHostedService<Jobs.ReservationReleaseJob>();
        services.AddHostedService<Jobs.EmergencyReviewJob>();
        services.AddHostedService<Jobs.ReferralVisitJob>();
        services.AddHostedService<Jobs.AuditSealJob>();
        services.AddSingleton<AuditVerifyJob>();
        services.AddHostedService(sp => sp.GetRequiredService<AuditVerifyJob>());
        services.AddSingleton<MailQueue>();
        services.TryAddSingleton(sp => MailDelivery.For(options.Mail, options.Demo, sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton<MailJob>();
        services.AddHostedService(sp => sp.GetRequiredService<MailJob>());
        services.AddDataProtection().SetApplicationName("MediSecure").UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        if (options.ConnectionString is not null)
        {
            services.AddOptions<KeyManagementOptions>().Configure<DatabaseSource, MasterKey>((keys, source, master) =>
            {
                keys.XmlRepository = new KeyRing(source);
                keys.XmlEncryptor = new KeyRingEncryptor(master);
            });
        }

        AddFeatures(services);
        return services;
    }

    /// <summary>Every <c>XService</c> of the features, scoped.</summary>
    private static void AddFeatures(IServiceCollection services)
    {
        foreach (var service in OperationTable.Services)
        {
            services.AddScoped(service);
        }
    }
}
