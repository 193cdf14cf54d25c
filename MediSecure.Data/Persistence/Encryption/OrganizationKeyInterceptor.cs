using MediSecure.Data.Features.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MediSecure.Data.Persistence.Encryption;

/// <summary>Gives every new organisation its first keys in the save that makes it.</summary>
internal sealed class OrganizationKeyInterceptor(MasterKey master, AuditWriter audit) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (MediSecureDbContext)eventData.Context!;
        var made = db.ChangeTracker.Entries<Organization>().Where(e => e.State == EntityState.Added).Select(e => e.Entity.Id).ToList();
        if (made.Count > 0)
        {
            var keyed = db.ChangeTracker.Entries<OrganizationKey>().Where(e => e.State == EntityState.Added).Select(e => e.Entity.OrganizationId).ToHashSet();
            foreach (var id in made.Where(id => !keyed.Contains(id)))
            {
                db.AddRange(WrappedKey.MakeFirst(master, id, audit.Now));
            }
        }

        return ValueTask.FromResult(result);
    }
}
