using MediSecure.Data.Features.Appointments;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<Appointment> Appointments => Set<Appointment>();

    public DbSet<Features.Appointments.ClinicianBusy> ClinicianBusy => Set<Features.Appointments.ClinicianBusy>();

    public DbSet<Features.Appointments.WorkingHours> WorkingHours => Set<Features.Appointments.WorkingHours>();

    public DbSet<Absence> Absences => Set<Absence>();
}
