using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Consents;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.History;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Triage;
using MediSecure.Data.Features.Vitals;
using MediSecure.Tests.Access;
using MediSecure.Tests.Features.Beds;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Vitals;

/// <summary>Recording, scoring, escalating and correcting, on the real services and a real database.</summary>
public abstract class VitalsServiceTests(TestDatabase db)
{
    [Fact]
    public async Task A_set_is_scored_when_it_is_saved_and_comes_back_as_it_was_typed()
    {
        var (ward, patient) = await BedsideAsync();
        var saved = await SavedAsync(ward, patient, Sick());
        Assert.Equal((News2Status.Scored, 9, News2Response.Emergency), (saved.News2.Status, saved.News2.Score, saved.News2.Response));

        var chart = (await Of(ward.Nurse).ChartAsync(patient, default)).Value;
        var row = Assert.Single(chart.Sets);
        Assert.Equal(("38.10", "Joy Okafor"), (VitalCheck.Write(row.Values.Temperature!.Value), row.By));
        Assert.Equal((News2Status.Scored, 9, null, News2Response.Emergency, db.Now, (DateTime?)db.Now.AddMinutes(30)),
            (chart.News2!.Status, chart.News2.Score, chart.News2.PreviousScore, chart.News2.Response, chart.News2.TakenAt, chart.News2.OverdueAt));
        Assert.True(chart.Inpatient);
        Assert.Equal(1, await ward.SuccessesAsync(Permission.RecordVitals));
    }

    [Fact]
    public async Task The_same_press_twice_is_one_set_and_one_escalation()
    {
        var (ward, patient) = await BedsideAsync();
        var form = Sick();
        var (first, second) = (await Of(ward.Nurse).RecordAsync(patient, form, default), await Of(ward.Nurse).RecordAsync(patient, form, default));
        Assert.Equal(first.Value.Saved!.Id, second.Value.Saved!.Id);
        Assert.Equal((1, 1), await ward.LookAsync(async look => (await look.VitalSigns.CountAsync(), await look.Escalations.CountAsync())));
        Assert.Equal(1, await ward.SuccessesAsync(Permission.RecordVitals));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_what_is_unusual_is_asked_first()
    {
        var (ward, patient) = await BedsideAsync();
        var fahrenheit = Sick();
        fahrenheit.Temperature = 98.6m;
        var refusal = Assert.IsType<VitalRefusal>((await Of(ward.Nurse).RecordAsync(patient, fahrenheit, default)).Error);
        Assert.Equal(("Temperature", 37.0m), (refusal.Field, refusal.Offer!.Value));

        var unusual = Sick();
        unusual.Pulse = 230;
        var asked = (await Of(ward.Nurse).RecordAsync(patient, unusual, default)).Value;
        Assert.Null(asked.Saved);
        Assert.Equal((VitalKind.Pulse, 230m), (Assert.Single(asked.Questions).Kind, asked.Questions[0].Value));
        Assert.Equal(0, await ward.LookAsync(look => look.VitalSigns.CountAsync()));

        unusual.Confirmed = [new(VitalKind.Pulse, 231)]; // another number was confirmed
        Assert.Null((await Of(ward.Nurse).RecordAsync(patient, unusual, default)).Value.Saved);
        unusual.Confirmed = [new(VitalKind.Pulse, 230)];
        Assert.NotNull((await Of(ward.Nurse).RecordAsync(patient, unusual, default)).Value.Saved);
    }

    [Fact]
    public async Task The_time_of_a_measurement_is_neither_in_the_future_nor_before_birth_nor_after_death()
    {
        var (ward, patient) = await BedsideAsync();
        async Task<string?> AtAsync(DateTime at) => (await Of(ward.Nurse).RecordAsync(patient, new() { Pulse = 70, TakenAt = at }, default)).Error?.Code;
        Assert.Equal("vitals.in-the-future", await AtAsync(db.Now.AddMinutes(3)));
        Assert.Null(await AtAsync(db.Now.AddMinutes(2)));
        Assert.Equal("vitals.before-birth", await AtAsync(new DateTime(1979, 12, 31, 12, 0, 0, DateTimeKind.Utc)));
        await db.ArrangeAsync(ward.OrganizationId, async look => (await look.Patients.SingleAsync(p => p.Id == patient)).RecordDeath(db.Now.AddHours(-1)));
        Assert.Equal("vitals.after-death", await AtAsync(db.Now));
        Assert.Null(await AtAsync(db.Now.AddHours(-2)));
    }

    [Fact]
    public async Task Scale_2_needs_a_doctors_order_and_keeps_who_and_when()
    {
        var (ward, patient) = await BedsideAsync();
        var form = new RecordVitalsForm { Respiration = 18, Saturation = 90, Scale = SaturationScale.Two, OnOxygen = true, OxygenFlow = 1, Systolic = 120, Diastolic = 80, Pulse = 70, Consciousness = Consciousness.Alert, Temperature = 37.0m };
        Assert.Equal("vitals.scale-not-ordered", (await Of(ward.Nurse).RecordAsync(patient, form, default)).Error?.Code);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Of(ward.Nurse).OrderScaleAsync(patient, new() { Reason = "COPD" }, default));
        Assert.Equal("Reason", (await Of(ward.Doctor).OrderScaleAsync(patient, new(), default)).Error?.Field);
        var order = new OrderScaleForm { Reason = "COPD, target 88–92 %" };
        Assert.Null((await Of(ward.Doctor).OrderScaleAsync(patient, order, default)).Error);
        Assert.Null((await Of(ward.Doctor).OrderScaleAsync(patient, order, default)).Error); // the same press
        Assert.Equal("vitals.scale-ordered", (await Of(ward.Doctor).OrderScaleAsync(patient, new() { Reason = "Again" }, default)).Error?.Code);

        var chart = (await Of(ward.Nurse).ChartAsync(patient, default)).Value;
        Assert.Equal(("COPD, target 88–92 %", "Dr Ada Obi", db.Now), (chart.ScaleOrder!.Reason, chart.ScaleOrder.OrderedBy, chart.ScaleOrder.OrderedAt));
        Assert.Equal(2, (await SavedAsync(ward, patient, form)).News2.Score); // oxygen alone

        Assert.Null((await Of(ward.Doctor).EndScaleOrderAsync(patient, order.Id, default)).Error);
        Assert.Equal("vitals.scale-order-ended", (await Of(ward.Doctor).EndScaleOrderAsync(patient, order.Id, default)).Error?.Code);
        form.Id = Guid.CreateVersion7();
        Assert.Equal("vitals.scale-not-ordered", (await Of(ward.Nurse).RecordAsync(patient, form, default)).Error?.Code);
    }

