using MediSecure.Data.Access;
using MediSecure.Data.Changes;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Jobs;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Data.Features.Vitals;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.Beds;

/// <summary>What people do with beds, on the real services and a real database.</summary>
public abstract class BedServiceTests(TestDatabase db)
{
    [Fact]
    public async Task A_stay_goes_from_admission_over_transfer_and_discharge_to_a_clean_bed()
    {
        var ward = await WardOf.NewAsync(db);
        var (first, second, patient) = (await ward.BedAsync(), await ward.BedAsync(), await ward.PatientAsync("Amina", "Bello"));

        var encounter = (await ward.Beds.AdmitAsync(ward.Admission(patient.Id, first.Id), default)).Value;
        var tile = await ward.TileAsync(first.Id);
        Assert.Equal((BedBoardState.Occupied, "Amina Bello", "Pneumonia", "Dr Ada Obi"), (tile.State, tile.Patient, tile.Reason, tile.Clinician));

        Assert.Null((await ward.Beds.TransferAsync(new() { EncounterId = encounter, BedId = second.Id, Reason = "Closer to the desk" }, default)).Error);
        Assert.Equal(BedBoardState.Cleaning, (await ward.TileAsync(first.Id)).State);
        Assert.Equal("Amina Bello", (await ward.TileAsync(second.Id)).Patient);

        Assert.Equal("encounter.discharge-order-missing", (await ward.LeftAsync(encounter, DischargeOutcome.Home)).Error?.Code);
        Assert.Null((await ward.Doctor.Service<BedService>().OrderDischargeAsync(new() { EncounterId = encounter }, default)).Error);
        Assert.Equal(BedBoardState.DischargeOrdered, (await ward.TileAsync(second.Id)).State);
        Assert.Null((await ward.LeftAsync(encounter, DischargeOutcome.Home)).Error);

        var dirty = await ward.TileAsync(second.Id);
        Assert.Equal((BedBoardState.Cleaning, CleaningStatus.Requested, ward.Nurse.UserId), (dirty.State, dirty.Cleaning, dirty.CleaningRequestedBy));
        Assert.Equal("bed.cleaned-by-same-person", (await ward.Beds.CompleteCleaningAsync(dirty.CleaningTaskId!.Value, default)).Error?.Code);
        Assert.Null((await ward.OtherNurse.Service<BedService>().CompleteCleaningAsync(dirty.CleaningTaskId.Value, default)).Error);
        Assert.Equal(BedBoardState.Free, (await ward.TileAsync(second.Id)).State);

        var (stays, ended, audits) = await ward.LookAsync(async look => (await look.BedStays.OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToListAsync(), await look.Encounters.SingleAsync(),
            await look.AuditEvents.Where(e => e.PatientId == patient.Id && e.ActorUserId != null).Select(e => e.EventCode).ToListAsync()));
        Assert.Equal([BedStayStatus.Completed, BedStayStatus.Completed], stays.Select(s => s.Status));
        Assert.Equal((EncounterStatus.Finished, DischargeOutcome.Home), (ended.Status, ended.Outcome!.Value));
        Assert.Equal(["AdmitPatient", "OrderDischarge", "RecordDeparture", "TransferPatient"], audits.Order(StringComparer.Ordinal));
        Assert.Equal(1, await ward.SuccessesAsync(Permission.CleanBed));
    }

    [Fact]
    public async Task Admit_refuses_a_bed_that_is_occupied_dirty_or_closed_and_an_unknown_one()
    {
        var ward = await WardOf.NewAsync(db);
        var (bed, patient, other) = (await ward.BedAsync("X-1"), await ward.PatientAsync(), await ward.PatientAsync());
        var encounter = await ward.AdmittedAsync(patient.Id, bed.Id);
        var refused = await ward.Beds.AdmitAsync(ward.Admission(other.Id, bed.Id), default);
        Assert.Equal("bed.not-free", refused.Error?.Code);
        Assert.Contains("X-1 was just given to somebody else", refused.Error?.Message);

        Assert.Null((await ward.LeftAsync(encounter)).Error);
        Assert.Contains("waits to be cleaned", (await ward.Beds.AdmitAsync(ward.Admission(other.Id, bed.Id), default)).Error?.Message);

        var admin = (await db.People.AdministratorAsync(ward.OrganizationId)).Service<BedService>();
        Assert.Null((await admin.CloseBedAsync(new() { BedId = bed.Id, Reason = "Broken" }, default)).Error);
        Assert.Contains("is closed", (await ward.Beds.AdmitAsync(ward.Admission(other.Id, bed.Id), default)).Error?.Message);
        Assert.Equal("not-found", (await ward.Beds.AdmitAsync(ward.Admission(other.Id, Guid.CreateVersion7()), default)).Error?.Code);
        Assert.Equal(1, await ward.SuccessesAsync(Permission.AdmitPatient));
    }

