using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MediSecure.Data.Persistence;

/// <summary>A copy of the key file under a passphrase, to be kept apart: AES-256-GCM under a key that PBKDF2-HMAC-SHA256 makes of the passphrase.</summary>
public static class KeyEscrow
{
    public const int ShortestPassphrase = 15;
    private const string What = "MediSecure key escrow v1";
    private const int Iterations = 600_000;

    /// <param name="keyFile">Checked already.</param>
    /// <param name="passphrase">At least <see cref="ShortestPassphrase"/> characters.</param>
    /// <param name="made">UTC.</param>
    /// <returns>Text to be written to a file or printed.</returns>
    public static string Seal(string keyFile, string passphrase, DateTime made)
    {
        if (passphrase.Length < ShortestPassphrase)
        {
            throw new InvalidOperationException($"The passphrase needs at least {ShortestPassphrase} characters: whoever has this file may try as many as they like.");
        }

        var plain = File.ReadAllBytes(keyFile);
        var (salt, nonce, tag, cipher) = (RandomNumberGenerator.GetBytes(16), RandomNumberGenerator.GetBytes(12), new byte[16], new byte[plain.Length]);
        using (var aes = new AesGcm(KeyOf(passphrase, salt, Iterations), tag.Length))
        {
            aes.Encrypt(nonce, plain, cipher, tag, Encoding.UTF8.GetBytes(What));
        }

        CryptographicOperations.ZeroMemory(plain);
        return JsonSerializer.Serialize(new Escrow(What, made, MasterKey.OfFile(keyFile).Id, Iterations, salt, nonce, tag, cipher), Indented);
    }

    /// <summary>The content of the key file.</summary>
    /// <exception cref="InvalidOperationException">No such copy, or another passphrase.</exception>
    public static string Open(string text, string passphrase)
    {
        try
        {
            var escrow = JsonSerializer.Deserialize<Escrow>(text);
            if (escrow is not { What: What, Iterations: >= Iterations and <= 10_000_000, Tag.Length: 16, Nonce.Length: 12 })
            {
                throw new InvalidOperationException("This is no file of the verb escrow-keys.");
            }

            var plain = new byte[escrow.Cipher.Length];
            using var aes = new AesGcm(KeyOf(passphrase, escrow.Salt, escrow.Iterations), escrow.Tag.Length);
            aes.Decrypt(escrow.Nonce, escrow.Cipher, escrow.Tag, plain, Encoding.UTF8.GetBytes(What));
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception exception) when (exception is JsonException or CryptographicException)
        {
            throw new InvalidOperationException(exception is JsonException ? "This is no file of the verb escrow-keys." : "The passphrase is another one, or the file was changed.");
        }
    }

    private static byte[] KeyOf(string passphrase, byte[] salt, int iterations) => Rfc2898DeriveBytes.Pbkdf2(passphrase.Normalize(NormalizationForm.FormKC), salt, iterations, HashAlgorithmName.SHA256, MasterKey.Bytes);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <param name="What">Format.</param>
    /// <param name="Made">UTC.</param>
    /// <param name="MasterId">Which master key it is, as <c>OrganizationKeys</c> names it; says nothing about the key.</param>
    /// <param name="Iterations">Of PBKDF2.</param>
    /// <param name="Salt">Of PBKDF2.</param>
    /// <param name="Nonce">Of AES-GCM.</param>
    /// <param name="Tag">Of AES-GCM.</param>
    /// <param name="Cipher">The encrypted key file.</param>
    private sealed record Escrow(string What, DateTime Made, string MasterId, int Iterations, byte[] Salt, byte[] Nonce, byte[] Tag, byte[] Cipher);
}
