using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Vitals;

namespace MediSecure.Data.Features.Nutrition;

/// <summary>An assessment in the chart, with what it was made of.</summary>
public sealed record AssessmentRow(Guid Id, DateTime AssessedAt, string? By, string Rule, int AgeYears, bool Pregnant, decimal? Weight, DateTime? WeightAt, decimal? Height, DateTime? HeightAt, decimal? PastWeight,
    DateTime? PastWeightAt, decimal? LossProposed, decimal? LossPercent, string? LossReason, bool? AcutelyIll, MustStatus Status, int? Score, MustRisk? Risk, int? BmiPoints, int? LossPoints, int? AcutePoints,
    string? Summary, bool Mine, string? ErrorReason, DateTime? ErrorAt, string? ErrorBy)
{
    public bool Counts => ErrorAt is null;

    /// <summary>Null for children, in pregnancy, and without weight or height.</summary>
    public Bmi? Bmi => Pregnant ? null : Vitals.Bmi.Of(Weight, Height, AgeYears);

    /// <summary>What kept it from a score.</summary>
    public IReadOnlyList<MustInput> Missing => Must.Of(AgeYears, Pregnant, Weight, Height, LossPercent, AcutelyIll).Missing;
}

/// <summary>A consult with names.</summary>
/// <remarks>Restricted: on a list its chart asks for a reason, so that no clinical words are in the row.</remarks>
public sealed record ConsultRow(Guid Id, Guid PatientId, string Patient, string RecordNumber, Sex Sex, DateOnly BirthDate, string? Bed, string? Ward, bool IsRestricted, string? Reason, ConsultUrgency Urgency, ConsultStatus Status,
    DateTime RequestedAt, string? RequestedBy, DateTime? AcceptedAt, string? AcceptedBy, DateTime? ClosedAt, string? ClosedBy, string? ClosedReason)
{
    public bool IsOpen => ClosedAt is null;
}

/// <summary>The nutrition of one chart.</summary>
/// <param name="AgeYears">Today.</param>
/// <param name="Pregnant">BMI and MUST are not valid.</param>
/// <param name="Weight">The newest; <paramref name="WeightIsRecent"/> says whether MUST takes it.</param>
/// <param name="Height">The newest.</param>
/// <param name="Bmi">Of both; null for children, in pregnancy, and when one is missing.</param>
/// <param name="PastWeight">The highest of three to six months ago.</param>
/// <param name="LossProposed">Percent, from it and the newest; null when one is missing.</param>
/// <param name="Weights">Newest first, at most 60.</param>
/// <param name="Assessments">Newest first, at most 50; those entered in error are among them.</param>
/// <param name="Consults">The open one first, then the newest; at most ten.</param>
public sealed record NutritionChart(int AgeYears, bool Pregnant, MeasuredValue? Weight, bool WeightIsRecent, MeasuredValue? Height, Bmi? Bmi, MeasuredValue? PastWeight, decimal? LossProposed,
    IReadOnlyList<MeasuredValue> Weights, IReadOnlyList<AssessmentRow> Assessments, IReadOnlyList<ConsultRow> Consults)
{
    public ConsultRow? Open => Consults.FirstOrDefault(consult => consult.IsOpen);

    /// <summary>The newest that counts.</summary>
    public AssessmentRow? Latest => Assessments.FirstOrDefault(assessment => assessment.Counts);

    /// <summary>MUST as it would be with these answers.</summary>
    public MustResult MustWith(decimal? lossPercent, bool? acutelyIll) => Must.Of(AgeYears, Pregnant, WeightIsRecent ? Weight?.Value : null, Height?.Value, lossPercent, acutelyIll);
}

/// <summary>A patient whose newest score says high risk of malnutrition; without the score when the chart is restricted.</summary>
public sealed record RiskRow(Guid PatientId, string Patient, string RecordNumber, Sex Sex, DateOnly BirthDate, string? Bed, string? Ward, int? Score, DateTime AssessedAt, string? By);

/// <summary>Figures of the dietitians' work.</summary>
/// <param name="Consults">Open.</param>
/// <param name="Urgent">Of those, to be seen today.</param>
/// <param name="HighRisk">Patients whose newest MUST is 2 or more.</param>
public sealed record NutritionFigures(int Consults, int Urgent, int HighRisk);
