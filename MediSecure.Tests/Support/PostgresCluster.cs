using System.Diagnostics;
using System.Globalization;

namespace MediSecure.Tests.Support;

/// <summary>A throwaway PostgreSQL cluster on a unix socket in a temporary directory. As root it runs as the user postgres, because PostgreSQL refuses root.
/// The directory carries the owner's process id: the next run stops and removes the clusters of dead owners.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string Prefix = "medi-pg-";
    private readonly string _directory;
    private readonly string _bin;
    private readonly int? _port;

    private PostgresCluster(string directory, string bin, int? port) => (_directory, _bin, _port) = (directory, bin, port);

    /// <summary>Its directory, which holds the socket too.</summary>
    public string Location => _directory;

    /// <summary>Connection string of the superuser.</summary>
    public string Admin => _port is { } port
        ? string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Include Error Detail=true")
        : $"Host={_directory};Username=postgres;Database=postgres;Include Error Detail=true";

    /// <summary>Makes and starts a cluster. Durability is off: it lives as long as the run.</summary>
    /// <param name="port">Listen on 127.0.0.1 too, for a test that needs an address that can go away; else on the unix socket only.</param>
    public static async Task<PostgresCluster> StartAsync(int? port = null)
    {
        var bin = Programs();
        var directory = Directory.CreateTempSubdirectory(Prefix).FullName;     // short: a socket's path ends at 107 bytes
        await File.WriteAllTextAsync(Path.Combine(directory, "owner"), OwnerMark(Environment.ProcessId));
        var cluster = new PostgresCluster(directory, bin, port);
        if (Root)
        {
            await RunAsync(directory, "chown", "-R", "postgres:postgres", directory);
        }
        await cluster.PgAsync("initdb", "-D", cluster.Data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await cluster.StartServerAsync();
        return cluster;
    }

    public Task StartServerAsync() => PgAsync("pg_ctl", "-D", Data, "-w", "-s", "-t", "60", "-l", Path.Combine(_directory, "log"), "-o", Options, "start");

    /// <summary>Stops it as a power cut would.</summary>
    public Task StopServerAsync() => PgAsync("pg_ctl", "-D", Data, "-s", "-m", "immediate", "stop");

    private string Data => Path.Combine(_directory, "data");

    private string Options => (_port is { } port
            ? string.Create(CultureInfo.InvariantCulture, $"-c listen_addresses=127.0.0.1 -c port={port}")
            : "-c listen_addresses=")
        + $" -c unix_socket_directories={_directory} -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 -c shared_buffers=128MB"
        // Tables grow from nothing within seconds here: let their statistics keep up, as they would over days.
        + " -c autovacuum_naptime=1s -c autovacuum_analyze_threshold=20 -c autovacuum_analyze_scale_factor=0.05";

    private static bool Root => Environment.UserName == "root";

    private Task PgAsync(string program, params string[] arguments) => Root
        ? RunAsync(_directory, "runuser", ["-u", "postgres", "--", Path.Combine(_bin, program), .. arguments])
        : RunAsync(_directory, Path.Combine(_bin, program), arguments);

    /// <summary>Output goes to a file, never to a pipe: the server would inherit the pipe and keep it open. For the same reason it gets no other open file of ours, such as a lock.</summary>
    private static async Task RunAsync(string directory, string program, params string[] arguments)
    {
        var output = Path.Combine(Path.GetTempPath(), $"{Path.GetFileName(directory)}.{Guid.NewGuid():N}.out");
        try
        {
            var start = new ProcessStartInfo("/bin/sh", ["-c", "out=$1; shift; exec \"$@\" >\"$out\" 2>&1 </dev/null 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-", "sh", output, program, .. arguments]) { WorkingDirectory = "/tmp" };
            using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
            {
                var said = await File.ReadAllTextAsync(output);
                throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {said}");
            }
        }
        finally
        {
            File.Delete(output);
        }
    }

    /// <summary>The directory with initdb and pg_ctl.</summary>
    internal static string Programs()
    {
        var candidates = new List<string?> { Environment.GetEnvironmentVariable("MEDISECURE_PG_BIN") };
        if (Directory.Exists("/usr/lib/postgresql"))
        {
            candidates.AddRange(Directory.GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(path => double.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(path => Path.Combine(path, "bin")));
        }
        candidates.AddRange((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'));
        return candidates.FirstOrDefault(path => !string.IsNullOrEmpty(path) && Real(Path.Combine(path, "initdb")) && Real(Path.Combine(path, "pg_ctl")))
            ?? throw new InvalidOperationException(
                "No PostgreSQL for the tests. Set MEDISECURE_TEST_POSTGRES to an administrator's connection string, or install it: apt-get install postgresql");
    }

    /// <summary>File.Exists is true for a dangling link.</summary>
    private static bool Real(string path) => File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is null or { Exists: true };

    /// <summary>Process id and start time, because ids are used again.</summary>
    private static string OwnerMark(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid.ToString(CultureInfo.InvariantCulture)}/stat");
            return string.Create(CultureInfo.InvariantCulture, $"{pid} {stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19]}");
        }
        catch (IOException)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{pid} gone");
        }
    }

    /// <summary>Stops and deletes what a killed run left behind. A cluster whose owner lives, another run's for instance, is left alone.</summary>
    public static void RemoveOrphans()
    {
        foreach (var directory in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            var mark = Path.Combine(directory, "owner");
            var alive = File.Exists(mark)
                ? File.ReadAllText(mark) is var text && OwnerMark(int.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture)) == text
                : DateTime.UtcNow - Directory.GetCreationTimeUtc(directory) < TimeSpan.FromMinutes(1);     // just being made
            if (alive)
            {
                continue;
            }
            try
            {
                Remove(new PostgresCluster(directory, Programs(), null)).GetAwaiter().GetResult();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Another user's leftover: not ours to remove.
            }
        }
    }

    private static async Task Remove(PostgresCluster cluster)
    {
        if (File.Exists(Path.Combine(cluster.Data, "postmaster.pid")))
        {
            try
            {
                await cluster.StopServerAsync();
            }
            catch (InvalidOperationException)
            {
                // Already gone: only its files are left.
            }
        }
        Directory.Delete(cluster._directory, recursive: true);
    }

    public async ValueTask DisposeAsync() => await Remove(this);
}
