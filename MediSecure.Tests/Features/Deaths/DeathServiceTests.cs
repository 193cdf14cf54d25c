using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.CarePlans;
using MediSecure.Data.Features.Deaths;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Nutrition;
using MediSecure.Data.Features.Referrals;
using MediSecure.Data.Features.Vitals;
using MediSecure.Tests.Access;
using MediSecure.Tests.Features.Allergies;
using MediSecure.Tests.Features.Beds;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Deaths;

public sealed class DeathOperationCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        new("DeathService.GetAsync", Permission.ViewDeath, async (world, person) =>
        {
            var patient = await AllergyOperationCases.PatientAsync(world, person);
            return async () => await person.Service<DeathService>().GetAsync(patient, default);
        }),
        new("DeathService.RecordAsync", Permission.RecordDeath, async (world, person) =>
        {
            var patient = await AllergyOperationCases.PatientAsync(world, person);
            return () => person.Service<DeathService>().RecordAsync(patient, Sent.Form(new RecordDeathForm { DiedOn = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime), Time = "07:45", Code = "I46.9" }), default);
        }),
        new("DeathService.WithdrawAsync", Permission.RecordDeath, async (world, person) =>
        {
            var patient = await AllergyOperationCases.PatientAsync(world, person);
            await world.GivenAsync(async db =>
            {
                var now = world.Clock.GetUtcNow().UtcDateTime;
                db.Add(new DeathRecord(Guid.CreateVersion7(), world.OrganizationId, patient, now.AddHours(-1), null, "Cause", null, person.UserId, now));
                (await db.Patients.SingleAsync(p => p.Id == patient)).RecordDeath(now);
            });
            return () => person.Service<DeathService>().WithdrawAsync(patient, Sent.Form(new WithdrawDeathForm { Reason = "wrong patient" }), default);
        }),
    ];
}

