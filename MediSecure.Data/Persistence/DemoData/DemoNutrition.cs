using MediSecure.Data.Common;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.CarePlans;
using MediSecure.Data.Features.Nutrition;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Staff;
using MediSecure.Data.Features.Vitals;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Nutrition at General Hospital: consults in every state, screenings, an inpatient at high risk, dietary plans in every state, and Amina Bello's plan with two weeks of ticks, some of them
/// by her husband. Fills after beds and vital signs, whose measurements it uses. All through the rules of the entities.</summary>
internal sealed class DemoNutrition
{
    private const string Amina = "Amina Bello";
    private readonly SeedRows _seed;
    private readonly DemoWorld _world;
    private readonly Organization _organization;
    private readonly TimeZoneInfo _zone;
    private readonly DateOnly _today;
    private readonly StaffMember _dietitian;
    private readonly Guid _nurse;
    private readonly Guid _doctor;

    private DemoNutrition(SeedRows seed, DemoWorld world, Organization organization)
    {
        (_seed, _world, _organization) = (seed, world, organization);
        _zone = TimeZoneInfo.FindSystemTimeZoneById(organization.TimeZone);
        _today = world.Today(organization);
        _dietitian = world.StaffMember(organization.Name, "Kemi Balogun");
        _nurse = world.StaffMember(organization.Name, "Joy Okafor").UserId;
        _doctor = world.StaffMember(organization.Name, "Dr Tunde Adebayo").UserId;
    }

    public static void Fill(SeedRows seed, DemoWorld world, Organization organization)
    {
        if (organization.Name == DemoAccounts.General)
        {
            new DemoNutrition(seed, world, organization).Fill();
        }
    }

