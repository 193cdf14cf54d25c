using MediSecure.Data.Features.Patients;

namespace MediSecure.Data.Features.Vitals;

/// <summary>One set of observations in the chart.</summary>
/// <param name="Id">The set.</param>
/// <param name="TakenAt">UTC.</param>
/// <param name="RecordedAt">UTC.</param>
/// <param name="By">Who recorded it; null when unknown.</param>
/// <param name="Values">With the decimals that were typed.</param>
/// <param name="News2">As it was when recorded.</param>
/// <param name="Pregnant">Why there is no score.</param>
/// <param name="ErrorReason">Why it is struck through; null while it counts.</param>
/// <param name="ErrorAt">UTC.</param>
/// <param name="ErrorBy">Who struck it through.</param>
public sealed record VitalSetRow(Guid Id, DateTime TakenAt, DateTime RecordedAt, string? By, VitalValues Values, News2Result News2, bool Pregnant, string? ErrorReason, DateTime? ErrorAt, string? ErrorBy)
{
    public bool Counts => ErrorAt is null;

    /// <summary>Weight and height alone.</summary>
    public bool IsMeasuresOnly => Values.IsMeasuresOnly;
}

/// <summary>How a patient stands by NEWS2.</summary>
/// <param name="SetId">The newest set.</param>
/// <param name="Status">Of the newest set.</param>
/// <param name="Score">Of the newest set; of the last complete one while the newest is incomplete.</param>
/// <param name="ScoredAt">UTC: when the set of <paramref name="Score"/> was taken.</param>
/// <param name="PreviousScore">The one before.</param>
/// <param name="Response">What <paramref name="Score"/> asks for.</param>
/// <param name="TakenAt">UTC: the newest set.</param>
/// <param name="DueAt">UTC: from when the next set is due.</param>
/// <param name="OverdueAt">UTC.</param>
/// <param name="IsCurrent">Of the stay or visit that lasts; false when the patient is not here, or was measured before: then it says how it was, and asks for nothing.</param>
public sealed record News2Row(Guid SetId, News2Status Status, int? Score, DateTime? ScoredAt, int? PreviousScore, News2Response? Response, DateTime TakenAt, DateTime? DueAt, DateTime? OverdueAt, bool IsCurrent);

/// <summary>Who ordered SpO2 scale 2, when and why; and until when, once it ended.</summary>
public sealed record ScaleOrderRow(Guid Id, string Reason, DateTime OrderedAt, string? OrderedBy, DateTime? EndedAt = null);

/// <summary>The vitals of one chart.</summary>
/// <param name="Sets">Newest first, at most 200; those entered in error are among them.</param>
/// <param name="News2">Null before the first set.</param>
/// <param name="ScaleOrder">Null: scale 1.</param>
/// <param name="Bmi">By the newest weight and the newest height since the 18th birthday; null under 18 or when one is not known.</param>
/// <param name="AgeYears">Today.</param>
/// <param name="MayBePregnant">The question is asked.</param>
/// <param name="Pregnant">Counts as pregnant now: see <see cref="VitalsService.IsPregnantAsync"/>.</param>
/// <param name="Inpatient">Lies here now: observations fall due.</param>
/// <param name="EarlierScaleOrder">The last order of scale 2, when it ended with an earlier stay and nobody decided since.</param>
public sealed record VitalsChart(IReadOnlyList<VitalSetRow> Sets, News2Row? News2, ScaleOrderRow? ScaleOrder, Bmi? Bmi, int AgeYears, bool MayBePregnant, bool Pregnant, bool Inpatient,
    ScaleOrderRow? EarlierScaleOrder = null);

/// <summary>What came of saving: the set, or questions about unusual numbers and nothing saved.</summary>
public sealed record VitalsOutcome(VitalSetRow? Saved, IReadOnlyList<VitalQuestion> Questions);

/// <summary>An inpatient with the newest score and what is due.</summary>
public sealed record WardRiskRow(Guid EncounterId, Guid PatientId, string Patient, string RecordNumber, Sex Sex, DateOnly BirthDate, string Bed, string Ward, DateTime AdmittedAt, News2Status? Status,
    int? Score, int? PreviousScore, News2Response? Response, DateTime? TakenAt, DateTime? DueAt, DateTime? OverdueAt, EscalationStatus? Escalation, DateTime? EscalationDueAt)
{
    /// <summary>When the set of <see cref="Score"/> was taken: before <see cref="TakenAt"/> when the newest set is incomplete.</summary>
    public DateTime? ScoredAt { get; init; }

    /// <summary>The time of the last score itself has run out, whatever incomplete sets came since.</summary>
    public bool IsScoreOverdue(DateTime now) => Response is { } response && ScoredAt + News2Schedule.NextSet(response).Until < now;

    /// <summary>Nobody on the ward has taken a set yet, whatever the emergency room measured.</summary>
    public bool IsFirstDue => Status is null || TakenAt < AdmittedAt;

    /// <summary>The first set is due from admission.</summary>
    public DateTime? Due => IsFirstDue ? AdmittedAt : DueAt;

    public DateTime? Overdue => IsFirstDue ? AdmittedAt : OverdueAt;
}

/// <summary>Figures of the ward for the dashboards.</summary>
/// <param name="Inpatients">Whose chart opens to the caller.</param>
/// <param name="AtRisk">With NEWS2 of 5 or more, or a single 3.</param>
/// <param name="Overdue">Observations overdue.</param>
/// <param name="Escalations">Open.</param>
/// <param name="EscalationsOverdue">Of those, nobody came in time.</param>
public sealed record WardRiskFigures(int Inpatients, int AtRisk, int Overdue, int Escalations, int EscalationsOverdue);

/// <summary>An escalation with names.</summary>
/// <remarks>Restricted: on a list its chart asks for a reason, so that nobody's words are in the row.</remarks>
public sealed record EscalationRow(Guid Id, Guid PatientId, string Patient, string RecordNumber, Sex Sex, DateOnly BirthDate, string? Bed, string? Ward, bool IsRestricted, int? Score, News2Response Response, string? Reason,
    EscalationStatus Status, DateTime RequestedAt, string? RequestedBy, DateTime DueAt, DateTime? AcknowledgedAt, string? AcknowledgedBy, DateTime? AttendedAt, string? AttendedBy, DateTime? ClosedAt,
    string? ClosedBy, string? Outcome)
{
    public bool IsOpen => ClosedAt is null;

    public bool IsOverdue(DateTime now) => IsOpen && AttendedAt is null && now > DueAt;
}
