using MediSecure.Data.Features.Encounters;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<Encounter> Encounters => Set<Encounter>();

    public DbSet<EncounterDiagnosis> EncounterDiagnoses => Set<EncounterDiagnosis>();
}
