using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.EmergencyAccess;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Staff;
using MediSecure.Data.Features.Triage;
using MediSecure.Data.Features.Vitals;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>The triage queue of General Hospital in every state and level: one not triaged, one late for it, one overdue, one given back, one with a doctor, one who waits for a bed, and who is finished.
/// All through the rules of the entities.</summary>
internal sealed class DemoTriage
{
    private const string Admitting = "Dr Ibrahim Sule";
    private const string Other = "Dr Chiamaka Nwosu";

    // By how long ago they came. Level null: not triaged yet.
    private static readonly Plan[] Plans =
    [
        new(3, ArrivalMode.WalkedIn, "I cut my hand on a tin", null, null, End.Waiting),
        new(17, ArrivalMode.OtherHospital, "Dizzy since this morning", null, null, End.Waiting),
        new(15, ArrivalMode.WalkedIn, "My chest hurts", TriageLevel.Emergency, "Chest pain since one hour, sweating", End.Waiting),
        new(19, ArrivalMode.Ambulance, "My belly hurts and I cannot stop vomiting", TriageLevel.Urgent, "Pain right lower abdomen, vomiting", End.Waiting),
        new(38, ArrivalMode.WalkedIn, "I fell on my wrist", TriageLevel.SemiUrgent, "Fall on the left wrist, swollen", End.GivenBack),
        new(44, ArrivalMode.WalkedIn, "My ear hurts", TriageLevel.NonUrgent, "Ear ache since two days, no fever", End.Waiting),
        new(26, ArrivalMode.Ambulance, null, TriageLevel.Resuscitation, "Found unconscious at home", End.WithDoctor),
        new(160, ArrivalMode.Ambulance, "I cannot breathe", TriageLevel.Emergency, "Severe asthma attack", End.WaitsForBed),
        new(205, ArrivalMode.WalkedIn, "I burned my arm", TriageLevel.SemiUrgent, "Burn of the forearm, palm-sized", End.Home),
        new(260, ArrivalMode.Police, "I was in a road accident", TriageLevel.Urgent, "Road accident, open fracture of the lower leg", End.Transferred),
        new(330, ArrivalMode.WalkedIn, "I need my tablets again", TriageLevel.NonUrgent, "Repeat prescription", End.Left),
        new(340, ArrivalMode.WalkedIn, "Headache", null, null, End.Mistake),
    ];

    private readonly SeedRows _seed;
    private readonly DemoWorld _world;
    private readonly Organization _organization;
    private readonly Guid _nurse;
    private readonly Guid _desk;

    private DemoTriage(SeedRows seed, DemoWorld world, Organization organization)
    {
        (_seed, _world, _organization) = (seed, world, organization);
        (_nurse, _desk) = (world.StaffMember(organization.Name, "Tola Bakare").UserId, world.StaffMember(organization.Name, "Grace Udoh").UserId);
    }

    public static void Fill(SeedRows seed, DemoWorld world, Organization organization)
    {
        if (organization.Name != DemoAccounts.General)
        {
            return;
        }

        var triage = new DemoTriage(seed, world, organization);
        foreach (var (patient, plan) in triage.Patients().Zip(Plans))
        {
            triage.Add(patient, plan);
        }
    }

    /// <summary>Grown-ups of whom the demo tells nothing else that matters: no bed, no restriction, no emergency access, no sign-in; without a visit today as far as there are such.</summary>
    private List<Patient> Patients()
    {
        var taken = Added<EmergencyGrant>().Select(g => g.PatientId).Concat(_world.BedStays.Select(s => s.PatientId)).Concat(_world.Notes.Select(n => n.Note.PatientId)).ToHashSet();
        var expected = Added<Appointment>().Where(a => a.StartsAt > _world.Now.AddDays(-1) && a.StartsAt < _world.Now.AddDays(1)).Select(a => a.PatientId).ToHashSet();
        var today = _world.Today(_organization);
        return [.. _world.PatientsAt(_organization.Name).Skip(5) // those with a story of their own
            .Where(p => p.DeceasedAt is null && p.UserId is null && p.Restriction is null && !taken.Contains(p.Id) && Age.Years(p.BirthDate, today) is >= 18 and < 90).OrderBy(p => expected.Contains(p.Id)).Take(Plans.Length)];
    }

