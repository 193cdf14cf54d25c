using MediSecure.Data.Features.Organizations;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<Organization> Organizations => Set<Organization>();
}
