using MediSecure.Data.Features.Problems;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<HealthProblem> HealthProblems => Set<HealthProblem>();
}
