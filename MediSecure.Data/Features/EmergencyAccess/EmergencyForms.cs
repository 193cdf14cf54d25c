using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.EmergencyAccess;

/// <summary>Somebody needs the chart of a patient who is not in their care, now.</summary>
public sealed class OpenEmergencyAccessForm
{
    /// <summary>Made by the form, so that pressing twice is one access.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid PatientId { get; set; }

    [Required(ErrorMessage = "Choose why you need this chart."), EnumDataType(typeof(EmergencyReason), ErrorMessage = "Choose a reason from the list.")]
    public EmergencyReason? Reason { get; set; }

    [Display(Name = "What happened"), Required(ErrorMessage = "Write what happened, in at least 15 characters."), CleanText(EmergencyGrant.LongestExplanation, Lines = true)]
    [MinLength(EmergencyGrant.ShortestExplanation, ErrorMessage = "Write what happened, in at least 15 characters.")]
    public string? Explanation { get; set; }

    /// <summary>Once more; not asked in the demo. Never kept.</summary>
    [StringLength(256, ErrorMessage = "This is longer than any password here.")]
    public string? Password { get; set; }

    /// <summary>The plain confirmation of the demo.</summary>
    public bool Confirmed { get; set; }
}

/// <summary>What a privacy officer found.</summary>
public sealed class ReviewEmergencyAccessForm
{
    public Guid GrantId { get; set; }

    public Guid Version { get; set; }

    [Required(ErrorMessage = "Say whether it was justified."), EnumDataType(typeof(EmergencyOutcome), ErrorMessage = "Choose an outcome from the list.")]
    public EmergencyOutcome? Outcome { get; set; }

    [CleanText(EmergencyGrant.LongestExplanation, Lines = true)]
    public string? Note { get; set; }
}