    private void Fill()
    {
        var lying = _world.BedStays.Where(s => s.OrganizationId == _organization.Id && s.Status == BedStayStatus.Active && s.StartsAt <= Ago(10))
            .Select(s => (Bed: _world.Beds.Single(b => b.Id == s.BedId).Label, Patient: _world.Patients.Single(p => p.Id == s.PatientId)))
            // The medical ward's, but for who is restricted and for whom the journeys use.
            .Where(l => l.Bed.StartsWith("30", StringComparison.Ordinal) && l.Patient.Restriction is null && l.Patient.DisplayName != "Chinedu Eze" && Grown(l.Patient) && Measures(l.Patient)?.TakenAt <= Ago(10))
            .OrderBy(l => l.Bed, StringComparer.Ordinal).Select(l => l.Patient).ToList();
        var inpatients = _world.BedStays.Where(s => s.OrganizationId == _organization.Id && s.ReleasedAt is null).Select(s => s.PatientId).ToHashSet();
        var others = _world.PatientsAt(_organization.Name).Where(p => p.DeceasedAt is null && p.UserId is null && p.Restriction is null && !inpatients.Contains(p.Id) && Age.Years(p.BirthDate, _today) is >= 45 and < 80).ToList();

        // Lost an eighth of the weight: seen this morning, on a plan since.
        var thin = lying[0];
        var weight = Measures(thin)!;
        var past = Weigh(thin, 130, Math.Round(weight.Weight!.Value / 0.875m, 1), null);
        var asked = Consult(thin, "Eats a third of the meals, clothes have become too wide", ConsultUrgency.Urgent, 7);
        Done(asked.Accept(Ago(6), _dietitian.UserId));
        var found = Assess("thin", thin, weight, past, null, false, "Lost weight over months before admission. Fortified meals, snacks between, weigh every week.", Ago(5), _dietitian.UserId);
        Done(asked.Answer(found.Id, found.AssessedAt, _dietitian.UserId));
        var strong = Plan("thin", thin, "Eating to gain strength", 0, 0, 4.5);
        Goal(strong, "Gain weight", Math.Round(weight.Weight.Value + 3, 0), "kg", 60);
        Activity(strong, "snack", "High-energy snack between meals", 3, ActivityPeriod.Day, 0);

        Consult(lying[1], "No intake for two days after the stroke, tube feeding to be started", ConsultUrgency.Urgent, 3);
        Consult(lying[2], "New diabetes, wants to know what to eat", ConsultUrgency.Routine, 8);
        Done(Consult(lying[3], "Pressure sore, protein intake to be judged", ConsultUrgency.Routine, 9).Accept(Ago(4), _dietitian.UserId));
        Done(Consult(lying[4], "Asks for a vegetarian menu", ConsultUrgency.Routine, 9.5).Decline("The kitchen offers it on the menu card; no assessment needed", Ago(6), _dietitian.UserId));
        Done(Consult(lying[5], "Weight loss", ConsultUrgency.Routine, 8).Withdraw("Meant for the patient in the next bed", Ago(7.8), _doctor));

        // Screened by the ward on admission: one with everything, one without a weight to compare with, one for the wrong patient.
        Assess("screened", lying[4], Measures(lying[4])!, null, 2.5m, false, null, Ago(9), _nurse, "Says 2 kg since the rains");
        Assess("incomplete", lying[2], Measures(lying[2])!, null, null, false, null, Ago(9.5), _nurse);
        Done(Assess("wrong", lying[5], Measures(lying[5])!, null, 12, true, null, Ago(7), _nurse, "Says the daughter").MarkInError("Belongs to the patient in the next bed", Ago(6.5), _nurse));

        var overdue = Plan("overdue", others[0], "Less sugar, steady meals", 33, -3, 33 * 24);
        Goal(overdue, "Lower weight", 84, "kg", 40);
        Activity(overdue, "drinks", "Water instead of sweet drinks", 2, ActivityPeriod.Day, 33);
        var held = Plan("held", others[1], "Food with little potassium", 40, 20, 40 * 24);
        Activity(held, "leach", "Soak and boil yam and beans before eating", 1, ActivityPeriod.Day, 40);
        Done(held.Hold("In hospital elsewhere for an operation"));
        _seed.Add(new CarePlanHold(Id("hold", "held"), _organization.Id, held.PatientId, held.Id, _today.AddDays(-5)));
        Tell(held, "Put on hold: In hospital elsewhere for an operation", Ago(5 * 24));
        var completed = Plan("completed", others[3], "Building up after an operation", 90, null, 90 * 24);
        Goal(completed, "Gain weight", 62, "kg", -10).Close(true, Ago(8 * 24));
        Activity(completed, "soup", "Enriched soup with a meal", 2, ActivityPeriod.Day, 90);
        Done(completed.Complete(_today.AddDays(-8), Ago(8 * 24)));
        Tell(completed, "Completed", Ago(8 * 24));
        var revoked = Plan("revoked", others[4], "Soft food", 25, null, 25 * 24);
        Activity(revoked, "soft", "Soft food at each meal", 3, ActivityPeriod.Day, 25);
        Done(revoked.Revoke("Chews well again with the new dentures", _today.AddDays(-12), Ago(12 * 24)));
        Tell(revoked, "Revoked: Chews well again with the new dentures", Ago(12 * 24));
        var draft = Draft("draft", others[2], "Iron-rich food", 14, 2);
        Activity(draft, "iron", "Beans or dark leaves with a meal", 1, ActivityPeriod.Day, 0);
        // Why they are in the dietitian's care.
        foreach (var (number, patient) in others.Take(5).Index())
        {
            var consult = Consult(patient, "Referred from the clinic", ConsultUrgency.Routine, (number == 2 ? 6 : 20) * 24);
            var seen = Ago((number == 2 ? 5 : 18) * 24);
            var scale = Weigh(patient, number == 2 ? 5 : 18, 66 + (number * 4), 164 + number);
            var answer = Assess($"clinic-{number}", patient, scale, null, 0, false, "Eats regularly; advice given.", seen, _dietitian.UserId, "Weight steady, says the patient");
            Done(consult.Answer(answer.Id, seen, _dietitian.UserId));
        }

        AminasPlan();
    }