    [Fact]
    public async Task Children_and_pregnant_women_have_no_score_and_an_incomplete_set_has_none_either()
    {
        var (ward, patient) = await BedsideAsync();
        var child = await db.Given.PatientAsync(ward.OrganizationId, birthDate: DateOnly.FromDateTime(db.Now).AddYears(-16).AddDays(1));
        var grown = await db.Given.PatientAsync(ward.OrganizationId, birthDate: DateOnly.FromDateTime(db.Now).AddYears(-16));
        await db.Given.TreatsAsync(ward.Nurse, child.Id, grown.Id);
        Assert.Equal((News2Status.NotApplicable, null), Scored(await SavedAsync(ward, child.Id, Sick())));
        Assert.Equal((News2Status.Scored, 9), Scored(await SavedAsync(ward, grown.Id, Sick())));

        var pregnant = Sick();
        pregnant.Pregnant = true;
        Assert.Equal((News2Status.NotApplicable, null), Scored(await SavedAsync(ward, patient, pregnant)));
        var chart = (await Of(ward.Nurse).ChartAsync(patient, default)).Value;
        Assert.Equal((true, News2Status.NotApplicable, null), (chart.Pregnant, chart.News2!.Status, chart.News2.DueAt));

        db.Clock.Advance(TimeSpan.FromMinutes(1));
        var incomplete = Sick();
        incomplete.Consciousness = null;
        var saved = await SavedAsync(ward, patient, incomplete);
        Assert.Equal((News2Status.Incomplete, null), Scored(saved));
        Assert.Equal([News2Parameter.Consciousness], saved.News2.Missing);
        Assert.Equal(1, await ward.LookAsync(look => look.Escalations.CountAsync())); // of the grown one
        static (News2Status, int?) Scored(VitalSetRow row) => (row.News2.Status, row.News2.Score);
    }

    [Fact]
    public async Task A_score_of_seven_is_an_escalation_that_one_acknowledges_attends_and_closes()
    {
        var (ward, patient) = await BedsideAsync();
        await SavedAsync(ward, patient, Sick());
        var doctor = ward.Doctor.Service<EscalationService>();
        var open = Assert.Single(await doctor.ListAsync(false, default));
        Assert.Equal((patient, 9, News2Response.Emergency, EscalationStatus.Requested, "Joy Okafor", db.Now.AddMinutes(30)),
            (open.PatientId, open.Score, open.Response, open.Status, open.RequestedBy, open.DueAt));
        Assert.NotNull(open.Bed);
        Assert.Equal((1, 1, 0, 1, 0), Figures(await Of(ward.Doctor).FiguresAsync(default)));

        db.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.True(Assert.Single(await doctor.ListAsync(false, default)).IsOverdue(db.Now));
        Assert.Equal((1, 1, 1, 1, 1), Figures(await Of(ward.Doctor).FiguresAsync(default)));

        Assert.Null((await doctor.AcknowledgeAsync(patient, open.Id, default)).Error);
        Assert.Equal("escalation.already-acknowledged", (await ward.Nurse.Service<EscalationService>().AcknowledgeAsync(patient, open.Id, default)).Error?.Code);
        Assert.Equal("escalation.not-attended", (await doctor.CloseAsync(patient, new() { EscalationId = open.Id, Outcome = "Seen" }, default)).Error?.Code);
        Assert.Null((await doctor.AttendAsync(patient, open.Id, default)).Error);
        Assert.Equal("Outcome", (await doctor.CloseAsync(patient, new() { EscalationId = open.Id }, default)).Error?.Field);
        Assert.Null((await doctor.CloseAsync(patient, new() { EscalationId = open.Id, Outcome = "Antibiotics, moved to intensive care" }, default)).Error);
        Assert.Empty(await doctor.ListAsync(false, default));
        var closed = Assert.Single(await doctor.ListAsync(true, default));
        Assert.Equal(("Dr Ada Obi", "Dr Ada Obi", "Antibiotics, moved to intensive care"), (closed.AcknowledgedBy, closed.ClosedBy, closed.Outcome));
        Assert.Equal(3, await ward.SuccessesAsync(Permission.ActOnEscalation));
        static (int, int, int, int, int) Figures(WardRiskFigures f) => (f.Inpatients, f.AtRisk, f.Overdue, f.Escalations, f.EscalationsOverdue);
    }

    [Fact]
    public async Task A_worse_set_raises_the_open_escalation_and_an_older_one_changes_nothing()
    {
        var (ward, patient) = await BedsideAsync();
        await SavedAsync(ward, patient, Calm(f => f.Respiration = 25));
        Assert.Equal(News2Response.WardReview, (await OpenAsync(ward, patient))!.Response);
        db.Clock.Advance(TimeSpan.FromMinutes(5));
        await SavedAsync(ward, patient, Sick());
        var raised = await OpenAsync(ward, patient);
        Assert.Equal((News2Response.Emergency, 9), (raised!.Response, raised.Score));

        var late = Calm(f => f.TakenAt = db.Now.AddHours(-1));
        await SavedAsync(ward, patient, late);
        var chart = (await Of(ward.Nurse).ChartAsync(patient, default)).Value;
        Assert.Equal((9, 3), (chart.News2!.Score, chart.News2.PreviousScore));
        Assert.Equal((News2Response.Emergency, 9), ((await OpenAsync(ward, patient))!.Response, (await OpenAsync(ward, patient))!.Score));
        Assert.Equal(1, await ward.LookAsync(look => look.Escalations.CountAsync()));
    }