    [Fact]
    public async Task Admit_refuses_who_is_admitted_deceased_unknown_or_of_another_organisation()
    {
        var (ward, elsewhere) = (await WardOf.NewAsync(db), await WardOf.NewAsync(db));
        var (bed, spare, patient, foreign) = (await ward.BedAsync("Y-1"), await ward.BedAsync(), await ward.PatientAsync("Ada", "Obi"), await elsewhere.PatientAsync());
        var foreignBed = await elsewhere.BedAsync();

        Assert.Equal("bed.unknown-patient", (await ward.Beds.AdmitAsync(ward.Admission(foreign.Id, bed.Id), default)).Error?.Code);
        Assert.Equal("not-found", (await ward.Beds.AdmitAsync(ward.Admission(patient.Id, foreignBed.Id), default)).Error?.Code);
        var wrongClinician = ward.Admission(patient.Id, bed.Id);
        wrongClinician.ClinicianId = ward.Nurse.StaffMemberId;
        Assert.Equal("bed.unknown-clinician", (await ward.Beds.AdmitAsync(wrongClinician, default)).Error?.Code);
        var past = ward.Admission(patient.Id, bed.Id);
        past.PlannedDischargeOn = DateOnly.FromDateTime(db.Now).AddDays(-1);
        Assert.Equal("bed.planned-in-the-past", (await ward.Beds.AdmitAsync(past, default)).Error?.Code);
        var unreasoned = ward.Admission(patient.Id, bed.Id);
        unreasoned.Reason = " ";
        Assert.Equal("Reason", (await ward.Beds.AdmitAsync(unreasoned, default)).Error?.Field);

        var encounter = await ward.AdmittedAsync(patient.Id, bed.Id);
        var twice = await ward.Beds.AdmitAsync(ward.Admission(patient.Id, spare.Id), default);
        Assert.Equal("Ada Obi already lies in Y-1, so nothing was saved. Transfer the patient instead.", twice.Error?.Message);
        Assert.Null((await ward.LeftAsync(encounter, DischargeOutcome.Died)).Error);
        Assert.Equal("bed.patient-deceased", (await ward.Beds.AdmitAsync(ward.Admission(patient.Id, spare.Id), default)).Error?.Code);
        Assert.Equal("bed.patient-deceased", (await ward.Beds.ReserveAsync(new() { PatientId = patient.Id, BedId = spare.Id }, default)).Error?.Code);
    }

    [Fact]
    public async Task The_same_press_twice_is_one_admission_and_one_transfer()
    {
        var ward = await WardOf.NewAsync(db);
        var (bed, next, patient) = (await ward.BedAsync(), await ward.BedAsync(), await ward.PatientAsync());
        var form = ward.Admission(patient.Id, bed.Id);
        Assert.Equal((await ward.Beds.AdmitAsync(form, default)).Value, (await ward.Beds.AdmitAsync(form, default)).Value);
        var move = new TransferPatientForm { EncounterId = form.Id, BedId = next.Id };
        Assert.Null((await ward.Beds.TransferAsync(move, default)).Error);
        Assert.Null((await ward.Beds.TransferAsync(move, default)).Error);
        Assert.Equal(2, await ward.LookAsync(look => look.BedStays.CountAsync()));
        Assert.Equal(1, await ward.SuccessesAsync(Permission.TransferPatient));
    }

    [Fact]
    public async Task A_death_locks_the_bookings_still_to_come()
    {
        var ward = await WardOf.NewAsync(db);
        var (bed, patient) = (await ward.BedAsync(), await ward.PatientAsync());
        var future = await db.Given.AppointmentAsync(ward.Doctor, patient.Id, db.Now.AddDays(3));
        var past = await db.Given.AppointmentAsync(ward.Doctor, patient.Id, db.Now.AddDays(-3), status: AppointmentStatus.Fulfilled);
        var encounter = await ward.AdmittedAsync(patient.Id, bed.Id);
        Assert.Null((await ward.LeftAsync(encounter, DischargeOutcome.Died)).Error);

        var (died, statuses) = await ward.LookAsync(async look => (await look.Patients.Where(p => p.Id == patient.Id).Select(p => p.DeceasedAt).SingleAsync(),
            await look.Appointments.ToDictionaryAsync(a => a.Id, a => a.Status)));
        Assert.Equal(db.Now, died);
        Assert.Equal(AppointmentStatus.Cancelled, statuses[future.Id]);
        Assert.Equal(AppointmentStatus.Fulfilled, statuses[past.Id]);
        Assert.Equal(1, await ward.SuccessesAsync(Permission.RecordDeparture));
    }

    [Fact]
    public async Task A_reserved_bed_is_for_its_patient_alone_until_the_time_is_over()
    {
        var ward = await WardOf.NewAsync(db);
        var (bed, patient, other) = (await ward.BedAsync("R-1"), await ward.PatientAsync("Ada", "Obi"), await ward.PatientAsync());
        var spare = await ward.BedAsync();
        var reserved = await ward.Beds.ReserveAsync(new() { PatientId = patient.Id, BedId = bed.Id, Minutes = 60 }, default);
        var tile = await ward.TileAsync(bed.Id);
        Assert.Equal((BedBoardState.Reserved, "Ada Obi", "Joy Okafor", db.Now.AddHours(1)), (tile.State, tile.Patient, tile.ReservedBy, tile.ReservedUntil!.Value));

        var refused = await ward.Beds.AdmitAsync(ward.Admission(other.Id, bed.Id), default);
        Assert.Equal("bed.reserved", refused.Error?.Code);
        Assert.Contains("until 10:00", refused.Error?.Message); // nine in Lagos, an hour later
        Assert.Equal("bed.patient-has-reservation", (await ward.Beds.ReserveAsync(new() { PatientId = patient.Id, BedId = spare.Id }, default)).Error?.Code);
        Assert.Equal("Minutes", (await ward.Beds.ReserveAsync(new() { PatientId = other.Id, BedId = spare.Id, Minutes = 241 }, default)).Error?.Field);

        var encounter = await ward.AdmittedAsync(patient.Id, bed.Id);
        var stay = await ward.LookAsync(look => look.BedStays.SingleAsync());
        Assert.Equal((reserved.Value, BedStayStatus.Active, (Guid?)encounter), (stay.Id, stay.Status, stay.EncounterId));
    }

