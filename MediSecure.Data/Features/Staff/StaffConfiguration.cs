using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.Staff;

internal sealed class StaffMemberConfiguration : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("StaffMembers");
        builder.HasKey(s => new { s.OrganizationId, s.Id });
        builder.BelongsToOrganization();
        builder.Property(s => s.Name).HasMaxLength(200);
        builder.Property(s => s.SearchName).HasMaxLength(400).Ordinal();
        builder.Property(s => s.Specialty).HasMaxLength(120);
        builder.Property(s => s.LicenceNumber).HasMaxLength(40);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.OrganizationId, s.UserId }).IsUnique().HasDatabaseName("UX_StaffMembers_User")
            .Explained(StaffErrors.Exists);
        builder.HasIndex(s => new { s.OrganizationId, s.SearchName, s.Id }).HasDatabaseName("IX_StaffMembers_SearchName");
    }
}

internal sealed class StaffDepartmentConfiguration : IEntityTypeConfiguration<StaffDepartment>
{
    public void Configure(EntityTypeBuilder<StaffDepartment> builder)
    {
        builder.ToTable("StaffDepartments");
        builder.HasKey(s => new { s.OrganizationId, s.StaffMemberId, s.DepartmentId });
        builder.BelongsToOrganization();
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(s => new { s.OrganizationId, s.StaffMemberId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Department>().WithMany().HasForeignKey(s => new { s.OrganizationId, s.DepartmentId }).OnDelete(DeleteBehavior.Restrict);
    }
}
