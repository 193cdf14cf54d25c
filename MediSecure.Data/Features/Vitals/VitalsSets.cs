using MediSecure.Data.Features.Vitals;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<VitalSigns> VitalSigns => Set<VitalSigns>();

    public DbSet<VitalStanding> VitalStandings => Set<VitalStanding>();

    public DbSet<SaturationScaleOrder> SaturationScaleOrders => Set<SaturationScaleOrder>();

    public DbSet<Escalation> Escalations => Set<Escalation>();
}
