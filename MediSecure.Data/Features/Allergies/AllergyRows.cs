namespace MediSecure.Data.Features.Allergies;

/// <summary>One allergy on the chart.</summary>
public sealed record AllergyRow(Guid Id, string Substance, AllergenClass? SubstanceClass, AllergyCategory Category, AllergyType Type, ReactionKind Reaction, string? ReactionNote, ReactionSeverity Severity,
    AllergyCriticality Criticality, int? OnsetYear, AllergyClinicalStatus ClinicalStatus, AllergyVerification Verification, string? RecordedBy, DateTime RecordedAt, string? ErrorReason, string? EnteredInErrorBy,
    DateTime? EnteredInErrorAt, Guid Version)
{
    public bool IsActive => ClinicalStatus == AllergyClinicalStatus.Active && Verification is AllergyVerification.Unconfirmed or AllergyVerification.Confirmed;

    public bool IsInError => Verification == AllergyVerification.EnteredInError;
}

/// <summary>What is known about a patient's allergies.</summary>
/// <param name="Answer">The answer to "any allergies?".</param>
/// <param name="NoneStatedAt">When "no known allergies" was said; null unless that is the answer.</param>
/// <param name="NoneStatedBy">By whom.</param>
/// <param name="Rows">Active first and the most dangerous before others, then what no longer counts, then what was entered in error.</param>
public sealed record AllergyPicture(AllergyAnswer Answer, DateTime? NoneStatedAt, string? NoneStatedBy, IReadOnlyList<AllergyRow> Rows)
{
    public IEnumerable<AllergyRow> Active => Rows.Where(row => row.IsActive);
}
