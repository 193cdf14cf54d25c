using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Referrals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MediSecure.Data.Persistence;

/// <summary>Refuses every write outside the scope of the context: query filters guard reads only. A violation is a bug of the caller, so it throws.</summary>
internal sealed class ScopeGuardInterceptor : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new InvalidOperationException("Save with SaveAsync.");

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check((MediSecureDbContext)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Check(MediSecureDbContext db)
    {
        var scope = db.Scope;
        var changed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        // A new organisation below one's own may be filled in the transaction that makes it.
        var newChildren = changed.Where(e => e is { State: EntityState.Added, Entity: Organization o } && (scope.Job is not null || o.ParentId == scope.OrganizationId))
            .Select(e => ((Organization)e.Entity).Id).ToHashSet();
        newChildren.UnionWith(db.ChangeTracker.Entries<Organization>().Where(e => e.State == EntityState.Unchanged && e.Entity.ParentId is { } p && p == scope.OrganizationId).Select(e => e.Entity.Id));

        foreach (var entry in changed)
        {
            if (entry.Entity is not IOrganizationOwned)
            {
                continue; // sign-ins and code lists: Identity's own paths
            }

            if (!scope.CanWrite)
            {
                throw new InvalidOperationException($"A context opened for reading cannot write {entry.Metadata.ClrType.Name}.");
            }

            if (scope.ReferralId is { } only && entry.Entity is not AuditEvent && !(entry.Entity is ReferralTask referral && referral.Id == only))
            {
                throw new InvalidOperationException($"A write of {entry.Metadata.ClrType.Name} on the other side of a referral was stopped.");
            }

            if (!IsReopening(entry, scope.OrganizationId))
            {
                CheckOrganization(entry, scope.OrganizationId, newChildren);
            }

            CheckPatient(entry, scope.PatientId);
            if (entry.Entity is AuditEvent && entry.State != EntityState.Added)
            {
                throw new InvalidOperationException("Audit events are append-only.");
            }
        }
    }

    // Nobody can act at a closed organisation, so the one above it opens it again: that field of that row and no other.
    private static bool IsReopening(EntityEntry entry, Guid? above) =>
        entry is { State: EntityState.Modified, Entity: Organization { ParentId: { } parent, ClosedAt: null } } && parent == above
        && entry.Properties.Where(p => p.IsModified).All(p => p.Metadata.Name is nameof(Organization.ClosedAt) or nameof(Organization.Version));

    private static void CheckOrganization(EntityEntry entry, Guid? allowed, HashSet<Guid> newChildren)
    {
        var key = entry.Entity is Organization ? nameof(Organization.Id) : nameof(IOrganizationOwned.OrganizationId);
        var property = entry.Property(key);
        var now = (Guid)property.CurrentValue!;
        var before = entry.State == EntityState.Added ? now : (Guid)property.OriginalValue!;
        foreach (var value in new[] { now, before })
        {
            if (value != allowed && !newChildren.Contains(value))
            {
                throw new InvalidOperationException($"A write of {entry.Metadata.ClrType.Name} outside the organisation of its scope was stopped.");
            }
        }
    }

    private static void CheckPatient(EntityEntry entry, Guid? allowed)
    {
        if (allowed is null || entry.Entity is not IPatientOwned owned)
        {
            return;
        }

        var original = entry.Entity is Patient || entry.State == EntityState.Added ? owned.PatientId : (Guid)entry.Property(nameof(IPatientOwned.PatientId)).OriginalValue!;
        if (owned.PatientId != allowed || original != allowed)
        {
            throw new InvalidOperationException($"A write of {entry.Metadata.ClrType.Name} outside the patient's compartment was stopped.");
        }
    }
}
