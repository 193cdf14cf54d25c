using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using MediSecure.Data.Access;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Hosting;
using MediSecure.Tests.Support;
using Npgsql;

namespace MediSecure.Tests.Secure;

/// <summary>The host that eng/secure.sh checks, in PostgreSQL mode on https, filled by <c>seed --demo</c>. MEDISECURE_SECURE_URL names one that runs already, with its two connection strings in
/// ConnectionStrings__MediSecure and ConnectionStrings__MediSecureOwner; else one of its own is made: database, seed, certificate, process, all gone at the end.</summary>
public sealed partial class SecureHouse(PostgresServer server) : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Lazy<Task<HttpClient>>> _browsers = new();
    private readonly ConcurrentDictionary<HttpClient, CookieContainer> _cookies = new();
    private readonly ConcurrentDictionary<string, Authenticator> _factors = new();
    private readonly string _certificate = Path.Combine(Path.GetTempPath(), $"medisecure-secure-{Guid.NewGuid():N}.pfx");
    private readonly DirectoryInfo _mail = Directory.CreateTempSubdirectory("medisecure-secure-mail-");
    private HostProcess? _process;
    private (string, string)[] _environment = [];

    /// <summary>Where it listens on https.</summary>
    public Uri Address { get; private set; } = default!;

    /// <summary>Where it listens on http; null when nobody said.</summary>
    public Uri? PlainAddress { get; private set; }

    public PostgresConnections Database { get; private set; } = default!;

    /// <summary>Made here and thrown away: may be tampered with.</summary>
    public bool IsOwn => _process is not null;

    /// <summary>What the host said; nothing of one that runs elsewhere.</summary>
    public string Said => _process is null ? "" : _process.Output + _process.Error;

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("MEDISECURE_SECURE_URL") is { Length: > 0 } given)
        {
            Address = new Uri(given.TrimEnd('/') + "/");
            PlainAddress = Environment.GetEnvironmentVariable("MEDISECURE_SECURE_PLAIN_URL") is { Length: > 0 } plain ? new Uri(plain) : null;
            var (app, owner) = (Named("ConnectionStrings__MediSecure"), Named("ConnectionStrings__MediSecureOwner"));
            Database = new PostgresConnections(app, owner, Environment.GetEnvironmentVariable("MEDISECURE_SECURE_ADMIN") ?? owner, new NpgsqlConnectionStringBuilder(app).Username!);
            _environment = [("ASPNETCORE_ENVIRONMENT", "Staging"), ("ConnectionStrings__MediSecure", app), ("ConnectionStrings__MediSecureOwner", owner), ("Encryption__KeyFile", Named("Encryption__KeyFile"))];
            return;
        }

        Database = await server.CreateEmptyDatabaseAsync();
        _environment = [("ASPNETCORE_ENVIRONMENT", "Staging"), ("ConnectionStrings__MediSecure", Database.App), ("ConnectionStrings__MediSecureOwner", Database.Owner)];
        await VerbAsync("migrate");
        await VerbAsync("seed", "--demo");
        MakeCertificate(_certificate);
        (Address, PlainAddress) = (new Uri($"https://localhost:{HostProcess.FreePort()}/"), new Uri($"http://localhost:{HostProcess.FreePort()}/"));
        _process = await HostProcess.StartAsync(Address,
        [
            .. _environment, ("ASPNETCORE_URLS", $"{Address};{PlainAddress}"), ("Kestrel__Certificates__Default__Path", _certificate), ("Kestrel__Certificates__Default__Password", "throwaway"),
            ("Logging__LogLevel__Default", "Debug"), ("Session__IdleMinutes", "240"), ("Mail__Folder", _mail.FullName), ("Proxy__KnownNetworks", "127.0.0.0/8,::1/128"),
        ]);
    }

    /// <summary>What the host has used of the processors until now; nothing of one that runs elsewhere.</summary>
    public TimeSpan ProcessorTime => _process?.ProcessorTime ?? TimeSpan.Zero;

    /// <summary>The texts of the mails that the host made.</summary>
    public async Task<IReadOnlyList<string>> MailsAsync() => await Task.WhenAll(_mail.GetFiles().Select(file => File.ReadAllTextAsync(file.FullName)));

    /// <summary>A verb of the program on this database; fails the test when it does.</summary>
    public async Task<string> VerbAsync(params string[] line)
    {
        var (code, output, error) = await TryVerbAsync(line);
        Assert.True(code == 0, $"{line[0]}: {error}");
        return output;
    }

    internal Task<(int Code, string Output, string Error)> TryVerbAsync(params string[] line) => HostProcess.RunAsync(line, null, _environment);

    /// <summary>A new browser without a window, signed out.</summary>
    /// <param name="address">Where it goes; the host's https address unless said.</param>
    /// <param name="from">The network address that the host takes it to come from; its own host only believes this.</param>
    public HttpClient Browser(Uri? address = null, string? from = null)
    {
        var cookies = new CookieContainer();
        var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies, ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
        var browser = new HttpClient(handler) { BaseAddress = address ?? Address, Timeout = TimeSpan.FromSeconds(60) };
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        if (from is not null)
        {
            browser.DefaultRequestHeaders.Add("X-Forwarded-For", from);
            browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        }

        _cookies[browser] = cookies;
        return browser;
    }

    /// <summary>The same browser for the same account, signed in once, with the second factor where one is needed.</summary>
    public Task<HttpClient> SignedInAsync(string email) => _browsers.GetOrAdd(email, one => new Lazy<Task<HttpClient>>(() => SignInAsync(one))).Value;

    /// <summary>Signs in in a new browser.</summary>
    public async Task<HttpClient> SignInAsync(string email)
    {
        var browser = Browser();
        using var answer = await FrameApp.SignInAsync(browser, email, DemoAccounts.Password);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{email} was not signed in: {(int)answer.StatusCode}");
        await _factors.GetOrAdd(email, _ => new Authenticator()).PassAsync(browser, answer);
        using var session = await browser.GetAsync("account/session");
        Assert.True(session.IsSuccessStatusCode, $"{email} has no session: {(int)session.StatusCode}");
        return browser;
    }

    /// <summary>The cookies that such a browser holds.</summary>
    public IReadOnlyList<Cookie> CookiesOf(HttpClient browser) => _cookies[browser].GetCookies(Address).ToList();

    public async Task<T> AskAsync<T>(string connection, string sql, params object[] values)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task<IReadOnlyList<string>> ListAsync(string connection, string sql, params object[] values)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.IsDBNull(0) ? "" : reader.GetValue(0).ToString()!);
        }

        return rows;
    }

    public async Task<int> RunAsync(string connection, string sql, params object[] values)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>What a person reads of a page: no mark-up, no scripts, no tokens.</summary>
    public static string VisibleText(string html) => Spaces().Replace(Tags().Replace(Hidden().Replace(html, " "), " "), " ").Trim();

    public static Guid Organization(string name) => DemoWorld.Id("organization", name);

    public static DemoAccount Account(Role role) => DemoRoutes.Account(role);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        File.Delete(_certificate);
        _mail.Delete(recursive: true);
        foreach (var app in _factors.Values)
        {
            app.Dispose();
        }
    }

    private static string Named(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value
        : throw new InvalidOperationException($"For a host that runs already {variable} must be set too.");

    /// <summary>For localhost, for a day; password <c>throwaway</c>.</summary>
    internal static void MakeCertificate(string path)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, "throwaway"));
    }

    [GeneratedRegex("<script.*?</script>|<style.*?</style>|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
