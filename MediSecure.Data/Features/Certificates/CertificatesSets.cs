using MediSecure.Data.Features.Certificates;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<Certificate> Certificates => Set<Certificate>();

    public DbSet<CertificateCounter> CertificateCounters => Set<CertificateCounter>();
}
