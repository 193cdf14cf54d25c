using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MediSecure.Data.Persistence.Encryption;

/// <summary>Makes keys of organisations and wraps them: AES-256-GCM under a key that the master key gives for this organisation, bound to organisation, id and purpose.</summary>
internal static class WrappedKey
{
    public const int KeyBytes = 32;
    public const int Bytes = 12 + 16 + KeyBytes;
    private const string Purpose = "organization keys v1";

    /// <summary>A new random key.</summary>
    public static OrganizationKey Make(MasterKey master, Guid organizationId, KeyPurpose purpose, KeyState state, DateTime at)
    {
        var id = RandomNumberGenerator.GetInt32(1, int.MaxValue);
        return new OrganizationKey(organizationId, id, purpose, state, Wrap(master, organizationId, id, purpose, RandomNumberGenerator.GetBytes(KeyBytes)), master.Id, at);
    }

    /// <summary>What every organisation begins with.</summary>
    public static IReadOnlyList<OrganizationKey> MakeFirst(MasterKey master, Guid organizationId, DateTime at) =>
        [Make(master, organizationId, KeyPurpose.Data, KeyState.Active, at), Make(master, organizationId, KeyPurpose.Index, KeyState.Active, at)];

    public static byte[] Wrap(MasterKey master, Guid organizationId, int keyId, KeyPurpose purpose, byte[] key)
    {
        var wrapped = new byte[Bytes];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, 12));
        using var aes = new AesGcm(master.Derive(Purpose, organizationId), 16);
        aes.Encrypt(wrapped.AsSpan(0, 12), key, wrapped.AsSpan(28), wrapped.AsSpan(12, 16), Bound(organizationId, keyId, purpose));
        return wrapped;
    }

    /// <exception cref="CryptographicException">Another master key wraps it, or the row was changed.</exception>
    public static byte[] Unwrap(MasterKey master, OrganizationKey row)
    {
        var wrapped = row.Wrapped is { Length: Bytes } bytes ? bytes : throw new CryptographicException("A key of an organisation is damaged.");
        var key = new byte[KeyBytes];
        var by = master.All.FirstOrDefault(one => one.Id == row.MasterId) ?? throw new CryptographicException("A key of an organisation is wrapped by another master key.");
        using var aes = new AesGcm(by.Derive(Purpose, row.OrganizationId), 16);
        aes.Decrypt(wrapped.AsSpan(0, 12), wrapped.AsSpan(28), wrapped.AsSpan(12, 16), key, Bound(row.OrganizationId, row.KeyId, row.Purpose));
        return key;
    }

    private static byte[] Bound(Guid organizationId, int keyId, KeyPurpose purpose)
    {
        var id = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(id, keyId);
        return [.. organizationId.ToByteArray(bigEndian: true), .. id, .. Encoding.UTF8.GetBytes(purpose.ToString())];
    }
}
