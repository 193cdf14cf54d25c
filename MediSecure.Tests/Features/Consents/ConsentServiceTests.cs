using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Consents;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Staff;
using MediSecure.Tests.Access;
using MediSecure.Tests.Features.PatientSignIns;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Consents;

/// <summary>What a patient agrees to and forbids, and that the doors obey, on both databases.</summary>
public abstract class ConsentServiceTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    /// <summary>A patient, and a doctor who treats them.</summary>
    private async Task<(ActingPerson Patient, ActingPerson Doctor, Guid DepartmentId)> SceneAsync()
    {
        var organization = await db.Given.OrganizationAsync();
        var patient = await db.People.PatientAsync(organization);
        var doctor = await db.People.DoctorAsync(organization);
        var department = await db.Given.DepartmentAsync(organization);
        await db.AddAsync(organization, new StaffDepartment(organization, doctor.StaffMemberId!.Value, department.Id));
        await db.Given.AppointmentAsync(doctor, patient.PatientId!.Value, db.Now.AddDays(1));
        return (patient, doctor, department.Id);
    }

    private static Task<Result<PatientDetail>> OpenAsync(ActingPerson person, ActingPerson patient) => person.Service<PatientService>().OpenAsync(patient.PatientId!.Value, Ct);

    private static async Task<Guid> KeepOutAsync(ActingPerson patient, Guid? staff = null, Guid? department = null, DateOnly? until = null)
    {
        var form = new GiveConsentForm { Scope = staff is null ? ConsentScope.KeepOutDepartment : ConsentScope.KeepOutPerson, StaffMemberId = staff, DepartmentId = department, UntilOn = until };
        Assert.Null((await patient.Service<ConsentService>().GiveOwnAsync(form, Ct)).Error);
        return form.Id;
    }

    [Fact]
    public async Task Who_is_kept_out_does_not_open_the_record_until_it_is_withdrawn()
    {
        var (patient, doctor, _) = await SceneAsync();
        Assert.Null((await OpenAsync(doctor, patient)).Error);
        var id = await KeepOutAsync(patient, doctor.StaffMemberId);
        Assert.Equal(ChartErrors.KeptOut, (await OpenAsync(doctor, patient)).Error);
        Assert.Null((await OpenAsync(patient, patient)).Error);
        Assert.True(await db.LookAsync(patient.OrganizationId, look => look.AuditEvents.AnyAsync(e => e.ActorUserId == doctor.UserId && e.PatientId == patient.PatientId && e.Outcome == AuditOutcome.Refused)));

        Assert.Null((await patient.Service<ConsentService>().WithdrawOwnAsync(new WithdrawConsentForm { ConsentId = id }, Ct)).Error);
        Assert.Null((await OpenAsync(doctor, patient)).Error);
        Assert.Equal(ConsentErrors.AlreadyOver, (await patient.Service<ConsentService>().WithdrawOwnAsync(new WithdrawConsentForm { ConsentId = id }, Ct)).Error);
    }

    [Fact]
    public async Task A_department_is_kept_out_until_the_last_day_and_its_people_stand_in_no_list_of_openable_charts()
    {
        var (patient, doctor, department) = await SceneAsync();
        var colleague = await db.People.DoctorAsync(patient.OrganizationId);
        await db.Given.AppointmentAsync(colleague, patient.PatientId!.Value, db.Now.AddDays(1).AddHours(3));
        await KeepOutAsync(patient, department: department, until: DateOnly.FromDateTime(db.Now.AddDays(2)));
        Assert.Equal(ChartErrors.KeptOut, (await OpenAsync(doctor, patient)).Error);
        Assert.Null((await OpenAsync(colleague, patient)).Error);
        Assert.Empty(await doctor.Doors.OpenableAsync(Permission.ViewPatient, [patient.PatientId.Value], Ct));
        Assert.Single(await colleague.Doors.OpenableAsync(Permission.ViewPatient, [patient.PatientId.Value], Ct));

        db.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Null((await OpenAsync(doctor, patient)).Error);
    }

    [Fact]
    public async Task Staff_who_are_not_clinicians_are_kept_out_too()
    {
        var (patient, _, _) = await SceneAsync();
        var desk = await db.People.ReceptionistAsync(patient.OrganizationId);
        Assert.Null((await OpenAsync(desk, patient)).Error);
        await KeepOutAsync(patient, desk.StaffMemberId);
        Assert.Equal(ChartErrors.KeptOut, (await OpenAsync(desk, patient)).Error);
    }

    [Fact]
    public async Task The_front_desk_records_a_decision_with_a_reason_that_the_patient_reads()
    {
        var (patient, _, _) = await SceneAsync();
        var desk = await db.People.ReceptionistAsync(patient.OrganizationId, "Grace Consent");
        var form = new GiveConsentForm { Scope = ConsentScope.ElectronicMail };
        Assert.Equal(ConsentErrors.ReasonMissing, (await desk.Service<ConsentService>().GiveAsync(patient.PatientId!.Value, form, Ct)).Error);
        form.Reason = "Said so at the desk";
        Assert.Null((await desk.Service<ConsentService>().GiveAsync(patient.PatientId.Value, form, Ct)).Error);
        Assert.Null((await desk.Service<ConsentService>().GiveAsync(patient.PatientId.Value, form, Ct)).Error); // pressed twice
        Assert.Equal(ConsentErrors.Exists, (await patient.Service<ConsentService>().GiveOwnAsync(new GiveConsentForm { Scope = ConsentScope.ElectronicMail }, Ct)).Error);
        var row = Assert.Single((await patient.Service<ConsentService>().MineAsync(Ct)).Value);
        Assert.Equal(("Grace Consent", "Said so at the desk", true), (row.RecordedBy, row.Reason, row.IsLive));
        Assert.Equal(ConsentErrors.ReasonMissing, (await desk.Service<ConsentService>().WithdrawAsync(new WithdrawConsentForm { ConsentId = row.Id }, Ct)).Error);
        Assert.Null((await desk.Service<ConsentService>().WithdrawAsync(new WithdrawConsentForm { ConsentId = row.Id, Reason = "Phoned" }, Ct)).Error);
        Assert.False(Assert.Single((await desk.Service<ConsentService>().OfPatientAsync(patient.PatientId.Value, Ct)).Value).IsLive);
    }

    [Fact]
    public async Task What_does_not_name_whom_it_means_is_refused_and_other_organisations_do_not_exist()
    {
        var (patient, _, _) = await SceneAsync();
        var (other, stranger, department) = await SceneAsync();
        Task<Result> Give(GiveConsentForm form) => patient.Service<ConsentService>().GiveOwnAsync(form, Ct);
        Assert.Equal(ConsentErrors.NobodyNamed, (await Give(new() { Scope = ConsentScope.KeepOutPerson })).Error);
        Assert.Equal(ConsentErrors.NoDepartmentNamed, (await Give(new() { Scope = ConsentScope.KeepOutDepartment })).Error);
        Assert.Equal(Error.NotFound, (await Give(new() { Scope = ConsentScope.KeepOutPerson, StaffMemberId = stranger.StaffMemberId })).Error);
        Assert.Equal(Error.NotFound, (await Give(new() { Scope = ConsentScope.KeepOutDepartment, DepartmentId = department })).Error);
        Assert.Equal(ConsentErrors.EndsBeforeItBegins, (await Give(new() { Scope = ConsentScope.ElectronicMail, UntilOn = new DateOnly(2020, 1, 1) })).Error);
        Assert.Equal("Scope", (await Give(new())).Error!.Field);

        var theirs = await KeepOutAsync(other, stranger.StaffMemberId);
        Assert.Equal(Error.NotFound, (await patient.Service<ConsentService>().WithdrawOwnAsync(new WithdrawConsentForm { ConsentId = theirs }, Ct)).Error);
        var desk = await db.People.ReceptionistAsync(patient.OrganizationId);
        Assert.Equal(Error.NotFound, (await desk.Service<ConsentService>().OfPatientAsync(other.PatientId!.Value, Ct)).Error);
        await Assert.ThrowsAsync<AccessDeniedException>(() => stranger.Service<ConsentService>().OfPatientAsync(other.PatientId.Value, Ct));
    }
}

