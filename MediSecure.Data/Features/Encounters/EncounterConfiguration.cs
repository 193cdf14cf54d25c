using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.DiagnosisCodes;
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
            t.HasCheckConstraint("CK_Encounters_StayInErrorHasReason", "(\"ErrorReason\" IS NOT NULL) = (\"Class\" = 'Inpatient' AND \"Status\" = 'EnteredInError')");
            t.HasCheckConstraint("CK_Encounters_FinishedHasEnd", "\"Status\" <> 'Finished' OR \"EndedAt\" IS NOT NULL");
        });
        builder.HasKey(e => new { e.OrganizationId, e.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Property(e => e.Reason).HasMaxLength(400);
        builder.Property(e => e.IsolationReason).HasMaxLength(200);
        builder.Property(e => e.ErrorReason).HasMaxLength(200);
        builder.Ignore(e => e.IsOpen);
        builder.Ignore(e => e.IsInpatientNow);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(e => new { e.OrganizationId, e.ClinicianId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Department>().WithMany().HasForeignKey(e => new { e.OrganizationId, e.DepartmentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.OrganizationId, e.PatientId, e.StartedAt }).HasDatabaseName("IX_Encounters_Patient");
        builder.HasIndex(e => new { e.OrganizationId, e.PatientId }).IsUnique()
            .HasFilter("\"Class\" = 'Inpatient' AND \"EndedAt\" IS NULL AND \"Status\" <> 'EnteredInError'").HasDatabaseName("UX_Encounters_OpenInpatient")
            .Explained(Error.Conflict("encounter.already-inpatient", "This patient is already admitted here, so a second stay was not opened. Find the patient on the bed board and transfer instead."));
        // The class makes the columns differ from those of the index above: SQLite names a broken index by its columns.
        builder.HasIndex(e => new { e.OrganizationId, e.PatientId, e.Class }).IsUnique()
            .HasFilter("\"Class\" = 'Emergency' AND \"EndedAt\" IS NULL AND \"Status\" <> 'EnteredInError'").HasDatabaseName("UX_Encounters_OpenEmergency").Explained(EncounterErrors.EmergencyOpen);
    }
}

internal sealed class EncounterDiagnosisConfiguration : IEntityTypeConfiguration<EncounterDiagnosis>
{
    public void Configure(EntityTypeBuilder<EncounterDiagnosis> builder)
    {
        builder.ToTable("EncounterDiagnoses", t => t.HasCheckConstraint("CK_EncounterDiagnoses_ErrorHasReason", "(\"EnteredInErrorAt\" IS NULL) = (\"ErrorReason\" IS NULL)"));
        builder.HasKey(d => new { d.OrganizationId, d.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Property(d => d.Code).HasMaxLength(8).Ordinal();
        builder.Property(d => d.Title).HasMaxLength(DiagnosisCode.MaxTitleLength);
        builder.Property(d => d.ErrorReason).HasMaxLength(200);
        builder.Ignore(d => d.Counts);
        builder.HasOne<Encounter>().WithMany().HasForeignKey(d => new { d.OrganizationId, d.EncounterId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DiagnosisCode>().WithMany().HasForeignKey(d => d.Code).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(d => d.RecordedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(d => d.EnteredInErrorBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.OrganizationId, d.EncounterId }).IsUnique().HasFilter("\"Rank\" = 'Primary' AND \"EnteredInErrorAt\" IS NULL").HasDatabaseName("UX_EncounterDiagnoses_Primary")
            .Explained(Error.Conflict("diagnosis.main-taken", "Somebody else just chose another main diagnosis for this visit, so nothing was saved. Look at the visit again."));
        builder.HasIndex(d => new { d.OrganizationId, d.EncounterId, d.Code }).IsUnique().HasFilter("\"EnteredInErrorAt\" IS NULL").HasDatabaseName("UX_EncounterDiagnoses_Code")
            .Explained(EncounterErrors.DiagnosisTwice);
        builder.HasIndex(d => new { d.OrganizationId, d.PatientId, d.RecordedAt }).HasDatabaseName("IX_EncounterDiagnoses_Patient");
    }
}
