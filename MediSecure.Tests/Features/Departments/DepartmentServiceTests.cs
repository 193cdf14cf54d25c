using MediSecure.Data.Common;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.Rooms;
using MediSecure.Data.Features.Staff;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Departments;

public abstract class DepartmentServiceTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private async Task<(Guid Organization, DepartmentService Service, ActingPerson Administrator)> StartAsync()
    {
        var organization = await db.Given.OrganizationAsync();
        var administrator = await db.People.AdministratorAsync(organization);
        return (organization, administrator.Service<DepartmentService>(), administrator);
    }

    [Fact]
    public async Task A_new_department_and_its_ward_stand_in_the_list_and_in_the_log()
    {
        var (organization, service, administrator) = await StartAsync();
        var department = new CreateDepartmentForm { Name = "  Ọbstetrics  ", Specialty = "Obstetrics" };
        Assert.Null((await service.CreateAsync(department, Ct)).Error);
        Assert.Null((await service.CreateWardAsync(new CreateWardForm { DepartmentId = department.Id, Name = "Maternity" }, Ct)).Error);

        var row = Assert.Single(await service.ListAsync(Ct));
        Assert.Equal(("Ọbstetrics".Normalize(), "Obstetrics", true), (row.Name, row.Specialty, row.IsOpen));
        Assert.Equal("Maternity", Assert.Single(row.Wards).Name);
        var events = await db.LookAsync(organization, look => look.AuditEvents.Where(e => e.ActorUserId == administrator.UserId && e.EventCode == "EditDepartments").ToListAsync());
        Assert.Equal(["Department", "Ward"], events.Select(e => e.EntityType).Order());
        Assert.All(events, e => Assert.DoesNotContain("Maternity", e.Changes, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_form_twice_is_one_department()
    {
        var (_, service, _) = await StartAsync();
        var form = new CreateDepartmentForm { Name = "Surgery" };
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => service.CreateAsync(form, Ct))));
        Assert.All(results, r => Assert.Null(r.Error));
        Assert.Single(await service.ListAsync(Ct));
    }

    [Fact]
    public async Task A_name_is_taken_whatever_its_capitals()
    {
        var (organization, service, _) = await StartAsync();
        await db.Given.DepartmentAsync(organization, "Surgery");
        var other = await db.Given.DepartmentAsync(organization, "Emergency");
        await db.Given.WardAsync(organization, other.Id, "Ward 1");
        var second = await db.Given.WardAsync(organization, other.Id, "Ward 2");

        Assert.Equal(DepartmentErrors.NameTaken, (await service.CreateAsync(new CreateDepartmentForm { Name = "surgery " }, Ct)).Error);
        Assert.Equal(DepartmentErrors.NameTaken, (await service.EditAsync(new EditDepartmentForm { Id = other.Id, Version = other.Version, Name = "SURGERY" }, Ct)).Error);
        Assert.Equal(DepartmentErrors.WardNameTaken, (await service.CreateWardAsync(new CreateWardForm { DepartmentId = other.Id, Name = "ward 1" }, Ct)).Error);
        Assert.Equal(DepartmentErrors.WardNameTaken, (await service.EditWardAsync(new EditWardForm { Id = second.Id, Version = second.Version, Name = "ward 1" }, Ct)).Error);
        Assert.Null((await service.EditAsync(new EditDepartmentForm { Id = other.Id, Version = other.Version, Name = "EMERGENCY" }, Ct)).Error);
    }

    [Theory]
    [InlineData("", "Enter the name")]
    [InlineData("a\u0000b", "control")]
    [InlineData("a\u202Eb", "invisible")]
    public async Task Bad_text_is_refused_with_its_field_and_reason(string name, string reason)
    {
        var (_, service, _) = await StartAsync();
        var error = (await service.CreateAsync(new CreateDepartmentForm { Name = name }, Ct)).Error;
        Assert.Equal((ErrorKind.Invalid, "Name"), (error!.Kind, error.Field));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Empty(await service.ListAsync(Ct));
    }

    [Fact]
    public async Task Two_editors_are_told_of_each_other()
    {
        var (organization, service, _) = await StartAsync();
        var department = await db.Given.DepartmentAsync(organization, "Surgery");
        Assert.Null((await service.EditAsync(new EditDepartmentForm { Id = department.Id, Version = department.Version, Name = "Surgery A" }, Ct)).Error);
        Assert.Equal(Error.Stale, (await service.EditAsync(new EditDepartmentForm { Id = department.Id, Version = department.Version, Name = "Surgery B" }, Ct)).Error);
        Assert.Equal("Surgery A", Assert.Single(await service.ListAsync(Ct)).Name);

        var ward = await db.Given.WardAsync(organization, department.Id, "Ward 1");
        Assert.Null((await service.EditWardAsync(new EditWardForm { Id = ward.Id, Version = ward.Version, Name = "Ward 2" }, Ct)).Error);
        Assert.Equal(Error.Stale, (await service.EditWardAsync(new EditWardForm { Id = ward.Id, Version = ward.Version, Name = "Ward 3" }, Ct)).Error);
    }

    [Fact]
    public async Task Closing_names_what_stands_in_the_way_and_then_succeeds_and_reopens()
    {
        var (organization, service, _) = await StartAsync();
        var department = await db.Given.DepartmentAsync(organization, "Surgery");
        var ward = await db.Given.WardAsync(organization, department.Id, "Ward 1 Surgical");
        var room = await db.Given.RoomAsync(organization, ward: ward);
        var doctor = await db.People.DoctorAsync(organization, "Dr Chiamaka Nwosu");
        var patient = await db.Given.PatientAsync(organization);
        await db.AddAsync(organization, new StaffDepartment(organization, doctor.StaffMemberId!.Value, department.Id),
            new Appointment(Guid.CreateVersion7(), organization, patient.Id, doctor.StaffMemberId.Value, doctor.UserId, null, department.Id, db.Now.AddDays(1), db.Now.AddDays(1).AddMinutes(30), null,
                AppointmentStatus.Booked, db.Now, doctor.UserId),
            new Appointment(Guid.CreateVersion7(), organization, patient.Id, doctor.StaffMemberId.Value, doctor.UserId, null, department.Id, db.Now.AddDays(-1), db.Now.AddDays(-1).AddMinutes(30), null,
                AppointmentStatus.Fulfilled, db.Now, doctor.UserId));

        var close = new CloseDepartmentForm { Id = department.Id, Reason = "Rebuilding" };
        var error = (await service.CloseAsync(close, Ct)).Error;
        Assert.Equal("department.in-use", error!.Code);
        Assert.Contains($"1 open ward (Ward 1 Surgical), 1 open room ({room.Number}), 1 person (Dr Chiamaka Nwosu) and 1 coming visit", error.Message, StringComparison.Ordinal);
        Assert.Contains(room.Number, (await service.CloseWardAsync(new CloseDepartmentForm { Id = ward.Id, Reason = "Rebuilding" }, Ct)).Error!.Message, StringComparison.Ordinal);

        await db.ArrangeAsync(organization, async open =>
        {
            open.Entry(await open.Rooms.SingleAsync(r => r.Id == room.Id)).Property(nameof(Room.ClosedAt)).CurrentValue = db.Now;
            open.Remove(await open.StaffDepartments.SingleAsync(p => p.DepartmentId == department.Id));
            open.Entry(await open.Appointments.SingleAsync(a => a.Status == AppointmentStatus.Booked)).Property(nameof(Appointment.Status)).CurrentValue = AppointmentStatus.Cancelled;
        });
        Assert.Null((await service.CloseWardAsync(new CloseDepartmentForm { Id = ward.Id, Reason = "Rebuilding" }, Ct)).Error);
        Assert.Null((await service.CloseAsync(close, Ct)).Error);
        Assert.Equal(DepartmentErrors.AlreadyClosed, (await service.CloseAsync(close, Ct)).Error);
        var closed = Assert.Single(await service.ListAsync(Ct));
        Assert.Equal((false, "Rebuilding"), (closed.IsOpen, closed.ClosedReason));

        Assert.Equal(DepartmentErrors.DepartmentIsClosed, (await service.ReopenWardAsync(ward.Id, Ct)).Error);
        Assert.Equal(DepartmentErrors.DepartmentIsClosed, (await service.CreateWardAsync(new CreateWardForm { DepartmentId = department.Id, Name = "Ward 9" }, Ct)).Error);
        Assert.Null((await service.ReopenAsync(department.Id, Ct)).Error);
        Assert.Null((await service.ReopenWardAsync(ward.Id, Ct)).Error);
        Assert.Equal(DepartmentErrors.NotClosed, (await service.ReopenAsync(department.Id, Ct)).Error);
        Assert.True(Assert.Single(await service.ListAsync(Ct)).Wards.Single().IsOpen);
    }

    [Fact]
    public async Task An_unknown_id_and_an_id_of_another_organisation_are_the_same_answer()
    {
        var (_, service, _) = await StartAsync();
        var foreign = await db.Given.DepartmentAsync(db.OtherOrganizationId);
        var foreignWard = await db.Given.WardAsync(db.OtherOrganizationId, foreign.Id);
        foreach (var id in new[] { Guid.NewGuid(), foreign.Id, foreignWard.Id })
        {
            Assert.Equal(Error.NotFound, (await service.EditAsync(new EditDepartmentForm { Id = id, Version = foreign.Version, Name = "Mine" }, Ct)).Error);
            Assert.Equal(Error.NotFound, (await service.CloseAsync(new CloseDepartmentForm { Id = id, Reason = "Mine" }, Ct)).Error);
            Assert.Equal(Error.NotFound, (await service.ReopenAsync(id, Ct)).Error);
            Assert.Equal(Error.NotFound, (await service.EditWardAsync(new EditWardForm { Id = id, Version = foreignWard.Version, Name = "Mine" }, Ct)).Error);
            Assert.Equal(Error.NotFound, (await service.CloseWardAsync(new CloseDepartmentForm { Id = id, Reason = "Mine" }, Ct)).Error);
            Assert.Equal(Error.NotFound, (await service.ReopenWardAsync(id, Ct)).Error);
            Assert.Equal(Error.NotFound, (await service.CreateWardAsync(new CreateWardForm { DepartmentId = id, Name = "Mine" }, Ct)).Error);
        }
    }
}

public sealed class DepartmentServiceOnSqlite(SqliteDatabase db) : DepartmentServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class DepartmentServiceOnPostgres(PostgresDatabase db) : DepartmentServiceTests(db), IClassFixture<PostgresDatabase>;
