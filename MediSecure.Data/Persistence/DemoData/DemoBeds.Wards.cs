using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Patients;

namespace MediSecure.Data.Persistence.DemoData;

internal sealed partial class DemoBeds
{
    private static readonly string[] Isolations = ["Contact: MRSA", "Airborne: suspected tuberculosis", "Droplet: influenza", "Contact: C. difficile"];

    private static readonly WardPlan Medical = new("Ward 3 Medical", "Dr Tunde Adebayo", p => Age(p) >= 16,
        ["Community-acquired pneumonia", "Decompensated heart failure", "Diabetic ketoacidosis", "Severe malaria", "Exacerbation of COPD", "Acute kidney injury", "Stroke, rehabilitation", "Upper gastrointestinal bleeding"]);

    private static readonly WardPlan Surgical = new("Ward 1 Surgical", "Dr Chiamaka Nwosu", p => Age(p) >= 16,
        ["After appendectomy", "After hernia repair", "Cholecystitis", "Fracture of the hip", "Bowel obstruction, observation", "After thyroidectomy"]);

    private static readonly WardPlan Maternity = new("Ward 2 Maternity", "Dr Babatunde Alli", p => p.Sex == Sex.Female && Age(p) is >= 16 and <= 48,
        ["After caesarean section", "Pre-eclampsia", "Labour, 38 weeks", "After delivery, observation", "Hyperemesis"]);

    private static readonly WardPlan Children = new("Ward 4 Children", "Dr Efua Mensah", p => Age(p) < 16,
        ["Bronchiolitis", "Severe malaria", "Gastroenteritis with dehydration", "Sickle cell crisis", "Asthma attack"]);

    private static readonly WardPlan IntensiveCare = new("Intensive Care Unit", "Dr Ibrahim Sule", p => Age(p) >= 16,
        ["Septic shock", "After cardiac arrest", "Polytrauma", "Respiratory failure"]);

    private static readonly WardPlan Day = new("Day ward", "Dr Ngozi Okoro", p => Age(p) >= 16, ["Infusion of iron", "Observation after endoscopy", "Blood transfusion"]);

    private static readonly WardPlan LekkiMedical = new("Ward A", "Dr Aisha Musa", p => Age(p) >= 16, ["Community-acquired pneumonia", "Hypertensive crisis", "Pyelonephritis"]);

    private static readonly WardPlan LekkiSurgical = new("Ward B", "Dr Aisha Musa", p => Age(p) >= 16, ["After appendectomy", "After hernia repair"]);

    private static readonly string[] Repairs = ["Oxygen outlet being repaired", "Bed frame sent for repair", "Ceiling leak above the bed"];

