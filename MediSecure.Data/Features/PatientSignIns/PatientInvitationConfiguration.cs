using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Carers;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.PatientSignIns;

internal sealed class PatientInvitationConfiguration : IEntityTypeConfiguration<PatientInvitation>
{
    public void Configure(EntityTypeBuilder<PatientInvitation> builder)
    {
        builder.ToTable("PatientInvitations", t => t.HasCheckConstraint("CK_PatientInvitations_Used", "(\"UsedAt\" IS NULL) = (\"UsedBy\" IS NULL)"));
        builder.HasKey(i => new { i.OrganizationId, i.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Property(i => i.CodeHash).HasMaxLength(64);
        builder.HasOne<CareProxy>().WithMany().HasForeignKey(i => new { i.OrganizationId, i.CareProxyId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(i => i.CreatedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(i => i.UsedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => new { i.OrganizationId, i.PatientId, i.CreatedAt }).HasDatabaseName("IX_PatientInvitations_Patient");
    }
}
