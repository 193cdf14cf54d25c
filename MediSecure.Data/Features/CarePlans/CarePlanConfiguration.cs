using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Staff;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.CarePlans;

internal sealed class CarePlanConfiguration : IEntityTypeConfiguration<CarePlan>
{
    public void Configure(EntityTypeBuilder<CarePlan> builder)
    {
        builder.ToTable("CarePlans", t =>
        {
            t.HasCheckConstraint("CK_CarePlans_Started", "(\"Status\" NOT IN ('Active', 'OnHold', 'Completed') OR \"StartsOn\" IS NOT NULL) AND (\"Status\" <> 'Draft' OR \"StartsOn\" IS NULL)");
            t.HasCheckConstraint("CK_CarePlans_Ended", "(\"Status\" IN ('Completed', 'Revoked')) = (\"EndedAt\" IS NOT NULL) AND (\"EndedAt\" IS NULL) = (\"EndsOn\" IS NULL)");
            t.HasCheckConstraint("CK_CarePlans_HasReason", "(\"Status\" IN ('OnHold', 'Revoked')) = (\"StatusReason\" IS NOT NULL)");
        });
        builder.HasKey(p => new { p.OrganizationId, p.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Ignore(p => p.IsOpen);
        builder.Property(p => p.Title).HasMaxLength(120);
        builder.Property(p => p.StatusReason).HasMaxLength(200);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(p => new { p.OrganizationId, p.ResponsibleId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(p => p.CreatedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.OrganizationId, p.PatientId }).IsUnique().HasFilter("\"Status\" = 'Active'").HasDatabaseName("UX_CarePlans_Active").Explained(CarePlanErrors.AlreadyActive);
        builder.HasIndex(p => new { p.OrganizationId, p.FollowUpOn }).HasDatabaseName("IX_CarePlans_FollowUp");
    }
}

internal sealed class CarePlanHoldConfiguration : IEntityTypeConfiguration<CarePlanHold>
{
    public void Configure(EntityTypeBuilder<CarePlanHold> builder)
    {
        builder.ToTable("CarePlanHolds", t => t.HasCheckConstraint("CK_CarePlanHolds_Order", "\"ResumedOn\" IS NULL OR \"ResumedOn\" >= \"HeldOn\""));
        builder.HasKey(h => new { h.OrganizationId, h.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.HasOne<CarePlan>().WithMany().HasForeignKey(h => new { h.OrganizationId, h.PlanId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(h => new { h.OrganizationId, h.PlanId }).IsUnique().HasFilter("\"ResumedOn\" IS NULL").HasDatabaseName("UX_CarePlanHolds_Open").Explained(Error.Stale);
    }
}

internal sealed class CarePlanChangeConfiguration : IEntityTypeConfiguration<CarePlanChange>
{
    public void Configure(EntityTypeBuilder<CarePlanChange> builder)
    {
        builder.ToTable("CarePlanChanges");
        builder.HasKey(c => new { c.OrganizationId, c.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Property(c => c.What).HasMaxLength(CarePlanChange.Longest);
        builder.HasOne<CarePlan>().WithMany().HasForeignKey(c => new { c.OrganizationId, c.PlanId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.ChangedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.OrganizationId, c.PlanId, c.ChangedAt }).HasDatabaseName("IX_CarePlanChanges_Plan");
    }
}

internal sealed class PlanGoalConfiguration : IEntityTypeConfiguration<PlanGoal>
{
    public void Configure(EntityTypeBuilder<PlanGoal> builder)
    {
        builder.ToTable("PlanGoals", t =>
        {
            t.HasCheckConstraint("CK_PlanGoals_Target", "(\"Target\" IS NULL) = (\"Unit\" IS NULL)");
            t.HasCheckConstraint("CK_PlanGoals_Closed", "(\"ClosedAt\" IS NULL) = (\"Status\" = 'Open')");
        });
        builder.HasKey(g => new { g.OrganizationId, g.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Property(g => g.Text).HasMaxLength(200);
        builder.Property(g => g.Unit).HasMaxLength(20);
        builder.HasOne<CarePlan>().WithMany().HasForeignKey(g => new { g.OrganizationId, g.PlanId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(g => g.AddedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlanActivityConfiguration : IEntityTypeConfiguration<PlanActivity>
{
    public void Configure(EntityTypeBuilder<PlanActivity> builder)
    {
        builder.ToTable("PlanActivities", t =>
        {
            t.HasCheckConstraint("CK_PlanActivities_Times", $"\"Times\" BETWEEN 1 AND {PlanActivity.MostADay} AND (\"Per\" = 'Day' OR \"Times\" <= {PlanActivity.MostAWeek})");
            t.HasCheckConstraint("CK_PlanActivities_Order", "\"UntilOn\" IS NULL OR \"UntilOn\" >= \"FromOn\"");
        });
        builder.HasKey(a => new { a.OrganizationId, a.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Ignore(a => a.TimesOnADay);
        builder.Property(a => a.Text).HasMaxLength(200);
        builder.HasOne<CarePlan>().WithMany().HasForeignKey(a => new { a.OrganizationId, a.PlanId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(a => a.AddedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlanTickConfiguration : IEntityTypeConfiguration<PlanTick>
{
    public void Configure(EntityTypeBuilder<PlanTick> builder)
    {
        builder.ToTable("PlanTicks", t => t.HasCheckConstraint("CK_PlanTicks_Ordinal", $"\"Ordinal\" BETWEEN 1 AND {PlanActivity.MostADay}"));
        builder.HasKey(t => new { t.OrganizationId, t.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.HasOne<PlanActivity>().WithMany().HasForeignKey(t => new { t.OrganizationId, t.ActivityId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(t => t.TickedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.OrganizationId, t.ActivityId, t.DoneOn, t.Ordinal }).IsUnique().HasDatabaseName("UX_PlanTicks_Once").Explained(CarePlanErrors.AlreadyTicked);
    }
}
