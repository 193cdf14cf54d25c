namespace MediSecure.Data.Features.Vitals;

/// <summary>ACVPU. FHIR: Observation LOINC 67775-7.</summary>
public enum Consciousness
{
    Alert,
    NewConfusion,
    Voice,
    Pain,
    Unresponsive,
}

/// <summary>Scale 2 is for hypercapnic failure with a prescribed target of 88–92 %, and only when a doctor ordered it.</summary>
public enum SaturationScale
{
    One,
    Two,
}

/// <summary>How oxygen reaches the patient.</summary>
public enum OxygenDevice
{
    NasalCannula,
    SimpleMask,
    VenturiMask,
    ReservoirMask,
    HighFlow,
    NonInvasiveVentilation,
    Ventilator,
}

/// <summary>What was measured at one moment, as typed: null is "not measured", zero is a value. A decimal keeps how many decimals were typed.</summary>
public sealed record VitalValues
{
    public decimal? Respiration { get; init; }

    public decimal? Saturation { get; init; }

    public SaturationScale Scale { get; init; }

    public bool? OnOxygen { get; init; }

    /// <summary>Litres a minute.</summary>
    public decimal? OxygenFlow { get; init; }

    public OxygenDevice? Device { get; init; }

    public decimal? Systolic { get; init; }

    public decimal? Diastolic { get; init; }

    public decimal? Pulse { get; init; }

    public Consciousness? Consciousness { get; init; }

    /// <summary>Degrees Celsius.</summary>
    public decimal? Temperature { get; init; }

    /// <summary>Kilograms.</summary>
    public decimal? Weight { get; init; }

    /// <summary>Centimetres.</summary>
    public decimal? Height { get; init; }

    /// <summary>0–10.</summary>
    public decimal? Pain { get; init; }

    public decimal? GcsEye { get; init; }

    public decimal? GcsVerbal { get; init; }

    public decimal? GcsMotor { get; init; }

    public decimal? GcsTotal { get; init; }

    /// <summary>Something that NEWS2 is made of was measured. Oxygen alone, which is off unless somebody says so, is not.</summary>
    public bool TouchesNews2 => Respiration is not null || Saturation is not null || OnOxygen == true || Systolic is not null || Pulse is not null || Consciousness is not null || Temperature is not null;

    public bool IsEmpty => !TouchesNews2 && Diastolic is null && Weight is null && Height is null && Pain is null && GcsEye is null && GcsVerbal is null && GcsMotor is null && GcsTotal is null;

    /// <summary>Weight and height alone.</summary>
    public bool IsMeasuresOnly => this is { TouchesNews2: false, Diastolic: null, Pain: null, GcsEye: null, GcsVerbal: null, GcsMotor: null, GcsTotal: null };

    public decimal? this[VitalKind kind] => kind switch
    {
        VitalKind.Respiration => Respiration,
        VitalKind.Saturation => Saturation,
        VitalKind.OxygenFlow => OxygenFlow,
        VitalKind.Systolic => Systolic,
        VitalKind.Diastolic => Diastolic,
        VitalKind.Pulse => Pulse,
        VitalKind.Temperature => Temperature,
        VitalKind.Weight => Weight,
        VitalKind.Height => Height,
        VitalKind.Pain => Pain,
        VitalKind.GcsEye => GcsEye,
        VitalKind.GcsVerbal => GcsVerbal,
        VitalKind.GcsMotor => GcsMotor,
        VitalKind.GcsTotal => GcsTotal,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
