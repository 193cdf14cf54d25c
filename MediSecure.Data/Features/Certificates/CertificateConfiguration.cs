using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Staff;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.Certificates;

internal sealed class CertificateConfiguration : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.ToTable("Certificates", t =>
        {
            t.HasCheckConstraint("CK_Certificates_Days", "\"UntilOn\" >= \"FromOn\"");
            t.HasCheckConstraint("CK_Certificates_Number", "\"Number\" > 0");
            t.HasCheckConstraint("CK_Certificates_Revoked", "(\"Status\" = 'Revoked') = (\"RevokedAt\" IS NOT NULL) AND (\"RevokedAt\" IS NULL) = (\"RevokeReason\" IS NULL) AND (\"RevokedAt\" IS NULL) = (\"RevokedBy\" IS NULL)");
            t.HasCheckConstraint("CK_Certificates_Attendance", "\"Kind\" <> 'Attendance' OR \"EncounterId\" IS NOT NULL");
        });
        builder.HasKey(c => new { c.OrganizationId, c.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Ignore(c => c.Serial);
        builder.Property(c => c.Code).HasMaxLength(Certificate.CodeLength).Ordinal();
        builder.Property(c => c.BackdatedReason).HasMaxLength(200);
        builder.Property(c => c.RevokeReason).HasMaxLength(200);
        builder.HasOne<Encounter>().WithMany().HasForeignKey(c => new { c.OrganizationId, c.EncounterId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(c => new { c.OrganizationId, c.IssuerId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.IssuedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.RevokedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.OrganizationId, c.Year, c.Number }).IsUnique().HasDatabaseName("UX_Certificates_Number").Explained(Error.Busy);
        builder.HasIndex(c => new { c.OrganizationId, c.Code }).IsUnique().HasDatabaseName("UX_Certificates_Code").Explained(Error.Busy);
        builder.HasIndex(c => new { c.OrganizationId, c.PatientId, c.IssuedAt }).HasDatabaseName("IX_Certificates_Patient");
    }
}

internal sealed class CertificateCounterConfiguration : IEntityTypeConfiguration<CertificateCounter>
{
    public void Configure(EntityTypeBuilder<CertificateCounter> builder)
    {
        builder.ToTable("CertificateCounters");
        builder.HasKey(c => new { c.OrganizationId, c.Year });
        builder.BelongsToOrganization();
    }
}
