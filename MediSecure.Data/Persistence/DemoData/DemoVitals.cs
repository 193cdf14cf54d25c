using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Fluids;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Vitals;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Vital signs of everybody who lies in the demo's beds: steady, recovering and deteriorating courses, children and a pregnant woman without a score, one on SpO2 scale 2, an incomplete
/// set, one entered in error, escalations in every state, and fluid charts. All through the rules of the entities.</summary>
internal sealed class DemoVitals
{
    private const string Deteriorating = "301-B";
    private readonly SeedRows _seed;
    private readonly DemoWorld _world;
    private readonly Organization _organization;
    private readonly TimeZoneInfo _zone;
    private readonly Random _random;
    private readonly Guid _doctor;
    private readonly Guid[] _nurses;

    private DemoVitals(SeedRows seed, DemoWorld world, Organization organization)
    {
        (_seed, _world, _organization) = (seed, world, organization);
        _zone = TimeZoneInfo.FindSystemTimeZoneById(organization.TimeZone);
        _random = DemoWorld.Random("vitals:" + organization.Name);
        var staff = world.Staff.Where(s => s.OrganizationId == organization.Id).ToList();
        _doctor = staff.First(s => s.Name.StartsWith("Dr ", StringComparison.Ordinal)).UserId;
        var nursing = staff.Where(s => s.Specialty?.Contains("nursing", StringComparison.OrdinalIgnoreCase) == true).Select(s => s.UserId).ToArray();
        _nurses = nursing.Length > 0 ? nursing : [_doctor];
    }

    public static void Fill(SeedRows seed, DemoWorld world, Organization organization)
    {
        if (world.BedStays.Exists(s => s.OrganizationId == organization.Id)) // a headquarters has neither beds nor doctors
        {
            new DemoVitals(seed, world, organization).Fill();
        }
    }

    private void Fill()
    {
        var general = _organization.Name == DemoAccounts.General;
        var lying = _world.BedStays.Where(s => s.OrganizationId == _organization.Id && s.Status == BedStayStatus.Active)
            .Select(s => (Stay: s, Bed: _world.Beds.Single(b => b.Id == s.BedId), Encounter: _world.Stays.Single(e => e.Id == s.EncounterId), Patient: _world.Patients.Single(p => p.Id == s.PatientId)))
            .OrderBy(l => l.Bed.Label, StringComparer.Ordinal).ToList();
        foreach (var (_, bed, encounter, patient) in lying)
        {
            var course = general ? CourseOf(bed.Label, Ward(bed)) : bed.Label.EndsWith("-A", StringComparison.Ordinal) ? Course.Worsening : Course.Steady;
            Series(bed.Label, encounter, patient, course);
            if (course is Course.Sepsis or Course.Worsening or Course.ScaleTwo)
            {
                Fluids(bed.Label, encounter, patient);
            }
        }
    }

    private static Course CourseOf(string bed, string ward) => bed switch
    {
        Deteriorating => Course.Sepsis,
        "302-A" => Course.ScaleTwo,
        "303-A" => Course.Worsening,
        "303-B" => Course.SingleThree,
        "304-D" => Course.Incomplete,
        "305-A" => Course.Recovering,
        "201-A" or "202-A" => Course.Pregnant,
        "102-A" or "305-C" => Course.Worsening,
        "I-1-B" => Course.Sepsis,
        _ => ward == "Intensive Care Unit" ? Course.Worsening : Course.Steady,
    };

    private string Ward(Bed bed) => _world.Rooms.Single(r => r.Id == bed.RoomId) is { WardId: { } id } ? _world.Wards.Single(w => w.Id == id).Name : "";

