namespace MediSecure.Data.Features.Vitals;

/// <summary>What NEWS2 is made of, in the order of its chart.</summary>
public enum News2Parameter
{
    Respiration,
    Saturation,
    Oxygen,
    Systolic,
    Pulse,
    Consciousness,
    Temperature,
}

/// <summary>Whether there is a score.</summary>
public enum News2Status
{
    /// <summary>Nothing of it was measured: a weight, say.</summary>
    NotMeasured,
    Scored,
    /// <summary>Something is missing, so there is no score.</summary>
    Incomplete,
    /// <summary>Under 16 or pregnant.</summary>
    NotApplicable,
}

/// <summary>What has to follow, in ascending order: the highest that applies wins.</summary>
public enum News2Response
{
    /// <summary>0: observations every 12 hours.</summary>
    Routine,
    /// <summary>1–4: every 4 to 6 hours, the nurse decides.</summary>
    NurseDecides,
    /// <summary>A single 3: hourly, urgent ward review.</summary>
    WardReview,
    /// <summary>5–6: hourly, urgent review by a clinician within an hour.</summary>
    UrgentReview,
    /// <summary>7 and more: continuous, emergency team within 30 minutes.</summary>
    Emergency,
}

/// <summary>How responses read, the same on the ward and in the timeline.</summary>
public static class News2Words
{
    /// <summary>Who has to come.</summary>
    public static string Ask(this News2Response response) => response switch
    {
        News2Response.Emergency => "Emergency team",
        News2Response.UrgentReview => "Urgent review by a clinician",
        _ => "Urgent ward review",
    };
}

/// <summary>What a set of observations gives.</summary>
/// <param name="Status">Whether there is a score.</param>
/// <param name="Score">0–20; null unless scored.</param>
/// <param name="Response">Null unless scored.</param>
/// <param name="SingleThree">One parameter alone has three points.</param>
/// <param name="Missing">What was not measured.</param>
public sealed record News2Result(News2Status Status, int? Score, News2Response? Response, bool SingleThree, IReadOnlyList<News2Parameter> Missing);

/// <summary>National Early Warning Score 2 of the Royal College of Physicians (2017), as in its table. Decision support, not a diagnosis.</summary>
public static class News2
{
    public const string Credit = "NEWS2: Royal College of Physicians, National Early Warning Score (NEWS) 2, London 2017. Decision support, not a diagnosis.";

    /// <summary>Younger people have no NEWS2.</summary>
    public const int LeastAge = 16;

    private static readonly News2Parameter[] Parameters = Enum.GetValues<News2Parameter>();

    /// <summary>The score of one set. Missing values never count as zero.</summary>
    public static News2Result Of(VitalValues values, int ageYears, bool pregnant)
    {
        if (!values.TouchesNews2)
        {
            return new(News2Status.NotMeasured, null, null, false, []);
        }

        if (ageYears < LeastAge || pregnant)
        {
            return new(News2Status.NotApplicable, null, null, false, []);
        }

        var missing = Parameters.Where(parameter => Points(parameter, values) is null).ToList();
        if (missing.Count > 0)
        {
            return new(News2Status.Incomplete, null, null, false, missing);
        }

        var points = Parameters.Select(parameter => Points(parameter, values)!.Value).ToList();
        var (score, single) = (points.Sum(), points.Contains(3));
        return new(News2Status.Scored, score, ResponseTo(score, single), single, []);
    }

    /// <summary>The highest response that applies.</summary>
    public static News2Response ResponseTo(int score, bool singleThree) => score switch
    {
        >= 7 => News2Response.Emergency,
        >= 5 => News2Response.UrgentReview,
        _ when singleThree => News2Response.WardReview,
        >= 1 => News2Response.NurseDecides,
        _ => News2Response.Routine,
    };

    /// <summary>Points of one parameter; null when it was not measured.</summary>
    public static int? Points(News2Parameter parameter, VitalValues values) => parameter switch
    {
        News2Parameter.Respiration => values.Respiration is { } respiration ? OfRespiration(respiration) : null,
        News2Parameter.Saturation => values is { Saturation: { } saturation, OnOxygen: { } oxygen } ? OfSaturation(saturation, values.Scale, oxygen) : null,
        News2Parameter.Oxygen => values.OnOxygen is { } given ? OfOxygen(given) : null,
        News2Parameter.Systolic => values.Systolic is { } systolic ? OfSystolic(systolic) : null,
        News2Parameter.Pulse => values.Pulse is { } pulse ? OfPulse(pulse) : null,
        News2Parameter.Consciousness => values.Consciousness is { } state ? OfConsciousness(state) : null,
        News2Parameter.Temperature => values.Temperature is { } temperature ? OfTemperature(temperature) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(parameter)),
    };

    public static int OfRespiration(decimal perMinute) => perMinute switch { <= 8 => 3, <= 11 => 1, <= 20 => 0, <= 24 => 2, _ => 3 };

    public static int OfSaturation(decimal percent, SaturationScale scale, bool onOxygen) => (scale, percent) switch
    {
        (SaturationScale.One, <= 91) => 3,
        (SaturationScale.One, <= 93) => 2,
        (SaturationScale.One, <= 95) => 1,
        (SaturationScale.One, _) => 0,
        (_, <= 83) => 3,
        (_, <= 85) => 2,
        (_, <= 87) => 1,
        (_, <= 92) => 0,
        _ when !onOxygen => 0,
        (_, <= 94) => 1,
        (_, <= 96) => 2,
        _ => 3,
    };

    public static int OfOxygen(bool onOxygen) => onOxygen ? 2 : 0;

    public static int OfSystolic(decimal mmHg) => mmHg switch { <= 90 => 3, <= 100 => 2, <= 110 => 1, <= 219 => 0, _ => 3 };

    public static int OfPulse(decimal perMinute) => perMinute switch { <= 40 => 3, <= 50 => 1, <= 90 => 0, <= 110 => 1, <= 130 => 2, _ => 3 };

    public static int OfConsciousness(Consciousness state) => state == Consciousness.Alert ? 0 : 3;

    /// <summary>Compared after rounding to a tenth, half away from zero: 36.05 counts as 36.1.</summary>
    public static int OfTemperature(decimal celsius) => Math.Round(celsius, 1, MidpointRounding.AwayFromZero) switch { <= 35.0m => 3, <= 36.0m => 1, <= 38.0m => 0, <= 39.0m => 1, _ => 2 };
}
