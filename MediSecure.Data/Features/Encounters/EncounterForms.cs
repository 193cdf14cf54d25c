using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Encounters;

/// <summary>A diagnosis of a visit.</summary>
public sealed class RecordDiagnosisForm
{
    /// <summary>Made by the form: pressing twice records once.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid EncounterId { get; set; }

    [Required(ErrorMessage = "Choose a diagnosis from the list."), CleanText(8), Display(Name = "Diagnosis")]
    public string? Code { get; set; }

    /// <summary>The one that led to the visit. A visit has one: an earlier one becomes secondary.</summary>
    [Display(Name = "Main diagnosis")]
    public bool Primary { get; set; }
}

/// <summary>Marks a diagnosis as a mistake.</summary>
public sealed class VoidDiagnosisForm
{
    public Guid DiagnosisId { get; set; }

    public Guid Version { get; set; }

    [Required(ErrorMessage = "Say why this was a mistake, for example: wrong visit."), CleanText(200), Display(Name = "Reason")]
    public string? Reason { get; set; }
}
