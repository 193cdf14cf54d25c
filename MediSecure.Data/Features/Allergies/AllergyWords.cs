using System.Globalization;

namespace MediSecure.Data.Features.Allergies;

/// <summary>How allergies read, the same on screens and on paper.</summary>
public static class AllergyWords
{
    public static string Word(this AllergyType type) => type == AllergyType.Allergy ? "Allergy" : "Intolerance";

    public static string Word(this ReactionKind reaction) => reaction switch
    {
        ReactionKind.Urticaria => "Hives",
        ReactionKind.Bronchospasm => "Wheeze",
        ReactionKind.SevereSkinReaction => "Severe skin reaction",
        ReactionKind.OrganInjury => "Organ injury",
        ReactionKind.Gastrointestinal => "Stomach upset",
        ReactionKind.Unknown => "Reaction unknown",
        _ => reaction.ToString(),
    };

    public static string Word(this ReactionSeverity severity) => severity == ReactionSeverity.Unknown ? "Not known" : severity.ToString();

    public static string Word(this AllergyCriticality criticality) => criticality switch
    {
        AllergyCriticality.High => "High risk",
        AllergyCriticality.Low => "Low risk",
        _ => "Not assessed",
    };

    /// <summary><c>Penicillin: anaphylaxis, 2019</c>.</summary>
    public static string Line(AllergyRow row) =>
        $"{row.Substance}: {Lower(row.Reaction.Word())}{(row.OnsetYear is { } year ? $", {year.ToString(CultureInfo.InvariantCulture)}" : null)}";

    /// <summary>All that the next hospital needs to know of it: <c>Penicillin: anaphylaxis, 2019. Allergy, confirmed. Severity: severe. Next contact: high risk.</c></summary>
    public static string Sentences(AllergyRow row) =>
        $"{Line(row)}. {row.Type.Word()}, {Lower(row.Verification.ToString())}. Severity: {Lower(row.Severity.Word())}. Next contact: {Lower(row.Criticality.Word())}.";

    private static string Lower(string word) => char.ToLowerInvariant(word[0]) + word[1..];
}