    /// <summary>A set every four to six hours from admission, closer when it is getting worse; the last within the hour.</summary>
    private void Series(string bed, Encounter encounter, Patient patient, Course course)
    {
        var age = Age.Years(patient.BirthDate, _world.Today(_organization));
        var count = course is Course.Sepsis or Course.Worsening ? 9 : 7;
        var last = _world.Now.AddMinutes(-(course switch { Course.Sepsis => 12, Course.Worsening => 25, Course.SingleThree => 20, Course.Steady when _random.Next(5) == 0 => 400, _ => 30 + _random.Next(180) }));
        var times = new List<DateTime>();
        for (var at = last; times.Count < count && at > encounter.StartedAt; at = at.AddMinutes(-(course is Course.Sepsis or Course.Worsening && times.Count < 3 ? 60 : 240 + _random.Next(120))))
        {
            times.Add(at);
        }

        if (times.Count == 0)
        {
            times.Add(encounter.StartedAt.AddMinutes(2) < _world.Now ? encounter.StartedAt.AddMinutes(2) : _world.Now);
        }

        if (course == Course.Incomplete && times.Count == 1)
        {
            times.Add(times[0] - ((times[0] - encounter.StartedAt) / 2)); // a whole one first: what the patient had is not forgotten
        }

        times.Reverse();
        if (course == Course.ScaleTwo)
        {
            Add(new SaturationScaleOrder(Id("scale", bed), _organization.Id, patient.Id, "COPD with hypercapnic failure, target 88–92 %", encounter.StartedAt.AddMinutes(1), _doctor));
        }

        var baseline = Baseline(age);
        var sets = new List<VitalSigns>();
        for (var i = 0; i < times.Count; i++)
        {
            var share = times.Count == 1 ? 1 : (double)i / (times.Count - 1);
            var values = Values(baseline, course, share, i == times.Count - 1) with { Weight = i == 0 ? baseline.Weight : null, Height = i == 0 ? baseline.Height : null };
            var set = VitalSigns.Record(Id("vitals", bed, $"{i}"), _organization.Id, patient.Id, encounter.Id, values, age, course == Course.Pregnant && patient.Sex == Sex.Female, times[i], times[i].AddMinutes(1), Nurse());
            Add(set);
            sets.Insert(0, set);
        }

        if (course is Course.Steady && bed.EndsWith("-B", StringComparison.Ordinal) && times.Count > 2)
        {
            // Somebody else's numbers, noticed.
            var wrong = VitalSigns.Record(Id("vitals", bed, "error"), _organization.Id, patient.Id, encounter.Id, Values(baseline, Course.Sepsis, 1, true), age, false, times[^2].AddMinutes(15), times[^2].AddMinutes(16), Nurse());
            Done(wrong.MarkInError("Values of the patient in the next bed", times[^2].AddMinutes(21), wrong.RecordedBy));
            Add(wrong);
        }

        var standing = new VitalStanding(Id("standing", bed), _organization.Id, patient.Id);
        standing.Follow(sets, encounter.StartedAt);
        Add(standing);
        Escalate(bed, sets[0]);
    }

    /// <summary>Requested at 301-B; the others further on, so that every state is there.</summary>
    private void Escalate(string bed, VitalSigns set)
    {
        if (Escalation.By(Id("escalation", bed), set, set.RecordedBy) is not { } escalation)
        {
            return;
        }

        var at = set.RecordedAt;
        switch (bed)
        {
            case Deteriorating or "102-A":
                break;
            case "303-A":
                Done(escalation.Acknowledge(at.AddMinutes(4), _doctor));
                break;
            case "303-B":
                Done(escalation.Attend(at.AddMinutes(9), _doctor));
                break;
            default:
                Done(escalation.Attend(at.AddMinutes(6), _doctor));
                Done(escalation.Close("Reviewed at the bed: fluids and antibiotics continued, observations hourly", at.AddMinutes(10), _doctor));
                break;
        }

        Add(escalation);
    }

