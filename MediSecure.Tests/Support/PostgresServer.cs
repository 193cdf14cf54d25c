using System.Globalization;
using MediSecure.Data.Persistence;
using MediSecure.Tests.Support;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace MediSecure.Tests.Support;

/// <summary>One real PostgreSQL for the whole run, started by the first test that asks. In this order: the server that MEDISECURE_TEST_POSTGRES names
/// (an administrator's connection string); a throwaway cluster from the programs in MEDISECURE_PG_BIN, the newest /usr/lib/postgresql/*/bin, or PATH.
/// Without either the tests that need it fail and say what to install; they are never skipped.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];
    private readonly List<string> _databases = [];
    private Task? _started;
    private Task? _template;
    private PostgresCluster? _cluster;
    private string _admin = "";
    private string _password = "";
    private int _count;

    /// <summary>Owns the databases and bypasses row security; used by migrations only.</summary>
    public string OwnerRole => _cluster is null ? $"medisecure_owner_{_run}" : "medisecure_owner";

    /// <summary>What the application connects as; owns nothing.</summary>
    public string AppRole => _cluster is null ? $"medisecure_app_{_run}" : "medisecure_app";

    /// <summary>Starts the server once. Lazy, because an assembly fixture's own start would run for, and fail, every test.</summary>
    public Task ReadyAsync()
    {
        lock (_gate)
        {
            return _started ??= StartAsync();
        }
    }

    /// <summary>A new database with the current schema, copied from a template that is migrated once.</summary>
    public async Task<PostgresConnections> CreateDatabaseAsync()
    {
        await ReadyAsync();
        Task template;
        lock (_gate)
        {
            template = _template ??= CreateTemplateAsync();
        }
        await template;
        return await CreateAsync(TemplateName);
    }

    /// <summary>A new database with nothing in it, as an operator would hand it over.</summary>
    public async Task<PostgresConnections> CreateEmptyDatabaseAsync()
    {
        await ReadyAsync();
        return await CreateAsync("template0");
    }

    private string TemplateName => $"medi_template_{_run}";

    private async Task CreateTemplateAsync()
    {
        await CreateNamedAsync(TemplateName, "template0");
        var connections = ConnectionsTo(TemplateName);
        await SchemaMigration.RunAsync(connections.Owner, connections.App, CancellationToken.None);
        NpgsqlConnection.ClearAllPools();                 // a template with a connection open cannot be copied
    }

    private async Task<PostgresConnections> CreateAsync(string template)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"medi_{_run}_{Interlocked.Increment(ref _count)}");
        await CreateNamedAsync(name, template);
        return ConnectionsTo(name);
    }

    private async Task CreateNamedAsync(string name, string template)
    {
        lock (_gate)
        {
            _databases.Add(name);
        }
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template} OWNER {OwnerRole}");
    }

    private PostgresConnections ConnectionsTo(string database) => new(
        As(AppRole, database, 8), As(OwnerRole, database, 4), new NpgsqlConnectionStringBuilder(_admin) { Database = database, Pooling = false }.ConnectionString, AppRole);

    private string As(string role, string database, int pool) => new NpgsqlConnectionStringBuilder(_admin)
    {
        Database = database, Username = role, Password = _password, MaxPoolSize = pool, Timeout = 30, CommandTimeout = 60,
    }.ConnectionString;

    private async Task StartAsync()
    {
        if (Environment.GetEnvironmentVariable("MEDISECURE_TEST_POSTGRES") is { Length: > 0 } given)
        {
            _admin = given;
        }
        else
        {
            PostgresCluster.RemoveOrphans();
            _cluster = await PostgresCluster.StartAsync();
            _admin = _cluster.Admin;
        }
        _password = _cluster is null ? Guid.NewGuid().ToString("N") : "";
        var password = _cluster is null ? $" PASSWORD '{_password}'" : "";
        await ExecuteAsync($"CREATE ROLE {OwnerRole} LOGIN BYPASSRLS{password}");
        await ExecuteAsync($"CREATE ROLE {AppRole} LOGIN{password}");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_admin);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_started is not { IsCompletedSuccessfully: true })
        {
            return;
        }
        NpgsqlConnection.ClearAllPools();
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
            return;
        }
        foreach (var database in _databases)
        {
            await ExecuteAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
        }
        await ExecuteAsync($"DROP ROLE IF EXISTS {OwnerRole}, {AppRole}");
    }
}

/// <summary>The three ways into one database.</summary>
/// <param name="App">As the application role, which owns nothing.</param>
/// <param name="Owner">As the role that owns the database and bypasses row security.</param>
/// <param name="Admin">As the server's administrator; for arranging faults, never for what is being tested.</param>
/// <param name="AppRole">Name of the application role.</param>
public sealed record PostgresConnections(string App, string Owner, string Admin, string AppRole);
