using MediSecure.Data.Features.Fluids;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<FluidEntry> FluidEntries => Set<FluidEntry>();
}
