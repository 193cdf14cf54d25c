using MediSecure.Data.Features.Vitals;

namespace MediSecure.Tests.Features.Vitals;

/// <summary>The steps of an escalation: the whole table of state and action, and what newer sets do to an open one.</summary>
public sealed class EscalationTests
{
    private static readonly DateTime At = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Nurse = Guid.CreateVersion7();
    private static readonly Guid Doctor = Guid.CreateVersion7();
    private static readonly VitalValues Calm = new() { Respiration = 16, Saturation = 98, OnOxygen = false, Systolic = 120, Pulse = 70, Consciousness = Consciousness.Alert, Temperature = 37.0m };
    private static readonly VitalValues Sick = Calm with { Respiration = 25, Pulse = 131, Systolic = 90 };

    [Theory]
    [InlineData(EscalationStatus.Requested, "acknowledge", null)]
    [InlineData(EscalationStatus.Requested, "attend", null)]
    [InlineData(EscalationStatus.Requested, "close", "escalation.not-attended")]
    [InlineData(EscalationStatus.Acknowledged, "acknowledge", "escalation.already-acknowledged")]
    [InlineData(EscalationStatus.Acknowledged, "attend", null)]
    [InlineData(EscalationStatus.Acknowledged, "close", "escalation.not-attended")]
    [InlineData(EscalationStatus.Attended, "acknowledge", "escalation.already-attended")]
    [InlineData(EscalationStatus.Attended, "attend", "escalation.already-attended")]
    [InlineData(EscalationStatus.Attended, "close", null)]
    [InlineData(EscalationStatus.Closed, "acknowledge", "escalation.closed")]
    [InlineData(EscalationStatus.Closed, "attend", "escalation.closed")]
    [InlineData(EscalationStatus.Closed, "close", "escalation.closed")]
    [InlineData(EscalationStatus.EnteredInError, "acknowledge", "escalation.withdrawn")]
    [InlineData(EscalationStatus.EnteredInError, "attend", "escalation.withdrawn")]
    [InlineData(EscalationStatus.EnteredInError, "close", "escalation.withdrawn")]
    [InlineData(EscalationStatus.PatientLeft, "acknowledge", "escalation.patient-left")]
    [InlineData(EscalationStatus.PatientLeft, "attend", "escalation.patient-left")]
    [InlineData(EscalationStatus.PatientLeft, "close", "escalation.patient-left")]
    [InlineData(EscalationStatus.PatientDied, "acknowledge", "escalation.patient-died")]
    [InlineData(EscalationStatus.PatientDied, "attend", "escalation.patient-died")]
    [InlineData(EscalationStatus.PatientDied, "close", "escalation.patient-died")]
    [InlineData(EscalationStatus.Requested, "ask", "escalation.already-open")]
    [InlineData(EscalationStatus.Acknowledged, "ask", "escalation.already-open")]
    [InlineData(EscalationStatus.Attended, "ask", null)]
    [InlineData(EscalationStatus.Closed, "ask", "escalation.closed")]
    [InlineData(EscalationStatus.EnteredInError, "ask", "escalation.withdrawn")]
    public void Each_step_is_legal_from_its_states_only(EscalationStatus state, string step, string? code)
    {
        var escalation = In(state);
        var result = step switch
        {
            "acknowledge" => escalation.Acknowledge(At.AddMinutes(30), Doctor),
            "attend" => escalation.Attend(At.AddMinutes(30), Doctor),
            "ask" => escalation.AskAgain("Grey and clammy", At.AddMinutes(30), Nurse),
            _ => escalation.Close("Reviewed", At.AddMinutes(30), Doctor),
        };
        Assert.Equal(code, result.Error?.Code);
        Assert.Equal(code is null ? step switch { "acknowledge" => EscalationStatus.Acknowledged, "attend" => EscalationStatus.Attended, "ask" => EscalationStatus.Requested, _ => EscalationStatus.Closed } : state, escalation.Status);
    }

    [Theory]
    [InlineData(16, 70, null, 0)]
    [InlineData(16, 95, null, 0)]
    [InlineData(25, 70, News2Response.WardReview, 60)]
    [InlineData(25, 111, News2Response.UrgentReview, 60)]
    [InlineData(25, 131, News2Response.UrgentReview, 60)]
    public void A_set_asks_for_somebody_when_its_response_does(int respiration, int pulse, News2Response? response, int minutes)
    {
        var escalation = Escalation.By(Guid.CreateVersion7(), Set(Calm with { Respiration = respiration, Pulse = pulse }), Nurse);
        Assert.Equal(response, escalation?.Response);
        if (escalation is not null)
        {
            Assert.Equal(At.AddMinutes(minutes), escalation.DueAt);
            Assert.False(escalation.IsOverdue(escalation.DueAt));
            Assert.True(escalation.IsOverdue(escalation.DueAt.AddSeconds(1)));
        }
    }