public sealed class ConsentServiceOnSqlite(SqliteDatabase db) : ConsentServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class ConsentServiceOnPostgres(PostgresDatabase db) : ConsentServiceTests(db), IClassFixture<PostgresDatabase>;

public sealed class ConsentCases : IOperationCases
{
    // A person of its own to keep out, so that no two decisions are the same.
    private static async Task<Guid> KeptOutAsync(ITestWorld world)
    {
        var (user, staff) = (PatientClaimTests.NewUser(), Guid.CreateVersion7());
        await world.GivenAsync(open =>
        {
            open.Add(user);
            open.Add(new StaffMember(staff, world.OrganizationId, user.Id, "Kept Out"));
            return Task.CompletedTask;
        });
        return staff;
    }

    private static GiveConsentForm Form(Guid staff) => new() { Scope = ConsentScope.KeepOutPerson, StaffMemberId = staff, Reason = "Said so at the desk" };

    private static async Task<Guid> GivenAsync(ITestWorld world, Guid? patientId)
    {
        var form = Form(await KeptOutAsync(world));
        var given = await world.As(Role.Receptionist).Service<ConsentService>().GiveAsync(patientId ?? await PatientInvitationCases.NewPatientAsync(world), form, default);
        return given.Failed ? throw new InvalidOperationException(given.Error.Message) : form.Id;
    }

