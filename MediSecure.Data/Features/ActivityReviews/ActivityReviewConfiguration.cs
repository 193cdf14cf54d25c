using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.ActivityReviews;

internal sealed class ActivityReviewConfiguration : IEntityTypeConfiguration<ActivityReview>
{
    public void Configure(EntityTypeBuilder<ActivityReview> builder)
    {
        builder.ToTable("ActivityReviews", t => t.HasCheckConstraint("CK_ActivityReviews_AnotherPerson", "\"ReviewedBy\" <> \"ConcernsUserId\""));
        ConstraintErrors.Register("CK_ActivityReviews_AnotherPerson", ActivityReviewErrors.OwnFinding);
        builder.HasKey(r => new { r.OrganizationId, r.Id });
        builder.BelongsToOrganization();
        builder.Property(r => r.Note).HasMaxLength(ActivityReview.NoteLength);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(r => r.ConcernsUserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(r => r.ReviewedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Patient>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.PatientId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.OrganizationId, r.Kind, r.ConcernsUserId, r.OccurredAt }).IsUnique().HasDatabaseName("UX_ActivityReviews_Finding")
            .Explained(ActivityReviewErrors.AlreadyReviewed);
    }
}
