using MediSecure.Data.Features.Referrals;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<Referral> Referrals => Set<Referral>();

    public DbSet<IncomingReferral> IncomingReferrals => Set<IncomingReferral>();
}
