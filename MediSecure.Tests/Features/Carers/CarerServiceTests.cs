using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Carers;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.PatientSignIns;
using MediSecure.Data.Jobs;
using MediSecure.Tests.Access;
using MediSecure.Tests.Features.PatientSignIns;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.Carers;

/// <summary>Somebody acts for a patient by a grant, and not without one, on both databases.</summary>
public abstract class CarerServiceTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private static GrantCareProxyForm Form(DateOnly until, string? reason = null) => new() { CarerName = "Musa Bello", Relationship = CarerRelationship.Spouse, UntilOn = until, Reason = reason };

    private DateOnly InDays(int days) => DateOnly.FromDateTime(db.Now.AddDays(days));

    /// <summary>A patient, and somebody else who accepted a grant of theirs.</summary>
    private async Task<(ActingPerson Patient, ActingPerson Carer, Guid ProxyId)> SceneAsync(int days = 30)
    {
        var patient = await db.People.PatientAsync(await db.Given.OrganizationAsync());
        var form = Form(InDays(days));
        var code = (await patient.Service<CarerService>().GrantOwnAsync(form, Ct)).Value;
        var user = PatientClaimTests.NewUser();
        var row = await db.LookAsync(patient.OrganizationId, look => look.Patients.SingleAsync(p => p.Id == patient.PatientId));
        var claimed = await db.Services.GetRequiredService<PatientClaims>().ClaimAsync(new SignInClaim(code.RecordNumber, row.BirthDate, code.Code), user, true, new SignInOrigin(null, "test"));
        Assert.True(claimed.Value.AsCarer);
        return (patient, db.Begin(user.Id, patient.OrganizationId, null, null), form.Id);
    }

    /// <summary>The same person, acting for a patient or trying to.</summary>
    private ActingPerson For(ActingPerson person, Guid patientId, Guid? organizationId = null)
    {
        var acting = db.Begin(person.UserId, organizationId ?? person.OrganizationId, null, patientId);
        acting.Service<TestUser>().Caller = new Caller(person.UserId, organizationId ?? person.OrganizationId, null, "127.0.0.1", "test-trace", patientId);
        return acting;
    }

    [Fact]
    public async Task Who_acts_sees_and_does_what_the_patient_could_and_the_log_says_for_whom()
    {
        var (patient, carer, _) = await SceneAsync();
        var doctor = await db.People.DoctorAsync(patient.OrganizationId);
        await db.Given.AlwaysWorkingAsync(doctor);
        var visit = await db.Given.AppointmentAsync(doctor, patient.PatientId!.Value, db.Now.AddDays(2));
        var acting = For(carer, patient.PatientId.Value);

        Assert.Equal(visit.Id, Assert.Single((await acting.Service<AppointmentService>().OwnAsync(Ct)).Value.Coming).Id);
        Assert.Null((await acting.Service<PatientService>().OpenAsync(patient.PatientId.Value, Ct)).Error);
        var booked = await acting.Service<AppointmentService>().BookOwnAsync(new BookAppointmentForm { ClinicianId = doctor.StaffMemberId, StartsAt = db.Now.Date.AddDays(3).AddHours(10) }, Ct);
        Assert.Null(booked.Error);

        var events = await db.LookAsync(patient.OrganizationId, look => look.AuditEvents.Where(e => e.ActorUserId == carer.UserId && e.EventCode != PatientClaims.Claim && e.Outcome == AuditOutcome.Success).ToListAsync());
        Assert.Contains(events, e => e.EventCode == nameof(Permission.BookOwnAppointment));
        Assert.All(events, e => Assert.Equal((patient.PatientId, patient.PatientId, "Patient"), (e.OnBehalfOf, e.PatientId, e.ActorRoles)));
        var seen = (await patient.Service<ActivityLogService>().RecordAccessAsync(new RecordAccessFilter(ActorUserId: carer.UserId), null, Ct)).Value.Rows;
        Assert.Contains(seen, row => row.OnBehalf && row.Who == "Musa Bello");
        var log = (await db.People.RoleAsync(Role.Administrator, patient.OrganizationId)).Service<ActivityLogService>();
        Assert.Contains(new ActivityActor(carer.UserId, "Musa Bello"), await log.ActorsAsync(Ct)); // the log can be filtered by who acted, too
    }

    [Fact]
    public async Task Who_acts_reaches_nobody_else_and_grants_nothing_to_others()
    {
        var (patient, carer, _) = await SceneAsync();
        var other = await db.Given.PatientAsync(patient.OrganizationId);
        var acting = For(carer, patient.PatientId!.Value);
        Assert.Equal(Error.NotFound, (await acting.Service<PatientService>().OpenAsync(other.Id, Ct)).Error);
        await Assert.ThrowsAsync<AccessDeniedException>(() => acting.Service<CarerService>().MineAsync(Ct));
        await Assert.ThrowsAsync<AccessDeniedException>(() => acting.Service<CarerService>().GrantOwnAsync(Form(InDays(9)), Ct));
        await Assert.ThrowsAsync<AccessDeniedException>(() => For(carer, other.Id).Service<AppointmentService>().OwnAsync(Ct));
        Assert.Empty((await carer.Service<AppointmentService>().OwnAsync(Ct)).Value.Coming); // as themselves: a patient without a record
    }

    [Fact]
    public async Task Roles_of_staff_do_not_count_while_acting()
    {
        var (patient, carer, _) = await SceneAsync();
        await db.AddAsync(patient.OrganizationId, new OrganizationMembership(Guid.CreateVersion7(), patient.OrganizationId, carer.UserId, Role.Receptionist, db.Now));
        var acting = For(carer, patient.PatientId!.Value);
        await Assert.ThrowsAsync<AccessDeniedException>(() => acting.Service<PatientService>().SearchAsync("ada", Ct));
        Assert.Null((await carer.Service<PatientService>().SearchAsync("ada", Ct)).Error);
    }

    [Fact]
    public async Task A_revocation_is_in_force_at_the_next_operation_and_in_open_pages()
    {
        var (patient, carer, proxyId) = await SceneAsync();
        var acting = For(carer, patient.PatientId!.Value);
        await acting.Service<AppointmentService>().OwnAsync(Ct);
        var seat = new Seat(Guid.Parse((await db.Services.GetRequiredService<SessionStore>().StartAsync(carer.UserId, new SessionOrigin(null, "Test"))).Mark), carer.UserId, carer.OrganizationId, patient.PatientId);
        Assert.Equal([Role.Patient], await StandingAsync(seat));

        Assert.Null((await patient.Service<CarerService>().RevokeOwnAsync(new RevokeCareProxyForm { CareProxyId = proxyId }, Ct)).Error);

        await Assert.ThrowsAsync<AccessDeniedException>(() => acting.Service<AppointmentService>().OwnAsync(Ct));
        Assert.Empty(await StandingAsync(seat));
        Assert.Equal(CarerErrors.AlreadyOver, (await patient.Service<CarerService>().RevokeOwnAsync(new RevokeCareProxyForm { CareProxyId = proxyId }, Ct)).Error);
        Assert.Equal(CareProxyStatus.Revoked, Assert.Single((await patient.Service<CarerService>().MineAsync(Ct)).Value).Status);
        Assert.True(await db.LookAsync(patient.OrganizationId, look => look.AuditEvents.AnyAsync(e => e.ActorUserId == carer.UserId && e.Outcome == AuditOutcome.Refused)));
    }

    [Fact]
    public async Task A_grant_ends_by_itself_after_its_last_day()
    {
        var (patient, carer, _) = await SceneAsync(days: 1);
        var acting = For(carer, patient.PatientId!.Value);
        await acting.Service<AppointmentService>().OwnAsync(Ct);
        db.Clock.Advance(TimeSpan.FromDays(2));
        await Assert.ThrowsAsync<AccessDeniedException>(() => acting.Service<AppointmentService>().OwnAsync(Ct));
        Assert.Equal(CareProxyStatus.Ended, Assert.Single((await patient.Service<CarerService>().MineAsync(Ct)).Value).Status);
    }

    [Fact]
    public async Task A_grant_that_nobody_accepted_and_one_of_another_organisation_open_nothing()
    {
        var (patient, carer, _) = await SceneAsync();
        var other = await db.People.PatientAsync(patient.OrganizationId);
        await other.Service<CarerService>().GrantOwnAsync(Form(InDays(30)), Ct);
        await Assert.ThrowsAsync<AccessDeniedException>(() => For(carer, other.PatientId!.Value).Service<AppointmentService>().OwnAsync(Ct));

        var elsewhere = await db.Given.OrganizationAsync();
        await db.AddAsync(elsewhere, new OrganizationMembership(Guid.CreateVersion7(), elsewhere, carer.UserId, Role.Patient, db.Now));
        await Assert.ThrowsAsync<AccessDeniedException>(() => For(carer, patient.PatientId!.Value, elsewhere).Service<AppointmentService>().OwnAsync(Ct));
    }

    [Fact]
    public async Task The_front_desk_needs_a_reason_and_the_patient_reads_it()
    {
        var (patient, _, proxyId) = await SceneAsync();
        var desk = await db.People.ReceptionistAsync(patient.OrganizationId, "Grace Desk");
        Assert.Equal(CarerErrors.ReasonMissing, (await desk.Service<CarerService>().GrantAsync(patient.PatientId!.Value, Form(InDays(30)), Ct)).Error);
        Assert.Null((await desk.Service<CarerService>().GrantAsync(patient.PatientId.Value, Form(InDays(30), "Birth certificate seen"), Ct)).Error);
        var row = (await patient.Service<CarerService>().MineAsync(Ct)).Value.Single(one => !one.ByPatient);
        Assert.Equal(("Grace Desk", "Birth certificate seen", CareProxyStatus.Invited), (row.GrantedBy, row.GrantReason, row.Status));
        Assert.Equal(CarerErrors.ReasonMissing, (await desk.Service<CarerService>().RevokeAsync(new RevokeCareProxyForm { CareProxyId = proxyId }, Ct)).Error);
        Assert.Null((await desk.Service<CarerService>().RevokeAsync(new RevokeCareProxyForm { CareProxyId = proxyId, Reason = "Asked by phone" }, Ct)).Error);

        var stranger = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        Assert.Equal(Error.NotFound, (await stranger.Service<CarerService>().OfPatientAsync(patient.PatientId.Value, Ct)).Error);
        Assert.Equal(Error.NotFound, (await stranger.Service<CarerService>().GrantAsync(patient.PatientId.Value, Form(InDays(30), "none"), Ct)).Error);
        Assert.Equal(Error.NotFound, (await stranger.Service<CarerService>().RevokeAsync(new RevokeCareProxyForm { CareProxyId = row.Id, Reason = "none" }, Ct)).Error);
        var other = await db.People.PatientAsync(patient.OrganizationId);
        Assert.Equal(Error.NotFound, (await other.Service<CarerService>().RevokeOwnAsync(new RevokeCareProxyForm { CareProxyId = row.Id }, Ct)).Error);
    }

    [Fact]
    public async Task A_patient_cannot_use_the_code_for_somebody_else()
    {
        var patient = await db.People.PatientAsync(await db.Given.OrganizationAsync());
        var code = (await patient.Service<CarerService>().GrantOwnAsync(Form(InDays(30)), Ct)).Value;
        await using var users = db.Unscoped();
        var own = await users.Users.SingleAsync(u => u.Id == patient.UserId);
        var row = await db.LookAsync(patient.OrganizationId, look => look.Patients.SingleAsync(p => p.Id == patient.PatientId));
        Assert.Equal(PatientSignInErrors.SamePerson, (await db.Services.GetRequiredService<PatientClaims>().ClaimAsync(new SignInClaim(code.RecordNumber, row.BirthDate, code.Code), own, false, new SignInOrigin(null, null))).Error);
    }

    private async Task<IReadOnlyList<Role>> StandingAsync(Seat seat) => (await db.Services.GetRequiredService<SeatCheck>().LookAsync([seat], Ct))[seat].Roles;
}

