using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.Fluids;

internal sealed class FluidEntryConfiguration : IEntityTypeConfiguration<FluidEntry>
{
    public void Configure(EntityTypeBuilder<FluidEntry> builder)
    {
        builder.ToTable("FluidEntries", t =>
        {
            t.HasCheckConstraint("CK_FluidEntries_Amount", "\"Millilitres\" >= 0");
            t.HasCheckConstraint("CK_FluidEntries_ErrorHasReason", "(\"EnteredInErrorAt\" IS NULL) = (\"EnteredInErrorReason\" IS NULL)");
        });
        builder.HasKey(e => new { e.OrganizationId, e.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Property(e => e.Note).HasMaxLength(200);
        builder.Property(e => e.EnteredInErrorReason).HasMaxLength(400);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(e => e.RecordedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.OrganizationId, e.PatientId, e.TakenAt }).HasDatabaseName("IX_FluidEntries_Patient");
    }
}