    [Fact]
    public async Task A_set_entered_in_error_is_struck_through_and_counts_for_nothing()
    {
        var (ward, patient) = await BedsideAsync();
        await SavedAsync(ward, patient, Calm(_ => { }));
        db.Clock.Advance(TimeSpan.FromMinutes(5));
        var wrong = await SavedAsync(ward, patient, Sick());
        Assert.Equal("Reason", (await Of(ward.Nurse).MarkInErrorAsync(patient, new() { SetId = wrong.Id }, default)).Error?.Field);
        Assert.Null((await Of(ward.Nurse).MarkInErrorAsync(patient, new() { SetId = wrong.Id, Reason = "Next bed" }, default)).Error);
        Assert.Equal("vitals.already-in-error", (await Of(ward.Nurse).MarkInErrorAsync(patient, new() { SetId = wrong.Id, Reason = "Next bed" }, default)).Error?.Code);

        var chart = (await Of(ward.Nurse).ChartAsync(patient, default)).Value;
        Assert.Equal((0, News2Response.Routine), (chart.News2!.Score, chart.News2.Response));
        var struck = chart.Sets.Single(s => s.Id == wrong.Id);
        Assert.Equal((false, "Next bed", "Joy Okafor"), (struck.Counts, struck.ErrorReason, struck.ErrorBy));
        Assert.Null(await OpenAsync(ward, patient));
        Assert.Equal(EscalationStatus.EnteredInError, await ward.LookAsync(look => look.Escalations.Select(e => e.Status).SingleAsync()));

        var first = chart.Sets.Single(s => s.Counts);
        Assert.Null((await Of(ward.Nurse).MarkInErrorAsync(patient, new() { SetId = first.Id, Reason = "Also wrong" }, default)).Error);
        Assert.Null((await Of(ward.Nurse).ChartAsync(patient, default)).Value.News2);
    }

    [Fact]
    public async Task A_right_set_keeps_the_escalation_that_a_wrong_one_joined_and_the_last_wrong_one_withdraws_it()
    {
        var (ward, patient) = await BedsideAsync();
        async Task<EscalationRow?> AfterStrikingAsync(VitalSetRow set)
        {
            Assert.Null((await Of(ward.Nurse).MarkInErrorAsync(patient, new() { SetId = set.Id, Reason = "Next bed" }, default)).Error);
            return await OpenAsync(ward, patient);
        }

        async Task<VitalSetRow> LaterAsync(RecordVitalsForm form)
        {
            db.Clock.Advance(TimeSpan.FromMinutes(5));
            return await SavedAsync(ward, patient, form);
        }

        var first = await SavedAsync(ward, patient, Sick());
        var calm = await LaterAsync(Calm(f => f.Pulse = 95));
        var wrong = await LaterAsync(Sick());
        var kept = await AfterStrikingAsync(wrong); // the calm set is the newest now, but the first asked and nobody came
        Assert.Equal((EscalationStatus.Requested, News2Response.Emergency, 1, first.TakenAt.AddMinutes(30)), (kept!.Status, kept.Response, kept.Score, kept.DueAt));
        Assert.Null(await AfterStrikingAsync(first)); // though another set is shown beside it
        Assert.Equal((1, calm.Id), await ward.LookAsync(async look => (await look.Escalations.CountAsync(e => e.Status == EscalationStatus.EnteredInError), (await look.VitalStandings.SingleAsync()).SetId)));
    }

    [Fact]
    public async Task A_pulse_alone_leaves_the_last_score_in_every_list()
    {
        var (ward, patient) = await BedsideAsync();
        var calmer = await ward.PatientAsync();
        await ward.AdmittedAsync(calmer.Id, (await ward.BedAsync($"A-{Guid.NewGuid().ToString("N")[..6]}")).Id);
        await db.Given.TreatsAsync(ward.Nurse, calmer.Id);
        await SavedAsync(ward, calmer.Id, Calm(f => f.Respiration = 25));
        var scored = (await SavedAsync(ward, patient, Sick())).TakenAt;
        db.Clock.Advance(TimeSpan.FromMinutes(40));
        await SavedAsync(ward, patient, new() { Pulse = 110 });

        var first = (await Of(ward.Nurse).WardAsync(new(0, 25, "risk"), default)).Rows[0];
        Assert.Equal((patient, News2Status.Incomplete, 9, scored, News2Response.Emergency), (first.PatientId, first.Status, first.Score, first.ScoredAt, first.Response));
        Assert.Equal((scored.AddMinutes(30), true), (first.Overdue, first.IsScoreOverdue(db.Now)));
        Assert.Equal(2, (await Of(ward.Nurse).FiguresAsync(default)).AtRisk);
        var stay = (await ward.Beds.StaysAsync(new(0, 25, "risk"), default)).Rows[0];
        Assert.Equal((patient, News2Status.Incomplete, 9, scored), (stay.PatientId, stay.News2, stay.News2Score, stay.News2ScoredAt));
        var tile = (await ward.Beds.BoardAsync(default)).Beds.Single(b => b.PatientId == patient);
        Assert.Equal((News2Status.Incomplete, 9, News2Response.Emergency, scored), (tile.News2, tile.News2Score, tile.News2Response, tile.News2ScoredAt));

        // A complete set written down late counts too, and asks for somebody, though half a set is newer.
        Assert.Null((await ward.Doctor.Service<EscalationService>().AttendAsync(patient, (await OpenAsync(ward, patient))!.Id, default)).Error);
        await SavedAsync(ward, patient, Worse(db.Now.AddMinutes(-5)));
        Assert.Equal((EscalationStatus.Requested, 11), ((await OpenAsync(ward, patient))!.Status, (await OpenAsync(ward, patient))!.Score));
        Assert.Equal((News2Status.Incomplete, 11), ((await Of(ward.Nurse).ChartAsync(patient, default)).Value.News2!.Status, (await Of(ward.Nurse).ChartAsync(patient, default)).Value.News2!.Score));

        static RecordVitalsForm Worse(DateTime takenAt)
        {
            var form = Sick();
            (form.TakenAt, form.Respiration, form.Saturation) = (takenAt, 25, 93);
            return form;
        }
    }

