using System.Text.RegularExpressions;

namespace MediSecure.Data.Features.ActivityLog;

/// <summary>What is put into the words of an event; null for what is not known.</summary>
public sealed record ActivityFacts(string? Patient, string? Bed, string? Time, string? Clinician, string? Thing);

/// <summary>Builds <c>admitted Chinedu Eze to bed 301-A</c> from <see cref="ActivityWord.Did"/>.</summary>
public static partial class ActivitySentence
{
    /// <param name="did">Words with placeholders and optional parts.</param>
    /// <param name="facts">Values.</param>
    public static string Fill(string did, ActivityFacts facts)
    {
        // Optional parts first: one with an unknown value goes.
        var kept = Optional().Replace(did, match => Placeholder().Matches(match.Groups[1].Value).All(p => Value(p.Groups[1].Value, facts) is not null) ? match.Groups[1].Value : "");
        return Placeholder().Replace(kept, match => Value(match.Groups[1].Value, facts) ?? (match.Groups[1].Value == "patient" ? "a patient" : "something"));
    }

    /// <summary>Which of the word's sentences fits: by what the things became, then by being new, then the plain one.</summary>
    public static string Choose(ActivityWord word, AuditAction action, IEnumerable<string> newStatuses) =>
        newStatuses.Select(word.By.GetValueOrDefault).FirstOrDefault(did => did is not null) ?? word.By.GetValueOrDefault(action.ToString()) ?? word.Did;

    private static string? Value(string name, ActivityFacts facts) => name switch
    {
        "patient" => facts.Patient,
        "bed" => facts.Bed,
        "time" => facts.Time,
        "clinician" => facts.Clinician,
        "thing" => facts.Thing,
        _ => null,
    };

    [GeneratedRegex(@"\[([^\]]*)\]")]
    private static partial Regex Optional();

    [GeneratedRegex(@"\{([a-z]+)\}")]
    private static partial Regex Placeholder();
}
