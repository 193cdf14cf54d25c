using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.Vitals;

internal sealed class VitalSignsConfiguration : IEntityTypeConfiguration<VitalSigns>
{
    public void Configure(EntityTypeBuilder<VitalSigns> builder)
    {
        builder.ToTable("VitalSigns", t =>
        {
            t.HasCheckConstraint("CK_VitalSigns_Scored", "(\"Status\" = 'Scored') = (\"Score\" IS NOT NULL) AND (\"Score\" IS NULL OR \"Score\" BETWEEN 0 AND 20)");
            t.HasCheckConstraint("CK_VitalSigns_Pressure", "\"Systolic\" IS NULL OR \"Diastolic\" IS NULL OR \"Systolic\" > \"Diastolic\"");
            t.HasCheckConstraint("CK_VitalSigns_ErrorHasReason", "(\"EnteredInErrorAt\" IS NULL) = (\"EnteredInErrorReason\" IS NULL)");
        });
        builder.HasKey(v => new { v.OrganizationId, v.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Ignore(v => v.Values);
        builder.Property(v => v.EnteredInErrorReason).HasMaxLength(400);
        builder.HasOne<Encounter>().WithMany().HasForeignKey(v => new { v.OrganizationId, v.EncounterId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(v => v.RecordedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(v => new { v.OrganizationId, v.PatientId, v.TakenAt }).HasDatabaseName("IX_VitalSigns_Patient");
    }
}

internal sealed class VitalStandingConfiguration : IEntityTypeConfiguration<VitalStanding>
{
    public void Configure(EntityTypeBuilder<VitalStanding> builder)
    {
        builder.ToTable("VitalStandings", t =>
        {
            t.HasCheckConstraint("CK_VitalStandings_Score", "(\"Score\" IS NULL) = (\"ScoredAt\" IS NULL) AND (\"Score\" IS NULL) = (\"Response\" IS NULL)");
            t.HasCheckConstraint("CK_VitalStandings_Status", "(\"Status\" <> 'Scored' OR \"Score\" IS NOT NULL) AND (\"Status\" <> 'NotApplicable' OR \"Score\" IS NULL)");
        });
        builder.HasKey(s => new { s.OrganizationId, s.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.HasOne<VitalSigns>().WithMany().HasForeignKey(s => new { s.OrganizationId, s.SetId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.OrganizationId, s.PatientId }).IsUnique().HasDatabaseName("UX_VitalStandings_Patient").Explained(Error.Stale);
    }
}

internal sealed class SaturationScaleOrderConfiguration : IEntityTypeConfiguration<SaturationScaleOrder>
{
    public void Configure(EntityTypeBuilder<SaturationScaleOrder> builder)
    {
        builder.ToTable("SaturationScaleOrders", t => t.HasCheckConstraint("CK_SaturationScaleOrders_Lapsed", "NOT \"Lapsed\" OR \"EndedAt\" IS NOT NULL"));
        builder.HasKey(o => new { o.OrganizationId, o.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Property(o => o.Reason).HasMaxLength(400);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(o => o.OrderedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => new { o.OrganizationId, o.PatientId }).IsUnique().HasFilter("\"EndedAt\" IS NULL").HasDatabaseName("UX_SaturationScaleOrders_Open").Explained(VitalErrors.ScaleOrdered);
    }
}

internal sealed class EscalationConfiguration : IEntityTypeConfiguration<Escalation>
{
    public void Configure(EntityTypeBuilder<Escalation> builder)
    {
        builder.ToTable("Escalations", t =>
        {
            t.HasCheckConstraint("CK_Escalations_Closed", "(\"ClosedAt\" IS NULL) = (\"Status\" IN ('Requested', 'Acknowledged', 'Attended'))");
            t.HasCheckConstraint("CK_Escalations_Acknowledged", "\"Status\" NOT IN ('Acknowledged', 'Attended') OR \"AcknowledgedBy\" IS NOT NULL");
            // Closed by a person means that somebody was there; what the patient's leaving or death ended claims nothing.
            t.HasCheckConstraint("CK_Escalations_Attended", "\"Status\" NOT IN ('Attended', 'Closed') OR \"AttendedBy\" IS NOT NULL");
            t.HasCheckConstraint("CK_Escalations_Worry", "(\"Reason\" IS NULL) = (\"WorriedAt\" IS NULL)");
        });
        builder.HasKey(e => new { e.OrganizationId, e.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Property(e => e.Reason).HasMaxLength(400);
        builder.Property(e => e.Outcome).HasMaxLength(400);
        builder.HasOne<VitalSigns>().WithMany().HasForeignKey(e => new { e.OrganizationId, e.SetId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(e => e.RequestedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.OrganizationId, e.PatientId }).IsUnique().HasFilter("\"ClosedAt\" IS NULL").HasDatabaseName("UX_Escalations_Open").Explained(EscalationErrors.AlreadyOpen);
        builder.HasIndex(e => new { e.OrganizationId, e.ClosedAt }).HasDatabaseName("IX_Escalations_Closed");
        builder.HasIndex(e => new { e.OrganizationId, e.PatientId, e.RequestedAt }).HasDatabaseName("IX_Escalations_Patient");
    }
}
