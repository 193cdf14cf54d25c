using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Problems;

/// <summary>FHIR: Condition.clinicalStatus.</summary>
public enum ProblemStatus
{
    Active,
    Recurrence,
    Remission,
    Resolved,
}

/// <summary>FHIR: Condition.verificationStatus.</summary>
public enum ProblemVerification
{
    Provisional,
    Confirmed,
    Refuted,
    EnteredInError,
}

/// <summary>FHIR: Condition.severity.</summary>
public enum ProblemSeverity
{
    Mild,
    Moderate,
    Severe,
}

/// <summary>What is known of one problem, as the form gives it.</summary>
public sealed record ProblemFacts(string Title, string? Code, ProblemSeverity? Severity, DateOnly? OnsetOn, string? Note);

/// <summary>A problem that a patient has or had: a coded diagnosis or free text. FHIR: Condition (problem-list-item). Never deleted.</summary>
public sealed class HealthProblem : IPatientOwned, IVersioned
{
    private HealthProblem()
    {
    }

    public HealthProblem(Guid id, Guid organizationId, Guid patientId, ProblemFacts facts, ProblemVerification verification, Guid recordedBy, DateTime recordedAt)
    {
        Id = id;
        OrganizationId = organizationId;
        PatientId = patientId;
        Apply(facts);
        Verification = verification;
        RecordedBy = recordedBy;
        RecordedAt = recordedAt;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    /// <summary>The words, kept as they were: titles of the code list change.</summary>
    public string Title { get; private set; } = "";

    /// <summary>ICD-10-CM; null for free text.</summary>
    public string? Code { get; private set; }

    public ProblemStatus ClinicalStatus { get; private set; }

    public ProblemVerification Verification { get; private set; }

    public ProblemSeverity? Severity { get; private set; }

    public DateOnly? OnsetOn { get; private set; }

    /// <summary>The day on which it went into remission or was resolved.</summary>
    public DateOnly? AbatedOn { get; private set; }

    public string? Note { get; private set; }

    public Guid RecordedBy { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public string? ErrorReason { get; private set; }

    public Guid? EnteredInErrorBy { get; private set; }

    public DateTime? EnteredInErrorAt { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Counts now.</summary>
    public bool IsActive => ClinicalStatus is ProblemStatus.Active or ProblemStatus.Recurrence && Verification is ProblemVerification.Provisional or ProblemVerification.Confirmed;

    /// <summary>What may follow: a problem that came back is a recurrence, never active again.</summary>
    public static bool MayBecome(ProblemStatus from, ProblemStatus to) => (from, to) switch
    {
        (ProblemStatus.Active or ProblemStatus.Recurrence, ProblemStatus.Remission or ProblemStatus.Resolved) => true,
        (ProblemStatus.Remission, ProblemStatus.Recurrence or ProblemStatus.Resolved) => true,
        (ProblemStatus.Resolved, ProblemStatus.Recurrence) => true,
        _ => false,
    };

    /// <summary>Provisional becomes confirmed or refuted, confirmed may be refuted, refuted is thought over again as provisional.</summary>
    public static bool MayBecome(ProblemVerification from, ProblemVerification to) => (from, to) switch
    {
        (ProblemVerification.Provisional, ProblemVerification.Confirmed or ProblemVerification.Refuted) => true,
        (ProblemVerification.Confirmed, ProblemVerification.Refuted) => true,
        (ProblemVerification.Refuted, ProblemVerification.Provisional) => true,
        _ => false,
    };

    public Result Correct(ProblemFacts facts)
    {
        if (Verification == ProblemVerification.EnteredInError)
        {
            return ProblemErrors.InError;
        }

        if (facts.OnsetOn > AbatedOn)
        {
            return ProblemErrors.OnsetAfterEnd;
        }

        Apply(facts);
        return Result.Ok;
    }

    /// <summary>How the problem goes on.</summary>
    /// <param name="to">Its new state.</param>
    /// <param name="on">Since when; the day of an end, or of a return.</param>
    public Result MoveTo(ProblemStatus to, DateOnly on)
    {
        if (Verification == ProblemVerification.EnteredInError)
        {
            return ProblemErrors.InError;
        }

        if (Verification == ProblemVerification.Refuted)
        {
            return ProblemErrors.Refuted;
        }

        if (!MayBecome(ClinicalStatus, to))
        {
            return ProblemErrors.NotPossible(ClinicalStatus, to);
        }

        if (on < OnsetOn || on < AbatedOn)
        {
            return ProblemErrors.BeforeOnset;
        }

        ClinicalStatus = to;
        AbatedOn = to is ProblemStatus.Remission or ProblemStatus.Resolved ? on : null;
        return Result.Ok;
    }

    /// <summary>How certain it is.</summary>
    public Result Assess(ProblemVerification to)
    {
        if (Verification == ProblemVerification.EnteredInError)
        {
            return ProblemErrors.InError;
        }

        if (!MayBecome(Verification, to))
        {
            return ProblemErrors.NotPossible(Verification, to);
        }

        Verification = to;
        return Result.Ok;
    }

    /// <summary>Recorded by mistake. Stays to be seen.</summary>
    public Result EnterInError(string reason, Guid by, DateTime at)
    {
        if (Verification == ProblemVerification.EnteredInError)
        {
            return ProblemErrors.InError;
        }

        Verification = ProblemVerification.EnteredInError;
        ErrorReason = reason;
        EnteredInErrorBy = by;
        EnteredInErrorAt = at;
        return Result.Ok;
    }

    private void Apply(ProblemFacts facts)
    {
        Title = facts.Title;
        Code = facts.Code;
        Severity = facts.Severity;
        OnsetOn = facts.OnsetOn;
        Note = facts.Note;
    }
}
