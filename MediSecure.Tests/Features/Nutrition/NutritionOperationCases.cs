using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.CarePlans;
using MediSecure.Data.Features.Nutrition;
using MediSecure.Data.Features.Patients;
using MediSecure.Tests.Access;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Nutrition;

/// <summary>A legal call of every operation of nutrition and dietary plans, for the access matrix.</summary>
public sealed class NutritionOperationCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        Nutrition("ChartAsync", Permission.ViewNutrition, async (nutrition, given) => await nutrition.ChartAsync(given.PatientId, default)),
        Nutrition("AssessAsync", Permission.AssessNutrition, (nutrition, given) => nutrition.AssessAsync(given.PatientId, Sent.Form(new AssessNutritionForm { LossPercent = 2, LossReason = "Says the patient", AcutelyIll = false, Summary = "Eats well" }), default)),
        Nutrition("MarkInErrorAsync", Permission.AssessNutrition, (nutrition, given) => nutrition.MarkInErrorAsync(given.PatientId, Sent.Form(new CorrectAssessmentForm { AssessmentId = given.AssessmentId, Reason = "Another patient" }), default)),
        Nutrition("RequestConsultAsync", Permission.RequestNutritionConsult, (nutrition, given) => nutrition.RequestConsultAsync(given.OtherPatientId, Sent.Form(new RequestConsultForm { Reason = "Eats little" }), default)),
        Nutrition("AcceptConsultAsync", Permission.AnswerNutritionConsult, (nutrition, given) => nutrition.AcceptConsultAsync(given.PatientId, given.ConsultId, default)),
        Nutrition("DeclineConsultAsync", Permission.AnswerNutritionConsult, (nutrition, given) => nutrition.DeclineConsultAsync(given.PatientId, Sent.Form(new CloseConsultForm { ConsultId = given.ConsultId, Reason = "Not needed" }), default)),
        Nutrition("WithdrawConsultAsync", Permission.RequestNutritionConsult, (nutrition, given) => nutrition.WithdrawConsultAsync(given.PatientId, Sent.Form(new CloseConsultForm { ConsultId = given.ConsultId, Reason = "Wrong patient" }), default)),
        Nutrition("ConsultsAsync", Permission.ViewNutritionWork, (nutrition, _) => Read(nutrition.ConsultsAsync(true, default))),
        Nutrition("HighRiskAsync", Permission.ViewNutritionWork, (nutrition, _) => Read(nutrition.HighRiskAsync(default))),
        Nutrition("FiguresAsync", Permission.ViewNutritionWork, (nutrition, _) => Read(nutrition.FiguresAsync(default))),
        Plans("OfPatientAsync", Permission.ViewCarePlan, async (plans, given) => await plans.OfPatientAsync(given.PatientId, default)),
        Plans("CurrentAsync", Permission.ViewCarePlan, async (plans, given) => await plans.CurrentAsync(given.PatientId, null, default)),
        Plans("ReviewsAsync", Permission.ViewNutritionWork, (plans, _) => Read(plans.ReviewsAsync(default))),
        Plans("StartAsync", Permission.EditCarePlan, (plans, given) => plans.StartAsync(given.PatientId, Sent.Form(new StartPlanForm { Title = "Eating well" }), default)),
        Plans("EditAsync", Permission.EditCarePlan, (plans, given) => plans.EditAsync(given.PatientId, Sent.Form(new EditPlanForm { PlanId = given.PlanId, Version = given.PlanVersion, Title = "Eating better" }), default)),
        Plans("ActivateAsync", Permission.EditCarePlan, (plans, given) => plans.ActivateAsync(given.OtherPatientId, given.DraftId, default)),
        Plans("HoldAsync", Permission.EditCarePlan, (plans, given) => plans.HoldAsync(given.PatientId, Sent.Form(new StopPlanForm { PlanId = given.PlanId, Reason = "Operation" }), default)),
        Plans("ResumeAsync", Permission.EditCarePlan, (plans, given) => plans.ResumeAsync(given.OtherPatientId, given.HeldId, default)),
        Plans("CompleteAsync", Permission.EditCarePlan, (plans, given) => plans.CompleteAsync(given.PatientId, given.PlanId, default)),
        Plans("RevokeAsync", Permission.EditCarePlan, (plans, given) => plans.RevokeAsync(given.PatientId, Sent.Form(new StopPlanForm { PlanId = given.PlanId, Reason = "Not wanted" }), default)),
        Plans("AddGoalAsync", Permission.EditCarePlan, (plans, given) => plans.AddGoalAsync(given.PatientId, Sent.Form(new AddGoalForm { PlanId = given.PlanId, Text = "Gain weight", Target = 62, Unit = "kg" }), default)),
        Plans("CloseGoalAsync", Permission.EditCarePlan, (plans, given) => plans.CloseGoalAsync(given.PatientId, Sent.Form(new CloseGoalForm { GoalId = given.GoalId, Achieved = true }), default)),
        Plans("AddActivityAsync", Permission.EditCarePlan, (plans, given) => plans.AddActivityAsync(given.PatientId, Sent.Form(new AddActivityForm { PlanId = given.PlanId, Text = "Walk", Times = 2 }), default)),
        Plans("EndActivityAsync", Permission.EditCarePlan, (plans, given) => plans.EndActivityAsync(given.PatientId, given.ActivityId, default)),
        Plans("TickAsync", Permission.TickCarePlan, (plans, given) => plans.TickAsync(given.PatientId, Sent.Form(new TickActivityForm { ActivityId = given.ActivityId, DoneOn = given.Today }), default)),
        Plans("UntickAsync", Permission.TickCarePlan, (plans, given) => plans.UntickAsync(given.PatientId, Sent.Form(new TickActivityForm { ActivityId = given.ActivityId, DoneOn = given.Today, Ordinal = 2 }), default)),
    ];

    private static OperationCase Nutrition(string method, Permission permission, Func<NutritionService, GivenRows, Task<Result>> call) => new("NutritionService." + method, permission, async (world, person) =>
    {
        var given = await GivenRows.AddAsync(world, person);
        return () => call(person.Service<NutritionService>(), given);
    });

    private static OperationCase Plans(string method, Permission permission, Func<CarePlanService, GivenRows, Task<Result>> call) => new("CarePlanService." + method, permission, async (world, person) =>
    {
        var given = await GivenRows.AddAsync(world, person);
        return () => call(person.Service<CarePlanService>(), given);
    });

    private static async Task<Result> Read<T>(Task<T> rows)
    {
        await rows;
        return Result.Ok;
    }

    /// <summary>Two patients of the acting person (a patient is the first themselves): one with an open consult, an assessment of that person and an active plan, the other with a draft and a plan on hold.</summary>
    private sealed class GivenRows
    {
        public Guid PatientId { get; private set; } = Guid.CreateVersion7();

        public Guid OtherPatientId { get; } = Guid.CreateVersion7();

        public Guid ConsultId { get; } = Guid.CreateVersion7();

        public Guid AssessmentId { get; } = Guid.CreateVersion7();

        public Guid PlanId { get; } = Guid.CreateVersion7();

        public Guid PlanVersion { get; private set; }

        public Guid DraftId { get; } = Guid.CreateVersion7();

        public Guid HeldId { get; } = Guid.CreateVersion7();

        public Guid GoalId { get; } = Guid.CreateVersion7();

        public Guid ActivityId { get; } = Guid.CreateVersion7();

        public DateOnly Today { get; private set; }

        public static async Task<GivenRows> AddAsync(ITestWorld world, ActingPerson person)
        {
            var rows = new GivenRows();
            var (org, at) = (world.OrganizationId, world.Clock.GetUtcNow().UtcDateTime);
            var dietitian = world.As(Role.Dietitian);
            rows.Today = LocalDay.Of(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), at);
            if (person.PatientId is { } own)
            {
                rows.PatientId = own;
            }

            await world.GivenAsync(async db =>
            {
                foreach (var id in new[] { rows.PatientId, rows.OtherPatientId }.Where(id => id != person.PatientId))
                {
                    db.Add(new Patient(id, org, $"MN-{Guid.NewGuid().ToString("N")[..8]}", new PersonName("Ada", "Matrix"), Sex.Female, new DateOnly(1970, 1, 1), at.AddDays(-1)));
                }

                // A patient is the same one in each case: what was open there makes room.
                var patient = rows.PatientId;
                foreach (var consult in await db.NutritionConsults.Where(c => c.PatientId == patient && c.ClosedAt == null).ToListAsync())
                {
                    consult.Withdraw("Another case", at, dietitian.UserId);
                }

                foreach (var active in await db.CarePlans.Where(p => p.PatientId == patient && p.Status == CarePlanStatus.Active).ToListAsync())
                {
                    active.Complete(rows.Today, at);
                }

                await db.SaveAsync(default);
                db.Add(new NutritionConsult(rows.ConsultId, org, patient, "Eats little", ConsultUrgency.Routine, at, dietitian.UserId));
                db.Add(NutritionAssessment.Make(rows.AssessmentId, org, patient, null, new(56, false, null, null, null, null, null, null, false), null, at, person.UserId).Value);
                CarePlan Plan(Guid id, Guid of) => new(id, org, of, "Eating well", null, dietitian.StaffMemberId!.Value, true, at, dietitian.UserId);
                PlanActivity Activity(Guid id, Guid of, Guid plan) => PlanActivity.Plan(id, org, of, plan, "Walk", 2, ActivityPeriod.Day, rows.Today, null, at, dietitian.UserId).Value;
                var (running, held) = (Plan(rows.PlanId, patient), Plan(rows.HeldId, rows.OtherPatientId));
                running.Activate(rows.Today, at, true);
                held.Activate(rows.Today, at, true);
                held.Hold("Operation");
                db.AddRange(running, held, Plan(rows.DraftId, rows.OtherPatientId), new CarePlanHold(Guid.CreateVersion7(), org, rows.OtherPatientId, rows.HeldId, rows.Today));
                db.AddRange(Activity(rows.ActivityId, patient, rows.PlanId), Activity(Guid.CreateVersion7(), rows.OtherPatientId, rows.DraftId));
                db.Add(new PlanGoal(rows.GoalId, org, patient, rows.PlanId, "Gain weight", 62, "kg", null, at, dietitian.UserId));
                db.Add(new PlanTick(Guid.CreateVersion7(), org, patient, rows.ActivityId, rows.Today, 2, at, dietitian.UserId));
            });
            rows.PlanVersion = await world.LookAsync(db => db.CarePlans.Where(p => p.Id == rows.PlanId).Select(p => p.Version).SingleAsync());
            await world.TreatsAsync(person, rows.PatientId);
            await world.TreatsAsync(person, rows.OtherPatientId);
            return rows;
        }
    }
}
