using MediSecure.Data.Access;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.Organizations;

internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder)
    {
        builder.ToTable("Organizations", t =>
        {
            t.HasCheckConstraint("CK_Organizations_NotOwnParent", "\"ParentId\" IS NULL OR \"ParentId\" <> \"Id\"");
            t.HasCheckConstraint("CK_Organizations_Care", $"\"CareDaysAfterVisit\" BETWEEN 0 AND {CareTerms.MostDays} AND \"CareDaysAfterStay\" BETWEEN 0 AND {CareTerms.MostDays} "
                + $"AND \"EmergencyMinutes\" BETWEEN {CareTerms.FewestEmergencyMinutes} AND {CareTerms.MostEmergencyMinutes}");
        });
        builder.HasKey(o => o.Id);
        builder.Ignore(o => o.OrganizationId);
        builder.Property(o => o.Name).HasMaxLength(200);
        builder.Property(o => o.TimeZone).HasMaxLength(64);
        builder.Property(o => o.RecordNumberPrefix).HasMaxLength(8);
        builder.Property(o => o.Currency).HasMaxLength(3);
        builder.Property(o => o.Country).HasMaxLength(2);
        builder.HasOne<Organization>().WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => new { o.ParentId, o.Name }).IsUnique().HasDatabaseName("UX_Organizations_Name").Explained(OrganizationErrors.NameTaken);
    }
}
