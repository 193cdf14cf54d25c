using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Vitals;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.Nutrition;

internal sealed class NutritionAssessmentConfiguration : IEntityTypeConfiguration<NutritionAssessment>
{
    public void Configure(EntityTypeBuilder<NutritionAssessment> builder)
    {
        builder.ToTable("NutritionAssessments", t =>
        {
            t.HasCheckConstraint("CK_NutritionAssessments_Scored", "(\"Status\" = 'Scored') = (\"Score\" IS NOT NULL) AND (\"Score\" IS NULL OR (\"Score\" BETWEEN 0 AND 6 AND \"Score\" = \"BmiPoints\" + \"LossPoints\" + \"AcutePoints\"))");
            t.HasCheckConstraint("CK_NutritionAssessments_Risk", "(\"Score\" IS NULL AND \"Risk\" IS NULL) OR (\"Score\" = 0 AND \"Risk\" = 'Low') OR (\"Score\" = 1 AND \"Risk\" = 'Medium') OR (\"Score\" >= 2 AND \"Risk\" = 'High')");
            t.HasCheckConstraint("CK_NutritionAssessments_Adult", $"\"Status\" = 'NotApplicable' OR (\"AgeYears\" >= {Must.LeastAge} AND NOT \"Pregnant\")");
            t.HasCheckConstraint("CK_NutritionAssessments_Loss", "\"LossPercent\" IS NULL OR \"LossProposed\" IS NOT NULL OR \"LossReason\" IS NOT NULL");
            t.HasCheckConstraint("CK_NutritionAssessments_ErrorHasReason", "(\"EnteredInErrorAt\" IS NULL) = (\"EnteredInErrorReason\" IS NULL)");
        });
        builder.HasKey(a => new { a.OrganizationId, a.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Ignore(a => a.Counts);
        builder.Property(a => a.Rule).HasMaxLength(40);
        builder.Property(a => a.LossReason).HasMaxLength(200);
        builder.Property(a => a.Summary).HasMaxLength(400);
        builder.Property(a => a.EnteredInErrorReason).HasMaxLength(200);
        builder.HasOne<Encounter>().WithMany().HasForeignKey(a => new { a.OrganizationId, a.EncounterId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<VitalSigns>().WithMany().HasForeignKey(a => new { a.OrganizationId, a.WeightSetId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<VitalSigns>().WithMany().HasForeignKey(a => new { a.OrganizationId, a.HeightSetId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<VitalSigns>().WithMany().HasForeignKey(a => new { a.OrganizationId, a.PastWeightSetId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(a => a.AssessedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.OrganizationId, a.PatientId, a.AssessedAt }).HasDatabaseName("IX_NutritionAssessments_Patient");
    }
}

internal sealed class NutritionConsultConfiguration : IEntityTypeConfiguration<NutritionConsult>
{
    public void Configure(EntityTypeBuilder<NutritionConsult> builder)
    {
        builder.ToTable("NutritionConsults", t =>
        {
            t.HasCheckConstraint("CK_NutritionConsults_Closed", "(\"ClosedAt\" IS NULL) = (\"Status\" IN ('Requested', 'Accepted'))");
            t.HasCheckConstraint("CK_NutritionConsults_Accepted", "(\"Status\" NOT IN ('Accepted', 'Done') OR \"AcceptedBy\" IS NOT NULL) AND (\"Status\" <> 'Requested' OR \"AcceptedBy\" IS NULL)");
            t.HasCheckConstraint("CK_NutritionConsults_Done", "(\"Status\" = 'Done') = (\"AssessmentId\" IS NOT NULL)");
            t.HasCheckConstraint("CK_NutritionConsults_HasReason", "(\"Status\" IN ('Declined', 'Withdrawn')) = (\"ClosedReason\" IS NOT NULL)");
        });
        builder.HasKey(c => new { c.OrganizationId, c.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Ignore(c => c.IsOpen);
        builder.Property(c => c.Reason).HasMaxLength(400);
        builder.Property(c => c.ClosedReason).HasMaxLength(200);
        builder.HasOne<NutritionAssessment>().WithMany().HasForeignKey(c => new { c.OrganizationId, c.AssessmentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.RequestedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.OrganizationId, c.PatientId }).IsUnique().HasFilter("\"ClosedAt\" IS NULL").HasDatabaseName("UX_NutritionConsults_Open").Explained(NutritionErrors.AlreadyOpen);
        builder.HasIndex(c => new { c.OrganizationId, c.ClosedAt }).HasDatabaseName("IX_NutritionConsults_Closed");
        builder.HasIndex(c => new { c.OrganizationId, c.PatientId, c.RequestedAt }).HasDatabaseName("IX_NutritionConsults_Patient");
    }
}
