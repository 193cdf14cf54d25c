using MediSecure.Data.Common;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.Staff;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.Encounters;

internal sealed class EncounterConfiguration : IEntityTypeConfiguration<Encounter>
{
    public void Configure(EntityTypeBuilder<Encounter> builder)
    {
        builder.ToTable("Encounters", t =>
        {
            t.HasCheckConstraint("CK_Encounters_Period", "\"EndedAt\" IS NULL OR \"EndedAt\" >= \"StartedAt\"");
            t.HasCheckConstraint("CK_Encounters_FinishedHasEnd", "\"Status\" <> 'Finished' OR \"EndedAt\" IS NOT NULL");
        });
        builder.HasKey(e => new { e.OrganizationId, e.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Property(e => e.Reason).HasMaxLength(400);
        builder.Property(e => e.IsolationReason).HasMaxLength(200);
        builder.Ignore(e => e.IsOpen);
        builder.Ignore(e => e.IsInpatientNow);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(e => new { e.OrganizationId, e.ClinicianId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Department>().WithMany().HasForeignKey(e => new { e.OrganizationId, e.DepartmentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.OrganizationId, e.PatientId, e.StartedAt }).HasDatabaseName("IX_Encounters_Patient");
        builder.HasIndex(e => new { e.OrganizationId, e.PatientId }).IsUnique()
            .HasFilter("\"Class\" = 'Inpatient' AND \"EndedAt\" IS NULL AND \"Status\" <> 'EnteredInError'").HasDatabaseName("UX_Encounters_OpenInpatient")
            .Explained(Error.Conflict("encounter.already-inpatient", "This patient is already admitted here, so a second stay was not opened. Find the patient on the bed board and transfer instead."));
    }
}
