using MediSecure.Data.Features.Deaths;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<DeathRecord> DeathRecords => Set<DeathRecord>();
}
