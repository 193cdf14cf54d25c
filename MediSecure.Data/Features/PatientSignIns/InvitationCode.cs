using System.Security.Cryptography;
using System.Text;
using MediSecure.Data.Persistence;

namespace MediSecure.Data.Features.PatientSignIns;

/// <summary>Twelve letters and digits that are told apart in print and by ear: <c>7KQ2-M9XD-4HTW</c>. Sixty random bits, kept only as a keyed hash.</summary>
public static class InvitationCode
{
    private const int Length = 12;
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // no I, L, O, U

    public static string New()
    {
        var code = RandomNumberGenerator.GetString(Letters, Length);
        return $"{code[..4]}-{code[4..8]}-{code[8..]}";
    }

    /// <summary>As typed, without hyphens and spaces, and with what looks alike put right.</summary>
    public static string Normalize(string? typed) => string.Concat((typed ?? "").ToUpperInvariant().Where(char.IsLetterOrDigit).Take(64).Select(letter => letter switch
    {
        'I' or 'L' => '1',
        'O' => '0',
        _ => letter,
    }));

    internal static string Hash(MasterKey master, Guid organizationId, string? code) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(master.Derive("patient invitation v1", organizationId), Encoding.UTF8.GetBytes(Normalize(code))));

    internal static bool Same(string hash, string other) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(other));
}
