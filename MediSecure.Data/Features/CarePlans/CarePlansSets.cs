using MediSecure.Data.Features.CarePlans;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<CarePlan> CarePlans => Set<CarePlan>();

    public DbSet<CarePlanHold> CarePlanHolds => Set<CarePlanHold>();

    public DbSet<CarePlanChange> CarePlanChanges => Set<CarePlanChange>();

    public DbSet<PlanGoal> PlanGoals => Set<PlanGoal>();

    public DbSet<PlanActivity> PlanActivities => Set<PlanActivity>();

    public DbSet<PlanTick> PlanTicks => Set<PlanTick>();
}
