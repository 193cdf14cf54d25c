using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Fluids;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Vitals;
using MediSecure.Tests.Access;

namespace MediSecure.Tests.Features.Vitals;

/// <summary>A legal call of every operation of vital signs, escalations and fluids, for the access matrix.</summary>
public sealed class VitalsOperationCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        Vitals("ChartAsync", Permission.ViewVitals, async (vitals, given) => await vitals.ChartAsync(given.PatientId, default)),
        Vitals("StandingAsync", Permission.ViewVitals, async (vitals, given) => await vitals.StandingAsync(given.PatientId, default)),
        Vitals("RecordAsync", Permission.RecordVitals, async (vitals, given) => await vitals.RecordAsync(given.PatientId, Sent.Form(new RecordVitalsForm { Pulse = 70 }), default)),
        Vitals("RecordMeasuresAsync", Permission.RecordMeasures, async (vitals, given) => await vitals.RecordMeasuresAsync(given.PatientId, Sent.Form(new RecordMeasuresForm { Weight = 70 }), default)),
        Vitals("MarkInErrorAsync", Permission.CorrectVitals, (vitals, given) => vitals.MarkInErrorAsync(given.PatientId, Sent.Form(new CorrectVitalsForm { SetId = given.WeightId, Reason = "Another patient" }), default)),
        Vitals("OrderScaleAsync", Permission.OrderSaturationScale, (vitals, given) => vitals.OrderScaleAsync(given.OtherPatientId, Sent.Form(new OrderScaleForm { Reason = "COPD" }), default)),
        Vitals("EndScaleOrderAsync", Permission.OrderSaturationScale, (vitals, given) => vitals.EndScaleOrderAsync(given.PatientId, given.OrderId, default)),
        Vitals("WardAsync", Permission.ViewWardRisk, (vitals, _) => Read(vitals.WardAsync(new(), default))),
        Vitals("FiguresAsync", Permission.ViewWardRisk, (vitals, _) => Read(vitals.FiguresAsync(default))),
        Escalations("ListAsync", Permission.ViewWardRisk, (escalations, _) => Read(escalations.ListAsync(true, default))),
        Escalations("OfPatientAsync", Permission.ViewVitals, async (escalations, given) => await escalations.OfPatientAsync(given.PatientId, default)),
        Escalations("AcknowledgeAsync", Permission.ActOnEscalation, (escalations, given) => escalations.AcknowledgeAsync(given.PatientId, given.EscalationId, default)),
        Escalations("AttendAsync", Permission.ActOnEscalation, (escalations, given) => escalations.AttendAsync(given.PatientId, given.EscalationId, default)),
        Escalations("CloseAsync", Permission.ActOnEscalation, (escalations, given) => escalations.CloseAsync(given.OtherPatientId, Sent.Form(new CloseEscalationForm { EscalationId = given.AttendedId, Outcome = "Reviewed" }), default)),
        Escalations("RequestAsync", Permission.ActOnEscalation, (escalations, given) => escalations.RequestAsync(given.CalmPatientId, Sent.Form(new RequestReviewForm { Reason = "Worried" }), default)),
        Fluids("DayAsync", Permission.ViewFluids, async (fluids, given) => await fluids.DayAsync(given.PatientId, null, default)),
        Fluids("RecordAsync", Permission.RecordFluids, (fluids, given) => fluids.RecordAsync(given.PatientId, Sent.Form(new RecordFluidForm { Kind = FluidKind.Oral, Millilitres = 200 }), default)),
        Fluids("MarkInErrorAsync", Permission.RecordFluids, (fluids, given) => fluids.MarkInErrorAsync(given.PatientId, Sent.Form(new CorrectFluidForm { EntryId = given.FluidId, Reason = "Twice" }), default)),
    ];

    private static OperationCase Vitals(string method, Permission permission, Func<VitalsService, GivenRows, Task<Result>> call) => new("VitalsService." + method, permission, async (world, person) =>
    {
        var given = await GivenRows.AddAsync(world, person);
        return () => call(person.Service<VitalsService>(), given);
    });

    private static OperationCase Escalations(string method, Permission permission, Func<EscalationService, GivenRows, Task<Result>> call) => new("EscalationService." + method, permission, async (world, person) =>
    {
        var given = await GivenRows.AddAsync(world, person);
        return () => call(person.Service<EscalationService>(), given);
    });

    private static OperationCase Fluids(string method, Permission permission, Func<FluidService, GivenRows, Task<Result>> call) => new("FluidService." + method, permission, async (world, person) =>
    {
        var given = await GivenRows.AddAsync(world, person);
        return () => call(person.Service<FluidService>(), given);
    });

    private static async Task<Result> Read<T>(Task<T> rows)
    {
        await rows;
        return Result.Ok;
    }

    /// <summary>Three patients of the acting person: one with everything open, one whose escalation is attended, one without any.</summary>
    private sealed class GivenRows
    {
        public Guid PatientId { get; } = Guid.CreateVersion7();

        public Guid OtherPatientId { get; } = Guid.CreateVersion7();

        public Guid CalmPatientId { get; } = Guid.CreateVersion7();

        public Guid WeightId { get; } = Guid.CreateVersion7();

        public Guid OrderId { get; } = Guid.CreateVersion7();

        public Guid EscalationId { get; } = Guid.CreateVersion7();

        public Guid AttendedId { get; } = Guid.CreateVersion7();

        public Guid FluidId { get; } = Guid.CreateVersion7();

        public static async Task<GivenRows> AddAsync(ITestWorld world, ActingPerson person)
        {
            var rows = new GivenRows();
            var (org, at, somebody) = (world.OrganizationId, world.Clock.GetUtcNow().UtcDateTime, world.As(Role.ItSupport).UserId);
            await world.GivenAsync(db =>
            {
                foreach (var id in new[] { rows.PatientId, rows.OtherPatientId, rows.CalmPatientId })
                {
                    db.Add(new Patient(id, org, $"MX-{Guid.NewGuid().ToString("N")[..8]}", new PersonName("Ada", "Matrix"), Sex.Female, new DateOnly(1970, 1, 1), at.AddDays(-1)));
                }

                db.Add(VitalSigns.Record(rows.WeightId, org, rows.PatientId, null, new VitalValues { Weight = 70 }, 56, false, at.AddHours(-1), at.AddHours(-1), somebody));
                db.Add(new SaturationScaleOrder(rows.OrderId, org, rows.PatientId, "COPD", at.AddHours(-1), somebody));
                db.Add(new FluidEntry(rows.FluidId, org, rows.PatientId, FluidKind.Oral, 100, null, at.AddMinutes(-5), at, somebody));
                db.Add(Escalation.ByDecision(rows.EscalationId, org, rows.PatientId, null, "Worried", at, somebody));
                var attended = Escalation.ByDecision(rows.AttendedId, org, rows.OtherPatientId, null, "Worried", at, somebody);
                attended.Attend(at, somebody);
                db.Add(attended);
                return Task.CompletedTask;
            });
            await world.TreatsAsync(person, rows.PatientId);
            await world.TreatsAsync(person, rows.OtherPatientId);
            await world.TreatsAsync(person, rows.CalmPatientId);
            return rows;
        }
    }
}
