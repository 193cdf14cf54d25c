using MediSecure.Data.Features.Deaths;
using MediSecure.Data.Features.DiagnosisCodes;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.History;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Problems;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Problems in every state, diagnoses of visits and stays, and history. Fills after beds and appointments, whose visits it reads.</summary>
internal sealed class DemoRecord
{
    private static readonly string[] Chronic = ["I10", "E11.9", "J45.909", "E78.5", "M17.9", "K21.9", "D57.1", "B18.1", "I50.9", "N18.30", "G40.909", "E03.9", "F32.A", "K27.9"];
    private static readonly string[] Acute = ["B50.9", "J18.9", "A09", "N39.0", "J06.9", "L03.90", "M54.50", "R50.9", "K29.70", "A01.00", "H66.90", "R51.9"];
    private static readonly string[] Free = ["Needs an interpreter (Kanuri)", "Lives alone, falls at night", "Refuses blood products"];
    private static readonly string[] Vaccines = ["Yellow fever", "Hepatitis B", "Tetanus", "Meningococcal ACWY", "COVID-19", "Measles"];
    private static readonly string[] Procedures = ["Appendectomy", "Caesarean section", "Inguinal hernia repair", "Cataract extraction, right eye", "Cholecystectomy"];
    private static readonly (FamilyRelation Relation, string Condition)[] Relatives =
    [
        (FamilyRelation.Mother, "Type 2 diabetes"), (FamilyRelation.Father, "Hypertension, stroke"), (FamilyRelation.Sister, "Breast cancer"), (FamilyRelation.Brother, "Sickle cell disease"), (FamilyRelation.Grandparent, "Glaucoma"),
    ];

    // What a visit was about follows from why it was.
    private static readonly (string Word, string Code)[] ByReason =
    [
        ("pneumonia", "J18.9"), ("heart failure", "I50.9"), ("ketoacidosis", "E10.10"), ("malaria", "B50.9"), ("COPD", "J44.1"), ("kidney", "N17.9"), ("Stroke", "I63.9"), ("bleeding", "K92.2"), ("Blood pressure", "I10"),
        ("Chest pain", "R07.9"), ("Thyroid", "E03.9"), ("Headache", "R51.9"), ("Asthma", "J45.909"), ("Diabetes", "E11.9"), ("Migraine", "G43.909"), ("Joint pain", "M25.50"), ("Anaemia", "D64.9"), ("Wound", "Z48.00"),
        ("Antenatal", "Z34.90"), ("Vaccination", "Z23"), ("Sleep", "G47.00"), ("Abdominal pain", "R10.9"), ("ppendic", "K35.80"), ("ernia", "K40.90"), ("holecyst", "K81.0"), ("racture", "S82.90XA"), ("psis", "A41.9"),
        ("bronchiolitis", "J21.9"), ("dehydration", "E86.0"), ("labour", "O80"), ("eclampsia", "O14.90"), ("caesarean", "O82"),
    ];

    private static readonly string[] Works = ["Trader", "Teacher", "Driver", "Farmer", "Nurse", "Tailor", "Student", "Retired"];

    private readonly SeedRows _seed;
    private readonly DemoWorld _world;
    private readonly Organization _organization;
    private readonly Random _random;
    private readonly DateOnly _today;
    private readonly Guid _doctor;
    private readonly Guid _nurse;
    private readonly Dictionary<string, string> _titles = CuratedCodes.All.ToDictionary(code => code.Code, code => code.Title);

    private DemoRecord(SeedRows seed, DemoWorld world, Organization organization, Guid doctor, Guid nurse)
    {
        _seed = seed;
        _world = world;
        _organization = organization;
        _random = DemoWorld.Random("record:" + organization.Name);
        _today = world.Today(organization);
        (_doctor, _nurse) = (doctor, nurse);
    }

    public static void Fill(SeedRows seed, DemoWorld world, Organization organization)
    {
        var staff = world.Staff.Where(s => s.OrganizationId == organization.Id).ToList();
        if (staff.FirstOrDefault(s => s.Name is "Dr Tunde Adebayo" or "Dr Aisha Musa") is not { } doctor)
        {
            return;
        }

        var record = new DemoRecord(seed, world, organization, doctor.UserId, (staff.FirstOrDefault(s => s.Name is "Joy Okafor" or "Samuel Adeyinka") ?? doctor).UserId);
        foreach (var (patient, index) in world.Patients.Where(p => p.OrganizationId == organization.Id).Select((p, i) => (p, i)))
        {
            record.Problems(patient, index);
            record.History(patient, index);
            if (patient.DeceasedAt is { } died)
            {
                seed.Add(new DeathRecord(Id("death", patient), organization.Id, patient.Id, died, "I46.9", record._titles["I46.9"], "On the ward", doctor.UserId, died.AddMinutes(40) is var at && at < world.Now ? at : world.Now));
            }
        }

        record.Visits(doctor.Id);
    }

