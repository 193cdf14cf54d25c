using MediSecure.Data.Features.Consents;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<Consent> Consents => Set<Consent>();
}
