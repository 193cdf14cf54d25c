using MediSecure.Data.Features.Nutrition;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<NutritionAssessment> NutritionAssessments => Set<NutritionAssessment>();

    public DbSet<NutritionConsult> NutritionConsults => Set<NutritionConsult>();
}
