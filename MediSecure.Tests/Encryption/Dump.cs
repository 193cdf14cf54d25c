using System.Diagnostics;
using MediSecure.Tests.Support;
using Npgsql;

namespace MediSecure.Tests.Encryption;

/// <summary>What a backup holds.</summary>
internal static class Dump
{
    /// <summary>Everything that <c>pg_dump</c> writes.</summary>
    public static async Task<string> TextAsync(string connectionString)
    {
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(Path.Combine(PostgresCluster.Programs(), "pg_dump"), ["-h", to.Host!, "-p", $"{to.Port}", "-U", to.Username!, to.Database!]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PGPASSWORD"] = to.Password ?? "";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return text;
    }
}
