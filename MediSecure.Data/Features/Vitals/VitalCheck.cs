using System.Globalization;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Vitals;

/// <summary>A number that cannot be, with what it probably is in the right unit.</summary>
public sealed record VitalRefusal(string Code, string Message, string Field, decimal? Offer) : Error(Code, Message, ErrorKind.Invalid, Field);

/// <summary>A number that can be but is unusual: the person says that it is right, or takes the offer.</summary>
public sealed record VitalQuestion(VitalKind Kind, decimal Value, string Message, decimal? Offer);

/// <summary>What is known of the patient when a number is judged.</summary>
/// <param name="Adult">18 or older on that day.</param>
/// <param name="LastWeight">Kilograms; null when never weighed.</param>
/// <param name="LastHeight">Centimetres.</param>
/// <param name="OnOxygen">The last SpO2 of the day before was measured on oxygen.</param>
public sealed record VitalBackground(bool Adult, decimal? LastWeight = null, decimal? LastHeight = null, bool OnOxygen = false);

/// <summary>Refuses what cannot be, asks about what is unusual, and recognises numbers of another unit. The figures stand in <see cref="VitalLimits"/>.</summary>
public static class VitalCheck
{
    /// <summary>How long a set on oxygen makes one on air worth a question.</summary>
    public static readonly TimeSpan OxygenRemembered = TimeSpan.FromHours(24);

    private const decimal KilogramsInPound = 0.45359237m;
    private const decimal CentimetresInInch = 2.54m;
    private const decimal Farthest = 1_000_000m;

    /// <summary>The first reason why this set cannot be; null when it can.</summary>
    public static Error? Refusal(VitalValues values, VitalBackground background)
    {
        if (values.IsEmpty)
        {
            return VitalErrors.Empty;
        }

        foreach (var limit in VitalLimits.All)
        {
            if (values[limit.Kind] is { } value && Refusal(limit, value, background) is { } refusal)
            {
                return refusal;
            }
        }

        if (values is { Systolic: { } systolic, Diastolic: { } diastolic } && systolic <= diastolic)
        {
            return VitalErrors.PressureTurned(systolic, diastolic);
        }

        if (values.OnOxygen != true && values.OxygenFlow > 0)
        {
            return VitalErrors.FlowWithoutOxygen;
        }

        return GcsProblem(values);
    }

    /// <summary>What the person is asked before the set is saved.</summary>
    public static IReadOnlyList<VitalQuestion> Questions(VitalValues values, VitalBackground background)
    {
        var questions = new List<VitalQuestion>();
        foreach (var limit in VitalLimits.All)
        {
            if (values[limit.Kind] is { } value && Unusual(limit, value, background) is { } why)
            {
                questions.Add(new VitalQuestion(limit.Kind, value, why, Slip(limit.Kind, value, background)));
            }
        }

        // The switch stands at air for every new set: skipped, it takes two points from the score, by scale 2 up to five.
        if (background.OnOxygen && values is { Saturation: not null, OnOxygen: not true })
        {
            questions.Add(new VitalQuestion(VitalKind.OxygenFlow, 0, "The last set was on oxygen, and this one says air. Is the patient off oxygen?", null));
        }

        return questions;
    }

    /// <summary>What the number probably is in the field's unit: degrees Fahrenheit, metres, inches, pounds, grams, a fraction, a forgotten point. Null when nothing fits.</summary>
    public static decimal? Slip(VitalKind kind, decimal value, VitalBackground background) => Math.Abs(value) > 1_000_000m ? null : kind switch // no unit makes sense of it
    {
        _ when value is < 0 or > Farthest => null, // no unit makes it right, and nothing is calculated with it
        VitalKind.Temperature => First(Usual(VitalKind.Temperature, Round((value - 32) * 5 / 9)), Usual(VitalKind.Temperature, Round(value / 10))),
        VitalKind.Saturation => value is > 0 and <= 1 ? Usual(VitalKind.Saturation, Math.Round(value * 100, MidpointRounding.AwayFromZero)) : null,
        VitalKind.Weight => First(Likely(Round(value * KilogramsInPound), background.LastWeight, 0.10m), Grams(value, background)),
        VitalKind.Height => First(Tall(value * 100, background), Tall(Round(value * CentimetresInInch), background), Tall(Round(value / 10), background)),
        _ => null,
    };

