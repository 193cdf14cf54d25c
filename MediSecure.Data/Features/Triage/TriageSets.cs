using MediSecure.Data.Features.Triage;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<TriageEntry> TriageEntries => Set<TriageEntry>();

    public DbSet<TriageAssessment> TriageAssessments => Set<TriageAssessment>();
}
