using MediSecure.Data.Features.History;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<Immunisation> Immunisations => Set<Immunisation>();

    public DbSet<PastProcedure> PastProcedures => Set<PastProcedure>();

    public DbSet<FamilyCondition> FamilyConditions => Set<FamilyCondition>();

    public DbSet<SocialHistory> SocialHistories => Set<SocialHistory>();

    public DbSet<Pregnancy> Pregnancies => Set<Pregnancy>();
}
