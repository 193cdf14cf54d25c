using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Rooms;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.Beds;

internal sealed class BedConfiguration : IEntityTypeConfiguration<Bed>
{
    public void Configure(EntityTypeBuilder<Bed> builder)
    {
        builder.ToTable("Beds", t => t.HasCheckConstraint("CK_Beds_ClosedHasReason", "\"Status\" <> 'Closed' OR \"ClosedReason\" IS NOT NULL"));
        builder.HasKey(b => new { b.OrganizationId, b.Id });
        builder.BelongsToOrganization();
        builder.Property(b => b.Label).HasMaxLength(20);
        builder.Property(b => b.ClosedReason).HasMaxLength(400);
        builder.HasOne<Room>().WithMany().HasForeignKey(b => new { b.OrganizationId, b.RoomId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(b => new { b.OrganizationId, b.Label }).IsUnique().HasDatabaseName("UX_Beds_Label")
            .Explained(Error.Conflict("bed.label-taken", "A bed with this label exists already. Choose another label.", "Label"));
    }
}

internal sealed class BedStayConfiguration : IEntityTypeConfiguration<BedStay>
{
    public void Configure(EntityTypeBuilder<BedStay> builder)
    {
        builder.ToTable("BedStays", t =>
        {
            t.HasCheckConstraint("CK_BedStays_Period", "\"ReleasedAt\" IS NULL OR \"ReleasedAt\" >= \"StartsAt\"");
            t.HasCheckConstraint("CK_BedStays_ActiveHasEncounter", "\"Status\" <> 'Active' OR \"EncounterId\" IS NOT NULL");
            t.HasCheckConstraint("CK_BedStays_OpenStatus", "(\"ReleasedAt\" IS NULL) = (\"Status\" IN ('Reserved', 'Active'))");
        });
        builder.HasKey(s => new { s.OrganizationId, s.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.HasOne<Bed>().WithMany().HasForeignKey(s => new { s.OrganizationId, s.BedId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Encounter>().WithMany().HasForeignKey(s => new { s.OrganizationId, s.EncounterId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(s => s.RecordedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.OrganizationId, s.BedId }).IsUnique().HasFilter("\"ReleasedAt\" IS NULL").HasDatabaseName("UX_BedStays_OpenBed")
            .Explained(Error.Conflict("bed.just-taken", "This bed was just given to somebody else, so nothing was saved. Choose another free bed."));
        builder.HasIndex(s => new { s.OrganizationId, s.PatientId, s.Status }).IsUnique().HasFilter("\"ReleasedAt\" IS NULL").HasDatabaseName("UX_BedStays_OpenPatient")
            .Explained(Error.Conflict("bed.patient-has-bed", "This patient already has a bed or a reservation, so nothing was saved. Transfer the patient, or cancel the reservation first."));
        builder.HasIndex(s => new { s.OrganizationId, s.PatientId, s.StartsAt }).HasDatabaseName("IX_BedStays_Patient");
        builder.HasIndex(s => new { s.OrganizationId, s.BedId, s.StartsAt }).HasDatabaseName("IX_BedStays_Bed");
    }
}

internal sealed class CleaningTaskConfiguration : IEntityTypeConfiguration<CleaningTask>
{
    public void Configure(EntityTypeBuilder<CleaningTask> builder)
    {
        builder.ToTable("CleaningTasks", t =>
        {
            t.HasCheckConstraint("CK_CleaningTasks_AnotherPerson", "\"CompletedBy\" IS NULL OR \"CompletedBy\" <> \"RequestedBy\"");
            t.HasCheckConstraint("CK_CleaningTasks_Completed", "(\"Status\" = 'Completed') = (\"CompletedAt\" IS NOT NULL)");
        });
        ConstraintErrors.Register("CK_CleaningTasks_AnotherPerson", BedErrors.CleanedBySamePerson);
        builder.HasKey(c => new { c.OrganizationId, c.Id });
        builder.BelongsToOrganization();
        builder.HasOne<Bed>().WithMany().HasForeignKey(c => new { c.OrganizationId, c.BedId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.OrganizationId, c.BedId }).IsUnique().HasFilter("\"CompletedAt\" IS NULL").HasDatabaseName("UX_CleaningTasks_Open")
            .Explained(Error.Conflict("bed.already-being-cleaned", "This bed already has an open cleaning task."));
    }
}