public abstract class DeathServiceTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private async Task<(ActingPerson Doctor, Guid Patient)> SceneAsync()
    {
        var organization = await db.Given.OrganizationAsync();
        var (doctor, patient) = (await db.People.DoctorAsync(organization), await db.Given.PatientAsync(organization, birthDate: new DateOnly(1950, 1, 2)));
        await db.Given.TreatsAsync(doctor, patient.Id);
        return (doctor, patient.Id);
    }

    private RecordDeathForm Form(string time = "08:30", int daysAgo = 0) => new() { DiedOn = DateOnly.FromDateTime(db.Now).AddDays(-daysAgo), Time = time, Code = "I46.9", Place = "At home" };

    [Fact]
    public async Task A_death_closes_what_is_booked_and_reserved_and_is_read_back_with_its_cause()
    {
        var (doctor, patient) = await SceneAsync();
        var coming = await db.Given.AppointmentAsync(doctor, patient, db.Now.AddDays(2));
        var past = await db.Given.AppointmentAsync(doctor, patient, db.Now.AddDays(-2), status: AppointmentStatus.Fulfilled);
        var bed = await db.Given.BedAsync(doctor.OrganizationId);
        await db.AddAsync(doctor.OrganizationId, BedStay.Reserve(Guid.CreateVersion7(), doctor.OrganizationId, bed.Id, patient, null, db.Now, db.Now.AddHours(2), doctor.UserId).Value);
        var service = doctor.Service<DeathService>();
        var form = Form();
        Assert.False((await service.RecordAsync(patient, form, Ct)).Failed);
        Assert.False((await service.RecordAsync(patient, form, Ct)).Failed); // pressed twice
        Assert.Equal(DeathErrors.Already, (await service.RecordAsync(patient, Form(), Ct)).Error);

        var row = (await service.GetAsync(patient, Ct)).Value;
        Assert.Equal((db.Now.Date.AddHours(7.5), "Cardiac arrest, cause unspecified", "At home"), (row.DeceasedAt!.Value, row.Cause, row.Place)); // half past eight in Lagos
        var (statuses, kept) = await db.LookAsync(doctor.OrganizationId, async look => (
            await look.Appointments.Where(a => a.PatientId == patient).ToDictionaryAsync(a => a.Id, a => a.Status), await look.BedStays.Where(s => s.PatientId == patient).Select(s => s.Status).SingleAsync()));
        Assert.Equal((AppointmentStatus.Cancelled, AppointmentStatus.Fulfilled, BedStayStatus.Cancelled), (statuses[coming.Id], statuses[past.Id], kept));
    }

    [Fact]
    public async Task A_death_takes_the_consult_back_and_revokes_the_plan()
    {
        var (doctor, patient) = await SceneAsync();
        var organization = doctor.OrganizationId;
        var consult = new NutritionConsult(Guid.NewGuid(), organization, patient, "Eats little", ConsultUrgency.Routine, db.Now, doctor.UserId);
        CarePlan Plan() => new(Guid.NewGuid(), organization, patient, "Eating well", null, doctor.StaffMemberId!.Value, true, db.Now, doctor.UserId);
        var (active, held, done) = (Plan(), Plan(), Plan());
        foreach (var plan in new[] { held, done, active })
        {
            Assert.Null(plan.Activate(DateOnly.FromDateTime(db.Now), db.Now, true).Error);
        }

        Assert.Null(held.Hold("Operation").Error);
        Assert.Null(done.Complete(DateOnly.FromDateTime(db.Now), db.Now).Error);
        await db.AddAsync(organization, consult, active, held, done);
        Assert.Null((await doctor.Service<DeathService>().RecordAsync(patient, Form(), Ct)).Error);
        var (closed, plans, told) = await db.LookAsync(organization, async look => (await look.NutritionConsults.SingleAsync(c => c.PatientId == patient),
            await look.CarePlans.Where(p => p.PatientId == patient).ToDictionaryAsync(p => p.Id), await look.CarePlanChanges.CountAsync(c => c.PatientId == patient && c.What == "Revoked: The patient died.")));
        Assert.Equal((ConsultStatus.Withdrawn, "The patient died.", doctor.UserId), (closed.Status, closed.ClosedReason, closed.ClosedBy!.Value));
        Assert.Equal((CarePlanStatus.Revoked, "The patient died.", CarePlanStatus.Revoked, CarePlanStatus.Completed, 2),
            (plans[active.Id].Status, plans[active.Id].StatusReason, plans[held.Id].Status, plans[done.Id].Status, told));
    }

    [Fact]
    public async Task A_death_on_the_bed_board_ends_the_same_and_is_taken_back_without_a_cause()
    {
        var ward = await WardOf.NewAsync(db);
        var (organization, doctor, patient) = (ward.OrganizationId, ward.Doctor, (await ward.PatientAsync()).Id);
        var encounter = await ward.AdmittedAsync(patient, (await ward.BedAsync()).Id);
        await db.Given.TreatsAsync(ward.Nurse, patient);
        var letter = new WriteReferralForm { Outside = "Dr Far, Abuja", Specialty = "Cardiology", Urgency = ReferralUrgency.Routine, Category = ReferralCategory.Opinion, Reason = "Murmur" };
        Assert.Null((await doctor.Service<ReferralService>().SaveAsync(patient, letter, Ct)).Error);
        Assert.Null((await doctor.Service<ReferralService>().SendAsync(patient, letter.Id, Ct)).Error);
        Assert.Null((await doctor.Service<EscalationService>().RequestAsync(patient, new() { Reason = "Grey" }, Ct)).Error);
        await db.AddAsync(organization, new NutritionConsult(Guid.NewGuid(), organization, patient, "Eats little", ConsultUrgency.Routine, db.Now, doctor.UserId));
        var other = await db.Given.PatientOfAsync(doctor);
        letter.Id = Guid.CreateVersion7();
        Assert.Null((await doctor.Service<ReferralService>().SaveAsync(other.Id, letter, Ct)).Error);
        Assert.Null((await doctor.Service<ReferralService>().SendAsync(other.Id, letter.Id, Ct)).Error);

        Assert.Null((await ward.LeftAsync(encounter, DischargeOutcome.Died)).Error);
        var (sent, others, called, consult) = await ward.LookAsync(async look => (await look.Referrals.SingleAsync(r => r.PatientId == patient), await look.Referrals.SingleAsync(r => r.PatientId == other.Id),
            await look.Escalations.SingleAsync(e => e.PatientId == patient), await look.NutritionConsults.SingleAsync(c => c.PatientId == patient)));
        Assert.Equal((ReferralStatus.Completed, "The patient died.", ReferralStatus.Active), (sent.Status, sent.CloseReason, others.Status));
        Assert.Equal((EscalationStatus.PatientDied, ward.Nurse.UserId, ConsultStatus.Withdrawn), (called.Status, called.ClosedBy!.Value, consult.Status));
        Assert.Equal(1, await ward.SuccessesAsync(Permission.RecordDeparture));

        var deaths = doctor.Service<DeathService>();
        Assert.Equal("Reason", (await deaths.WithdrawAsync(patient, new(), Ct)).Error?.Field);
        Assert.Null((await deaths.WithdrawAsync(patient, new() { Reason = "Next bed" }, Ct)).Error);
        Assert.Equal(DeathErrors.NotRecorded, (await deaths.WithdrawAsync(patient, new() { Reason = "Next bed" }, Ct)).Error);
        Assert.Null((await deaths.GetAsync(patient, Ct)).Value.DeceasedAt);
        var (stay, why) = await ward.LookAsync(async look => (await look.Encounters.SingleAsync(e => e.Id == encounter), await look.AuditEvents.Where(e => e.EventCode == nameof(Permission.RecordDeath) && e.Reason != null).Select(e => e.Reason).ToListAsync()));
        Assert.Equal((EncounterStatus.Finished, null), (stay.Status, stay.Outcome));
        Assert.Equal(["Next bed"], why);
        await ward.AdmittedAsync(patient, (await ward.BedAsync()).Id);
        Assert.Equal(1, await ward.LookAsync(look => look.BedStays.CountAsync(s => s.PatientId == patient && s.Status == BedStayStatus.Active)));
    }

    [Fact]
    public async Task Who_lies_in_a_bed_leaves_it_first()
    {
        var (doctor, patient) = await SceneAsync();
        var ward = await db.Given.WardAsync(doctor.OrganizationId);
        var bed = await db.Given.BedAsync(doctor.OrganizationId, await db.Given.RoomAsync(doctor.OrganizationId, ward: ward));
        var stay = Encounter.Admit(Guid.CreateVersion7(), doctor.OrganizationId, patient, db.Now.AddDays(-1), doctor.StaffMemberId!.Value, ward.DepartmentId, "Stroke", null);
        await db.AddAsync(doctor.OrganizationId, stay, BedStay.Begin(Guid.CreateVersion7(), doctor.OrganizationId, bed.Id, patient, stay.Id, db.Now.AddDays(-1), doctor.UserId));
        Assert.Equal(DeathErrors.StillInBed, (await doctor.Service<DeathService>().RecordAsync(patient, Form(), Ct)).Error);
    }

    [Theory]
    [InlineData("25:00", 0, "death.no-such-time")]
    [InlineData("noon", 0, "death.no-such-time")]
    [InlineData("23:00", 0, "death.in-the-future")]
    [InlineData("09:00", 40_000, "death.before-birth")]
    public async Task An_impossible_time_is_refused(string time, int daysAgo, string code)
    {
        var (doctor, patient) = await SceneAsync();
        Assert.Equal(code, (await doctor.Service<DeathService>().RecordAsync(patient, Form(time, daysAgo), Ct)).Error?.Code);
        Assert.Null((await doctor.Service<DeathService>().GetAsync(patient, Ct)).Value.DeceasedAt);
    }

    [Fact]
    public async Task A_death_recorded_by_mistake_is_taken_back_with_a_reason()
    {
        var (doctor, patient) = await SceneAsync();
        var service = doctor.Service<DeathService>();
        await service.RecordAsync(patient, Form(), Ct);
        Assert.False((await service.WithdrawAsync(patient, new WithdrawDeathForm { Reason = "wrong patient" }, Ct)).Failed);
        Assert.Equal(new DeathRow(null, null, null, null, null, null), (await service.GetAsync(patient, Ct)).Value);
        Assert.False((await service.RecordAsync(patient, Form(), Ct)).Failed);
        Assert.Equal(["wrong patient"], await db.LookAsync(doctor.OrganizationId, look => look.AuditEvents.Where(e => e.PatientId == patient && e.Reason != null).Select(e => e.Reason!).ToListAsync()));
    }

    [Fact]
    public async Task Another_organisation_finds_nobody()
    {
        var (_, patient) = await SceneAsync();
        var stranger = db.AsStranger(Role.Doctor).Service<DeathService>();
        Assert.Equal(Error.NotFound, (await stranger.GetAsync(patient, Ct)).Error);
        Assert.Equal(Error.NotFound, (await stranger.RecordAsync(patient, Form(), Ct)).Error);
    }
}

public sealed class DeathServiceOnSqlite(SqliteDatabase db) : DeathServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class DeathServiceOnPostgres(PostgresDatabase db) : DeathServiceTests(db), IClassFixture<PostgresDatabase>;