    [Fact]
    public async Task A_lapsed_reservation_no_longer_counts_for_anybody()
    {
        var ward = await WardOf.NewAsync(db);
        var (bed, patient, other) = (await ward.BedAsync(), await ward.PatientAsync(), await ward.PatientAsync());
        await db.ArrangeAsync(ward.OrganizationId, async look =>
        {
            look.Add(BedStay.Reserve(Guid.CreateVersion7(), ward.OrganizationId, bed.Id, patient.Id, null, db.Now.AddHours(-3), db.Now.AddMinutes(-1), ward.Nurse.UserId).Value);
            await Task.CompletedTask;
        });
        Assert.Equal(BedBoardState.Free, (await ward.TileAsync(bed.Id)).State);
        Assert.Null((await ward.TileAsync(bed.Id)).Patient);
        await ward.AdmittedAsync(other.Id, bed.Id);
        Assert.Equal([BedStayStatus.Active, BedStayStatus.Cancelled], await ward.LookAsync(look => look.BedStays.Select(s => s.Status).OrderBy(s => s).ToListAsync()));
    }

    [Fact]
    public async Task The_job_releases_what_has_lapsed_and_nothing_else()
    {
        var ward = await WardOf.NewAsync(db);
        var (lapsed, standing) = (await ward.BedAsync(), await ward.BedAsync());
        var (one, two) = (await ward.PatientAsync(), await ward.PatientAsync());
        await db.AddAsync(ward.OrganizationId,
            BedStay.Reserve(Guid.CreateVersion7(), ward.OrganizationId, lapsed.Id, one.Id, null, db.Now.AddHours(-3), db.Now.AddMinutes(-1), ward.Nurse.UserId).Value,
            BedStay.Reserve(Guid.CreateVersion7(), ward.OrganizationId, standing.Id, two.Id, null, db.Now.AddHours(-3), db.Now.AddMinutes(1), ward.Nurse.UserId).Value);
        using var job = new ReservationReleaseJob(db.Services.GetRequiredService<SystemDb>(), db.Services.GetRequiredService<DemoMode>(), db.Services.GetRequiredService<JobBoard>(), db.Clock);
        await job.ReleaseAsync();
        var stays = await ward.LookAsync(look => look.BedStays.ToDictionaryAsync(s => s.BedId, s => s.Status));
        Assert.Equal((BedStayStatus.Cancelled, BedStayStatus.Reserved), (stays[lapsed.Id], stays[standing.Id]));
        Assert.Equal(1, await ward.LookAsync(look => look.AuditEvents.CountAsync(e => e.EventCode == ReservationReleaseJob.Name && e.PatientId == one.Id)));
    }

    [Fact]
    public async Task A_transfer_uses_the_bed_kept_for_the_patient_and_keeps_the_isolation()
    {
        var ward = await WardOf.NewAsync(db);
        var (bed, next, patient) = (await ward.BedAsync("I-1"), await ward.BedAsync("I-2"), await ward.PatientAsync());
        var encounter = await ward.AdmittedAsync(patient.Id, bed.Id);
        Assert.Null((await ward.Beds.IsolateAsync(new() { EncounterId = encounter, Reason = "Contact: MRSA" }, default)).Error);
        Assert.Null((await ward.Beds.ReserveAsync(new() { PatientId = patient.Id, BedId = next.Id }, default)).Error);
        Assert.Equal("I-2", (await ward.TileAsync(bed.Id)).OtherBed);
        Assert.Equal("I-1", (await ward.TileAsync(next.Id)).OtherBed);

        Assert.Equal("bed.same-bed", (await ward.Beds.TransferAsync(new() { EncounterId = encounter, BedId = bed.Id }, default)).Error?.Code);
        Assert.Null((await ward.Beds.TransferAsync(new() { EncounterId = encounter, BedId = next.Id }, default)).Error);
        Assert.Equal((BedStatus.Contaminated, BedStatus.Isolated), (await ward.StatusAsync(bed.Id), await ward.StatusAsync(next.Id)));
        var tile = await ward.TileAsync(next.Id);
        Assert.Equal("Contact: MRSA", tile.IsolationReason);
        Assert.Equal([BedStayStatus.Completed, BedStayStatus.Active], await ward.LookAsync(look => look.BedStays.OrderBy(s => s.BedId == next.Id).Select(s => s.Status).ToListAsync()));
        Assert.Equal(CleaningKind.DeepClean, (await ward.Beds.CleaningQueueAsync(default)).Single().Kind);

        Assert.Null((await ward.Beds.EndIsolationAsync(encounter, default)).Error);
        Assert.Equal(BedBoardState.Occupied, (await ward.TileAsync(next.Id)).State);
        Assert.Equal("encounter.not-isolated", (await ward.Beds.EndIsolationAsync(encounter, default)).Error?.Code);
    }

