using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.History;

/// <summary>What holds for every part of the history.</summary>
internal static class HistoryEntryConfiguration
{
    public static void IsHistory<T>(this EntityTypeBuilder<T> builder, string table) where T : HistoryEntry
    {
        builder.ToTable(table, t => t.HasCheckConstraint($"CK_{table}_ErrorHasReason", "(\"EnteredInErrorAt\" IS NULL) = (\"ErrorReason\" IS NULL)"));
        builder.HasKey(e => new { e.OrganizationId, e.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Property(e => e.Note).HasMaxLength(400);
        builder.Property(e => e.ErrorReason).HasMaxLength(200);
        builder.Ignore(e => e.IsInError);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(e => e.RecordedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(e => e.EnteredInErrorBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.OrganizationId, e.PatientId, e.RecordedAt }).HasDatabaseName($"IX_{table}_Patient");
    }
}

internal sealed class ImmunisationConfiguration : IEntityTypeConfiguration<Immunisation>
{
    public void Configure(EntityTypeBuilder<Immunisation> builder)
    {
        builder.IsHistory("Immunisations");
        builder.Property(e => e.Vaccine).HasMaxLength(200);
        builder.Property(e => e.Lot).HasMaxLength(60);
    }
}

internal sealed class PastProcedureConfiguration : IEntityTypeConfiguration<PastProcedure>
{
    public void Configure(EntityTypeBuilder<PastProcedure> builder)
    {
        builder.IsHistory("PastProcedures");
        builder.Property(e => e.Name).HasMaxLength(200);
        builder.Property(e => e.Place).HasMaxLength(200);
    }
}

internal sealed class FamilyConditionConfiguration : IEntityTypeConfiguration<FamilyCondition>
{
    public void Configure(EntityTypeBuilder<FamilyCondition> builder)
    {
        builder.IsHistory("FamilyConditions");
        builder.Property(e => e.Condition).HasMaxLength(200);
    }
}

internal sealed class SocialHistoryConfiguration : IEntityTypeConfiguration<SocialHistory>
{
    public void Configure(EntityTypeBuilder<SocialHistory> builder)
    {
        builder.IsHistory("SocialHistories");
        builder.Property(e => e.Occupation).HasMaxLength(200);
        builder.Property(e => e.Living).HasMaxLength(200);
    }
}

internal sealed class PregnancyConfiguration : IEntityTypeConfiguration<Pregnancy>
{
    public void Configure(EntityTypeBuilder<Pregnancy> builder)
    {
        builder.IsHistory("Pregnancies");
        builder.HasIndex(e => new { e.OrganizationId, e.PatientId, e.DueOn }).IsUnique().HasFilter("\"EndedOn\" IS NULL AND \"EnteredInErrorAt\" IS NULL").HasDatabaseName("UX_Pregnancies_Open")
            .Explained(HistoryErrors.AlreadyPregnant);
    }
}
