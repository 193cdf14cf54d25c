using System.Net;
using System.Net.Sockets;
using MediSecure.Data;
using MediSecure.Tests.Support;
using Npgsql;

namespace MediSecure.Tests.Access;

/// <summary>PostgreSQL behind a wire that can be cut at the moment of a commit: before the server hears of it, or before its answer arrives.</summary>
public sealed class LossyDatabase(PostgresServer server) : TestDatabase
{
    private static readonly byte[] Commit = "COMMIT"u8.ToArray();
    private readonly CancellationTokenSource _stop = new();
    private TcpListener? _listener;
    private volatile bool _cut;
    private volatile bool _deliver;
    private int _cuts;

    public int Cuts => _cuts;

    /// <summary>How long after the client has lost the line the server hears of the commit.</summary>
    public TimeSpan Late { get; set; }

    /// <summary>The next COMMIT on any connection: the server gets it or not, the client hears nothing of it.</summary>
    public void CutAtNextCommit(bool deliver) => (_deliver, _cut) = (deliver, true);

    protected override async Task<DataOptions> OptionsAsync()
    {
        var real = new NpgsqlConnectionStringBuilder((await server.CreateDatabaseAsync()).App);
        var (host, port) = (real.Host!, real.Port);
        _listener = new TcpListener(IPAddress.Loopback, 0);
        _listener.Start();
        _ = AcceptAsync(host, port);
        (real.Host, real.Port, real.SslMode, real.GssEncryptionMode) = ("127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port, SslMode.Disable, GssEncryptionMode.Disable);
        return new DataOptions(real.ConnectionString, Demo: false, ResetInterval: null, TestKey.File);
    }

    private async Task AcceptAsync(string host, int port)
    {
        while (!_stop.IsCancellationRequested)
        {
            var client = await _listener!.AcceptTcpClientAsync(_stop.Token);
            _ = RelayAsync(client, host, port);
        }
    }

    private async Task RelayAsync(TcpClient client, string host, int port)
    {
        using var near = client;
        using Socket far = host.StartsWith('/')
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await far.ConnectAsync(host.StartsWith('/') ? new UnixDomainSocketEndPoint($"{host}/.s.PGSQL.{port}") : new DnsEndPoint(host, port), _stop.Token);
        await using var up = near.GetStream();
        await using var down = new NetworkStream(far);
        var answers = CopyAsync(down, up);
        var buffer = new byte[64 * 1024];
        try
        {
            int count;
            while ((count = await up.ReadAsync(buffer, _stop.Token)) > 0)
            {
                if (_cut && buffer.AsSpan(0, count).IndexOf(Commit) >= 0)
                {
                    _cut = false;
                    Interlocked.Increment(ref _cuts);
                    if (_deliver)
                    {
                        near.Client.Shutdown(SocketShutdown.Send); // the answer will not come through
                        await Task.Delay(Late, _stop.Token);
                        await down.WriteAsync(buffer.AsMemory(0, count), _stop.Token);
                        await Task.Delay(300, _stop.Token);
                    }

                    return;
                }

                await down.WriteAsync(buffer.AsMemory(0, count), _stop.Token);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The line is gone; that is what it is for.
        }
        finally
        {
            near.Close();
            far.Close();
            await answers;
        }
    }

    private async Task CopyAsync(Stream from, Stream to)
    {
        try
        {
            await from.CopyToAsync(to, _stop.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // Cut.
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _stop.CancelAsync();
        _listener?.Stop();
        _stop.Dispose();
    }
}