    [Fact]
    public async Task A_score_is_of_the_stay_that_lasts_or_of_the_past()
    {
        var ward = await WardOf.NewAsync(db);
        var patient = (await ward.PatientAsync()).Id;
        var stay = await ward.AdmittedAsync(patient, (await ward.BedAsync()).Id);
        await db.Given.TreatsAsync(ward.Nurse, patient);
        async Task<News2Row> StandsAsync() => (await Of(ward.Nurse).StandingAsync(patient, default)).Value!;
        await SavedAsync(ward, patient, Sick());
        Assert.True((await StandsAsync()).IsCurrent);
        db.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null((await ward.LeftAsync(stay)).Error);
        Assert.Equal((false, 9), ((await StandsAsync()).IsCurrent, (await StandsAsync()).Score));

        db.Clock.Advance(TimeSpan.FromHours(1));
        await ward.AdmittedAsync(patient, (await ward.BedAsync()).Id);
        Assert.False((await StandsAsync()).IsCurrent);
        await SavedAsync(ward, patient, new() { Pulse = 70 });
        Assert.Equal((true, News2Status.Incomplete, null), ((await StandsAsync()).IsCurrent, (await StandsAsync()).Status, (await StandsAsync()).Score)); // nothing is carried over
    }

    /// <summary>The same time in the house: who gets a bed out of the emergency room is not suddenly without a score.</summary>
    [Fact]
    public async Task A_score_of_the_emergency_room_goes_along_to_the_ward()
    {
        var ward = await WardOf.NewAsync(db);
        var patient = (await ward.PatientAsync()).Id;
        await db.Given.TreatsAsync(ward.Nurse, patient);
        Assert.Null((await ward.Nurse.Service<TriageService>().AddAsync(new() { PatientId = patient, Presenting = "Short of breath", ArrivedAt = db.Now.AddMinutes(-30) }, default)).Error);
        await SavedAsync(ward, patient, Sick());
        db.Clock.Advance(TimeSpan.FromMinutes(20));
        await ward.AdmittedAsync(patient, (await ward.BedAsync()).Id);
        var stands = (await Of(ward.Nurse).StandingAsync(patient, default)).Value!;
        Assert.Equal((true, 9), (stands.IsCurrent, stands.Score));
        Assert.NotNull(await OpenAsync(ward, patient));

        // What the banner says, the ward's lists say too: nobody waits for the first set on the ward to stand at the top.
        var row = Assert.Single((await Of(ward.Nurse).WardAsync(new(0, 25, "risk"), default)).Rows);
        Assert.Equal((9, true, db.Now), (row.Score, row.IsFirstDue, row.Due)); // and yet the ward takes its own first set now
        Assert.Equal(9, Assert.Single((await ward.Beds.StaysAsync(new(0, 25, "risk"), default)).Rows).News2Score);
        Assert.Equal(9, (await ward.Beds.BoardAsync(default)).Beds.Single(b => b.PatientId == patient).News2Score);
    }

    [Fact]
    public async Task A_score_of_a_visit_to_the_clinic_that_goes_on_stands_on_the_ward_s_lists_as_in_the_banner()
    {
        var ward = await WardOf.NewAsync(db);
        var patient = (await ward.PatientAsync()).Id;
        await db.Given.TreatsAsync(ward.Nurse, patient);
        var visit = Encounter.Visit(Guid.CreateVersion7(), ward.OrganizationId, patient, db.Now.AddMinutes(-30), ward.Doctor.StaffMemberId!.Value, null, "Cough");
        visit.StartVisit(db.Now.AddMinutes(-30));
        await db.AddAsync(ward.OrganizationId, visit);
        await SavedAsync(ward, patient, Sick());
        db.Clock.Advance(TimeSpan.FromMinutes(20));
        await ward.AdmittedAsync(patient, (await ward.BedAsync()).Id);
        Assert.True((await Of(ward.Nurse).StandingAsync(patient, default)).Value!.IsCurrent);
        Assert.Equal(9, Assert.Single((await Of(ward.Nurse).WardAsync(new(0, 25, "risk"), default)).Rows).Score);
    }

    [Fact]
    public async Task Air_after_a_set_on_oxygen_is_asked_about()
    {
        var (ward, patient) = await BedsideAsync();
        await SavedAsync(ward, patient, Sick());
        db.Clock.Advance(TimeSpan.FromMinutes(10));
        var air = Calm(f => f.Saturation = 97);
        var question = Assert.Single((await Of(ward.Nurse).RecordAsync(patient, air, default)).Value.Questions);
        Assert.Equal((VitalKind.OxygenFlow, 0m), (question.Kind, question.Value));
        air.Confirmed = [new(VitalKind.OxygenFlow, 0)];
        Assert.Equal(0, (await SavedAsync(ward, patient, air)).News2.Score);
        Assert.NotNull((await Of(ward.Nurse).RecordAsync(patient, Calm(f => f.Saturation = 97), default)).Value.Saved); // off oxygen now: not asked again
        Assert.NotNull((await Of(ward.Nurse).RecordAsync(patient, new() { Pulse = 70 }, default)).Value.Saved);
    }