    private void AminasPlan()
    {
        var amina = _world.Patient(_organization.Name, Amina);
        Weigh(amina, 172, 82.4m, 164);
        var past = Weigh(amina, 128, 82.9m, null);
        Weigh(amina, 61, 81.5m, null);
        var then = Weigh(amina, 15, 80.6m, 164);
        Weigh(amina, 2, 79.8m, null);
        var consult = Consult(amina, "High blood pressure, wants to lose weight by eating differently", ConsultUrgency.Routine, 17 * 24);
        Done(consult.Accept(Ago(16 * 24), _dietitian.UserId));
        var found = Assess("amina", amina, then, past, null, false, "Much salt and oil, little movement. Motivated; her husband cooks with her.", Ago(14.9 * 24), _dietitian.UserId);
        Done(consult.Answer(found.Id, found.AssessedAt, _dietitian.UserId));

        var plan = Plan("amina", amina, "Eating for a lower blood pressure", 14, 10, 14 * 24);
        Goal(plan, "Lower weight", 76, "kg", 90);
        Goal(plan, "Salt at most", 5, "g a day", null);
        var fruit = Activity(plan, "fruit", "Fruit or vegetables with a meal", 3, ActivityPeriod.Day, 14);
        var salt = Activity(plan, "salt", "Cook without stock cubes", 1, ActivityPeriod.Day, 14);
        var walk = Activity(plan, "walk", "Walk for half an hour", 4, ActivityPeriod.Week, 14);
        var random = DemoWorld.Random("ticks:amina");
        var (own, husband) = (DemoWorld.UserId("amina.bello@example.com"), DemoWorld.UserId("musa.bello@example.com"));
        for (var back = 14; back >= 0; back--)
        {
            var day = _today.AddDays(-back);
            var by = back % 5 == 3 ? husband : own;
            for (var ordinal = 1; ordinal <= (back == 0 ? 1 : 3); ordinal++)
            {
                Tick(fruit, day, ordinal, back == 0 || random.Next(10) < 8, by);
            }

            Tick(salt, day, 1, back > 0 && random.Next(10) < 9, by);
            Tick(walk, day, 1, back > 0 && back % 2 == 0, own);
        }
    }

    private bool Grown(Patient patient) => Age.Years(patient.BirthDate, _today) >= Must.LeastAge;

    /// <summary>The newest set with weight and height; null when they were never measured, or in pregnancy.</summary>
    private VitalSigns? Measures(Patient patient)
    {
        var sets = _seed.Of<VitalSigns>().Where(v => v.PatientId == patient.Id && v.EnteredInErrorAt is null).ToList();
        return sets.Exists(v => v.Pregnant) ? null : sets.Where(v => v is { Weight: not null, Height: not null }).MaxBy(v => v.TakenAt);
    }

    private VitalSigns Weigh(Patient patient, int daysAgo, decimal kilograms, int? centimetres)
    {
        var at = Ago(daysAgo * 24);
        var set = VitalSigns.Record(Id("weight", patient.DisplayName, $"{daysAgo}"), _organization.Id, patient.Id, null, new VitalValues { Weight = kilograms, Height = centimetres },
            Age.Years(patient.BirthDate, LocalDay.Of(_zone, at)), false, at.AddMinutes(-2), at.AddMinutes(-1), _dietitian.UserId);
        _seed.Add(set);
        return set;
    }

    private NutritionConsult Consult(Patient patient, string reason, ConsultUrgency urgency, double hoursAgo)
    {
        var consult = new NutritionConsult(Id("consult", patient.DisplayName), _organization.Id, patient.Id, reason, urgency, Ago(hoursAgo), urgency == ConsultUrgency.Urgent ? _nurse : _doctor);
        _seed.Add(consult);
        return consult;
    }

