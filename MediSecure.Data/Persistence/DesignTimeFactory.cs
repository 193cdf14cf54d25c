using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace MediSecure.Data.Persistence;

/// <summary>For <c>dotnet ef migrations add</c>: PostgreSQL without a server. The in-memory demo has no migrations.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<MediSecureDbContext>
{
    public MediSecureDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<MediSecureDbContext>().UseNpgsql("Host=design-time", o => o.SetPostgresVersion(15, 0)).Options);
}
