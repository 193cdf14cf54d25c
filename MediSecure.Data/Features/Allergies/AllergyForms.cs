using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Allergies;

/// <summary>An allergy as one says it.</summary>
public class RecordAllergyForm
{
    /// <summary>Made by the form: pressing twice records once.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Type the substance: a medicine, a food, or what else it was."), CleanText(200), Display(Name = "Substance")]
    public string? Substance { get; set; }

    [EnumDataType(typeof(AllergenClass), ErrorMessage = "Choose one of the values of the list."), Display(Name = "Class")]
    public AllergenClass? SubstanceClass { get; set; }

    [Required(ErrorMessage = "Choose whether it is a medicine, a food or something else."), EnumDataType(typeof(AllergyCategory), ErrorMessage = "Choose one of the values of the list."), Display(Name = "Category")]
    public AllergyCategory? Category { get; set; }

    [EnumDataType(typeof(AllergyType), ErrorMessage = "Choose one of the values of the list."), Display(Name = "Kind")]
    public AllergyType Type { get; set; }

    [Required(ErrorMessage = "Choose what happened, or Unknown when nobody can say."), EnumDataType(typeof(ReactionKind), ErrorMessage = "Choose one of the values of the list."), Display(Name = "Reaction")]
    public ReactionKind? Reaction { get; set; }

    [CleanText(400, Lines = true), Display(Name = "Reaction in words")]
    public string? ReactionNote { get; set; }

    [EnumDataType(typeof(ReactionSeverity), ErrorMessage = "Choose one of the values of the list."), Display(Name = "Severity")]
    public ReactionSeverity Severity { get; set; }

    [EnumDataType(typeof(AllergyCriticality), ErrorMessage = "Choose one of the values of the list."), Display(Name = "Criticality")]
    public AllergyCriticality Criticality { get; set; }

    [Range(1880, 2200, ErrorMessage = "The year has four digits, for example 2019."), Display(Name = "First seen in")]
    public int? OnsetYear { get; set; }

    [EnumDataType(typeof(AllergyVerification), ErrorMessage = "Choose one of the values of the list."), Display(Name = "Certainty")]
    public AllergyVerification Verification { get; set; }

    internal AllergyFacts Facts() => new(Text.CleanOrEmpty(Substance), SubstanceClass, Category!.Value, Type, Reaction!.Value, Text.Clean(ReactionNote), Severity, Criticality, OnsetYear);
}

/// <summary>The same facts about an allergy that is recorded, how it stands now, and the version it was read at.</summary>
public sealed class EditAllergyForm : RecordAllergyForm
{
    [EnumDataType(typeof(AllergyClinicalStatus), ErrorMessage = "Choose one of the values of the list."), Display(Name = "State")]
    public AllergyClinicalStatus ClinicalStatus { get; set; }

    public Guid Version { get; set; }
}

/// <summary>Marks an entry as a mistake.</summary>
public sealed class VoidAllergyForm
{
    public Guid AllergyId { get; set; }

    public Guid Version { get; set; }

    [Required(ErrorMessage = "Say why this was a mistake, for example: wrong patient."), CleanText(200), Display(Name = "Reason")]
    public string? Reason { get; set; }
}

/// <summary>Takes "no known allergies" back.</summary>
public sealed class WithdrawStatementForm
{
    [Required(ErrorMessage = "Say why it is taken back, for example: the patient was not asked."), CleanText(200), Display(Name = "Reason")]
    public string? Reason { get; set; }
}
