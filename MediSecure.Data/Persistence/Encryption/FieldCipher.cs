using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Patients;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence.Encryption;

/// <summary>Encrypts and decrypts fields of one row. Used by services only, by name and never by itself, so that a list cannot decrypt by accident.</summary>
/// <example><code>
/// var row = cipher.Row&lt;ClinicalNote&gt;(db, note.Id);
/// note.Write(row.Seal(nameof(ClinicalNote.Body), text, note.Body));
/// var text = row.Open(nameof(ClinicalNote.Body), note.Body);
/// </code></example>
public interface IFieldCipher
{
    /// <summary>The row whose fields are meant, at the organisation of <paramref name="db"/>, which a door has opened.</summary>
    RowCipher Row<T>(MediSecureDbContext db, Guid rowId) where T : class, IOrganizationOwned;

    /// <summary>Under which blind indexes a whole value may stand, the likeliest first: more than one while keys are rotated, and where digits can be read in two ways. Compare with each.</summary>
    /// <param name="db">Opened by a door.</param>
    /// <param name="property">The encrypted property.</param>
    /// <param name="text">As typed.</param>
    /// <param name="country">ISO code of the organisation's country.</param>
    IReadOnlyList<byte[]> Find<T>(MediSecureDbContext db, string property, string? text, string country) where T : class, IOrganizationOwned;
}

/// <inheritdoc cref="IFieldCipher"/>
internal sealed class FieldCipher(UnreadableAlarm? alarm) : IFieldCipher
{
    public const byte Version = 1;
    public const int Overhead = 1 + 4 + NonceBytes + TagBytes;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly ConcurrentDictionary<(Type, string), FieldColumn> _columns = new();

    public RowCipher Row<T>(MediSecureDbContext db, Guid rowId) where T : class, IOrganizationOwned => new(this, db, typeof(T), rowId);

    public IReadOnlyList<byte[]> Find<T>(MediSecureDbContext db, string property, string? text, string country) where T : class, IOrganizationOwned
    {
        var column = ColumnOf(db, typeof(T), property);
        var keys = KeysOf(db).IndexKeys;
        return [.. BlindIndex.Readings(KindOf(typeof(T), property), text, country).SelectMany(reading => keys.Select(key => BlindIndex.Make(key, column, reading)))];
    }

    internal byte[]? Index(MediSecureDbContext db, Type entity, string property, string? text, string country) =>
        BlindIndex.Normalize(KindOf(entity, property), text, country) is { } normalized ? BlindIndex.Make(KeysOf(db).IndexKeys[0], ColumnOf(db, entity, property), normalized) : null;

    private static BlindIndexKind KindOf(Type entity, string property) =>
        BlindIndex.Of(entity, property)?.Kind ?? throw new InvalidOperationException($"{entity.Name}.{property} has no blind index.");

    internal EncryptedText Seal(MediSecureDbContext db, Type entity, string property, Guid rowId, string text)
    {
        var column = ColumnOf(db, entity, property);
        var keys = KeysOf(db);
        return new EncryptedText(Encrypt(keys.Data(keys.ActiveId!.Value)!, keys.ActiveId.Value, Bound(db.OrganizationId, column, rowId), text));
    }

    internal string Open(MediSecureDbContext db, Type entity, string property, Guid rowId, EncryptedText text)
    {
        var column = ColumnOf(db, entity, property);
        var problem = TryDecrypt(KnownOf(db), Bound(db.OrganizationId, column, rowId), text.Bytes, out var opened);
        if (problem is null)
        {
            return opened!;
        }

        alarm?.Raise(db.Scope, entity.Name, column.Name, rowId, entity == typeof(Patient) ? rowId : db.Scope.PatientId, problem);
        throw new UnreadableFieldException(column.Name, problem);
    }

    internal static byte[] Encrypt(byte[] key, int keyId, byte[] bound, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var bytes = new byte[Overhead + length];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), keyId);
        var nonce = bytes.AsSpan(5, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        var plain = Encoding.UTF8.GetBytes(text);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, bytes.AsSpan(5 + NonceBytes, length), bytes.AsSpan(5 + NonceBytes + length), bound);
        CryptographicOperations.ZeroMemory(plain);
        return bytes;
    }

    /// <returns>What is wrong; null when it could be read.</returns>
    internal static string? TryDecrypt(OrganizationKeySet keys, byte[] bound, byte[] bytes, out string? text)
    {
        text = null;
        if (bytes.Length < Overhead || bytes[0] != Version)
        {
            return "not a value of a known format";
        }

        if (keys.Data(BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(1))) is not { } key)
        {
            return "its key is gone";
        }

        var plain = new byte[bytes.Length - Overhead];
        try
        {
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(bytes.AsSpan(5, NonceBytes), bytes.AsSpan(5 + NonceBytes, plain.Length), bytes.AsSpan(5 + NonceBytes + plain.Length), plain, bound);
        }
        catch (AuthenticationTagMismatchException)
        {
            return "it was changed, or belongs to another field";
        }

        text = Encoding.UTF8.GetString(plain);
        CryptographicOperations.ZeroMemory(plain);
        return null;
    }

    /// <summary>What a value is bound to: organisation, table, column, row and version of the format. Never the row's version: an edit of one field would make the others unreadable.</summary>
    internal static byte[] Bound(Guid organizationId, FieldColumn column, Guid rowId)
    {
        var bytes = new byte[1 + 16 + column.Label.Length + 16];
        bytes[0] = Version;
        organizationId.TryWriteBytes(bytes.AsSpan(1), bigEndian: true, out _);
        column.Label.CopyTo(bytes.AsSpan(17));
        rowId.TryWriteBytes(bytes.AsSpan(17 + column.Label.Length), bigEndian: true, out _);
        return bytes;
    }

    internal FieldColumn ColumnOf(MediSecureDbContext db, Type entity, string property) => _columns.GetOrAdd((entity, property), key => FieldColumn.Of(db.Model, key.Item1, key.Item2));

    internal static OrganizationKeySet KnownOf(MediSecureDbContext db) => db.Keys ?? throw new InvalidOperationException("The organisation's keys were not read. Open through a door; a job opens with OpenSystemAsync.");

    internal static OrganizationKeySet KeysOf(MediSecureDbContext db) => KnownOf(db) is { ActiveId: not null } keys ? keys
        : throw new InvalidOperationException("There is no usable encryption key for this organisation. Is Encryption__KeyFile the file its keys were made with?");
}
