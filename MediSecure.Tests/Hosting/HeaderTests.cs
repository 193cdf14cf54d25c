using System.Net;
using System.Text.RegularExpressions;
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
            Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.True(answer.Headers.Contains("Permissions-Policy"));
            Assert.False(answer.Headers.Contains("Server"));
            Assert.True(answer.Headers.CacheControl?.NoStore);
            Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        }
    }

    [Fact]
    public async Task Https_promises_to_stay_https_below_this_name_too() =>
        Assert.Equal("max-age=31536000; includeSubDomains", (await house.App.Browser(https: true).GetAsync("/")).Headers.GetValues("Strict-Transport-Security").Single());

    /// <summary>Whatever somebody who is signed in is sent: pages, scripts, styles, files.</summary>
    [Theory]
    [InlineData("/", "text/html; charset=utf-8")]
    [InlineData("/beds", "text/html; charset=utf-8")]
    [InlineData("/account", "text/html; charset=utf-8")]
    [InlineData("/tokens.css", "text/css; charset=utf-8")]
    [InlineData("/js/notes.js", "text/javascript; charset=utf-8")]
    [InlineData("/account/session", null)]
    [InlineData("/activity-log/export", null)]
    public async Task Everything_carries_them_and_text_says_how_it_is_written(string path, string? type)
    {
        var browser = house.App.Browser();
        await FrameApp.OpenAsAsync(browser, "admin@chihealth.example");
        using var answer = await browser.GetAsync(path);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").First(), StringComparison.Ordinal);
        if (type is not null)
        {
            Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        }
        else if (answer.Content.Headers.ContentType is { MediaType: { } media } said && media.StartsWith("text/", StringComparison.Ordinal))
        {
            Assert.Equal("utf-8", said.CharSet);
        }
    }

    /// <summary>No folder lists its files, and no method answers that nobody needs.</summary>
    [Theory]
    [InlineData("GET", "/js/", HttpStatusCode.NotFound)]
    [InlineData("GET", "/fonts/", HttpStatusCode.NotFound)]
    [InlineData("GET", "/.git/config", HttpStatusCode.NotFound)]
    [InlineData("TRACE", "/", HttpStatusCode.MethodNotAllowed)]
    [InlineData("TRACE", "/account/login", HttpStatusCode.MethodNotAllowed)]
    public async Task Folders_and_tracing_are_closed(string method, string path, HttpStatusCode expected)
    {
        var browser = house.App.Browser();
        await FrameApp.OpenAsAsync(browser, "admin@chihealth.example");
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        Assert.Equal(expected, (await browser.SendAsync(request)).StatusCode);
    }

    /// <summary>The cookie of the forms goes to no other site and, over https, over nothing else.</summary>
    [Fact]
    public async Task The_cookie_of_the_forms_stays_here()
    {
        using var answer = await house.App.Browser(https: true).GetAsync("/account/login");
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("ms-form=", StringComparison.Ordinal));
        Assert.All(["; secure", "; httponly", "; samesite=strict", "; path=/"], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What the proxy in front is told; it runs only with its container.</summary>
    [Fact]
    public void The_proxy_hides_health_refuses_what_is_sent_in_clear_and_says_its_own_headers_once()
    {
        var proxy = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "deploy/nginx.conf"));
        var hidden = new Regex(Regex.Match(proxy, @"location ~\* (\S+) \{ return 404; \}").Groups[1].Value, RegexOptions.IgnoreCase);
        Assert.All(["/healthz", "/healthz/ready", "/HEALTHZ/live", "/metrics", "/Metrics/"], path => Assert.Matches(hidden, path));
        Assert.All(["/", "/healthzone", "/patients", "/account/healthz"], path => Assert.DoesNotMatch(hidden, path));
        Assert.Contains("if ($request_method !~ ^(GET|HEAD)$) { return 403; }", proxy, StringComparison.Ordinal);
        foreach (var (header, variable, source) in new[] { ("Strict-Transport-Security", "$own_transport", "strict_transport_security"), ("Content-Security-Policy", "$own_policy", "content_security_policy"), ("X-Content-Type-Options", "$own_sniffing", "x_content_type_options") })
        {
            Assert.Single(proxy.Split('\n'), line => line.Trim().StartsWith($"add_header {header} ", StringComparison.Ordinal));
            Assert.Contains($"add_header {header} {variable} always;", proxy, StringComparison.Ordinal);
            Assert.Matches($@"map \$upstream_http_{source}\s+\{variable}\s+\{{ '' "".+""; default ''; \}}", proxy);
        }
    }

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
