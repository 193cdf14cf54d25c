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

    /// <summary>A visit or stay of the patient; null for none, which a discharge letter cannot have.</summary>
    public Guid? EncounterId { get; set; }

    /// <summary>Code of a template; null for empty fields.</summary>
    [CleanText(40)]
    public string? Template { get; set; }
}

/// <summary>A form by which something is signed: it can be held back from the patient, with a reason.</summary>
public interface IHoldsBack
{
    /// <summary>Hold it back from the patient.</summary>
    bool Hold { get; set; }

    string? HoldReason { get; set; }
}

public sealed class SignNoteForm : IHoldsBack
{
    public Guid NoteId { get; set; }

    public Guid EditorId { get; set; }

    /// <inheritdoc/>
    public bool Hold { get; set; }

    [CleanText(400), Display(Name = "Reason for holding back")]
    public string? HoldReason { get; set; }
}

/// <summary>Later words to a signed note.</summary>
public sealed class AddAddendumForm : IHoldsBack
{
    public Guid NoteId { get; set; }

    /// <summary>Made by the screen: pressing twice writes one.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Write the addendum."), CleanText(20_000, Lines = true), Display(Name = "Addendum")]
    public string? Text { get; set; }

    /// <inheritdoc/>
    public bool Hold { get; set; }

    [CleanText(400), Display(Name = "Reason for holding back")]
    public string? HoldReason { get; set; }
}

/// <summary>Strikes a note through.</summary>
public sealed class StrikeNoteForm
{
    public Guid NoteId { get; set; }

    [Required(ErrorMessage = "Choose what is wrong with the note.")]
    public NoteMistake? Mistake { get; set; }

    [Required(ErrorMessage = "Say why."), CleanText(400), Display(Name = "Reason")]
    public string? Reason { get; set; }
}

/// <summary>Holds a note or an addendum to it back from the patient, or lets them read it in the author's place, with a reason.</summary>
public sealed class NoteReasonForm
{
    public Guid NoteId { get; set; }

    /// <summary>An addendum to the note; null for the note itself.</summary>
    public Guid? AddendumId { get; set; }

    [Required(ErrorMessage = "Say why."), CleanText(400), Display(Name = "Reason")]
    public string? Reason { get; set; }
}

public sealed class SetNoteReleaseForm
{
    [Required(ErrorMessage = "Enter 0 to 90 days; 0 means at signing."), Range(0, NoteReleaseRule.MostDays, ErrorMessage = "Enter 0 to 90 days; 0 means at signing.")]
    public int? Days { get; set; }

    public Guid? Version { get; set; }
}
