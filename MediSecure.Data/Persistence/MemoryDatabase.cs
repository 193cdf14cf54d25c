using Microsoft.Data.Sqlite;

namespace MediSecure.Data.Persistence;

/// <summary>A named memory database that lives while its first connection is open. The memdb VFS, because one shared connection, or a shared cache, fails under concurrent use. Each context
/// holds a lease: a replaced database closes with the last of them.</summary>
internal sealed class MemoryDatabase : IDisposable
{
    /// <summary>Longer than any statement may wait. A context that is still open then was forgotten, and finds no table any more.</summary>
    private static readonly TimeSpan LongestUse = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly SqliteConnection _keepAlive;
    private int _users;
    private bool _retired;
    private bool _closed;

    public MemoryDatabase()
    {
        ConnectionString = $"Data Source=file:/medisecure-{Guid.NewGuid():N}?vfs=memdb;Foreign Keys=True;Recursive Triggers=True;Default Timeout=10";
        _keepAlive = new SqliteConnection(ConnectionString);
        _keepAlive.Open();
    }

    public string ConnectionString { get; }

    /// <summary>Takes a lease; false when the database has been replaced.</summary>
    public bool TryEnter()
    {
        lock (_gate)
        {
            if (_retired)
            {
                return false;
            }

            _users++;
            return true;
        }
    }

    /// <summary>Gives a lease back.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            if (--_users > 0 || !_retired)
            {
                return;
            }
        }

        Dispose();
    }

    /// <summary>Nobody enters any more; closes when the last lease is back.</summary>
    public void Retire()
    {
        lock (_gate)
        {
            _retired = true;
            if (_users > 0)
            {
                _ = Task.Delay(LongestUse).ContinueWith(_ => Dispose(), TaskScheduler.Default);
                return;
            }
        }

        Dispose();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            _closed = _retired = true;
        }

        SqliteConnection.ClearPool(_keepAlive);
        _keepAlive.Dispose();
        SqliteConnection.ClearPool(_keepAlive);
    }
}
