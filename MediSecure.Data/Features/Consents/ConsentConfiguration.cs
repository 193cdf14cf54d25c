using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.Staff;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.Consents;

internal sealed class ConsentConfiguration : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("Consents", t =>
        {
            t.HasCheckConstraint("CK_Consents_Period", "\"EndsAt\" IS NULL OR \"EndsAt\" > \"StartsAt\"");
            t.HasCheckConstraint("CK_Consents_Grantee", "(\"Scope\" = 'KeepOutPerson') = (\"StaffMemberId\" IS NOT NULL) AND (\"Scope\" = 'KeepOutDepartment') = (\"DepartmentId\" IS NOT NULL)");
            t.HasCheckConstraint("CK_Consents_Withdrawn", "(\"WithdrawnAt\" IS NULL) = (\"WithdrawnBy\" IS NULL)");
        });
        builder.HasKey(c => new { c.OrganizationId, c.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Property(c => c.Reason).HasMaxLength(Consent.ReasonLength);
        builder.Property(c => c.WithdrawReason).HasMaxLength(Consent.ReasonLength);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(c => new { c.OrganizationId, c.StaffMemberId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Department>().WithMany().HasForeignKey(c => new { c.OrganizationId, c.DepartmentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.RecordedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.WithdrawnBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.OrganizationId, c.PatientId, c.Scope }).HasDatabaseName("IX_Consents_Patient");
    }
}
