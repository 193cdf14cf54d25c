using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Triage;

/// <summary>Puts a registered patient into the queue.</summary>
public sealed class AddToTriageForm
{
    /// <summary>Made by the form: pressing twice is one entry.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Choose the patient."), Display(Name = "Patient")]
    public Guid? PatientId { get; set; }

    /// <summary>UTC; now when left out.</summary>
    public DateTime? ArrivedAt { get; set; }

    [Required(ErrorMessage = "Choose how the patient came."), Display(Name = "How they came")]
    public ArrivalMode? Mode { get; set; } = ArrivalMode.WalkedIn;

    [CleanText(TriageEntry.LongestWords), Display(Name = "What the patient says")]
    public string? Presenting { get; set; }
}

/// <summary>What a nurse finds.</summary>
public sealed class TriagePatientForm
{
    /// <summary>Of this triage: pressing twice is one.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid EntryId { get; set; }

    public Guid Version { get; set; }

    [Required(ErrorMessage = "Choose a level, with the keys 1 to 5 or by pressing it."), Display(Name = "Level")]
    public TriageLevel? Level { get; set; }

    [Required(ErrorMessage = "Write the complaint in a few words, for example \"Chest pain since 2 hours\"."), CleanText(TriageEntry.LongestWords), Display(Name = "Complaint")]
    public string? Complaint { get; set; }
}

/// <summary>Gives a patient back to the queue.</summary>
public sealed class HandBackPatientForm
{
    public Guid EntryId { get; set; }

    [Required(ErrorMessage = "Say why, for example \"Called to theatre\"."), CleanText(TriageEntry.LongestWords), Display(Name = "Reason")]
    public string? Reason { get; set; }
}

/// <summary>How an emergency visit ended.</summary>
public sealed class FinishTriageForm
{
    public Guid EntryId { get; set; }

    [Required(ErrorMessage = "Choose how the visit ended."), Display(Name = "Ended with")]
    public TriageDisposition? Disposition { get; set; }

    [CleanText(TriageEntry.LongestWords), Display(Name = "Note")]
    public string? Note { get; set; }
}

/// <summary>A patient left before anybody saw them.</summary>
public sealed class RecordLeftForm
{
    public Guid EntryId { get; set; }

    [Required(ErrorMessage = "Say what is known, for example \"Called three times, not there\"."), CleanText(TriageEntry.LongestWords), Display(Name = "Reason")]
    public string? Reason { get; set; }
}

/// <summary>Marks an entry as a mistake.</summary>
public sealed class VoidTriageForm
{
    public Guid EntryId { get; set; }

    [Required(ErrorMessage = "Say what was wrong, for example \"Another patient of this name\"."), CleanText(TriageEntry.LongestWords), Display(Name = "Reason")]
    public string? Reason { get; set; }
}
