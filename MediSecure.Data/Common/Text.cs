using System.Globalization;
using System.Text;

namespace MediSecure.Data.Common;

/// <summary>The one rule for text that people type: kept as they wrote it, in Unicode's composed form, without what cannot be seen, printed or stored.</summary>
public static class Text
{
    // No script stacks more; a "Zalgo" name would paint over its neighbours.
    private const int MostMarks = 10;

    /// <summary>As it is stored: composed (NFC), without white space at either end; null when nothing is left. Text that <see cref="Problem"/> refuses comes back only trimmed.</summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var trimmed = text.Trim();
        return IsWellFormed(trimmed) ? trimmed.Normalize(NormalizationForm.FormC) : trimmed;
    }

    /// <summary>The same for text that is required: empty instead of null.</summary>
    public static string CleanOrEmpty(string? text) => Clean(text) ?? "";

    /// <summary>What is wrong with the text, as the end of a sentence that begins with the field's name; null when it may be stored. Apostrophes, one letter, any script,
    /// digits, mark-up and emoji are all right.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="lines">Whether line breaks and tabs may stand in it.</param>
    public static string? Problem(string? text, bool lines = false)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (!IsWellFormed(text))
        {
            return "contains half of a character. Delete it and type the text again.";
        }

        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks > MostMarks)
            {
                return "contains too many accents on one letter. Delete some of them.";
            }

            if (category == UnicodeCategory.Control && !(lines && rune.Value is '\n' or '\r' or '\t'))
            {
                return rune.Value is '\n' or '\r' ? "must be on one line." : "contains a control character that cannot be shown. Delete it and type the text again.";
            }

            if (IsInvisible(rune.Value))
            {
                return "contains an invisible character that changes how text is read. Delete it and type the text again.";
            }
        }

        return null;
    }

    /// <summary>Lone surrogates replaced, so that the text can be normalised, searched and sent.</summary>
    public static string WellFormed(string text) => IsWellFormed(text) ? text : string.Concat(text.EnumerateRunes());

    /// <summary>A search as it may reach a query: well-formed, without control characters, at most 200 characters; null when nothing is left.</summary>
    public static string? Search(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var cut = text.Length > 200 ? text[..200] : text;
        return Clean(string.Concat(WellFormed(cut).Where(c => !char.IsControl(c))));
    }

    // Bidirectional overrides, embeddings and isolates; zero-width space and joiners of nothing; separators; the byte-order mark and noncharacters.
    private static bool IsInvisible(int value) =>
        value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200B or 0x2060 or 0x2028 or 0x2029 or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB) || (value & 0xFFFE) == 0xFFFE;

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
