namespace MediSecure.Data.Common;

/// <summary>A text as it lies in the database: encrypted, bound to its organisation, column and row. It never becomes text by itself; a service asks the cipher, where the read is recorded.
/// Version 1: <c>01 | key id (4) | nonce (12) | ciphertext | tag (16)</c>.</summary>
public sealed class EncryptedText : IEquatable<EncryptedText>
{
    internal EncryptedText(byte[] bytes) => Bytes = bytes;

    internal byte[] Bytes { get; }

    public bool Equals(EncryptedText? other) => other is not null && Bytes.AsSpan().SequenceEqual(other.Bytes);

    public override bool Equals(object? obj) => Equals(obj as EncryptedText);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }

    public override string ToString() => "***";
}
