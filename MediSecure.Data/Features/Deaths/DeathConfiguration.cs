using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.DiagnosisCodes;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.Deaths;

internal sealed class DeathConfiguration : IEntityTypeConfiguration<DeathRecord>
{
    public void Configure(EntityTypeBuilder<DeathRecord> builder)
    {
        builder.ToTable("DeathRecords", t => t.HasCheckConstraint("CK_DeathRecords_ErrorHasReason", "(\"EnteredInErrorAt\" IS NULL) = (\"ErrorReason\" IS NULL)"));
        builder.HasKey(d => new { d.OrganizationId, d.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Property(d => d.Code).HasMaxLength(8).Ordinal();
        builder.Property(d => d.Cause).HasMaxLength(DiagnosisCode.MaxTitleLength);
        builder.Property(d => d.Place).HasMaxLength(200);
        builder.Property(d => d.ErrorReason).HasMaxLength(200);
        builder.HasOne<DiagnosisCode>().WithMany().HasForeignKey(d => d.Code).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(d => d.CertifiedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(d => d.EnteredInErrorBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.OrganizationId, d.PatientId }).IsUnique().HasFilter("\"EnteredInErrorAt\" IS NULL").HasDatabaseName("UX_DeathRecords_Patient").Explained(DeathErrors.Already);
        builder.HasIndex(d => new { d.OrganizationId, d.PatientId, d.DiedAt }).HasDatabaseName("IX_DeathRecords_Patient");
    }
}
