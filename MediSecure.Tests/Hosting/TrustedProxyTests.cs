using System.Net;
using MediSecure.Tests.Support;

namespace MediSecure.Tests.Hosting;

/// <summary>Who may say where a request came from; real sockets, because the test server has no remote address.</summary>
public sealed class TrustedProxyTests(PostgresServer server)
{
    [Theory]
    [InlineData("127.0.0.0/8", true)]
    [InlineData("10.0.0.0/8", false)]
    [InlineData("", false)]
    public async Task Https_at_the_proxy_counts_only_from_a_listed_network(string networks, bool believed)
    {
        var database = await server.CreateDatabaseAsync();
        await using var host = await HostProcess.StartAsync(("ASPNETCORE_ENVIRONMENT", "Production"), ("ConnectionStrings__MediSecure", database.App), ("Proxy__KnownNetworks", networks));
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = host.Address };
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");

        using var page = await browser.GetAsync("/account/login");

        Assert.Equal(believed, page.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task A_network_that_is_none_stops_the_start()
    {
        var (code, _, error) = await HostProcess.RunAsync([], null, ("ASPNETCORE_ENVIRONMENT", "Development"), ("Proxy__KnownNetworks", "somewhere"));
        Assert.Equal(1, code);
        Assert.Contains("is no network", error);
    }
}
