using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Patients;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Appointments;

/// <summary>Two hundred people want the same time, through the service, released by one gate. Exactly one gets it; the others hear which times are free.</summary>
public abstract class AppointmentRaceTests(TestDatabase db)
{
    private const int Tries = 200;

    [Fact]
    public async Task Of_two_hundred_tries_for_one_slot_exactly_one_wins()
    {
        var (organization, doctor, patients) = await SceneAsync();
        var results = await RaceAsync(organization, i => new() { PatientId = patients[i], ClinicianId = doctor.StaffMemberId, StartsAt = db.Now.AddHours(1) });
        await JudgeAsync(organization, doctor, results, winners: 1);
    }

    [Fact]
    public async Task Overlapping_slots_are_one_race_too()
    {
        var (organization, doctor, patients) = await SceneAsync();
        // Each of these half hours overlaps each other one.
        var results = await RaceAsync(organization, i => new() { PatientId = patients[i], ClinicianId = doctor.StaffMemberId, StartsAt = db.Now.AddHours(1).AddMinutes(i % 6 * 5) });
        await JudgeAsync(organization, doctor, results, winners: 1);
    }

    [Fact]
    public async Task A_clinician_of_two_organisations_is_won_once_over_both()
    {
        var (here, doctor, patients) = await SceneAsync();
        var there = await db.Given.OrganizationAsync();
        var also = await db.People.AlsoAtAsync(doctor, there, Role.Doctor);
        await db.Given.AlwaysWorkingAsync(also);
        var theirs = await PatientsAsync(there);
        var at = db.Now.AddHours(1);
        var both = await Task.WhenAll(
            RaceAsync(here, i => new() { PatientId = patients[i], ClinicianId = doctor.StaffMemberId, StartsAt = at }, Tries / 2),
            RaceAsync(there, i => new() { PatientId = theirs[i], ClinicianId = also.StaffMemberId, StartsAt = at }, Tries / 2));
        var all = both.SelectMany(r => r).ToList();
        Assert.Equal(1, all.Count(r => !r.Failed));
        Assert.All(all.Where(r => r.Failed), Lost);
        Assert.Equal(1, await db.LookAsync(here, look => look.ClinicianBusy.CountAsync(b => b.UserId == doctor.UserId)));
    }

    [Fact]
    public async Task One_patient_is_booked_once_however_many_clinicians_are_asked()
    {
        var organization = await db.Given.OrganizationAsync();
        var patient = (await db.Given.PatientAsync(organization)).Id;
        var doctors = new List<ActingPerson>();
        for (var i = 0; i < 5; i++)
        {
            doctors.Add(await db.People.DoctorAsync(organization));
            await db.Given.AlwaysWorkingAsync(doctors[i]);
        }

        var results = await RaceAsync(organization, i => new() { PatientId = patient, ClinicianId = doctors[i % 5].StaffMemberId, StartsAt = db.Now.AddHours(1) }, 50);
        Assert.Equal(1, results.Count(r => !r.Failed));
        Assert.All(results.Where(r => r.Failed), Lost);
    }

    [Fact]
    public async Task Moves_that_cross_each_other_end_without_a_stall()
    {
        var (organization, doctor, patients) = await SceneAsync();
        var second = await db.People.DoctorAsync(organization);
        await db.Given.AlwaysWorkingAsync(second);
        var at = db.Now.AddHours(1);
        var one = await db.Given.AppointmentAsync(doctor, patients[0], at);
        var two = await db.Given.AppointmentAsync(second, patients[1], at.AddHours(1));
        var desk = await db.People.ReceptionistAsync(organization);
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => db.Begin(desk.UserId, organization, desk.StaffMemberId, null).Service<AppointmentService>().RescheduleAsync(i % 2 == 0
            ? new() { AppointmentId = one.Id, Version = one.Version, ClinicianId = second.StaffMemberId, StartsAt = at }
            : new() { AppointmentId = two.Id, Version = two.Version, ClinicianId = doctor.StaffMemberId, StartsAt = at.AddHours(1) }, CancellationToken.None))));
        Assert.Equal(2, results.Count(r => !r.Failed));
        Assert.All(results.Where(r => r.Failed), r => Assert.NotEqual(ErrorKind.Busy, r.Error!.Kind));
    }

    private async Task<(Guid Organization, ActingPerson Doctor, List<Guid> Patients)> SceneAsync()
    {
        var organization = await db.Given.OrganizationAsync();
        var doctor = await db.People.DoctorAsync(organization, "Dr Race");
        await db.Given.AlwaysWorkingAsync(doctor);
        return (organization, doctor, await PatientsAsync(organization));
    }

    private async Task<List<Guid>> PatientsAsync(Guid organization)
    {
        var patients = Enumerable.Range(0, Tries).Select(i => new Patient(Guid.CreateVersion7(), organization, $"R-{i}", new PersonName("Race", $"N{i}"), Sex.Female, new DateOnly(1980, 1, 1), db.Now)).ToList();
        await db.AddAsync(organization, [.. patients]);
        return [.. patients.Select(p => p.Id)];
    }

    private async Task<Result<BookedVisit>[]> RaceAsync(Guid organization, Func<int, BookAppointmentForm> form, int tries = Tries)
    {
        var desk = await db.People.ReceptionistAsync(organization);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(0, tries).Select(i => Task.Run(async () =>
        {
            var service = db.Begin(desk.UserId, organization, desk.StaffMemberId, null).Service<AppointmentService>();
            await gate.Task;
            return await service.BookAsync(form(i), CancellationToken.None);
        })).ToList();
        gate.SetResult();
        return await Task.WhenAll(all);
    }

    private async Task JudgeAsync(Guid organization, ActingPerson doctor, Result<BookedVisit>[] results, int winners)
    {
        Assert.Equal(winners, results.Count(r => !r.Failed));
        Assert.All(results.Where(r => r.Failed), Lost);
        Assert.Equal((winners, winners, winners), await db.LookAsync(organization, async look => (
            await look.Appointments.CountAsync(),
            await look.ClinicianBusy.CountAsync(b => b.UserId == doctor.UserId),
            await look.AuditEvents.CountAsync(e => e.EventCode == "BookAppointment" && e.Outcome == AuditOutcome.Success))));
    }

    private static void Lost(Result<BookedVisit> result)
    {
        var taken = Assert.IsType<SlotTakenError>(result.Error);
        Assert.Equal(3, taken.Nearest.Count);
        Assert.Contains("Nearest free: ", taken.Message);
    }
}

public sealed class AppointmentRaceOnSqlite(SqliteDatabase db) : AppointmentRaceTests(db), IClassFixture<SqliteDatabase>;

public sealed class AppointmentRaceOnPostgres(PostgresDatabase db) : AppointmentRaceTests(db), IClassFixture<PostgresDatabase>;