    [Fact]
    public async Task A_discharge_order_can_be_taken_back_and_a_departure_gives_up_the_next_bed()
    {
        var ward = await WardOf.NewAsync(db);
        var (bed, next, patient) = (await ward.BedAsync(), await ward.BedAsync(), await ward.PatientAsync());
        var encounter = await ward.AdmittedAsync(patient.Id, bed.Id);
        Assert.Null((await ward.Beds.ReserveAsync(new() { PatientId = patient.Id, BedId = next.Id }, default)).Error);
        Assert.Null((await ward.Beds.OrderDischargeAsync(new() { EncounterId = encounter, LeavesOn = DateOnly.FromDateTime(db.Now).AddDays(1) }, default)).Error);
        Assert.Equal("encounter.discharge-already-ordered", (await ward.Beds.OrderDischargeAsync(new() { EncounterId = encounter }, default)).Error?.Code);
        Assert.Null((await ward.Beds.CancelDischargeOrderAsync(encounter, default)).Error);
        Assert.Equal("encounter.discharge-not-ordered", (await ward.Beds.CancelDischargeOrderAsync(encounter, default)).Error?.Code);
        Assert.Null((await ward.LeftAsync(encounter)).Error);
        Assert.Equal(BedBoardState.Free, (await ward.TileAsync(next.Id)).State);
        Assert.Equal("encounter.not-inpatient", (await ward.LeftAsync(encounter)).Error?.Code);
    }

    [Fact]
    public async Task A_stay_gets_another_clinician_reason_and_day_and_a_second_editor_is_told()
    {
        var ward = await WardOf.NewAsync(db);
        var (bed, patient, today) = (await ward.BedAsync(), await ward.PatientAsync(), DateOnly.FromDateTime(db.Now));
        var other = await db.People.DoctorAsync(ward.OrganizationId, "Dr Musa Bello");
        var encounter = await ward.AdmittedAsync(patient.Id, bed.Id);
        var read = (await ward.Doctor.Service<BedService>().StayAsync(encounter, default)).Value;
        Assert.Equal(("Pneumonia", false, ward.Doctor.StaffMemberId, (DateOnly?)null), (read.Reason, read.IsReasonShut, read.ClinicianId, read.PlannedDischargeOn));
        var shut = (await other.Service<BedService>().StayAsync(encounter, default)).Value; // who does not treat may hand the stay over without reading why
        Assert.Equal((null, true), (shut.Reason, shut.IsReasonShut));
        Assert.Null((await other.Service<BedService>().EditStayAsync(new() { EncounterId = encounter, Version = shut.Version, KeepReason = true, ClinicianId = shut.ClinicianId, PlannedDischargeOn = today.AddDays(1) }, default)).Error);
        read = (await ward.Doctor.Service<BedService>().StayAsync(encounter, default)).Value;
        Assert.Equal(("Pneumonia", today.AddDays(1)), (read.Reason, read.PlannedDischargeOn!.Value));
        EditStayForm Form(Action<EditStayForm>? change = null)
        {
            var form = new EditStayForm { EncounterId = encounter, Version = read.Version, Reason = "Sepsis", ClinicianId = other.StaffMemberId, PlannedDischargeOn = today.AddDays(3) };
            change?.Invoke(form);
            return form;
        }

        async Task<string?> TryAsync(EditStayForm form) => (await ward.Beds.EditStayAsync(form, default)).Error?.Code;
        Assert.Equal("bed.planned-in-the-past", await TryAsync(Form(f => f.PlannedDischargeOn = today.AddDays(-1))));
        Assert.Equal("bed.unknown-clinician", await TryAsync(Form(f => f.ClinicianId = ward.Nurse.StaffMemberId)));
        Assert.Equal("Reason", (await ward.Beds.EditStayAsync(Form(f => f.Reason = " "), default)).Error?.Field);
        Assert.Null(await TryAsync(Form()));
        Assert.Equal("stale", await TryAsync(Form()));
        var tile = (await other.Service<BedService>().BoardAsync(default)).Beds.Single(one => one.Id == bed.Id); // its words are for who treats now
        Assert.Equal(("Sepsis", "Dr Musa Bello", today.AddDays(3)), (tile.Reason, tile.Clinician, tile.PlannedDischargeOn!.Value));
        Assert.Equal(2, await ward.SuccessesAsync(Permission.EditStay));

        await ward.LeftAsync(encounter);
        Assert.Equal("encounter.not-inpatient", (await ward.Beds.StayAsync(encounter, default)).Error?.Code);
        Assert.Equal("encounter.not-inpatient", await TryAsync(Form()));
    }

