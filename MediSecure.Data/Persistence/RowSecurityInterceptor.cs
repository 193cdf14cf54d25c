using System.Data.Common;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace MediSecure.Data.Persistence;

/// <summary>Tells PostgreSQL the scope of a context: once for a transaction; in the same round trip for a read outside one, which PostgreSQL runs as a transaction of its own.</summary>
internal sealed class RowSecurityInterceptor : DbCommandInterceptor, IDbTransactionInterceptor, ISaveChangesInterceptor
{
    private const string OnlyAsync = "Use the asynchronous methods.";

    public async ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        await SetAsync(connection, result, ScopeOf(eventData.Context), [], cancellationToken);
        return result;
    }

    public DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result) => throw new InvalidOperationException(OnlyAsync);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Prefix(command, eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (HasPrefix(command))
        {
            await result.NextResultAsync(cancellationToken); // past the row of the settings
        }

        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Prefix(command, eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        command.Transaction is null && ScopeOf(eventData.Context) != AccessScope.None
            ? throw new InvalidOperationException("A scalar outside a transaction would answer the settings of the scope.")
            : ValueTask.FromResult(result);

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Refused(eventData, result);

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Refused(eventData, result);

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => Refused(eventData, result);

    /// <summary>An organisation that comes into being below one's own may be filled in the transaction that makes it.</summary>
    public async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is MediSecureDbContext db && db.Database.CurrentTransaction is { } transaction)
        {
            var children = db.ChangeTracker.Entries<Organization>().Where(e => e.State == EntityState.Added).Select(e => e.Entity.Id).ToList();
            if (children.Count > 0)
            {
                await SetAsync(db.Database.GetDbConnection(), transaction.GetDbTransaction(), db.Scope, children, cancellationToken);
            }
        }

        return result;
    }

    /// <summary>Gives the rest of a running transaction another scope: to the other side of a referral, and back.</summary>
    internal static async Task SetAsync(DbConnection connection, DbTransaction transaction, AccessScope scope, IEnumerable<Guid> more, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = RowSecurity.Settings;
        RowSecurity.AddSettings(command, scope, more);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static void Prefix(DbCommand command, DbContext? context)
    {
        if (command.Transaction is null && ScopeOf(context) is var scope && scope != AccessScope.None)
        {
            command.CommandText = RowSecurity.Settings + command.CommandText;
            RowSecurity.AddSettings(command, scope, []);
        }
    }

    private static bool HasPrefix(DbCommand command) => command.CommandText.StartsWith(RowSecurity.Settings, StringComparison.Ordinal);

    private static InterceptionResult<T> Refused<T>(CommandEventData eventData, InterceptionResult<T> result) =>
        ScopeOf(eventData.Context) == AccessScope.None ? result : throw new InvalidOperationException(OnlyAsync);

    private static AccessScope ScopeOf(DbContext? context) => context is MediSecureDbContext db ? db.Scope : AccessScope.None;
}
