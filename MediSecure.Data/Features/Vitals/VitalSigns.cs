using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Vitals;

/// <summary>Observations taken at one moment. FHIR: Observation panel 85353-1, its score an Observation with hasMember. Never edited: a mistake is marked and struck through.</summary>
public sealed class VitalSigns : IPatientOwned, IVersioned
{
    /// <summary>How long a set that says pregnant is believed.</summary>
    public const int PregnancyDays = 30;

    private VitalSigns()
    {
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    /// <summary>The stay or visit during which it was taken.</summary>
    public Guid? EncounterId { get; private set; }

    public DateTime TakenAt { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    public int? Respiration { get; private set; }

    public int? Saturation { get; private set; }

    public SaturationScale Scale { get; private set; }

    public bool? OnOxygen { get; private set; }

    public decimal? OxygenFlow { get; private set; }

    public int OxygenFlowDecimals { get; private set; }

    public OxygenDevice? Device { get; private set; }

    public int? Systolic { get; private set; }

    public int? Diastolic { get; private set; }

    public int? Pulse { get; private set; }

    public Consciousness? Consciousness { get; private set; }

    public decimal? Temperature { get; private set; }

    public int TemperatureDecimals { get; private set; }

    public decimal? Weight { get; private set; }

    public int WeightDecimals { get; private set; }

    public decimal? Height { get; private set; }

    public int HeightDecimals { get; private set; }

    public int? Pain { get; private set; }

    public int? GcsEye { get; private set; }

    public int? GcsVerbal { get; private set; }

    public int? GcsMotor { get; private set; }

    public int? GcsTotal { get; private set; }

    /// <summary>The patient was pregnant: no NEWS2.</summary>
    public bool Pregnant { get; private set; }

    public News2Status Status { get; private set; }

    public int? Score { get; private set; }

    public News2Response? Response { get; private set; }

    public bool SingleThree { get; private set; }

    public DateTime? EnteredInErrorAt { get; private set; }

    public Guid? EnteredInErrorBy { get; private set; }

    public string? EnteredInErrorReason { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>The numbers with the decimals that were typed.</summary>
    public VitalValues Values => new()
    {
        Respiration = Respiration, Saturation = Saturation, Scale = Scale, OnOxygen = OnOxygen, OxygenFlow = Typed(OxygenFlow, OxygenFlowDecimals), Device = Device,
        Systolic = Systolic, Diastolic = Diastolic, Pulse = Pulse, Consciousness = Consciousness, Temperature = Typed(Temperature, TemperatureDecimals),
        Weight = Typed(Weight, WeightDecimals), Height = Typed(Height, HeightDecimals), Pain = Pain, GcsEye = GcsEye, GcsVerbal = GcsVerbal, GcsMotor = GcsMotor, GcsTotal = GcsTotal,
    };

    /// <summary>A new set; <paramref name="values"/> have passed <see cref="VitalCheck"/>.</summary>
    public static VitalSigns Record(Guid id, Guid organizationId, Guid patientId, Guid? encounterId, VitalValues values, int ageYears, bool pregnant, DateTime takenAt, DateTime recordedAt, Guid by)
    {
        var news2 = News2.Of(values, ageYears, pregnant);
        var parts = values is { GcsEye: { } eye, GcsVerbal: { } verbal, GcsMotor: { } motor } ? eye + verbal + motor : (decimal?)null;
        return new VitalSigns
        {
            Id = id, OrganizationId = organizationId, PatientId = patientId, EncounterId = encounterId, TakenAt = takenAt, RecordedAt = recordedAt, RecordedBy = by,
            Respiration = Whole(values.Respiration), Saturation = Whole(values.Saturation), Scale = values.Scale,
            // Oxygen is off unless somebody says so; without anything of NEWS2 that says nothing.
            OnOxygen = values.TouchesNews2 ? values.OnOxygen : null,
            OxygenFlow = values.OxygenFlow, OxygenFlowDecimals = Decimals(values.OxygenFlow), Device = values.OnOxygen == true ? values.Device : null,
            Systolic = Whole(values.Systolic), Diastolic = Whole(values.Diastolic), Pulse = Whole(values.Pulse), Consciousness = values.Consciousness,
            Temperature = values.Temperature, TemperatureDecimals = Decimals(values.Temperature), Weight = values.Weight, WeightDecimals = Decimals(values.Weight),
            Height = values.Height, HeightDecimals = Decimals(values.Height), Pain = Whole(values.Pain),
            GcsEye = Whole(values.GcsEye), GcsVerbal = Whole(values.GcsVerbal), GcsMotor = Whole(values.GcsMotor), GcsTotal = Whole(values.GcsTotal ?? parts),
            Pregnant = pregnant, Status = news2.Status, Score = news2.Score, Response = news2.Response, SingleThree = news2.SingleThree,
        };
    }

    /// <summary>Strikes the set through. It stays in the record and counts for nothing.</summary>
    public Result MarkInError(string reason, DateTime at, Guid by)
    {
        if (EnteredInErrorAt is not null)
        {
            return VitalErrors.AlreadyInError;
        }

        (EnteredInErrorAt, EnteredInErrorBy, EnteredInErrorReason) = (at, by, reason);
        return Result.Ok;
    }

    private static int? Whole(decimal? value) => value is { } number ? (int)number : null;

    private static int Decimals(decimal? value) => value?.Scale ?? 0;

    // The database gives six decimals back; zero with the typed scale brings the scale, rounding takes what is too much.
    private static decimal? Typed(decimal? value, int decimals) => value is { } number ? Math.Round(number, decimals) + new decimal(0, 0, 0, false, (byte)decimals) : null;
}
