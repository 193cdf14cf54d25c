using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.EmergencyAccess;

internal sealed class EmergencyGrantConfiguration : IEntityTypeConfiguration<EmergencyGrant>
{
    public void Configure(EntityTypeBuilder<EmergencyGrant> builder)
    {
        builder.ToTable("EmergencyGrants", t =>
        {
            t.HasCheckConstraint("CK_EmergencyGrants_OtherReviewer", "\"ReviewedBy\" IS NULL OR \"ReviewedBy\" <> \"UserId\"");
            t.HasCheckConstraint("CK_EmergencyGrants_Reviewed", "(\"ReviewedBy\" IS NULL) = (\"ReviewedAt\" IS NULL) AND (\"ReviewedBy\" IS NULL) = (\"Outcome\" IS NULL)");
            t.HasCheckConstraint("CK_EmergencyGrants_Period", "\"ExpiresAt\" > \"GrantedAt\" AND (\"EndedAt\" IS NULL OR (\"EndedAt\" >= \"GrantedAt\" AND \"EndedAt\" <= \"ExpiresAt\"))");
        });
        ConstraintErrors.Register("CK_EmergencyGrants_OtherReviewer", EmergencyErrors.OwnReview);
        builder.HasKey(g => new { g.OrganizationId, g.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Property(g => g.ReviewNote).HasMaxLength(EmergencyGrant.LongestExplanation);
        builder.Ignore(g => g.ReviewDueAt);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(g => g.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(g => g.ReviewedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(g => new { g.OrganizationId, g.UserId, g.PatientId }).IsUnique().HasFilter("\"EndedAt\" IS NULL").HasDatabaseName("UX_EmergencyGrants_Open")
            .Explained(EmergencyErrors.AlreadyRunning);
        builder.HasIndex(g => new { g.OrganizationId, g.GrantedAt }).HasFilter("\"ReviewedAt\" IS NULL").HasDatabaseName("IX_EmergencyGrants_Waiting");
    }
}
