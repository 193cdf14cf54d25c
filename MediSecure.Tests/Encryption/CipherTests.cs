using System.Text;
using CsCheck;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.Encryption;

namespace MediSecure.Tests.Encryption;

/// <summary>The format and what it is bound to, without a database.</summary>
public sealed class CipherTests
{
    private static readonly MasterKey Master = MasterKey.OfThisProcess();
    private static readonly DateTime At = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Organization = Guid.CreateVersion7(), Row = Guid.CreateVersion7();
    private static readonly IReadOnlyList<OrganizationKey> Rows = WrappedKey.MakeFirst(Master, Organization, At);
    private static readonly OrganizationKeySet Keys = OrganizationKeySet.Of(Master, Rows, null);
    private static readonly FieldColumn Column = FieldColumn.Of("Patients", "Phone");
    private static readonly byte[] Bound = FieldCipher.Bound(Organization, Column, Row);

    private static byte[] Encrypt(string text) => FieldCipher.Encrypt(Keys.Data(Keys.ActiveId!.Value)!, Keys.ActiveId.Value, Bound, text);

    private static string? Problem(byte[] bytes, byte[]? bound = null) => FieldCipher.TryDecrypt(Keys, bound ?? Bound, bytes, out _);

    [Theory]
    [InlineData("")]
    [InlineData("+234 803 123 4567")]
    [InlineData("1 Marina Road\nLagos")]
    [InlineData("Ọláolúwa 😀 محمد")]
    public void What_was_encrypted_is_read_again(string text)
    {
        var bytes = Encrypt(text);
        Assert.Null(FieldCipher.TryDecrypt(Keys, Bound, bytes, out var read));
        Assert.Equal(text, read);
        Assert.Equal(33 + Encoding.UTF8.GetByteCount(text), bytes.Length);
        Assert.NotEqual(bytes, Encrypt(text)); // a nonce of its own each time
    }

    [Fact]
    public void Any_text_comes_back() => Gen.String.Select(text => string.Concat(text.EnumerateRunes())).Sample(text =>
    {
        Assert.Null(FieldCipher.TryDecrypt(Keys, Bound, Encrypt(text), out var read));
        Assert.Equal(text, read);
    }, iter: 200);

    [Fact]
    public void Any_bit_that_is_flipped_is_noticed()
    {
        var bytes = Encrypt("+234 803 123 4567");
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var changed = bytes.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.NotNull(Problem(changed));
        }

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.NotNull(Problem(bytes[..length]));
        }

        Assert.NotNull(Problem([.. bytes, 0]));
        Assert.Null(Problem(bytes));
    }

    [Fact]
    public void A_value_opens_at_its_place_only()
    {
        var bytes = Encrypt("secret");
        Assert.Null(Problem(bytes, FieldCipher.Bound(Organization, FieldColumn.Of("Patients", "Phone"), Row)));
        Assert.NotNull(Problem(bytes, FieldCipher.Bound(Guid.CreateVersion7(), Column, Row)));
        Assert.NotNull(Problem(bytes, FieldCipher.Bound(Organization, Column, Guid.CreateVersion7())));
        Assert.NotNull(Problem(bytes, FieldCipher.Bound(Organization, FieldColumn.Of("Patients", "Email"), Row)));
        Assert.NotNull(Problem(bytes, FieldCipher.Bound(Organization, FieldColumn.Of("Staff", "Phone"), Row)));
        Assert.NotNull(Problem(bytes, FieldCipher.Bound(Organization, FieldColumn.Of("PatientsP", "hone"), Row)));
    }

    [Fact]
    public void Keys_of_one_organisation_open_nothing_of_another()
    {
        var other = Guid.CreateVersion7();
        var theirs = OrganizationKeySet.Of(Master, WrappedKey.MakeFirst(Master, other, At), null);
        Assert.Equal("its key is gone", FieldCipher.TryDecrypt(theirs, Bound, Encrypt("secret"), out _));
        // Nor does a key row that was moved to another organisation.
        var moved = new OrganizationKey(other, Rows[0].KeyId, KeyPurpose.Data, KeyState.Active, Rows[0].Wrapped!, Rows[0].MasterId, At);
        Assert.Null(OrganizationKeySet.Of(Master, [moved], null).ActiveId);
    }

    [Fact]
    public void A_destroyed_key_is_forgotten_and_one_of_another_master_key_is_remembered()
    {
        var rows = WrappedKey.MakeFirst(Master, Organization, At);
        var keys = OrganizationKeySet.Of(Master, rows, null);
        Assert.Null(OrganizationKeySet.Of(MasterKey.OfThisProcess(), rows, null).ActiveId);
        Assert.Equal(keys.ActiveId, OrganizationKeySet.Of(MasterKey.OfThisProcess(), rows, keys).ActiveId);

        rows[0].Become(KeyState.Destroyed, At);
        Assert.Null(rows[0].Wrapped);
        Assert.Null(OrganizationKeySet.Of(Master, rows, keys).Data(keys.ActiveId!.Value));
    }

    /// <summary>128 bits of strength at least everywhere; ASVS 5.0, 11.2.3.</summary>
    [Fact]
    public void Keys_are_long_enough()
    {
        Assert.All(WrappedKey.MakeFirst(Master, Organization, At), row => Assert.Equal(32, WrappedKey.Unwrap(Master, row).Length));
        Assert.Equal(32, Master.Derive("any purpose", Organization).Length);
        Assert.NotEqual(Master.Derive("any purpose", Organization), Master.Derive("another purpose", Organization));
        using var chain = new Data.Features.ActivityLog.AuditChain(Master);
        Assert.Equal(64, chain.Sign(Organization, 1, new byte[32]).Length); // r and s of P-256
    }

    [Fact]
    public void An_encrypted_text_says_nothing_by_itself()
    {
        var text = new EncryptedText(Encrypt("secret"));
        Assert.Equal("***", $"{text}");
        Assert.Equal("{}", System.Text.Json.JsonSerializer.Serialize(text));
        Assert.Equal(text, new EncryptedText([.. text.Bytes]));
        Assert.NotEqual(text, new EncryptedText(Encrypt("secret")));
        Assert.DoesNotContain(typeof(EncryptedText).GetMethods(), m => m.Name is "op_Implicit" or "op_Explicit");
    }
}
