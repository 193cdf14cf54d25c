using MediSecure.Data.Features.ActivityReviews;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<ActivityReview> ActivityReviews => Set<ActivityReview>();
}
