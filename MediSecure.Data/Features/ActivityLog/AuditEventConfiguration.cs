using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.ActivityLog;

internal sealed class AuditEventConfiguration : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> builder)
    {
        builder.ToTable("AuditEvents");
        builder.HasKey(e => new { e.OrganizationId, e.Id });
        builder.Property(e => e.EventCode).HasMaxLength(64);
        builder.Property(e => e.ActorRoles).HasMaxLength(200);
        builder.Property(e => e.SessionHash).HasMaxLength(64);
        builder.Property(e => e.Address).HasMaxLength(64);
        builder.Property(e => e.TraceId).HasMaxLength(64);
        builder.Property(e => e.EntityType).HasMaxLength(64);
        builder.Property(e => e.Changes).HasMaxLength(32_000);
        builder.Property(e => e.Reason).HasMaxLength(400);
        builder.Property(e => e.Node).HasMaxLength(64);
        builder.Property(e => e.AppVersion).HasMaxLength(32);
        builder.Property(e => e.Mac).HasMaxLength(AuditChain.HashBytes);
        // No foreign keys: events about unknown users and the reserved platform organisation must be writable, and outlive what they name.
        builder.HasIndex(e => new { e.OrganizationId, e.RecordedAt, e.Id }).IsDescending(false, true, true).HasDatabaseName("IX_AuditEvents_Time");
        builder.HasIndex(e => new { e.OrganizationId, e.PatientId, e.RecordedAt }).IsDescending(false, false, true).HasDatabaseName("IX_AuditEvents_Patient");
        builder.HasIndex(e => new { e.OrganizationId, e.ActorUserId, e.RecordedAt }).IsDescending(false, false, true).HasDatabaseName("IX_AuditEvents_Actor");
        builder.HasIndex(e => new { e.OrganizationId, e.EventCode, e.RecordedAt }).IsDescending(false, false, true).HasDatabaseName("IX_AuditEvents_Code");
    }
}
