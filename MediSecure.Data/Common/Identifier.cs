using System.Text;

namespace MediSecure.Data.Common;

/// <summary>Numbers that an office gives a person. Spaces, hyphens and case say nothing: <c>ab 123-456</c> is <c>AB123456</c>.</summary>
public static class Identifier
{
    public const int Fewest = 4;
    public const int Most = 30;

    /// <summary>Letters and digits only, upper case, in Unicode's compatibility form; null when there is none.</summary>
    public static string? Normalize(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var bare = string.Concat(Text.WellFormed(text).Normalize(NormalizationForm.FormKC).EnumerateRunes().Where(Rune.IsLetterOrDigit).Select(rune => Rune.ToUpperInvariant(rune).ToString()));
        return bare.Length == 0 ? null : bare;
    }

    /// <summary>4 to 30 letters and digits, with at least one digit.</summary>
    public static bool IsValid(string text) => Normalize(text) is { Length: >= Fewest and <= Most } bare && bare.Any(char.IsDigit);
}
