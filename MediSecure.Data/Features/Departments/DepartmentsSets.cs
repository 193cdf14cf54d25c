using MediSecure.Data.Features.Departments;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<Department> Departments => Set<Department>();

    public DbSet<Ward> Wards => Set<Ward>();
}
