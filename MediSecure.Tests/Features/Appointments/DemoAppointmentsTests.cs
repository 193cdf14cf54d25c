using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.Appointments;

/// <summary>What the demo promises, at any hour of the day at which it is reset.</summary>
public sealed class DemoAppointmentsTests(SqliteDatabase db) : IClassFixture<SqliteDatabase>
{
    private static readonly Guid General = DemoWorld.Id("organization", DemoAccounts.General);
    private static readonly Guid Adebayo = DemoWorld.Id("staff", DemoAccounts.General, "dr.adebayo@chihealth.example");

    [Theory]
    [InlineData(0, 1)]
    [InlineData(9, 35)]
    [InlineData(13, 0)]
    [InlineData(22, 59)]
    [InlineData(23, 1)]
    public async Task After_a_reset_at_any_hour_every_second_slot_of_Dr_Adebayo_is_free_and_Amina_can_be_booked(int hour, int minute)
    {
        db.Clock.SetUtcNow(db.Clock.GetUtcNow().Date.AddDays(1).AddHours(hour).AddMinutes(minute));
        await db.Services.GetRequiredService<DemoMode>().ResetAsync(null, CancellationToken.None);
        var desk = db.Begin(DemoWorld.UserId("receptionist@chihealth.example"), General, null, null).Service<AppointmentService>();
        var free = (await desk.SlotsAsync(Adebayo, null, 14, CancellationToken.None)).Value.Select(s => s.StartsAt).ToHashSet();
        var next = db.Now.AddMinutes(20 - (db.Now.Minute % 20)).AddSeconds(-db.Now.Second);
        for (var at = next; at < db.Now.AddDays(13); at = at.AddMinutes(20))
        {
            Assert.True(free.Contains(at) || free.Contains(at.AddMinutes(20)), $"neither {at} nor the slot after it is free");
        }

        var amina = DemoWorld.Id("patient", DemoAccounts.General, "Amina Bello");
        var booked = await desk.BookAsync(new() { PatientId = amina, ClinicianId = Adebayo, StartsAt = free.Min() }, CancellationToken.None);
        Assert.Null(booked.Error);
        Assert.Null((await desk.CheckInAsync(booked.Value.Id, CancellationToken.None)).Error);
        var doctor = db.Begin(DemoWorld.UserId("dr.adebayo@chihealth.example"), General, Adebayo, null).Service<AppointmentService>();
        Assert.Contains((await doctor.DayAsync(null, CancellationToken.None)).Value.Rows, row => row.Id == booked.Value.Id);
        Assert.Null((await doctor.StartAsync(booked.Value.Id, CancellationToken.None)).Error);
        Assert.Null((await doctor.FulfilAsync(booked.Value.Id, CancellationToken.None)).Error);
    }

    [Fact]
    public async Task Every_state_has_rows_and_every_coming_visit_lies_in_working_hours()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await db.Services.GetRequiredService<DemoMode>().ResetAsync(null, CancellationToken.None);
        TestContext.Current.TestOutputHelper!.WriteLine($"filled in {watch.ElapsedMilliseconds} ms");
        var counts = await db.LookAsync(General, look => look.Appointments.GroupBy(a => a.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        Assert.Empty(Enum.GetValues<AppointmentStatus>().Except(counts.Keys).Except([AppointmentStatus.Held]));
        Assert.True(counts.Values.Sum() > 500);
        var amina = DemoWorld.Id("patient", DemoAccounts.General, "Amina Bello");
        var hers = await db.LookAsync(General, look => look.Appointments.Where(a => a.PatientId == amina).OrderBy(a => a.StartsAt).ToListAsync());
        Assert.Equal([AppointmentStatus.Fulfilled, AppointmentStatus.Fulfilled, AppointmentStatus.Cancelled, AppointmentStatus.Booked], hers.Select(a => a.Status));
        Assert.Equal(hers[2].Id, hers[3].RescheduledFromId);

        var zone = TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos");
        var now = db.Now;
        await db.LookAsync(General, async look =>
        {
            foreach (var doctor in await look.StaffMembers.Where(s => s.IsBookable).ToListAsync())
            {
                var clinician = new TimetableService.Clinician(doctor.Id, doctor.UserId, doctor.Name, null);
                var table = await TimetableService.LoadAsync(look, zone, clinician, new TimeSlot(now, now.AddDays(15)), now, CancellationToken.None);
                foreach (var visit in await look.Appointments.Where(a => a.ClinicianId == doctor.Id && a.Status == AppointmentStatus.Booked).ToListAsync())
                {
                    Assert.NotNull(SlotFinder.Place(table, visit.StartsAt, visit.Slot.Minutes));
                    Assert.DoesNotContain(table.Away, away => away.Overlaps(visit.Slot));
                }
            }

            return 0;
        });
    }
}
