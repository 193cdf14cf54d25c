using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Patients;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.ActivityLog;

/// <summary>What a patient reads about who opened their record, on both databases.</summary>
public abstract class RecordAccessTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private async Task<(ActingPerson Patient, Guid Organization)> SceneAsync()
    {
        var organization = await db.Given.OrganizationAsync();
        return (await db.People.PatientAsync(organization), organization);
    }

    private static AuditEvent Event(Guid organization, DateTime at, Guid? actor, Guid? patient, AuditPurpose purpose = AuditPurpose.Treatment, string? reason = null, string roles = "Nurse", AuditAction action = AuditAction.Read) => new()
    {
        OrganizationId = organization, Id = Guid.CreateVersion7(), RecordedAt = at, EventCode = nameof(Permission.ViewPatient), Action = action, Outcome = AuditOutcome.Success, ActorUserId = actor, ActorRoles = roles,
        Purpose = purpose, PatientId = patient, EntityType = "Patient", EntityId = patient, Reason = reason, Address = "10.0.0.9", Node = "test", AppVersion = "0",
    };

    /// <summary>Without what the arrangement of the test itself left in the log.</summary>
    private static async Task<IReadOnlyList<RecordAccessRow>> RowsAsync(ActingPerson patient, RecordAccessFilter? filter = null) =>
        [.. (await patient.Service<ActivityLogService>().RecordAccessAsync(filter ?? new(), null, Ct)).Value.Rows.Where(row => row.Roles != "test")];

    [Fact]
    public async Task A_patient_reads_who_opened_the_record_in_which_role_what_and_why()
    {
        var (patient, organization) = await SceneAsync();
        var nurse = await db.People.NurseAsync(organization, "Joy Reader");
        await db.Given.TreatsAsync(nurse, patient.PatientId!.Value);
        Assert.Null((await nurse.Service<PatientService>().OpenAsync(patient.PatientId.Value, Ct)).Error);
        await db.AddAsync(organization, Event(organization, db.Now.AddMinutes(-1), nurse.UserId, patient.PatientId, AuditPurpose.BreakGlass, "unconscious, no relative reachable"));

        var rows = await RowsAsync(patient);

        Assert.Equal(["Joy Reader", "Joy Reader"], rows.Select(row => row.Who));
        Assert.Equal((AuditPurpose.Treatment, null, "Nurse"), (rows[0].Purpose, rows[0].Reason, rows[0].Roles));
        Assert.StartsWith("opened the record of Ada", rows[0].What, StringComparison.Ordinal);
        Assert.Equal((AuditPurpose.BreakGlass, "unconscious, no relative reachable"), (rows[1].Purpose, rows[1].Reason));
    }

    [Fact]
    public async Task Own_views_stand_apart_and_people_and_days_filter()
    {
        var (patient, organization) = await SceneAsync();
        var (joy, tola) = (await db.People.NurseAsync(organization, "Joy Filter"), await db.People.NurseAsync(organization, "Tola Filter"));
        await db.AddAsync(organization, Event(organization, db.Now.AddDays(-3), joy.UserId, patient.PatientId), Event(organization, db.Now.AddDays(-1), tola.UserId, patient.PatientId),
            Event(organization, db.Now.AddDays(-2), patient.UserId, patient.PatientId, roles: "Patient"), Event(organization, db.Now.AddDays(-1), joy.UserId, null));

        Assert.Equal(["Tola Filter", "Joy Filter"], (await RowsAsync(patient)).Select(row => row.Who));
        Assert.All(await RowsAsync(patient, new(Own: true)), row => Assert.StartsWith("Ada ", row.Who, StringComparison.Ordinal));
        Assert.Equal("Joy Filter", Assert.Single(await RowsAsync(patient, new(ActorUserId: joy.UserId))).Who);
        var day = DateOnly.FromDateTime(db.Now.AddDays(-1));
        Assert.Equal("Tola Filter", Assert.Single(await RowsAsync(patient, new(From: day, Until: day))).Who);
        Assert.Equal(["Joy Filter", "Tola Filter"], (await patient.Service<ActivityLogService>().RecordAccessPeopleAsync(Ct)).Select(one => one.Name));
        Assert.Equal("Tola Filter", (await patient.Service<ActivityLogService>().RecentRecordAccessAsync(9, Ct)).First(row => row.Roles != "test").Who);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap()
    {
        var (patient, organization) = await SceneAsync();
        var nurse = await db.People.NurseAsync(organization);
        await db.AddAsync(organization, [.. Enumerable.Range(0, 23).Select(i => Event(organization, db.Now.AddDays(-2).AddSeconds(i / 4), nurse.UserId, patient.PatientId))]);
        var seen = new List<Guid>();
        ActivityCursor? next = null;
        do
        {
            var page = (await patient.Service<ActivityLogService>().RecordAccessAsync(new(), next, Ct, size: 5)).Value;
            seen.AddRange(page.Rows.Where(row => row.Roles != "test").Select(row => row.Id));
            next = page.Next;
        }
        while (next is not null);
        Assert.Equal((23, 23), (seen.Count, seen.Distinct().Count()));
    }

    [Fact]
    public async Task Nobody_reads_about_another_patients_record()
    {
        var (patient, organization) = await SceneAsync();
        var other = await db.People.PatientAsync(organization);
        var nurse = await db.People.NurseAsync(organization, "Joy Other");
        await db.AddAsync(organization, Event(organization, db.Now, nurse.UserId, other.PatientId));
        Assert.Empty(await RowsAsync(patient));
        Assert.Empty(await patient.Service<ActivityLogService>().RecordAccessPeopleAsync(Ct));
        await Assert.ThrowsAsync<AccessDeniedException>(() => RowsAsync(nurse));
        await Assert.ThrowsAsync<AccessDeniedException>(async () => await RowsAsync(await db.People.AdministratorAsync(organization)));
    }

    [Fact]
    public async Task Looking_is_recorded_once_and_stands_among_own_views()
    {
        var (patient, _) = await SceneAsync();
        await RowsAsync(patient);
        var own = await RowsAsync(patient, new(Own: true));
        Assert.StartsWith("looked at who opened the record", Assert.Single(own).What, StringComparison.Ordinal);
    }
}

public sealed class RecordAccessOnSqlite(SqliteDatabase db) : RecordAccessTests(db), IClassFixture<SqliteDatabase>;

public sealed class RecordAccessOnPostgres(PostgresDatabase db) : RecordAccessTests(db), IClassFixture<PostgresDatabase>;

public sealed class RecordAccessCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        Case("RecordAccessAsync", async log => await log.RecordAccessAsync(new RecordAccessFilter(), null, default)),
        Case("RecentRecordAccessAsync", async log => Result.Of(await log.RecentRecordAccessAsync(3, default))),
        Case("RecordAccessPeopleAsync", async log => Result.Of(await log.RecordAccessPeopleAsync(default))),
    ];

    private static OperationCase Case(string method, Func<ActivityLogService, Task<Result>> call) =>
        new($"ActivityLogService.{method}", Permission.ViewRecordAccess, (_, person) => Task.FromResult<Func<Task<Result>>>(() => call(person.Service<ActivityLogService>())));
}
