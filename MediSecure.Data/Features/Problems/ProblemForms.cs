using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Problems;

/// <summary>A problem to put on the list: a code, words, or both.</summary>
public class RecordProblemForm
{
    /// <summary>Made by the form: pressing twice records once.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>ICD-10-CM, from the list.</summary>
    [CleanText(8), Display(Name = "Diagnosis")]
    public string? Code { get; set; }

    /// <summary>Left out, the title of the code.</summary>
    [CleanText(300), Display(Name = "Problem in words")]
    public string? Title { get; set; }

    [EnumDataType(typeof(ProblemVerification), ErrorMessage = "Choose one of the values of the list."), Display(Name = "Certainty")]
    public ProblemVerification Verification { get; set; } = ProblemVerification.Confirmed;

    [EnumDataType(typeof(ProblemSeverity), ErrorMessage = "Choose one of the values of the list."), Display(Name = "Severity")]
    public ProblemSeverity? Severity { get; set; }

    [Display(Name = "Onset")]
    public DateOnly? OnsetOn { get; set; }

    [CleanText(1000, Lines = true), Display(Name = "Note")]
    public string? Note { get; set; }
}

/// <summary>The same facts about a problem that is recorded, and the version they were read at. The certainty is changed by <see cref="ChangeProblemForm"/>.</summary>
public sealed class EditProblemForm : RecordProblemForm
{
    public Guid Version { get; set; }
}

/// <summary>How a problem stands now. What is left empty stays as it is.</summary>
public sealed class ChangeProblemForm
{
    public Guid ProblemId { get; set; }

    public Guid Version { get; set; }

    [EnumDataType(typeof(ProblemStatus), ErrorMessage = "Choose one of the values of the list."), Display(Name = "State")]
    public ProblemStatus? ClinicalStatus { get; set; }

    [EnumDataType(typeof(ProblemVerification), ErrorMessage = "Choose one of the values of the list."), Display(Name = "Certainty")]
    public ProblemVerification? Verification { get; set; }

    /// <summary>Since when the new state holds; today when left empty.</summary>
    [Display(Name = "Since")]
    public DateOnly? On { get; set; }
}

/// <summary>Marks an entry as a mistake.</summary>
public sealed class VoidProblemForm
{
    public Guid ProblemId { get; set; }

    public Guid Version { get; set; }

    [Required(ErrorMessage = "Say why this was a mistake, for example: wrong patient."), CleanText(200), Display(Name = "Reason")]
    public string? Reason { get; set; }
}
