using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.Staff;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Accounts;

public abstract class MembershipServiceTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task A_granted_role_works_at_once_and_an_ended_one_stops_at_once_in_the_open_circuit()
    {
        var organization = await db.Given.OrganizationAsync();
        var administrator = await db.People.AdministratorAsync(organization);
        var porter = await db.People.LogisticsAsync(organization);
        await Assert.ThrowsAsync<AccessDeniedException>(() => porter.Service<DepartmentService>().CreateAsync(new CreateDepartmentForm { Name = "Mine" }, Ct));

        var grant = new GrantRoleForm { UserId = porter.UserId, Role = Role.Administrator };
        Assert.Null((await administrator.Service<MembershipService>().GrantAsync(grant, Ct)).Error);
        Assert.Null((await administrator.Service<MembershipService>().GrantAsync(grant, Ct)).Error); // the same form again
        Assert.Null((await porter.Service<DepartmentService>().CreateAsync(new CreateDepartmentForm { Name = "Mine" }, Ct)).Error);

        Assert.Null((await administrator.Service<MembershipService>().EndAsync(grant.Id, Ct)).Error);
        await Assert.ThrowsAsync<AccessDeniedException>(() => porter.Service<DepartmentService>().CreateAsync(new CreateDepartmentForm { Name = "Mine too" }, Ct));

        var history = await administrator.Service<MembershipService>().HistoryAsync(porter.UserId, Ct);
        Assert.Equal([(Role.Logistics, true), (Role.Administrator, false)], history.Select(h => (h.Role, h.EndedAt is null)));
    }

    [Fact]
    public async Task An_administrator_is_made_by_two_people_once_a_second_one_was_there()
    {
        var organization = await db.Given.OrganizationAsync();
        var first = await db.People.AdministratorAsync(organization);
        var (nurse, porter, doctor) = (await db.People.NurseAsync(organization), await db.People.LogisticsAsync(organization), await db.People.DoctorAsync(organization));

        // Beside the only one that ever was, nobody could confirm.
        Assert.Equal(GrantOutcome.Granted, (await first.Service<MembershipService>().GrantAsync(Administrator(nurse), Ct)).Value);

        var form = Administrator(porter);
        Assert.Equal(GrantOutcome.WaitsForConfirmation, (await first.Service<MembershipService>().GrantAsync(form, Ct)).Value);
        Assert.Equal(GrantOutcome.WaitsForConfirmation, (await first.Service<MembershipService>().GrantAsync(form, Ct)).Value); // the same form again
        Assert.Equal(MembershipErrors.AlreadyProposed, (await nurse.Service<MembershipService>().GrantAsync(Administrator(porter), Ct)).Error);
        await Assert.ThrowsAsync<AccessDeniedException>(() => porter.Service<DepartmentService>().CreateAsync(new CreateDepartmentForm { Name = "Too soon" }, Ct));

        Assert.False(Assert.Single(await first.Service<MembershipService>().ProposalsAsync(Ct)).MayConfirm);
        var waits = Assert.Single(await nurse.Service<MembershipService>().ProposalsAsync(Ct));
        Assert.True(waits.MayConfirm);
        Assert.Equal((porter.UserId, porter.StaffMemberId!.Value), (waits.UserId, waits.StaffMemberId));
        Assert.Equal(MembershipErrors.NeedsAnotherPerson, (await first.Service<MembershipService>().ConfirmAdministratorAsync(waits.Id, Ct)).Error);
        Assert.Null((await nurse.Service<MembershipService>().ConfirmAdministratorAsync(waits.Id, Ct)).Error);
        Assert.Null((await porter.Service<DepartmentService>().CreateAsync(new CreateDepartmentForm { Name = "In time" }, Ct)).Error);
        Assert.Equal(MembershipErrors.ProposalDecided, (await nurse.Service<MembershipService>().ConfirmAdministratorAsync(waits.Id, Ct)).Error);
        Assert.Equal(MembershipErrors.Exists, (await first.Service<MembershipService>().GrantAsync(Administrator(porter), Ct)).Error);

        // Declined, it can be proposed again; who leaves is declined by it.
        await first.Service<MembershipService>().GrantAsync(Administrator(doctor), Ct);
        Assert.Null((await first.Service<MembershipService>().DeclineAdministratorAsync(Assert.Single(await first.Service<MembershipService>().ProposalsAsync(Ct)).Id, Ct)).Error);
        await first.Service<MembershipService>().GrantAsync(Administrator(doctor), Ct);
        Assert.Null((await first.Service<StaffService>().MarkAsLeftAsync(doctor.StaffMemberId!.Value, Ct)).Error);
        Assert.Empty(await first.Service<MembershipService>().ProposalsAsync(Ct));
    }

    /// <summary>Ending the others' roles makes nobody the first again: then it takes who runs the server.</summary>
    [Fact]
    public async Task Who_is_left_alone_makes_no_administrator_alone()
    {
        var organization = await db.Given.OrganizationAsync();
        var (first, second, nurse) = (await db.People.AdministratorAsync(organization), await db.People.AdministratorAsync(organization), await db.People.NurseAsync(organization));
        var service = first.Service<MembershipService>();
        Assert.Equal(GrantOutcome.WaitsForConfirmation, (await second.Service<MembershipService>().GrantAsync(Administrator(nurse), Ct)).Value);
        Assert.Null((await service.EndAsync(Assert.Single(await service.HistoryAsync(second.UserId, Ct)).Id, Ct)).Error);

        Assert.Equal(MembershipErrors.ProposerLeft, (await service.ConfirmAdministratorAsync(Assert.Single(await service.ProposalsAsync(Ct)).Id, Ct)).Error);
        Assert.Equal(MembershipErrors.NobodyToConfirm, (await service.GrantAsync(Administrator(nurse), Ct)).Error);
        var added = new AddStaffForm { Name = "Helper", Email = $"{Guid.NewGuid():N}@staff.example", Roles = [Role.Nurse, Role.Administrator] };
        var refused = (await first.Service<StaffService>().AddAsync(added, Ct)).Error;
        Assert.Equal((MembershipErrors.NobodyToConfirm.Code, nameof(added.Roles)), (refused?.Code, refused?.Field));
        Assert.Equal(1, await db.LookAsync(organization, look => look.OrganizationMemberships.CountAsync(m => m.Role == Role.Administrator && m.EndedAt == null)));
    }

    /// <summary>Who would gain confirms nothing, also when the role came another way meanwhile; and what nobody confirmed for two weeks is over.</summary>
    [Fact]
    public async Task A_proposal_is_not_confirmed_by_who_gains_nor_after_the_role_came_another_way_nor_after_two_weeks()
    {
        var organization = await db.Given.OrganizationAsync();
        var (first, second, nurse, porter) = (await db.People.AdministratorAsync(organization), await db.People.AdministratorAsync(organization), await db.People.NurseAsync(organization), await db.People.LogisticsAsync(organization));
        var (service, other) = (first.Service<MembershipService>(), second.Service<MembershipService>());
        await service.GrantAsync(Administrator(nurse), Ct);
        var id = Assert.Single(await other.ProposalsAsync(Ct)).Id;
        var granted = new OrganizationMembership(Guid.CreateVersion7(), organization, nurse.UserId, Role.Administrator, db.Now); // as the verb grant does
        await db.AddAsync(organization, granted);
        Assert.Equal(MembershipErrors.NeedsAnotherPerson, (await nurse.Service<MembershipService>().ConfirmAdministratorAsync(id, Ct)).Error);
        Assert.Null((await other.EndAsync(granted.Id, Ct)).Error); // for a reason
        Assert.Equal((false, true), Assert.Single(await other.ProposalsAsync(Ct)) is var row ? (row.MayConfirm, row.IsOver) : default);
        Assert.Equal(MembershipErrors.ProposalOver, (await other.ConfirmAdministratorAsync(id, Ct)).Error);
        Assert.Null((await other.DeclineAdministratorAsync(id, Ct)).Error);

        var old = new AdministratorProposal(Guid.CreateVersion7(), organization, porter.UserId, first.UserId, db.Now - AdministratorProposal.Life - TimeSpan.FromMinutes(1));
        await db.AddAsync(organization, old);
        Assert.True(Assert.Single(await other.ProposalsAsync(Ct)).IsOver);
        Assert.Equal(MembershipErrors.ProposalOver, (await other.ConfirmAdministratorAsync(old.Id, Ct)).Error);
        Assert.Equal(2, await db.LookAsync(organization, look => look.OrganizationMemberships.CountAsync(m => m.Role == Role.Administrator && m.EndedAt == null)));
    }

    [Fact]
    public async Task Somebody_added_as_an_administrator_waits_too()
    {
        var organization = await db.Given.OrganizationAsync();
        var (first, second) = (await db.People.AdministratorAsync(organization), await db.People.AdministratorAsync(organization));
        var form = new AddStaffForm { Name = "Helper", Email = $"{Guid.NewGuid():N}@staff.example", Roles = [Role.Receptionist, Role.Administrator] };
        Assert.Null((await first.Service<StaffService>().AddAsync(form, Ct)).Error);
        Assert.Equal([Role.Receptionist], (await first.Service<StaffService>().DetailAsync(form.Id, Ct)).Value.Roles.Select(r => r.Role));
        Assert.Null((await second.Service<MembershipService>().ConfirmAdministratorAsync(Assert.Single(await second.Service<MembershipService>().ProposalsAsync(Ct)).Id, Ct)).Error);
        Assert.Equal([Role.Administrator, Role.Receptionist], (await first.Service<StaffService>().DetailAsync(form.Id, Ct)).Value.Roles.Select(r => r.Role).OrderByDescending(r => r));
    }

    [Fact]
    public async Task Two_hundred_confirmations_and_refusals_at_once_are_one_decision()
    {
        var organization = await db.Given.OrganizationAsync();
        var (first, second, third, nurse) = (await db.People.AdministratorAsync(organization), await db.People.AdministratorAsync(organization), await db.People.AdministratorAsync(organization), await db.People.NurseAsync(organization));
        await first.Service<MembershipService>().GrantAsync(Administrator(nurse), Ct);
        var id = Assert.Single(await first.Service<MembershipService>().ProposalsAsync(Ct)).Id;
        using var gate = new SemaphoreSlim(0);
        var tries = Enumerable.Range(0, 200).Select(i => Task.Run(async () =>
        {
            await gate.WaitAsync();
            return (i % 2 == 0 ? await second.Service<MembershipService>().ConfirmAdministratorAsync(id, Ct) : await third.Service<MembershipService>().DeclineAdministratorAsync(id, Ct)).Error?.Code ?? "decided";
        })).ToList();
        gate.Release(200);
        var outcomes = await Task.WhenAll(tries);

        Assert.Equal(1, outcomes.Count(o => o == "decided"));
        Assert.Equal(199, outcomes.Count(o => o == MembershipErrors.ProposalDecided.Code));
        var outcome = await db.LookAsync(organization, look => look.AdministratorProposals.Select(p => p.Outcome).SingleAsync());
        Assert.Equal(outcome == ProposalOutcome.Confirmed ? 4 : 3, await db.LookAsync(organization, look => look.OrganizationMemberships.CountAsync(m => m.Role == Role.Administrator && m.EndedAt == null)));
    }

    private static GrantRoleForm Administrator(ActingPerson person) => new() { UserId = person.UserId, Role = Role.Administrator };

    [Fact]
    public async Task The_last_administrator_stays()
    {
        var organization = await db.Given.OrganizationAsync();
        var administrator = await db.People.AdministratorAsync(organization);
        var service = administrator.Service<MembershipService>();
        var own = Assert.Single(await service.HistoryAsync(administrator.UserId, Ct));
        Assert.Equal(MembershipErrors.LastAdministrator, (await service.EndAsync(own.Id, Ct)).Error);

        // One whose sign-in is switched off administers nothing.
        var off = await db.People.AdministratorAsync(organization);
        await db.ArrangeAsync(organization, async open => (await open.Users.SingleAsync(u => u.Id == off.UserId)).Disable(db.Now));
        Assert.Equal(MembershipErrors.LastAdministrator, (await service.EndAsync(own.Id, Ct)).Error);
        Assert.Null(Assert.Single(await service.HistoryAsync(administrator.UserId, Ct)).EndedAt);

        await db.People.AdministratorAsync(organization);
        Assert.Null((await service.EndAsync(own.Id, Ct)).Error);
    }

    [Fact]
    public async Task Two_hundred_demotions_of_two_administrators_leave_one()
    {
        var organization = await db.Given.OrganizationAsync();
        var first = await db.People.AdministratorAsync(organization);
        var second = await db.People.AdministratorAsync(organization);
        var ofFirst = (await second.Service<MembershipService>().HistoryAsync(first.UserId, Ct))[0].Id;
        var ofSecond = (await second.Service<MembershipService>().HistoryAsync(second.UserId, Ct))[0].Id;
        using var gate = new SemaphoreSlim(0);

        var tries = Enumerable.Range(0, 200).Select(i => Task.Run(async () =>
        {
            await gate.WaitAsync();
            try
            {
                var result = i % 2 == 0 ? await first.Service<MembershipService>().EndAsync(ofSecond, Ct) : await second.Service<MembershipService>().EndAsync(ofFirst, Ct);
                return result.Error?.Code ?? "ended";
            }
            catch (AccessDeniedException)
            {
                return "refused";
            }
        })).ToList();
        gate.Release(200);
        var outcomes = await Task.WhenAll(tries);

        Assert.Equal(1, outcomes.Count(o => o == "ended"));
        Assert.All(outcomes, o => Assert.Contains(o, new[] { "ended", "refused", MembershipErrors.LastAdministrator.Code, MembershipErrors.AlreadyEnded.Code }));
        Assert.Equal(1, await db.LookAsync(organization, look => look.OrganizationMemberships.CountAsync(m => m.Role == Role.Administrator && m.EndedAt == null)));
        Assert.Equal(1, await db.LookAsync(organization, look => look.AuditEvents.CountAsync(e => e.EventCode == "GrantRole" && e.Outcome == Data.Features.ActivityLog.AuditOutcome.Success)));
    }

    [Fact]
    public async Task The_role_by_which_somebody_conducts_visits_ends_only_when_none_waits_and_the_bookings_end_with_it()
    {
        var organization = await db.Given.OrganizationAsync();
        var service = (await db.People.AdministratorAsync(organization)).Service<MembershipService>();
        var doctor = await db.People.DoctorAsync(organization);
        await db.Given.AlwaysWorkingAsync(doctor);
        var desk = (await db.People.ReceptionistAsync(organization)).Service<AppointmentService>();
        var form = new BookAppointmentForm { PatientId = (await db.Given.PatientAsync(organization)).Id, ClinicianId = doctor.StaffMemberId, StartsAt = db.Now.AddMinutes(30) };
        var visit = (await desk.BookAsync(form, Ct)).Value;
        var role = Assert.Single(await service.HistoryAsync(doctor.UserId, Ct)).Id;

        var refused = (await service.EndAsync(role, Ct)).Error;
        Assert.Equal("membership.still-needed", refused?.Code);
        Assert.Contains("1 coming visit (Mon 2 Mar, 09:30)", refused!.Message, StringComparison.Ordinal);
        Assert.Null((await desk.CancelAsync(new() { AppointmentId = visit.Id, Version = visit.Version, Reason = "Doctor changes post" }, Ct)).Error);
        Assert.Null((await service.EndAsync(role, Ct)).Error);

        Assert.DoesNotContain((await desk.ClinicianOptionsAsync(Ct)).Value, c => c.Id == doctor.StaffMemberId);
        Assert.Equal("appointment.no-such-clinician", (await desk.BookAsync(new() { PatientId = form.PatientId, ClinicianId = form.ClinicianId, StartsAt = form.StartsAt }, Ct)).Error?.Code);
        Assert.False(await db.LookAsync(organization, look => look.StaffMembers.Where(s => s.UserId == doctor.UserId).Select(s => s.IsBookable).SingleAsync()));
    }

    [Fact]
    public async Task What_cannot_be_granted_says_why()
    {
        var organization = await db.Given.OrganizationAsync();
        var service = (await db.People.AdministratorAsync(organization)).Service<MembershipService>();
        var nurse = await db.People.NurseAsync(organization);
        var stranger = await db.People.NurseAsync(db.OtherOrganizationId);
        var gone = await db.People.NurseAsync(organization);
        await db.ArrangeAsync(organization, async open => (await open.StaffMembers.SingleAsync(s => s.UserId == gone.UserId)).Leave(db.Now));

        Assert.Equal(MembershipErrors.Exists, (await service.GrantAsync(new GrantRoleForm { UserId = nurse.UserId, Role = Role.Nurse }, Ct)).Error);
        Assert.Equal(MembershipErrors.NotARoleOfStaff, (await service.GrantAsync(new GrantRoleForm { UserId = nurse.UserId, Role = Role.Patient }, Ct)).Error);
        Assert.Equal("Role", (await service.GrantAsync(new GrantRoleForm { UserId = nurse.UserId, Role = (Role)99 }, Ct)).Error?.Field);
        Assert.Equal("Role", (await service.GrantAsync(new GrantRoleForm { UserId = nurse.UserId }, Ct)).Error?.Field);
        Assert.Equal(MembershipErrors.NotStaff, (await service.GrantAsync(new GrantRoleForm { UserId = gone.UserId, Role = Role.Nurse }, Ct)).Error);
        Assert.Equal(Error.NotFound, (await service.GrantAsync(new GrantRoleForm { UserId = stranger.UserId, Role = Role.Nurse }, Ct)).Error);
        Assert.Equal(Error.NotFound, (await service.EndAsync(Guid.NewGuid(), Ct)).Error);
        Assert.Empty(await service.HistoryAsync(stranger.UserId, Ct));
    }

    [Fact]
    public async Task A_role_of_the_same_person_elsewhere_neither_shows_nor_ends_here()
    {
        var (here, there) = (await db.Given.OrganizationAsync(), await db.Given.OrganizationAsync());
        var administrator = await db.People.AdministratorAsync(here);
        await db.People.AdministratorAsync(here);
        await db.People.AlsoAtAsync(administrator, there, Role.Administrator);
        var elsewhere = await db.LookAsync(there, look => look.OrganizationMemberships.Select(m => m.Id).SingleAsync());

        Assert.Single(await administrator.Service<MembershipService>().HistoryAsync(administrator.UserId, Ct));
        Assert.Equal(Error.NotFound, (await administrator.Service<MembershipService>().EndAsync(elsewhere, Ct)).Error);
    }

    [Fact]
    public async Task The_role_of_a_patient_is_not_ended_from_the_staff_pages()
    {
        var organization = await db.Given.OrganizationAsync();
        var administrator = await db.People.AdministratorAsync(organization);
        var patient = await db.People.PatientAsync(organization);
        var membership = await db.LookAsync(organization, look => look.OrganizationMemberships.Where(m => m.UserId == patient.UserId).Select(m => m.Id).SingleAsync());
        Assert.Equal(Error.NotFound, (await administrator.Service<MembershipService>().EndAsync(membership, Ct)).Error);
    }
}

public sealed class MembershipServiceOnSqlite(SqliteDatabase db) : MembershipServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class MembershipServiceOnPostgres(PostgresDatabase db) : MembershipServiceTests(db), IClassFixture<PostgresDatabase>;
