namespace MediSecure.Data.Features.Problems;

/// <summary>One problem on the chart.</summary>
public sealed record ProblemRow(Guid Id, string Title, string? Code, ProblemStatus ClinicalStatus, ProblemVerification Verification, ProblemSeverity? Severity, DateOnly? OnsetOn, DateOnly? AbatedOn, string? Note,
    string? RecordedBy, DateTime RecordedAt, string? ErrorReason, string? EnteredInErrorBy, DateTime? EnteredInErrorAt, Guid Version)
{
    public bool IsActive => ClinicalStatus is ProblemStatus.Active or ProblemStatus.Recurrence && Verification is ProblemVerification.Provisional or ProblemVerification.Confirmed;

    public bool IsInError => Verification == ProblemVerification.EnteredInError;

    /// <summary>States that may follow.</summary>
    public IReadOnlyList<ProblemStatus> NextStates => IsInError || Verification == ProblemVerification.Refuted ? [] : [.. Enum.GetValues<ProblemStatus>().Where(to => HealthProblem.MayBecome(ClinicalStatus, to))];

    /// <summary>Certainties that may follow.</summary>
    public IReadOnlyList<ProblemVerification> NextCertainties => [.. Enum.GetValues<ProblemVerification>().Where(to => HealthProblem.MayBecome(Verification, to))];
}
