using MediSecure.Data.Features.EmergencyAccess;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<EmergencyGrant> EmergencyGrants => Set<EmergencyGrant>();
}
