using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Staff;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Organizations;

public abstract class OrganizationServiceTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private static CreateOrganizationForm New(string name = "Clinic Ikeja") =>
        new() { Name = name, Type = OrganizationType.Clinic, TimeZone = "Africa/Lagos", Currency = "NGN", Country = "NG", RecordNumberPrefix = "IK" };

    private async Task<(Guid Organization, OrganizationService Service, ActingPerson Administrator)> StartAsync()
    {
        var organization = await db.Given.OrganizationAsync();
        var administrator = await db.People.AdministratorAsync(organization);
        return (organization, administrator.Service<OrganizationService>(), administrator);
    }

    [Fact]
    public async Task A_new_child_is_ready_to_work_in_and_its_maker_administers_it()
    {
        var (organization, service, administrator) = await StartAsync();
        var form = New();
        Assert.Null((await service.CreateAsync(form, Ct)).Error);
        Assert.Null((await service.CreateAsync(form, Ct)).Error); // the same form again

        var tree = await service.TreeAsync(Ct);
        Assert.Equal([(organization, 0, true), (form.Id, 1, false)], tree.Select(r => (r.Id, r.Depth, r.IsHere)));
        Assert.Equal(100_000, await db.LookAsync(form.Id, look => look.RecordNumberCounters.Select(c => c.Last).SingleAsync()));

        var there = db.Begin(administrator.UserId, form.Id, null, null);
        Assert.Null((await there.Service<DepartmentService>().CreateAsync(new CreateDepartmentForm { Name = "Family medicine" }, Ct)).Error);
        var staff = Assert.Single((await there.Service<StaffService>().ListAsync(new StaffQuery(new PageRequest()), Ct)).Rows);
        Assert.Equal([Role.Administrator], staff.Roles);
        Assert.Equal(administrator.UserId, (await there.Service<StaffService>().DetailAsync(staff.Id, Ct)).Value.UserId);
        Assert.Equal(1, await db.LookAsync(organization, look => look.AuditEvents.CountAsync(e => e.EventCode == "CreateOrganization")));
    }

    [Fact]
    public async Task The_tree_shows_what_is_below_with_its_counts_and_nothing_beside_or_above()
    {
        var top = await db.Given.OrganizationAsync("Top");
        var here = await db.Given.OrganizationAsync("Here", top);
        var beside = await db.Given.OrganizationAsync("Beside", top);
        var below = await db.Given.OrganizationAsync("Below", here);
        var deepest = await db.Given.OrganizationAsync("Deepest", below);
        await db.Given.BedAsync(below);
        var service = (await db.People.AdministratorAsync(here)).Service<OrganizationService>();

        var tree = await service.TreeAsync(Ct);
        Assert.Equal([(here, 0), (below, 1), (deepest, 2)], tree.Select(r => (r.Id, r.Depth)));
        Assert.Null(tree[0].ParentId);
        Assert.Equal((1, 1, 0), (tree[1].Departments, tree[1].Beds, tree[1].Staff));
        Assert.DoesNotContain(tree, r => r.Id == beside || r.Id == top);
        Assert.Equal(new OrganizationCounts(0, 0, 1, 0), await service.FiguresAsync(Ct));
    }

    [Fact]
    public async Task What_is_wrong_with_a_form_is_said_at_its_field()
    {
        var (_, service, _) = await StartAsync();
        async Task Refused(string field, Action<CreateOrganizationForm> spoil)
        {
            var form = New();
            spoil(form);
            Assert.Equal(field, (await service.CreateAsync(form, Ct)).Error?.Field);
        }

        await Refused("Name", f => f.Name = " ");
        await Refused("Name", f => f.Name = "a\u2066b");
        await Refused("Type", f => f.Type = (OrganizationType)42);
        await Refused("TimeZone", f => f.TimeZone = "Africa/Atlantis");
        await Refused("TimeZone", f => f.TimeZone = "W. Central Africa Standard Time");
        await Refused("TimeZone", f => f.TimeZone = "../../etc/passwd");
        await Refused("TimeZone", f => f.TimeZone = "Africa/Lagos\0");
        await Refused("Currency", f => f.Currency = "XXX");
        await Refused("Country", f => f.Country = "XX");
        await Refused("RecordNumberPrefix", f => f.RecordNumberPrefix = "ch");
        await Refused("RecordNumberPrefix", f => f.RecordNumberPrefix = "TOOLONGXX");
        Assert.Null((await service.CreateAsync(New(), Ct)).Error);
        Assert.Equal(OrganizationErrors.NameTaken, (await service.CreateAsync(New("clinic IKEJA"), Ct)).Error);
        Assert.Equal(2, (await service.TreeAsync(Ct)).Count);
    }

    [Fact]
    public async Task Editing_keeps_the_zone_while_visits_are_booked_in_it()
    {
        var (organization, service, _) = await StartAsync();
        var doctor = await db.People.DoctorAsync(organization);
        var patient = await db.Given.PatientAsync(organization);
        await db.Given.AppointmentAsync(doctor, patient.Id, db.Now.AddDays(2));
        var form = EditOrganizationForm.From((await service.DetailAsync(Ct)).Value);
        var stale = EditOrganizationForm.From((await service.DetailAsync(Ct)).Value);

        form.TimeZone = "Europe/London";
        Assert.Equal("organization.zone-in-use", (await service.EditAsync(form, Ct)).Error?.Code);
        (form.TimeZone, form.Country) = ("Africa/Lagos", "GH");
        Assert.Equal(OrganizationErrors.CountryInUse, (await service.EditAsync(form, Ct)).Error);
        form.Country = "NG";
        (form.TimeZone, form.Name, form.PatientCancelHours) = ("Africa/Lagos", "Renamed", 24);
        Assert.Null((await service.EditAsync(form, Ct)).Error);
        Assert.Equal(("Renamed", 24), ((await service.DetailAsync(Ct)).Value.Name, (await service.DetailAsync(Ct)).Value.PatientCancelHours));
        Assert.Equal(Error.Stale, (await service.EditAsync(stale, Ct)).Error);
        form.PatientCancelHours = -1;
        Assert.Equal("PatientCancelHours", (await service.EditAsync(form, Ct)).Error?.Field);
    }

    [Fact]
    public async Task Closing_waits_for_patients_and_visits_and_only_the_one_above_reopens()
    {
        var (parent, above, administrator) = await StartAsync();
        var child = await db.Given.OrganizationAsync("Child", parent);
        var inside = await db.People.AlsoAtAsync(administrator, child, Role.Administrator);
        var service = inside.Service<OrganizationService>();
        var close = new CloseOrganizationForm { Reason = "The lease ended" };
        Assert.Equal("organization.in-use", (await above.CloseAsync(close, Ct)).Error?.Code); // an open child below it

        var doctor = await db.People.DoctorAsync(child);
        var patient = await db.Given.PatientAsync(child);
        var visit = await db.Given.AppointmentAsync(doctor, patient.Id, db.Now.AddDays(2));
        var bed = await db.Given.BedAsync(child);
        var stay = new BedStay(Guid.CreateVersion7(), child, bed.Id, patient.Id, null, BedStayStatus.Reserved, db.Now, db.Now.AddHours(4), doctor.UserId);
        await db.AddAsync(child, stay);
        var error = (await service.CloseAsync(close, Ct)).Error;
        Assert.Contains("1 patient with a bed or a reservation and 1 coming visit", error!.Message, StringComparison.Ordinal);
        Assert.Equal(OrganizationErrors.NotClosed, (await above.ReopenAsync(child, Ct)).Error);

        await db.ArrangeAsync(child, async open =>
        {
            open.Remove(await open.BedStays.SingleAsync(s => s.Id == stay.Id));
            open.Entry(await open.Appointments.SingleAsync(a => a.Id == visit.Id)).Property(nameof(Appointment.Status)).CurrentValue = AppointmentStatus.Cancelled;
        });
        Assert.Null((await service.CloseAsync(close, Ct)).Error);
        Assert.Equal("The lease ended", await db.LookAsync(child, look => look.AuditEvents.Where(e => e.EventCode == "EditOrganization" && e.Outcome == Data.Features.ActivityLog.AuditOutcome.Success)
            .Select(e => e.Reason).SingleAsync()));
        await Assert.ThrowsAsync<AccessDeniedException>(() => service.DetailAsync(Ct)); // nobody works there any more
        Assert.NotNull((await above.TreeAsync(Ct))[1].ClosedAt);

        var (_, stranger, _) = await StartAsync();
        Assert.Equal(Error.NotFound, (await stranger.ReopenAsync(child, Ct)).Error);
        Assert.Null((await above.ReopenAsync(child, Ct)).Error);
        Assert.Null((await service.DetailAsync(Ct)).Value.ClosedAt);
    }

    [Fact]
    public async Task The_top_of_a_tree_cannot_be_closed()
    {
        var (_, service, _) = await StartAsync();
        Assert.Equal(OrganizationErrors.TopCannotClose, (await service.CloseAsync(new CloseOrganizationForm { Reason = "Why not" }, Ct)).Error);
        Assert.Equal("Reason", (await service.CloseAsync(new CloseOrganizationForm(), Ct)).Error?.Field);
    }
}

public sealed class OrganizationServiceOnSqlite(SqliteDatabase db) : OrganizationServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class OrganizationServiceOnPostgres(PostgresDatabase db) : OrganizationServiceTests(db), IClassFixture<PostgresDatabase>;
