namespace MediSecure.Data.Features.Vitals;

/// <summary>WHO, adults from 18 years.</summary>
public enum BmiClass
{
    Underweight,
    Normal,
    Overweight,
    Obese,
}

/// <summary>Body mass index in kg/m², to a tenth; the class follows from what is shown.</summary>
public sealed record Bmi(decimal Value, BmiClass Class)
{
    public const int LeastAge = 18;

    /// <summary>Null under 18, or when weight or height is not known.</summary>
    public static Bmi? Of(decimal? kilograms, decimal? centimetres, int ageYears)
    {
        if (ageYears < LeastAge || kilograms is not { } weight || centimetres is not (> 0 and { } height))
        {
            return null;
        }

        var value = Math.Round(weight * 10_000 / (height * height), 1, MidpointRounding.AwayFromZero);
        return new(value, value switch { < 18.5m => BmiClass.Underweight, < 25m => BmiClass.Normal, < 30m => BmiClass.Overweight, _ => BmiClass.Obese });
    }
}
