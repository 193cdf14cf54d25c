namespace MediSecure.Data.Features.Allergies;

/// <summary>FHIR: AllergyIntolerance.category.</summary>
public enum AllergyCategory
{
    Medication,
    Food,
    Environment,
}

/// <summary>FHIR: AllergyIntolerance.type. An intolerance (nausea) never stops an order.</summary>
public enum AllergyType
{
    Allergy,
    Intolerance,
}

/// <summary>FHIR: AllergyIntolerance.clinicalStatus.</summary>
public enum AllergyClinicalStatus
{
    Active,
    Inactive,
    Resolved,
}

/// <summary>FHIR: AllergyIntolerance.verificationStatus; how certain it is.</summary>
public enum AllergyVerification
{
    Unconfirmed,
    Confirmed,
    Refuted,
    EnteredInError,
}

/// <summary>FHIR: AllergyIntolerance.criticality: how much harm the next contact can do.</summary>
public enum AllergyCriticality
{
    UnableToAssess,
    Low,
    High,
}

/// <summary>FHIR: AllergyIntolerance.reaction.severity: how bad it was.</summary>
public enum ReactionSeverity
{
    Unknown,
    Mild,
    Moderate,
    Severe,
}

/// <summary>What happened, in the kinds that checks of orders tell apart.</summary>
public enum ReactionKind
{
    Unknown,
    Anaphylaxis,
    Angioedema,
    Bronchospasm,
    Urticaria,
    Rash,
    /// <summary>Stevens-Johnson, toxic epidermal necrolysis, DRESS.</summary>
    SevereSkinReaction,
    /// <summary>Haemolysis, hepatitis, nephritis.</summary>
    OrganInjury,
    Gastrointestinal,
    Other,
}

/// <summary>What the substance belongs to: what checks of orders compare. A substance without a class is checked by its name only, and the check says so.</summary>
public enum AllergenClass
{
    Penicillin,
    Cephalosporin,
    Carbapenem,
    Aztreonam,
    SulfonamideAntibiotic,
    Macrolide,
    Quinolone,
    Tetracycline,
    Nsaid,
    AceInhibitor,
    Opioid,
    LocalAnaesthetic,
    IodinatedContrast,
    Peanut,
    TreeNut,
    Egg,
    Milk,
    Fish,
    Shellfish,
    Soy,
    Wheat,
    Latex,
    InsectVenom,
    Pollen,
    HouseDust,
    AnimalDander,
}

/// <summary>What one can answer to "any allergies?". Nobody asked, and nothing known, are different answers.</summary>
public enum AllergyAnswer
{
    NotAsked,
    NoneKnown,
    Recorded,
    /// <summary>What was recorded no longer counts, and nobody has asked since.</summary>
    AskAgain,
}

public static class AllergenClasses
{
    /// <summary>The category of a class.</summary>
    public static AllergyCategory Category(this AllergenClass allergen) => allergen switch
    {
        >= AllergenClass.Peanut and <= AllergenClass.Wheat => AllergyCategory.Food,
        >= AllergenClass.Latex => AllergyCategory.Environment,
        _ => AllergyCategory.Medication,
    };
}
