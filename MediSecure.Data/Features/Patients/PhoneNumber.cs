namespace MediSecure.Data.Features.Patients;

/// <summary>Telephone numbers as people write them: <c>+234 803 123 4567</c>, <c>0803-123-4567</c> and <c>00234 803 1234567</c> are the same number.</summary>
public static class PhoneNumber
{
    public const int KeyLength = 9;
    private const int Fewest = 7;
    private const int Most = 15;

    /// <summary>The last nine digits, by which a number is looked up whatever stands before them (country code, trunk zero); null for what is no number. Two numbers may share a key:
    /// ask <see cref="Same"/>.</summary>
    public static string? Key(string? text) => Digits(text) is { } digits ? digits[^Math.Min(KeyLength, digits.Length)..] : null;

    /// <summary>Whether both are the same number, one perhaps without its country code.</summary>
    public static bool Same(string? one, string? other) =>
        Digits(one) is { } a && Digits(other) is { } b && (a.EndsWith(b, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal));

    /// <summary>Only digits and what people put between them, 7 to 15 digits.</summary>
    public static bool IsValid(string text) => Digits(text) is not null;

    // Without leading zeros: 00 and the trunk 0 say how to dial, not who is called.
    private static string? Digits(string? text)
    {
        if (text is null || text.Any(c => !char.IsAsciiDigit(c) && c is not ('+' or ' ' or '-' or '(' or ')' or '.' or '/' or '\u00A0')) || text.LastIndexOf('+') > 0)
        {
            return null;
        }

        var all = string.Concat(text.Where(char.IsAsciiDigit));
        var digits = all.TrimStart('0');
        return all.Length <= Most + 2 && digits.Length is >= Fewest and <= Most ? digits : null;
    }
}
