using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Vitals;

/// <summary>WHO, adults from 18 years: below 18.5, from 25, from 30 kg/m².</summary>
public enum BmiClass
{
    Underweight,
    Normal,
    Overweight,
    Obese,
}

/// <summary>Body mass index. It is classified as it is, and shown to a tenth.</summary>
/// <param name="Exact">kg/m², not rounded.</param>
public sealed record Bmi(decimal Exact)
{
    public const int LeastAge = 18;

    /// <summary>kg/m², as it is shown.</summary>
    public decimal Value => Tenth.Of(Exact, Side);

    public BmiClass Class => Exact switch { < 18.5m => BmiClass.Underweight, < 25m => BmiClass.Normal, < 30m => BmiClass.Overweight, _ => BmiClass.Obese };

    /// <summary>Null under 18, or when weight or height is not known.</summary>
    public static Bmi? Of(decimal? kilograms, decimal? centimetres, int ageYears) =>
        // A quotient of 28 digits meets a limit only when it is the limit: measurements have far fewer.
        ageYears < LeastAge || kilograms is not { } weight || centimetres is not (> 0 and { } height) ? null : new(weight * 10_000 / (height * height));

    /// <summary>The 18th birthday, UTC: who grew up since a height was taken has another one.</summary>
    public static DateTime GrownAt(DateOnly birthDate, TimeZoneInfo zone) => LocalDay.Bounds(zone, birthDate.AddYears(LeastAge)).StartsAt;

    // Between which limits: those of the classes, and "above 20" of MUST.
    private static int Side(decimal bmi) => bmi switch { < 18.5m => 0, <= 20m => 1, < 25m => 2, < 30m => 3, _ => 4 };
}

/// <summary>Numbers that are shown to a tenth and never on another side of a limit than they are.</summary>
public static class Tenth
{
    private const decimal Hundredth = 0.01m;

    /// <summary>Rounded to a tenth, half away from zero; to a hundredth when the tenth would seem to cross a limit (24.96 and not 25.0), and then the next one on its own side (24.99 for 24.996).</summary>
    /// <param name="exact">The number.</param>
    /// <param name="side">Between which limits a number lies; grows with it.</param>
    public static decimal Of(decimal exact, Func<decimal, int> side)
    {
        var (tenth, hundredth, own) = (Math.Round(exact, 1, MidpointRounding.AwayFromZero), Math.Round(exact, 2, MidpointRounding.AwayFromZero), side(exact));
        return side(tenth) == own ? tenth : side(hundredth) == own ? hundredth : side(hundredth) > own ? hundredth - Hundredth : hundredth + Hundredth;
    }
}
