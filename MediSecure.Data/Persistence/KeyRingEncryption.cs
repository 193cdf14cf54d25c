using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Data.Persistence;

/// <summary>Encrypts the keys of cookies and tokens with AES-256-GCM under the master key before they go into the database: a dump alone forges no sign-in.</summary>
internal sealed class KeyRingEncryptor(MasterKey master) : IXmlEncryptor
{
    internal const string Purpose = "data protection keys v1";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var cipher = new byte[plain.Length];
        var tag = new byte[AesGcm.TagByteSizes.MaxSize];
        using var aes = new AesGcm(master.Derive(Purpose, Guid.Empty), tag.Length);
        aes.Encrypt(nonce, plain, cipher, tag, Encoding.UTF8.GetBytes(Purpose));
        return new EncryptedXmlInfo(new XElement("encryptedKey", Convert.ToBase64String([.. nonce, .. tag, .. cipher])), typeof(KeyRingDecryptor));
    }
}

/// <summary>Made by Data Protection from the name that stands beside the encrypted key.</summary>
internal sealed class KeyRingDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var bytes = Convert.FromBase64String(encryptedElement.Value);
        var (nonce, tag) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        var plain = new byte[bytes.Length - nonce - tag];
        var masters = services.GetRequiredService<MasterKey>().All;
        for (var i = 0; ; i++)
        {
            try
            {
                using var aes = new AesGcm(masters[i].Derive(KeyRingEncryptor.Purpose, Guid.Empty), tag);
                aes.Decrypt(bytes.AsSpan(0, nonce), bytes.AsSpan(nonce + tag), bytes.AsSpan(nonce, tag), plain, Encoding.UTF8.GetBytes(KeyRingEncryptor.Purpose));
                return XElement.Parse(Encoding.UTF8.GetString(plain));
            }
            catch (AuthenticationTagMismatchException) when (i + 1 < masters.Count)
            {
                // Written under a master key before the present one.
            }
        }
    }
}
