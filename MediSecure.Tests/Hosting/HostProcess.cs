using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MediSecure.Tests.Support;

namespace MediSecure.Tests.Hosting;

/// <summary>The real program in a process of its own, started as an operator starts it.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    private HostProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public string Output => Locked(_output);

    public string Error => Locked(_error);

    public int ExitCode => _process.ExitCode;

    /// <summary>Runs a verb, or a host that does not start, to its end.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(string[] arguments, string? input, params (string Key, string Value)[] environment)
    {
        await using var host = Start(arguments, environment, new Uri($"http://127.0.0.1:{FreePort()}"));
        if (input is not null)
        {
            await host._process.StandardInput.WriteLineAsync(input);
        }
        host._process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await host._process.WaitForExitAsync(patience.Token);
        return (host.ExitCode, host.Output, host.Error);
    }

    /// <summary>Starts a verb and does not wait for it.</summary>
    public static HostProcess StartVerb(string[] arguments, params (string Key, string Value)[] environment) => Start(arguments, environment, new Uri($"http://127.0.0.1:{FreePort()}"));

    public bool HasExited => _process.HasExited;

    /// <summary>At once and without a word, as the kernel does it.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>What the host has used of the processors until now, on all of them together.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the host and waits until it answers.</summary>
    public static Task<HostProcess> StartAsync(params (string Key, string Value)[] environment) => StartAsync(new Uri($"http://127.0.0.1:{FreePort()}"), environment);

    public static async Task<HostProcess> StartAsync(Uri address, (string Key, string Value)[] environment)
    {
        var host = Start([], environment, address);
        await host.WaitAsync("/healthz/live", HttpStatusCode.OK);
        return host;
    }

    /// <summary>Asks until the answer is this one.</summary>
    public async Task<string> WaitAsync(string path, HttpStatusCode expected)
    {
        // A host on https has a certificate of its own making here.
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
        using var client = new HttpClient(handler) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(20) };
        var began = Stopwatch.StartNew();
        var last = "no answer";
        while (began.Elapsed < TimeSpan.FromSeconds(60))
        {
            Assert.False(_process.HasExited, $"The host ended: {Error}{Output}");
            try
            {
                using var answer = await client.GetAsync(path);
                var body = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode == expected)
                {
                    return body;
                }
                last = $"{(int)answer.StatusCode}: {body}";
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
            {
                last = exception.Message;
            }
            await Task.Delay(100);
        }
        throw new TimeoutException($"{path} did not answer {(int)expected}; last: {last}\n{Error}");
    }

    private static HostProcess Start(string[] arguments, (string Key, string Value)[] environment, Uri address)
    {
        var start = new ProcessStartInfo("dotnet", [Program(), .. arguments])
        {
            WorkingDirectory = Path.Combine(RepositoryFiles.Root, "MediSecure.Web"), RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ConnectionStrings", StringComparison.Ordinal) || name.StartsWith("Demo__", StringComparison.Ordinal)
            || name is "ASPNETCORE_ENVIRONMENT" or "DOTNET_ENVIRONMENT").ToList())
        {
            start.Environment.Remove(name);
        }
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["Encryption__KeyFile"] = TestKey.File;
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }
        var host = new HostProcess(Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started."), address);
        host._process.OutputDataReceived += (_, line) => Add(host._output, line.Data);
        host._process.ErrorDataReceived += (_, line) => Add(host._error, line.Data);
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        return host;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The host's own build, of the configuration that is being tested.</summary>
    private static string Program() => Path.Combine(RepositoryFiles.Root, "MediSecure.Web", "bin", AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug", "net10.0", "MediSecure.Web.dll");

    private static void Add(StringBuilder to, string? line)
    {
        lock (to)
        {
            to.AppendLine(line);
        }
    }

    private static string Locked(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }
}
