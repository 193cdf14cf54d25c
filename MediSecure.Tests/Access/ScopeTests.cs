using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Staff;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Access;

/// <summary>What a context may see and write: filters for reading, the guard for writing, composite keys below both.</summary>
public abstract class ScopeTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task A_write_of_a_foreign_row_throws_and_leaves_nothing()
    {
        var doors = db.As(Role.Administrator).Doors;
        var foreign = await db.Given.DepartmentAsync(db.OtherOrganizationId, "Theirs");

        await Assert.ThrowsAsync<InvalidOperationException>(() => doors.ChangeAsync(Permission.EditDepartments, async (open, ct) =>
        {
            open.Add(new Department(Guid.CreateVersion7(), db.OtherOrganizationId, "Planted", null));
            return await open.SaveAsync(ct);
        }, Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => doors.ChangeAsync(Permission.EditDepartments, async (open, ct) =>
        {
            open.Attach(foreign).Entity.Edit("Taken over", null);
            return await open.SaveAsync(ct);
        }, Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => doors.ChangeAsync(Permission.EditDepartments, async (open, ct) =>
        {
            open.Remove(foreign);
            return await open.SaveAsync(ct);
        }, Ct));

        Assert.Equal(["Theirs"], await db.LookAsync(look => look.Departments.Where(d => d.Id == foreign.Id || d.Name == "Planted").Select(d => d.Name).ToListAsync(), db.OtherOrganizationId));
    }

    [Fact]
    public async Task A_foreign_row_does_not_exist_for_a_change()
    {
        var foreign = await db.Given.DepartmentAsync(db.OtherOrganizationId);
        var result = await db.As(Role.Administrator).Doors.ChangeAsync(Permission.EditDepartments, async (open, ct) =>
            await open.Departments.AnyAsync(d => d.Id == foreign.Id, ct) ? Result.Ok : Error.NotFound, Ct);
        Assert.Equal(Error.NotFound, result.Error);
    }

    [Fact]
    public async Task A_context_opened_for_reading_cannot_write()
    {
        await using var open = await db.As(Role.Administrator).Doors.OpenAsync(Permission.ViewDepartments, Ct);
        open.Add(new Department(Guid.CreateVersion7(), db.OrganizationId, "Sneaked in", null));
        await Assert.ThrowsAsync<InvalidOperationException>(() => open.SaveAsync(Ct));
        Assert.Throws<InvalidOperationException>(() => open.SaveChanges());
        Assert.False(await db.LookAsync(look => look.Departments.AnyAsync(d => d.Name == "Sneaked in")));
    }

    [Fact]
    public async Task A_context_over_the_tree_cannot_write_and_opens_only_for_permissions_of_the_tree()
    {
        var doors = db.As(Role.Administrator).Doors;
        await using var tree = await doors.OpenTreeAsync(Permission.ViewOrganizations, Ct);
        tree.Add(new Department(Guid.CreateVersion7(), db.OrganizationId, "From above", null));
        await Assert.ThrowsAsync<InvalidOperationException>(() => tree.SaveAsync(Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => doors.OpenTreeAsync(Permission.ViewDepartments, Ct));
        Assert.DoesNotContain(db.OtherOrganizationId, await tree.Organizations.Select(o => o.Id).ToListAsync());
    }

    [Fact]
    public async Task The_database_itself_refuses_a_reference_into_another_organisation()
    {
        var foreign = await db.Given.DepartmentAsync(db.OtherOrganizationId);
        var nurse = await db.People.NurseAsync(db.OrganizationId);
        var foreignPatient = await db.Given.PatientAsync(db.OtherOrganizationId);
        var doors = db.As(Role.Administrator).Doors;
        object[] rows =
        [
            new Ward(Guid.CreateVersion7(), db.OrganizationId, foreign.Id, "Crossing"),
            new StaffDepartment(db.OrganizationId, nurse.StaffMemberId!.Value, foreign.Id),
            new PatientSearchWord(db.OrganizationId, foreignPatient.Id, "crossing"),
        ];
        foreach (var row in rows)
        {
            await Assert.ThrowsAsync<DbUpdateException>(() => doors.ChangeAsync(Permission.EditDepartments, async (open, ct) =>
            {
                open.Add(row);
                return await open.SaveAsync(ct);
            }, Ct));
        }
    }

    [Fact]
    public async Task A_patient_sees_only_the_own_record_and_opens_no_other_chart()
    {
        var patient = await db.People.PatientAsync(db.OrganizationId);
        var other = await db.Given.PatientAsync(db.OrganizationId);
        await using var open = await patient.Doors.OpenAsync(Permission.ViewPatient, Ct);
        Assert.Equal([patient.PatientId!.Value], await open.Patients.Select(p => p.Id).ToListAsync());

        Assert.Equal(Error.NotFound, (await patient.Doors.OpenChartAsync(Permission.ViewPatient, other.Id, Ct)).Error);
        Assert.Equal(1, await db.LookAsync(look => look.AuditEvents.CountAsync(e => e.ActorUserId == patient.UserId && e.Outcome == Data.Features.ActivityLog.AuditOutcome.Refused)));
    }

    [Fact]
    public async Task Inside_one_chart_another_patient_neither_exists_nor_can_be_written()
    {
        var (first, second) = (await db.Given.PatientAsync(db.OrganizationId), await db.Given.PatientAsync(db.OrganizationId));
        var receptionist = db.As(Role.Receptionist);
        using var chart = (await receptionist.Doors.OpenChartAsync(Permission.ViewPatient, first.Id, Ct)).Value;
        Assert.Equal([first.Id], await chart.Patients.Select(p => p.Id).ToListAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(() => receptionist.Doors.ChangeChartAsync(Permission.EditPatient, first.Id, async (open, ct) =>
        {
            Assert.False(await open.Patients.AnyAsync(p => p.Id == second.Id, ct));
            open.Attach(second).Entity.RecordDeath(db.Now);
            return await open.SaveAsync(ct);
        }, Ct));
        Assert.Null(await db.LookAsync(look => look.Patients.Where(p => p.Id == second.Id).Select(p => p.DeceasedAt).SingleAsync()));
    }

    [Fact]
    public async Task Opening_a_chart_is_recorded_once_per_view_and_before_any_row_leaves()
    {
        var nurse = await db.People.NurseAsync(db.OrganizationId);
        var patient = await db.Given.PatientOfAsync(nurse);
        async Task<int> Views() => await db.LookAsync(look => look.AuditEvents.CountAsync(e => e.ActorUserId == nurse.UserId && e.PatientId == patient.Id && e.Action == Data.Features.ActivityLog.AuditAction.Read));

        using (var open = (await nurse.Doors.OpenChartAsync(Permission.ViewPatient, patient.Id, Ct, newView: true)).Value)
        {
            Assert.Equal(1, await Views());
        }

        using (var again = (await nurse.Doors.OpenChartAsync(Permission.ViewPatient, patient.Id, Ct)).Value)
        {
            Assert.Equal(1, await Views());
        }

        using var later = (await nurse.Doors.OpenChartAsync(Permission.ViewPatient, patient.Id, Ct, newView: true)).Value;
        Assert.Equal(2, await Views());

        // Every page is a view of its own, whether or not it enters the chart.
        nurse.Doors.BeginView();
        using (var onPaper = (await nurse.Doors.OpenChartAsync(Permission.ViewPatient, patient.Id, Ct)).Value)
        {
            Assert.Equal(3, await Views());
        }

        var patients = nurse.Service<PatientService>();
        Assert.Null((await patients.PrintAsync(patient.Id, PaperKind.Note, Guid.NewGuid(), Ct)).Error);
        Assert.Equal(ChartErrors.NotYourPatient, (await patients.PrintAsync((await db.Given.PatientAsync(db.OrganizationId)).Id, PaperKind.Chart, null, Ct)).Error);
        var printed = await db.LookAsync(look => look.AuditEvents.SingleAsync(e => e.ActorUserId == nurse.UserId && e.EventCode == Data.Features.ActivityLog.ActivityWords.Printed));
        Assert.Equal(((Guid?)patient.Id, "ClinicalNote"), (printed.PatientId, printed.EntityType));
    }
}

[Trait("Check", "2")]
public sealed class ScopeOnSqlite(SqliteDatabase db) : ScopeTests(db), IClassFixture<SqliteDatabase>;

[Trait("Check", "2")]
public sealed class ScopeOnPostgres(PostgresDatabase db) : ScopeTests(db), IClassFixture<PostgresDatabase>;
