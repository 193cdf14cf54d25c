using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Patients;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Persistence.Encryption;

/// <summary>How a value is normalised before it is looked up.</summary>
public enum BlindIndexKind
{
    /// <summary>A telephone number, as it is dialled from anywhere.</summary>
    Phone,

    /// <summary>Letters and digits.</summary>
    Identifier,
}

/// <summary>Finds an encrypted value without reading it: HMAC-SHA256 of the normalised value under the organisation's index key, 16 bytes. Tells whether two values are equal, and nothing else;
/// only whole values are found.</summary>
internal static class BlindIndex
{
    public const int Bytes = 16;
    private static readonly ConcurrentDictionary<(Type Entity, string Field), (string Index, BlindIndexKind Kind)> Known = new();

    /// <summary>Declares that this property holds the blind index of an encrypted one. Rotation of keys makes both anew together.</summary>
    public static PropertyBuilder<byte[]?> FindsBlindly<T>(this PropertyBuilder<byte[]?> index, string field, BlindIndexKind kind) where T : class
    {
        Known[(typeof(T), field)] = (index.Metadata.Name, kind);
        return index.HasMaxLength(Bytes);
    }

    /// <summary>The index property of an encrypted field; null when it has none.</summary>
    public static (string Index, BlindIndexKind Kind)? Of(Type entity, string field) => Known.TryGetValue((entity, field), out var found) ? found : null;

    /// <summary>The one form in which a value is stored; null when nothing of it can be looked up.</summary>
    public static string? Normalize(BlindIndexKind kind, string? text, string country) => kind == BlindIndexKind.Phone ? PhoneNumber.International(text, country) : Identifier.Normalize(text);

    /// <summary>All forms in which what somebody typed may be stored.</summary>
    public static IReadOnlyList<string> Readings(BlindIndexKind kind, string? text, string country) =>
        kind == BlindIndexKind.Phone ? PhoneNumber.Readings(text, country) : Identifier.Normalize(text) is { } one ? [one] : [];

    public static byte[] Make(byte[] key, FieldColumn column, string normalized)
    {
        byte[] value = [.. column.Label, .. Encoding.UTF8.GetBytes(normalized)];
        return HMACSHA256.HashData(key, value)[..Bytes];
    }
}