    /// <summary>As people type it: <c>37.0</c> stays <c>37.0</c>.</summary>
    public static string Write(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static VitalRefusal? Refusal(VitalLimit limit, decimal value, VitalBackground background)
    {
        var offer = value < limit.From || value > limit.To || (limit.Decimals == 0 && value != decimal.Truncate(value)) ? Slip(limit.Kind, value, background) : null;
        var hint = offer is { } right ? $" Did you mean {Write(right)} {limit.Unit}?" : " Check the number.";
        if (value < limit.From || value > limit.To)
        {
            return new VitalRefusal("vitals.impossible", $"{limit.Name} {Write(value)} is not possible: it lies between {Write(limit.From)} and {Write(limit.To)} {limit.Unit}.{hint}", limit.Kind.ToString(), offer);
        }

        if (limit.Decimals == 0 && value != decimal.Truncate(value))
        {
            return new VitalRefusal("vitals.not-whole", $"{limit.Name} is a whole number.{hint}", limit.Kind.ToString(), offer);
        }

        return limit.Decimals > 0 && value != Math.Round(value, limit.Decimals)
            ? new VitalRefusal("vitals.too-exact", $"{limit.Name} has at most {limit.Decimals} decimals. Round it.", limit.Kind.ToString(), Math.Round(value, limit.Decimals, MidpointRounding.AwayFromZero))
            : null;
    }

    private static string? Unusual(VitalLimit limit, decimal value, VitalBackground background)
    {
        var forAdults = limit.Kind is VitalKind.Weight or VitalKind.Height;
        if ((!forAdults || background.Adult) && limit is { AskFrom: { } from, AskTo: { } to } && (value < from || value > to))
        {
            return $"{limit.Name} {Write(value)} {limit.Unit} is unusual: most lie between {Write(from)} and {Write(to)}. Is it right?";
        }

        return limit.Kind switch
        {
            VitalKind.Weight when background.LastWeight is { } last && Math.Abs(value - last) > last * 0.10m => $"Weight {Write(value)} kg differs by more than 10 % from the last, {Short(last)} kg. Is it right?",
            VitalKind.Height when background.LastHeight is { } last && Math.Abs(value - last) > 3 => $"Height {Write(value)} cm differs by more than 3 cm from the last, {Short(last)} cm. Is it right?",
            _ => null,
        };
    }

    private static Error? GcsProblem(VitalValues values)
    {
        var parts = new[] { values.GcsEye, values.GcsVerbal, values.GcsMotor };
        var given = parts.Count(part => part is not null);
        if (given is 1 or 2)
        {
            return VitalErrors.GcsParts;
        }

        return given == 3 && values.GcsTotal is { } total && total != parts.Sum() ? VitalErrors.GcsSum(parts.Sum()!.Value) : null;
    }

    private static decimal? Grams(decimal value, VitalBackground background)
    {
        var kilograms = value / 1000;
        return value >= 500 && (background.Adult ? Usual(VitalKind.Weight, kilograms) is not null : kilograms is >= 0.5m and <= 150) ? kilograms : null;
    }

    // A height is offered when it fits the last one, or an adult.
    private static decimal? Tall(decimal value, VitalBackground background) =>
        Likely(value, background.LastHeight, null) ?? (background.LastHeight is null && background.Adult ? Usual(VitalKind.Height, value) : null);

    private static decimal? Likely(decimal value, decimal? last, decimal? share) => last is { } known && Math.Abs(value - known) <= (share is { } part ? known * part : 3) ? value : null;

    private static decimal? Usual(VitalKind kind, decimal value) => VitalLimits.Of(kind) is { AskFrom: { } from, AskTo: { } to } && value >= from && value <= to ? value : null;

    private static decimal? First(params ReadOnlySpan<decimal?> offers)
    {
        foreach (var offer in offers)
        {
            if (offer is not null)
            {
                return offer;
            }
        }

        return null;
    }

    private static decimal Round(decimal value) => decimal.Round(value, 1, MidpointRounding.AwayFromZero) + 0.0m;

    private static string Short(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
