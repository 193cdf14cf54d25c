using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.DiagnosisCodes;

internal sealed class DiagnosisCodeConfiguration : IEntityTypeConfiguration<DiagnosisCode>
{
    public void Configure(EntityTypeBuilder<DiagnosisCode> builder)
    {
        builder.ToTable("DiagnosisCodes");
        builder.HasKey(c => c.Code);
        builder.Property(c => c.Code).HasMaxLength(8).Ordinal().ValueGeneratedNever();
        builder.Property(c => c.Title).HasMaxLength(DiagnosisCode.MaxTitleLength);
        builder.Property(c => c.SearchCode).HasMaxLength(8).Ordinal();
        builder.Property(c => c.SearchTitle).HasMaxLength(DiagnosisCode.MaxTitleLength).Ordinal();
        builder.HasIndex(c => c.SearchCode).HasDatabaseName("IX_DiagnosisCodes_SearchCode");
        builder.HasData(CuratedCodes.All);
    }
}
