using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Amendments;

/// <summary>A patient asks for a correction.</summary>
public sealed class RequestAmendmentForm
{
    /// <summary>Made by the screen: pressing twice asks once.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Choose what the request is about.")]
    public AmendmentItem? Item { get; set; }

    /// <summary>The note or entry; none for details of the person.</summary>
    public Guid? ItemId { get; set; }

    [Required(ErrorMessage = "Say what is wrong."), CleanText(AmendmentRequest.MaxLength, Lines = true), Display(Name = "What is wrong")]
    public string? Wrong { get; set; }

    [Required(ErrorMessage = "Say what it should say."), CleanText(AmendmentRequest.MaxLength, Lines = true), Display(Name = "What it should say")]
    public string? ShouldSay { get; set; }
}

/// <summary>Names a request as it was seen.</summary>
public sealed class NameAmendmentForm
{
    public Guid AmendmentId { get; set; }

    public Guid Version { get; set; }
}

/// <summary>A patient disagrees with a refusal.</summary>
public sealed class StateDisagreementForm
{
    public Guid AmendmentId { get; set; }

    [Required(ErrorMessage = "Write why you disagree."), CleanText(AmendmentRequest.MaxLength, Lines = true), Display(Name = "Statement")]
    public string? Statement { get; set; }
}

/// <summary>The record was corrected.</summary>
public sealed class AcceptAmendmentForm
{
    public Guid AmendmentId { get; set; }

    public Guid Version { get; set; }

    /// <summary>The addendum, or the corrected entry.</summary>
    public Guid? LinkId { get; set; }

    [CleanText(AmendmentRequest.MaxLength, Lines = true), Display(Name = "Words to the patient")]
    public string? Answer { get; set; }
}

/// <summary>Details of the person were corrected: there is nothing to name.</summary>
public sealed class AcceptDetailAmendmentForm
{
    public Guid AmendmentId { get; set; }

    public Guid Version { get; set; }

    [CleanText(AmendmentRequest.MaxLength, Lines = true), Display(Name = "Words to the patient")]
    public string? Answer { get; set; }
}

/// <summary>Nothing is corrected, and why.</summary>
public sealed class RefuseAmendmentForm
{
    public Guid AmendmentId { get; set; }

    public Guid Version { get; set; }

    [Required(ErrorMessage = "Choose the ground.")]
    public RefusalGround? Ground { get; set; }

    [Required(ErrorMessage = "Say why, in words that the patient understands."), CleanText(AmendmentRequest.MaxLength, Lines = true), Display(Name = "Reason")]
    public string? Reason { get; set; }
}
