using System.Data.Common;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Rows of one organisation (or of none, for sign-ins) on their way into an empty database, past the change tracker: that would compile some eight thousand accessors for ten thousand rows, which
/// took two thirds of a demo's start. Columns, conversions and the order of tables come from the model, and every constraint and trigger of the database holds as ever.</summary>
internal sealed class SeedRows(MediSecureDbContext db, AuditChain chain)
{
    private readonly List<object> _all = [];
    private int _written;

    /// <summary>Has the model, the organisation and its keys; tracks nothing.</summary>
    public MediSecureDbContext Db { get; } = db;

    public void Add(object row)
    {
        // The same wall as for every other write: no row of another organisation.
        if (row is IOrganizationOwned owned && (row is Organization place ? place.Id : owned.OrganizationId) != Db.Scope.OrganizationId)
        {
            throw new InvalidOperationException($"A write of {row.GetType().Name} outside the organisation of its scope was stopped.");
        }

        _all.Add(row);
    }

    public void AddRange(params IEnumerable<object> rows)
    {
        foreach (var row in rows)
        {
            Add(row);
        }
    }

    /// <summary>All rows of a kind so far, in the order in which they were added.</summary>
    public IEnumerable<T> Of<T>() where T : class => _all.OfType<T>();

    /// <summary>Inserts what was added since the last time, tables that others point to first.</summary>
    public async Task InsertAsync(CancellationToken ct)
    {
        var rows = _all.Skip(_written).ToLookup(row => row.GetType());
        foreach (var type in InOrder(rows.Select(group => Db.Model.FindEntityType(group.Key) ?? throw new InvalidOperationException($"{group.Key.Name} has no table."))))
        {
            await WriteAsync(type, rows[type.ClrType], columns => $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})", ct);
        }

        _written = _all.Count;
    }

    /// <summary>Writes rows that are there already once more, whole.</summary>
    public async Task UpdateAsync<T>(IEnumerable<T> rows, CancellationToken ct) where T : class
    {
        var type = Db.Model.FindEntityType(typeof(T))!;
        await WriteAsync(type, rows, columns => $"UPDATE \"{type.GetTableName()}\" SET {string.Join(", ", columns.Select((c, i) => (c, i)).Where(x => !x.c.IsKey).Select(x => $"\"{x.c.Name}\" = @p{x.i}"))} "
            + $"WHERE {string.Join(" AND ", columns.Select((c, i) => (c, i)).Where(x => x.c.IsKey).Select(x => $"\"{x.c.Name}\" = @p{x.i}"))}", ct);
    }

    private async Task WriteAsync(IEntityType type, IEnumerable<object> rows, Func<IReadOnlyList<Column>, string> sql, CancellationToken ct)
    {
        var columns = type.GetProperties().Select(property => new Column(property)).ToList();
        await Db.Database.OpenConnectionAsync(ct);
        try
        {
            var connection = Db.Database.GetDbConnection();
            var outer = Db.Database.CurrentTransaction?.GetDbTransaction();
            await using var own = outer is null ? await connection.BeginTransactionAsync(ct) : null;
            await using var command = connection.CreateCommand();
            command.Transaction = outer ?? own;
            command.CommandText = sql(columns);
            foreach (var (column, index) in columns.Select((c, i) => (c, i)))
            {
                command.Parameters.Add(column.Parameter(command, $"@p{index}"));
            }

            var prepared = false;
            foreach (var row in rows)
            {
                Finish(row);
                for (var i = 0; i < columns.Count; i++)
                {
                    command.Parameters[i].Value = columns[i].ValueOf(row) ?? DBNull.Value;
                }

                if (!prepared)
                {
                    await command.PrepareAsync(ct);
                    prepared = true;
                }

                if (await command.ExecuteNonQueryAsync(ct) != 1)
                {
                    throw new InvalidOperationException($"A row of {type.ClrType.Name} was not written.");
                }
            }

            if (own is not null)
            {
                await own.CommitAsync(ct);
            }
        }
        finally
        {
            await Db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>What the interceptors do for a save.</summary>
    private void Finish(object row)
    {
        if (row is IVersioned)
        {
            var version = Db.Model.FindEntityType(row.GetType())!.FindProperty(nameof(IVersioned.Version))!;
            Column.MemberOf(version).Set(row, Guid.NewGuid());
        }

        (row as AuditEvent)?.Authenticate(chain);
    }

    private static List<IEntityType> InOrder(IEnumerable<IEntityType> types)
    {
        var order = new List<IEntityType>();
        var wanted = types.ToHashSet();
        var seen = new HashSet<IEntityType>();
        foreach (var type in wanted.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            Visit(type);
        }

        return order;

        void Visit(IEntityType type)
        {
            if (!seen.Add(type))
            {
                return;
            }

            foreach (var key in type.GetForeignKeys())
            {
                Visit(key.PrincipalEntityType);
            }

            if (wanted.Contains(type))
            {
                order.Add(type);
            }
        }
    }

    /// <summary>One column: how its value is read from a row and given to the database.</summary>
    private sealed class Column(IProperty property)
    {
        private readonly Member _member = MemberOf(property);
        private readonly RelationalTypeMapping _mapping = property.GetRelationalTypeMapping();

        public string Name { get; } = property.GetColumnName();

        public bool IsKey { get; } = property.IsPrimaryKey();

        public static Member MemberOf(IProperty property) => property.FieldInfo is { } field ? new Member(field.GetValue, field.SetValue)
            : property.PropertyInfo is { } info ? new Member(info.GetValue, info.SetValue)
            : throw new InvalidOperationException($"{property.DeclaringType.Name}.{property.Name} stands in no field.");

        public DbParameter Parameter(DbCommand command, string name) => _mapping.CreateParameter(command, name, null, nullable: true);

        public object? ValueOf(object row) => _member.Get(row) is not { } value ? null : _mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }

    private sealed record Member(Func<object, object?> Get, Action<object, object?> Set);
}
