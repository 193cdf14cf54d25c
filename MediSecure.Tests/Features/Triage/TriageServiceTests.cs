using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Consents;
using MediSecure.Data.Features.Deaths;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Timeline;
using MediSecure.Data.Features.Triage;
using MediSecure.Data.Features.Vitals;
using MediSecure.Tests.Access;
using MediSecure.Tests.Features.Beds;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Triage;

/// <summary>The queue from arrival to the end of the visit, on the real services and a real database.</summary>
public abstract class TriageServiceTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    /// <summary>A hospital of its own with who works the queue.</summary>
    private sealed record House(TestDatabase Db, WardOf Ward, ActingPerson Desk)
    {
        public ActingPerson Nurse => Ward.Nurse;

        public ActingPerson Doctor => Ward.Doctor;

        public async Task<Guid> QueuedAsync(string? given = null, string? family = null, DateTime? arrivedAt = null)
        {
            var patient = await Ward.PatientAsync(given, family);
            Assert.Null((await Desk.Service<TriageService>().AddAsync(new() { PatientId = patient.Id, Presenting = "My belly hurts", Mode = ArrivalMode.Ambulance, ArrivedAt = arrivedAt }, Ct)).Error);
            return patient.Id;
        }

        public async Task<TriageRow> RowAsync(Guid patient) => (await Nurse.Service<TriageService>().BoardAsync(Ct)).All.Single(r => r.PatientId == patient);

        public async Task<Result> AssessAsync(Guid patient, TriageLevel level, string complaint = "Abdominal pain")
        {
            var row = await RowAsync(patient);
            return await Nurse.Service<TriageService>().AssessAsync(patient, new() { EntryId = row.Id, Version = row.Version, Level = level, Complaint = complaint }, Ct);
        }

        public async Task<Result<Guid>> TakeAsync(Guid patient, ActingPerson? doctor = null) => await (doctor ?? Doctor).Service<TriageService>().TakeAsync(patient, (await RowAsync(patient)).Id, Ct);

        public async Task<Result> FinishAsync(Guid patient, TriageDisposition disposition) =>
            await Doctor.Service<TriageService>().FinishAsync(patient, new() { EntryId = (await RowAsync(patient)).Id, Disposition = disposition }, Ct);

        public Task<Encounter> VisitAsync(Guid patient) => Ward.LookAsync(look => look.Encounters.SingleAsync(e => e.PatientId == patient && e.Class == EncounterClass.Emergency));
    }

    private async Task<House> HouseAsync()
    {
        var ward = await WardOf.NewAsync(db);
        return new(db, ward, await db.People.ReceptionistAsync(ward.OrganizationId, "Grace Udoh"));
    }

    /// <summary>The wrong patient was given the bed: who waits in the emergency room must not be lost by it.</summary>
    [Theory]
    [InlineData("waits", TriageStatus.Waiting, null)]
    [InlineData("with the doctor", TriageStatus.WithDoctor, EncounterStatus.InProgress)]
    [InlineData("given back", TriageStatus.Waiting, EncounterStatus.Arrived)]
    [InlineData("waits for a bed", TriageStatus.Done, EncounterStatus.InProgress)]
    public async Task A_stay_entered_in_error_puts_the_patient_back_where_they_were(string stood, TriageStatus status, EncounterStatus? visit)
    {
        var house = await HouseAsync();
        var patient = await house.QueuedAsync();
        Assert.Null((await house.AssessAsync(patient, TriageLevel.Urgent)).Error);
        if (stood != "waits")
        {
            Assert.Null((await house.TakeAsync(patient)).Error);
        }

        if (stood == "given back")
        {
            var row = await house.RowAsync(patient);
            Assert.Null((await house.Doctor.Service<TriageService>().HandBackAsync(patient, new() { EntryId = row.Id, Reason = "Theatre" }, Ct)).Error);
        }
        else if (stood == "waits for a bed")
        {
            Assert.Null((await house.FinishAsync(patient, TriageDisposition.Admitted)).Error);
        }

        if (stood != "waits")
        {
            Assert.Null((await house.Doctor.Service<EscalationService>().RequestAsync(patient, new() { Reason = "Grey" }, Ct)).Error);
        }

        db.Clock.Advance(TimeSpan.FromMinutes(7));
        var stay = await house.Ward.AdmittedAsync(patient, (await house.Ward.BedAsync()).Id);
        db.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Null((await house.Doctor.Service<BedService>().EnterStayInErrorAsync(new() { EncounterId = stay, Reason = "Another patient of this name" }, Ct)).Error);

        var again = await house.RowAsync(patient);
        Assert.Equal((status, stood == "waits for a bed" ? TriageDisposition.Admitted : null), (again.Status, again.Disposition));
        Assert.Equal(stood == "waits for a bed", again.WaitsForBed);
        if (visit is { } expected)
        {
            var emergency = await house.VisitAsync(patient);
            Assert.Equal((expected, null, null), (emergency.Status, emergency.EndedAt, emergency.Outcome));
            Assert.Equal(1, await house.Ward.LookAsync(look => look.Escalations.CountAsync(e => e.PatientId == patient && e.ClosedAt == null)));
        }

        // And the queue goes on from there.
        if (status == TriageStatus.Waiting)
        {
            Assert.Null((await house.TakeAsync(patient)).Error);
        }

        Assert.Null((await house.FinishAsync(patient, TriageDisposition.Home)).Error);
    }

    [Theory]
    [InlineData("waits")]
    [InlineData("left unseen")]
    [InlineData("was seen")]
    public async Task Who_came_anew_since_is_not_put_back_by_a_stay_that_is_struck_later(string what)
    {
        var house = await HouseAsync();
        var patient = await house.QueuedAsync();
        db.Clock.Advance(TimeSpan.FromMinutes(7));
        var stay = await house.Ward.AdmittedAsync(patient, (await house.Ward.BedAsync()).Id);
        db.Clock.Advance(TimeSpan.FromMinutes(3));
        await db.ArrangeAsync(house.Ward.OrganizationId, open =>
        {
            var entry = new TriageEntry(Guid.CreateVersion7(), house.Ward.OrganizationId, patient, db.Now, ArrivalMode.WalkedIn, "Again", db.Now, house.Desk.UserId);
            open.Add(entry);
            if (what == "left unseen")
            {
                Assert.Null(entry.Leave("Went home", db.Now, house.Nurse.UserId).Error);
            }
            else if (what == "was seen")
            {
                var visit = Encounter.Emergency(Guid.CreateVersion7(), house.Ward.OrganizationId, patient, db.Now, house.Doctor.StaffMemberId!.Value, db.Now, "Again");
                Assert.Null(visit.FinishEmergency(DischargeOutcome.Home, db.Now).Error);
                Assert.Null(entry.EnterInError("Seen without the queue", db.Now, house.Nurse.UserId).Error);
                open.Add(visit);
            }

            return Task.CompletedTask;
        });
        Assert.Null((await house.Doctor.Service<BedService>().EnterStayInErrorAsync(new() { EncounterId = stay, Reason = "Another patient of this name" }, Ct)).Error);
        Assert.Equal(TriageStatus.Done, await house.Ward.LookAsync(look => look.TriageEntries.Where(t => t.PatientId == patient).OrderBy(t => t.ArrivedAt).Select(t => t.Status).FirstAsync()));
    }

    private static RecordVitalsForm Set() => new() { Respiration = 18, Saturation = 95, Systolic = 108, Diastolic = 70, Pulse = 96, Consciousness = Consciousness.Alert, Temperature = 37.2m };

    [Fact]
    public async Task Somebody_comes_is_triaged_taken_and_goes_home()
    {
        var house = await HouseAsync();
        var arrived = db.Now.AddMinutes(-12);
        var patient = await house.QueuedAsync("Amina", "Bello", arrived);
        var row = await house.RowAsync(patient);
        Assert.Equal(("Amina Bello", arrived, ArrivalMode.Ambulance, "My belly hurts", (TriageLevel?)null), (row.Patient, row.ArrivedAt, row.Mode, row.Presenting, row.Level));
        Assert.True(row.IsLate(db.Now)); // not triaged after ten minutes

        Assert.Null((await house.AssessAsync(patient, TriageLevel.Urgent)).Error);
        row = Assert.Single((await house.Doctor.Service<TriageService>().BoardAsync(Ct)).Waiting);
        Assert.Equal((TriageLevel.Urgent, "Abdominal pain", "Joy Okafor", arrived.AddMinutes(30)), (row.Level!.Value, row.Complaint, row.TriagedBy, row.DueAt));

        var taken = await house.TakeAsync(patient);
        Assert.Equal(taken.Value, (await house.TakeAsync(patient)).Value); // pressed twice
        var visit = await house.VisitAsync(patient);
        Assert.Equal((taken.Value, EncounterStatus.InProgress, arrived, db.Now, house.Doctor.StaffMemberId, "Abdominal pain"),
            (visit.Id, visit.Status, visit.StartedAt, visit.ClinicianStartedAt!.Value, visit.ClinicianId, visit.Reason));
        Assert.Equal("Dr Ada Obi", Assert.Single((await house.Nurse.Service<TriageService>().BoardAsync(Ct)).WithDoctor).TakenBy);

        Assert.Null((await house.FinishAsync(patient, TriageDisposition.Home)).Error);
        Assert.Null((await house.FinishAsync(patient, TriageDisposition.Home)).Error); // pressed twice
        Assert.Equal("triage.done", (await house.FinishAsync(patient, TriageDisposition.Transferred)).Error?.Code);
        visit = await house.VisitAsync(patient);
        Assert.Equal((EncounterStatus.Finished, DischargeOutcome.Home, (DateTime?)db.Now), (visit.Status, visit.Outcome!.Value, visit.EndedAt));
        Assert.Equal(TriageDisposition.Home, Assert.Single((await house.Nurse.Service<TriageService>().BoardAsync(Ct)).Closed).Disposition);

        // Every step is in the log; the visit is in the chart.
        var codes = await house.Ward.LookAsync(look => look.AuditEvents.Where(e => e.PatientId == patient && e.ActorUserId != null && e.Action != MediSecure.Data.Features.ActivityLog.AuditAction.Read).Select(e => e.EventCode).ToListAsync());
        Assert.Equal(["AddToTriage", "ConductEmergencyVisit", "ConductEmergencyVisit", "TriagePatient"], codes.Order(StringComparer.Ordinal));
        Assert.Equal(EncounterClass.Emergency, Assert.Single((await house.Doctor.Service<EncounterService>().ListAsync(patient, new(), Ct)).Value.Rows).Class);
    }

    [Fact]
    public async Task An_escalation_ends_with_who_goes_and_goes_along_with_who_is_admitted()
    {
        var house = await HouseAsync();
        async Task<Guid> CalledAsync()
        {
            var patient = await house.QueuedAsync();
            Assert.Null((await house.Nurse.Service<EscalationService>().RequestAsync(patient, new() { Reason = "Grey" }, Ct)).Error);
            Assert.Null((await house.Doctor.Service<VitalsService>().OrderScaleAsync(patient, new() { Reason = "COPD" }, Ct)).Error);
            return patient;
        }

        var (home, admitted, gone) = (await CalledAsync(), await CalledAsync(), await CalledAsync());
        await house.TakeAsync(home);
        Assert.Null((await house.FinishAsync(home, TriageDisposition.Home)).Error);
        await house.TakeAsync(admitted);
        Assert.Null((await house.FinishAsync(admitted, TriageDisposition.Admitted)).Error);
        await house.Ward.AdmittedAsync(admitted, (await house.Ward.BedAsync()).Id);
        Assert.Null((await house.Nurse.Service<TriageService>().RecordLeftAsync(gone, new() { EntryId = (await house.RowAsync(gone)).Id, Reason = "Not there when called" }, Ct)).Error);
        var (states, orders) = await house.Ward.LookAsync(async look => (await look.Escalations.ToDictionaryAsync(e => e.PatientId, e => e.Status), await look.SaturationScaleOrders.ToDictionaryAsync(o => o.PatientId, o => o.Lapsed)));
        Assert.Equal((EscalationStatus.PatientLeft, EscalationStatus.Requested, EscalationStatus.PatientLeft), (states[home], states[admitted], states[gone]));
        Assert.Equal((true, false, true), (orders[home], orders[admitted], orders[gone]));
    }

    [Fact]
    public async Task The_visit_stands_in_the_timeline()
    {
        var house = await HouseAsync();
        var patient = await house.QueuedAsync(arrivedAt: db.Now.AddMinutes(-5));
        await house.TakeAsync(patient);
        var entries = (await house.Doctor.Service<TimelineService>().LatestAsync(patient, Ct)).Value.Entries;
        Assert.Contains(entries, e => e is { Kind: TimelineKind.Emergency, Title: "Emergency visit" });
    }

    [Fact]
    public async Task A_patient_is_in_the_queue_once_and_not_while_admitted_deceased_or_still_being_seen()
    {
        var house = await HouseAsync();
        var (patient, bed) = (await house.Ward.PatientAsync(), await house.Ward.BedAsync());
        var form = new AddToTriageForm { PatientId = patient.Id };
        var triage = house.Nurse.Service<TriageService>();
        Assert.Null((await triage.AddAsync(form, Ct)).Error);
        Assert.Null((await triage.AddAsync(form, Ct)).Error); // pressed twice
        Assert.Equal("triage.already-queued", (await triage.AddAsync(new() { PatientId = patient.Id }, Ct)).Error?.Code);
        Assert.Equal(1, await house.Ward.LookAsync(look => look.TriageEntries.CountAsync()));

        await house.TakeAsync(patient.Id);
        Assert.Null((await house.FinishAsync(patient.Id, TriageDisposition.Admitted)).Error);
        Assert.Equal("triage.waits-for-bed", (await triage.AddAsync(new() { PatientId = patient.Id }, Ct)).Error?.Code);
        var encounter = await house.Ward.AdmittedAsync(patient.Id, bed.Id);
        Assert.Equal("triage.inpatient", (await triage.AddAsync(new() { PatientId = patient.Id }, Ct)).Error?.Code);
        await house.Ward.LeftAsync(encounter, DischargeOutcome.Died);
        Assert.Equal("triage.deceased", (await triage.AddAsync(new() { PatientId = patient.Id }, Ct)).Error?.Code);
        Assert.Equal("PatientId", (await triage.AddAsync(new(), Ct)).Error?.Field);
    }

    [Fact]
    public async Task An_arrival_lies_within_the_last_day()
    {
        var house = await HouseAsync();
        var (patient, triage) = (await house.Ward.PatientAsync(), house.Desk.Service<TriageService>());
        async Task<string?> AtAsync(DateTime at) => (await triage.AddAsync(new() { PatientId = patient.Id, ArrivedAt = at }, Ct)).Error?.Code;
        Assert.Equal("triage.in-the-future", await AtAsync(db.Now.AddMinutes(2).AddTicks(10)));
        Assert.Equal("triage.too-long-ago", await AtAsync(db.Now.AddHours(-24).AddTicks(-10)));
        Assert.Null(await AtAsync(db.Now.AddMinutes(2)));
        Assert.Equal(db.Now, (await house.RowAsync(patient.Id)).ArrivedAt); // a clock that goes before makes nobody wait less than nothing
        var other = await house.Ward.PatientAsync();
        Assert.Null((await triage.AddAsync(new() { PatientId = other.Id, ArrivedAt = db.Now.AddHours(-24) }, Ct)).Error);
    }

    [Fact]
    public async Task A_new_triage_is_kept_beside_the_old_one_and_a_stale_one_is_refused()
    {
        var house = await HouseAsync();
        var patient = await house.QueuedAsync();
        var before = await house.RowAsync(patient);
        Assert.Null((await house.AssessAsync(patient, TriageLevel.SemiUrgent, "Pain")).Error);
        Assert.Null((await house.AssessAsync(patient, TriageLevel.Emergency, "Collapsed")).Error);
        var stale = new TriagePatientForm { EntryId = before.Id, Version = before.Version, Level = TriageLevel.NonUrgent, Complaint = "Nothing much" };
        Assert.Equal(Error.Stale, (await house.Ward.OtherNurse.Service<TriageService>().AssessAsync(patient, stale, Ct)).Error);

        var history = (await house.Doctor.Service<TriageService>().HistoryAsync(patient, before.Id, Ct)).Value;
        Assert.Equal([(TriageLevel.SemiUrgent, TriageLevel.Emergency, "Collapsed", "Joy Okafor"), ((TriageLevel?)null, TriageLevel.SemiUrgent, "Pain", "Joy Okafor")], history.Select(h => (h.OldLevel, h.NewLevel, h.Complaint, h.By)));
        Assert.Equal((TriageLevel.Emergency, "Collapsed"), ((await house.RowAsync(patient)).Level!.Value, (await house.RowAsync(patient)).Complaint));
    }

    [Fact]
    public async Task The_score_is_that_of_the_newest_set_since_the_arrival_and_an_incomplete_set_has_none()
    {
        var house = await HouseAsync();
        var (patient, vitals) = (await house.Ward.PatientAsync(), house.Nurse.Service<VitalsService>());
        await db.Given.TreatsAsync(house.Nurse, patient.Id);
        var old = Set();
        old.TakenAt = db.Now.AddMinutes(-1);
        Assert.Null((await vitals.RecordAsync(patient.Id, old, Ct)).Error);
        await house.Desk.Service<TriageService>().AddAsync(new() { PatientId = patient.Id }, Ct);
        Assert.Null((await house.RowAsync(patient.Id)).News2); // of an earlier day

        var incomplete = Set();
        incomplete.Temperature = null;
        Assert.Null((await vitals.RecordAsync(patient.Id, incomplete, Ct)).Error);
        Assert.Equal((News2Status.Incomplete, (int?)null), ((await house.RowAsync(patient.Id)).News2!.Value, (await house.RowAsync(patient.Id)).News2Score));
        Assert.True((await vitals.StandingAsync(patient.Id, Ct)).Value!.IsCurrent); // who waits is here

        Assert.Null((await vitals.RecordAsync(patient.Id, Set(), Ct)).Error);
        var row = await house.RowAsync(patient.Id);
        Assert.Equal((News2Status.Scored, (int?)3), (row.News2!.Value, row.News2Score)); // 95 %, 108 mmHg, 96 beats: one each

        house.Ward.Db.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null((await vitals.RecordAsync(patient.Id, new() { Pulse = 96 }, Ct)).Error);
        row = await house.RowAsync(patient.Id);
        Assert.Equal((News2Status.Incomplete, (int?)3, (DateTime?)db.Now.AddMinutes(-5)), (row.News2!.Value, row.News2Score, row.News2ScoredAt)); // the last one goes on
    }

    [Fact]
    public async Task Given_back_the_visit_waits_and_goes_on_with_the_next_doctor()
    {
        var house = await HouseAsync();
        var (patient, colleague) = (await house.QueuedAsync(), await db.People.DoctorAsync(house.Ward.OrganizationId, "Dr Bola Alli"));
        var visit = (await house.TakeAsync(patient)).Value;
        var entry = (await house.RowAsync(patient)).Id;
        Assert.Equal("Reason", (await house.Doctor.Service<TriageService>().HandBackAsync(patient, new() { EntryId = entry }, Ct)).Error?.Field);
        Assert.Null((await house.Doctor.Service<TriageService>().HandBackAsync(patient, new() { EntryId = entry, Reason = "Called to theatre" }, Ct)).Error);
        var row = await house.RowAsync(patient);
        Assert.Equal((TriageStatus.Waiting, "Called to theatre", (string?)null), (row.Status, row.HandBackReason, row.TakenBy));
        Assert.Equal(EncounterStatus.Arrived, (await house.VisitAsync(patient)).Status);

        Assert.Equal(visit, (await house.TakeAsync(patient, colleague)).Value);
        var going = await house.VisitAsync(patient);
        Assert.Equal((EncounterStatus.InProgress, colleague.StaffMemberId), (going.Status, going.ClinicianId));
        Assert.Equal("triage.already-taken", (await house.TakeAsync(patient)).Error?.Code);
    }

    [Theory]
    [InlineData(TriageDisposition.Home, EncounterStatus.Finished, DischargeOutcome.Home)]
    [InlineData(TriageDisposition.Transferred, EncounterStatus.Finished, DischargeOutcome.Transfer)]
    [InlineData(TriageDisposition.LeftWithoutBeingSeen, EncounterStatus.Cancelled, null)]
    [InlineData(TriageDisposition.Admitted, EncounterStatus.InProgress, null)]
    public async Task How_it_ended_says_how_the_visit_ends(TriageDisposition disposition, EncounterStatus status, DischargeOutcome? outcome)
    {
        var house = await HouseAsync();
        var patient = await house.QueuedAsync();
        await house.TakeAsync(patient);
        Assert.Null((await house.FinishAsync(patient, disposition)).Error);
        var visit = await house.VisitAsync(patient);
        Assert.Equal((status, outcome, disposition == TriageDisposition.Admitted), (visit.Status, visit.Outcome, visit.EndedAt is null));
    }

    [Fact]
    public async Task Who_waits_for_a_bed_stays_in_the_care_of_the_queue_until_the_stay_begins()
    {
        var house = await HouseAsync();
        var (patient, bed) = (await house.QueuedAsync(), await house.Ward.BedAsync());
        await house.TakeAsync(patient);
        Assert.Equal("triage.died-elsewhere", (await house.FinishAsync(patient, TriageDisposition.Died)).Error?.Code);
        Assert.Null((await house.FinishAsync(patient, TriageDisposition.Admitted)).Error);
        Assert.True(Assert.Single((await house.Nurse.Service<TriageService>().BoardAsync(Ct)).WithDoctor).WaitsForBed);
        Assert.Null((await house.Nurse.Service<VitalsService>().RecordAsync(patient, Set(), Ct)).Error);
        Assert.NotNull((await house.RowAsync(patient)).News2);

        var stay = await house.Ward.AdmittedAsync(patient, bed.Id);
        var visit = await house.VisitAsync(patient);
        Assert.Equal((EncounterStatus.Finished, (DateTime?)db.Now), (visit.Status, visit.EndedAt));
        Assert.Equal(EncounterStatus.InProgress, await house.Ward.LookAsync(look => look.Encounters.Where(e => e.Id == stay).Select(e => e.Status).SingleAsync()));
        Assert.False(Assert.Single((await house.Nurse.Service<TriageService>().BoardAsync(Ct)).Closed).WaitsForBed);
        Assert.Equal("triage.visit-over", (await house.FinishAsync(patient, TriageDisposition.Home)).Error?.Code);
    }

    [Fact]
    public async Task An_admission_called_off_ends_the_visit_otherwise()
    {
        var house = await HouseAsync();
        var patient = await house.QueuedAsync();
        await house.TakeAsync(patient);
        Assert.Null((await house.FinishAsync(patient, TriageDisposition.Admitted)).Error);
        Assert.Null((await house.FinishAsync(patient, TriageDisposition.Home)).Error);
        Assert.Equal((EncounterStatus.Finished, DischargeOutcome.Home), ((await house.VisitAsync(patient)).Status, (await house.VisitAsync(patient)).Outcome!.Value));
    }

    [Fact]
    public async Task Who_is_admitted_straight_from_the_queue_leaves_it()
    {
        var house = await HouseAsync();
        var (waiting, seen) = (await house.QueuedAsync(), await house.QueuedAsync());
        await house.TakeAsync(seen);
        await house.Ward.AdmittedAsync(waiting, (await house.Ward.BedAsync()).Id);
        await house.Ward.AdmittedAsync(seen, (await house.Ward.BedAsync()).Id);
        var board = await house.Nurse.Service<TriageService>().BoardAsync(Ct);
        Assert.Equal([TriageDisposition.Admitted, TriageDisposition.Admitted], board.Closed.Select(r => r.Disposition!.Value));
        Assert.Equal((0, 0), (board.ToTriage.Count, board.WithDoctor.Count));
        Assert.Equal(EncounterStatus.Finished, (await house.VisitAsync(seen)).Status);
        Assert.Equal("triage.visit-over", (await house.Doctor.Service<TriageService>().FinishAsync(seen, new() { EntryId = board.Closed.Single(r => r.PatientId == seen).Id, Disposition = TriageDisposition.Home }, Ct)).Error?.Code);
    }

    [Fact]
    public async Task A_death_ends_the_waiting_and_the_visit()
    {
        var house = await HouseAsync();
        var patient = await house.QueuedAsync();
        await house.TakeAsync(patient);
        Assert.Null((await house.Doctor.Service<DeathService>().RecordAsync(patient, new() { DiedOn = DateOnly.FromDateTime(db.Now), Time = "08:30", Code = "I46.9" }, Ct)).Error);
        Assert.Equal(TriageDisposition.Died, Assert.Single((await house.Nurse.Service<TriageService>().BoardAsync(Ct)).Closed).Disposition);
        Assert.Equal((EncounterStatus.Finished, DischargeOutcome.Died), ((await house.VisitAsync(patient)).Status, (await house.VisitAsync(patient)).Outcome!.Value));
    }

    [Fact]
    public async Task Who_leaves_unseen_is_recorded_with_a_reason_and_can_come_back()
    {
        var house = await HouseAsync();
        var patient = await house.QueuedAsync();
        var entry = (await house.RowAsync(patient)).Id;
        Assert.Null((await house.Nurse.Service<TriageService>().RecordLeftAsync(patient, new() { EntryId = entry, Reason = "Not there" }, Ct)).Error);
        var row = await house.RowAsync(patient);
        Assert.Equal((TriageStatus.LeftWithoutBeingSeen, null), (row.Status, row.CloseNote)); // nobody here treats the patient any longer: no words
        Assert.Equal("Not there", await house.Ward.LookAsync(look => look.TriageEntries.Where(t => t.Id == entry).Select(t => t.CloseNote).SingleAsync()));
        Assert.Equal("Not there", await house.Ward.LookAsync(look => look.AuditEvents.Where(e => e.EventCode == nameof(Permission.RecordLeftTriage)).Select(e => e.Reason).SingleAsync()));
        Assert.Null((await house.Desk.Service<TriageService>().AddAsync(new() { PatientId = patient }, Ct)).Error);
    }

    [Fact]
    public async Task The_front_desk_sees_that_somebody_waits_and_corrects_only_what_nobody_clinical_has_touched()
    {
        var house = await HouseAsync();
        var (mistake, triaged) = (await house.QueuedAsync(), await house.QueuedAsync("Amina", "Bello"));
        await house.AssessAsync(triaged, TriageLevel.Emergency, "Suspected overdose");
        var desk = house.Desk.Service<TriageService>();
        var queue = await desk.QueueAsync(Ct);
        Assert.Equal([true, false], new[] { mistake, triaged }.Select(id => queue.Single(r => r.PatientId == id).CanCorrect));
        Assert.DoesNotContain("overdose", System.Text.Json.JsonSerializer.Serialize(queue), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(typeof(TriageQueueRow).GetProperties(), p => p.Name is "Level" or "Complaint" or "News2" or "Presenting");
        await Assert.ThrowsAsync<AccessDeniedException>(() => desk.BoardAsync(Ct));
        await Assert.ThrowsAsync<AccessDeniedException>(() => desk.HistoryAsync(triaged, queue[0].Id, Ct));
        await Assert.ThrowsAsync<AccessDeniedException>(() => desk.AssessAsync(triaged, new() { EntryId = queue[0].Id, Level = TriageLevel.NonUrgent, Complaint = "x" }, Ct));
        await Assert.ThrowsAsync<AccessDeniedException>(() => desk.TakeAsync(triaged, queue[0].Id, Ct));

        Task<Result> VoidAsync(ActingPerson person, Guid patient) => person.Service<TriageService>().MarkInErrorAsync(patient, new() { EntryId = queue.Single(r => r.PatientId == patient).Id, Reason = "Another Amina" }, Ct);
        Assert.Equal(TriageErrors.NurseCorrects, (await VoidAsync(house.Desk, triaged)).Error);
        Assert.Null((await VoidAsync(house.Desk, mistake)).Error);
        await house.TakeAsync(triaged);
        Assert.Null((await VoidAsync(house.Nurse, triaged)).Error);
        Assert.Equal(EncounterStatus.EnteredInError, (await house.VisitAsync(triaged)).Status);
        Assert.Empty((await house.Nurse.Service<TriageService>().BoardAsync(Ct)).All);
        Assert.Null((await desk.PlaceAsync(mistake, Ct)).Value);
    }

    [Fact]
    public async Task Doctors_and_nurses_open_the_chart_of_who_is_in_the_queue_and_others_do_not()
    {
        var house = await HouseAsync();
        var patient = await house.QueuedAsync();
        async Task<Error?> OpenAsync(ActingPerson person)
        {
            var opened = await person.Doors.OpenChartAsync(Permission.ViewPatient, patient, Ct, newView: true);
            if (!opened.Failed)
            {
                await opened.Value.DisposeAsync();
            }

            return opened.Error;
        }

        var pharmacist = await db.People.PharmacistAsync(house.Ward.OrganizationId);
        Assert.Null(await OpenAsync(house.Doctor));
        Assert.Null(await OpenAsync(house.Nurse));
        Assert.Equal(ChartErrors.NotYourPatient, await OpenAsync(pharmacist));
        Assert.Equal([patient], await house.Doctor.Doors.OpenableAsync(Permission.ViewPatient, [patient], Ct));
        Assert.True((await house.Desk.Service<TriageService>().PlaceAsync(patient, Ct)).Value is { WithDoctor: false });

        await house.TakeAsync(patient);
        Assert.Null(await OpenAsync(house.Nurse)); // the emergency visit continues it
        await house.FinishAsync(patient, TriageDisposition.Home);
        Assert.Equal(ChartErrors.NotYourPatient, await OpenAsync(house.Nurse));
        Assert.Null(await OpenAsync(house.Doctor)); // responsible, and thirty days more
        Assert.Equal(ChartErrors.NotYourPatient, await OpenAsync(await db.People.DoctorAsync(house.Ward.OrganizationId)));
    }

    [Fact]
    public async Task Clinical_words_of_restricted_and_shut_charts_are_not_on_the_board()
    {
        var house = await HouseAsync();
        var (open, restricted, shut, gone) = (await house.QueuedAsync(), await house.QueuedAsync(), await house.QueuedAsync(), await house.QueuedAsync());
        foreach (var patient in new[] { open, restricted, shut, gone })
        {
            Assert.Null((await house.AssessAsync(patient, TriageLevel.Urgent)).Error);
        }

        Assert.Null((await house.TakeAsync(gone)).Error);
        Assert.Null((await house.FinishAsync(gone, TriageDisposition.Home)).Error);
        var organization = house.Ward.OrganizationId;
        await db.ArrangeAsync(organization, async look => (await look.Patients.SingleAsync(p => p.Id == restricted)).Restrict(ChartRestriction.Vip, db.Now, house.Doctor.UserId));
        await db.AddAsync(organization, Consent.Give(Guid.NewGuid(), organization, shut, ConsentScope.KeepOutPerson, house.Nurse.StaffMemberId, null, db.Now.AddDays(-1), null, house.Doctor.UserId, "Said so").Value);

        async Task<(bool, bool, string?, string?)> SeenAsync(ActingPerson person, Guid patient) =>
            (await person.Service<TriageService>().BoardAsync(Ct)).All.Single(r => r.PatientId == patient) is var row ? (row.IsRestricted, row.IsShut, row.Presenting, row.Complaint) : default;
        var words = ("My belly hurts", "Abdominal pain");
        Assert.Equal((false, false, words.Item1, words.Item2), await SeenAsync(house.Nurse, open));
        Assert.Equal((true, false, null, null), await SeenAsync(house.Nurse, restricted));
        Assert.Equal((false, true, null, null), await SeenAsync(house.Nurse, shut));
        Assert.Equal((false, false, words.Item1, words.Item2), await SeenAsync(house.Doctor, shut));
        Assert.Equal((false, true, null, null), await SeenAsync(house.Nurse, gone)); // no longer treated
        Assert.Equal((false, false, words.Item1, words.Item2), await SeenAsync(house.Doctor, gone)); // thirty days more
    }

    [Fact]
    public async Task Another_organisation_finds_nobody()
    {
        var house = await HouseAsync();
        var patient = await house.QueuedAsync();
        var entry = (await house.RowAsync(patient)).Id;
        var (nurse, doctor) = (db.AsStranger(Role.Nurse).Service<TriageService>(), db.AsStranger(Role.Doctor).Service<TriageService>());
        Assert.Equal(Error.NotFound, (await nurse.AddAsync(new() { PatientId = patient }, Ct)).Error);
        Assert.Equal(Error.NotFound, (await doctor.TakeAsync(patient, entry, Ct)).Error);
        Assert.Equal(Error.NotFound, (await nurse.HistoryAsync(patient, entry, Ct)).Error);
        Assert.DoesNotContain((await nurse.BoardAsync(Ct)).All, r => r.PatientId == patient);
        Assert.DoesNotContain(await nurse.QueueAsync(Ct), r => r.PatientId == patient);
    }

    [Fact]
    public async Task A_hundred_doctors_who_take_one_patient_at_once_give_exactly_one_visit()
    {
        var house = await HouseAsync();
        var patient = await house.QueuedAsync();
        var entry = (await house.RowAsync(patient)).Id;
        var doctors = new List<ActingPerson>();
        for (var i = 0; i < 100; i++)
        {
            doctors.Add(await db.People.DoctorAsync(house.Ward.OrganizationId));
        }

        var codes = await AtOnceAsync(100, async i => (await doctors[i].Service<TriageService>().TakeAsync(patient, entry, Ct)).Error?.Code);
        Assert.Equal(1, codes.Count(code => code is null));
        Assert.All(codes.Where(code => code is not null), code => Assert.Equal("triage.already-taken", code));
        Assert.Equal((1, 1), await house.Ward.LookAsync(async look => (await look.Encounters.CountAsync(e => e.PatientId == patient), await look.TriageEntries.CountAsync(t => t.Status == TriageStatus.WithDoctor))));
        Assert.Equal(1, await house.Ward.SuccessesAsync(Permission.ConductEmergencyVisit));
    }

    [Fact]
    public async Task Sixty_who_add_one_patient_at_once_give_exactly_one_entry()
    {
        var house = await HouseAsync();
        var patient = await house.Ward.PatientAsync();
        var codes = await AtOnceAsync(60, async _ => (await house.Desk.Service<TriageService>().AddAsync(new() { PatientId = patient.Id }, Ct)).Error?.Code);
        Assert.Equal(1, codes.Count(code => code is null));
        Assert.All(codes.Where(code => code is not null), code => Assert.Equal("triage.already-queued", code));
        Assert.Equal(1, await house.Ward.LookAsync(look => look.TriageEntries.CountAsync()));
    }

    [Fact]
    public async Task The_database_refuses_what_the_rules_refuse()
    {
        var house = await HouseAsync();
        var (organization, patient) = (house.Ward.OrganizationId, await house.Ward.PatientAsync());
        TriageEntry Entry() => new(Guid.CreateVersion7(), organization, patient.Id, db.Now, ArrivalMode.WalkedIn, null, db.Now, house.Desk.UserId);
        async Task RefusedAsync(string constraint, Action<Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry<TriageEntry>> spoil)
        {
            var refused = await Assert.ThrowsAnyAsync<DbUpdateException>(() => db.ArrangeAsync(organization, open =>
            {
                spoil(open.Add(Entry()));
                return Task.CompletedTask;
            }));
            Assert.Contains(constraint, refused.InnerException!.Message, StringComparison.Ordinal);
        }

        await RefusedAsync("CK_TriageEntries_WithDoctor", entry => entry.Property(e => e.Status).CurrentValue = TriageStatus.WithDoctor);
        await RefusedAsync("CK_TriageEntries_Open", entry => entry.Property(e => e.ClosedAt).CurrentValue = db.Now);
        await RefusedAsync("CK_TriageEntries_Triaged", entry => entry.Property(e => e.Level).CurrentValue = TriageLevel.Urgent);
        await RefusedAsync("CK_TriageEntries_Disposition", entry => entry.Property(e => e.Disposition).CurrentValue = TriageDisposition.Home);
        await RefusedAsync("CK_TriageEntries_Reason", entry =>
        {
            entry.Property(e => e.Status).CurrentValue = TriageStatus.LeftWithoutBeingSeen;
            entry.Property(e => e.ClosedAt).CurrentValue = db.Now;
            entry.Property(e => e.ClosedBy).CurrentValue = house.Desk.UserId;
        });
        await db.AddAsync(organization, Entry());
        Assert.Contains("triage.already-queued", (await Assert.ThrowsAsync<InvalidOperationException>(() => db.AddAsync(organization, Entry()))).Message, StringComparison.Ordinal);
    }

    private static async Task<string?[]> AtOnceAsync(int count, Func<int, Task<string?>> act)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(0, count).Select(i => Task.Run(async () =>
        {
            await gate.Task;
            return await act(i);
        })).ToList();
        gate.SetResult();
        return await Task.WhenAll(all);
    }
}

public sealed class TriageServiceOnSqlite(SqliteDatabase db) : TriageServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class TriageServiceOnPostgres(PostgresDatabase db) : TriageServiceTests(db), IClassFixture<PostgresDatabase>;
