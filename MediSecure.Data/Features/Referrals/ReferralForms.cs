using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Referrals;

/// <summary>A draft, new or changed.</summary>
public sealed class WriteReferralForm
{
    /// <summary>Made by the screen: pressing twice makes one.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Of the draft that is changed; null for a new one.</summary>
    public Guid? Version { get; set; }

    /// <summary>Null for the own organisation and for outside.</summary>
    public Guid? OrganizationId { get; set; }

    /// <summary>A department there; null for outside.</summary>
    [Display(Name = "Where")]
    public Guid? DepartmentId { get; set; }

    /// <summary>Name and address of somewhere else.</summary>
    [CleanText(300), Display(Name = "Outside address")]
    public string? Outside { get; set; }

    /// <summary>Left empty, that of the department.</summary>
    [CleanText(120), Display(Name = "Specialty")]
    public string? Specialty { get; set; }

    [Required(ErrorMessage = "Choose how urgent it is.")]
    public ReferralUrgency? Urgency { get; set; }

    [Required(ErrorMessage = "Choose what is asked for.")]
    public ReferralCategory? Category { get; set; }

    [Required(ErrorMessage = "Enter why the patient is referred."), CleanText(ReferralRules.MaxReason), Display(Name = "Reason")]
    public string? Reason { get; set; }

    [CleanText(1_000, Lines = true), Display(Name = "Clinical question")]
    public string? Question { get; set; }

    [CleanText(ReferralRules.MaxLetter, Lines = true), Display(Name = "Letter")]
    public string? Letter { get; set; }

    /// <summary>Problems of the patient that the letter names.</summary>
    public IReadOnlyCollection<Guid> ProblemIds { get; set; } = [];

    /// <summary>Diagnoses that the draft named already and that match no problem any more: the letter keeps those that stand here, in the words they had.</summary>
    public IReadOnlyCollection<string> KeptDiagnoses { get; set; } = [];
}

/// <summary>A step that needs a reason: reject, hold, withdraw, fail.</summary>
public sealed class ReferralReasonForm
{
    public Guid ReferralId { get; set; }

    [Required(ErrorMessage = "Say why."), CleanText(ReferralRules.MaxReason), Display(Name = "Reason")]
    public string? Reason { get; set; }
}

/// <summary>The loop is closed: by the report, or for a reason.</summary>
public sealed class CloseReferralForm
{
    public Guid ReferralId { get; set; }

    [CleanText(ReferralRules.MaxReason), Display(Name = "Reason")]
    public string? Reason { get; set; }
}

/// <summary>What the receiving side found and advises.</summary>
public sealed class ReportReferralForm
{
    public Guid ReferralId { get; set; }

    [Required(ErrorMessage = "Write the report."), CleanText(ReferralRules.MaxReport, Lines = true), Display(Name = "Report")]
    public string? Report { get; set; }
}

/// <summary>The person referred is this patient of ours.</summary>
public sealed class LinkReferralForm
{
    public Guid ReferralId { get; set; }

    public Guid PatientId { get; set; }

    /// <summary>Name or sex differ from what the sender has, and somebody compared them.</summary>
    public bool Confirmed { get; set; }
}

/// <summary>This visit is the one that was asked for.</summary>
public sealed class AttachVisitForm
{
    public Guid ReferralId { get; set; }

    public Guid AppointmentId { get; set; }
}
