using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.Patients;

internal sealed class PatientConfiguration : IEntityTypeConfiguration<Patient>
{
    public void Configure(EntityTypeBuilder<Patient> builder)
    {
        builder.ToTable("Patients", t =>
        {
            t.HasCheckConstraint("CK_Patients_Named", "\"GivenName\" IS NOT NULL OR \"FamilyName\" IS NOT NULL");
            t.HasCheckConstraint("CK_Patients_Restricted", "(\"Restriction\" IS NULL) = (\"RestrictedAt\" IS NULL) AND (\"Restriction\" IS NULL) = (\"RestrictedBy\" IS NULL)");
        });
        builder.HasKey(p => new { p.OrganizationId, p.Id });
        builder.Ignore(p => p.PatientId);
        builder.BelongsToOrganization();
        builder.Property(p => p.RecordNumber).HasMaxLength(20).Ordinal();
        builder.Property(p => p.Title).HasMaxLength(40);
        builder.Property(p => p.GivenName).HasMaxLength(PersonName.MaxPartLength);
        builder.Property(p => p.MiddleName).HasMaxLength(PersonName.MaxPartLength);
        builder.Property(p => p.FamilyName).HasMaxLength(PersonName.MaxPartLength);
        builder.Property(p => p.DisplayName).HasMaxLength(650);
        builder.Property(p => p.SearchName).HasMaxLength(650).Ordinal();
        builder.Property(p => p.PhoneIndex).FindsBlindly<Patient>(nameof(Patient.Phone), BlindIndexKind.Phone);
        builder.Property(p => p.NationalIdIndex).FindsBlindly<Patient>(nameof(Patient.NationalId), BlindIndexKind.Identifier);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(p => p.RestrictedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.OrganizationId, p.RecordNumber }).IsUnique().HasDatabaseName("UX_Patients_RecordNumber")
            .Explained(Error.Conflict("patient.record-number-taken", "This record number was just given to somebody else. Save again to get the next one."));
        builder.HasIndex(p => new { p.OrganizationId, p.UserId }).IsUnique().HasFilter("\"UserId\" IS NOT NULL").HasDatabaseName("UX_Patients_User")
            .Explained(Error.Conflict("patient.sign-in-taken", "This sign-in already belongs to another patient here."));
        builder.HasIndex(p => new { p.OrganizationId, p.BirthDate, p.Id }).HasDatabaseName("IX_Patients_BirthDate");
        builder.HasIndex(p => new { p.OrganizationId, p.PhoneIndex }).HasFilter("\"PhoneIndex\" IS NOT NULL").HasDatabaseName("IX_Patients_Phone");
        builder.HasIndex(p => new { p.OrganizationId, p.NationalIdIndex }).IsUnique().HasFilter("\"NationalIdIndex\" IS NOT NULL").HasDatabaseName("UX_Patients_NationalId").Explained(PatientErrors.NationalIdTaken);
        builder.HasIndex(p => new { p.OrganizationId, p.SearchName, p.Id }).HasDatabaseName("IX_Patients_SearchName");
    }
}

internal sealed class PatientSearchWordConfiguration : IEntityTypeConfiguration<PatientSearchWord>
{
    public void Configure(EntityTypeBuilder<PatientSearchWord> builder)
    {
        builder.ToTable("PatientSearchWords");
        builder.HasKey(w => new { w.OrganizationId, w.Word, w.PatientId });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Property(w => w.Word).HasMaxLength(PersonName.MaxPartLength).Ordinal();
    }
}

internal sealed class RecordNumberCounterConfiguration : IEntityTypeConfiguration<RecordNumberCounter>
{
    public void Configure(EntityTypeBuilder<RecordNumberCounter> builder)
    {
        builder.ToTable("RecordNumberCounters");
        builder.HasKey(c => c.OrganizationId);
        builder.BelongsToOrganization();
    }
}