    [Fact]
    public void Seven_points_ask_for_the_emergency_team_within_half_an_hour_of_the_measurement()
    {
        var escalation = In(EscalationStatus.Requested);
        Assert.Equal((News2Response.Emergency, At.AddMinutes(30)), (escalation.Response, escalation.DueAt));
    }

    [Fact]
    public void A_higher_response_asks_anew_and_never_gives_more_time_to_who_was_asked()
    {
        var escalation = Escalation.By(Guid.CreateVersion7(), Set(Calm with { Respiration = 25 }), Nurse)!;
        escalation.Raise(Set(Calm with { Respiration = 25, Pulse = 131, Systolic = 90 }, At.AddMinutes(50)), Nurse);
        Assert.Equal((News2Response.Emergency, 9, At.AddHours(1), EscalationStatus.Requested), (escalation.Response, escalation.Score, escalation.DueAt, escalation.Status));

        var acknowledged = In(EscalationStatus.Requested);
        acknowledged.Acknowledge(At.AddMinutes(5), Doctor);
        acknowledged.Raise(Set(Calm, At.AddMinutes(10)), Nurse);
        Assert.Equal((EscalationStatus.Acknowledged, News2Response.Emergency, 0, At.AddMinutes(30)), (acknowledged.Status, acknowledged.Response, acknowledged.Score, acknowledged.DueAt));
    }

    [Fact]
    public void Getting_worse_after_somebody_was_there_asks_again()
    {
        var escalation = In(EscalationStatus.Attended);
        var same = Set(Calm with { Respiration = 25, Pulse = 131, Systolic = 90 }, At.AddMinutes(40));
        escalation.Raise(same, Nurse);
        Assert.Equal(EscalationStatus.Attended, escalation.Status);
        escalation.Raise(Set(Calm with { Respiration = 25, Pulse = 131, Systolic = 90, OnOxygen = true }, At.AddMinutes(60)), Nurse);
        Assert.Equal((EscalationStatus.Requested, 11, At.AddMinutes(90), null, null), (escalation.Status, escalation.Score, escalation.DueAt, escalation.AcknowledgedBy, escalation.AttendedBy));
    }

    [Fact]
    public void A_set_entered_in_error_withdraws_it_when_nothing_else_asked()
    {
        var calm = Set(Calm, At.AddMinutes(10));
        var withdrawn = In(EscalationStatus.Requested);
        withdrawn.Raise(calm, Nurse); // what is shown now asked for nobody
        withdrawn.TakeBack([calm], calm, At.AddMinutes(13), Nurse);
        Assert.Equal((EscalationStatus.EnteredInError, false), (withdrawn.Status, withdrawn.IsOpen));
    }

    [Fact]
    public void It_goes_on_for_a_right_set_that_asked_before_or_after_the_wrong_one()
    {
        // 9, then 0 shown beside it, then the next bed's 9.
        var (first, calm) = (Set(Sick), Set(Calm, At.AddMinutes(20)));
        var kept = Escalation.By(Guid.CreateVersion7(), first, Nurse)!;
        kept.Raise(calm, Nurse);
        kept.Raise(Set(Sick, At.AddMinutes(22)), Nurse);
        kept.TakeBack([calm, first], calm, At.AddMinutes(25), Nurse);
        Assert.Equal((EscalationStatus.Requested, News2Response.Emergency, calm.Id, 0, At.AddMinutes(30)), (kept.Status, kept.Response, kept.SetId, kept.Score, kept.DueAt));

        // The wrong 9 hurried it; what is right leaves an hour.
        var single = Set(Calm with { Respiration = 25 });
        var hurried = Escalation.By(Guid.CreateVersion7(), single, Nurse)!;
        hurried.Raise(Set(Sick, At.AddMinutes(5)), Nurse);
        Assert.Equal(At.AddMinutes(35), hurried.DueAt);
        hurried.TakeBack([single], single, At.AddMinutes(7), Nurse);
        Assert.Equal((News2Response.WardReview, single.Id, 3, At.AddHours(1)), (hurried.Response, hurried.SetId, hurried.Score, hurried.DueAt));
    }

