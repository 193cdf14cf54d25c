using MediSecure.Data.Access;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Rooms;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Access;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Support;

/// <summary>Rows to begin with, saved as they would be in the field. Names and numbers are made up and differ, so that facts in one database do not meet.</summary>
public sealed class Given(TestDatabase db)
{
    private static int _number = 100;

    private static int Next() => Interlocked.Increment(ref _number);

    public async Task<Guid> OrganizationAsync(string? name = null, Guid? parentId = null, string timeZone = "Africa/Lagos", OrganizationType type = OrganizationType.Hospital)
    {
        var organization = new Organization(Guid.CreateVersion7(), name ?? $"Hospital {Next()}", type, timeZone, parentId, "TS", "NGN", "NG");
        await db.AddAsync(organization.Id, organization);
        return organization.Id;
    }

    public async Task<Department> DepartmentAsync(Guid organizationId, string? name = null)
    {
        var department = new Department(Guid.CreateVersion7(), organizationId, name ?? $"Department {Next()}", null);
        await db.AddAsync(organizationId, department);
        return department;
    }

    public async Task<Ward> WardAsync(Guid organizationId, Guid? departmentId = null, string? name = null)
    {
        var ward = new Ward(Guid.CreateVersion7(), organizationId, departmentId ?? (await DepartmentAsync(organizationId)).Id, name ?? $"Ward {Next()}");
        await db.AddAsync(organizationId, ward);
        return ward;
    }

    /// <summary>A patient room on a ward (a new one unless given); other kinds stand directly in a department.</summary>
    public async Task<Room> RoomAsync(Guid organizationId, RoomKind kind = RoomKind.PatientRoom, Ward? ward = null)
    {
        ward ??= kind == RoomKind.PatientRoom ? await WardAsync(organizationId) : null;
        var departmentId = ward?.DepartmentId ?? (await DepartmentAsync(organizationId)).Id;
        var room = new Room(Guid.CreateVersion7(), organizationId, $"{Next()}", kind, departmentId, ward?.Id, null);
        await db.AddAsync(organizationId, room);
        return room;
    }

    /// <summary>A free bed.</summary>
    public async Task<Bed> BedAsync(Guid organizationId, Room? room = null, string? label = null)
    {
        room ??= await RoomAsync(organizationId);
        var bed = new Bed(Guid.CreateVersion7(), organizationId, room.Id, label ?? $"{room.Number}-{Next()}", db.Now.AddDays(-1));
        await db.AddAsync(organizationId, bed);
        return bed;
    }

    public async Task<Patient> PatientAsync(Guid organizationId, string? given = null, string? family = null, DateOnly? birthDate = null)
    {
        var number = Next();
        var name = given is null && family is null ? new PersonName("Ada", $"Test{number}") : new PersonName(given, family);
        var patient = new Patient(Guid.CreateVersion7(), organizationId, $"TS-{number}", name, Sex.Female, birthDate ?? new DateOnly(1980, 1, 2), db.Now.AddDays(-1));
        await db.AddAsync(organizationId, [patient, .. SearchText.Words(name.Display).Select(word => new PatientSearchWord(organizationId, patient.Id, word))]);
        return patient;
    }

    /// <summary>Working hours round the clock, every day, slots of 30 minutes.</summary>
    public Task AlwaysWorkingAsync(ActingPerson clinician, Guid? roomId = null) => db.AddAsync(clinician.OrganizationId,
        [.. Enum.GetValues<DayOfWeek>().Select(day => new WorkingHours(Guid.CreateVersion7(), clinician.OrganizationId, clinician.StaffMemberId, roomId, day, 0, 1440, 30))]);

    /// <summary>An appointment as it stands in the database, past the rules of booking.</summary>
    public async Task<Appointment> AppointmentAsync(ActingPerson clinician, Guid patientId, DateTime startsAt, int minutes = 30, AppointmentStatus status = AppointmentStatus.Booked, Guid? roomId = null)
    {
        var appointment = new Appointment(Guid.CreateVersion7(), clinician.OrganizationId, patientId, clinician.StaffMemberId!.Value, clinician.UserId, roomId, null, startsAt,
            startsAt.AddMinutes(minutes), "Given", status, db.Now, clinician.UserId);
        await db.AddAsync(clinician.OrganizationId, appointment);
        return appointment;
    }

    /// <summary>From now on this person may open that patient's chart: a finished visit with them, which is the relationship that shows least. Nothing for who needs none (patients, people without a
    /// staff row). See <c>CareRelationshipTests</c> for the other grounds.</summary>
    public async Task TreatsAsync(ActingPerson person, params Guid[] patientIds)
    {
        if (person.StaffMemberId is { } clinician)
        {
            // As the seed writes: without an event, so that a test which counts events counts its own.
            await using var open = db.Services.GetRequiredService<DatabaseSource>().Create(new AccessScope { OrganizationId = person.OrganizationId, Job = DemoSeed.Job, Operation = DemoSeed.Job, CanWrite = true });
            open.AddRange(patientIds.Where(id => id != person.PatientId).Select(id => FinishedVisit(person.OrganizationId, id, clinician, db.Now)));
            await open.SaveChangesAsync();
        }
    }

    private static Encounter FinishedVisit(Guid organizationId, Guid patientId, Guid clinicianId, DateTime now)
    {
        var visit = Encounter.Visit(Guid.CreateVersion7(), organizationId, patientId, now.AddHours(-2), clinicianId, null, null);
        visit.StartVisit(now.AddHours(-2));
        visit.FinishVisit(now.AddHours(-1));
        return visit;
    }

    /// <summary>A patient whom this person treats.</summary>
    public async Task<Patient> PatientOfAsync(ActingPerson person, string? given = null, string? family = null)
    {
        var patient = await PatientAsync(person.OrganizationId, given, family);
        await TreatsAsync(person, patient.Id);
        return patient;
    }
}
