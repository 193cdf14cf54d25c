using MediSecure.Data.Features.Patients;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<Patient> Patients => Set<Patient>();

    public DbSet<PatientSearchWord> PatientSearchWords => Set<PatientSearchWord>();

    public DbSet<RecordNumberCounter> RecordNumberCounters => Set<RecordNumberCounter>();
}
