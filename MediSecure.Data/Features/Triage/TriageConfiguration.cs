using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.Triage;

internal sealed class TriageEntryConfiguration : IEntityTypeConfiguration<TriageEntry>
{
    public void Configure(EntityTypeBuilder<TriageEntry> builder)
    {
        builder.ToTable("TriageEntries", t =>
        {
            t.HasCheckConstraint("CK_TriageEntries_Open", "(\"ClosedAt\" IS NULL) = (\"Status\" IN ('Waiting', 'WithDoctor')) AND (\"ClosedAt\" IS NULL) = (\"ClosedBy\" IS NULL)");
            t.HasCheckConstraint("CK_TriageEntries_Period", "\"ClosedAt\" IS NULL OR \"ClosedAt\" >= \"ArrivedAt\"");
            t.HasCheckConstraint("CK_TriageEntries_WithDoctor", "\"Status\" <> 'WithDoctor' OR (\"EncounterId\" IS NOT NULL AND \"TakenAt\" IS NOT NULL AND \"TakenBy\" IS NOT NULL)");
            t.HasCheckConstraint("CK_TriageEntries_Waiting", "\"Status\" <> 'Waiting' OR \"TakenBy\" IS NULL");
            t.HasCheckConstraint("CK_TriageEntries_Disposition", "(\"Status\" = 'Done') = (\"Disposition\" IS NOT NULL)");
            t.HasCheckConstraint("CK_TriageEntries_Triaged", "(\"Level\" IS NULL) = (\"Complaint\" IS NULL) AND (\"Level\" IS NULL) = (\"TriagedAt\" IS NULL) AND (\"Level\" IS NULL) = (\"TriagedBy\" IS NULL)");
            t.HasCheckConstraint("CK_TriageEntries_Reason", "\"Status\" NOT IN ('LeftWithoutBeingSeen', 'EnteredInError') OR \"CloseNote\" IS NOT NULL");
        });
        builder.HasKey(t => new { t.OrganizationId, t.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Ignore(t => t.IsOpen);
        builder.Property(t => t.Presenting).HasMaxLength(TriageEntry.LongestWords);
        builder.Property(t => t.Complaint).HasMaxLength(TriageEntry.LongestWords);
        builder.Property(t => t.HandBackReason).HasMaxLength(TriageEntry.LongestWords);
        builder.Property(t => t.CloseNote).HasMaxLength(TriageEntry.LongestWords);
        builder.HasOne<Encounter>().WithMany().HasForeignKey(t => new { t.OrganizationId, t.EncounterId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(t => t.RecordedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(t => t.TriagedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(t => t.TakenBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(t => t.ClosedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.OrganizationId, t.PatientId }).IsUnique().HasFilter("\"ClosedAt\" IS NULL").HasDatabaseName("UX_TriageEntries_Open").Explained(TriageErrors.AlreadyQueued);
        builder.HasIndex(t => new { t.OrganizationId, t.EncounterId }).IsUnique().HasFilter("\"EncounterId\" IS NOT NULL").HasDatabaseName("UX_TriageEntries_Encounter").Explained(Error.Stale);
        builder.HasIndex(t => new { t.OrganizationId, t.ClosedAt }).HasDatabaseName("IX_TriageEntries_Closed");
        builder.HasIndex(t => new { t.OrganizationId, t.PatientId, t.ClosedAt }).HasDatabaseName("IX_TriageEntries_Patient");
    }
}

internal sealed class TriageAssessmentConfiguration : IEntityTypeConfiguration<TriageAssessment>
{
    public void Configure(EntityTypeBuilder<TriageAssessment> builder)
    {
        builder.ToTable("TriageAssessments");
        builder.HasKey(a => new { a.OrganizationId, a.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Property(a => a.Complaint).HasMaxLength(TriageEntry.LongestWords);
        builder.HasOne<TriageEntry>().WithMany().HasForeignKey(a => new { a.OrganizationId, a.EntryId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(a => a.AssessedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.OrganizationId, a.EntryId, a.AssessedAt }).HasDatabaseName("IX_TriageAssessments_Entry");
    }
}