    private void Add(Patient patient, Plan plan)
    {
        var name = $"{plan.MinutesAgo}";
        var arrived = _world.Now.AddMinutes(-plan.MinutesAgo);
        var entry = new TriageEntry(DemoWorld.Id("triage", _organization.Name, name), _organization.Id, patient.Id, arrived, plan.Mode, plan.Says, arrived.AddMinutes(1), _desk);
        _seed.Add(entry);
        if (plan is { Level: { } level, Complaint: { } complaint })
        {
            if (level == TriageLevel.NonUrgent && plan.End == End.Waiting)
            {
                Assess(entry, name + ":first", TriageLevel.SemiUrgent, "Ear ache, perhaps fever", arrived.AddMinutes(4));
            }

            Assess(entry, name, level, complaint, arrived.AddMinutes(plan.End == End.GivenBack ? 6 : 8));
            Vitals(patient, name, level, plan.End, arrived.AddMinutes(9));
        }

        switch (plan.End)
        {
            case End.GivenBack:
                var given = Take(patient, entry, Other, arrived.AddMinutes(12));
                Done(entry.HandBack("Called to theatre"));
                Done(given.HandBackEmergency());
                break;
            case End.WithDoctor:
                Take(patient, entry, Admitting, arrived.AddMinutes(9));
                break;
            case End.WaitsForBed:
                Finish(patient, entry, Admitting, TriageDisposition.Admitted, "A bed on Ward 3 is asked for", arrived.AddMinutes(95));
                break;
            case End.Home:
                Done(Finish(patient, entry, Other, TriageDisposition.Home, null, arrived.AddMinutes(80)).FinishEmergency(DischargeOutcome.Home, arrived.AddMinutes(80)));
                break;
            case End.Transferred:
                Done(Finish(patient, entry, Other, TriageDisposition.Transferred, "To the orthopaedic hospital", arrived.AddMinutes(70)).FinishEmergency(DischargeOutcome.Transfer, arrived.AddMinutes(70)));
                break;
            case End.Left:
                Done(entry.Leave("Called three times, not there", arrived.AddMinutes(110), _nurse));
                break;
            case End.Mistake:
                Done(entry.EnterInError("Another patient of this name", arrived.AddMinutes(5), _desk));
                break;
        }
    }

    private void Assess(TriageEntry entry, string name, TriageLevel level, string complaint, DateTime at)
    {
        var step = entry.Assess(DemoWorld.Id("triage-step", _organization.Name, name), level, complaint, at, _nurse);
        Done(step);
        _seed.Add(step.Value);
    }

    private Encounter Take(Patient patient, TriageEntry entry, string doctor, DateTime at)
    {
        StaffMember who = _world.StaffMember(_organization.Name, doctor);
        var visit = Encounter.Emergency(DemoWorld.Id("emergency-visit", _organization.Name, entry.Id.ToString()), _organization.Id, patient.Id, entry.ArrivedAt, who.Id, at, entry.Complaint ?? entry.Presenting);
        Done(entry.Take(visit.Id, at, who.UserId));
        _seed.Add(visit);
        return visit;
    }

    private Encounter Finish(Patient patient, TriageEntry entry, string doctor, TriageDisposition disposition, string? note, DateTime at)
    {
        var visit = Take(patient, entry, doctor, entry.ArrivedAt.AddMinutes(20));
        Done(entry.Finish(disposition, note, at, entry.TakenBy!.Value));
        return visit;
    }

    /// <summary>A set for whom there was time: complete with a low score, and one without a temperature, which has none. None asks for somebody to come.</summary>
    private void Vitals(Patient patient, string name, TriageLevel level, End end, DateTime at)
    {
        if (end is not (End.Waiting or End.WaitsForBed) || level == TriageLevel.NonUrgent)
        {
            return;
        }

        var age = Age.Years(patient.BirthDate, _world.Today(_organization));
        var values = new VitalValues { Respiration = 18, Saturation = 95, OnOxygen = false, Systolic = 108, Diastolic = 70, Pulse = 96, Consciousness = Consciousness.Alert, Temperature = 37.2m, Pain = 6 };
        var set = VitalSigns.Record(DemoWorld.Id("triage-vitals", _organization.Name, name), _organization.Id, patient.Id, null, level == TriageLevel.Urgent ? values with { Temperature = null } : values, age, false, at,
            at.AddMinutes(1), _nurse);
        var standing = new VitalStanding(DemoWorld.Id("triage-standing", _organization.Name, name), _organization.Id, patient.Id);
        standing.Follow([set], null);
        _seed.AddRange(set, standing);
    }

    private IEnumerable<T> Added<T>() where T : class => _seed.Of<T>();

    private static void Done(Common.Result result)
    {
        if (result.Failed)
        {
            throw new InvalidOperationException($"The demo breaks a rule: {result.Error.Code}");
        }
    }

    private enum End
    {
        Waiting,
        GivenBack,
        WithDoctor,
        WaitsForBed,
        Home,
        Transferred,
        Left,
        Mistake,
    }

    private sealed record Plan(int MinutesAgo, ArrivalMode Mode, string? Says, TriageLevel? Level, string? Complaint, End End);
}
