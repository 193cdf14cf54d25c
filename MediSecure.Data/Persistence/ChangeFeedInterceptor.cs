using MediSecure.Data.Changes;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MediSecure.Data.Persistence;

/// <summary>Gathers what a save changes; the changing door publishes it when the transaction has committed.</summary>
internal sealed class ChangeFeedInterceptor : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (MediSecureDbContext)eventData.Context!;
        foreach (var entry in db.ChangeTracker.Entries<IOrganizationOwned>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && entry.Entity is not (PatientSearchWord or RecordNumberCounter or Features.Certificates.CertificateCounter))
            {
                var id = entry.Metadata.FindProperty("Id") is null ? Guid.Empty : (Guid)entry.Property("Id").CurrentValue!;
                db.CommittedWithNext.Add(new EntityChange(entry.Entity is Organization o ? o.Id : entry.Entity.OrganizationId, entry.Metadata.ClrType.Name, id, AuditInterceptor.PatientOf(entry.Entity)));
                if (entry.Entity is Organization { ParentId: { } parent })
                {
                    db.CommittedWithNext.Add(new EntityChange(parent, nameof(Organization), id)); // the tree is looked at from above
                }
            }
        }

        db.SignInsChanged |= db.ChangeTracker.Entries().Any(e => e.Entity is AppUser or UserSession && e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted);
        return ValueTask.FromResult(result);
    }
}
