using MediSecure.Data.Features.Vitals;

namespace MediSecure.Web.Features.Vitals;

/// <summary>A value at its time, UTC.</summary>
public sealed record TrendPoint(DateTime At, double Value);

/// <summary>The normal range of a measure: no points.</summary>
public sealed record TrendBand(double From, double To);

/// <summary>One row of the trend: what it is called, its unit and normal range, and how it is read from a set.</summary>
/// <param name="Name">On the screen.</param>
/// <param name="Unit">On the screen.</param>
/// <param name="Normal">In words: <c>12 to 20</c>.</param>
/// <param name="Band">Drawn behind the line.</param>
/// <param name="Least">Shown at least.</param>
/// <param name="Most">Shown at least.</param>
/// <param name="Value">Null when not measured.</param>
/// <param name="Parameter">Whose points stand beside the newest value.</param>
public sealed record TrendMeasure(string Name, string Unit, string Normal, TrendBand Band, double Least, double Most, Func<VitalValues, decimal?> Value, News2Parameter Parameter)
{
    /// <summary>The measures of NEWS2 in the order of its chart, with the bands that give no points.</summary>
    public static IReadOnlyList<TrendMeasure> Of(SaturationScale scale) =>
    [
        new("Respiration", "/min", "12 to 20", new(12, 20), 8, 26, v => v.Respiration, News2Parameter.Respiration),
        scale == SaturationScale.Two
            ? new("SpO2, scale 2", "%", "88 to 92", new(88, 92), 84, 98, v => v.Saturation, News2Parameter.Saturation)
            : new("SpO2", "%", "96 or more", new(96, 100), 90, 100, v => v.Saturation, News2Parameter.Saturation),
        new("Systolic", "mmHg", "111 to 219", new(111, 219), 90, 160, v => v.Systolic, News2Parameter.Systolic),
        new("Pulse", "/min", "51 to 90", new(51, 90), 45, 115, v => v.Pulse, News2Parameter.Pulse),
        new("Temperature", "°C", "36.1 to 38.0", new(36.1, 38.0), 35.5, 39, v => v.Temperature, News2Parameter.Temperature),
    ];
}
