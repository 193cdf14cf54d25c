using System.Diagnostics;
using Npgsql;

namespace MediSecure.Tests.Support;

/// <summary>The ground under the other tests: what it promises, it keeps.</summary>
public sealed class PostgresServerTests(PostgresServer server)
{
    [Fact]
    public async Task The_application_role_owns_nothing_and_bypasses_nothing()
    {
        var connections = await server.CreateDatabaseAsync();
        await using var connection = new NpgsqlConnection(connections.App);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            SELECT r.rolsuper OR r.rolbypassrls OR r.rolcreatedb OR r.rolcreaterole
                OR EXISTS (SELECT 1 FROM pg_database d WHERE d.datdba = r.oid)
                OR EXISTS (SELECT 1 FROM pg_class c WHERE c.relowner = r.oid)
            FROM pg_roles r WHERE r.rolname = current_user
            """, connection);
        Assert.Equal(false, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Each_database_is_fresh()
    {
        var first = await server.CreateDatabaseAsync();
        var second = await server.CreateDatabaseAsync();
        await using (var connection = new NpgsqlConnection(first.Owner))
        {
            await connection.OpenAsync();
            await using var create = new NpgsqlCommand("CREATE TABLE only_here (x int)", connection);
            await create.ExecuteNonQueryAsync();
        }
        await using var other = new NpgsqlConnection(second.Owner);
        await other.OpenAsync();
        await using var ask = new NpgsqlCommand("SELECT to_regclass('only_here') IS NULL", other);
        Assert.Equal(true, await ask.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_cluster_whose_owner_is_dead_is_stopped_and_removed()
    {
        if (Environment.GetEnvironmentVariable("MEDISECURE_TEST_POSTGRES") is { Length: > 0 })
        {
            return;                                              // no cluster of our own in such a run
        }
        var cluster = await PostgresCluster.StartAsync();
        using (var dead = Process.Start("true"))
        {
            await dead.WaitForExitAsync();
            await File.WriteAllTextAsync(Path.Combine(cluster.Location, "owner"), $"{dead.Id} 1");
        }
        var postmaster = int.Parse((await File.ReadAllLinesAsync(Path.Combine(cluster.Location, "data", "postmaster.pid")))[0]);

        PostgresCluster.RemoveOrphans();

        Assert.False(Directory.Exists(cluster.Location));
        Assert.False(Runs(postmaster));
    }

    /// <summary>A process that ended but was not collected by its parent (in a container nobody may) does not run.</summary>
    private static bool Runs(int pid) => File.Exists($"/proc/{pid}/stat") && !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);

    [Fact]
    public async Task A_cluster_whose_owner_lives_is_left_alone()
    {
        if (Environment.GetEnvironmentVariable("MEDISECURE_TEST_POSTGRES") is { Length: > 0 })
        {
            return;
        }
        await using var cluster = await PostgresCluster.StartAsync();
        PostgresCluster.RemoveOrphans();
        await using var connection = new NpgsqlConnection(cluster.Admin);
        await connection.OpenAsync();
    }
}