public sealed class CarerServiceOnSqlite(SqliteDatabase db) : CarerServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class CarerServiceOnPostgres(PostgresDatabase db) : CarerServiceTests(db), IClassFixture<PostgresDatabase>;

public sealed class CarerCases : IOperationCases
{
    private static GrantCareProxyForm Form(ITestWorld world) => new() { CarerName = "Musa", Relationship = CarerRelationship.Friend, UntilOn = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime.AddDays(40)), Reason = "Seen in person" };

    private static async Task<Guid> ProxyAsync(ITestWorld world, Guid? patientId)
    {
        var form = Form(world);
        var id = patientId ?? await PatientInvitationCases.NewPatientAsync(world);
        if ((await world.As(Role.Receptionist).Service<CarerService>().GrantAsync(id, form, default)).Error is { } error)
        {
            throw new InvalidOperationException(error.Message);
        }

        return form.Id;
    }

    public IEnumerable<OperationCase> Cases =>
    [
        new("CarerService.MineAsync", Permission.ManageOwnCarers, (_, person) => Task.FromResult<Func<Task<Result>>>(async () => await person.Service<CarerService>().MineAsync(default))),
        new("CarerService.GrantOwnAsync", Permission.ManageOwnCarers, (world, person) => Task.FromResult<Func<Task<Result>>>(async () => await person.Service<CarerService>().GrantOwnAsync(Sent.Form(Form(world)), default))),
        new("CarerService.RevokeOwnAsync", Permission.ManageOwnCarers, async (world, person) =>
        {
            var id = await ProxyAsync(world, person.PatientId);
            return () => person.Service<CarerService>().RevokeOwnAsync(Sent.Form(new RevokeCareProxyForm { CareProxyId = id }), default);
        }),
        new("CarerService.OfPatientAsync", Permission.ManageCarers, async (world, person) =>
        {
            var patient = await PatientInvitationCases.NewPatientAsync(world);
            return async () => await person.Service<CarerService>().OfPatientAsync(patient, default);
        }),
        new("CarerService.GrantAsync", Permission.ManageCarers, async (world, person) =>
        {
            var patient = await PatientInvitationCases.NewPatientAsync(world);
            return async () => await person.Service<CarerService>().GrantAsync(patient, Sent.Form(Form(world)), default);
        }),
        new("CarerService.RevokeAsync", Permission.ManageCarers, async (world, person) =>
        {
            var id = await ProxyAsync(world, null);
            return () => person.Service<CarerService>().RevokeAsync(Sent.Form(new RevokeCareProxyForm { CareProxyId = id, Reason = "Asked for it" }), default);
        }),
    ];
}
