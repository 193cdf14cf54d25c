using System.Globalization;
using System.Text;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Patients;

/// <summary>The form in which names are searched: lower case, no accents or tone marks, apostrophes dropped, everything that is no letter or digit a space.
/// <c>Ọláolúwa O'Brien-Smith</c> → <c>olaoluwa obrien smith</c>.</summary>
public static class SearchText
{
    public static string Normalize(string text)
    {
        var result = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in Common.Text.WellFormed(text).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
                || rune.Value is '\'' or 0x2019 or 0x02BC)
            {
                continue;
            }

            if (!Rune.IsLetterOrDigit(rune))
            {
                gap = result.Length > 0;
                continue;
            }

            if (gap)
            {
                result.Append(' ');
                gap = false;
            }

            result.Append(Bare(Rune.ToLowerInvariant(rune)).ToString());
        }

        // Decomposing splits Hangul syllables; composing again keeps a word no longer than it was typed.
        return result.ToString().Normalize(NormalizationForm.FormC);
    }

    // Letters that Unicode does not take apart, as people type them who lack the key: Hausa's hooked letters, and a few of Europe. One for one, so that no name grows.
    private static Rune Bare(Rune letter) => letter.Value switch
    {
        'ɓ' => new Rune('b'),
        'ɗ' or 'đ' or 'ð' => new Rune('d'),
        'ƙ' => new Rune('k'),
        'ƴ' => new Rune('y'),
        'ø' => new Rune('o'),
        'ł' => new Rune('l'),
        'ı' => new Rune('i'),
        'ħ' => new Rune('h'),
        _ => letter,
    };

    /// <summary>The distinct words of a name in normalised form.</summary>
    public static IReadOnlyList<string> Words(string text) =>
        Normalize(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
}
