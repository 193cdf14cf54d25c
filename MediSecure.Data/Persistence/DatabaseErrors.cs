using System.Net.Sockets;
using MediSecure.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MediSecure.Data.Persistence;

/// <summary>Sorts what a database throws into the classes that reach a person. Anything not named here is a bug and stays an exception.</summary>
public static class DatabaseErrors
{
    /// <summary>The <see cref="Error"/> for a database that is busy or away; null when <paramref name="exception"/> is something else.</summary>
    public static Error? Explain(Exception exception) => IsBusy(exception) || IsAway(exception) ? Error.Busy : null;

    /// <summary>Serialization failure or deadlock: the whole operation can run again with a new context.</summary>
    internal static bool IsRetryable(Exception exception) => Inner(exception) is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    internal static bool IsBusy(Exception exception) => Inner(exception) switch
    {
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.DiskFull } => true,
        PostgresException => IsRetryable(exception),
        NpgsqlException { InnerException: TimeoutException } => true,
        SqliteException { SqliteErrorCode: 5 or 6 } => true,
        SqliteException { SqliteErrorCode: 1 } sqlite when sqlite.Message.Contains("no such table", StringComparison.Ordinal) => true, // a demo database that was replaced meanwhile
        TimeoutException => true,
        _ => false,
    };

    /// <summary>The connection is gone or was never there: an answer that was on its way is lost.</summary>
    internal static bool IsAway(Exception exception) => Inner(exception) switch
    {
        PostgresException postgres => postgres.SqlState.StartsWith("08", StringComparison.Ordinal) || postgres.SqlState.StartsWith("57P", StringComparison.Ordinal),
        NpgsqlException => true,
        SocketException or IOException => true,
        _ => false,
    };

    private static Exception Inner(Exception exception) =>
        exception is DbUpdateException or InvalidOperationException && exception.InnerException is { } inner ? Inner(inner) : exception;
}
