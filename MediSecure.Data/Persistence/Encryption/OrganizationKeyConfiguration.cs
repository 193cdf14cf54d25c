using MediSecure.Data.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Persistence
{
    public sealed partial class MediSecureDbContext
    {
        public DbSet<OrganizationKey> OrganizationKeys => Set<OrganizationKey>();
    }
}

namespace MediSecure.Data.Persistence.Encryption
{
    internal sealed class OrganizationKeyConfiguration : IEntityTypeConfiguration<OrganizationKey>
    {
        public void Configure(EntityTypeBuilder<OrganizationKey> builder)
        {
            builder.ToTable("OrganizationKeys", t => t.HasCheckConstraint("CK_OrganizationKeys_Destroyed", "(\"State\" = 'Destroyed') = (\"Wrapped\" IS NULL)"));
            builder.HasKey(k => new { k.OrganizationId, k.KeyId });
            builder.BelongsToOrganization();
            builder.Property(k => k.KeyId).ValueGeneratedNever();
            builder.Property(k => k.Wrapped).HasMaxLength(WrappedKey.Bytes);
            builder.Property(k => k.MasterId).HasMaxLength(16);
            // Two rotations at once: the second waits for the first's lock; this is the wall behind it.
            builder.HasIndex(k => new { k.OrganizationId, k.Purpose }).IsUnique().HasFilter("\"State\" = 'Active'").HasDatabaseName("UX_OrganizationKeys_Active");
        }
    }
}
