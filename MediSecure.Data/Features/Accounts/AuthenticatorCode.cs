using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MediSecure.Data.Features.Accounts;

/// <summary>The six digits of an authenticator app, by RFC 6238: HMAC-SHA1, a new code each half minute.</summary>
public static class AuthenticatorCode
{
    public const int Digits = 6;
    public const int SecretBytes = 20;
    private const int SecondsEach = 30;
    private const int Tolerance = 1; // a clock that is half a minute off, or a slow hand
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new secret, as apps take it: base 32.</summary>
    public static string NewSecret() => Encode(RandomNumberGenerator.GetBytes(SecretBytes));

    public static long StepAt(DateTime utc) => (long)Math.Floor((utc - DateTime.UnixEpoch).TotalSeconds / SecondsEach);

    public static string At(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // SHA-1 is what the apps compute; HMAC does not need its collision resistance
        var hash = HMACSHA1.HashData(Decode(secret), counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0x0F;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is, if it is now or just beside now, and later than <paramref name="last"/>: a code is good once.</summary>
    public static long? Match(string secret, string? code, DateTime now, long? last)
    {
        var typed = new string([.. (code ?? "").Where(c => !char.IsWhiteSpace(c))]);
        if (typed.Length != Digits || !typed.All(char.IsAsciiDigit))
        {
            return null;
        }

        long? found = null;
        var present = StepAt(now);
        for (var step = present - Tolerance; step <= present + Tolerance; step++)
        {
            // All are computed and compared whole: the time says nothing.
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(secret, step)), Encoding.ASCII.GetBytes(typed)) && !(step <= last))
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>What the QR code says to the app.</summary>
    public static string Address(string email, string secret) => $"otpauth://totp/{Uri.EscapeDataString("MediSecure:" + email)}?secret={secret}&issuer=MediSecure";

    internal static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        int buffer = 0, bits = 0;
        foreach (var one in bytes)
        {
            buffer = (buffer << 8) | one;
            bits += 8;
            while (bits >= 5)
            {
                text.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
                bits -= 5;
            }
        }

        return bits > 0 ? text.Append(Alphabet[(buffer << (5 - bits)) & 31]).ToString() : text.ToString();
    }

    private static byte[] Decode(string text)
    {
        var bytes = new List<byte>();
        int buffer = 0, bits = 0;
        foreach (var one in text)
        {
            buffer = ((buffer << 5) | Alphabet.IndexOf(one, StringComparison.Ordinal)) & 0xFFFF;
            bits += 5;
            if (bits >= 8)
            {
                bytes.Add((byte)(buffer >> (bits - 8)));
                bits -= 8;
            }
        }

        return [.. bytes];
    }
}
