using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Staff;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Access;

/// <summary>A clinician opens the charts of patients they treat and no others: each ground, its end, and what a restricted chart asks besides.</summary>
public abstract class CareRelationshipTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    public static TheoryData<Role> Clinical => [.. Enum.GetValues<Role>().Where(role => role.IsClinical())];

    [Theory]
    [MemberData(nameof(Clinical))]
    public async Task A_clinician_opens_the_chart_of_a_patient_in_their_care_and_no_other(Role role)
    {
        var clinician = await db.People.RoleAsync(role, db.OrganizationId);
        var (own, other) = (await db.Given.PatientOfAsync(clinician), await db.Given.PatientAsync(db.OrganizationId));

        Assert.Null(await ErrorAsync(clinician, own.Id));
        Assert.Equal(ChartErrors.NotYourPatient, await ErrorAsync(clinician, other.Id));

        var refusal = await db.LookAsync(look => look.AuditEvents.AsNoTracking().SingleAsync(e => e.ActorUserId == clinician.UserId && e.Outcome == AuditOutcome.Refused));
        Assert.Equal((nameof(Permission.ViewPatient), (Guid?)other.Id, AuditPurpose.Treatment), (refusal.EventCode, refusal.PatientId, refusal.Purpose));
        Assert.Equal(0, await db.LookAsync(look => look.AuditEvents.CountAsync(e => e.ActorUserId == clinician.UserId && e.PatientId == other.Id && e.Outcome == AuditOutcome.Success)));
        Assert.Equal([own.Id], await clinician.Doors.OpenableAsync(Permission.ViewPatient, [own.Id, other.Id, Guid.NewGuid()], Ct));
    }

    [Theory]
    [InlineData(Role.Receptionist)]
    [InlineData(Role.Administrator)]
    public async Task Who_sees_administrative_data_only_needs_no_relationship(Role role)
    {
        var person = await db.People.RoleAsync(role, db.OrganizationId);
        var patient = await db.Given.PatientAsync(db.OrganizationId);
        Assert.Null(await ErrorAsync(person, patient.Id));
        Assert.Equal([patient.Id], await person.Doors.OpenableAsync(Permission.ViewPatient, [patient.Id], Ct));
    }

    [Theory]
    [InlineData(AppointmentStatus.Booked, 72, true)]
    [InlineData(AppointmentStatus.CheckedIn, 0, true)]
    [InlineData(AppointmentStatus.Fulfilled, -29 * 24, true)]
    [InlineData(AppointmentStatus.NoShow, -29 * 24, true)]
    [InlineData(AppointmentStatus.Fulfilled, -31 * 24, false)]
    [InlineData(AppointmentStatus.Proposed, 72, false)]
    [InlineData(AppointmentStatus.Cancelled, 72, false)]
    [InlineData(AppointmentStatus.EnteredInError, -2, false)]
    public async Task A_visit_opens_the_chart_from_booking_until_thirty_days_after_it(AppointmentStatus status, int hoursFromNow, bool opens)
    {
        var doctor = await db.People.DoctorAsync(db.OrganizationId);
        var patient = await db.Given.PatientAsync(db.OrganizationId);
        await db.Given.AppointmentAsync(doctor, patient.Id, db.Now.AddHours(hoursFromNow), status: status);
        Assert.Equal(opens ? null : ChartErrors.NotYourPatient, await ErrorAsync(doctor, patient.Id));
        Assert.Equal(ChartErrors.NotYourPatient, await ErrorAsync(await db.People.DoctorAsync(db.OrganizationId), patient.Id));
    }

    [Theory]
    [InlineData(null, EncounterStatus.InProgress, true)]
    [InlineData(-29, EncounterStatus.Finished, true)]
    [InlineData(-31, EncounterStatus.Finished, false)]
    [InlineData(-1, EncounterStatus.EnteredInError, false)]
    public async Task Who_is_responsible_for_a_stay_opens_the_chart_while_it_lasts_and_thirty_days_more(int? endedDaysAgo, EncounterStatus status, bool opens)
    {
        var doctor = await db.People.DoctorAsync(db.OrganizationId);
        var patient = await db.Given.PatientAsync(db.OrganizationId);
        await StayAsync(patient.Id, doctor.StaffMemberId!.Value, (await db.Given.DepartmentAsync(db.OrganizationId)).Id, status, endedDaysAgo is { } days ? db.Now.AddDays(days) : null);
        Assert.Equal(opens ? null : ChartErrors.NotYourPatient, await ErrorAsync(doctor, patient.Id));
    }

    [Fact]
    public async Task A_patient_is_in_the_care_of_a_department_while_there_and_not_afterwards()
    {
        var nurse = await db.People.NurseAsync(db.OrganizationId);
        var (mine, other) = (await db.Given.DepartmentAsync(db.OrganizationId), await db.Given.DepartmentAsync(db.OrganizationId));
        await db.AddAsync(db.OrganizationId, new StaffDepartment(db.OrganizationId, nurse.StaffMemberId!.Value, mine.Id));
        var doctor = await db.People.DoctorAsync(db.OrganizationId);
        var (here, gone, elsewhere) = (await db.Given.PatientAsync(db.OrganizationId), await db.Given.PatientAsync(db.OrganizationId), await db.Given.PatientAsync(db.OrganizationId));
        await StayAsync(here.Id, doctor.StaffMemberId!.Value, mine.Id, EncounterStatus.InProgress, null);
        await StayAsync(gone.Id, doctor.StaffMemberId!.Value, mine.Id, EncounterStatus.Finished, db.Now.AddMinutes(-5));
        await StayAsync(elsewhere.Id, doctor.StaffMemberId!.Value, other.Id, EncounterStatus.InProgress, null);
        Assert.Equal([here.Id], await nurse.Doors.OpenableAsync(Permission.ViewPatient, [here.Id, gone.Id, elsewhere.Id], Ct));
        Assert.Null(await ErrorAsync(nurse, here.Id));
    }

    [Fact]
    public async Task Whoever_lies_on_a_ward_of_the_nurses_department_is_in_their_care_whatever_the_department_of_the_stay()
    {
        var nurse = await db.People.NurseAsync(db.OrganizationId);
        var ward = await db.Given.WardAsync(db.OrganizationId);
        await db.AddAsync(db.OrganizationId, new StaffDepartment(db.OrganizationId, nurse.StaffMemberId!.Value, ward.DepartmentId));
        var bed = await db.Given.BedAsync(db.OrganizationId, await db.Given.RoomAsync(db.OrganizationId, ward: ward));
        var patient = await db.Given.PatientAsync(db.OrganizationId);
        var doctor = await db.People.DoctorAsync(db.OrganizationId);
        var encounter = await StayAsync(patient.Id, doctor.StaffMemberId!.Value, (await db.Given.DepartmentAsync(db.OrganizationId)).Id, EncounterStatus.InProgress, null);
        var stay = BedStay.Begin(Guid.CreateVersion7(), db.OrganizationId, bed.Id, patient.Id, encounter, db.Now.AddHours(-1), nurse.UserId);
        await db.AddAsync(db.OrganizationId, stay);
        Assert.Null(await ErrorAsync(nurse, patient.Id));

        await db.GivenAsync(async open => (await open.BedStays.SingleAsync(s => s.Id == stay.Id)).Complete(db.Now));
        Assert.Equal(ChartErrors.NotYourPatient, await ErrorAsync(nurse, patient.Id));
    }

    [Fact]
    public async Task A_change_inside_a_chart_asks_for_the_same()
    {
        var doctor = await db.People.DoctorAsync(db.OrganizationId);
        var patient = await db.Given.PatientAsync(db.OrganizationId);
        var ran = 0;
        Task<Result> ChangeAsync() => doctor.Doors.ChangeChartAsync(Permission.ConductVisit, patient.Id, (_, _) =>
        {
            ran++;
            return Task.FromResult(Result.Ok);
        }, Ct);

        Assert.Equal(ChartErrors.NotYourPatient, (await ChangeAsync()).Error);
        Assert.Equal(0, ran);
        await db.Given.TreatsAsync(doctor, patient.Id);
        Assert.Null((await ChangeAsync()).Error);
        Assert.Equal(1, ran);
    }

    [Fact]
    public async Task The_periods_are_those_of_the_organisation()
    {
        var organization = await db.Given.OrganizationAsync();
        var doctor = await db.People.DoctorAsync(organization);
        var patient = await db.Given.PatientAsync(organization);
        await db.Given.AppointmentAsync(doctor, patient.Id, db.Now.AddDays(-20), status: AppointmentStatus.Fulfilled);
        Assert.Null(await ErrorAsync(doctor, patient.Id));
        await db.GivenAsync(async open => (await open.Organizations.SingleAsync()).SetCare(new CareTerms(7, 30, 60)), organization);
        Assert.Equal(ChartErrors.NotYourPatient, await ErrorAsync(doctor, patient.Id));
    }

    [Fact]
    public async Task A_doctor_who_is_a_patient_here_opens_their_own_chart_and_not_a_colleagues()
    {
        var mine = await db.People.PatientAsync(db.OrganizationId);
        var asDoctor = await db.People.AlsoAtAsync(mine, db.OrganizationId, Role.Doctor);
        var colleague = await db.People.PatientAsync(db.OrganizationId);
        Assert.Null(await ErrorAsync(asDoctor, mine.PatientId!.Value));
        Assert.Equal(ChartErrors.NotYourPatient, await ErrorAsync(asDoctor, colleague.PatientId!.Value));
        Assert.Equal([mine.PatientId.Value], await asDoctor.Doors.OpenableAsync(Permission.ViewPatient, [mine.PatientId.Value, colleague.PatientId.Value], Ct));
    }

    [Fact]
    public async Task A_nurse_who_is_a_receptionist_too_opens_as_a_receptionist()
    {
        var both = await db.People.StaffAsync(db.OrganizationId, null, Role.Nurse, Role.Receptionist);
        Assert.Null(await ErrorAsync(both, (await db.Given.PatientAsync(db.OrganizationId)).Id));
    }

    [Fact]
    public async Task A_relationship_at_one_organisation_opens_nothing_at_another()
    {
        var doctor = await db.People.DoctorAsync(db.OrganizationId);
        var there = await db.People.AlsoAtAsync(doctor, db.OtherOrganizationId, Role.Doctor);
        var patient = await db.Given.PatientOfAsync(there);
        Assert.Equal(Error.NotFound, await ErrorAsync(doctor, patient.Id));
        Assert.Empty(await doctor.Doors.OpenableAsync(Permission.ViewPatient, [patient.Id], Ct));
        Assert.Null(await ErrorAsync(there, patient.Id));
    }

    [Theory]
    [InlineData(Role.Doctor)]
    [InlineData(Role.Receptionist)]
    [InlineData(Role.Administrator)]
    public async Task A_restricted_chart_asks_everybody_for_a_reason_at_each_visit_and_keeps_it_with_the_events(Role role)
    {
        var person = await db.People.RoleAsync(role, db.OrganizationId);
        var patient = await db.Given.PatientOfAsync(person);
        await db.GivenAsync(async open => (await open.Patients.SingleAsync(p => p.Id == patient.Id)).Restrict(ChartRestriction.Vip, db.Now, person.UserId));
        var patients = person.Service<PatientService>();

        Assert.Equal(ChartErrors.ReasonNeeded, (await patients.OpenAsync(patient.Id, Ct)).Error);
        Assert.Equal(ChartErrors.ReasonNeeded, (await patients.RefreshAsync(patient.Id, Ct)).Error);
        Assert.Equal(ChartErrors.ReasonTooShort, (await patients.OpenAsync(patient.Id, Ct, "because")).Error);
        Assert.Equal("chart.reason", (await patients.OpenAsync(patient.Id, Ct, "a reason with \u0000 in it")).Error?.Code);
        Assert.Equal(0, await ViewsAsync());

        Assert.Null((await patients.OpenAsync(patient.Id, Ct, "  Results asked for by telephone ")).Error);
        Assert.Null((await patients.RefreshAsync(patient.Id, Ct)).Error);
        Assert.Equal(1, await ViewsAsync());
        Assert.Equal("Results asked for by telephone", await db.LookAsync(look => look.AuditEvents.Where(e => e.ActorUserId == person.UserId && e.PatientId == patient.Id && e.Outcome == AuditOutcome.Success)
            .Select(e => e.Reason).SingleAsync()));

        Assert.Equal(ChartErrors.ReasonNeeded, (await patients.OpenAsync(patient.Id, Ct)).Error);
        Assert.Equal(ChartErrors.ReasonNeeded, (await patients.RefreshAsync(patient.Id, Ct)).Error);
        Task<int> ViewsAsync() => db.LookAsync(look => look.AuditEvents.CountAsync(e => e.ActorUserId == person.UserId && e.PatientId == patient.Id && e.Outcome == AuditOutcome.Success));
    }

    [Fact]
    public async Task A_reason_opens_no_chart_of_a_patient_who_is_not_in_ones_care_and_the_patient_is_never_asked()
    {
        var doctor = await db.People.DoctorAsync(db.OrganizationId);
        var patient = await db.People.PatientAsync(db.OrganizationId);
        var id = patient.PatientId!.Value;
        await db.GivenAsync(async open => (await open.Patients.SingleAsync(p => p.Id == id)).Restrict(ChartRestriction.Psychiatric, db.Now, doctor.UserId));
        Assert.Equal(ChartErrors.NotYourPatient, (await doctor.Service<PatientService>().OpenAsync(id, Ct, "I am curious about it")).Error);
        Assert.Null((await patient.Service<PatientService>().OpenAsync(id, Ct)).Error);
    }

    private static async Task<Error?> ErrorAsync(ActingPerson person, Guid patientId)
    {
        var opened = await person.Doors.OpenChartAsync(Permission.ViewPatient, patientId, Ct, newView: true);
        if (!opened.Failed)
        {
            await opened.Value.DisposeAsync();
        }

        return opened.Error;
    }

    private async Task<Guid> StayAsync(Guid patientId, Guid clinicianId, Guid departmentId, EncounterStatus status, DateTime? endedAt)
    {
        var stay = new Encounter(Guid.CreateVersion7(), db.OrganizationId, patientId, EncounterClass.Inpatient, status, db.Now.AddDays(-40), clinicianId, departmentId, "Given");
        await db.ArrangeAsync(db.OrganizationId, open =>
        {
            open.Add(stay);
            open.Entry(stay).Property(nameof(Encounter.EndedAt)).CurrentValue = endedAt;
            open.Entry(stay).Property(nameof(Encounter.ErrorReason)).CurrentValue = status == EncounterStatus.EnteredInError ? "Another patient" : null;
            return Task.CompletedTask;
        });
        return stay.Id;
    }
}

public sealed class CareRelationshipOnSqlite(SqliteDatabase db) : CareRelationshipTests(db), IClassFixture<SqliteDatabase>;

[Trait("Check", "18")]
public sealed class CareRelationshipOnPostgres(PostgresDatabase db) : CareRelationshipTests(db), IClassFixture<PostgresDatabase>;
