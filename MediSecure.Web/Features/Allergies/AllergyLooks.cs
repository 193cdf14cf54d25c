using MediSecure.Data.Features.Allergies;
using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.Allergies;

/// <summary>How allergies read on a screen.</summary>
public static class AllergyLooks
{
    public static IReadOnlyList<AllergyCategory?> Categories { get; } = [AllergyCategory.Medication, AllergyCategory.Food, AllergyCategory.Environment];

    public static IReadOnlyList<AllergyType> Types { get; } = [AllergyType.Allergy, AllergyType.Intolerance];

    public static IReadOnlyList<ReactionKind?> Reactions { get; } =
    [
        ReactionKind.Anaphylaxis, ReactionKind.Angioedema, ReactionKind.Bronchospasm, ReactionKind.Urticaria, ReactionKind.Rash, ReactionKind.SevereSkinReaction, ReactionKind.OrganInjury,
        ReactionKind.Gastrointestinal, ReactionKind.Other, ReactionKind.Unknown,
    ];

    public static IReadOnlyList<ReactionSeverity> Severities { get; } = [ReactionSeverity.Mild, ReactionSeverity.Moderate, ReactionSeverity.Severe, ReactionSeverity.Unknown];

    public static IReadOnlyList<AllergyCriticality> Criticalities { get; } = [AllergyCriticality.Low, AllergyCriticality.High, AllergyCriticality.UnableToAssess];

    public static IReadOnlyList<AllergyClinicalStatus> States { get; } = [AllergyClinicalStatus.Active, AllergyClinicalStatus.Inactive, AllergyClinicalStatus.Resolved];

    /// <summary>For an allergy that is recorded; a new one is not refuted.</summary>
    public static IReadOnlyList<AllergyVerification> Certainties { get; } = [AllergyVerification.Unconfirmed, AllergyVerification.Confirmed, AllergyVerification.Refuted];

    public static IReadOnlyList<AllergyVerification> NewCertainties { get; } = [AllergyVerification.Unconfirmed, AllergyVerification.Confirmed];

    public static IReadOnlyList<AllergenClass?> Classes(AllergyCategory? category) =>
        [.. Enum.GetValues<AllergenClass>().Where(one => category is null || one.Category() == category).Select(one => (AllergenClass?)one)];

    public static string Word(this AllergyCategory category) => category switch
    {
        AllergyCategory.Medication => "Medicine",
        AllergyCategory.Food => "Food",
        _ => "Other (latex, insects, pollen)",
    };

    public static string Word(this AllergyClinicalStatus status) => status.ToString();

    public static string Word(this AllergyVerification verification) => verification switch
    {
        AllergyVerification.EnteredInError => "Entered in error",
        _ => verification.ToString(),
    };

    public static string Word(this AllergenClass allergen) => allergen switch
    {
        AllergenClass.Penicillin => "Penicillins",
        AllergenClass.Cephalosporin => "Cephalosporins",
        AllergenClass.Carbapenem => "Carbapenems",
        AllergenClass.SulfonamideAntibiotic => "Sulfonamide antibiotics",
        AllergenClass.Macrolide => "Macrolides",
        AllergenClass.Quinolone => "Quinolones",
        AllergenClass.Tetracycline => "Tetracyclines",
        AllergenClass.Nsaid => "NSAIDs and aspirin",
        AllergenClass.AceInhibitor => "ACE inhibitors",
        AllergenClass.Opioid => "Opioids",
        AllergenClass.LocalAnaesthetic => "Local anaesthetics",
        AllergenClass.IodinatedContrast => "Iodinated contrast",
        AllergenClass.Peanut => "Peanut (groundnut)",
        AllergenClass.TreeNut => "Tree nuts",
        AllergenClass.InsectVenom => "Insect venom",
        AllergenClass.HouseDust => "House dust",
        AllergenClass.AnimalDander => "Animal dander",
        _ => allergen.ToString(),
    };

    /// <summary>What kills if it is missed is filled red in the banner.</summary>
    public static bool IsDangerous(AllergyRow row) => row.Type == AllergyType.Allergy && (row.Criticality == AllergyCriticality.High || row.Severity == ReactionSeverity.Severe
        || row.Reaction is ReactionKind.Anaphylaxis or ReactionKind.Angioedema or ReactionKind.SevereSkinReaction or ReactionKind.OrganInjury);

    public static ChipLook Of(AllergyRow row) => row switch
    {
        { IsInError: true } => new(Tone.Neutral, Icons.Material.Outlined.Block, "Entered in error"),
        { Verification: AllergyVerification.Refuted } => new(Tone.Neutral, Icons.Material.Outlined.RemoveCircleOutline, "Refuted"),
        { ClinicalStatus: AllergyClinicalStatus.Inactive } => new(Tone.Neutral, Icons.Material.Outlined.PauseCircle, "Inactive"),
        { ClinicalStatus: AllergyClinicalStatus.Resolved } => new(Tone.Success, Icons.Material.Outlined.CheckCircle, "Resolved"),
        { Verification: AllergyVerification.Confirmed } => new(Tone.Critical, Icons.Material.Outlined.FrontHand, "Active, confirmed"),
        _ => new(Tone.Warning, Icons.Material.Outlined.FrontHand, "Active, unconfirmed"),
    };
}
