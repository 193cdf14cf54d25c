using System.Buffers.Binary;
using System.Text;
using MediSecure.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MediSecure.Data.Persistence.Encryption;

/// <summary>A column of the database by which values are bound.</summary>
/// <param name="Name">Table and column, for people.</param>
/// <param name="Label">Both with their lengths, so that no two columns have the same bytes.</param>
internal sealed record FieldColumn(string Name, byte[] Label)
{
    public static FieldColumn Of(string table, string column) => new($"{table}.{column}", [.. Part(table), .. Part(column)]);

    /// <exception cref="InvalidOperationException">The entity has no such encrypted property: a bug of the caller.</exception>
    public static FieldColumn Of(IModel model, Type entity, string property)
    {
        var type = model.FindEntityType(entity);
        return type?.FindProperty(property) is { } found && found.ClrType == typeof(EncryptedText)
            ? Of(type.GetTableName()!, found.GetColumnName())
            : throw new InvalidOperationException($"{entity.Name}.{property} is no encrypted field.");
    }

    private static byte[] Part(string name)
    {
        var text = Encoding.UTF8.GetBytes(name);
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)text.Length);
        return [.. length, .. text];
    }
}
