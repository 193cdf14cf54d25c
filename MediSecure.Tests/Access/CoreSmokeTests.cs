using MediSecure.Data;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.DemoData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediSecure.Tests.Access;

public class CoreSmokeTests
{
    private sealed class Somebody(Caller? caller) : ICurrentUser
    {
        public ValueTask<Caller?> GetAsync() => ValueTask.FromResult(caller);
    }

    private static ServiceProvider Provider(Caller? caller)
    {
        var services = new ServiceCollection().AddLogging(b => b.AddConsole());
        services.AddScoped<ICurrentUser>(_ => new Somebody(caller));
        services.AddMediSecureData(new DataOptions(null, true, null));
        return services.BuildServiceProvider();
    }

    [Fact]
    public async Task Demo_fills_and_doors_open_and_refuse()
    {
        var general = DemoWorld.Id("organization", DemoAccounts.General);
        await using var sp = Provider(new Caller(DemoWorld.UserId("receptionist@chihealth.example"), general));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await sp.GetRequiredService<DemoMode>().StartAsync(default);
        TestContext.Current.TestOutputHelper!.WriteLine($"filled in {watch.ElapsedMilliseconds} ms");
        using var scope = sp.CreateScope();
        var door = scope.ServiceProvider.GetRequiredService<MediSecureDb>();
        await using var db = await door.OpenAsync(Permission.SearchPatients, default);
        Assert.True(await db.Patients.CountAsync() >= 120);
        TestContext.Current.TestOutputHelper!.WriteLine(db.Patients.Where(p => p.SearchName == "x").ToQueryString());
        var sql = db.Appointments.Where(p => p.Reason == "x").ToQueryString();
        TestContext.Current.TestOutputHelper!.WriteLine(sql);
        var doctor = (await db.StaffMembers.AsNoTracking().ToListAsync()).Single(s => s.Name == "Dr Tunde Adebayo");
        var patient = await db.Patients.AsNoTracking().FirstAsync(p => p.DisplayName == "Amina Bello");
        await Assert.ThrowsAsync<AccessDeniedException>(() => door.OpenAsync(Permission.EditRooms, default));

        Task<MediSecure.Data.Common.Result> Book(int minute) => door.ChangeAsync(Permission.BookAppointment, async (d, ct) =>
        {
            var at = new DateTime(2030, 1, 1, 9, minute, 0, DateTimeKind.Utc);
            d.Add(new Appointment(Guid.CreateVersion7(), general, patient.Id, doctor.Id, doctor.UserId, null, null, at, at.AddMinutes(20), null, AppointmentStatus.Booked, at, d.ActorId));
            return await d.SaveAsync(ct);
        }, default);
        Assert.False((await Book(0)).Failed);
        Assert.Equal("appointment.patient-taken", (await Book(10)).Error?.Code);
        Assert.False((await Book(20)).Failed);
        await using var tail = sp.GetRequiredService<DatabaseSource>().Create(new AccessScope { OrganizationId = general });
        Assert.Equal(1, await tail.AuditEvents.CountAsync(e => e.Node != "demo" && e.Outcome == MediSecure.Data.Features.ActivityLog.AuditOutcome.Refused));
        Assert.Equal(2, await tail.AuditEvents.CountAsync(e => e.Node != "demo" && e.EventCode == "BookAppointment" && e.PatientId == patient.Id));
        TestContext.Current.TestOutputHelper!.WriteLine((await tail.AuditEvents.FirstAsync(e => e.Node != "demo" && e.EventCode == "BookAppointment")).Changes!);
        var chart = await door.OpenChartAsync(Permission.ViewPatient, Guid.NewGuid(), default);
        Assert.True(chart.Failed);
    }
}
