using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Rooms;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Beds of the demo with their past: every state of the board, stays with transfers, beds that wait to be cleaned. All through the rules of the entities.</summary>
internal sealed partial class DemoBeds
{
    private const string Chinedu = "Chinedu Eze";
    private const string ChineduLiesIn = "301-A";
    private readonly SeedRows _seed;
    private readonly DemoWorld _world;
    private readonly Organization _organization;
    private readonly Random _random;
    private readonly List<Patient> _waiting;
    private readonly Dictionary<string, (DateTime From, DateTime To, Patient Patient)> _cameFrom = [];

    private DemoBeds(SeedRows seed, DemoWorld world, Organization organization)
    {
        _seed = seed;
        _world = world;
        _organization = organization;
        _random = DemoWorld.Random("beds:" + organization.Name);
        // Amina Bello is never admitted; Chinedu Eze has his bed by name.
        _waiting = [.. world.PatientsAt(organization.Name).Where(p => p.DisplayName is not ("Amina Bello" or Chinedu))];
    }

    public static void Fill(SeedRows seed, DemoWorld world, Organization organization)
    {
        if (Crews.TryGetValue(organization.Name, out var crew))
        {
            new DemoBeds(seed, world, organization).Fill(crew);
        }
    }

    private void Fill(Crew crew)
    {
        var plans = new List<Plan>();
        foreach (var room in _world.Rooms.Where(r => r.OrganizationId == _organization.Id && r.Kind == RoomKind.PatientRoom))
        {
            for (var i = 0; i < (room.Number == "I-1" ? 6 : 4); i++)
            {
                var label = $"{room.Number}-{(char)('A' + i)}";
                plans.Add(new(room, label, crew.States.GetValueOrDefault(label, BedBoardState.Occupied), crew.WardOf(_world.Wards.Single(w => w.Id == room.WardId).Name)));
            }
        }

        // Beds that somebody was transferred out of come first: their past fixes when the next bed was taken.
        var sources = crew.Transfers.ToDictionary(t => t.Value, t => t.Key);
        foreach (var plan in plans.OrderBy(p => sources.ContainsKey(p.Label) ? 0 : 1))
        {
            FillBed(crew, plan, sources.TryGetValue(plan.Label, out var next) ? plans.Single(p => p.Label == next) : null);
        }

        foreach (var plan in plans.Where(p => p.State == BedBoardState.Reserved))
        {
            // One reservation in two is the next bed of somebody who lies elsewhere; the others come from home.
            var inpatient = _random.Next(2) == 0 ? _world.BedStays.FirstOrDefault(s => s.OrganizationId == _organization.Id && s.Status == BedStayStatus.Active
                && crew.Movable.Contains(_world.Beds.Single(b => b.Id == s.BedId).Label) && !_world.BedStays.Exists(o => o.PatientId == s.PatientId && o.Status == BedStayStatus.Reserved)) : null;
            var patient = inpatient?.PatientId ?? Take(plan.Fits).Id;
            var at = _world.Now.AddMinutes(-_random.Next(5, 50));
            Add(BedStay.Reserve(Id("reservation", plan.Label), _organization.Id, BedOf(plan).Id, patient, inpatient?.EncounterId, at, at.AddHours(4), crew.Doctor(_world)).Value);
        }
    }

    private void FillBed(Crew crew, Plan plan, Plan? next)
    {
        var now = _world.Now;
        var bed = new Bed(DemoWorld.Id("bed", _organization.Name, plan.Label), _organization.Id, plan.Room.Id, plan.Label, now.AddDays(-400));
        _world.Beds.Add(bed);
        _seed.Add(bed);

        // When the patient before left: what the bed is now follows from it.
        var taken = plan.State.IsTaken();
        var began = _cameFrom.TryGetValue(plan.Label, out var from) ? from.To : now.AddHours(-(_random.Next(6, 24 * 9) + _random.NextDouble()));
        var left = next is not null && !taken ? now.AddHours(-30)
            : plan.State.IsDirty() ? now.AddMinutes(-_random.Next(12, 55))
            : taken ? began.AddMinutes(-_random.Next(90, 700))
            : now.AddMinutes(-_random.Next(150, 1_500));
        Past(crew, plan, bed, left, next);
        if (plan.State == BedBoardState.Closed)
        {
            Done(bed.Close(crew.ClosedReasons[_random.Next(crew.ClosedReasons.Length)], _world.Today(_organization).AddDays(2), now.AddHours(-20)));
        }

        if (taken)
        {
            Present(crew, plan, bed, began, from.Patient is null ? null : from);
        }
    }

