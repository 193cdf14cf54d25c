using MediSecure.Data.Features.Beds;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<Bed> Beds => Set<Bed>();

    public DbSet<BedStay> BedStays => Set<BedStay>();

    public DbSet<CleaningTask> CleaningTasks => Set<CleaningTask>();
}
