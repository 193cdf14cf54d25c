using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.Departments;

internal sealed class DepartmentConfiguration : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> builder)
    {
        builder.ToTable("Departments");
        builder.HasKey(d => new { d.OrganizationId, d.Id });
        builder.BelongsToOrganization();
        builder.Property(d => d.Name).HasMaxLength(120);
        builder.Property(d => d.Specialty).HasMaxLength(120);
        builder.Property(d => d.ClosedReason).HasMaxLength(400);
        builder.HasIndex(d => new { d.OrganizationId, d.Name }).IsUnique().HasDatabaseName("UX_Departments_Name")
            .Explained(DepartmentErrors.NameTaken);
    }
}

internal sealed class WardConfiguration : IEntityTypeConfiguration<Ward>
{
    public void Configure(EntityTypeBuilder<Ward> builder)
    {
        builder.ToTable("Wards");
        builder.HasKey(w => new { w.OrganizationId, w.Id });
        builder.BelongsToOrganization();
        builder.Property(w => w.Name).HasMaxLength(120);
        builder.Property(w => w.ClosedReason).HasMaxLength(400);
        builder.HasOne<Department>().WithMany().HasForeignKey(w => new { w.OrganizationId, w.DepartmentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(w => new { w.OrganizationId, w.Name }).IsUnique().HasDatabaseName("UX_Wards_Name")
            .Explained(DepartmentErrors.WardNameTaken);
    }
}
