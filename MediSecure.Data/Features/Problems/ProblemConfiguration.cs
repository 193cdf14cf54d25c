using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.DiagnosisCodes;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.Problems;

internal sealed class ProblemConfiguration : IEntityTypeConfiguration<HealthProblem>
{
    public void Configure(EntityTypeBuilder<HealthProblem> builder)
    {
        builder.ToTable("HealthProblems", t =>
        {
            t.HasCheckConstraint("CK_HealthProblems_Period", "\"AbatedOn\" IS NULL OR \"OnsetOn\" IS NULL OR \"AbatedOn\" >= \"OnsetOn\"");
            t.HasCheckConstraint("CK_HealthProblems_EndHasDay", "(\"ClinicalStatus\" IN ('Remission', 'Resolved')) = (\"AbatedOn\" IS NOT NULL)");
            t.HasCheckConstraint("CK_HealthProblems_ErrorHasReason", "(\"Verification\" = 'EnteredInError') = (\"ErrorReason\" IS NOT NULL)");
        });
        builder.HasKey(p => new { p.OrganizationId, p.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Property(p => p.Title).HasMaxLength(DiagnosisCode.MaxTitleLength);
        builder.Property(p => p.Code).HasMaxLength(8).Ordinal();
        builder.Property(p => p.Note).HasMaxLength(1000);
        builder.Property(p => p.ErrorReason).HasMaxLength(200);
        builder.Ignore(p => p.IsActive);
        builder.HasOne<DiagnosisCode>().WithMany().HasForeignKey(p => p.Code).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(p => p.RecordedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(p => p.EnteredInErrorBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.OrganizationId, p.PatientId, p.RecordedAt }).HasDatabaseName("IX_HealthProblems_Patient");
    }
}
