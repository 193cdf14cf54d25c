using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Persistence;

/// <summary>A fact about the whole database, such as "filled with demo data". No organisation, no patient.</summary>
public sealed class DatabaseMark
{
    public const string DemoSeeded = "demo-seeded";

    public required string Key { get; init; }

    public required DateTime At { get; init; }
}

public sealed partial class MediSecureDbContext
{
    public DbSet<DatabaseMark> DatabaseMarks => Set<DatabaseMark>();
}

internal sealed class DatabaseMarkConfiguration : IEntityTypeConfiguration<DatabaseMark>
{
    public void Configure(EntityTypeBuilder<DatabaseMark> builder)
    {
        builder.ToTable("DatabaseMarks");
        builder.HasKey(m => m.Key);
        builder.Property(m => m.Key).HasMaxLength(64);
    }
}
