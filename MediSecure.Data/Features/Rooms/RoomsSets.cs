using MediSecure.Data.Features.Rooms;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<Room> Rooms => Set<Room>();
}
