using System.Net;
using MediSecure.Tests.Support;

namespace MediSecure.Tests.Hosting;

public sealed class HeaderTests(DemoHouse house)
{
    private static readonly string[] Pages = ["/", "/account/login", "/account/denied", "/account/status/404"];

    [Fact]
    public async Task Every_page_carries_the_strict_headers()
    {
        var browser = house.App.Browser();
        foreach (var page in Pages)
        {
            var answer = await browser.GetAsync(page);
            var csp = answer.Headers.GetValues("Content-Security-Policy").First();
            Assert.Contains("default-src 'none'", csp, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", csp, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-eval", csp, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src 'self' 'unsafe-inline'", csp, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
            Assert.True(answer.Headers.Contains("Referrer-Policy"));
            Assert.True(answer.Headers.Contains("Permissions-Policy"));
            Assert.False(answer.Headers.Contains("Server"));
            Assert.True(answer.Headers.CacheControl?.NoStore);
            Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        }
    }

    [Fact]
    public async Task Https_promises_to_stay_https() =>
        Assert.Contains("max-age=31536000", (await house.App.Browser(https: true).GetAsync("/")).Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);

    [Fact]
    public async Task The_nonce_is_new_each_time_and_stands_on_the_import_map()
    {
        var browser = house.App.Browser();
        await FrameApp.OpenAsAsync(browser, "nurse.joy@chihealth.example");
        var first = await browser.GetAsync("/");
        var nonce = first.Headers.GetValues("Content-Security-Policy").First().Split("'nonce-")[1].Split('\'')[0];
        var map = WebUtility.HtmlDecode(await first.Content.ReadAsStringAsync()).Split("<script type=\"importmap\"")[1].Split('>')[0];
        Assert.Contains($"nonce=\"{nonce}\"", map, StringComparison.Ordinal);
        Assert.DoesNotContain(nonce, (await browser.GetAsync("/")).Headers.GetValues("Content-Security-Policy").First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signed_out_pages_bring_no_circuit_and_no_component_library()
    {
        foreach (var page in Pages)
        {
            var html = await (await house.App.Browser().GetAsync(page)).Content.ReadAsStringAsync();
            Assert.DoesNotContain("blazor.web", html, StringComparison.Ordinal);
            Assert.DoesNotContain("MudBlazor", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<!--Blazor:", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_is_asked_of_a_third_party()
    {
        var browser = house.App.Browser();
        await FrameApp.OpenAsAsync(browser, "nurse.joy@chihealth.example");
        foreach (var page in new[] { "/", "/account/login" })
        {
            var html = await browser.GetStringAsync(page);
            Assert.DoesNotContain("src=\"http", html, StringComparison.Ordinal);
            Assert.DoesNotContain("href=\"http", html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("http", await browser.GetStringAsync("/tokens.css"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost", HttpStatusCode.Unauthorized)]
    public async Task The_hub_listens_to_its_own_pages_only(string origin, HttpStatusCode answer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", origin);
        Assert.Equal(answer, (await house.App.Browser().SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task The_hub_takes_no_web_socket_that_does_not_say_where_it_comes_from()
    {
        var browser = house.App.Browser();
        await FrameApp.OpenAsAsync(browser, "nurse.joy@chihealth.example");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_blazor?id=any");
        request.Headers.Add("Connection", "Upgrade");
        request.Headers.Add("Upgrade", "websocket");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task The_hub_takes_a_signed_in_person_from_its_own_page()
    {
        var browser = house.App.Browser();
        await FrameApp.OpenAsAsync(browser, "nurse.joy@chihealth.example");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", "http://localhost");
        Assert.Equal(HttpStatusCode.OK, (await browser.SendAsync(request)).StatusCode);
    }
}