    [Fact]
    public void No_mistake_takes_back_what_a_person_asked_for()
    {
        var asked = Escalation.ByDecision(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), null, "Not herself since noon", At, Nurse);
        asked.Raise(Set(Sick, At.AddMinutes(5)), Nurse);
        Assert.Equal((News2Response.Emergency, At.AddMinutes(35)), (asked.Response, asked.DueAt));
        asked.TakeBack([], null, At.AddMinutes(7), Nurse);
        Assert.Equal((EscalationStatus.Requested, News2Response.WardReview, null, null, At.AddHours(1)), (asked.Status, asked.Response, asked.SetId, asked.Score, asked.DueAt));
    }

    [Fact]
    public void Worried_again_after_somebody_was_there_asks_the_same_anew()
    {
        var escalation = In(EscalationStatus.Attended);
        Assert.False(escalation.AskAgain("Grey and clammy", At.AddMinutes(40), Nurse).Failed);
        Assert.Equal((EscalationStatus.Requested, News2Response.Emergency, "Grey and clammy", At.AddMinutes(70), null, null),
            (escalation.Status, escalation.Response, escalation.Reason, escalation.DueAt, escalation.AcknowledgedBy, escalation.AttendedBy));
        Assert.True(escalation.IsAskedBy(Nurse, "Grey and clammy"));
        Assert.False(escalation.IsAskedBy(Nurse, "Something else"));
        escalation.TakeBack([], null, At.AddMinutes(41), Nurse);
        Assert.True(escalation.IsOpen);
    }

    [Theory]
    [InlineData(EscalationStatus.Requested, EscalationStatus.PatientLeft, null)]
    [InlineData(EscalationStatus.Acknowledged, EscalationStatus.PatientLeft, null)]
    [InlineData(EscalationStatus.Attended, EscalationStatus.PatientDied, null)]
    [InlineData(EscalationStatus.Closed, EscalationStatus.PatientDied, "escalation.closed")]
    [InlineData(EscalationStatus.EnteredInError, EscalationStatus.PatientLeft, "escalation.withdrawn")]
    [InlineData(EscalationStatus.PatientLeft, EscalationStatus.PatientDied, "escalation.patient-left")]
    public void Leaving_and_death_end_what_is_open_and_make_up_nobody_who_came(EscalationStatus state, EscalationStatus how, string? code)
    {
        var escalation = In(state);
        var (acknowledged, attended) = (escalation.AcknowledgedBy, escalation.AttendedBy);
        Assert.Equal(code, escalation.EndBy(how, At.AddHours(2), Nurse).Error?.Code);
        Assert.Equal((code is null ? how : state, acknowledged, attended, false), (escalation.Status, escalation.AcknowledgedBy, escalation.AttendedBy, escalation.IsOverdue(At.AddDays(1))));
    }

    [Fact]
    public void A_nurse_may_ask_whatever_the_score_says()
    {
        var escalation = Escalation.ByDecision(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), null, "Not herself since noon", At, Nurse);
        Assert.Equal((News2Response.WardReview, null, At.AddHours(1)), (escalation.Response, escalation.Score, escalation.DueAt));
    }

    [Fact]
    public void What_was_typed_comes_back_with_its_decimals()
    {
        var set = Set(Calm with { Temperature = 37.0m, Weight = 62.40m, Height = 171m, OxygenFlow = 0.50m, OnOxygen = true });
        Assert.Equal(("37.0", "62.40", "171", "0.50"), (VitalCheck.Write(set.Values.Temperature!.Value), VitalCheck.Write(set.Values.Weight!.Value), VitalCheck.Write(set.Values.Height!.Value),
            VitalCheck.Write(set.Values.OxygenFlow!.Value)));
        Assert.Equal(15, Set(Calm with { GcsEye = 4, GcsVerbal = 5, GcsMotor = 6 }).GcsTotal);
        Assert.Null(Set(new VitalValues { Weight = 70, OnOxygen = false }).OnOxygen);
    }

    private static VitalSigns Set(VitalValues values, DateTime? taken = null) =>
        VitalSigns.Record(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), null, values, 60, false, taken ?? At, taken ?? At, Nurse);

    private static Escalation In(EscalationStatus state)
    {
        var escalation = Escalation.By(Guid.CreateVersion7(), Set(Sick), Nurse)!;
        if (state == EscalationStatus.EnteredInError)
        {
            escalation.TakeBack([], null, At.AddMinutes(1), Nurse);
        }

        if (state is EscalationStatus.PatientLeft or EscalationStatus.PatientDied)
        {
            escalation.EndBy(state, At.AddMinutes(5), Nurse);
        }

        if (state == EscalationStatus.Acknowledged)
        {
            escalation.Acknowledge(At.AddMinutes(2), Doctor);
        }

        if (state is EscalationStatus.Attended or EscalationStatus.Closed)
        {
            escalation.Attend(At.AddMinutes(10), Doctor);
        }

        if (state == EscalationStatus.Closed)
        {
            escalation.Close("Reviewed", At.AddMinutes(20), Doctor);
        }

        return escalation;
    }
}