    private void Problems(Patient patient, int index)
    {
        var at = patient.RegisteredAt.AddMinutes(45);
        switch (patient.DisplayName)
        {
            case "Chinedu Eze":
                Problem(patient, "I10", ProblemVerification.Confirmed, ProblemSeverity.Moderate, new DateOnly(2014, 5, 1), at);
                Problem(patient, "I50.9", ProblemVerification.Confirmed, ProblemSeverity.Moderate, new DateOnly(2021, 2, 1), at, "Ejection fraction 38 % on the last echo.");
                Problem(patient, "N18.30", ProblemVerification.Confirmed, null, new DateOnly(2022, 9, 1), at);
                if (_world.Stays.Find(stay => stay.PatientId == patient.Id && stay.EndedAt is null) is { } now)
                {
                    // What he lies here for.
                    var told = now.StartedAt.AddHours(1);
                    Problem(patient, CodeFor(now.Reason) is { } code and not "I50.9" ? code : "R60.9", ProblemVerification.Confirmed, ProblemSeverity.Severe, _today.AddDays(-1), told < _world.Now ? told : _world.Now);
                }

                return;
            case "Amina Bello":
                Problem(patient, "I10", ProblemVerification.Confirmed, ProblemSeverity.Mild, new DateOnly(2020, 1, 1), at);
                Ended(Problem(patient, "B50.9", ProblemVerification.Confirmed, ProblemSeverity.Moderate, _today.AddDays(-200), _world.Now.AddDays(-199)), ProblemStatus.Resolved, _today.AddDays(-190));
                return;
        }

        if (index % 3 == 1)
        {
            return;
        }

        var onset = Later(patient, _random.Next(100, 4_000));
        var first = Problem(patient, Chronic[index % Chronic.Length], index % 9 == 0 ? ProblemVerification.Provisional : ProblemVerification.Confirmed, (ProblemSeverity)_random.Next(3), onset, at);
        switch (index % 12)
        {
            case 2:
                Ended(first, ProblemStatus.Remission, Later(patient, _random.Next(5, 60)));
                break;
            case 3:
                Ended(first, ProblemStatus.Resolved, Later(patient, 90));
                first.MoveTo(ProblemStatus.Recurrence, Later(patient, 20));
                break;
            case 5:
                Ended(Problem(patient, Acute[index % Acute.Length], ProblemVerification.Confirmed, null, Later(patient, 80), at), ProblemStatus.Resolved, Later(patient, 70));
                break;
            case 6:
                Problem(patient, Acute[index % Acute.Length], ProblemVerification.Provisional, null, Later(patient, 30), at).Assess(ProblemVerification.Refuted);
                break;
            case 8:
                Problem(patient, Acute[(index + 1) % Acute.Length], ProblemVerification.Provisional, null, null, at.AddMinutes(3)).EnterInError("Meant for another patient", _doctor, at.AddMinutes(8));
                break;
            case 9:
                _seed.Add(new HealthProblem(Id("problem", patient, "free"), _organization.Id, patient.Id, new ProblemFacts(Free[index % Free.Length], null, null, null, null), ProblemVerification.Confirmed, _nurse, at));
                break;
            default:
                break;
        }
    }

    private void History(Patient patient, int index)
    {
        var at = patient.RegisteredAt.AddMinutes(50);
        if (index % 2 == 0)
        {
            _seed.Add(new Immunisation(Id("immunisation", patient, "1"), _organization.Id, patient.Id, Vaccines[index % Vaccines.Length], Later(patient, _random.Next(30, 2_000)), 1 + (index % 2), $"L{1000 + index}", null, _nurse, at));
        }

        if (index % 7 == 0)
        {
            var wrong = new Immunisation(Id("immunisation", patient, "2"), _organization.Id, patient.Id, Vaccines[(index + 1) % Vaccines.Length], Later(patient, 40), 1, null, null, _nurse, at.AddMinutes(1));
            wrong.EnterInError("Given to the brother", _nurse, at.AddMinutes(20));
            _seed.Add(wrong);
        }

        if (index % 5 == 0)
        {
            _seed.Add(new PastProcedure(Id("procedure", patient), _organization.Id, patient.Id, Procedures[patient.Sex == Sex.Male && index % Procedures.Length == 1 ? 0 : index % Procedures.Length], Later(patient, _random.Next(300, 5_000)), "Lagos", null, _doctor, at));
        }

        if (index % 4 == 1)
        {
            var (relation, condition) = Relatives[index % Relatives.Length];
            _seed.Add(new FamilyCondition(Id("family", patient), _organization.Id, patient.Id, relation, condition, 40 + (index % 30), index % 3 == 0, null, _doctor, at));
        }

        if (index % 3 != 2 && Age.Years(patient.BirthDate, _today) >= 16)
        {
            _seed.Add(new SocialHistory(Id("social", patient), _organization.Id, patient.Id, (SmokingStatus)(1 + (index % 3)), index % 3 == 0 ? null : 5 + (index % 20), (AlcoholUse)(1 + (index % 4)), Works[index % Works.Length],
                index % 2 == 0 ? "with family" : "alone", null, _nurse, at));
        }

        if (patient.Sex == Sex.Female && Age.Years(patient.BirthDate, _today) is >= 18 and <= 44 && patient.DeceasedAt is null && patient.DisplayName != "Amina Bello"
            && !_world.BedStays.Exists(stay => stay.PatientId == patient.Id)) // whose NEWS2 the wards watch
        {
            var expecting = index % 3 == 0;
            var pregnancy = new Pregnancy(Id("pregnancy", patient), _organization.Id, patient.Id, _today.AddDays(expecting ? _random.Next(10, 200) : -_random.Next(300, 900)), null, _nurse, _world.Now.AddDays(-3));
            if (!expecting)
            {
                pregnancy.End(index % 4 == 0 ? PregnancyOutcome.Miscarriage : PregnancyOutcome.LiveBirth, pregnancy.DueOn.AddDays(-2));
            }

            _seed.Add(pregnancy);
        }
    }