    /// <summary>The stay before, and the cleaning after it.</summary>
    private void Past(Crew crew, Plan plan, Bed bed, DateTime left, Plan? next)
    {
        var began = left.AddHours(-_random.Next(20, 120));
        var stranger = plan.Label == crew.DiedIn;
        var patient = next is { Label: ChineduLiesIn } ? _world.Patient(_organization.Name, Chinedu) : stranger ? _waiting[^1] : Take((next ?? plan).Fits);
        _waiting.Remove(patient);
        var encounterId = Id("encounter", plan.Label, "past");
        if (next is null)
        {
            var stay = Admit(crew, plan, encounterId, patient, began);
            var outcome = stranger ? DischargeOutcome.Died : _random.Next(12) == 0 ? DischargeOutcome.AgainstAdvice : _random.Next(10) == 0 ? DischargeOutcome.Transfer : DischargeOutcome.Home;
            if (outcome is DischargeOutcome.Home or DischargeOutcome.Transfer)
            {
                Done(stay.OrderDischarge(DateOnly.FromDateTime(left), left.AddHours(-3)));
            }

            Done(stay.Finish(outcome, left));
            if (stranger)
            {
                patient.RecordDeath(left);
            }
        }
        else
        {
            encounterId = Id("encounter", next.Label, "now"); // the same stay goes on in the other bed
            _cameFrom[next.Label] = (began, left, patient);
        }

        Done(bed.Occupy(began));
        if (plan.State == BedBoardState.DeepCleaning)
        {
            Done(bed.Isolate(began));
        }

        Done(bed.Vacate(left));
        var lay = BedStay.Begin(Id("stay", plan.Label, "past"), _organization.Id, bed.Id, patient.Id, encounterId, began, crew.Nurse(_world, _random));
        Done(lay.Complete(left));
        Add(lay);

        var recordedBy = crew.Nurse(_world, _random);
        var task = new CleaningTask(Id("cleaning", plan.Label), _organization.Id, bed.Id, plan.State == BedBoardState.DeepCleaning ? CleaningKind.DeepClean : CleaningKind.Housekeeping, left, recordedBy);
        _world.CleaningTasks.Add(task);
        _seed.Add(task);
        if (!plan.State.IsDirty())
        {
            Done(task.Start(left.AddMinutes(20), crew.Cleaner(_world)));
            Done(task.Complete(left.AddMinutes(55), crew.Cleaner(_world)));
            Done(bed.MarkClean(left.AddMinutes(55)));
        }
        else if (crew.InProgress.Contains(plan.Label))
        {
            Done(task.Start(left.AddMinutes(6), crew.Cleaner(_world)));
        }
    }

    private void Present(Crew crew, Plan plan, Bed bed, DateTime began, (DateTime From, DateTime To, Patient Patient)? from)
    {
        var patient = from?.Patient ?? Take(plan.Fits);
        var encounter = Admit(crew, plan, Id("encounter", plan.Label, "now"), patient, from?.From ?? began);
        Add(BedStay.Begin(Id("stay", plan.Label, "now"), _organization.Id, bed.Id, patient.Id, encounter.Id, began, crew.Nurse(_world, _random)));
        Done(bed.Occupy(began));
        if (plan.State == BedBoardState.Isolated)
        {
            var at = began.AddHours(2) < _world.Now ? began.AddHours(2) : _world.Now;
            Done(encounter.Isolate(Isolations[_random.Next(Isolations.Length)]));
            Done(bed.Isolate(at));
        }

        if (plan.State == BedBoardState.DischargeOrdered)
        {
            var at = _world.Now.AddMinutes(-_random.Next(20, 200));
            Done(encounter.OrderDischarge(_world.Today(_organization), at < began ? began : at));
        }
    }

    private Encounter Admit(Crew crew, Plan plan, Guid id, Patient patient, DateTime at)
    {
        DateOnly? planned = _random.Next(5) == 0 ? null : _world.Today(_organization).AddDays(_random.Next(0, 6));
        var encounter = Encounter.Admit(id, _organization.Id, patient.Id, at, _world.StaffMember(_organization.Name, plan.Ward.Clinician).Id, plan.Room.DepartmentId,
            plan.Ward.Reasons[_random.Next(plan.Ward.Reasons.Length)], planned);
        _world.Stays.Add(encounter);
        _seed.Add(encounter);
        return encounter;
    }

    private Patient Take(Func<Patient, bool> fits)
    {
        // The last one is kept for the stay that ended in a death.
        var patient = _waiting.SkipLast(1).FirstOrDefault(fits) ?? _waiting[0];
        _waiting.Remove(patient);
        return patient;
    }

    private Bed BedOf(Plan plan) => _world.Beds.Single(b => b.OrganizationId == _organization.Id && b.Label == plan.Label);

    private void Add(BedStay stay)
    {
        _world.BedStays.Add(stay);
        _seed.Add(stay);
    }

    private Guid Id(string kind, params ReadOnlySpan<string> parts) => DemoWorld.Id(kind, [_organization.Name, .. parts]);

    private static void Done(Common.Result result)
    {
        if (result.Failed)
        {
            throw new InvalidOperationException($"The demo breaks a rule: {result.Error.Code}");
        }
    }

    private sealed record Plan(Room Room, string Label, BedBoardState State, WardPlan Ward)
    {
        public bool Fits(Patient patient) => Ward.Fits(patient) && Room.Label switch { "Men" => patient.Sex == Sex.Male, "Women" => patient.Sex == Sex.Female, _ => true };
    }
}