    [Theory]
    [InlineData(false, false, BedStatus.Free)]
    [InlineData(true, false, BedStatus.Housekeeping)]
    [InlineData(false, true, BedStatus.Free)]
    [InlineData(true, true, BedStatus.Contaminated)]
    public async Task A_stay_entered_in_error_leaves_board_lists_and_care_and_stays_in_the_record(bool used, bool isolated, BedStatus expected)
    {
        var ward = await WardOf.NewAsync(db);
        var (first, bed, patient) = (await ward.BedAsync(), await ward.BedAsync(), await ward.PatientAsync("Amina", "Bello"));
        var encounter = await ward.AdmittedAsync(patient.Id, first.Id);
        await ward.Beds.TransferAsync(new() { EncounterId = encounter, BedId = bed.Id }, default);
        if (isolated)
        {
            await ward.Beds.IsolateAsync(new() { EncounterId = encounter, Reason = "Contact" }, default);
        }

        var doctor = ward.Doctor.Service<BedService>();
        Assert.False((await doctor.PatientStaysAsync(patient.Id, default)).Failed);
        Assert.Equal("Reason", (await doctor.EnterStayInErrorAsync(new() { EncounterId = encounter }, default)).Error?.Field);
        Assert.Null((await ward.Doctor.Service<EscalationService>().RequestAsync(patient.Id, new() { Reason = "Grey" }, default)).Error);
        Assert.Null((await doctor.EnterStayInErrorAsync(new() { EncounterId = encounter, Reason = "Another patient of this name", BedWasUsed = used }, default)).Error);
        Assert.Equal(0, await ward.LookAsync(look => look.Escalations.CountAsync(e => e.ClosedAt == null))); // nobody is called to a bed that was never theirs

        Assert.Equal((BedStatus.Housekeeping, expected), (await ward.StatusAsync(first.Id), await ward.StatusAsync(bed.Id)));
        Assert.Null((await ward.TileAsync(bed.Id)).PatientId);
        Assert.Empty((await doctor.StaysAsync(new(), default)).Rows);
        Assert.NotNull((await doctor.PatientStaysAsync(patient.Id, default)).Error); // nobody treats who was never here
        Assert.Equal(BedHistoryKind.InError, Assert.Single((await doctor.HistoryAsync(bed.Id, default)).Value).Kind);
        Assert.All(await ward.LookAsync(look => look.BedStays.ToListAsync()), stay => Assert.Equal(BedStayStatus.EnteredInError, stay.Status));
        Assert.Equal("Another patient of this name", await ward.LookAsync(look => look.AuditEvents.Where(e => e.EventCode == nameof(Permission.CorrectStay)).Select(e => e.Reason).SingleAsync()));
        Assert.Equal("encounter.not-inpatient", (await doctor.EnterStayInErrorAsync(new() { EncounterId = encounter, Reason = "Twice" }, default)).Error?.Code);

        // The record keeps it for staff, and the patient reads nothing of it.
        await db.Given.TreatsAsync(ward.Doctor, patient.Id);
        Assert.Equal("Another patient of this name", Assert.Single((await doctor.PatientStaysAsync(patient.Id, default)).Value).ErrorReason);
        Assert.Empty((await (await db.People.PatientAsync(ward.OrganizationId, patient.Id)).Service<BedService>().PatientStaysAsync(patient.Id, default)).Value);
        Assert.Null((await ward.Beds.AdmitAsync(ward.Admission(patient.Id, (await ward.BedAsync()).Id), default)).Error);
    }

    [Theory]
    [InlineData(false, BedStatus.Occupied)]
    [InlineData(true, BedStatus.Isolated)]
    public async Task A_departure_is_taken_back_while_the_bed_is_not_given_again(bool isolated, BedStatus expected)
    {
        var ward = await WardOf.NewAsync(db);
        var (bed, patient, next) = (await ward.BedAsync("T-1"), await ward.PatientAsync(), await ward.PatientAsync());
        var encounter = await ward.AdmittedAsync(patient.Id, bed.Id);
        if (isolated)
        {
            await ward.Beds.IsolateAsync(new() { EncounterId = encounter, Reason = "Contact: MRSA" }, default);
        }

        var back = new TakeBackDepartureForm { EncounterId = encounter, Reason = "Another patient left" };
        Assert.Equal("encounter.not-left", (await ward.Beds.TakeBackDepartureAsync(back, default)).Error?.Code);
        Assert.Null((await ward.Doctor.Service<VitalsService>().OrderScaleAsync(patient.Id, new() { Reason = "COPD" }, default)).Error);
        Assert.Null((await ward.Doctor.Service<EscalationService>().RequestAsync(patient.Id, new() { Reason = "Grey" }, default)).Error);
        await ward.LeftAsync(encounter);
        Assert.Equal((0, 0), await OpenAsync());
        Assert.True(Assert.Single((await ward.Doctor.Service<BedService>().PatientStaysAsync(patient.Id, default)).Value).LeftLast);
        Assert.Null((await ward.Beds.TakeBackDepartureAsync(back, default)).Error);
        Assert.Equal((1, 1), await OpenAsync()); // what ended with the departure goes on with the stay
        Task<(int, int)> OpenAsync() => ward.LookAsync(async look => (await look.Escalations.CountAsync(e => e.PatientId == patient.Id && e.ClosedAt == null), await look.SaturationScaleOrders.CountAsync(o => o.PatientId == patient.Id && o.EndedAt == null)));
        var tile = await ward.TileAsync(bed.Id);
        Assert.Equal((expected, patient.Id, isolated ? "Contact: MRSA" : null), (await ward.StatusAsync(bed.Id), tile.PatientId, tile.IsolationReason));
        Assert.Empty(await ward.Beds.CleaningQueueAsync(default));
        Assert.Equal(1, await ward.SuccessesAsync(Permission.CorrectStay));

        // Cleaned and kept for somebody else: too late. Once that lapses, the bed is the patient's again.
        await ward.LeftAsync(encounter);
        await ward.OtherNurse.Service<BedService>().CompleteCleaningAsync((await ward.TileAsync(bed.Id)).CleaningTaskId!.Value, default);
        var kept = (await ward.Beds.ReserveAsync(new() { PatientId = next.Id, BedId = bed.Id, Minutes = 15 }, default)).Value;
        Assert.Contains("Bed T-1 has been given to somebody else", (await ward.Beds.TakeBackDepartureAsync(back, default)).Error?.Message);
        await db.ArrangeAsync(ward.OrganizationId, async look =>
        {
            var reservation = look.Entry(await look.BedStays.SingleAsync(s => s.Id == kept));
            (reservation.Property(s => s.StartsAt).CurrentValue, reservation.Property(s => s.ReservedUntil).CurrentValue) = (db.Now.AddMinutes(-16), db.Now.AddMinutes(-1));
        });
        Assert.Null((await ward.Beds.TakeBackDepartureAsync(back, default)).Error);
        Assert.Equal(expected, await ward.StatusAsync(bed.Id));

        await ward.LeftAsync(encounter);
        await ward.AdmittedAsync(patient.Id, (await ward.BedAsync()).Id);
        Assert.Equal("encounter.stayed-since", (await ward.Beds.TakeBackDepartureAsync(back, default)).Error?.Code);
    }