    public IEnumerable<OperationCase> Cases =>
    [
        new("ConsentService.MineAsync", Permission.ManageOwnConsents, (_, person) => Task.FromResult<Func<Task<Result>>>(async () => await person.Service<ConsentService>().MineAsync(default))),
        new("ConsentService.OwnChoicesAsync", Permission.ManageOwnConsents, (_, person) => Task.FromResult<Func<Task<Result>>>(async () => await person.Service<ConsentService>().OwnChoicesAsync(default))),
        new("ConsentService.ChoicesAsync", Permission.ManageConsents, (_, person) => Task.FromResult<Func<Task<Result>>>(async () => await person.Service<ConsentService>().ChoicesAsync(default))),
        new("ConsentService.GiveOwnAsync", Permission.ManageOwnConsents, async (world, person) =>
        {
            var staff = await KeptOutAsync(world);
            return () => person.Service<ConsentService>().GiveOwnAsync(Sent.Form(Form(staff)), default);
        }),
        new("ConsentService.WithdrawOwnAsync", Permission.ManageOwnConsents, async (world, person) =>
        {
            var id = await GivenAsync(world, person.PatientId);
            return () => person.Service<ConsentService>().WithdrawOwnAsync(Sent.Form(new WithdrawConsentForm { ConsentId = id }), default);
        }),
        new("ConsentService.OfPatientAsync", Permission.ManageConsents, async (world, person) =>
        {
            var patient = await PatientInvitationCases.NewPatientAsync(world);
            return async () => await person.Service<ConsentService>().OfPatientAsync(patient, default);
        }),
        new("ConsentService.GiveAsync", Permission.ManageConsents, async (world, person) =>
        {
            var (patient, staff) = (await PatientInvitationCases.NewPatientAsync(world), await KeptOutAsync(world));
            return () => person.Service<ConsentService>().GiveAsync(patient, Sent.Form(Form(staff)), default);
        }),
        new("ConsentService.WithdrawAsync", Permission.ManageConsents, async (world, person) =>
        {
            var id = await GivenAsync(world, null);
            return () => person.Service<ConsentService>().WithdrawAsync(Sent.Form(new WithdrawConsentForm { ConsentId = id, Reason = "Asked for it" }), default);
        }),
    ];
}
