using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace MediSecure.Data.Persistence;

/// <summary>Lets SQLite itself wait while somebody else writes: it asks again after 1, 2, 5, 10 ms and more. Without it the driver sleeps 150 ms between two tries, and whoever writes often
/// leaves the others no gap (decision 0060).</summary>
internal sealed class MemoryWaitInterceptor : DbConnectionInterceptor
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Wait(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Wait(connection);
        return Task.CompletedTask;
    }

    private static void Wait(DbConnection connection) => raw.sqlite3_busy_timeout(((SqliteConnection)connection).Handle, (int)Longest.TotalMilliseconds);
}