    [Fact]
    public async Task A_bed_with_somebody_in_it_is_not_closed_and_the_refusal_says_who()
    {
        var ward = await WardOf.NewAsync(db);
        var admin = (await db.People.AdministratorAsync(ward.OrganizationId)).Service<BedService>();
        var (bed, kept, patient, waiting) = (await ward.BedAsync("C-1"), await ward.BedAsync("C-2"), await ward.PatientAsync("Chinedu", "Eze"), await ward.PatientAsync("Ruth", "Ekpo"));
        await ward.AdmittedAsync(patient.Id, bed.Id);
        Assert.Null((await ward.Beds.ReserveAsync(new() { PatientId = waiting.Id, BedId = kept.Id }, default)).Error);

        Assert.Equal("Bed C-1 was not closed: Chinedu Eze lies in it. Transfer or discharge the patient first.", (await admin.CloseBedAsync(new() { BedId = bed.Id, Reason = "x" }, default)).Error?.Message);
        Assert.Equal("Bed C-2 was not closed: it is reserved for Ruth Ekpo. Cancel the reservation first.", (await admin.CloseBedAsync(new() { BedId = kept.Id, Reason = "x" }, default)).Error?.Message);
        var stay = (await ward.TileAsync(kept.Id)).StayId!.Value;
        Assert.Null((await ward.Beds.CancelReservationAsync(stay, default)).Error);
        Assert.Null((await admin.CloseBedAsync(new() { BedId = kept.Id, Reason = "Oxygen outlet", Until = DateOnly.FromDateTime(db.Now).AddDays(2) }, default)).Error);
        Assert.Equal((BedBoardState.Closed, "Oxygen outlet"), ((await ward.TileAsync(kept.Id)).State, (await ward.TileAsync(kept.Id)).ClosedReason));
        Assert.Null((await admin.ReopenBedAsync(kept.Id, default)).Error);
        Assert.Equal(BedBoardState.Free, (await ward.TileAsync(kept.Id)).State);
    }

    [Fact]
    public async Task A_bed_closed_while_dirty_comes_back_dirty()
    {
        var ward = await WardOf.NewAsync(db);
        var admin = (await db.People.AdministratorAsync(ward.OrganizationId)).Service<BedService>();
        var (bed, patient) = (await ward.BedAsync(), await ward.PatientAsync());
        await ward.LeftAsync(await ward.AdmittedAsync(patient.Id, bed.Id));
        var task = (await ward.TileAsync(bed.Id)).CleaningTaskId!.Value;
        Assert.Null((await admin.CloseBedAsync(new() { BedId = bed.Id, Reason = "Broken" }, default)).Error);
        Assert.Empty(await ward.Beds.CleaningQueueAsync(default));
        Assert.Equal("bed.nothing-to-clean", (await ward.OtherNurse.Service<BedService>().CompleteCleaningAsync(task, default)).Error?.Code);
        Assert.Null((await admin.ReopenBedAsync(bed.Id, default)).Error);
        Assert.Equal(BedBoardState.Cleaning, (await ward.TileAsync(bed.Id)).State);
    }

    [Fact]
    public async Task The_database_itself_refuses_a_cleaning_confirmed_by_who_recorded_the_departure()
    {
        var ward = await WardOf.NewAsync(db);
        var (bed, patient) = (await ward.BedAsync(), await ward.PatientAsync());
        await ward.LeftAsync(await ward.AdmittedAsync(patient.Id, bed.Id));
        var refused = await db.Services.GetRequiredService<SystemDb>().ChangeSystemAsync("test", ward.OrganizationId, async (look, ct) =>
        {
            var task = await look.CleaningTasks.SingleAsync(ct);
            look.Entry(task).Property(t => t.Status).CurrentValue = CleaningStatus.Completed;
            look.Entry(task).Property(t => t.CompletedAt).CurrentValue = db.Now;
            look.Entry(task).Property(t => t.CompletedBy).CurrentValue = task.RequestedBy;
            return await look.SaveAsync(ct);
        });
        Assert.Equal("bed.cleaned-by-same-person", refused.Error?.Code);
    }

