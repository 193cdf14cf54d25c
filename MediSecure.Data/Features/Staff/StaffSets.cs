using MediSecure.Data.Features.Staff;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<StaffMember> StaffMembers => Set<StaffMember>();

    public DbSet<StaffDepartment> StaffDepartments => Set<StaffDepartment>();
}
