using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.EmergencyAccess;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MediSecure.Data.Persistence;

/// <summary>What holds for every entity on both databases.</summary>
internal static class Conventions
{
    private const string OrdinalAnnotation = "MediSecure:Ordinal";

    public static void Configure(ModelConfigurationBuilder builder)
    {
        builder.Properties<DateTime>().HaveConversion<UtcConverter>();
        builder.Properties<DateTimeOffset>().HaveConversion<UtcOffsetConverter>();
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        builder.Properties<decimal>().HavePrecision(18, 6);
        builder.Properties<EncryptedText>().HaveConversion<Encryption.EncryptedTextConverter>();
    }

    public static void NameIdentityTables(ModelBuilder builder)
    {
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("UserClaims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("UserLogins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("UserTokens");
        builder.Entity<IdentityUserPasskey<Guid>>().ToTable("UserPasskeys");
        builder.Entity<IdentityUserClaim<Guid>>().Property(c => c.ClaimType).HasMaxLength(256);
        builder.Entity<IdentityUserClaim<Guid>>().Property(c => c.ClaimValue).HasMaxLength(1024);
        builder.Entity<IdentityUserLogin<Guid>>().Property(l => l.ProviderDisplayName).HasMaxLength(256);
        builder.Entity<IdentityUserToken<Guid>>().Property(t => t.Value).HasMaxLength(4000);
    }

    /// <summary>Runs after all configurations: version tokens, client-made ids, ordinal collation where a range must be a range.</summary>
    public static void Finish(ModelBuilder builder, bool npgsql)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
            {
                builder.Entity(entity.ClrType).Property<Guid>(nameof(IVersioned.Version)).IsConcurrencyToken();
            }

            foreach (var property in entity.GetProperties())
            {
                if (property.ClrType == typeof(Guid) && property.IsKey())
                {
                    property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
                }

                // SQLite compares bytes anyway; PostgreSQL needs the C collation for prefix ranges and for the same order.
                if (property.FindAnnotation(OrdinalAnnotation) is not null)
                {
                    property.RemoveAnnotation(OrdinalAnnotation);
                    if (npgsql)
                    {
                        property.SetCollation("C");
                    }
                }
            }
        }

        // Dates are reckoned with in each database's own way.
        var hour = npgsql ? $"\"ExpiresAt\" <= \"GrantedAt\" + interval '{CareTerms.MostEmergencyMinutes} minutes'" : $"unixepoch(\"ExpiresAt\") - unixepoch(\"GrantedAt\") <= {CareTerms.MostEmergencyMinutes * 60}";
        builder.Entity<EmergencyGrant>().ToTable(t => t.HasCheckConstraint("CK_EmergencyGrants_Limit", hour));

        if (npgsql)
        {
            builder.HasPostgresExtension("btree_gist");
            builder.HasPostgresExtension("pg_trgm");
            builder.HasPostgresExtension("btree_gin");
            // An inner part of a name, within one organisation.
            builder.Entity<Patient>().HasIndex([nameof(Patient.OrganizationId), nameof(Patient.SearchName)], "IX_Patients_SearchName_Trigram")
                .HasMethod("gin").HasOperators("uuid_ops", "gin_trgm_ops");
        }
    }

    /// <summary>Compared byte by byte: a prefix search is then a range on the index.</summary>
    public static PropertyBuilder<T> Ordinal<T>(this PropertyBuilder<T> property)
    {
        property.HasAnnotation(OrdinalAnnotation, true);
        return property;
    }

    /// <summary>Foreign key to the owning organisation.</summary>
    public static void BelongsToOrganization<T>(this EntityTypeBuilder<T> builder) where T : class, IOrganizationOwned =>
        builder.HasOne<Organization>().WithMany().HasForeignKey(e => e.OrganizationId).OnDelete(DeleteBehavior.Restrict);

    /// <summary>Composite foreign key to the patient: the database itself refuses a patient of another organisation.</summary>
    public static void BelongsToPatient<T>(this EntityTypeBuilder<T> builder) where T : class, IPatientOwned =>
        builder.HasOne<Patient>().WithMany().HasForeignKey(e => new { e.OrganizationId, e.PatientId }).OnDelete(DeleteBehavior.Restrict);

    /// <summary>UTC in, UTC out, cut to the microsecond that PostgreSQL keeps, so that both databases give back the same instant.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => Cut(value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
    {
        private static DateTime Cut(DateTime value) => new(value.Ticks - (value.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
    }

    private sealed class UtcOffsetConverter() : ValueConverter<DateTimeOffset, DateTime>(
        value => value.UtcDateTime, value => new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)));
}