    [Fact]
    public async Task Another_organisation_has_no_beds_stays_or_tasks_here()
    {
        var (ward, elsewhere) = (await WardOf.NewAsync(db), await WardOf.NewAsync(db));
        var (bed, patient) = (await ward.BedAsync(), await ward.PatientAsync("Chinedu", "Eze"));
        var encounter = await ward.AdmittedAsync(patient.Id, bed.Id);
        var strange = elsewhere.Beds;
        Assert.Empty((await strange.BoardAsync(default)).Beds);
        Assert.Empty((await strange.StaysAsync(new(), default)).Rows);
        Assert.Equal("not-found", (await strange.HistoryAsync(bed.Id, default)).Error?.Code);
        Assert.Equal("not-found", (await strange.PatientStaysAsync(patient.Id, default)).Error?.Code);
        Assert.Equal("not-found", (await strange.TransferAsync(new() { EncounterId = encounter, BedId = bed.Id }, default)).Error?.Code);
        Assert.Equal("not-found", (await strange.OrderDischargeAsync(new() { EncounterId = encounter }, default)).Error?.Code);
        Assert.Equal("not-found", (await strange.RecordDepartureAsync(new() { EncounterId = encounter, Outcome = DischargeOutcome.Died }, default)).Error?.Code);
        Assert.Equal("not-found", (await strange.IsolateAsync(new() { EncounterId = encounter, Reason = "x" }, default)).Error?.Code);
        Assert.Equal("not-found", (await strange.CancelReservationAsync((await ward.TileAsync(bed.Id)).StayId!.Value, default)).Error?.Code);
        Assert.Null((await ward.LeftAsync(encounter)).Error);
        Assert.Equal("not-found", (await strange.CompleteCleaningAsync((await ward.TileAsync(bed.Id)).CleaningTaskId!.Value, default)).Error?.Code);
        var admin = (await db.People.AdministratorAsync(elsewhere.OrganizationId)).Service<BedService>();
        Assert.Equal("not-found", (await admin.CloseBedAsync(new() { BedId = bed.Id, Reason = "x" }, default)).Error?.Code);
        Assert.Equal("not-found", (await admin.ReopenBedAsync(bed.Id, default)).Error?.Code);
        Assert.Equal("bed.unknown-room", (await admin.EditBedAsync(new() { Id = bed.Id, RoomId = bed.RoomId, Label = "Z" }, default)).Error?.Code);
    }

    [Fact]
    public async Task A_change_is_told_to_open_screens_of_this_organisation_only()
    {
        var (ward, elsewhere) = (await WardOf.NewAsync(db), await WardOf.NewAsync(db));
        var (bed, patient) = (await ward.BedAsync(), await ward.PatientAsync());
        var feed = db.Services.GetRequiredService<ChangeFeed>();
        var told = new TaskCompletionSource<ChangeNotice>(TaskCreationOptions.RunContinuationsAsynchronously);
        var strange = 0;
        using var here = feed.Subscribe(ward.OrganizationId, notice => { told.TrySetResult(notice); return Task.CompletedTask; });
        using var there = feed.Subscribe(elsewhere.OrganizationId, _ => { strange++; return Task.CompletedTask; });
        await ward.AdmittedAsync(patient.Id, bed.Id);
        var notice = await told.Task.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.True(notice.Concerns(nameof(Bed)) && notice.Concerns(nameof(BedStay)) && notice.Concerns(nameof(Encounter)));
        Assert.Contains(bed.Id, notice.Ids);
        Assert.Equal(0, strange);
    }

    [Fact]
    public async Task Who_cleans_sees_the_bed_and_not_the_patient()
    {
        var ward = await WardOf.NewAsync(db);
        var (bed, patient) = (await ward.BedAsync(), await ward.PatientAsync());
        await ward.AdmittedAsync(patient.Id, bed.Id);
        var porter = (await db.People.LogisticsAsync(ward.OrganizationId)).Service<BedService>();
        var named = await ward.TileAsync(bed.Id);
        var bare = (await porter.BoardAsync(default)).Beds.Single(b => b.Id == bed.Id);
        Assert.Equal(patient.DisplayName, named.Patient);
        Assert.Equal(BedBoardState.Occupied, bare.State);
        Assert.Null(bare.Patient ?? bare.RecordNumber ?? bare.Reason ?? bare.IsolationReason);
        Assert.Null(bare.PatientId);
        Assert.All((await porter.HistoryAsync(bed.Id, default)).Value, row => Assert.Null(row.Patient));
    }

