using MediSecure.Data.Features.Amendments;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<AmendmentRequest> AmendmentRequests => Set<AmendmentRequest>();
}
