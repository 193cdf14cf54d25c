using MediSecure.Data.Features.Carers;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<CareProxy> CareProxies => Set<CareProxy>();
}