    [Fact]
    public async Task Boards_share_one_reading_until_something_changes()
    {
        var ward = await WardOf.NewAsync(db);
        var bed = await ward.BedAsync();
        var boards = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => ward.Beds.BoardAsync(default))));
        Assert.Single(boards.Distinct(ReferenceEqualityComparer.Instance));
        Assert.Same(boards[0], await ward.Doctor.Service<BedService>().BoardAsync(default));
        var porter = await (await db.People.LogisticsAsync(ward.OrganizationId)).Service<BedService>().BoardAsync(default);
        Assert.NotSame(boards[0], porter);
        await ward.AdmittedAsync((await ward.PatientAsync()).Id, bed.Id);
        Assert.NotSame(boards[0], await ward.Beds.BoardAsync(default));
    }

    [Fact]
    public async Task The_history_of_a_bed_tells_who_lay_in_it_and_who_cleaned_it()
    {
        var ward = await WardOf.NewAsync(db);
        var (bed, patient) = (await ward.BedAsync(), await ward.PatientAsync("Ruth", "Ekpo"));
        var encounter = await ward.AdmittedAsync(patient.Id, bed.Id);
        db.Clock.Advance(TimeSpan.FromSeconds(2));
        await ward.LeftAsync(encounter);
        db.Clock.Advance(TimeSpan.FromSeconds(2));
        await ward.OtherNurse.Service<BedService>().StartCleaningAsync((await ward.TileAsync(bed.Id)).CleaningTaskId!.Value, default);
        db.Clock.Advance(TimeSpan.FromSeconds(2));
        await ward.OtherNurse.Service<BedService>().CompleteCleaningAsync((await ward.TileAsync(bed.Id)).CleaningTaskId!.Value, default);
        Assert.Equal(
            [(BedHistoryKind.Cleaned, null, "Tola Bakare"), (BedHistoryKind.CleaningStarted, null, "Tola Bakare"), (BedHistoryKind.Left, "Ruth Ekpo", "Joy Okafor"), (BedHistoryKind.MovedIn, "Ruth Ekpo", "Joy Okafor")],
            (await ward.Beds.HistoryAsync(bed.Id, default)).Value.Select(row => (row.Kind, row.Patient, row.By)));
    }

    [Fact]
    public async Task Lists_find_sort_and_page_inpatients()
    {
        var ward = await WardOf.NewAsync(db);
        var (first, second) = (await ward.PatientAsync("Ọmọ́lará", "Eze"), await ward.PatientAsync("Musa", "Bello"));
        await ward.AdmittedAsync(first.Id, (await ward.BedAsync("P-2")).Id);
        await ward.AdmittedAsync(second.Id, (await ward.BedAsync("P-1")).Id);
        var all = await ward.Beds.StaysAsync(new(), default);
        Assert.Equal((2, "P-1"), (all.Total, all.Rows[0].Bed));
        Assert.Equal("Musa Bello", (await ward.Beds.StaysAsync(new(Sort: "patient"), default)).Rows[0].Patient);
        Assert.Equal("P-2", Assert.Single((await ward.Beds.StaysAsync(new(Search: "omolara"), default)).Rows).Bed);
        Assert.Equal("P-1", Assert.Single((await ward.Beds.StaysAsync(new(Search: second.RecordNumber), default)).Rows).Bed);
        Assert.Equal("P-2", Assert.Single((await ward.Beds.StaysAsync(new(Page: 1, Size: 1), default)).Rows).Bed);
        foreach (var sort in new[] { "admitted", "planned", "bed", "patient" })
        {
            Assert.Equal(2, (await ward.Beds.StaysAsync(new(Sort: sort, Descending: true), default)).Rows.Count);
            Assert.Equal(2, (await ward.Beds.StaysAsync(new(Sort: sort), default)).Rows.Count);
        }

        Assert.Equal("Dr Ada Obi", Assert.Single(await ward.Beds.CliniciansAsync(default)).Name);
        var otherDoctor = (await db.People.DoctorAsync(ward.OrganizationId)).Service<BedService>();
        Assert.All((await ward.Doctor.Service<BedService>().StaysAsync(new(), default)).Rows, row => Assert.True(row.Opens));
        Assert.All((await otherDoctor.StaysAsync(new(), default)).Rows, row => Assert.False(row.Opens));
        var stay = Assert.Single((await ward.Doctor.Service<BedService>().PatientStaysAsync(first.Id, default)).Value);
        Assert.Equal(("P-2", BedStayStatus.Active), (stay.Beds.Single().Bed, stay.Beds.Single().Status));
    }

    [Fact]
    public async Task Occupancy_is_counted_over_the_tree_and_no_further()
    {
        var ward = await WardOf.NewAsync(db);
        var child = await db.Given.OrganizationAsync("Child clinic", ward.OrganizationId);
        await db.Given.BedAsync(child);
        await ward.AdmittedAsync((await ward.PatientAsync()).Id, (await ward.BedAsync()).Id);
        await ward.BedAsync();
        await (await WardOf.NewAsync(db)).BedAsync();
        var rows = await (await db.People.CommandCenterAsync(ward.OrganizationId)).Service<BedService>().OccupancyAsync(default);
        Assert.Equal([ward.OrganizationId, child], rows.Select(r => r.OrganizationId));
        Assert.Equal((2, 1, 1, 50), (rows[0].Figures.Beds, rows[0].Figures.Occupied, rows[0].Figures.Free, rows[0].Figures.Percent!.Value));
        Assert.Equal((1, 1), (rows[1].Figures.Beds, rows[1].Figures.Free));
        Assert.Equal(2, rows[0].Wards.Sum(w => w.Figures.Beds));
    }
}

public sealed class BedServiceOnSqlite(SqliteDatabase db) : BedServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class BedServiceOnPostgres(PostgresDatabase db) : BedServiceTests(db), IClassFixture<PostgresDatabase>;
