using System.Collections.Concurrent;
using MediSecure.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;

namespace MediSecure.Data.Persistence;

/// <summary>What each broken constraint says to a person. Filled by the configurations while the model is built and by <see cref="DatabaseRules"/>.</summary>
public static class ConstraintErrors
{
    private static readonly ConcurrentDictionary<string, Error> Known = new(StringComparer.Ordinal);

    /// <summary>Registers <paramref name="error"/> as the meaning of constraint, index or trigger <paramref name="name"/>.</summary>
    public static void Register(string name, Error error) => Known[name] = error;

    /// <summary>Registers what a violation of this unique index says. Call it after the name is set.</summary>
    public static IndexBuilder<T> Explained<T>(this IndexBuilder<T> index, Error error)
    {
        Register(index.Metadata.GetDatabaseName() ?? throw new InvalidOperationException("Name the index first."), error);
        return index;
    }

    /// <summary>Every constraint, index and trigger that has a meaning for people; complete once the model is built and <see cref="DatabaseRules.RegisterErrors"/> was called.</summary>
    internal static IReadOnlyCollection<string> Names => [.. Known.Keys];

    internal static Error? Find(DbContext db, DbUpdateException exception) => ConstraintName(db, exception.InnerException) is { } name && Known.TryGetValue(name, out var error) ? error : null;

    /// <summary>Name of the constraint that <paramref name="exception"/> reports, when it reports one.</summary>
    internal static string? ConstraintName(DbContext db, Exception? exception) => exception switch
    {
        PostgresException postgres => postgres.ConstraintName ?? (postgres.SqlState == PostgresErrorCodes.RaiseException ? postgres.MessageText : null),
        SqliteException { SqliteErrorCode: 19 } sqlite => FromSqlite(db, sqlite.Message),
        _ => null,
    };

    // "SQLite Error 19: 'UNIQUE constraint failed: Beds.OrganizationId, Beds.Label'." · "… 'CHECK constraint failed: CK_x'." · "… 'EX_Appointments_Room'." (a trigger's RAISE)
    private static string? FromSqlite(DbContext db, string message)
    {
        var text = message.Split('\'', 2) is [_, var rest] ? rest.TrimEnd('.').TrimEnd('\'') : message;
        const string unique = "UNIQUE constraint failed: ";
        const string check = "CHECK constraint failed: ";
        if (text.StartsWith(check, StringComparison.Ordinal))
        {
            return text[check.Length..];
        }

        if (!text.StartsWith(unique, StringComparison.Ordinal))
        {
            return text.Contains(' ', StringComparison.Ordinal) ? null : text;
        }

        var columns = text[unique.Length..].Split(", ");
        var table = columns[0].Split('.')[0];
        var names = columns.Select(c => c.Split('.')[1]).ToList();
        return db.Model.GetEntityTypes().Where(t => t.GetTableName() == table)
            .SelectMany(t => t.GetIndexes()).FirstOrDefault(i => i.IsUnique && i.Properties.Select(p => p.GetColumnName()).SequenceEqual(names))?.GetDatabaseName();
    }
}
