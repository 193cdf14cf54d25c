using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Certificates;

/// <summary>Certifies something for a patient.</summary>
public sealed class IssueCertificateForm
{
    /// <summary>Made by the screen: pressing twice issues one.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Choose what it is for.")]
    public CertificateKind? Kind { get; set; }

    /// <summary>The visit or stay it rests on; null for none.</summary>
    public Guid? EncounterId { get; set; }

    [Required(ErrorMessage = "Type the first day."), Display(Name = "First day")]
    public DateOnly? From { get; set; }

    [Required(ErrorMessage = "Type the last day."), Display(Name = "Last day")]
    public DateOnly? Until { get; set; }

    [CleanText(200), Display(Name = "Why it begins before the visit")]
    public string? BackdatedReason { get; set; }

    /// <summary>It is meant to be longer than usual.</summary>
    public bool Confirmed { get; set; }

    /// <summary>The patient agrees that the diagnosis is printed.</summary>
    public bool PatientAgrees { get; set; }

    /// <summary>A diagnosis of a visit, or a problem, of the patient.</summary>
    public Guid? DiagnosisId { get; set; }

    [CleanText(500, Lines = true), Display(Name = "Remark")]
    public string? Remark { get; set; }
}

/// <summary>A certificate does not count any more.</summary>
public sealed class RevokeCertificateForm
{
    public Guid CertificateId { get; set; }

    [Required(ErrorMessage = "Say why it is revoked, for example: wrong dates."), CleanText(200), Display(Name = "Reason")]
    public string? Reason { get; set; }
}
