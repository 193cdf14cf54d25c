using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Rooms;
using MediSecure.Data.Features.Staff;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.Appointments;

internal sealed class AppointmentConfiguration : IEntityTypeConfiguration<Appointment>
{
    public void Configure(EntityTypeBuilder<Appointment> builder)
    {
        builder.ToTable("Appointments", t =>
        {
            t.HasCheckConstraint("CK_Appointments_Period", "\"EndsAt\" > \"StartsAt\"");
            t.HasCheckConstraint("CK_Appointments_HoldHasEnd", "(\"Status\" = 'Held') = (\"HeldUntil\" IS NOT NULL)");
            t.HasCheckConstraint("CK_Appointments_OverbookHasReason", "\"OverbookReason\" IS NOT NULL OR \"Overbooked\" = FALSE");
        });
        builder.HasKey(a => new { a.OrganizationId, a.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Ignore(a => a.Slot);
        builder.Property(a => a.Reason).HasMaxLength(400);
        builder.Property(a => a.OverbookReason).HasMaxLength(400);
        builder.Property(a => a.CancelReason).HasMaxLength(400);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(a => new { a.OrganizationId, a.ClinicianId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(a => a.ClinicianUserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(a => a.CreatedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Room>().WithMany().HasForeignKey(a => new { a.OrganizationId, a.RoomId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Department>().WithMany().HasForeignKey(a => new { a.OrganizationId, a.DepartmentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Encounter>().WithMany().HasForeignKey(a => new { a.OrganizationId, a.EncounterId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Appointment>().WithMany().HasForeignKey(a => new { a.OrganizationId, a.RescheduledFromId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.OrganizationId, a.ClinicianId, a.StartsAt }).HasDatabaseName("IX_Appointments_Clinician");
        builder.HasIndex(a => new { a.OrganizationId, a.PatientId, a.StartsAt }).HasDatabaseName("IX_Appointments_Patient");
        builder.HasIndex(a => new { a.OrganizationId, a.StartsAt }).HasDatabaseName("IX_Appointments_Start");
    }
}

internal sealed class ClinicianBusyConfiguration : IEntityTypeConfiguration<ClinicianBusy>
{
    public void Configure(EntityTypeBuilder<ClinicianBusy> builder)
    {
        builder.ToTable("ClinicianBusy");
        builder.HasKey(b => b.AppointmentId);
        builder.Property(b => b.AppointmentId).ValueGeneratedNever();
        builder.HasIndex(b => new { b.UserId, b.StartsAt }).HasDatabaseName("IX_ClinicianBusy_User");
    }
}

internal sealed class WorkingHoursConfiguration : IEntityTypeConfiguration<WorkingHours>
{
    public void Configure(EntityTypeBuilder<WorkingHours> builder)
    {
        builder.ToTable("WorkingHours", t =>
        {
            t.HasCheckConstraint("CK_WorkingHours_Minutes", "\"FromMinute\" >= 0 AND \"ToMinute\" <= 1440 AND \"ToMinute\" > \"FromMinute\"");
            t.HasCheckConstraint("CK_WorkingHours_Slot", "\"SlotMinutes\" BETWEEN 5 AND 240");
            t.HasCheckConstraint("CK_WorkingHours_Whose", "\"ClinicianId\" IS NOT NULL OR \"RoomId\" IS NOT NULL");
        });
        builder.HasKey(w => new { w.OrganizationId, w.Id });
        builder.BelongsToOrganization();
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(w => new { w.OrganizationId, w.ClinicianId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Room>().WithMany().HasForeignKey(w => new { w.OrganizationId, w.RoomId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(w => new { w.OrganizationId, w.ClinicianId, w.Day, w.FromMinute }).HasDatabaseName("IX_WorkingHours_Clinician");
    }
}

internal sealed class AbsenceConfiguration : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.ToTable("Absences", t => t.HasCheckConstraint("CK_Absences_Period", "\"EndsAt\" > \"StartsAt\""));
        builder.HasKey(a => new { a.OrganizationId, a.Id });
        builder.BelongsToOrganization();
        builder.Property(a => a.Reason).HasMaxLength(200);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(a => new { a.OrganizationId, a.ClinicianId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.OrganizationId, a.ClinicianId, a.StartsAt }).HasDatabaseName("IX_Absences_Clinician");
    }
}
