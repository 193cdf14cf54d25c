using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Staff;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.Referrals;

internal sealed class ReferralConfiguration : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.ToTable("Referrals", t =>
        {
            t.HasCheckConstraint("CK_Referrals_To", "(\"To\" = 'Department') = (\"DepartmentId\" IS NOT NULL) AND (\"To\" = 'Organization') = (\"PartnerOrganizationId\" IS NOT NULL) AND (\"PartnerOrganizationId\" IS NULL) = (\"PartnerDepartmentId\" IS NULL)");
            t.HasCheckConstraint("CK_Referrals_NotToOneself", "\"PartnerOrganizationId\" IS NULL OR \"PartnerOrganizationId\" <> \"OrganizationId\"");
            t.HasCheckConstraint("CK_Referrals_Draft", "\"Status\" <> 'Draft' OR (\"SentAt\" IS NULL AND \"Progress\" IS NULL)");
            t.HasCheckConstraint("CK_Referrals_Sent", "\"Status\" NOT IN ('Active', 'OnHold', 'Completed') OR (\"SentAt\" IS NOT NULL AND \"DueAt\" IS NOT NULL AND \"Progress\" IS NOT NULL)");
            t.HasCheckConstraint("CK_Referrals_Held", "(\"Status\" = 'OnHold') = (\"HeldAt\" IS NOT NULL)");
            t.HasCheckConstraint("CK_Referrals_Closed", "\"Status\" NOT IN ('Completed', 'Revoked') OR (\"ClosedAt\" IS NOT NULL AND (\"CloseReason\" IS NOT NULL OR (\"Status\" = 'Completed' AND \"Report\" IS NOT NULL)))");
            t.HasCheckConstraint("CK_Referrals_ClosedIsOver", "\"Status\" NOT IN ('Completed', 'Revoked') OR \"Progress\" IS NULL OR \"Progress\" NOT IN ('Requested', 'Received', 'Accepted', 'InProgress')");
            TaskRules(t.HasCheckConstraint, "Referrals");
        });
        ConstraintErrors.Register("CK_Referrals_Closed", ReferralErrors.NeedsReportOrReason);
        builder.HasKey(r => new { r.OrganizationId, r.Id });
        // By the class, not by the interface: the key stands in the shared base, where the interface's property is not found.
        builder.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Patient>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.PatientId }).OnDelete(DeleteBehavior.Restrict);
        TaskColumns(builder);
        builder.Property(r => r.Place).HasMaxLength(330);
        builder.Property(r => r.HoldReason).HasMaxLength(ReferralRules.MaxReason);
        builder.Property(r => r.CloseReason).HasMaxLength(ReferralRules.MaxReason);
        builder.Ignore(r => r.IsClosed);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.ReferrerId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Department>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.DepartmentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Appointment>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.AppointmentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.OrganizationId, r.PatientId, r.CreatedAt }).HasDatabaseName("IX_Referrals_Patient");
        builder.HasIndex(r => new { r.OrganizationId, r.ReferrerId }).HasFilter("\"Status\" IN ('Draft', 'Active', 'OnHold')").HasDatabaseName("IX_Referrals_OpenOfReferrer");
        builder.HasIndex(r => new { r.OrganizationId, r.DepartmentId, r.DueAt }).HasDatabaseName("IX_Referrals_Department");
    }

    /// <summary>What holds for both rows.</summary>
    internal static void TaskRules<T>(Func<string, string, T> check, string table)
    {
        check($"CK_{table}_Answered", "\"Progress\" IS NULL OR \"Progress\" NOT IN ('Rejected', 'Failed', 'Cancelled') OR \"AnswerReason\" IS NOT NULL");
        check($"CK_{table}_Reported", "(\"Progress\" IS NULL OR \"Progress\" <> 'Completed' OR \"Report\" IS NOT NULL) AND (\"Report\" IS NULL) = (\"ReportedAt\" IS NULL) AND (\"Report\" IS NULL) = (\"ReportedBy\" IS NULL)");
        check($"CK_{table}_Booked", "\"Progress\" IS NULL OR \"Progress\" <> 'InProgress' OR (\"AppointmentAt\" IS NOT NULL)");
        check($"CK_{table}_Target", "\"TargetDays\" BETWEEN 0 AND 365");
    }

    internal static void TaskColumns<T>(EntityTypeBuilder<T> builder) where T : ReferralTask
    {
        builder.Ignore(r => r.IsOpen);
        builder.Property(r => r.Specialty).HasMaxLength(120);
        builder.Property(r => r.AnswerReason).HasMaxLength(ReferralRules.MaxReason);
        builder.Property(r => r.ReportedBy).HasMaxLength(330);
    }
}

internal sealed class IncomingReferralConfiguration : IEntityTypeConfiguration<IncomingReferral>
{
    public void Configure(EntityTypeBuilder<IncomingReferral> builder)
    {
        builder.ToTable("IncomingReferrals", t =>
        {
            t.HasCheckConstraint("CK_IncomingReferrals_Registered", "\"Progress\" IS NOT NULL AND \"SentAt\" IS NOT NULL AND \"DueAt\" IS NOT NULL AND (\"Progress\" <> 'InProgress' OR (\"PatientId\" IS NOT NULL AND \"AppointmentId\" IS NOT NULL))");
            t.HasCheckConstraint("CK_IncomingReferrals_NotFromOneself", "\"SenderOrganizationId\" <> \"OrganizationId\"");
            ReferralConfiguration.TaskRules(t.HasCheckConstraint, "IncomingReferrals");
        });
        builder.HasKey(r => new { r.OrganizationId, r.Id });
        builder.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        ReferralConfiguration.TaskColumns(builder);
        builder.Property(r => r.Sender).HasMaxLength(200);
        builder.Property(r => r.Referrer).HasMaxLength(200);
        builder.Property(r => r.GivenName).HasMaxLength(PersonName.MaxPartLength);
        builder.Property(r => r.FamilyName).HasMaxLength(PersonName.MaxPartLength);
        builder.Property(r => r.MiddleName).HasMaxLength(PersonName.MaxPartLength);
        builder.Property(r => r.Title).HasMaxLength(PersonName.MaxTitleLength);
        builder.Property(r => r.DisplayName).HasMaxLength((PersonName.MaxPartLength * 3) + PersonName.MaxTitleLength + 3);
        builder.Property(r => r.SenderRecordNumber).HasMaxLength(40);
        // Not to the sender's organisation: its rows end at its own boundary, the id is only the way back.
        builder.HasOne<Department>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.DepartmentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Patient>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.PatientId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Appointment>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.AppointmentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.OrganizationId, r.DueAt }).HasDatabaseName("IX_IncomingReferrals_Due");
    }
}
