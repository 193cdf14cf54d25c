using System.Text;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Accounts;

/// <summary>What a password must be, by NIST SP 800-63B-4: long enough and not one that is tried first. No kinds of characters are demanded, nothing runs out, any script and spaces are welcome.</summary>
public static class PasswordRules
{
    /// <summary>Where a second factor stands behind it.</summary>
    public const int LeastWithFactor = 8;

    /// <summary>Where it stands alone.</summary>
    public const int LeastAlone = 15;

    public const int Most = 128;

    private const int Letter = 10;  // what an unforeseen character adds
    private const int Word = 20;    // what a foreseeable piece adds, however long it is
    private const int Enough = 80;
    private const int LongestUnit = 4;

    /// <summary>The one form in which a password is kept and compared: the same keys give the same password on every system.</summary>
    public static string Normal(string password) => Text.WellFormed(password).Normalize(NormalizationForm.FormKC);

    /// <summary>What is wrong with it; null when it may be used.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="least">Fewest characters.</param>
    /// <param name="known">What everybody can find out about the person: name, e-mail, organisation.</param>
    public static Error? Check(string? password, int least, params IEnumerable<string?> known)
    {
        var text = Normal(password ?? "");
        var length = text.EnumerateRunes().Count();
        return length < least ? AccountErrors.PasswordShort(least)
            : length > Most ? AccountErrors.PasswordLong
            : IsForeseeable(text.ToLowerInvariant(), known) ? AccountErrors.PasswordForeseeable
            : null;
    }

    private static bool IsForeseeable(string text, IEnumerable<string?> known)
    {
        if (text.Distinct().Count() < 5 || Enumerable.Range(1, LongestUnit).Any(unit => IsRepetition(text, unit)) || PasswordWords.Published.Contains(text) || PasswordWords.Tried.Contains(text))
        {
            return true;
        }

        var words = known.OfType<string>().SelectMany(WordsOf).Concat(PasswordWords.Common).ToHashSet(StringComparer.Ordinal);
        var pieces = new HashSet<string>(StringComparer.Ordinal);
        var others = 0;
        for (var at = 0; at < text.Length;)
        {
            var (piece, length) = PieceAt(text, at, words);
            if (length == 0)
            {
                others++;
                at++;
            }
            else
            {
                pieces.Add(piece);
                at += length;
            }
        }

        return (others * Letter) + (pieces.Count * Word) < Enough;
    }

    /// <summary>The longest foreseeable piece that begins here.</summary>
    private static (string Piece, int Length) PieceAt(string text, int at, HashSet<string> words)
    {
        var word = words.Where(w => Fits(text, at, w)).MaxBy(w => w.Length) ?? "";
        var run = Math.Max(RunAt(text, at), YearAt(text, at));
        return run > word.Length ? ($"run {text[at..(at + run)]}", run) : (word, word.Length);
    }

    private static bool Fits(string text, int at, string word)
    {
        if (at + word.Length > text.Length)
        {
            return false;
        }

        for (var i = 0; i < word.Length; i++)
        {
            if (text[at + i] != word[i] && PasswordWords.Disguises.GetValueOrDefault(word[i])?.Contains(text[at + i], StringComparison.Ordinal) != true)
            {
                return false;
            }
        }

        return true;
    }

    // Equal characters, neighbours in the alphabet or in the numbers, neighbours on the keyboard; three at least.
    private static int RunAt(string text, int at)
    {
        var longest = 0;
        foreach (var next in (Func<char, char, bool>[])[(a, b) => a == b, (a, b) => b == a + 1, (a, b) => b == a - 1, (a, b) => Beside(a, b, 1), (a, b) => Beside(a, b, -1)])
        {
            var end = at + 1;
            while (end < text.Length && next(text[end - 1], text[end]))
            {
                end++;
            }

            longest = Math.Max(longest, end - at);
        }

        return longest >= 3 ? longest : 0;
    }

    private static bool Beside(char a, char b, int way) => PasswordWords.Rows.Any(row => row.IndexOf(a, StringComparison.Ordinal) is var i and >= 0 && i + way >= 0 && i + way < row.Length && row[i + way] == b);

    private static int YearAt(string text, int at) =>
        at + 4 <= text.Length && text.AsSpan(at, 4) is var year && (year.StartsWith("19", StringComparison.Ordinal) || year.StartsWith("20", StringComparison.Ordinal)) && char.IsAsciiDigit(year[2]) && char.IsAsciiDigit(year[3]) ? 4 : 0;

    private static bool IsRepetition(string text, int unit)
    {
        for (var i = unit; i < text.Length; i++)
        {
            if (text[i] != text[i - unit])
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<string> WordsOf(string known)
    {
        var word = new StringBuilder();
        foreach (var c in Normal(known).ToLowerInvariant().Append(' '))
        {
            if (char.IsLetter(c))
            {
                word.Append(c);
                continue;
            }

            if (word.Length >= 3)
            {
                yield return word.ToString();
            }

            word.Clear();
        }
    }
}
