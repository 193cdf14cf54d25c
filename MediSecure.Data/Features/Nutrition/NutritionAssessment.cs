using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Nutrition;

/// <summary>A measured weight in kilograms or height in centimetres, and the observations it stands in.</summary>
public sealed record MeasuredValue(Guid SetId, decimal Value, DateTime TakenAt);

/// <summary>What an assessment is made of: measurements from the observations, the rest by the person who assesses.</summary>
/// <param name="LossProposed">Percent, from the measurements; null without a weight to compare with.</param>
/// <param name="LossPercent">Percent, as it counts.</param>
/// <param name="LossReason">Why it is not what was proposed.</param>
public sealed record NutritionInputs(int AgeYears, bool Pregnant, MeasuredValue? Weight, MeasuredValue? Height, MeasuredValue? PastWeight, decimal? LossProposed, decimal? LossPercent, string? LossReason,
    bool? AcutelyIll);

/// <summary>A screening by MUST, or a dietitian's assessment, with everything it was made of. FHIR: Observation (LOINC 75305-3) with its derivedFrom. Never edited: a mistake is marked and struck
/// through.</summary>
public sealed class NutritionAssessment : IPatientOwned, IVersioned
{
    private NutritionAssessment()
    {
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    /// <summary>The stay or visit during which it was made.</summary>
    public Guid? EncounterId { get; private set; }

    public DateTime AssessedAt { get; private set; }

    public Guid AssessedBy { get; private set; }

    /// <summary>Version of the rule.</summary>
    public string Rule { get; private set; } = "";

    public int AgeYears { get; private set; }

    public bool Pregnant { get; private set; }

    public Guid? WeightSetId { get; private set; }

    public decimal? Weight { get; private set; }

    public DateTime? WeightAt { get; private set; }

    public Guid? HeightSetId { get; private set; }

    public decimal? Height { get; private set; }

    public DateTime? HeightAt { get; private set; }

    public Guid? PastWeightSetId { get; private set; }

    public decimal? PastWeight { get; private set; }

    public DateTime? PastWeightAt { get; private set; }

    public decimal? LossProposed { get; private set; }

    public decimal? LossPercent { get; private set; }

    public string? LossReason { get; private set; }

    public bool? AcutelyIll { get; private set; }

    public MustStatus Status { get; private set; }

    public int? BmiPoints { get; private set; }

    public int? LossPoints { get; private set; }

    public int? AcutePoints { get; private set; }

    public int? Score { get; private set; }

    public MustRisk? Risk { get; private set; }

    /// <summary>What was found, in a sentence or two; the long text is a note.</summary>
    public string? Summary { get; private set; }

    public DateTime? EnteredInErrorAt { get; private set; }

    public Guid? EnteredInErrorBy { get; private set; }

    public string? EnteredInErrorReason { get; private set; }

    public Guid Version { get; private set; }

    public bool Counts => EnteredInErrorAt is null;

    /// <summary>Scores and keeps what it was scored from.</summary>
    public static Result<NutritionAssessment> Make(Guid id, Guid organizationId, Guid patientId, Guid? encounterId, NutritionInputs inputs, string? summary, DateTime at, Guid by)
    {
        var loss = inputs.LossPercent is { } percent ? WeightLoss.Rounded(percent) : (decimal?)null;
        if (loss is not null && loss != inputs.LossProposed && inputs.LossReason is null)
        {
            return inputs.LossProposed is null ? NutritionErrors.LossNeedsSource : NutritionErrors.LossNeedsReason;
        }

        var must = Must.Of(inputs.AgeYears, inputs.Pregnant, inputs.Weight?.Value, inputs.Height?.Value, loss, inputs.AcutelyIll);
        if (must.Status == MustStatus.NotApplicable && summary is null)
        {
            return NutritionErrors.NeedsSummary;
        }

        return new NutritionAssessment
        {
            Id = id, OrganizationId = organizationId, PatientId = patientId, EncounterId = encounterId, AssessedAt = at, AssessedBy = by, Rule = Must.Rule, AgeYears = inputs.AgeYears, Pregnant = inputs.Pregnant,
            WeightSetId = inputs.Weight?.SetId, Weight = inputs.Weight?.Value, WeightAt = inputs.Weight?.TakenAt, HeightSetId = inputs.Height?.SetId, Height = inputs.Height?.Value, HeightAt = inputs.Height?.TakenAt,
            PastWeightSetId = inputs.PastWeight?.SetId, PastWeight = inputs.PastWeight?.Value, PastWeightAt = inputs.PastWeight?.TakenAt, LossProposed = inputs.LossProposed, LossPercent = loss,
            LossReason = loss is null || loss == inputs.LossProposed ? null : inputs.LossReason, AcutelyIll = inputs.AcutelyIll, Status = must.Status, BmiPoints = must.BmiPoints, LossPoints = must.LossPoints,
            AcutePoints = must.AcutePoints, Score = must.Score, Risk = must.Risk, Summary = summary,
        };
    }

    /// <summary>Strikes it through. It stays in the record and counts for nothing.</summary>
    public Result MarkInError(string reason, DateTime at, Guid by)
    {
        if (!Counts)
        {
            return NutritionErrors.AlreadyInError;
        }

        (EnteredInErrorAt, EnteredInErrorBy, EnteredInErrorReason) = (at, by, reason);
        return Result.Ok;
    }
}
