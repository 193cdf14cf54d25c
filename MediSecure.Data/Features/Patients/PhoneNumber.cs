using System.Text;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Patients;

/// <summary>Telephone numbers as people write them: in Nigeria <c>+234 803 123 4567</c>, <c>0803-123-4567</c> and <c>00234 803 1234567</c> are the same number.</summary>
public static class PhoneNumber
{
    private const int Fewest = 7;
    private const int Most = 15;

    // Fewer digits after a country's code make no number: what begins like a code is then a number of the country itself.
    private const int FewestAfterCode = 9;

    /// <summary>The number as it is dialled from anywhere, e.g. <c>+2348031234567</c>; null for what is no number.</summary>
    /// <param name="text">As written.</param>
    /// <param name="country">ISO code of the country in which a number without a country code is meant.</param>
    public static string? International(string? text, string country)
    {
        if (Digits(text) is not { } digits)
        {
            return null;
        }

        if (IsAbroad(text!, ref digits) || Country.Of(country) is not { } here)
        {
            return "+" + digits;
        }

        return here.Trunk.Length > 0 && digits.StartsWith(here.Trunk, StringComparison.Ordinal) ? "+" + here.CallingCode + digits[here.Trunk.Length..]
            : digits.StartsWith(here.CallingCode, StringComparison.Ordinal) && digits.Length - here.CallingCode.Length >= FewestAfterCode ? "+" + digits
            : "+" + here.CallingCode + digits;
    }

    /// <summary>All that the same digits can mean, the likeliest first: <c>2348031234567</c> may have lost its plus.</summary>
    public static IReadOnlyList<string> Readings(string? text, string country)
    {
        if (International(text, country) is not { } likeliest)
        {
            return [];
        }

        var digits = Digits(text)!;
        return IsAbroad(text!, ref digits) || Country.Of(country) is not { } here ? [likeliest]
            : [.. new[] { likeliest, "+" + digits, "+" + here.CallingCode + digits }.Distinct()];
    }

    /// <summary>Only digits and what people put between them, 7 to 15 digits.</summary>
    public static bool IsValid(string text) => Digits(text) is not null;

    // 00 or a plus: the country's code follows. "(0)" after it is for those who dial at home.
    private static bool IsAbroad(string text, ref string digits)
    {
        if (text.Contains('+', StringComparison.Ordinal))
        {
            digits = Digits(text.Replace("(0)", "", StringComparison.Ordinal)) ?? digits;
            return true;
        }

        if (digits.StartsWith("00", StringComparison.Ordinal))
        {
            digits = digits[2..];
            return true;
        }

        return false;
    }

    private static string? Digits(string? text)
    {
        var plain = text is null ? null : Text.WellFormed(text).Normalize(NormalizationForm.FormKC).Trim();
        if (plain is null || plain.Any(c => !char.IsAsciiDigit(c) && c is not ('+' or ' ' or '-' or '(' or ')' or '.' or '/')) || plain.LastIndexOf('+') > 0)
        {
            return null;
        }

        var all = string.Concat(plain.Where(char.IsAsciiDigit));
        return all.Length <= Most + 2 && all.TrimStart('0').Length is >= Fewest and <= Most ? all : null;
    }
}
