using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Allergies;

/// <summary>What is known of one allergy, as the form gives it.</summary>
public sealed record AllergyFacts(string Substance, AllergenClass? SubstanceClass, AllergyCategory Category, AllergyType Type, ReactionKind Reaction, string? ReactionNote, ReactionSeverity Severity,
    AllergyCriticality Criticality, int? OnsetYear);

/// <summary>A substance that harmed a patient or may. FHIR: AllergyIntolerance. Never deleted: what was entered in error stays, struck through, with its reason.</summary>
public sealed class Allergy : IPatientOwned, IVersioned
{
    private Allergy()
    {
    }

    public Allergy(Guid id, Guid organizationId, Guid patientId, AllergyFacts facts, AllergyVerification verification, Guid recordedBy, DateTime recordedAt)
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

    /// <summary>As people call it: <c>Penicillin</c>, <c>Groundnut</c>.</summary>
    public string Substance { get; private set; } = "";

    public AllergenClass? SubstanceClass { get; private set; }

    public AllergyCategory Category { get; private set; }

    public AllergyType Type { get; private set; }

    public ReactionKind Reaction { get; private set; }

    public string? ReactionNote { get; private set; }

    public ReactionSeverity Severity { get; private set; }

    public AllergyCriticality Criticality { get; private set; }

    /// <summary>Year in which it was first seen; nobody remembers the day.</summary>
    public int? OnsetYear { get; private set; }

    public AllergyClinicalStatus ClinicalStatus { get; private set; }

    public AllergyVerification Verification { get; private set; }

    /// <summary>Sign-in of who recorded it.</summary>
    public Guid RecordedBy { get; private set; }

    public DateTime RecordedAt { get; private set; }

    /// <summary>Why it was entered in error.</summary>
    public string? ErrorReason { get; private set; }

    public Guid? EnteredInErrorBy { get; private set; }

    public DateTime? EnteredInErrorAt { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Counts for the banner and for checks of orders.</summary>
    public bool IsActive => ClinicalStatus == AllergyClinicalStatus.Active && Verification is AllergyVerification.Unconfirmed or AllergyVerification.Confirmed;

    public Result Correct(AllergyFacts facts)
    {
        if (Verification == AllergyVerification.EnteredInError)
        {
            return AllergyErrors.InError;
        }

        Apply(facts);
        return Result.Ok;
    }

    /// <summary>How it stands now. A refuted allergy is not active, and an active one is not refuted.</summary>
    public Result Assess(AllergyClinicalStatus clinical, AllergyVerification verification)
    {
        if (Verification == AllergyVerification.EnteredInError)
        {
            return AllergyErrors.InError;
        }

        if (verification == AllergyVerification.EnteredInError)
        {
            return AllergyErrors.ErrorNeedsReason;
        }

        if (verification == AllergyVerification.Refuted && clinical == AllergyClinicalStatus.Active)
        {
            return AllergyErrors.RefutedIsNotActive;
        }

        ClinicalStatus = clinical;
        Verification = verification;
        return Result.Ok;
    }

    /// <summary>Recorded by mistake, e.g. for the wrong patient. Stays to be seen.</summary>
    public Result EnterInError(string reason, Guid by, DateTime at)
    {
        if (Verification == AllergyVerification.EnteredInError)
        {
            return AllergyErrors.InError;
        }

        Verification = AllergyVerification.EnteredInError;
        ErrorReason = reason;
        EnteredInErrorBy = by;
        EnteredInErrorAt = at;
        return Result.Ok;
    }

    private void Apply(AllergyFacts facts)
    {
        Substance = facts.Substance;
        SubstanceClass = facts.SubstanceClass;
        Category = facts.Category;
        Type = facts.Type;
        Reaction = facts.Reaction;
        ReactionNote = facts.ReactionNote;
        Severity = facts.Severity;
        Criticality = facts.Criticality;
        OnsetYear = facts.OnsetYear;
    }
}
