using MediSecure.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MediSecure.Data.Persistence.Encryption;

/// <summary>A table with encrypted columns, as a rotation of keys goes through it. Found in the model, so that no feature can be forgotten.</summary>
/// <param name="Entity">Whose rows they are.</param>
/// <param name="Name">Of the table.</param>
/// <param name="Columns">Encrypted columns.</param>
internal sealed record EncryptedTable(Type Entity, string Name, IReadOnlyList<EncryptedColumn> Columns)
{
    public static IReadOnlyList<EncryptedTable> All(IModel model) =>
    [
        .. model.GetEntityTypes().Where(type => type.GetProperties().Any(IsEncrypted)).OrderBy(type => type.GetTableName(), StringComparer.Ordinal)
            .Select(type => new EncryptedTable(type.ClrType, type.GetTableName()!, [.. type.GetProperties().Where(IsEncrypted).Select(property => Column(type, property))])),
    ];

    private static bool IsEncrypted(IReadOnlyProperty property) => property.ClrType == typeof(EncryptedText);

    private static EncryptedColumn Column(IEntityType type, IProperty property)
    {
        var index = BlindIndex.Of(type.ClrType, property.Name);
        return new(property.GetColumnName(), FieldColumn.Of(type.GetTableName()!, property.GetColumnName()), index is { } found ? type.FindProperty(found.Index)!.GetColumnName() : null, index?.Kind);
    }
}

/// <summary>One encrypted column.</summary>
/// <param name="Name">In the database.</param>
/// <param name="Bound">What its values are bound to.</param>
/// <param name="Index">The column of its blind index; null when it has none.</param>
/// <param name="Kind">How its values are normalised.</param>
internal sealed record EncryptedColumn(string Name, FieldColumn Bound, string? Index, BlindIndexKind? Kind);
