using MediSecure.Data.Features.Vitals;

namespace MediSecure.Data.Features.Nutrition;

public enum MustStatus
{
    Scored,
    /// <summary>Something is missing: no score, whatever is known.</summary>
    Incomplete,
    /// <summary>Under 18 years, or pregnant.</summary>
    NotApplicable,
}

/// <summary>Of malnutrition, by the total of MUST: 0, 1, 2 and more.</summary>
public enum MustRisk
{
    Low,
    Medium,
    High,
}

/// <summary>What MUST is made of.</summary>
public enum MustInput
{
    Weight,
    Height,
    WeightLoss,
    AcuteIllness,
}

/// <summary>What came of MUST.</summary>
/// <param name="BmiPoints">Null when not known.</param>
/// <param name="LossPoints">Null when not known.</param>
/// <param name="AcutePoints">Null when not known.</param>
/// <param name="Missing">Empty when scored.</param>
public sealed record MustResult(MustStatus Status, int? BmiPoints, int? LossPoints, int? AcutePoints, IReadOnlyList<MustInput> Missing)
{
    public int? Score => Status == MustStatus.Scored ? BmiPoints + LossPoints + AcutePoints : null;

    public MustRisk? Risk => Score is { } score ? Must.RiskOf(score) : null;
}

/// <summary>The Malnutrition Universal Screening Tool of BAPEN for adults. BMI in kg/m²: above 20 none, 18.5 to 20 one, below 18.5 two points; unplanned loss of weight in three to six months: below 5 %
/// none, 5 to 10 % one, above 10 % two; acutely ill and no intake for more than five days: two. BMI and loss are classified as they are and not as rounded:
/// 4.95 % is no point, 20.04 is none. What is shown never seems to lie beyond a limit (<see cref="Tenth"/>).</summary>
public static class Must
{
    /// <summary>Stored with every result: a later rule does not change what was found by this one.</summary>
    public const string Rule = "MUST (BAPEN) 2";

    public const int LeastAge = 18;

    /// <summary>A weight older than this says nothing about today.</summary>
    public const int WeightDays = 30;

    public const string Credit = "MUST: BAPEN. Decision support, not a diagnosis. Figures not yet approved by a clinician of this organisation.";

    public static int BmiPoints(decimal bmi) => bmi > 20m ? 0 : bmi >= 18.5m ? 1 : 2;

    public static int LossPoints(decimal percent) => percent < 5m ? 0 : percent <= 10m ? 1 : 2;

    public static int AcutePoints(bool acutelyIll) => acutelyIll ? 2 : 0;

    public static MustRisk RiskOf(int score) => score switch { <= 0 => MustRisk.Low, 1 => MustRisk.Medium, _ => MustRisk.High };

    /// <param name="ageYears">On the day.</param>
    /// <param name="pregnant">BMI and MUST are not valid then.</param>
    /// <param name="kilograms">Not older than <see cref="WeightDays"/>.</param>
    /// <param name="centimetres">The newest height.</param>
    /// <param name="lossPercent">Unplanned, of the weight three to six months ago.</param>
    /// <param name="acutelyIll">Acutely ill, and nothing eaten for more than five days or likely to be.</param>
    public static MustResult Of(int ageYears, bool pregnant, decimal? kilograms, decimal? centimetres, decimal? lossPercent, bool? acutelyIll)
    {
        if (ageYears < LeastAge || pregnant)
        {
            return new(MustStatus.NotApplicable, null, null, null, []);
        }

        var missing = new List<MustInput>();
        Miss(kilograms is null, MustInput.Weight);
        Miss(centimetres is null, MustInput.Height);
        Miss(lossPercent is null, MustInput.WeightLoss);
        Miss(acutelyIll is null, MustInput.AcuteIllness);
        return new(missing.Count == 0 ? MustStatus.Scored : MustStatus.Incomplete, Bmi.Of(kilograms, centimetres, ageYears) is { } bmi ? BmiPoints(bmi.Exact) : null,
            lossPercent is { } loss ? LossPoints(loss) : null, acutelyIll is { } ill ? AcutePoints(ill) : null, missing);

        void Miss(bool isMissing, MustInput input)
        {
            if (isMissing)
            {
                missing.Add(input);
            }
        }
    }
}

/// <summary>How much weight was lost, proposed from what was measured.</summary>
public static class WeightLoss
{
    private const int LatestMonths = 3;
    private const int EarliestMonths = 6;

    /// <summary>The days whose weights are compared with, both included: six to three months before <paramref name="today"/>. The highest of them counts.</summary>
    public static (DateOnly From, DateOnly Until) Window(DateOnly today) => (today.AddMonths(-EarliestMonths), today.AddMonths(-LatestMonths));

    /// <summary>In percent of the weight then, as <see cref="Rounded"/>; who gained has lost nothing.</summary>
    public static decimal Percent(decimal then, decimal now) => Math.Max(0, Rounded((then - now) * 100 / then));

    /// <summary>To a tenth, or to a hundredth beside a limit of MUST, so that it has the points of the number that it was.</summary>
    public static decimal Rounded(decimal percent) => Tenth.Of(percent, Must.LossPoints);
}
