using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.ClinicalNotes;

/// <summary>Begins a draft.</summary>
public sealed class StartNoteForm
{
    /// <summary>Made by the screen: pressing twice begins one.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Choose what kind of note it is.")]
    public NoteKind? Kind { get; set; }

    /// <summary>A visit or stay of the patient; null for none.</summary>
    public Guid? EncounterId { get; set; }

    /// <summary>Code of a template; null for empty fields.</summary>
    [CleanText(40)]
    public string? Template { get; set; }
}

public sealed class SignNoteForm
{
    public Guid NoteId { get; set; }

    public Guid EditorId { get; set; }

    /// <summary>Hold it back from the patient.</summary>
    public bool Hold { get; set; }

    [CleanText(400), Display(Name = "Reason for holding back")]
    public string? HoldReason { get; set; }
}

/// <summary>Later words to a signed note.</summary>
public sealed class AddAddendumForm
{
    public Guid NoteId { get; set; }

    /// <summary>Made by the screen: pressing twice writes one.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Write the addendum."), CleanText(20_000, Lines = true), Display(Name = "Addendum")]
    public string? Text { get; set; }
}

/// <summary>Strikes a note through, or holds it back, with a reason.</summary>
public sealed class NoteReasonForm
{
    public Guid NoteId { get; set; }

    [Required(ErrorMessage = "Say why."), CleanText(400), Display(Name = "Reason")]
    public string? Reason { get; set; }
}

public sealed class SetNoteReleaseForm
{
    [Required(ErrorMessage = "Enter 0 to 90 days; 0 means at signing."), Range(0, NoteReleaseRule.MostDays, ErrorMessage = "Enter 0 to 90 days; 0 means at signing.")]
    public int? Days { get; set; }

    public Guid? Version { get; set; }
}
