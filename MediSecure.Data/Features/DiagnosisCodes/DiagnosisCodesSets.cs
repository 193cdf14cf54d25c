using MediSecure.Data.Features.DiagnosisCodes;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<DiagnosisCode> DiagnosisCodes => Set<DiagnosisCode>();
}
