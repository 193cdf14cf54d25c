using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.Carers;

internal sealed class CareProxyConfiguration : IEntityTypeConfiguration<CareProxy>
{
    public void Configure(EntityTypeBuilder<CareProxy> builder)
    {
        builder.ToTable("CareProxies", t =>
        {
            t.HasCheckConstraint("CK_CareProxies_Period", "\"EndsAt\" > \"StartsAt\"");
            t.HasCheckConstraint("CK_CareProxies_Accepted", "(\"CarerUserId\" IS NULL) = (\"AcceptedAt\" IS NULL)");
            t.HasCheckConstraint("CK_CareProxies_Revoked", "(\"RevokedAt\" IS NULL) = (\"RevokedBy\" IS NULL)");
        });
        builder.HasKey(c => new { c.OrganizationId, c.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Property(c => c.CarerName).HasMaxLength(CareProxy.NameLength);
        builder.Property(c => c.GrantReason).HasMaxLength(CareProxy.ReasonLength);
        builder.Property(c => c.RevokeReason).HasMaxLength(CareProxy.ReasonLength);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.CarerUserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.GrantedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.RevokedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.OrganizationId, c.PatientId, c.GrantedAt }).HasDatabaseName("IX_CareProxies_Patient");
        builder.HasIndex(c => new { c.OrganizationId, c.CarerUserId }).HasFilter("\"RevokedAt\" IS NULL").HasDatabaseName("IX_CareProxies_Carer");
    }
}
