using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Patients;
using MediSecure.Tests.Access;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Support;

/// <summary>The doors under concurrent use, and that the arrangement of tests goes through the same rules as the house.</summary>
public abstract class TestDatabaseTests(TestDatabase db)
{
    [Fact]
    public async Task A_person_sees_the_rows_of_their_organisation_and_no_others()
    {
        var here = await db.Given.OrganizationAsync();
        var there = await db.Given.OrganizationAsync();
        var mine = await db.Given.PatientAsync(here);
        var theirs = await db.Given.PatientAsync(there);
        var nurse = await db.People.NurseAsync(here);

        await using var open = await nurse.Doors.OpenAsync(Permission.SearchPatients, CancellationToken.None);
        var seen = await open.Patients.Select(patient => patient.Id).ToListAsync();

        Assert.Contains(mine.Id, seen);
        Assert.DoesNotContain(theirs.Id, seen);
    }

    [Fact]
    public async Task Six_hundred_mixed_operations_in_parallel_all_succeed()
    {
        var organization = await db.Given.OrganizationAsync();
        var patient = await db.Given.PatientAsync(organization);
        var receptionist = await db.People.ReceptionistAsync(organization);

        var results = await Task.WhenAll(Enumerable.Range(0, 600).Select(i => Task.Run(async () => (i % 3) switch
        {
            0 => await ReadAsync(receptionist, patient.Id),
            1 => await AddAsync(receptionist, i),
            _ => await EditAsync(receptionist, patient.Id, i),
        })));

        Assert.All(results, result => Assert.Null(result.Error));
        var (patients, events) = await db.LookAsync(organization, async look => (await look.Patients.CountAsync(),
            await look.AuditEvents.CountAsync(e => e.EventCode == nameof(Permission.RegisterPatient) || e.EventCode == nameof(Permission.EditPatient))));
        Assert.Equal(201, patients);
        Assert.Equal(400, events);
    }

    private static async Task<Result> ReadAsync(ActingPerson person, Guid patientId)
    {
        await using var open = await person.Doors.OpenAsync(Permission.SearchPatients, CancellationToken.None);
        return await open.Patients.AnyAsync(patient => patient.Id == patientId) ? Result.Ok : Error.NotFound;
    }

    private static Task<Result> AddAsync(ActingPerson person, int number) => person.Doors.ChangeAsync(Permission.RegisterPatient, async (open, ct) =>
    {
        open.Add(new Patient(Guid.CreateVersion7(), open.OrganizationId, $"P-{number}", new PersonName("Many", $"N{number}"), Sex.Other, new DateOnly(1990, 1, 1), TestDatabase.Start.UtcDateTime));
        return await open.SaveAsync(ct);
    }, CancellationToken.None);

    private static async Task<Result> EditAsync(ActingPerson person, Guid patientId, int number)
    {
        // A stale version is a right answer to a race; the person tries again.
        while (true)
        {
            var result = await person.Doors.ChangeAsync(Permission.EditPatient, async (open, ct) =>
            {
                var patient = await open.Patients.SingleAsync(p => p.Id == patientId, ct);
                patient.Rename(new PersonName("Renamed", $"N{number}"));
                return await open.SaveAsync(ct);
            }, CancellationToken.None);
            if (result.Error?.Code != Error.Stale.Code)
            {
                return result;
            }
        }
    }

    [Fact]
    public async Task A_refusal_is_recorded_and_changes_nothing()
    {
        var organization = await db.Given.OrganizationAsync();
        var porter = await db.People.LogisticsAsync(organization);

        await Assert.ThrowsAsync<AccessDeniedException>(() => AddAsync(porter, 1));

        Assert.Equal(AuditOutcome.Refused, await db.LookAsync(organization, look => look.AuditEvents
            .Where(e => e.ActorUserId == porter.UserId && e.EventCode == nameof(Permission.RegisterPatient)).Select(e => e.Outcome).SingleAsync()));
        Assert.Equal(0, await db.LookAsync(organization, look => look.Patients.CountAsync()));
    }
}

public sealed class TestDatabaseOnSqlite(SqliteDatabase db) : TestDatabaseTests(db), IClassFixture<SqliteDatabase>;

public sealed class TestDatabaseOnPostgres(PostgresDatabase db) : TestDatabaseTests(db), IClassFixture<PostgresDatabase>;