    [Fact]
    public async Task Scale_2_is_for_what_was_measured_since_its_order()
    {
        var (ward, patient) = await BedsideAsync();
        Assert.Null((await Of(ward.Doctor).OrderScaleAsync(patient, new() { Reason = "COPD" }, default)).Error);
        async Task<string?> AtAsync(TimeSpan ago) => (await Of(ward.Nurse).RecordAsync(patient, Calm(f => (f.Saturation, f.Scale, f.TakenAt) = (90, SaturationScale.Two, db.Now - ago)), default)).Error?.Code;
        Assert.Equal("vitals.scale-not-ordered", await AtAsync(TimeSpan.FromMinutes(30)));
        Assert.Null(await AtAsync(TimeSpan.FromMinutes(1))); // a time is typed to the minute
    }

    [Fact]
    public async Task A_score_that_a_wrong_set_hid_calls_when_that_set_is_struck()
    {
        var (ward, patient) = await BedsideAsync();
        db.Clock.Advance(TimeSpan.FromMinutes(10));
        var wrong = await SavedAsync(ward, patient, Calm(_ => { })); // of another patient
        db.Clock.Advance(TimeSpan.FromMinutes(1));
        var late = Sick();
        late.TakenAt = db.Now.AddMinutes(-6);
        await SavedAsync(ward, patient, late);
        Assert.Null(await OpenAsync(ward, patient)); // not the newest
        Assert.Null((await Of(ward.Nurse).MarkInErrorAsync(patient, new() { SetId = wrong.Id, Reason = "Another patient" }, default)).Error);
        Assert.Equal((9, News2Response.Emergency), (await OpenAsync(ward, patient) is { } open ? (open.Score, open.Response) : default));
    }

    [Fact]
    public async Task Striking_a_set_calls_nobody_again_for_a_score_that_was_answered()
    {
        var (ward, patient) = await BedsideAsync();
        var wrong = await SavedAsync(ward, patient, Calm(_ => { }));
        db.Clock.Advance(TimeSpan.FromMinutes(5));
        await SavedAsync(ward, patient, Sick());
        var doctor = ward.Doctor.Service<EscalationService>();
        var called = (await OpenAsync(ward, patient))!;
        Assert.Null((await doctor.AttendAsync(patient, called.Id, default)).Error);
        Assert.Null((await doctor.CloseAsync(patient, new() { EscalationId = called.Id, Outcome = "Oxygen, antibiotics" }, default)).Error);
        Assert.Null((await Of(ward.Nurse).MarkInErrorAsync(patient, new() { SetId = wrong.Id, Reason = "Another patient" }, default)).Error);
        Assert.Null(await OpenAsync(ward, patient));
    }

    [Theory]
    [InlineData(5, null, true)]
    [InlineData(5, 8, true)] // ended before: it speaks of another one
    [InlineData(5, 2, false)]
    [InlineData(31, null, false)]
    public async Task A_set_that_says_pregnant_is_believed_for_a_while_and_until_the_end_is_recorded(int saidDaysAgo, int? endedDaysAgo, bool pregnant)
    {
        var (ward, patient) = await BedsideAsync();
        var at = db.Now.AddDays(-saidDaysAgo);
        await db.AddAsync(ward.OrganizationId, VitalSigns.Record(Guid.CreateVersion7(), ward.OrganizationId, patient, null, new VitalValues { Pulse = 80 }, 46, true, at, at, ward.Nurse.UserId));
        if (endedDaysAgo is { } days)
        {
            var today = DateOnly.FromDateTime(db.Now);
            var over = new Pregnancy(Guid.NewGuid(), ward.OrganizationId, patient, today.AddDays(20), null, ward.Nurse.UserId, db.Now.AddDays(-100));
            Assert.Null(over.End(PregnancyOutcome.LiveBirth, today.AddDays(-days)).Error);
            await db.AddAsync(ward.OrganizationId, over);
        }

        Assert.Equal(pregnant, (await Of(ward.Nurse).ChartAsync(patient, default)).Value.Pregnant);
    }