    /// <summary>What visits and stays were about; and one visit of Amina Bello a while ago.</summary>
    private void Visits(Guid doctorId)
    {
        if (_organization.Name == DemoAccounts.General)
        {
            var amina = _world.Patient(_organization.Name, "Amina Bello");
            var arrived = _world.Now.AddDays(-40);
            var visit = Encounter.Visit(DemoWorld.Id("visit", _organization.Name, "Amina Bello"), _organization.Id, amina.Id, arrived, doctorId, null, "Blood pressure review");
            visit.StartVisit(arrived.AddMinutes(14));
            visit.FinishVisit(arrived.AddMinutes(33));
            _seed.Add(visit);
        }

        foreach (var (visit, index) in _seed.Of<Encounter>().OrderBy(visit => visit.Id).Select((visit, i) => (visit, i)).ToList())
        {
            if (visit.Status is EncounterStatus.Finished or EncounterStatus.InProgress && index % 6 != 5)
            {
                var at = (visit.ClinicianStartedAt ?? visit.StartedAt).AddMinutes(9);
                if (at > _world.Now)
                {
                    continue;
                }

                var main = visit.Id == DemoWorld.Id("visit", _organization.Name, "Amina Bello") ? "I10" : CodeFor(visit.Reason) ?? Acute[index % Acute.Length];
                Diagnosis(visit, main, DiagnosisRank.Primary, at);
                if (index % 3 == 0)
                {
                    var further = Chronic[index % Chronic.Length];
                    Diagnosis(visit, further != main ? further : main == "E78.5" ? "I10" : "E78.5", DiagnosisRank.Secondary, at.AddMinutes(1));
                }

                if (index % 9 == 4 && main != "R06.02")
                {
                    Diagnosis(visit, "R06.02", DiagnosisRank.Secondary, at.AddMinutes(2)).EnterInError("Chosen by mistake", _doctor, at.AddMinutes(4));
                }
            }
        }
    }

    private static string? CodeFor(string? reason) => Array.Find(ByReason, pair => reason?.Contains(pair.Word, StringComparison.OrdinalIgnoreCase) == true).Code;

    private EncounterDiagnosis Diagnosis(Encounter visit, string code, DiagnosisRank rank, DateTime at)
    {
        var diagnosis = new EncounterDiagnosis(DemoWorld.Id("diagnosis", visit.Id.ToString(), code), _organization.Id, visit.PatientId, visit.Id, code, _titles[code], rank, _doctor, at);
        _seed.Add(diagnosis);
        return diagnosis;
    }

    private HealthProblem Problem(Patient patient, string code, ProblemVerification verification, ProblemSeverity? severity, DateOnly? onset, DateTime at, string? note = null)
    {
        var problem = new HealthProblem(Id("problem", patient, code), _organization.Id, patient.Id, new ProblemFacts(_titles[code], code, severity, onset, note), verification, _doctor, at);
        _seed.Add(problem);
        return problem;
    }

    private static void Ended(HealthProblem problem, ProblemStatus status, DateOnly on) => problem.MoveTo(status, on < problem.OnsetOn ? problem.OnsetOn.Value : on);

    /// <summary>So many days ago, and within the patient's life.</summary>
    private DateOnly Later(Patient patient, int daysAgo) => _today.AddDays(-daysAgo) is var day && day < patient.BirthDate ? patient.BirthDate : day;

    private static Guid Id(string kind, Patient patient, string more = "") => DemoWorld.Id(kind, patient.Id.ToString(), more);
}
