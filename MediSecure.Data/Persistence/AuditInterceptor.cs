using System.Globalization;
using System.Text.Json;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Mails;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Persistence.Encryption;
using MediSecure.Data.Features.Vitals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MediSecure.Data.Persistence;

/// <summary>Adds the audit event of an operation to the same save, one per patient concerned (one without a patient when none is). It names all changed fields and keeps old and
/// new values only of statuses, foreign ids and times.</summary>
internal sealed class AuditInterceptor(AuditWriter writer, AuditChain chain) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (MediSecureDbContext)eventData.Context!;
        if (!db.Scope.CanWrite || db.Scope.Job == DemoData.DemoSeed.Job)
        {
            Authenticate(db);
            return ValueTask.FromResult(result); // Identity's own saves are recorded by SignInAudit; the seed records what its rows say happened
        }

        var changed = db.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && e.Entity is IOrganizationOwned or AppUser or UserSession && !IsDerived(e.Entity))
            .ToList();
        foreach (var group in Group(changed))
        {
            var audit = writer.ForChange(db.Scope, group.Patient, group.Entries, db.AuditReason ?? db.Scope.Reason);
            db.Add(audit);
            db.WillWrite(audit.Id);
        }

        Authenticate(db);
        return ValueTask.FromResult(result);
    }

    /// <summary>Every event that is written, by whatever path, carries its MAC.</summary>
    private void Authenticate(MediSecureDbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries<AuditEvent>().Where(e => e.State == EntityState.Added))
        {
            entry.Entity.Authenticate(chain);
        }
    }

    // Rows that are rebuilt from others say nothing of their own, neither does the mail that an operation sends; what is typed into a draft is told by its note, at most every ten minutes while it is typed, and when it is signed.
    private static bool IsDerived(object entity) => entity is Features.ClinicalNotes.NotePart or Features.CarePlans.CarePlanChange or AuditEvent or AuditSeal or AuditCheckpoint or PatientSearchWord or RecordNumberCounter or Features.Certificates.CertificateCounter or OutgoingMail or VitalStanding;

    /// <summary>Whose row it is; null for nobody's. What came from another organisation becomes somebody's when the person is registered.</summary>
    internal static Guid? PatientOf(object entity) => entity switch
    {
        IPatientOwned owned => owned.PatientId,
        Features.Referrals.IncomingReferral incoming => incoming.PatientId,
        _ => null,
    };

    /// <summary>What is taken from a patient is told of that patient.</summary>
    private static Guid? PatientOf(EntityEntry entry) => PatientOf(entry.Entity)
        ?? (entry is { Entity: Features.Referrals.IncomingReferral, State: EntityState.Modified } ? entry.Property(nameof(Features.Referrals.IncomingReferral.PatientId)).OriginalValue as Guid? : null);

    private static IEnumerable<(Guid? Patient, List<EntityEntry> Entries)> Group(List<EntityEntry> changed)
    {
        var patients = changed.Where(e => PatientOf(e) is not null).GroupBy(e => PatientOf(e)!.Value).ToList();
        var others = changed.Where(e => PatientOf(e) is null).ToList();
        if (patients.Count == 1)
        {
            yield return (patients[0].Key, [.. patients[0], .. others]);
            yield break;
        }

        foreach (var patient in patients)
        {
            yield return (patient.Key, [.. patient]);
        }

        if (others.Count > 0)
        {
            yield return (null, others);
        }
    }
}

/// <summary>Builds audit events in the one shape they have.</summary>
public sealed class AuditWriter(TimeProvider clock)
{
    private static readonly string Version = typeof(AuditWriter).Assembly.GetName().Version?.ToString(3) ?? "0";
    private static readonly string Node = Environment.MachineName is { Length: > 64 } name ? name[..64] : Environment.MachineName;

    internal DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>An event that is not a change of rows: a view, a refusal, a sign-in.</summary>
    internal AuditEvent For(Access.AccessScope scope, string code, AuditAction action, AuditOutcome outcome, Guid? patientId = null, string? entityType = null, Guid? entityId = null,
        string? reason = null, string? changes = null, Guid? entityVersion = null) => new()
        {
            OrganizationId = scope.OrganizationId ?? scope.Caller?.OrganizationId ?? Features.Organizations.Organization.PlatformId,
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            RecordedAt = clock.GetUtcNow().UtcDateTime,
            EventCode = code,
            Action = action,
            Outcome = outcome,
            ActorUserId = scope.UserId,
            ActorRoles = scope.Job ?? string.Join(',', scope.Roles),
            OnBehalfOf = scope.OnBehalfOf,
            SessionHash = scope.Caller?.Session,
            Address = scope.Caller?.Address,
            TraceId = scope.Caller?.TraceId,
            Purpose = scope.Purpose,
            PatientId = patientId,
            EntityType = entityType,
            EntityId = entityId,
            EntityVersion = entityVersion,
            Changes = changes,
            Reason = reason,
            Node = Node,
            AppVersion = Version,
        };

    internal AuditEvent ForChange(Access.AccessScope scope, Guid? patientId, IReadOnlyList<EntityEntry> entries, string? reason)
    {
        // The subject is what was made, else what was changed: an admission is about the stay, not about the bed's status.
        var subject = entries.OrderBy(e => e.State == EntityState.Added ? 0 : 1).ThenBy(e => e.Entity is OrganizationKey ? 1 : 0).First();
        var action = subject.State switch { EntityState.Added => AuditAction.Create, EntityState.Deleted => AuditAction.Delete, _ => AuditAction.Update };
        return For(scope, scope.Operation, action, AuditOutcome.Success, patientId, subject.Metadata.ClrType.Name, IdOf(subject), reason, Describe(entries),
            subject.Entity is IVersioned versioned ? versioned.Version : null);
    }

    private static Guid? IdOf(EntityEntry entry) => entry.Metadata.FindProperty("Id") is not null ? entry.Property("Id").CurrentValue as Guid? : null;

    private static string Describe(IReadOnlyList<EntityEntry> entries)
    {
        const int most = 60; // a bulk change names its first rows and how many there were
        var rows = entries.Take(most).Select(entry => new
        {
            type = entry.Metadata.ClrType.Name,
            id = IdOf(entry),
            action = entry.State.ToString(),
            fields = entry.Properties.Where(p => entry.State != EntityState.Modified || p.IsModified)
                .Where(p => p.Metadata.Name != nameof(IVersioned.Version) && !p.Metadata.IsPrimaryKey() && !(entry.State == EntityState.Added && p.CurrentValue is null))
                .Select(p => new
                {
                    name = p.Metadata.Name,
                    old = entry.State == EntityState.Added ? null : Value(p.Metadata.ClrType, p.OriginalValue),
                    @new = entry.State == EntityState.Deleted ? null : Value(p.Metadata.ClrType, p.CurrentValue),
                }).ToList(),
        }).ToList();
        var json = JsonSerializer.Serialize(rows, Json);
        return json.Length <= 30_000 ? json : JsonSerializer.Serialize(entries.Take(most).Select(e => new { type = e.Metadata.ClrType.Name, id = IdOf(e), action = e.State.ToString() }), Json);
    }

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private static string? Value(Type type, object? value)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            null => null,
            DateTime at when bare == typeof(DateTime) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            Guid id => id.ToString(),
            Enum state => state.ToString(),
            _ => null,
        };
    }
}