    private void Fluids(string bed, Encounter encounter, Patient patient)
    {
        var (starts, _) = FluidDay.Bounds(_zone, FluidDay.Of(_zone, _world.Now).AddDays(-2));
        var number = 0;
        for (var at = Later(starts, encounter.StartedAt).AddMinutes(40); at < _world.Now; at = at.AddMinutes(150 + _random.Next(60)))
        {
            var kind = (number % 4) switch { 0 => FluidKind.Intravenous, 1 => FluidKind.Urine, 2 => FluidKind.Oral, _ => FluidKind.Urine };
            var amount = kind switch { FluidKind.Intravenous => 500, FluidKind.Oral => 150 + (10 * _random.Next(15)), _ => 80 + (10 * _random.Next(30)) };
            Add(new FluidEntry(Id("fluid", bed, $"{number}"), _organization.Id, patient.Id, kind, amount, null, at, at.AddMinutes(1), Nurse()));
            number++;
        }
    }

    private Person Baseline(int age)
    {
        var child = age < 13;
        return new Person(child ? 24 - (age / 2) : 14 + _random.Next(4), 96 + _random.Next(3), child ? 90 + (2 * age) : 116 + _random.Next(20), child ? 56 : 66 + _random.Next(14), child ? 118 - (3 * age) : 66 + _random.Next(16),
            36.4m + (_random.Next(7) / 10m), child ? 8 + (2.6m * age) + (_random.Next(10) / 10m) : 56 + _random.Next(30) + (_random.Next(10) / 10m), child ? 70 + (6 * age) : 156 + _random.Next(26));
    }

    private VitalValues Values(Person p, Course course, double share, bool last)
    {
        var worse = course switch { Course.Sepsis => share * share, Course.Worsening => share * 0.62, Course.Recovering => (1 - share) * 0.7, _ => 0 };
        int Shift(int from, double by) => (int)Math.Round(from + (by * worse) + (_random.Next(3) - 1), MidpointRounding.AwayFromZero);
        var oxygen = course == Course.ScaleTwo || worse > 0.55;
        var values = new VitalValues
        {
            Respiration = course == Course.SingleThree && last ? 25 : Shift(p.Respiration, 9),
            Saturation = course == Course.ScaleTwo ? 89 + _random.Next(3) : Math.Min(100, Shift(p.Saturation, -4)),
            Scale = course == Course.ScaleTwo ? SaturationScale.Two : SaturationScale.One,
            OnOxygen = oxygen,
            OxygenFlow = oxygen ? 2m : null,
            Device = oxygen ? course == Course.ScaleTwo ? OxygenDevice.VenturiMask : OxygenDevice.NasalCannula : null,
            Systolic = Shift(p.Systolic, -24),
            Diastolic = Shift(p.Diastolic, -10),
            Pulse = Shift(p.Pulse, 36),
            Consciousness = course == Course.Incomplete && last ? null : Consciousness.Alert,
            Temperature = course == Course.Incomplete && last ? null : Math.Round(p.Temperature + (decimal)(1.9 * worse), 1) + 0.0m,
            Pain = _random.Next(4),
        };
        // How it ends is what the ward acts on: 11 and 6 points, whatever went before.
        return (last, course) switch
        {
            (true, Course.Sepsis) => values with { Respiration = 25, Saturation = 92, OnOxygen = true, Systolic = 102, Diastolic = 58, Pulse = 112, Temperature = 38.6m },
            (true, Course.Worsening) => values with { Respiration = 22, Saturation = 94, OnOxygen = true, Systolic = 114, Diastolic = 68, Pulse = 98, Temperature = 37.9m },
            _ => values,
        };
    }

    private Guid Nurse() => _nurses[_random.Next(_nurses.Length)];

    private void Add(object row) => _seed.Add(row);

    private Guid Id(string kind, params ReadOnlySpan<string> parts) => DemoWorld.Id(kind, [_organization.Name, .. parts]);

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;

    private static void Done(Common.Result result)
    {
        if (result.Failed)
        {
            throw new InvalidOperationException($"The demo breaks a rule: {result.Error.Code}");
        }
    }

    private enum Course
    {
        Steady,
        Recovering,
        Worsening,
        Sepsis,
        SingleThree,
        ScaleTwo,
        Incomplete,
        Pregnant,
    }

    private sealed record Person(int Respiration, int Saturation, int Systolic, int Diastolic, int Pulse, decimal Temperature, decimal Weight, int Height);
}
