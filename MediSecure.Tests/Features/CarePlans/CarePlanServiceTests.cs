using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.CarePlans;
using MediSecure.Data.Features.Carers;
using MediSecure.Data.Features.EmergencyAccess;
using MediSecure.Data.Features.Patients;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.CarePlans;

/// <summary>Plans, ticks and adherence, on the real services and a real database.</summary>
public abstract class CarePlanServiceTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task A_draft_becomes_a_plan_that_the_patient_sees_and_each_step_stays_in_its_history()
    {
        var scene = await SceneAsync();
        var form = new StartPlanForm { Title = "Eating well", FollowUpOn = scene.Today.AddDays(20) };
        Assert.Null((await Of(scene.Dietitian).StartAsync(scene.Patient, form, Ct)).Error);
        Assert.Null((await Of(scene.Dietitian).StartAsync(scene.Patient, form, Ct)).Error); // the same press
        Assert.Equal(CarePlanErrors.FollowUpPast, (await Of(scene.Dietitian).StartAsync(scene.Patient, new() { Title = "x", FollowUpOn = scene.Today.AddDays(-1) }, Ct)).Error);
        Assert.Empty((await Of(scene.Own).OfPatientAsync(scene.Patient, Ct)).Value);
        Assert.Null((await Of(scene.Own).CurrentAsync(scene.Patient, null, Ct)).Value);
        Assert.Equal(CarePlanErrors.NothingToDo, (await Of(scene.Dietitian).ActivateAsync(scene.Patient, form.Id, Ct)).Error);

        Assert.Null((await Of(scene.Dietitian).AddGoalAsync(scene.Patient, new() { PlanId = form.Id, Text = "Gain weight", Target = 62.50m, Unit = "kg", TargetOn = scene.Today.AddDays(60) }, Ct)).Error);
        Assert.Equal(CarePlanErrors.TargetNeedsUnit, (await Of(scene.Dietitian).AddGoalAsync(scene.Patient, new() { PlanId = form.Id, Text = "x", Target = 1 }, Ct)).Error);
        Assert.Equal(CarePlanErrors.TargetTooExact, (await Of(scene.Dietitian).AddGoalAsync(scene.Patient, new() { PlanId = form.Id, Text = "x", Target = 1.001m, Unit = "kg" }, Ct)).Error);
        Assert.Equal(CarePlanErrors.BeginsInThePast, (await Of(scene.Dietitian).AddActivityAsync(scene.Patient, new() { PlanId = form.Id, Text = "Walk", Times = 1, FromOn = scene.Today.AddDays(-1) }, Ct)).Error);
        var walk = await AddAsync(scene, form.Id, "Walk", 2);
        Assert.Null((await Of(scene.Dietitian).ActivateAsync(scene.Patient, form.Id, Ct)).Error);
        Assert.Equal("care-plan.not-now", (await Of(scene.Dietitian).ActivateAsync(scene.Patient, form.Id, Ct)).Error?.Code);

        var own = (await Of(scene.Own).CurrentAsync(scene.Patient, null, Ct)).Value!;
        Assert.Equal(("Eating well", CarePlanStatus.Active, scene.Today, scene.Today, "Kemi Balogun"), (own.Title, own.Status, own.Today, own.Day, own.Responsible));
        Assert.Equal([scene.Today], own.Days);
        Assert.Equal((walk, "Walk", 2, 0), own.ToDo is [var row] ? (row.ActivityId, row.Text, row.TimesOnADay, row.Done.Count) : default);
        Assert.Equal((0, 0, null), (own.LastWeek.Done, own.LastWeek.Due, own.LastWeek.Percent));

        var read = Assert.Single((await Of(scene.Nurse).OfPatientAsync(scene.Patient, Ct)).Value);
        Assert.Equal(62.5m, Assert.Single(read.Goals).Target);
        var edit = new EditPlanForm { PlanId = form.Id, Version = read.Version, Title = "Eating better", FollowUpOn = scene.Today.AddDays(30) };
        db.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await Of(scene.Dietitian).EditAsync(scene.Patient, edit, Ct)).Error);
        Assert.Equal(Error.Stale, (await Of(scene.Dietitian).EditAsync(scene.Patient, edit, Ct)).Error);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Of(scene.Nurse).EditAsync(scene.Patient, edit, Ct));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Of(scene.Own).HoldAsync(scene.Patient, new() { PlanId = form.Id, Reason = "x" }, Ct));

        db.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await Of(scene.Dietitian).HoldAsync(scene.Patient, new() { PlanId = form.Id, Reason = "Operation" }, Ct)).Error);
        own = (await Of(scene.Own).CurrentAsync(scene.Patient, null, Ct)).Value!;
        Assert.Equal((CarePlanStatus.OnHold, "Operation", 0), (own.Status, own.StatusReason, own.ToDo.Count));
        Assert.Equal(CarePlanErrors.NotActive, (await Of(scene.Own).TickAsync(scene.Patient, new() { ActivityId = walk, DoneOn = scene.Today }, Ct)).Error);
        Assert.Null((await Of(scene.Dietitian).ResumeAsync(scene.Patient, form.Id, Ct)).Error);
        Assert.Null((await Of(scene.Own).TickAsync(scene.Patient, new() { ActivityId = walk, DoneOn = scene.Today }, Ct)).Error); // held and resumed on one day
        Assert.Null((await Of(scene.Dietitian).CloseGoalAsync(scene.Patient, new() { GoalId = read.Goals[0].Id, Achieved = true }, Ct)).Error);
        Assert.Equal(CarePlanErrors.GoalClosed, (await Of(scene.Dietitian).CloseGoalAsync(scene.Patient, new() { GoalId = read.Goals[0].Id }, Ct)).Error);
        db.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await Of(scene.Dietitian).CompleteAsync(scene.Patient, form.Id, Ct)).Error);
        Assert.Equal(CarePlanErrors.Ended, (await Of(scene.Dietitian).RevokeAsync(scene.Patient, new() { PlanId = form.Id, Reason = "x" }, Ct)).Error);
        Assert.Equal(CarePlanErrors.Ended, (await Of(scene.Dietitian).AddGoalAsync(scene.Patient, new() { PlanId = form.Id, Text = "x" }, Ct)).Error);

        var done = Assert.Single((await Of(scene.Own).OfPatientAsync(scene.Patient, Ct)).Value);
        Assert.Equal((CarePlanStatus.Completed, scene.Today, 1, 1), (done.Status, done.EndsOn, done.LastWeek!.Done, done.LastWeek.Due));
        Assert.Equal("Completed", done.Changes[0].What);
        Assert.Contains(done.Changes, change => change is { By: "Kemi Balogun" } && change.What.StartsWith("Title: Eating well → Eating better. Follow-up: ", StringComparison.Ordinal));
        Assert.Contains(done.Changes, change => change.What == "Put on hold: Operation");
        Assert.Equal(9, done.Changes.Count); // begun, goal, activity, activated, edited, held, resumed, goal reached, completed
        Assert.Equal(9, await SuccessesAsync(scene, Permission.EditCarePlan));
    }

    [Fact]
    public async Task One_plan_of_a_patient_is_active()
    {
        var scene = await SceneAsync();
        var (first, _) = await ActiveAsync(scene);
        var second = await DraftAsync(scene);
        Assert.Equal(CarePlanErrors.AlreadyActive, (await Of(scene.Dietitian).ActivateAsync(scene.Patient, second, Ct)).Error);
        Assert.Null((await Of(scene.Dietitian).HoldAsync(scene.Patient, new() { PlanId = first, Reason = "Other plan" }, Ct)).Error);
        Assert.Null((await Of(scene.Dietitian).ActivateAsync(scene.Patient, second, Ct)).Error);
        Assert.Equal(CarePlanErrors.AlreadyActive, (await Of(scene.Dietitian).ResumeAsync(scene.Patient, first, Ct)).Error);
        Assert.Equal(second, (await Of(scene.Own).CurrentAsync(scene.Patient, null, Ct)).Value!.Id);

        // By the database as well.
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.ArrangeAsync(scene.Organization, async look => (await look.CarePlans.SingleAsync(p => p.Id == first)).Resume()));
        var drafts = new List<Guid>();
        var other = await SceneAsync();
        for (var i = 0; i < 4; i++)
        {
            drafts.Add(await DraftAsync(other));
        }

        var results = await AtOnceAsync(60, i => Of(other.Dietitian).ActivateAsync(other.Patient, drafts[i % 4], Ct));
        Assert.Equal(1, results.Count(code => code is null));
        Assert.Equal(1, await db.LookAsync(other.Organization, look => look.CarePlans.CountAsync(p => p.Status == CarePlanStatus.Active)));
    }

    [Fact]
    public async Task Today_and_seven_days_before_can_be_ticked_and_nothing_else()
    {
        var scene = await SceneAsync();
        var (plan, walk) = await ActiveAsync(scene, times: 2);
        async Task<string?> TickAsync(int day, int ordinal = 1) => (await Of(scene.Own).TickAsync(scene.Patient, new() { ActivityId = walk, DoneOn = TodayOf(scene).AddDays(day), Ordinal = ordinal }, Ct)).Error?.Code;
        Assert.Equal(CarePlanErrors.NotDue.Code, await TickAsync(-1)); // before the plan's start
        db.Clock.Advance(TimeSpan.FromDays(9));
        Assert.Equal(CarePlanErrors.Future.Code, await TickAsync(1));
        Assert.Null(await TickAsync(0));
        Assert.Null(await TickAsync(0, 2));
        Assert.Equal(CarePlanErrors.NotDue.Code, await TickAsync(0, 3));
        Assert.Equal("Ordinal", (await Of(scene.Own).TickAsync(scene.Patient, new() { ActivityId = walk, DoneOn = TodayOf(scene), Ordinal = 0 }, Ct)).Error?.Field);
        Assert.Equal("DoneOn", (await Of(scene.Own).TickAsync(scene.Patient, new() { ActivityId = walk }, Ct)).Error?.Field);
        Assert.Null(await TickAsync(-7));
        Assert.Equal(CarePlanErrors.TooLongAgo.Code, await TickAsync(-8));
        Assert.Equal("not-found", (await Of(scene.Own).TickAsync(scene.Patient, new() { ActivityId = Guid.NewGuid(), DoneOn = TodayOf(scene) }, Ct)).Error?.Code);

        var own = (await Of(scene.Own).CurrentAsync(scene.Patient, TodayOf(scene).AddDays(-7), Ct)).Value!;
        Assert.Equal((TodayOf(scene).AddDays(-7), 8, 1), (own.Day, own.Days.Count, Assert.Single(own.ToDo[0].Done)));
        Assert.Equal(TodayOf(scene), (await Of(scene.Own).CurrentAsync(scene.Patient, TodayOf(scene).AddDays(-8), Ct)).Value!.Day);
        Assert.Equal(TodayOf(scene), (await Of(scene.Own).CurrentAsync(scene.Patient, DateOnly.MaxValue, Ct)).Value!.Day);
        Assert.Equal((2, 14, 14), (own.LastWeek.Done, own.LastWeek.Due, own.LastWeek.Percent)); // six days of two, and today's two
        Assert.Equal((3, 20), (own.LastFourWeeks.Done, own.LastFourWeeks.Due)); // nine days of two

        // Taking back is harmless when nothing is there.
        Assert.Null((await Of(scene.Own).UntickAsync(scene.Patient, new() { ActivityId = walk, DoneOn = TodayOf(scene), Ordinal = 2 }, Ct)).Error);
        Assert.Null((await Of(scene.Own).UntickAsync(scene.Patient, new() { ActivityId = walk, DoneOn = TodayOf(scene), Ordinal = 2 }, Ct)).Error);
        Assert.Equal(2, await TicksAsync(scene));
        Assert.Equal((1, 13), (await Of(scene.Nurse).OfPatientAsync(scene.Patient, Ct)).Value[0] is { LastWeek: { } week } ? (week.Done, week.Due) : default);

        // An activity that was ended keeps what was ticked; the next day it is not due.
        Assert.Null((await Of(scene.Dietitian).EndActivityAsync(scene.Patient, walk, Ct)).Error);
        db.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(CarePlanErrors.NotDue.Code, await TickAsync(0));
        Assert.Null(await TickAsync(-1, 2));
        Assert.Empty((await Of(scene.Own).CurrentAsync(scene.Patient, null, Ct)).Value!.ToDo);
        Assert.Null((await EndAsync(scene, plan)).Error);
        Assert.Equal(CarePlanErrors.NotActive.Code, await TickAsync(-1));
    }

    [Fact]
    public async Task Of_many_ticks_at_once_exactly_one_row_remains()
    {
        var scene = await SceneAsync();
        var (_, walk) = await ActiveAsync(scene);
        var carer = await CarerAsync(scene);
        var results = await AtOnceAsync(50, i => Of(i % 2 == 0 ? scene.Own : carer).TickAsync(scene.Patient, new() { ActivityId = walk, DoneOn = scene.Today }, Ct));
        Assert.All(results, code => Assert.Null(code));
        Assert.Equal(1, await TicksAsync(scene));
        Assert.Equal(1, await SuccessesAsync(scene, Permission.TickCarePlan));

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.AddAsync(scene.Organization, new PlanTick(Guid.NewGuid(), scene.Organization, scene.Patient, walk, scene.Today, 1, db.Now, scene.Own.UserId)));
        Assert.Null((await Of(scene.Own).UntickAsync(scene.Patient, new() { ActivityId = walk, DoneOn = scene.Today }, Ct)).Error);
        Assert.All(await AtOnceAsync(50, i => i % 2 == 0 ? Of(scene.Own).TickAsync(scene.Patient, new() { ActivityId = walk, DoneOn = scene.Today }, Ct)
            : Of(scene.Own).UntickAsync(scene.Patient, new() { ActivityId = walk, DoneOn = scene.Today }, Ct)), code => Assert.Null(code));
        Assert.InRange(await TicksAsync(scene), 0, 1);
    }

    [Fact]
    public async Task A_carer_ticks_for_the_patient_and_the_log_says_for_whom()
    {
        var scene = await SceneAsync();
        var (_, walk) = await ActiveAsync(scene, times: 2);
        var carer = await CarerAsync(scene);
        Assert.Null((await Of(carer).TickAsync(scene.Patient, new() { ActivityId = walk, DoneOn = scene.Today }, Ct)).Error);
        var row = (await Of(scene.Own).CurrentAsync(scene.Patient, null, Ct)).Value!.ToDo[0];
        Assert.Equal((1, true), (row.Done.Count, row.ByOther));
        Assert.Equal((carer.UserId, scene.Patient), await db.LookAsync(scene.Organization, look => look.AuditEvents.Where(e => e.EventCode == nameof(Permission.TickCarePlan) && e.Outcome == AuditOutcome.Success)
            .Select(e => new ValueTuple<Guid?, Guid?>(e.ActorUserId, e.OnBehalfOf)).SingleAsync()) is var (who, whom) ? (who!.Value, whom!.Value) : default);

        var stranger = await db.People.PatientAsync(scene.Organization);
        Assert.Equal("not-found", (await Of(stranger).TickAsync(scene.Patient, new() { ActivityId = walk, DoneOn = scene.Today }, Ct)).Error?.Code);
        Assert.Equal("not-found", (await Of(stranger).CurrentAsync(scene.Patient, null, Ct)).Error?.Code);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Of(scene.Dietitian).TickAsync(scene.Patient, new() { ActivityId = walk, DoneOn = scene.Today }, Ct));
        Assert.Equal(1, await TicksAsync(scene));
    }

    [Fact]
    public async Task Follow_ups_are_due_on_their_day_and_the_longest_overdue_come_first()
    {
        var scene = await SceneAsync();
        var (plan, _) = await ActiveAsync(scene, followUpIn: 2);
        Assert.Empty(await Of(scene.Dietitian).ReviewsAsync(Ct));
        db.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await Of(scene.Dietitian).ReviewsAsync(Ct));
        db.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((plan, 0), await Of(scene.Dietitian).ReviewsAsync(Ct) is [var due] ? (due.PlanId, due.DaysOverdue) : default);
        Assert.True((await Of(scene.Nurse).OfPatientAsync(scene.Patient, Ct)).Value[0].FollowUpIsDue);
        db.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(3, Assert.Single(await Of(scene.Dietitian).ReviewsAsync(Ct)).DaysOverdue);
        Assert.Empty(await Of(await db.People.DietitianAsync(scene.Organization)).ReviewsAsync(Ct)); // treats nobody here
        await Assert.ThrowsAsync<AccessDeniedException>(() => Of(scene.Nurse).ReviewsAsync(Ct));
        Assert.Null((await EndAsync(scene, plan)).Error);
        Assert.Empty(await Of(scene.Dietitian).ReviewsAsync(Ct));
    }

    [Fact]
    public async Task Who_is_responsible_for_a_plan_opens_the_chart_while_it_lasts_and_thirty_days_more()
    {
        var scene = await SceneAsync();
        var (plan, _) = await ActiveAsync(scene);
        db.Clock.Advance(TimeSpan.FromDays(90)); // what else there was between them is long over
        Assert.Null((await Of(scene.Dietitian).OfPatientAsync(scene.Patient, Ct)).Error);
        Assert.Equal("chart.not-your-patient", (await Of(await db.People.DietitianAsync(scene.Organization)).OfPatientAsync(scene.Patient, Ct)).Error?.Code);
        Assert.Null((await EndAsync(scene, plan)).Error);
        db.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Null((await Of(scene.Dietitian).OfPatientAsync(scene.Patient, Ct)).Error);
        db.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("chart.not-your-patient", (await Of(scene.Dietitian).OfPatientAsync(scene.Patient, Ct)).Error?.Code);
    }

    [Fact]
    public async Task Outside_the_care_and_outside_the_house_nothing_is_seen_or_changed()
    {
        var scene = await SceneAsync();
        var (plan, walk) = await ActiveAsync(scene);
        var other = await db.People.DietitianAsync(scene.Organization);
        var stranger = await db.People.DietitianAsync(await db.Given.OrganizationAsync());
        foreach (var (person, code) in new[] { (other, "chart.not-your-patient"), (stranger, "not-found") })
        {
            Assert.Equal(code, (await Of(person).OfPatientAsync(scene.Patient, Ct)).Error?.Code);
            Assert.Equal(code, (await Of(person).StartAsync(scene.Patient, new() { Title = "x" }, Ct)).Error?.Code);
            Assert.Equal(code, (await Of(person).CompleteAsync(scene.Patient, plan, Ct)).Error?.Code);
            Assert.Equal(code, (await Of(person).EndActivityAsync(scene.Patient, walk, Ct)).Error?.Code);
        }

        // A plan of one patient does not exist in the chart of another.
        var next = await db.Given.PatientOfAsync(scene.Dietitian);
        Assert.Equal("not-found", (await Of(scene.Dietitian).CompleteAsync(next.Id, plan, Ct)).Error?.Code);
        Assert.Equal("not-found", (await Of(scene.Dietitian).EndActivityAsync(next.Id, walk, Ct)).Error?.Code);
        await Assert.ThrowsAsync<AccessDeniedException>(async () => await Of(await db.People.ReceptionistAsync(scene.Organization)).OfPatientAsync(scene.Patient, Ct));
        Assert.Equal((1, CarePlanStatus.Active), await db.LookAsync(scene.Organization, async look => (await look.CarePlans.CountAsync(), await look.CarePlans.Select(p => p.Status).SingleAsync())));
    }

    [Fact]
    public async Task The_database_refuses_what_cannot_be()
    {
        var scene = await SceneAsync();
        var (plan, walk) = await ActiveAsync(scene);
        async Task RefusedAsync(Action<Data.Persistence.MediSecureDbContext> write) => await Assert.ThrowsAnyAsync<Exception>(() => db.ArrangeAsync(scene.Organization, look =>
        {
            write(look);
            return Task.CompletedTask;
        }));

        CarePlan Plan() => new(Guid.NewGuid(), scene.Organization, scene.Patient, "x", null, scene.Dietitian.StaffMemberId!.Value, true, db.Now, scene.Dietitian.UserId);
        await RefusedAsync(look => look.Add(Plan()).Property(nameof(CarePlan.Status)).CurrentValue = CarePlanStatus.OnHold);
        await RefusedAsync(look => look.Add(Plan()).Property(nameof(CarePlan.Status)).CurrentValue = CarePlanStatus.Completed);
        await RefusedAsync(look => look.Add(Plan()).Property(nameof(CarePlan.StartsOn)).CurrentValue = scene.Today);
        PlanActivity Activity() => PlanActivity.Plan(Guid.NewGuid(), scene.Organization, scene.Patient, plan, "x", 2, ActivityPeriod.Week, scene.Today, null, db.Now, scene.Dietitian.UserId).Value;
        await RefusedAsync(look => look.Add(Activity()).Property(nameof(PlanActivity.Times)).CurrentValue = 8);
        await RefusedAsync(look => look.Add(Activity()).Property(nameof(PlanActivity.UntilOn)).CurrentValue = scene.Today.AddDays(-1));
        await RefusedAsync(look => look.Add(new PlanTick(Guid.NewGuid(), scene.Organization, scene.Patient, walk, scene.Today, 13, db.Now, scene.Own.UserId)));
        await RefusedAsync(look => look.Add(new PlanGoal(Guid.NewGuid(), scene.Organization, scene.Patient, plan, "x", 5, null, null, db.Now, scene.Dietitian.UserId)));
        await db.AddAsync(scene.Organization, Plan(), Activity());
    }

    [Theory]
    [InlineData("Africa/Lagos")]
    [InlineData("Pacific/Auckland")]
    [InlineData("America/New_York")]
    [InlineData("Asia/Kathmandu")]
    public Task A_day_begins_and_ends_at_the_organisations_midnight(string zone) => MidnightAsync(zone, LocalDay.Of(TimeZoneInfo.FindSystemTimeZoneById(zone), db.Now.AddMinutes(5)));

    internal async Task MidnightAsync(string zone, DateOnly today)
    {
        var ends = LocalDay.Bounds(TimeZoneInfo.FindSystemTimeZoneById(zone), today).EndsAt;
        db.Clock.SetUtcNow(new DateTimeOffset(ends.AddMinutes(-1), TimeSpan.Zero));
        var scene = await SceneAsync(zone);
        Assert.Equal(today, scene.Today);
        var (_, walk) = await ActiveAsync(scene);
        var next = new TickActivityForm { ActivityId = walk, DoneOn = today.AddDays(1) };
        Assert.Equal(CarePlanErrors.Future, (await Of(scene.Own).TickAsync(scene.Patient, next, Ct)).Error);
        db.Clock.SetUtcNow(new DateTimeOffset(ends, TimeSpan.Zero));
        Assert.Null((await Of(scene.Own).TickAsync(scene.Patient, next, Ct)).Error);
        var own = (await Of(scene.Own).CurrentAsync(scene.Patient, null, Ct)).Value!;
        Assert.Equal((next.DoneOn, 1, 2), (own.Today, own.LastWeek.Done, own.LastWeek.Due)); // yesterday is due in full now
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_plan_of_emergency_access_does_not_outlast_it(bool beginsInCare)
    {
        var scene = await SceneAsync();
        var outside = await db.People.DietitianAsync(scene.Organization);
        var patient = (await db.Given.PatientAsync(scene.Organization)).Id;
        async Task GrantAsync() => await db.AddAsync(scene.Organization,
            new EmergencyGrant(Guid.CreateVersion7(), scene.Organization, patient, outside.UserId, EmergencyReason.UrgentCare, null, StepUpKind.Password, db.Now, 60));
        var start = new StartPlanForm { Title = "Eating well" };
        if (beginsInCare)
        {
            await db.Given.TreatsAsync(outside, patient);
            Assert.Null((await Of(outside).StartAsync(patient, start, Ct)).Error);
            db.Clock.Advance(TimeSpan.FromDays(100));
            await GrantAsync();
        }
        else
        {
            await GrantAsync();
            Assert.Null((await Of(outside).StartAsync(patient, start, Ct)).Error);
        }

        Assert.Null((await Of(outside).AddActivityAsync(patient, new() { PlanId = start.Id, Text = "Walk", Times = 1 }, Ct)).Error);
        Assert.Null((await Of(outside).ActivateAsync(patient, start.Id, Ct)).Error);
        Assert.False(await db.LookAsync(scene.Organization, look => look.CarePlans.Where(p => p.Id == start.Id).Select(p => p.InCare).SingleAsync()));
        db.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(ChartErrors.NotYourPatient, (await Of(outside).OfPatientAsync(patient, Ct)).Error);

        // Of who treats it keeps the chart open.
        await db.Given.TreatsAsync(scene.Dietitian, scene.Patient);
        await ActiveAsync(scene);
        db.Clock.Advance(TimeSpan.FromDays(100));
        Assert.Null((await Of(scene.Dietitian).OfPatientAsync(scene.Patient, Ct)).Error);
    }

    [Fact]
    public async Task A_review_of_a_restricted_chart_shows_neither_title_nor_adherence()
    {
        var scene = await SceneAsync();
        var (plan, _) = await ActiveAsync(scene, followUpIn: 0);
        Assert.Equal("Eating well", Assert.Single(await Of(scene.Dietitian).ReviewsAsync(Ct)).Title);
        await db.ArrangeAsync(scene.Organization, async look => (await look.Patients.SingleAsync(p => p.Id == scene.Patient)).Restrict(ChartRestriction.Vip, db.Now, scene.Nurse.UserId));
        var row = Assert.Single(await Of(scene.Dietitian).ReviewsAsync(Ct));
        Assert.Equal((plan, true, null, null), (row.PlanId, row.IsRestricted, row.Title, row.LastFourWeeks));
    }

    private sealed record Scene(Guid Organization, string Zone, DateOnly Today, Guid Patient, ActingPerson Own, ActingPerson Nurse, ActingPerson Dietitian);

    private DateOnly TodayOf(Scene scene) => LocalDay.Of(TimeZoneInfo.FindSystemTimeZoneById(scene.Zone), db.Now);

    private async Task<Scene> SceneAsync(string zone = "Africa/Lagos")
    {
        var organization = await db.Given.OrganizationAsync(timeZone: zone);
        var own = await db.People.PatientAsync(organization);
        var scene = new Scene(organization, zone, LocalDay.Of(TimeZoneInfo.FindSystemTimeZoneById(zone), db.Now), own.PatientId!.Value, own, await db.People.NurseAsync(organization, "Joy Okafor"),
            await db.People.DietitianAsync(organization, "Kemi Balogun"));
        await db.Given.TreatsAsync(scene.Nurse, scene.Patient);
        await db.Given.TreatsAsync(scene.Dietitian, scene.Patient);
        return scene;
    }

    private async Task<Guid> DraftAsync(Scene scene, int times = 1, int? followUpIn = null)
    {
        var form = new StartPlanForm { Title = "Eating well", FollowUpOn = followUpIn is { } days ? TodayOf(scene).AddDays(days) : null };
        Assert.Null((await Of(scene.Dietitian).StartAsync(scene.Patient, form, Ct)).Error);
        await AddAsync(scene, form.Id, "Walk", times);
        return form.Id;
    }

    private async Task<(Guid Plan, Guid Activity)> ActiveAsync(Scene scene, int times = 1, int? followUpIn = null)
    {
        var plan = await DraftAsync(scene, times, followUpIn);
        Assert.Null((await Of(scene.Dietitian).ActivateAsync(scene.Patient, plan, Ct)).Error);
        return (plan, await db.LookAsync(scene.Organization, look => look.PlanActivities.Where(a => a.PlanId == plan).Select(a => a.Id).SingleAsync()));
    }

    private static async Task<Guid> AddAsync(Scene scene, Guid plan, string text, int times)
    {
        var form = new AddActivityForm { PlanId = plan, Text = text, Times = times };
        Assert.Null((await Of(scene.Dietitian).AddActivityAsync(scene.Patient, form, Ct)).Error);
        return form.Id;
    }

    private static async Task<Result> EndAsync(Scene scene, Guid plan) => await Of(scene.Dietitian).CompleteAsync(scene.Patient, plan, Ct);

    /// <summary>Somebody else, acting for the patient by a grant.</summary>
    private async Task<ActingPerson> CarerAsync(Scene scene)
    {
        var carer = await db.People.PatientAsync(scene.Organization);
        var grant = CareProxy.Grant(Guid.NewGuid(), scene.Organization, scene.Patient, "Musa Bello", CarerRelationship.Spouse, db.Now, db.Now.AddDays(90), scene.Own.UserId, db.Now, null).Value;
        grant.Accept(carer.UserId, db.Now);
        await db.AddAsync(scene.Organization, grant);
        var acting = db.Begin(carer.UserId, scene.Organization, null, scene.Patient);
        acting.Service<TestUser>().Caller = new Caller(carer.UserId, scene.Organization, null, "127.0.0.1", "test-trace", scene.Patient);
        return acting;
    }

    private static CarePlanService Of(ActingPerson person) => person.Service<CarePlanService>();

    private Task<int> TicksAsync(Scene scene) => db.LookAsync(scene.Organization, look => look.PlanTicks.CountAsync());

    private Task<int> SuccessesAsync(Scene scene, Permission permission) => db.LookAsync(scene.Organization, look => look.AuditEvents.CountAsync(e => e.EventCode == permission.ToString() && e.Outcome == AuditOutcome.Success));

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

public sealed class CarePlanServiceOnSqlite(SqliteDatabase db) : CarePlanServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class CarePlanServiceOnPostgres(PostgresDatabase db) : CarePlanServiceTests(db), IClassFixture<PostgresDatabase>;

/// <summary>The days on which clocks change have 23 and 25 hours; they are days like others. Each with a clock of its own, which goes forward only.</summary>
public sealed class CarePlanClockChangeTests
{
    [Theory]
    [InlineData("America/New_York", "2026-03-08")]
    [InlineData("Europe/London", "2026-03-29")]
    [InlineData("Europe/London", "2026-10-25")]
    [InlineData("America/New_York", "2026-11-01")]
    public async Task A_day_on_which_the_clocks_change_is_ticked_like_others(string zone, string day)
    {
        await using var db = new SqliteDatabase();
        await db.InitializeAsync();
        await new CarePlanServiceOnSqlite(db).MidnightAsync(zone, DateOnly.Parse(day));
    }
}
