using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Consents;
using MediSecure.Data.Features.EmergencyAccess;
using MediSecure.Data.Features.History;
using MediSecure.Data.Features.Nutrition;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Vitals;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Nutrition;

/// <summary>Consults, assessments and the dietitians' lists, on the real services and a real database.</summary>
public abstract class NutritionServiceTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task A_consult_opens_the_chart_to_the_dietitians_of_the_house_and_is_done_by_an_assessment()
    {
        var scene = await SceneAsync();
        var colleague = await db.People.DietitianAsync(scene.Organization, "Ada Other");
        var elsewhere = await db.People.DietitianAsync(await db.Given.OrganizationAsync());
        Assert.Equal("chart.not-your-patient", (await Of(scene.Dietitian).ChartAsync(scene.Patient, Ct)).Error?.Code);
        Assert.Empty(await Of(scene.Dietitian).ConsultsAsync(true, Ct));

        var form = new RequestConsultForm { Reason = "Eats little", Urgency = ConsultUrgency.Urgent };
        Assert.Null((await Of(scene.Nurse).RequestConsultAsync(scene.Patient, form, Ct)).Error);
        Assert.Null((await Of(scene.Nurse).RequestConsultAsync(scene.Patient, form, Ct)).Error); // the same press
        Assert.Equal(NutritionErrors.AlreadyOpen, (await Of(scene.Doctor).RequestConsultAsync(scene.Patient, new() { Reason = "Also" }, Ct)).Error);

        var row = Assert.Single(await Of(scene.Dietitian).ConsultsAsync(false, Ct));
        Assert.Equal((scene.Patient, "Eats little", ConsultUrgency.Urgent, ConsultStatus.Requested, "Joy Okafor"), (row.PatientId, row.Reason, row.Urgency, row.Status, row.RequestedBy));
        Assert.Equal(new NutritionFigures(1, 1, 0), await Of(scene.Dietitian).FiguresAsync(Ct));
        Assert.Null((await Of(colleague).ChartAsync(scene.Patient, Ct)).Error);
        Assert.Equal([scene.Patient], await colleague.Doors.OpenableAsync(Permission.ViewNutrition, [scene.Patient], Ct));
        Assert.Equal("not-found", (await Of(elsewhere).ChartAsync(scene.Patient, Ct)).Error?.Code);
        Assert.Empty(await Of(elsewhere).ConsultsAsync(true, Ct));
        Assert.Equal("chart.not-your-patient", (await Of(await db.People.DoctorAsync(scene.Organization)).ChartAsync(scene.Patient, Ct)).Error?.Code); // it asks dietitians and nobody else

        Assert.Null((await Of(scene.Dietitian).AcceptConsultAsync(scene.Patient, form.Id, Ct)).Error);
        Assert.Equal(NutritionErrors.AlreadyAccepted, (await Of(colleague).AcceptConsultAsync(scene.Patient, form.Id, Ct)).Error);
        await WeighAsync(scene.Patient, scene.Organization, 0, 60, 170);
        Assert.Null((await AssessAsync(scene.Nurse, scene.Patient, 0, false, "Steady, says the patient")).Error);
        Assert.True((await ChartAsync(scene.Nurse, scene.Patient)).Open is { Status: ConsultStatus.Accepted }); // a nurse's screening answers nothing
        Assert.Null((await AssessAsync(scene.Dietitian, scene.Patient, null, false)).Error); // incomplete
        Assert.NotNull((await ChartAsync(scene.Nurse, scene.Patient)).Open);
        db.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await AssessAsync(scene.Dietitian, scene.Patient, 0, false, "Steady, says the patient")).Error);

        var chart = await ChartAsync(scene.Nurse, scene.Patient);
        Assert.Null(chart.Open);
        Assert.Equal((ConsultStatus.Done, "Kemi Balogun", "Kemi Balogun"), (chart.Consults[0].Status, chart.Consults[0].AcceptedBy, chart.Consults[0].ClosedBy));
        Assert.Empty(await Of(scene.Dietitian).ConsultsAsync(false, Ct));
        Assert.Single(await Of(scene.Dietitian).ConsultsAsync(true, Ct));
        Assert.Equal(2, await SuccessesAsync(scene, Permission.AnswerNutritionConsult, Permission.RequestNutritionConsult));

        // The days after a visit, for whoever was asked; then it is over.
        db.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Null((await Of(colleague).ChartAsync(scene.Patient, Ct)).Error);
        db.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("chart.not-your-patient", (await Of(colleague).ChartAsync(scene.Patient, Ct)).Error?.Code);
        Assert.Empty(await colleague.Doors.OpenableAsync(Permission.ViewNutrition, [scene.Patient], Ct));
    }

    [Fact]
    public async Task A_declined_consult_says_why_and_a_withdrawn_one_closes_the_chart_at_once()
    {
        var scene = await SceneAsync();
        var first = await AskedAsync(scene);
        Assert.Equal("Reason", (await Of(scene.Dietitian).DeclineConsultAsync(scene.Patient, new() { ConsultId = first }, Ct)).Error?.Field);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Of(scene.Nurse).DeclineConsultAsync(scene.Patient, new() { ConsultId = first, Reason = "No" }, Ct));
        Assert.Null((await Of(scene.Dietitian).DeclineConsultAsync(scene.Patient, new() { ConsultId = first, Reason = "The kitchen does it" }, Ct)).Error);
        Assert.Equal("nutrition.consult-closed", (await Of(scene.Dietitian).AcceptConsultAsync(scene.Patient, first, Ct)).Error?.Code);
        Assert.Equal((ConsultStatus.Declined, "The kitchen does it"), (await ChartAsync(scene.Nurse, scene.Patient)).Consults is [var declined] ? (declined.Status, declined.ClosedReason) : default);

        var second = await db.Given.PatientOfAsync(scene.Nurse);
        var wrong = new RequestConsultForm { Reason = "Eats little" };
        Assert.Null((await Of(scene.Nurse).RequestConsultAsync(second.Id, wrong, Ct)).Error);
        Assert.Null((await Of(scene.Dietitian).ChartAsync(second.Id, Ct)).Error);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Of(scene.Dietitian).WithdrawConsultAsync(second.Id, new() { ConsultId = wrong.Id, Reason = "x" }, Ct));
        Assert.Null((await Of(scene.Nurse).WithdrawConsultAsync(second.Id, new() { ConsultId = wrong.Id, Reason = "Wrong patient" }, Ct)).Error);
        Assert.Equal("chart.not-your-patient", (await Of(scene.Dietitian).ChartAsync(second.Id, Ct)).Error?.Code);
        Assert.DoesNotContain(await Of(scene.Dietitian).ConsultsAsync(true, Ct), row => row.PatientId == second.Id);
    }

    [Fact]
    public async Task Whom_a_patient_keeps_out_does_not_see_the_consult()
    {
        var scene = await SceneAsync();
        await AskedAsync(scene);
        await db.AddAsync(scene.Organization, Consent.Give(Guid.NewGuid(), scene.Organization, scene.Patient, ConsentScope.KeepOutPerson, scene.Dietitian.StaffMemberId, null, db.Now.AddDays(-1), null, scene.Nurse.UserId, "Said so").Value);
        Assert.Empty(await Of(scene.Dietitian).ConsultsAsync(true, Ct));
        Assert.Equal(0, (await Of(scene.Dietitian).FiguresAsync(Ct)).Consults);
        Assert.Equal(ChartErrors.KeptOut, (await Of(scene.Dietitian).ChartAsync(scene.Patient, Ct)).Error);
        Assert.Single(await Of(await db.People.DietitianAsync(scene.Organization)).ConsultsAsync(true, Ct));
    }

    [Fact]
    public async Task The_loss_is_proposed_from_the_highest_weight_of_three_to_six_months_ago()
    {
        var scene = await SceneAsync();
        await WeighAsync(scene.Patient, scene.Organization, 200, 90, 200); // more than six months
        await WeighAsync(scene.Patient, scene.Organization, 150, 84.3m);
        var struck = await WeighAsync(scene.Patient, scene.Organization, 140, 95);
        await WeighAsync(scene.Patient, scene.Organization, 120, 84);
        await WeighAsync(scene.Patient, scene.Organization, 40, 86); // less than three months
        await db.ArrangeAsync(scene.Organization, async look => (await look.VitalSigns.SingleAsync(v => v.Id == struck)).MarkInError("Wrong scale", db.Now, scene.Nurse.UserId));
        var early = await ChartAsync(scene.Nurse, scene.Patient);
        Assert.Equal((86m, false, 84.3m, null), (early.Weight!.Value, early.WeightIsRecent, early.PastWeight!.Value, early.LossProposed));
        Assert.Equal([MustInput.Weight, MustInput.WeightLoss, MustInput.AcuteIllness], early.MustWith(null, null).Missing);

        await WeighAsync(scene.Patient, scene.Organization, 0, 80);
        var chart = await ChartAsync(scene.Nurse, scene.Patient);
        Assert.Equal((80m, true, 200m, 20.0m, BmiClass.Normal, 84.3m, 5.1m), (chart.Weight!.Value, chart.WeightIsRecent, chart.Height!.Value, chart.Bmi!.Value, chart.Bmi.Class, chart.PastWeight!.Value, chart.LossProposed));
        Assert.Equal([80m, 86m, 84m, 84.3m, 90m], chart.Weights.Select(w => w.Value));

        var form = Form(chart, 5.1m, false);
        Assert.Null((await Of(scene.Nurse).AssessAsync(scene.Patient, form, Ct)).Error);
        Assert.Null((await Of(scene.Nurse).AssessAsync(scene.Patient, form, Ct)).Error); // the same press
        var row = Assert.Single((await ChartAsync(scene.Nurse, scene.Patient)).Assessments);
        Assert.Equal((MustStatus.Scored, 2, MustRisk.High, 1, 1, 0, Must.Rule, "Joy Okafor", db.Now), (row.Status, row.Score, row.Risk, row.BmiPoints, row.LossPoints, row.AcutePoints, row.Rule, row.By, row.AssessedAt));
        Assert.Equal((80m, 200m, 84.3m, 5.1m, 5.1m, null, false), (row.Weight, row.Height, row.PastWeight, row.LossProposed, row.LossPercent, row.LossReason, row.AcutelyIll));

        Assert.Equal(NutritionErrors.LossNeedsReason, (await Of(scene.Nurse).AssessAsync(scene.Patient, Form(chart, 0, false), Ct)).Error);
        db.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await Of(scene.Nurse).AssessAsync(scene.Patient, Form(chart, 0, false, "Planned, on a diet"), Ct)).Error);
        Assert.Equal((1, "Planned, on a diet"), ((await ChartAsync(scene.Nurse, scene.Patient)).Latest!.Score, (await ChartAsync(scene.Nurse, scene.Patient)).Latest!.LossReason));
    }

    [Fact]
    public async Task An_assessment_is_made_of_the_measurements_that_were_shown()
    {
        var scene = await SceneAsync();
        await WeighAsync(scene.Patient, scene.Organization, 1, 60, 170);
        var shown = await ChartAsync(scene.Nurse, scene.Patient);
        await WeighAsync(scene.Patient, scene.Organization, 0, 58);
        Assert.Equal(NutritionErrors.MeasuresChanged, (await Of(scene.Nurse).AssessAsync(scene.Patient, Form(shown, 0, false, "Said"), Ct)).Error);
        Assert.Equal(NutritionErrors.MeasuresChanged, (await Of(scene.Nurse).AssessAsync(scene.Patient, new() { LossPercent = 0, LossReason = "Said", AcutelyIll = false }, Ct)).Error);
        Assert.Null((await Of(scene.Nurse).AssessAsync(scene.Patient, Form(await ChartAsync(scene.Nurse, scene.Patient), 0, false, "Said"), Ct)).Error);
        Assert.Equal(58m, (await ChartAsync(scene.Nurse, scene.Patient)).Latest!.Weight);

        // A weight that is too old to count is not an input.
        db.Clock.Advance(TimeSpan.FromDays(31));
        await db.Given.TreatsAsync(scene.Doctor, scene.Patient);
        var late = await ChartAsync(scene.Doctor, scene.Patient);
        Assert.False(late.WeightIsRecent);
        Assert.Null((await Of(scene.Doctor).AssessAsync(scene.Patient, Form(late, 0, false, "Said"), Ct)).Error);
        var incomplete = (await ChartAsync(scene.Doctor, scene.Patient)).Latest!;
        Assert.Equal((MustStatus.Incomplete, null, null), (incomplete.Status, incomplete.Score, incomplete.Risk));
        Assert.Equal([MustInput.Weight], incomplete.Missing);
    }

    [Fact]
    public async Task Children_and_pregnant_women_have_no_score_and_a_sentence_instead()
    {
        var scene = await SceneAsync();
        var child = await db.Given.PatientAsync(scene.Organization, birthDate: DateOnly.FromDateTime(db.Now).AddYears(-18).AddDays(1));
        var grown = await db.Given.PatientAsync(scene.Organization, birthDate: DateOnly.FromDateTime(db.Now).AddYears(-18));
        var pregnant = await db.Given.PatientAsync(scene.Organization);
        await db.Given.TreatsAsync(scene.Nurse, child.Id, grown.Id, pregnant.Id);
        await db.AddAsync(scene.Organization, new Pregnancy(Guid.NewGuid(), scene.Organization, pregnant.Id, DateOnly.FromDateTime(db.Now).AddDays(60), null, scene.Nurse.UserId, db.Now));
        foreach (var id in new[] { child.Id, grown.Id, pregnant.Id })
        {
            await WeighAsync(id, scene.Organization, 0, 60, 170);
        }

        var (ofChild, ofGrown, ofPregnant) = (await ChartAsync(scene.Nurse, child.Id), await ChartAsync(scene.Nurse, grown.Id), await ChartAsync(scene.Nurse, pregnant.Id));
        Assert.Equal((17, null, 18, 20.8m), (ofChild.AgeYears, ofChild.Bmi, ofGrown.AgeYears, ofGrown.Bmi?.Value));
        Assert.Equal((true, null), (ofPregnant.Pregnant, ofPregnant.Bmi));
        Assert.Equal("Summary", (await Of(scene.Nurse).AssessAsync(child.Id, Form(ofChild, null, null), Ct)).Error?.Field);
        Assert.Equal(NutritionErrors.NeedsSummary, (await Of(scene.Nurse).AssessAsync(pregnant.Id, Form(ofPregnant, null, null), Ct)).Error);
        var form = Form(ofChild, null, null);
        form.Summary = "Grows along the 50th centile";
        Assert.Null((await Of(scene.Nurse).AssessAsync(child.Id, form, Ct)).Error);
        var row = (await ChartAsync(scene.Nurse, child.Id)).Latest!;
        Assert.Equal((MustStatus.NotApplicable, null, "Grows along the 50th centile"), (row.Status, row.Score, row.Summary));
        Assert.Null((await Of(scene.Nurse).AssessAsync(grown.Id, Form(ofGrown, 0, false, "Said"), Ct)).Error);
    }

    [Fact]
    public async Task A_struck_assessment_counts_for_nothing_and_its_consult_waits_again()
    {
        var scene = await SceneAsync();
        var consult = await AskedAsync(scene);
        await WeighAsync(scene.Patient, scene.Organization, 0, 45, 170);
        Assert.Null((await AssessAsync(scene.Dietitian, scene.Patient, 0, false, "Said")).Error);
        var risk = Assert.Single(await Of(scene.Dietitian).HighRiskAsync(Ct));
        Assert.Equal((scene.Patient, 2, "Kemi Balogun"), (risk.PatientId, risk.Score, risk.By));
        Assert.Equal(1, (await Of(scene.Dietitian).FiguresAsync(Ct)).HighRisk);
        var made = (await ChartAsync(scene.Nurse, scene.Patient)).Latest!;

        Assert.Equal("Reason", (await Of(scene.Dietitian).MarkInErrorAsync(scene.Patient, new() { AssessmentId = made.Id }, Ct)).Error?.Field);
        Assert.Equal(NutritionErrors.NotYours, (await Of(scene.Nurse).MarkInErrorAsync(scene.Patient, new() { AssessmentId = made.Id, Reason = "x" }, Ct)).Error);
        Assert.Null((await Of(scene.Dietitian).MarkInErrorAsync(scene.Patient, new() { AssessmentId = made.Id, Reason = "Next bed's weight" }, Ct)).Error);
        Assert.Equal(NutritionErrors.AlreadyInError, (await Of(scene.Dietitian).MarkInErrorAsync(scene.Patient, new() { AssessmentId = made.Id, Reason = "x" }, Ct)).Error);
        var chart = await ChartAsync(scene.Nurse, scene.Patient);
        Assert.Equal((null, consult, ConsultStatus.Accepted), (chart.Latest, chart.Open!.Id, chart.Open.Status));
        Assert.Equal((false, "Next bed's weight", "Kemi Balogun"), chart.Assessments is [var struck] ? (struck.Counts, struck.ErrorReason, struck.ErrorBy) : default);
        Assert.Empty(await Of(scene.Dietitian).HighRiskAsync(Ct));

        // Asked anew in between: the old one stays done.
        Assert.Null((await AssessAsync(scene.Dietitian, scene.Patient, 0, false, "Said")).Error);
        var again = (await ChartAsync(scene.Nurse, scene.Patient)).Latest!;
        var newer = await AskedAsync(scene);
        Assert.Null((await Of(scene.Dietitian).MarkInErrorAsync(scene.Patient, new() { AssessmentId = again.Id, Reason = "Twice" }, Ct)).Error);
        Assert.Equal(newer, (await ChartAsync(scene.Nurse, scene.Patient)).Open!.Id);
        Assert.Equal(1, await db.LookAsync(scene.Organization, look => look.NutritionConsults.CountAsync(c => c.ClosedAt == null)));
    }

    [Fact]
    public async Task Emergency_access_asks_no_dietitian_and_reopens_no_consult()
    {
        var scene = await SceneAsync();
        var outside = await db.People.DietitianAsync(scene.Organization);
        var nurse = await db.People.NurseAsync(scene.Organization);
        async Task GrantAsync(ActingPerson person) => await db.AddAsync(scene.Organization,
            new EmergencyGrant(Guid.CreateVersion7(), scene.Organization, scene.Patient, person.UserId, EmergencyReason.UrgentCare, null, StepUpKind.Password, db.Now, 60));
        await GrantAsync(nurse);
        Assert.Equal(NutritionErrors.UnderEmergency, (await Of(nurse).RequestConsultAsync(scene.Patient, new() { Reason = "Eats little" }, Ct)).Error);
        Assert.Equal("chart.not-your-patient", (await Of(outside).ChartAsync(scene.Patient, Ct)).Error?.Code);

        await AskedAsync(scene);
        await WeighAsync(scene.Patient, scene.Organization, 0, 45, 170);
        Assert.Null((await AssessAsync(scene.Dietitian, scene.Patient, 0, false, "Said")).Error);
        var made = (await ChartAsync(scene.Dietitian, scene.Patient)).Latest!.Id;
        db.Clock.Advance(TimeSpan.FromDays(31));
        await GrantAsync(outside);
        Assert.Null((await Of(outside).MarkInErrorAsync(scene.Patient, new() { AssessmentId = made, Reason = "x" }, Ct)).Error);
        Assert.Equal(0, await db.LookAsync(scene.Organization, look => look.NutritionConsults.CountAsync(c => c.ClosedAt == null)));
        Assert.Equal("chart.not-your-patient", (await Of(scene.Dietitian).ChartAsync(scene.Patient, Ct)).Error?.Code);
    }

    [Theory]
    [InlineData(29, false, 1)]
    [InlineData(31, false, 0)]
    [InlineData(1, true, 0)]
    public async Task Only_a_consult_of_lately_is_reopened_and_none_of_the_dead(int daysLater, bool died, int open)
    {
        var scene = await SceneAsync();
        await AskedAsync(scene);
        await WeighAsync(scene.Patient, scene.Organization, 0, 45, 170);
        Assert.Null((await AssessAsync(scene.Dietitian, scene.Patient, 0, false, "Said")).Error);
        var made = (await ChartAsync(scene.Dietitian, scene.Patient)).Latest!.Id;
        db.Clock.Advance(TimeSpan.FromDays(daysLater));
        await db.Given.TreatsAsync(scene.Dietitian, scene.Patient);
        if (died)
        {
            await db.ArrangeAsync(scene.Organization, async look => (await look.Patients.SingleAsync(p => p.Id == scene.Patient)).RecordDeath(db.Now));
        }

        Assert.Null((await Of(scene.Dietitian).MarkInErrorAsync(scene.Patient, new() { AssessmentId = made, Reason = "x" }, Ct)).Error);
        Assert.Equal(open, await db.LookAsync(scene.Organization, look => look.NutritionConsults.CountAsync(c => c.ClosedAt == null)));
    }

    [Fact]
    public async Task The_lists_show_no_clinical_words_of_a_restricted_chart()
    {
        var scene = await SceneAsync();
        await AskedAsync(scene);
        await WeighAsync(scene.Patient, scene.Organization, 0, 45, 170);
        Assert.Null((await AssessAsync(scene.Nurse, scene.Patient, 0, false, "Said")).Error);
        await db.ArrangeAsync(scene.Organization, async look => (await look.Patients.SingleAsync(p => p.Id == scene.Patient)).Restrict(ChartRestriction.Psychiatric, db.Now, scene.Nurse.UserId));
        var (consult, risk) = (Assert.Single(await Of(scene.Dietitian).ConsultsAsync(true, Ct)), Assert.Single(await Of(scene.Dietitian).HighRiskAsync(Ct)));
        Assert.Equal((scene.Patient, true, null), (consult.PatientId, consult.IsRestricted, consult.Reason));
        Assert.Equal((scene.Patient, null), (risk.PatientId, risk.Score));
    }

    [Fact]
    public async Task A_height_of_the_child_is_not_one_of_the_adult()
    {
        var scene = await SceneAsync();
        var today = DateOnly.FromDateTime(db.Now);
        var grown = (await db.Given.PatientAsync(scene.Organization, birthDate: today.AddYears(-18).AddDays(-10))).Id;
        await db.Given.TreatsAsync(scene.Nurse, grown);
        await WeighAsync(grown, scene.Organization, 12, 50, 150);
        await WeighAsync(grown, scene.Organization, 1, 60);
        var chart = await ChartAsync(scene.Nurse, grown);
        Assert.Equal((18, null, null, 60m), (chart.AgeYears, chart.Height, chart.Bmi, chart.Weight!.Value));
        await WeighAsync(grown, scene.Organization, 8, 59, 172);
        Assert.Equal(172m, (await ChartAsync(scene.Nurse, grown)).Height!.Value);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(10, true)] // ended before: it speaks of another one
    [InlineData(5, false)]
    [InlineData(2, false)]
    public async Task A_set_that_says_pregnant_counts_until_the_end_is_recorded(int? endedDaysAgo, bool pregnant)
    {
        var scene = await SceneAsync();
        var (id, at, today) = (Guid.NewGuid(), db.Now.AddDays(-5), DateOnly.FromDateTime(db.Now));
        await db.AddAsync(scene.Organization, VitalSigns.Record(id, scene.Organization, scene.Patient, null, new VitalValues { Respiration = 16, Pulse = 80 }, 30, true, at, at, scene.Nurse.UserId));
        if (endedDaysAgo is { } days)
        {
            var over = new Pregnancy(Guid.NewGuid(), scene.Organization, scene.Patient, today.AddDays(20), null, scene.Nurse.UserId, db.Now.AddDays(-100));
            Assert.Null(over.End(PregnancyOutcome.LiveBirth, today.AddDays(-days)).Error);
            await db.AddAsync(scene.Organization, over);
        }

        Assert.Equal(pregnant, (await ChartAsync(scene.Nurse, scene.Patient)).Pregnant);
    }

    [Fact]
    public async Task High_risk_is_by_the_newest_score_of_patients_in_ones_care()
    {
        var scene = await SceneAsync();
        await AskedAsync(scene);
        await WeighAsync(scene.Patient, scene.Organization, 0, 45, 170);
        Assert.Null((await AssessAsync(scene.Nurse, scene.Patient, 0, false, "Said")).Error);
        Assert.Single(await Of(scene.Dietitian).HighRiskAsync(Ct));
        db.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null((await AssessAsync(scene.Nurse, scene.Patient, null, null)).Error); // incomplete says nothing
        Assert.Single(await Of(scene.Dietitian).HighRiskAsync(Ct));
        await WeighAsync(scene.Patient, scene.Organization, 0, 60);
        db.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null((await AssessAsync(scene.Nurse, scene.Patient, 0, false, "Said")).Error);
        Assert.Empty(await Of(scene.Dietitian).HighRiskAsync(Ct));

        var stranger = await db.Given.PatientOfAsync(scene.Nurse); // not in the dietitian's care
        await WeighAsync(stranger.Id, scene.Organization, 0, 45, 170);
        Assert.Null((await AssessAsync(scene.Nurse, stranger.Id, 0, false, "Said")).Error);
        Assert.Empty(await Of(scene.Dietitian).HighRiskAsync(Ct));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Of(scene.Nurse).HighRiskAsync(Ct));
    }

    [Fact]
    public async Task Outside_the_care_and_outside_the_house_nothing_is_seen_or_changed()
    {
        var scene = await SceneAsync();
        var consult = await AskedAsync(scene);
        var other = await db.People.NurseAsync(scene.Organization);
        var stranger = await db.People.DoctorAsync(await db.Given.OrganizationAsync());
        foreach (var (person, code) in new[] { (other, "chart.not-your-patient"), (stranger, "not-found") })
        {
            Assert.Equal(code, (await Of(person).ChartAsync(scene.Patient, Ct)).Error?.Code);
            Assert.Equal(code, (await Of(person).AssessAsync(scene.Patient, new() { AcutelyIll = true }, Ct)).Error?.Code);
            Assert.Equal(code, (await Of(person).RequestConsultAsync(scene.Patient, new() { Reason = "x" }, Ct)).Error?.Code);
            Assert.Equal(code, (await Of(person).WithdrawConsultAsync(scene.Patient, new() { ConsultId = consult, Reason = "x" }, Ct)).Error?.Code);
        }

        var desk = await db.People.ReceptionistAsync(scene.Organization);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Of(desk).ChartAsync(scene.Patient, Ct));
        var next = await db.Given.PatientOfAsync(scene.Nurse);
        Assert.Equal("not-found", (await Of(scene.Nurse).WithdrawConsultAsync(next.Id, new() { ConsultId = consult, Reason = "x" }, Ct)).Error?.Code); // of another chart
        Assert.Equal((0, 1), await db.LookAsync(scene.Organization, async look => (await look.NutritionAssessments.CountAsync(), await look.NutritionConsults.CountAsync(c => c.Status == ConsultStatus.Requested))));
    }

    [Fact]
    public async Task For_the_dead_nothing_is_asked_or_assessed()
    {
        var scene = await SceneAsync();
        await db.ArrangeAsync(scene.Organization, async look => (await look.Patients.SingleAsync(p => p.Id == scene.Patient)).RecordDeath(db.Now.AddHours(-1)));
        Assert.Equal(NutritionErrors.AfterDeath, (await Of(scene.Nurse).RequestConsultAsync(scene.Patient, new() { Reason = "x" }, Ct)).Error);
        Assert.Equal(NutritionErrors.AfterDeath, (await Of(scene.Nurse).AssessAsync(scene.Patient, new() { AcutelyIll = true }, Ct)).Error);
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_one_does_and_of_many_who_accept_one_does()
    {
        var scene = await SceneAsync();
        var asked = await AtOnceAsync(60, i => Of(i % 2 == 0 ? scene.Nurse : scene.Doctor).RequestConsultAsync(scene.Patient, new() { Reason = "Eats little" }, Ct));
        Assert.Equal(1, asked.Count(code => code is null));
        Assert.All(asked.Where(code => code is not null), code => Assert.Equal(NutritionErrors.AlreadyOpen.Code, code));
        var consult = await db.LookAsync(scene.Organization, look => look.NutritionConsults.Select(c => c.Id).SingleAsync());
        var colleague = await db.People.DietitianAsync(scene.Organization);
        var accepted = await AtOnceAsync(60, i => Of(i % 2 == 0 ? scene.Dietitian : colleague).AcceptConsultAsync(scene.Patient, consult, Ct));
        Assert.Equal(1, accepted.Count(code => code is null));
        Assert.Equal(2, await SuccessesAsync(scene, Permission.AnswerNutritionConsult, Permission.RequestNutritionConsult));
    }

    [Fact]
    public async Task The_database_refuses_what_cannot_be()
    {
        var scene = await SceneAsync();
        await AskedAsync(scene);
        async Task RefusedAsync(object row, Action<Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry>? spoil = null) => await Assert.ThrowsAnyAsync<Exception>(() => db.ArrangeAsync(scene.Organization, look =>
        {
            spoil?.Invoke(look.Add(row));
            if (spoil is null)
            {
                look.Add(row);
            }

            return Task.CompletedTask;
        }));

        NutritionConsult Consult(Guid patient) => new(Guid.NewGuid(), scene.Organization, patient, "x", ConsultUrgency.Routine, db.Now, scene.Nurse.UserId);
        await RefusedAsync(Consult(scene.Patient)); // a second open one
        var free = (await db.Given.PatientAsync(scene.Organization)).Id;
        await RefusedAsync(Consult(free), entry => entry.Property(nameof(NutritionConsult.Status)).CurrentValue = ConsultStatus.Done);
        await RefusedAsync(Consult(free), entry => entry.Property(nameof(NutritionConsult.Status)).CurrentValue = ConsultStatus.Accepted);

        NutritionAssessment Assessment() => NutritionAssessment.Make(Guid.NewGuid(), scene.Organization, free, null, new(40, false, null, null, null, null, null, null, true), null, db.Now, scene.Nurse.UserId).Value;
        await RefusedAsync(Assessment(), entry => entry.Property(nameof(NutritionAssessment.Score)).CurrentValue = 2); // incomplete with a score
        await RefusedAsync(Assessment(), entry => (entry.Property(nameof(NutritionAssessment.Status)).CurrentValue, entry.Property(nameof(NutritionAssessment.AgeYears)).CurrentValue) = (MustStatus.Incomplete, 17));
        await RefusedAsync(Assessment(), entry => entry.Property(nameof(NutritionAssessment.LossPercent)).CurrentValue = 5m); // from nowhere
        await RefusedAsync(Assessment(), entry => entry.Property(nameof(NutritionAssessment.EnteredInErrorAt)).CurrentValue = db.Now);
        await db.AddAsync(scene.Organization, Consult(free), Assessment());
    }

    private sealed record Scene(Guid Organization, Guid Patient, ActingPerson Nurse, ActingPerson Doctor, ActingPerson Dietitian);

    private async Task<Scene> SceneAsync()
    {
        var organization = await db.Given.OrganizationAsync();
        var scene = new Scene(organization, (await db.Given.PatientAsync(organization)).Id, await db.People.NurseAsync(organization, "Joy Okafor"), await db.People.DoctorAsync(organization, "Dr Ada Obi"),
            await db.People.DietitianAsync(organization, "Kemi Balogun"));
        await db.Given.TreatsAsync(scene.Nurse, scene.Patient);
        await db.Given.TreatsAsync(scene.Doctor, scene.Patient);
        return scene;
    }

    private async Task<Guid> AskedAsync(Scene scene)
    {
        var form = new RequestConsultForm { Reason = "Eats little" };
        Assert.Null((await Of(scene.Nurse).RequestConsultAsync(scene.Patient, form, Ct)).Error);
        return form.Id;
    }

    private async Task<Guid> WeighAsync(Guid patient, Guid organization, int daysAgo, decimal kilograms, decimal? centimetres = null)
    {
        var (id, at) = (Guid.NewGuid(), db.Now.AddDays(-daysAgo));
        await db.AddAsync(organization, VitalSigns.Record(id, organization, patient, null, new VitalValues { Weight = kilograms, Height = centimetres }, 40, false, at, at, db.As(Role.ItSupport).UserId));
        return id;
    }

    private static NutritionService Of(ActingPerson person) => person.Service<NutritionService>();

    private static async Task<NutritionChart> ChartAsync(ActingPerson person, Guid patient)
    {
        var chart = await Of(person).ChartAsync(patient, Ct);
        Assert.Null(chart.Error);
        return chart.Value;
    }

    private static AssessNutritionForm Form(NutritionChart chart, decimal? loss, bool? ill, string? reason = null) =>
        new() { WeightSetId = chart.WeightIsRecent ? chart.Weight?.SetId : null, HeightSetId = chart.Height?.SetId, LossPercent = loss, AcutelyIll = ill, LossReason = reason };

    private static async Task<Result> AssessAsync(ActingPerson person, Guid patient, decimal? loss, bool? ill, string? reason = null) => await Of(person).AssessAsync(patient, Form(await ChartAsync(person, patient), loss, ill, reason), Ct);

    private Task<int> SuccessesAsync(Scene scene, params Permission[] permissions)
    {
        var codes = permissions.Select(permission => permission.ToString()).ToList();
        return db.LookAsync(scene.Organization, look => look.AuditEvents.CountAsync(e => codes.Contains(e.EventCode) && e.Outcome == AuditOutcome.Success));
    }

    private static async Task<string?[]> AtOnceAsync(int count, Func<int, Task<Result>> act)
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
}

public sealed class NutritionServiceOnSqlite(SqliteDatabase db) : NutritionServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class NutritionServiceOnPostgres(PostgresDatabase db) : NutritionServiceTests(db), IClassFixture<PostgresDatabase>;