    private NutritionAssessment Assess(string name, Patient patient, VitalSigns measured, VitalSigns? past, decimal? loss, bool acutelyIll, string? summary, DateTime at, Guid by, string? reason = null)
    {
        var proposed = past is null ? (decimal?)null : WeightLoss.Percent(past.Weight!.Value, measured.Weight!.Value);
        var inputs = new NutritionInputs(Age.Years(patient.BirthDate, LocalDay.Of(_zone, at)), false, new(measured.Id, measured.Weight!.Value, measured.TakenAt), new(measured.Id, measured.Height!.Value, measured.TakenAt),
            past is null ? null : new(past.Id, past.Weight!.Value, past.TakenAt), proposed, loss ?? proposed, reason, acutelyIll);
        var made = NutritionAssessment.Make(Id("assessment", name), _organization.Id, patient.Id, null, inputs, summary, at, by);
        Done(made);
        _seed.Add(made.Value);
        return made.Value;
    }

    private CarePlan Draft(string name, Patient patient, string title, int? followUpIn, double hoursAgo)
    {
        var plan = new CarePlan(Id("plan", name), _organization.Id, patient.Id, title, followUpIn is { } days ? _today.AddDays(days) : null, _dietitian.Id, true, Ago(hoursAgo), _dietitian.UserId);
        _seed.Add(plan);
        Tell(plan, $"Begun: {title}", Ago(hoursAgo));
        return plan;
    }

    private CarePlan Plan(string name, Patient patient, string title, int startedDaysAgo, int? followUpIn, double hoursAgo)
    {
        var plan = Draft(name, patient, title, followUpIn, hoursAgo);
        Done(plan.Activate(_today.AddDays(-startedDaysAgo), Ago(hoursAgo), true));
        Tell(plan, "Activated", Ago(hoursAgo).AddMinutes(4));
        return plan;
    }

    private PlanGoal Goal(CarePlan plan, string text, decimal target, string unit, int? inDays)
    {
        var goal = new PlanGoal(Id("goal", plan.Id.ToString(), text), _organization.Id, plan.PatientId, plan.Id, text, target, unit, inDays is { } days ? _today.AddDays(days) : null, plan.CreatedAt, _dietitian.UserId);
        _seed.Add(goal);
        return goal;
    }

    private PlanActivity Activity(CarePlan plan, string name, string text, int times, ActivityPeriod per, int fromDaysAgo)
    {
        var made = PlanActivity.Plan(Id("activity", plan.Id.ToString(), name), _organization.Id, plan.PatientId, plan.Id, text, times, per, _today.AddDays(-fromDaysAgo), null, plan.CreatedAt, _dietitian.UserId);
        Done(made);
        _seed.Add(made.Value);
        return made.Value;
    }

    private void Tick(PlanActivity activity, DateOnly day, int ordinal, bool done, Guid by)
    {
        if (done)
        {
            var evening = LocalDay.Bounds(_zone, day).StartsAt.AddHours(18).AddMinutes(ordinal);
            _seed.Add(new PlanTick(Id("tick", activity.Id.ToString(), $"{_today.DayNumber - day.DayNumber}", $"{ordinal}"), _organization.Id, activity.PatientId, activity.Id, day, ordinal,
                evening < _world.Now ? evening : _world.Now, by));
        }
    }

    private void Tell(CarePlan plan, string what, DateTime at) => _seed.Add(new CarePlanChange(Id("plan-change", plan.Id.ToString(), what), _organization.Id, plan.PatientId, plan.Id, what, at, _dietitian.UserId));

    private DateTime Ago(double hours) => _world.Now.AddHours(-hours);

    private Guid Id(string kind, params ReadOnlySpan<string> parts) => DemoWorld.Id("nutrition-" + kind, [_organization.Name, .. parts]);

    private static void Done(Result result)
    {
        if (result.Failed)
        {
            throw new InvalidOperationException($"The demo breaks a rule: {result.Error.Code}");
        }
    }
}
