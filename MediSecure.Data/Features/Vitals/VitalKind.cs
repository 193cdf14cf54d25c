namespace MediSecure.Data.Features.Vitals;

/// <summary>A measured number of a set.</summary>
public enum VitalKind
{
    Respiration,
    Saturation,
    OxygenFlow,
    Systolic,
    Diastolic,
    Pulse,
    Temperature,
    Weight,
    Height,
    Pain,
    GcsEye,
    GcsVerbal,
    GcsMotor,
    GcsTotal,
}

/// <summary>What a number may be. Outside <see cref="From"/>–<see cref="To"/> it is refused, outside <see cref="AskFrom"/>–<see cref="AskTo"/> the person is asked; the ends belong to the band.</summary>
/// <param name="Kind">Which number; also the name of the form's field.</param>
/// <param name="Name">On the screen.</param>
/// <param name="Unit">On the screen; empty for scores.</param>
/// <param name="Loinc">Code of the observation; null for a part of a score.</param>
/// <param name="Ucum">Code of the unit.</param>
/// <param name="From">Least possible.</param>
/// <param name="To">Greatest possible.</param>
/// <param name="AskFrom">Least usual; null where nothing is asked.</param>
/// <param name="AskTo">Greatest usual.</param>
/// <param name="Decimals">How many may be typed.</param>
public sealed record VitalLimit(VitalKind Kind, string Name, string Unit, string? Loinc, string Ucum, decimal From, decimal To, decimal? AskFrom, decimal? AskTo, int Decimals);

/// <summary>The table of plausible values, one row for each number. Adults only where it says so in <see cref="VitalCheck"/>.</summary>
public static class VitalLimits
{
    public static IReadOnlyList<VitalLimit> All { get; } =
    [
        new(VitalKind.Respiration, "Respiration rate", "/min", "9279-1", "/min", 0, 120, 6, 60, 0),
        new(VitalKind.Saturation, "SpO2", "%", "59408-5", "%", 0, 100, 70, 100, 0),
        new(VitalKind.OxygenFlow, "Oxygen flow", "L/min", "3151-8", "L/min", 0, 80, 0, 15, 2),
        new(VitalKind.Systolic, "Systolic", "mmHg", "8480-6", "mm[Hg]", 0, 300, 60, 240, 0),
        new(VitalKind.Diastolic, "Diastolic", "mmHg", "8462-4", "mm[Hg]", 0, 200, 30, 140, 0),
        new(VitalKind.Pulse, "Pulse", "/min", "8867-4", "/min", 0, 350, 30, 220, 0),
        new(VitalKind.Temperature, "Temperature", "°C", "8310-5", "Cel", 10, 45, 32, 41.5m, 2),
        new(VitalKind.Weight, "Weight", "kg", "29463-7", "kg", 0.2m, 650, 30, 200, 3),
        new(VitalKind.Height, "Height", "cm", "8302-2", "cm", 20, 272, 120, 220, 1),
        new(VitalKind.Pain, "Pain", "of 10", "72514-3", "{score}", 0, 10, null, null, 0),
        new(VitalKind.GcsEye, "GCS eyes", "of 4", null, "{score}", 1, 4, null, null, 0),
        new(VitalKind.GcsVerbal, "GCS words", "of 5", null, "{score}", 1, 5, null, null, 0),
        new(VitalKind.GcsMotor, "GCS movement", "of 6", null, "{score}", 1, 6, null, null, 0),
        new(VitalKind.GcsTotal, "GCS total", "of 15", "9269-2", "{score}", 3, 15, null, null, 0),
    ];

    public static VitalLimit Of(VitalKind kind) => All[(int)kind];
}