    [Fact]
    public async Task A_dietitian_records_weight_and_height_and_corrects_only_those()
    {
        var (ward, patient) = await BedsideAsync();
        var dietitian = await db.People.DietitianAsync(ward.OrganizationId, "Kemi Balogun");
        await db.Given.TreatsAsync(dietitian, patient);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Of(dietitian).RecordAsync(patient, Sick(), default));
        var sick = await SavedAsync(ward, patient, Sick());
        var weighed = (await Of(dietitian).RecordMeasuresAsync(patient, new() { Weight = 60, Height = 165 }, default)).Value.Saved!;
        Assert.Equal(News2Status.NotMeasured, weighed.News2.Status);
        var chart = (await Of(dietitian).ChartAsync(patient, default)).Value;
        Assert.Equal((22.0m, BmiClass.Normal, 9), (chart.Bmi!.Value, chart.Bmi.Class, chart.News2!.Score)); // the weight did not replace the score
        Assert.Single((await Of(dietitian).RecordMeasuresAsync(patient, new() { Weight = 67 }, default)).Value.Questions); // more than a tenth
        Assert.Equal("vitals.not-yours", (await Of(dietitian).MarkInErrorAsync(patient, new() { SetId = sick.Id, Reason = "x" }, default)).Error?.Code);
        Assert.Null((await Of(dietitian).MarkInErrorAsync(patient, new() { SetId = weighed.Id, Reason = "Wrong scale" }, default)).Error);
    }

    [Fact]
    public async Task A_height_from_before_the_eighteenth_birthday_makes_no_bmi()
    {
        var ward = await WardOf.NewAsync(db);
        var dietitian = await db.People.DietitianAsync(ward.OrganizationId, "Kemi Balogun");
        var patient = await db.Given.PatientAsync(ward.OrganizationId, birthDate: DateOnly.FromDateTime(db.Now).AddYears(-18).AddDays(-3));
        await db.Given.TreatsAsync(dietitian, patient.Id);
        Assert.NotNull((await Of(dietitian).RecordMeasuresAsync(patient.Id, new() { Weight = 60, Height = 163, TakenAt = db.Now.AddDays(-10) }, default)).Value.Saved);
        Assert.Null((await Of(dietitian).ChartAsync(patient.Id, default)).Value.Bmi);
        Assert.NotNull((await Of(dietitian).RecordMeasuresAsync(patient.Id, new() { Height = 165 }, default)).Value.Saved);
        Assert.Equal(22.0m, (await Of(dietitian).ChartAsync(patient.Id, default)).Value.Bmi!.Value);
    }

    [Fact]
    public async Task Inpatients_are_listed_by_risk_and_by_what_is_due()
    {
        var ward = await WardOf.NewAsync(db);
        async Task<Guid> InBedAsync(string bed, RecordVitalsForm? form)
        {
            var patient = await ward.PatientAsync("Risk", bed);
            await ward.AdmittedAsync(patient.Id, (await ward.BedAsync($"{bed}-{Guid.NewGuid().ToString("N")[..6]}")).Id);
            await db.Given.TreatsAsync(ward.Nurse, patient.Id);
            if (form is not null)
            {
                await SavedAsync(ward, patient.Id, form);
            }

            return patient.Id;
        }

        var (four, none, nine, three, five) = (await InBedAsync("A", Calm(f => (f.OnOxygen, f.Respiration) = (true, 22))), await InBedAsync("B", null), await InBedAsync("C", Sick()),
            await InBedAsync("D", Calm(f => f.Respiration = 25)), await InBedAsync("E", Calm(f => (f.Respiration, f.OnOxygen) = (25, true))));
        var risk = await Of(ward.Nurse).WardAsync(new(0, 25, "risk"), default);
        Assert.Equal([nine, five, three, four, none], risk.Rows.Select(r => r.PatientId));
        Assert.Equal([EscalationStatus.Requested, EscalationStatus.Requested, EscalationStatus.Requested, null, null], risk.Rows.Select(r => r.Escalation));
        var due = await Of(ward.Nurse).WardAsync(new(0, 25, "due"), default);
        Assert.Equal([none, nine], due.Rows.Take(2).Select(r => r.PatientId));
        Assert.Equal(four, due.Rows[^1].PatientId);
        Assert.Equal([nine, five, three, four, none], (await ward.Nurse.Service<BedService>().StaysAsync(new(0, 25, "risk"), default)).Rows.Select(r => r.PatientId));
        Assert.Empty((await Of(ward.OtherNurse).WardAsync(new(), default)).Rows); // treats nobody here
        Assert.Empty(await ward.OtherNurse.Service<EscalationService>().ListAsync(true, default));
    }

    [Fact]
    public async Task The_lists_name_nobody_who_keeps_the_caller_out_and_give_no_words_of_a_restricted_chart()
    {
        var (ward, patient) = await BedsideAsync();
        var (nurse, doctor) = (ward.Nurse.Service<EscalationService>(), ward.Doctor.Service<EscalationService>());
        var asked = new RequestReviewForm { Reason = "Not herself since noon" };
        Assert.Null((await nurse.RequestAsync(patient, asked, default)).Error);
        Assert.Null((await doctor.AttendAsync(patient, asked.Id, default)).Error);
        Assert.Null((await doctor.CloseAsync(patient, new() { EscalationId = asked.Id, Outcome = "Slept badly" }, default)).Error);
        await SavedAsync(ward, patient, Sick());
        async Task<(int Beds, bool, string?, string?)> SeenAsync(ActingPerson person) => (await person.Service<EscalationService>().ListAsync(true, default)).SingleOrDefault(e => e.Id == asked.Id) is var row
            ? ((await Of(person).WardAsync(new(), default)).Rows.Count(r => r.Score == 9), row?.IsRestricted ?? false, row?.Reason, row?.Outcome) : default;
        Assert.Equal((1, false, "Not herself since noon", "Slept badly"), await SeenAsync(ward.Nurse));

        await db.ArrangeAsync(ward.OrganizationId, async look => (await look.Patients.SingleAsync(p => p.Id == patient)).Restrict(ChartRestriction.Vip, db.Now, ward.Doctor.UserId));
        Assert.Equal((1, true, null, null), await SeenAsync(ward.Nurse)); // the score stays: somebody must come

        await db.AddAsync(ward.OrganizationId, Consent.Give(Guid.NewGuid(), ward.OrganizationId, patient, ConsentScope.KeepOutPerson, ward.Nurse.StaffMemberId, null, db.Now.AddDays(-1), null, ward.Doctor.UserId, "Said so").Value);
        Assert.Equal((0, false, null, null), await SeenAsync(ward.Nurse));
        Assert.Empty(await nurse.ListAsync(true, default));
        Assert.Equal(new WardRiskFigures(0, 0, 0, 0, 0), await Of(ward.Nurse).FiguresAsync(default));
        Assert.Equal((1, true, null, null), await SeenAsync(ward.Doctor));
        Assert.Equal(new WardRiskFigures(1, 1, 0, 1, 0), await Of(ward.Doctor).FiguresAsync(default));
    }

    [Fact]
    public async Task The_bed_board_shows_the_score_to_who_may_see_it()
    {
        var (ward, patient) = await BedsideAsync();
        async Task<BedRow> TileAsync(ActingPerson person) => (await person.Service<BedService>().BoardAsync(default)).Beds.Single(b => b.EncounterId is not null);
        Assert.Null((await TileAsync(ward.Nurse)).News2);
        await SavedAsync(ward, patient, Sick());
        Assert.Equal((News2Status.Scored, 9, News2Response.Emergency), ((await TileAsync(ward.Nurse)).News2, (await TileAsync(ward.Nurse)).News2Score, (await TileAsync(ward.Nurse)).News2Response));
        var desk = await db.People.ReceptionistAsync(ward.OrganizationId);
        Assert.Null((await TileAsync(desk)).News2);
        Assert.NotNull((await TileAsync(desk)).Patient);
    }

    [Fact]
    public async Task A_nurse_asks_for_a_review_once_and_again_when_somebody_was_there()
    {
        var (ward, patient) = await BedsideAsync();
        var form = new RequestReviewForm { Reason = "Not herself since noon" };
        var nurse = ward.Nurse.Service<EscalationService>();
        Assert.Null((await nurse.RequestAsync(patient, form, default)).Error);
        Assert.Null((await nurse.RequestAsync(patient, form, default)).Error);
        Assert.Equal("escalation.already-open", (await nurse.RequestAsync(patient, new() { Reason = "Again" }, default)).Error?.Code);
        Assert.Equal(("Not herself since noon", News2Response.WardReview), ((await OpenAsync(ward, patient))!.Reason, (await OpenAsync(ward, patient))!.Response));

        // Somebody was there, and the worry has come back.
        Assert.Null((await ward.Doctor.Service<EscalationService>().AttendAsync(patient, form.Id, default)).Error);
        db.Clock.Advance(TimeSpan.FromMinutes(20));
        var again = new RequestReviewForm { Reason = "Grey and clammy" };
        Assert.Null((await nurse.RequestAsync(patient, again, default)).Error);
        Assert.Null((await nurse.RequestAsync(patient, again, default)).Error); // the same press
        var open = await OpenAsync(ward, patient);
        Assert.Equal((form.Id, EscalationStatus.Requested, "Grey and clammy", db.Now.AddHours(1), null), (open!.Id, open.Status, open.Reason, open.DueAt, open.AttendedAt));
        Assert.Equal(3, await ward.SuccessesAsync(Permission.ActOnEscalation));
    }

    [Fact]
    public async Task Leaving_ends_the_escalation_and_scale_2_and_the_next_stay_asks_about_scale_2_again()
    {
        var (ward, patient) = await BedsideAsync();
        var encounter = await ward.LookAsync(look => look.Encounters.Where(e => e.PatientId == patient && e.EndedAt == null).Select(e => e.Id).SingleAsync());
        await SavedAsync(ward, patient, Sick());
        var escalation = (await OpenAsync(ward, patient))!.Id;
        Assert.Null((await Of(ward.Doctor).OrderScaleAsync(patient, new() { Reason = "COPD, target 88–92 %" }, default)).Error);
        db.Clock.Advance(TimeSpan.FromMinutes(40));
        Assert.Null((await ward.LeftAsync(encounter)).Error);
        var ended = Assert.Single(await ward.Doctor.Service<EscalationService>().ListAsync(true, default));
        Assert.Equal((escalation, EscalationStatus.PatientLeft, "The patient left.", "Joy Okafor", null, false), (ended.Id, ended.Status, ended.Outcome, ended.ClosedBy, ended.AttendedAt, ended.IsOverdue(db.Now)));
        Assert.Equal("escalation.patient-left", (await ward.Doctor.Service<EscalationService>().AttendAsync(patient, escalation, default)).Error?.Code);

        // Written down late: scored as it was ordered, and nobody is called to an empty bed.
        var late = Sick();
        (late.Scale, late.TakenAt) = (SaturationScale.Two, db.Now.AddMinutes(-10));
        Assert.Equal(News2Response.Emergency, (await SavedAsync(ward, patient, late)).News2.Response);
        Assert.Null(await OpenAsync(ward, patient));

        // A new stay begins with scale 1 and says what the earlier one had.
        db.Clock.Advance(TimeSpan.FromMinutes(5));
        await ward.AdmittedAsync(patient, (await ward.BedAsync()).Id);
        var chart = (await Of(ward.Nurse).ChartAsync(patient, default)).Value;
        Assert.Equal((null, "COPD, target 88–92 %", (DateTime?)db.Now.AddMinutes(-5)), (chart.ScaleOrder, chart.EarlierScaleOrder!.Reason, chart.EarlierScaleOrder.EndedAt));
        var now = Sick();
        now.Scale = SaturationScale.Two;
        Assert.Equal("vitals.scale-not-ordered", (await Of(ward.Nurse).RecordAsync(patient, now, default)).Error?.Code);
        db.Clock.Advance(TimeSpan.FromMinutes(1));
        var renewed = new OrderScaleForm { Reason = "Still so" };
        Assert.Null((await Of(ward.Doctor).OrderScaleAsync(patient, renewed, default)).Error);
        Assert.Null((await Of(ward.Doctor).EndScaleOrderAsync(patient, renewed.Id, default)).Error);
        chart = (await Of(ward.Nurse).ChartAsync(patient, default)).Value;
        Assert.Equal((null, null), (chart.ScaleOrder, chart.EarlierScaleOrder)); // a doctor decided
    }

    [Fact]
    public async Task Nobody_is_asked_to_come_to_who_is_dead()
    {
        var (ward, patient) = await BedsideAsync();
        await db.ArrangeAsync(ward.OrganizationId, async look => (await look.Patients.SingleAsync(p => p.Id == patient)).RecordDeath(db.Now));
        Assert.Equal("escalation.deceased", (await ward.Nurse.Service<EscalationService>().RequestAsync(patient, new() { Reason = "Pale" }, default)).Error?.Code);
        var late = Sick();
        late.TakenAt = db.Now.AddMinutes(-20);
        await SavedAsync(ward, patient, late);
        Assert.Null(await OpenAsync(ward, patient));
    }

    [Fact]
    public async Task The_database_itself_refuses_an_escalation_closed_by_a_person_who_was_not_there()
    {
        var (ward, patient) = await BedsideAsync();
        await SavedAsync(ward, patient, Sick());
        Task ForceAsync(string status) => db.ArrangeAsync(ward.OrganizationId, open => open.Database.ExecuteSqlRawAsync("""UPDATE "Escalations" SET "Status" = {0}, "ClosedAt" = "RequestedAt" WHERE "PatientId" = {1}""", status, patient));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => ForceAsync("Closed"));
        await ForceAsync("PatientLeft");
    }

    [Fact]
    public async Task Outside_the_care_and_outside_the_house_nothing_is_seen_or_changed()
    {
        var (ward, patient) = await BedsideAsync();
        await SavedAsync(ward, patient, Sick());
        var escalation = (await OpenAsync(ward, patient))!.Id;
        var other = await db.People.DoctorAsync(ward.OrganizationId);
        Assert.Equal("chart.not-your-patient", (await Of(other).ChartAsync(patient, default)).Error?.Code);
        Assert.Equal("chart.not-your-patient", (await Of(other).StandingAsync(patient, default)).Error?.Code);
        Assert.Equal("chart.not-your-patient", (await Of(other).RecordAsync(patient, Sick(), default)).Error?.Code);
        Assert.Equal("chart.not-your-patient", (await other.Service<EscalationService>().AcknowledgeAsync(patient, escalation, default)).Error?.Code);

        var stranger = await db.People.DoctorAsync(await db.Given.OrganizationAsync());
        Assert.Equal("not-found", (await Of(stranger).ChartAsync(patient, default)).Error?.Code);
        Assert.Equal("not-found", (await Of(stranger).RecordAsync(patient, Sick(), default)).Error?.Code);
        Assert.Equal("not-found", (await stranger.Service<EscalationService>().AcknowledgeAsync(patient, escalation, default)).Error?.Code);
        var desk = await db.People.ReceptionistAsync(ward.OrganizationId);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Of(desk).ChartAsync(patient, default));

        // An escalation of one patient does not exist in the chart of another.
        var next = await db.Given.PatientOfAsync(ward.Nurse);
        Assert.Equal("not-found", (await ward.Nurse.Service<EscalationService>().AcknowledgeAsync(next.Id, escalation, default)).Error?.Code);
        Assert.Equal(1, await ward.LookAsync(look => look.VitalSigns.CountAsync()));
        Assert.Equal(EscalationStatus.Requested, await ward.LookAsync(look => look.Escalations.Select(e => e.Status).SingleAsync()));
    }

    [Fact]
    public async Task Of_many_who_acknowledge_at_once_exactly_one_does()
    {
        var (ward, patient) = await BedsideAsync();
        await SavedAsync(ward, patient, Sick());
        var escalation = (await OpenAsync(ward, patient))!.Id;
        await db.Given.TreatsAsync(ward.OtherNurse, patient);
        ActingPerson[] people = [ward.Nurse, ward.OtherNurse];
        var results = await AtOnceAsync(100, i => people[i % 2].Service<EscalationService>().AcknowledgeAsync(patient, escalation, default));
        Assert.Equal(1, results.Count(code => code is null));
        Assert.All(results.Where(code => code is not null), code => Assert.Equal("escalation.already-acknowledged", code));
        Assert.Equal(1, await ward.SuccessesAsync(Permission.ActOnEscalation));
    }

    [Fact]
    public async Task Of_many_sets_at_once_all_are_kept_with_one_standing_and_one_escalation()
    {
        var (ward, patient) = await BedsideAsync();
        var results = await AtOnceAsync(60, i => Of(ward.Nurse).RecordAsync(patient, i % 2 == 0 ? Sick() : Calm(f => f.Confirmed = [new(VitalKind.OxygenFlow, 0)]), default));
        Assert.All(results, code => Assert.Null(code));
        Assert.Equal((60, 1), await ward.LookAsync(async look => (await look.VitalSigns.CountAsync(), await look.VitalStandings.CountAsync())));
        Assert.Equal(1, await ward.LookAsync(look => look.Escalations.CountAsync()));
    }

    private static async Task<string?[]> AtOnceAsync<T>(int count, Func<int, Task<T>> act) where T : Result
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(0, count).Select(i => Task.Run(async () =>
        {
            await gate.Task;
            return (await act(i)).Error?.Code;
        })).ToList();
        gate.SetResult();
        return await Task.WhenAll(all);
    }

    /// <summary>A ward with one patient in a bed, treated by its nurse and doctor.</summary>
    private async Task<(WardOf Ward, Guid Patient)> BedsideAsync()
    {
        var ward = await WardOf.NewAsync(db);
        var patient = await ward.PatientAsync();
        await ward.AdmittedAsync(patient.Id, (await ward.BedAsync()).Id);
        await db.Given.TreatsAsync(ward.Nurse, patient.Id);
        await db.Given.TreatsAsync(ward.Doctor, patient.Id);
        return (ward, patient.Id);
    }

    private static VitalsService Of(ActingPerson person) => person.Service<VitalsService>();

    private static async Task<VitalSetRow> SavedAsync(WardOf ward, Guid patient, RecordVitalsForm form)
    {
        form.Confirmed = [.. form.Confirmed, new(VitalKind.OxygenFlow, 0)]; // air after oxygen is meant
        var result = await Of(ward.Nurse).RecordAsync(patient, form, default);
        Assert.Null(result.Error);
        return result.Value.Saved!;
    }

    private static async Task<EscalationRow?> OpenAsync(WardOf ward, Guid patient) => (await ward.Doctor.Service<EscalationService>().OfPatientAsync(patient, default)).Value;

    /// <summary>22, 94 on 2 L, 105/60, 112, alert, 38.10: 2 + 1 + 2 + 1 + 2 + 0 + 1 = 9.</summary>
    private static RecordVitalsForm Sick() => new()
    {
        Respiration = 22, Saturation = 94, OnOxygen = true, OxygenFlow = 2, Systolic = 105, Diastolic = 60, Pulse = 112, Consciousness = Consciousness.Alert, Temperature = 38.10m,
    };

    private static RecordVitalsForm Calm(Action<RecordVitalsForm> but)
    {
        var form = new RecordVitalsForm { Respiration = 16, Saturation = 98, Systolic = 120, Diastolic = 80, Pulse = 70, Consciousness = Consciousness.Alert, Temperature = 37.0m };
        but(form);
        return form;
    }
}

public sealed class VitalsServiceOnSqlite(SqliteDatabase db) : VitalsServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class VitalsServiceOnPostgres(PostgresDatabase db) : VitalsServiceTests(db), IClassFixture<PostgresDatabase>;
