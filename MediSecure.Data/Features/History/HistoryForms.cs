using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.History;

/// <summary>A vaccine that was given.</summary>
public sealed class RecordImmunisationForm
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Type the vaccine, for example: yellow fever."), CleanText(200), Display(Name = "Vaccine")]
    public string? Vaccine { get; set; }

    [Required(ErrorMessage = "Type the day on which it was given."), Display(Name = "Given on")]
    public DateOnly? On { get; set; }

    [Range(1, 20, ErrorMessage = "A dose is a number from 1 to 20."), Display(Name = "Dose")]
    public int? Dose { get; set; }

    [CleanText(60), Display(Name = "Batch")]
    public string? Lot { get; set; }

    [CleanText(400, Lines = true), Display(Name = "Note")]
    public string? Note { get; set; }
}

/// <summary>An operation in the past.</summary>
public sealed class RecordProcedureForm
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Type what was done, for example: appendectomy."), CleanText(200), Display(Name = "Procedure")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Type the day; the first of the month or of the year when no more is known."), Display(Name = "Done on")]
    public DateOnly? On { get; set; }

    [CleanText(200), Display(Name = "Where")]
    public string? Place { get; set; }

    [CleanText(400, Lines = true), Display(Name = "Note")]
    public string? Note { get; set; }
}

/// <summary>A condition of a relative.</summary>
public sealed class RecordFamilyForm
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Choose the relative."), EnumDataType(typeof(FamilyRelation), ErrorMessage = "Choose one of the values of the list."), Display(Name = "Relative")]
    public FamilyRelation? Relation { get; set; }

    [Required(ErrorMessage = "Type the condition, for example: breast cancer."), CleanText(200), Display(Name = "Condition")]
    public string? Condition { get; set; }

    [Range(0, 130, ErrorMessage = "An age is a number from 0 to 130."), Display(Name = "Age when it began")]
    public int? OnsetAge { get; set; }

    [Display(Name = "Died of it")]
    public bool DiedOfIt { get; set; }

    [CleanText(400, Lines = true), Display(Name = "Note")]
    public string? Note { get; set; }
}

/// <summary>How somebody lives, as told today.</summary>
public sealed class RecordSocialForm
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [EnumDataType(typeof(SmokingStatus), ErrorMessage = "Choose one of the values of the list."), Display(Name = "Smoking")]
    public SmokingStatus Smoking { get; set; }

    [Range(0, 300, ErrorMessage = "Pack years are a number from 0 to 300."), Display(Name = "Pack years")]
    public int? PackYears { get; set; }

    [EnumDataType(typeof(AlcoholUse), ErrorMessage = "Choose one of the values of the list."), Display(Name = "Alcohol")]
    public AlcoholUse Alcohol { get; set; }

    [CleanText(200), Display(Name = "Work")]
    public string? Occupation { get; set; }

    [CleanText(200), Display(Name = "Lives")]
    public string? Living { get; set; }

    [CleanText(400, Lines = true), Display(Name = "Note")]
    public string? Note { get; set; }
}

/// <summary>A pregnancy that is known now.</summary>
public sealed class RecordPregnancyForm
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Type the day on which the child is expected."), Display(Name = "Due on")]
    public DateOnly? DueOn { get; set; }

    [CleanText(400, Lines = true), Display(Name = "Note")]
    public string? Note { get; set; }
}

/// <summary>How a pregnancy ended.</summary>
public sealed class EndPregnancyForm
{
    public Guid PregnancyId { get; set; }

    public Guid Version { get; set; }

    [Required(ErrorMessage = "Choose how it ended."), EnumDataType(typeof(PregnancyOutcome), ErrorMessage = "Choose one of the values of the list."), Display(Name = "Outcome")]
    public PregnancyOutcome? Outcome { get; set; }

    [Required(ErrorMessage = "Type the day on which it ended."), Display(Name = "Ended on")]
    public DateOnly? On { get; set; }
}

/// <summary>Marks an entry as a mistake.</summary>
public sealed class VoidHistoryForm
{
    [EnumDataType(typeof(HistoryKind), ErrorMessage = "Choose one of the values of the list.")]
    public HistoryKind Kind { get; set; }

    public Guid EntryId { get; set; }

    public Guid Version { get; set; }

    [Required(ErrorMessage = "Say why this was a mistake, for example: wrong patient."), CleanText(200), Display(Name = "Reason")]
    public string? Reason { get; set; }
}
