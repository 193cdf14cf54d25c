using MediSecure.Data.Features.Allergies;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<Allergy> Allergies => Set<Allergy>();

    public DbSet<NoKnownAllergies> NoKnownAllergies => Set<NoKnownAllergies>();
}
