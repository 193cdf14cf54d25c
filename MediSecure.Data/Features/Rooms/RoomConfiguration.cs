using MediSecure.Data.Common;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.Rooms;

internal sealed class RoomConfiguration : IEntityTypeConfiguration<Room>
{
    public void Configure(EntityTypeBuilder<Room> builder)
    {
        builder.ToTable("Rooms", t => t.HasCheckConstraint("CK_Rooms_WardOfPatientRoom", "\"Kind\" <> 'PatientRoom' OR \"WardId\" IS NOT NULL"));
        builder.HasKey(r => new { r.OrganizationId, r.Id });
        builder.BelongsToOrganization();
        builder.Property(r => r.Number).HasMaxLength(20);
        builder.Property(r => r.Label).HasMaxLength(60);
        builder.Property(r => r.ClosedReason).HasMaxLength(400);
        builder.HasOne<Department>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.DepartmentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Ward>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.WardId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.OrganizationId, r.Number }).IsUnique().HasDatabaseName("UX_Rooms_Number")
            .Explained(Error.Conflict("room.number-taken", "A room with this number exists already. Choose another number.", "Number"));
    }
}
