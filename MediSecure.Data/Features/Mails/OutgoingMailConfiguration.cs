using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.Mails;

internal sealed class OutgoingMailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        // No foreign key to the organisation: mail of nobody in particular, such as a reset of a password, belongs to the platform.
        builder.ToTable("OutgoingMails");
        builder.HasKey(m => new { m.OrganizationId, m.Id });
        builder.Property(m => m.Sealed).HasMaxLength(OutgoingMail.SealedLength);
        builder.Property(m => m.Problem).HasMaxLength(OutgoingMail.ProblemLength);
        builder.HasIndex(m => new { m.OrganizationId, m.DueAt }).HasDatabaseName("IX_OutgoingMails_Due");
    }
}
