using MediSecure.Data.Features.PatientSignIns;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<PatientInvitation> PatientInvitations => Set<PatientInvitation>();
}
