using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Staff;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Staff;

public abstract class StaffServiceTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private async Task<(Guid Organization, StaffService Service, ActingPerson Administrator)> StartAsync()
    {
        var organization = await db.Given.OrganizationAsync();
        var administrator = await db.People.AdministratorAsync(organization, "Zoe Administrator");
        return (organization, administrator.Service<StaffService>(), administrator);
    }

    private static AddStaffForm Somebody(string name = "Dr Siobhán O'Brien", params Role[] roles) => new()
    {
        Email = $"{Guid.NewGuid():N}@example.com",
        Name = name,
        Roles = roles.Length == 0 ? [Role.Doctor] : roles,
    };

    private static StaffQuery Query(string? search = null, string? sort = null, bool descending = false, int page = 0, int size = 25) => new(new PageRequest(page, size, sort, descending, search));

    [Fact]
    public async Task Adding_makes_a_sign_in_without_a_password_the_person_and_the_roles()
    {
        var (organization, service, _) = await StartAsync();
        var department = await db.Given.DepartmentAsync(organization, "Surgery");
        var form = Somebody("Dr Siobhán O'Brien", Role.Doctor, Role.Administrator);
        (form.Specialty, form.LicenceNumber, form.LicenceExpiresOn, form.IsBookable, form.DepartmentIds) = ("Surgery", "MDCN-1", new DateOnly(2027, 1, 1), true, [department.Id]);

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => service.AddAsync(form, Ct)))); // Enter ten times is one person

        Assert.All(results, r => Assert.Null(r.Error));
        var detail = (await service.DetailAsync(form.Id, Ct)).Value;
        Assert.Equal((form.Email, LicenceState.Valid, true), (detail.Email, detail.Licence, detail.IsBookable));
        Assert.Equal(["Surgery"], detail.Departments);
        Assert.Equal([Role.Administrator, Role.Doctor], detail.Roles.Select(r => r.Role).OrderByDescending(r => r));
        Assert.Equal(2, (await service.ListAsync(Query(), Ct)).Total);
    }

    [Fact]
    public async Task The_same_person_at_two_organisations_has_one_sign_in()
    {
        var (_, here, _) = await StartAsync();
        var (_, there, _) = await StartAsync();
        var form = Somebody();
        Assert.Null((await here.AddAsync(form, Ct)).Error);
        var second = Somebody();
        second.Email = form.Email!.ToUpperInvariant();
        Assert.Null((await there.AddAsync(second, Ct)).Error);
        Assert.Equal((await here.DetailAsync(form.Id, Ct)).Value.UserId, (await there.DetailAsync(second.Id, Ct)).Value.UserId);

        var again = Somebody();
        again.Email = form.Email;
        Assert.Equal(StaffErrors.Exists, (await here.AddAsync(again, Ct)).Error);
        Assert.Equal(2, (await here.ListAsync(Query(), Ct)).Total);
    }

    [Fact]
    public async Task The_same_new_email_at_two_organisations_at_once_makes_one_sign_in()
    {
        var (_, here, _) = await StartAsync();
        var (_, there, _) = await StartAsync();
        var (first, second) = (Somebody(), Somebody());
        second.Email = first.Email;
        var results = await Task.WhenAll(Task.Run(() => here.AddAsync(first, Ct)), Task.Run(() => there.AddAsync(second, Ct)));
        Assert.All(results, r => Assert.Null(r.Error));
        Assert.Equal((await here.DetailAsync(first.Id, Ct)).Value.UserId, (await there.DetailAsync(second.Id, Ct)).Value.UserId);
    }

    [Fact]
    public async Task What_is_wrong_with_a_form_is_said_at_its_field()
    {
        var (_, service, _) = await StartAsync();
        var foreign = await db.Given.DepartmentAsync(db.OtherOrganizationId);
        async Task Refused(string field, Action<AddStaffForm> spoil)
        {
            var form = Somebody();
            spoil(form);
            Assert.Equal(field, (await service.AddAsync(form, Ct)).Error?.Field);
        }

        await Refused("Email", f => f.Email = "a@b");
        await Refused("Email", f => f.Email = "");
        await Refused("Name", f => f.Name = "x\u202Ey");
        await Refused("Name", f => f.Name = new string('x', 201));
        await Refused("LicenceNumber", f => f.LicenceNumber = new string('9', 41));
        await Refused("LicenceExpiresOn", f => f.LicenceNumber = "MDCN-1");
        await Refused("LicenceExpiresOn", f => f.LicenceExpiresOn = new DateOnly(2027, 1, 1));
        await Refused("LicenceExpiresOn", f => (f.LicenceNumber, f.LicenceExpiresOn) = ("MDCN-1", DateOnly.MaxValue));
        await Refused("Roles", f => f.Roles = []);
        await Refused("Roles", f => f.Roles = [Role.Patient]);
        await Refused("Roles", f => f.Roles = [(Role)77]);
        await Refused("IsBookable", f => (f.Roles, f.IsBookable) = ([Role.Receptionist], true));
        await Refused("IsBookable", f => (f.Roles, f.IsBookable) = ([Role.Nurse, Role.Dietitian], true)); // clinical, and yet nobody who could start a visit
        await Refused("DepartmentIds", f => f.DepartmentIds = [foreign.Id]);
        await Refused("DepartmentIds", f => f.DepartmentIds = [Guid.NewGuid()]);
        Assert.Equal(1, (await service.ListAsync(Query(), Ct)).Total);
    }

    [Theory]
    [InlineData("O'Brien")]
    [InlineData("Ọláolúwa")]
    [InlineData("N")]
    [InlineData("Null")]
    [InlineData("<img src=x onerror=alert(1)>")]
    public async Task A_name_comes_back_as_it_was_typed_and_is_found(string name)
    {
        var (_, service, _) = await StartAsync();
        var form = Somebody(name);
        Assert.Null((await service.AddAsync(form, Ct)).Error);
        Assert.Equal(name.Normalize(), (await service.DetailAsync(form.Id, Ct)).Value.Name);
        Assert.Contains((await service.ListAsync(Query(name), Ct)).Rows, r => r.Id == form.Id);
    }

    [Fact]
    public async Task The_list_searches_filters_sorts_and_pages()
    {
        var (organization, service, administrator) = await StartAsync();
        var department = await db.Given.DepartmentAsync(organization, "Surgery");
        var today = DateOnly.FromDateTime(db.Now);
        async Task<Guid> Add(string name, Role role, int? licenceDays, bool inDepartment = false)
        {
            var form = Somebody(name, role);
            if (licenceDays is { } days)
            {
                (form.LicenceNumber, form.LicenceExpiresOn) = ($"LIC-{days}", today.AddDays(days));
            }

            form.DepartmentIds = inDepartment ? [department.Id] : [];
            Assert.Null((await service.AddAsync(form, Ct)).Error);
            return form.Id;
        }

        await Add("Ada Expired", Role.Doctor, -1, true);
        await Add("Bola Soon", Role.Nurse, 10);
        await Add("Chidi Valid", Role.Doctor, 400);
        await Add("Dayo Missing", Role.Pharmacist, null);
        await Add("Èbún Öther", Role.Receptionist, null);

        async Task<string> Names(StaffQuery query) => string.Join(' ', (await service.ListAsync(query, Ct)).Rows.Select(r => r.Name.Split(' ')[0]));
        Assert.Equal("Ada Bola Chidi Dayo Èbún Zoe", await Names(Query()));
        Assert.Equal("Zoe Èbún Dayo Chidi Bola Ada", await Names(Query(sort: "name", descending: true)));
        Assert.Equal("Ada Bola Chidi Dayo Èbún Zoe", await Names(Query(sort: "licence")));
        Assert.Equal("Ada Bola Chidi Dayo Èbún Zoe", await Names(Query(sort: "1;drop table")));
        Assert.Equal("Chidi Dayo", await Names(Query(page: 1, size: 2)));
        Assert.Equal("Èbún", await Names(Query("other ebun")));
        Assert.Equal("Bola", await Names(Query("lic-10")));
        Assert.Equal("Ada Bola Chidi Dayo Èbún Zoe", await Names(Query("%")));
        Assert.Equal("", await Names(Query("nobody")));
        Assert.Equal("Ada Chidi", await Names(Query() with { Role = Role.Doctor }));
        Assert.Equal("Ada", await Names(Query() with { DepartmentId = department.Id }));
        Assert.Equal("", await Names(Query() with { DepartmentId = Guid.NewGuid() }));
        Assert.Equal("Ada", await Names(Query() with { Licence = LicenceState.Expired }));
        Assert.Equal("Bola", await Names(Query() with { Licence = LicenceState.ExpiresSoon }));
        Assert.Equal("Dayo", await Names(Query() with { Licence = LicenceState.Missing }));
        Assert.Equal("", await Names(Query() with { Left = true }));
        Assert.Equal([LicenceState.Expired, LicenceState.ExpiresSoon, LicenceState.Missing], (await service.LicencesAsync(Ct)).Select(l => l.State));
        Assert.Equal([-1, 10, null], (await service.LicencesAsync(Ct)).Select(l => l.DaysLeft));
        Assert.DoesNotContain((await administrator.Service<StaffService>().ListAsync(Query(), Ct)).Rows, r => r.Roles.Contains(Role.Patient));
    }

    [Fact]
    public async Task Editing_changes_departments_too_and_a_second_editor_is_told()
    {
        var (organization, service, _) = await StartAsync();
        var (first, second) = (await db.Given.DepartmentAsync(organization), await db.Given.DepartmentAsync(organization));
        var add = Somebody();
        add.DepartmentIds = [first.Id];
        await service.AddAsync(add, Ct);
        var form = EditStaffForm.From((await service.DetailAsync(add.Id, Ct)).Value);
        var stale = EditStaffForm.From((await service.DetailAsync(add.Id, Ct)).Value);
        var nurse = await db.People.NurseAsync(organization);
        var bookable = EditStaffForm.From((await service.DetailAsync(nurse.StaffMemberId!.Value, Ct)).Value);
        bookable.IsBookable = true;
        Assert.Equal(StaffErrors.ConductsNoVisits, (await service.EditAsync(bookable, Ct)).Error);

        form.DepartmentIds = [second.Id];
        Assert.Null((await service.EditAsync(form, Ct)).Error);
        Assert.Equal([second.Id], (await service.DetailAsync(add.Id, Ct)).Value.DepartmentIds);

        stale.Name = "Somebody Else";
        Assert.Equal(Error.Stale, (await service.EditAsync(stale, Ct)).Error);
        Assert.Equal(add.Name, (await service.DetailAsync(add.Id, Ct)).Value.Name);
    }

    [Fact]
    public async Task Leaving_ends_every_role_at_once_and_waits_for_visits_and_inpatients()
    {
        var (organization, service, _) = await StartAsync();
        var doctor = await db.People.DoctorAsync(organization);
        var patient = await db.Given.PatientAsync(organization);
        var visit = await db.Given.AppointmentAsync(doctor, patient.Id, new DateTime(2026, 3, 3, 8, 30, 0, DateTimeKind.Utc));
        await db.Given.AppointmentAsync(doctor, patient.Id, db.Now.AddDays(-3), status: AppointmentStatus.Fulfilled);
        var (beds, successor) = ((await db.People.NurseAsync(organization)).Service<BedService>(), await db.People.DoctorAsync(organization));
        var stay = (await beds.AdmitAsync(new() { PatientId = patient.Id, BedId = (await db.Given.BedAsync(organization)).Id, Reason = "Pneumonia", ClinicianId = doctor.StaffMemberId }, Ct)).Value;

        var error = (await service.MarkAsLeftAsync(doctor.StaffMemberId!.Value, Ct)).Error;
        Assert.Equal("staff.still-needed", error!.Code);
        Assert.Contains("1 coming visit (Tue 3 Mar, 09:30) and 1 inpatient", error.Message, StringComparison.Ordinal); // Lagos is an hour ahead of UTC
        Assert.Null((await service.DetailAsync(doctor.StaffMemberId.Value, Ct)).Value.LeftAt);

        // What the message asks for can be done.
        await db.Given.AlwaysWorkingAsync(successor);
        var desk = (await db.People.ReceptionistAsync(organization)).Service<AppointmentService>();
        Assert.Null((await desk.RescheduleAsync(new() { AppointmentId = visit.Id, Version = visit.Version, ClinicianId = successor.StaffMemberId, StartsAt = visit.StartsAt }, Ct)).Error);
        var read = (await beds.StayAsync(stay, Ct)).Value;
        Assert.Null((await beds.EditStayAsync(new() { EncounterId = stay, Version = read.Version, KeepReason = read.IsReasonShut, Reason = read.Reason, ClinicianId = successor.StaffMemberId }, Ct)).Error);
        Assert.Null((await service.MarkAsLeftAsync(doctor.StaffMemberId.Value, Ct)).Error);

        await Assert.ThrowsAsync<AccessDeniedException>(() => doctor.Service<StaffService>().ListAsync(Query(), Ct));
        var detail = (await service.DetailAsync(doctor.StaffMemberId.Value, Ct)).Value;
        Assert.NotNull(detail.LeftAt);
        Assert.All(detail.Roles, r => Assert.NotNull(r.EndedAt));
        Assert.Equal(StaffErrors.AlreadyLeft, (await service.MarkAsLeftAsync(doctor.StaffMemberId.Value, Ct)).Error);
        Assert.Equal(StaffErrors.LeftCannotEdit, (await service.EditAsync(EditStaffForm.From(detail), Ct)).Error);
        Assert.Equal(doctor.StaffMemberId, Assert.Single((await service.ListAsync(Query() with { Left = true }, Ct)).Rows).Id);

        Assert.Null((await service.ReturnAsync(doctor.StaffMemberId.Value, Ct)).Error);
        Assert.Equal(StaffErrors.StillHere, (await service.ReturnAsync(doctor.StaffMemberId.Value, Ct)).Error);
        await Assert.ThrowsAsync<AccessDeniedException>(() => doctor.Service<StaffService>().ListAsync(Query(), Ct)); // roles do not come back by themselves
    }

    [Fact]
    public async Task The_last_administrator_cannot_leave_and_nothing_is_half_done()
    {
        var (_, service, administrator) = await StartAsync();
        Assert.Equal(MembershipErrors.LastAdministrator, (await service.MarkAsLeftAsync(administrator.StaffMemberId!.Value, Ct)).Error);
        Assert.Null((await service.DetailAsync(administrator.StaffMemberId.Value, Ct)).Value.LeftAt);
    }

    [Fact]
    public async Task Ids_of_another_organisation_are_not_found()
    {
        var (_, service, _) = await StartAsync();
        var stranger = await db.People.DoctorAsync(db.OtherOrganizationId);
        foreach (var id in new[] { stranger.StaffMemberId!.Value, stranger.UserId, Guid.Empty })
        {
            Assert.Equal(Error.NotFound, (await service.DetailAsync(id, Ct)).Error);
            Assert.Equal(id == Guid.Empty ? "form.invalid" : "not-found", (await service.EditAsync(new EditStaffForm { Id = id, Name = "Mine" }, Ct)).Error?.Code);
            Assert.Equal(Error.NotFound, (await service.MarkAsLeftAsync(id, Ct)).Error);
            Assert.Equal(Error.NotFound, (await service.ReturnAsync(id, Ct)).Error);
        }
    }
}

public sealed class StaffServiceOnSqlite(SqliteDatabase db) : StaffServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class StaffServiceOnPostgres(PostgresDatabase db) : StaffServiceTests(db), IClassFixture<PostgresDatabase>;
