using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.Allergies;

internal sealed class AllergyConfiguration : IEntityTypeConfiguration<Allergy>
{
    public void Configure(EntityTypeBuilder<Allergy> builder)
    {
        builder.ToTable("Allergies", t =>
        {
            t.HasCheckConstraint("CK_Allergies_ErrorHasReason", "(\"Verification\" = 'EnteredInError') = (\"ErrorReason\" IS NOT NULL)");
            t.HasCheckConstraint("CK_Allergies_RefutedIsNotActive", "\"Verification\" <> 'Refuted' OR \"ClinicalStatus\" <> 'Active'");
        });
        builder.HasKey(a => new { a.OrganizationId, a.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Property(a => a.Substance).HasMaxLength(200);
        builder.Property(a => a.ReactionNote).HasMaxLength(400);
        builder.Property(a => a.ErrorReason).HasMaxLength(200);
        builder.Ignore(a => a.IsActive);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(a => a.RecordedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(a => a.EnteredInErrorBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.OrganizationId, a.PatientId, a.RecordedAt }).HasDatabaseName("IX_Allergies_Patient");
    }
}

internal sealed class NoKnownAllergiesConfiguration : IEntityTypeConfiguration<NoKnownAllergies>
{
    public void Configure(EntityTypeBuilder<NoKnownAllergies> builder)
    {
        builder.ToTable("NoKnownAllergies", t => t.HasCheckConstraint("CK_NoKnownAllergies_Period", "\"EndedAt\" IS NULL OR \"EndedAt\" >= \"StatedAt\""));
        builder.HasKey(s => new { s.OrganizationId, s.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Property(s => s.WithdrawnReason).HasMaxLength(200);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(s => s.StatedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(s => s.EndedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.OrganizationId, s.PatientId }).IsUnique().HasFilter("\"EndedAt\" IS NULL").HasDatabaseName("UX_NoKnownAllergies_Open")
            .Explained(Error.Conflict("allergy.stated-meanwhile", "Somebody else just recorded \"no known allergies\" for this patient, so nothing more was saved."));
    }
}