    private static readonly Dictionary<string, Crew> Crews = new()
    {
        [DemoAccounts.General] = new(DemoAccounts.General, [Medical, Surgical, Maternity, Children, IntensiveCare], ["Joy Okafor", "Mary Ude", "Halima Yusuf"], "Sam Etim", "Dr Tunde Adebayo", Repairs,
            new Dictionary<string, BedBoardState>
            {
                ["301-C"] = BedBoardState.DischargeOrdered, ["301-D"] = BedBoardState.Cleaning, ["302-B"] = BedBoardState.Reserved, ["302-D"] = BedBoardState.Free,
                ["303-C"] = BedBoardState.DeepCleaning, ["303-D"] = BedBoardState.DischargeOrdered, ["304-A"] = BedBoardState.Isolated, ["304-C"] = BedBoardState.Closed,
                ["305-B"] = BedBoardState.Free, ["306-A"] = BedBoardState.Free, ["306-C"] = BedBoardState.Cleaning,
                ["101-C"] = BedBoardState.Free, ["102-B"] = BedBoardState.DischargeOrdered, ["102-D"] = BedBoardState.Reserved, ["103-B"] = BedBoardState.Isolated, ["103-C"] = BedBoardState.Cleaning,
                ["201-B"] = BedBoardState.Free, ["201-D"] = BedBoardState.DischargeOrdered, ["202-C"] = BedBoardState.Reserved, ["203-A"] = BedBoardState.Cleaning, ["203-D"] = BedBoardState.Free,
                ["401-B"] = BedBoardState.Free, ["402-A"] = BedBoardState.Isolated, ["402-D"] = BedBoardState.Closed,
                ["I-1-C"] = BedBoardState.DischargeOrdered, ["I-1-D"] = BedBoardState.Reserved, ["I-1-E"] = BedBoardState.DeepCleaning, ["I-1-F"] = BedBoardState.Free,
            },
            InProgress: ["306-C", "103-C"], Transfers: new() { [ChineduLiesIn] = "I-1-B", ["302-C"] = "304-B", ["305-A"] = "306-D", ["101-B"] = "103-A", ["201-A"] = "203-C", ["401-A"] = "402-B" },
            Movable: ["304-D", "202-D", "101-D"], DiedIn: "I-1-A"),
        [DemoAccounts.Ikoyi] = new(DemoAccounts.Ikoyi, [Day], ["Dr Tunde Adebayo"], "Ifeoma Obi", "Dr Ngozi Okoro", Repairs,
            new Dictionary<string, BedBoardState> { ["D-1-B"] = BedBoardState.Free, ["D-1-D"] = BedBoardState.Cleaning }, [], [], [], null),
        [DemoAccounts.Lekki] = new(DemoAccounts.Lekki, [LekkiMedical, LekkiSurgical], ["Samuel Adeyinka"], "Kemi Alade", "Dr Aisha Musa", Repairs,
            new Dictionary<string, BedBoardState>
            {
                ["A-1-B"] = BedBoardState.Free, ["A-1-C"] = BedBoardState.DischargeOrdered, ["A-2-A"] = BedBoardState.Isolated, ["A-2-D"] = BedBoardState.Cleaning,
                ["B-1-A"] = BedBoardState.Free, ["B-1-B"] = BedBoardState.Closed, ["B-1-C"] = BedBoardState.Reserved,
            }, [], new() { ["A-1-A"] = "A-2-B" }, [], null),
    };

    /// <summary>Whole years, near enough to choose a ward: counted to the day of registration.</summary>
    private static int Age(Patient patient) => (DateOnly.FromDateTime(patient.RegisteredAt).DayNumber - patient.BirthDate.DayNumber) / 365;

    private sealed record WardPlan(string Name, string Clinician, Func<Patient, bool> Fits, string[] Reasons);

    /// <param name="Organization">Where.</param>
    /// <param name="Wards">What is treated on each ward, and by whom.</param>
    /// <param name="Nurses">Who admits and records that a patient left.</param>
    /// <param name="CleanerName">Who confirms cleaning: never one of the nurses.</param>
    /// <param name="DoctorName">Who reserves.</param>
    /// <param name="ClosedReasons">Why a bed can be closed.</param>
    /// <param name="States">Beds that are anything but occupied.</param>
    /// <param name="InProgress">Dirty beds that somebody cleans now.</param>
    /// <param name="Transfers">Bed of a patient now → bed in which that stay began.</param>
    /// <param name="Movable">Beds whose patients may have a next bed kept.</param>
    /// <param name="DiedIn">Bed whose last patient died.</param>
    private sealed record Crew(string Organization, WardPlan[] Wards, string[] Nurses, string CleanerName, string DoctorName, string[] ClosedReasons, IReadOnlyDictionary<string, BedBoardState> States,
        string[] InProgress, Dictionary<string, string> Transfers, string[] Movable, string? DiedIn)
    {
        public WardPlan WardOf(string ward) => Wards.Single(w => w.Name == ward);

        public Guid Nurse(DemoWorld world, Random random) => world.StaffMember(Organization, Nurses[random.Next(Nurses.Length)]).UserId;

        public Guid Cleaner(DemoWorld world) => world.StaffMember(Organization, CleanerName).UserId;

        public Guid Doctor(DemoWorld world) => world.StaffMember(Organization, DoctorName).UserId;
    }
}
