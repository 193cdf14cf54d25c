using System.Diagnostics.CodeAnalysis;
using MediSecure.Data.Access;
using MediSecure.Data.Common;

namespace MediSecure.Data.Persistence.Encryption;

/// <summary>Encrypts and decrypts the fields of one row; from <see cref="IFieldCipher.Row{T}"/>.</summary>
public sealed class RowCipher
{
    private readonly FieldCipher _cipher;
    private readonly MediSecureDbContext _db;
    private readonly Type _entity;
    private readonly Guid _rowId;

    internal RowCipher(FieldCipher cipher, MediSecureDbContext db, Type entity, Guid rowId)
    {
        _cipher = cipher;
        _db = db;
        _entity = entity;
        _rowId = rowId;
    }

    /// <summary>Encrypts; no text stays no value.</summary>
    /// <param name="property">Name of the entity's property, by <c>nameof</c>.</param>
    /// <param name="text">What it says.</param>
    /// <param name="current">What stands there now: the same text keeps its bytes, so that a save which changes nothing records no change.</param>
    /// <exception cref="UnreadableFieldException">What stands there cannot be read: it is not written over.</exception>
    [return: NotNullIfNotNull(nameof(text))]
    public EncryptedText? Seal(string property, string? text, EncryptedText? current = null)
    {
        if (current is not null && Open(property, current) == text)
        {
            return text is null ? null : current;
        }

        return text is null ? null : _cipher.Seal(_db, _entity, property, _rowId, text);
    }

    /// <summary>Encrypts a field that has a blind index; both go together, so that a rotation of keys finds both old or both new.</summary>
    /// <param name="property">The encrypted property; its index is declared in the entity's configuration.</param>
    /// <param name="text">What it says.</param>
    /// <param name="country">ISO code of the organisation's country, for telephone numbers.</param>
    /// <param name="current">What stands there now.</param>
    /// <param name="currentIndex">Its index.</param>
    /// <exception cref="UnreadableFieldException">What stands there cannot be read: it is not written over.</exception>
    public (EncryptedText? Text, byte[]? Index) SealIndexed(string property, string? text, string country, EncryptedText? current = null, byte[]? currentIndex = null)
    {
        var value = Seal(property, text, current);
        return ReferenceEquals(value, current) ? (current, currentIndex) : (value, _cipher.Index(_db, _entity, property, text, country));
    }

    /// <summary>Decrypts; no value stays no text. Call it where the read of this row is recorded.</summary>
    /// <exception cref="UnreadableFieldException">It was changed outside the application, stands in another row, or its key is gone; the alarm has been raised.</exception>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Open(string property, EncryptedText? text) => text is null ? null : _cipher.Open(_db, _entity, property, _rowId, text);

    /// <summary>The same for a page that shows the rest without this field: false when it cannot be read; the alarm has been raised.</summary>
    public bool TryOpen(string property, EncryptedText? sealedText, out string? text)
    {
        try
        {
            text = Open(property, sealedText);
            return true;
        }
        catch (UnreadableFieldException)
        {
            text = null;
            return false;
        }
    }
}
