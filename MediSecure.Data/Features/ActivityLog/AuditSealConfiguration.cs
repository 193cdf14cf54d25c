using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.ActivityLog;

internal sealed class AuditSealConfiguration : IEntityTypeConfiguration<AuditSeal>, IEntityTypeConfiguration<AuditCheckpoint>
{
    public void Configure(EntityTypeBuilder<AuditSeal> builder)
    {
        builder.ToTable("AuditSeals");
        builder.HasKey(s => new { s.OrganizationId, s.Number }); // forbids a fork
        builder.Property(s => s.Number).ValueGeneratedNever();
        builder.Property(s => s.Previous).HasMaxLength(32);
        builder.Property(s => s.Hash).HasMaxLength(32);
        builder.HasIndex(s => new { s.OrganizationId, s.EventId }).IsUnique().HasDatabaseName("UX_AuditSeals_Event");
    }

    public void Configure(EntityTypeBuilder<AuditCheckpoint> builder)
    {
        builder.ToTable("AuditCheckpoints");
        builder.HasKey(c => new { c.OrganizationId, c.Number });
        builder.Property(c => c.Number).ValueGeneratedNever();
        builder.Property(c => c.Hash).HasMaxLength(32);
        builder.Property(c => c.Signature).HasMaxLength(64);
    }
}
