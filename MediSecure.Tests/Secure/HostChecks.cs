using System.Net;
using MediSecure.Data.Access;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using MediSecure.Web.Hosting;
using Microsoft.Playwright;

namespace MediSecure.Tests.Secure;

/// <summary>The checks of docs/security.md that ask a running host, in PostgreSQL mode on https. eng/secure.sh runs them together with the tests that carry the same numbers, and prints one line for
/// each number. What a fact writes as <c>check N: …</c> stands in that line.</summary>
[Trait("Category", "Secure")]
public sealed partial class HostChecks(SecureHouse house, Chromium chromium) : IClassFixture<SecureHouse>, IAsyncLifetime
{
    private readonly List<IBrowserContext> _contexts = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
        {
            await context.DisposeAsync();
        }
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);

    /// <summary>A window of the same sign-in as this browser without one.</summary>
    private async Task<IPage> WindowAsync(HttpClient browser)
    {
        var context = await (await chromium.GetAsync()).NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = house.Address.ToString(), IgnoreHTTPSErrors = true, ViewportSize = new ViewportSize { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce, Locale = "en-GB",
        });
        context.SetDefaultTimeout(30_000);
        Assertions.SetDefaultExpectTimeout(20_000);
        _contexts.Add(context);
        await context.AddCookiesAsync(house.CookiesOf(browser).Select(cookie => new Microsoft.Playwright.Cookie
        {
            Name = cookie.Name, Value = cookie.Value, Url = house.Address.ToString(), HttpOnly = true, Secure = true,
        }));
        return await context.NewPageAsync();
    }

    private static ILocator Heading(IPage page, string begins) => page.GetByRole(AriaRole.Heading, new() { Level = 1, NameRegex = new($"^{System.Text.RegularExpressions.Regex.Escape(begins)}") });

    private static async Task GoAsync(IPage page, string path, string heading)
    {
        await page.GotoAsync(path);
        await Heading(page, heading).WaitForAsync();
    }

    /// <summary>Events of the log since then, as <c>code outcome</c>, of this person.</summary>
    private Task<IReadOnlyList<string>> EventsAsync(Guid person, DateTime since) => house.ListAsync(house.Database.Owner,
        """SELECT "EventCode" || ' ' || "Outcome" FROM "AuditEvents" WHERE "ActorUserId" = $1 AND "RecordedAt" >= $2 ORDER BY "RecordedAt" """, person, since);

    [Fact]
    [Trait("Check", "5")]
    public async Task Every_answer_carries_the_strict_headers()
    {
        using var browser = house.Browser();
        foreach (var path in new[] { "", "account/login", "account/denied", "healthz/live", "nothing-here" })
        {
            using var answer = await browser.GetAsync(path);
            var csp = answer.Headers.GetValues("Content-Security-Policy").First();
            foreach (var part in new[] { "default-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'", "object-src 'none'", "script-src 'self' 'nonce-" })
            {
                Assert.True(csp.Contains(part, StringComparison.Ordinal), $"/{path}: no {part} in {csp}");
            }

            Assert.DoesNotContain("unsafe-eval", csp, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-inline", csp.Split("script-src")[1].Split(';')[0], StringComparison.Ordinal);
            Assert.True(int.Parse(answer.Headers.GetValues("Strict-Transport-Security").Single().Split("max-age=")[1].Split(';')[0], System.Globalization.CultureInfo.InvariantCulture) >= 31_536_000);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
            Assert.True(answer.Headers.Contains("Referrer-Policy"));
            Assert.True(answer.Headers.CacheControl?.NoStore, $"/{path} may be kept");
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    [Trait("Check", "6")]
    public async Task The_cookie_is_bound_to_https()
    {
        using var browser = house.Browser();
        using var answer = await Hosting.FrameApp.SignInAsync(browser, "cmd@chihealth.example", DemoAccounts.Password);
        var session = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.NotEmpty(session);
        Assert.All(session, cookie =>
        {
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; samesite=", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        });
        var signedIn = await house.SignedInAsync("cmd@chihealth.example");
        Assert.Contains(house.CookiesOf(signedIn), cookie => cookie is { Name: "__Host-ms", Secure: true, HttpOnly: true, Path: "/" });
        Assert.Contains(house.CookiesOf(signedIn), cookie => cookie is { Name: "__Host-ms-form", Secure: true, HttpOnly: true, Path: "/" });
    }

    [Fact]
    [Trait("Check", "6")]
    public async Task A_client_of_old_TLS_is_refused_and_one_of_new_is_served()
    {
        Assert.Contains("Cipher is", await OpenSslAsync("-tls1_2"), StringComparison.Ordinal);
        Assert.DoesNotContain("Cipher is (NONE)", await OpenSslAsync("-tls1_2"), StringComparison.Ordinal);
        foreach (var old in new[] { "-tls1", "-tls1_1" })
        {
            var said = await OpenSslAsync(old, "-cipher", "ALL:@SECLEVEL=0");
            Assert.True(said.Contains("Cipher is (NONE)", StringComparison.Ordinal) || said.Contains("alert", StringComparison.OrdinalIgnoreCase), $"{old} was not refused: {said}");
        }

        // No suite without authenticated encryption or without forward secrecy; .NET itself would offer the first two.
        foreach (var weak in new[] { "ECDHE-ECDSA-AES256-SHA384", "ECDHE-ECDSA-AES128-SHA256", "AES256-GCM-SHA384" })
        {
            var said = await OpenSslAsync("-tls1_2", "-cipher", $"{weak}:@SECLEVEL=0");
            Assert.True(said.Contains("Cipher is (NONE)", StringComparison.Ordinal) || said.Contains("alert", StringComparison.OrdinalIgnoreCase), $"{weak} was not refused: {said}");
        }
    }

    [Fact]
    [Trait("Check", "6")]
    public async Task Http_leads_pages_to_https_and_refuses_the_rest()
    {
        Assert.SkipWhen(house.PlainAddress is null, "MEDISECURE_SECURE_PLAIN_URL is not set");
        using var browser = house.Browser(house.PlainAddress);
        using var page = await browser.GetAsync("account/login?returnUrl=%2Fbeds");
        Assert.Equal((HttpStatusCode.PermanentRedirect, new Uri(house.Address, "account/login?returnUrl=%2Fbeds")), (page.StatusCode, page.Headers.Location));
        using var form = new FormUrlEncodedContent([new("Input.Email", "x"), new("Input.Password", "y")]);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync("account/login", form)).StatusCode);
        using var hub = new HttpRequestMessage(HttpMethod.Post, "_blazor/negotiate?negotiateVersion=1");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendAsync(hub)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("healthz/live")).StatusCode);
    }

    [Fact]
    [Trait("Check", "7")]
    public async Task Staff_without_a_second_factor_reach_the_enrolment_and_nothing_else()
    {
        Assert.SkipUnless(house.IsOwn, "only where nobody has enrolled yet");
        using var browser = house.Browser();
        using var answer = await Hosting.FrameApp.SignInAsync(browser, "accountant.senior@chihealth.example", DemoAccounts.Password);
        Assert.Equal("/account/enrol", Hosting.SecondStep.PathOf(answer));
        var closed = 0;
        foreach (var (_, route) in Access.PageAccessTests.Routes.Where(one => !Access.OpenPages.Anonymous.Contains(one.Route) && one.Route != "/"))
        {
            using var page = await browser.GetAsync(Access.PageAccessTests.Fill(route));
            Assert.True(page.StatusCode == HttpStatusCode.Redirect && Hosting.SecondStep.PathOf(page) == "/account/enrol", $"{route}: {(int)page.StatusCode} {page.Headers.Location}");
            closed++;
        }

        Assert.Equal(401, await SocketAsync(browser, house.Address.GetLeftPart(UriPartial.Authority)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("account/session")).StatusCode);
        Say($"check 7: {closed} pages lead to the enrolment");
    }

    [Fact]
    [Trait("Check", "8")]
    public async Task Known_and_unknown_names_are_answered_alike()
    {
        var emails = DemoAccounts.All.Select(one => one.Email).Take(15).ToList();
        await AlikeAsync("account/login", "login", emails, () => $"nobody{Random.Shared.Next()}@chihealth.example", email => [new("Input.Email", email), new("Input.Password", "certainly not this one")]);
        await AlikeAsync("account/forgotten", "forgotten", [.. emails.Take(7)], () => $"nobody{Random.Shared.Next()}@chihealth.example", email => [new("Email", email)]);
        var numbers = await house.ListAsync(house.Database.Owner, "SELECT \"RecordNumber\" FROM \"Patients\" WHERE \"OrganizationId\" = $1 AND \"DeceasedAt\" IS NULL LIMIT 7", SecureHouse.Organization(DemoAccounts.General));
        await AlikeAsync("account/claim", "claim", numbers, () => $"CH-{Random.Shared.Next(700_000, 999_999)}", number =>
            [new("Input.RecordNumber", number), new("Input.BirthDate", "11 09 1911"), new("Input.Code", "AAAA-BBBB-CCCC"), new("Input.Email", $"claims{Random.Shared.Next()}@example.com"), new("Input.Password", "nine kites above the harbour"), new("Input.Again", "nine kites above the harbour")]);
    }

    private async Task AlikeAsync(string path, string handler, IReadOnlyList<string> known, Func<string> unknown, Func<string, IEnumerable<KeyValuePair<string, string>>> fields)
    {
        var (times, bodies) = (new Dictionary<bool, List<double>> { [true] = [], [false] = [] }, new HashSet<string>());
        foreach (var (isKnown, name) in known.SelectMany(name => new[] { (true, name), (false, unknown()) }))
        {
            using var browser = house.Browser();
            using var page = await browser.GetAsync(path);
            var token = System.Text.RegularExpressions.Regex.Match(await page.Content.ReadAsStringAsync(), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("_handler", handler), .. fields(name)]);
            var watch = System.Diagnostics.Stopwatch.StartNew();
            using var answer = await browser.PostAsync(path, form);
            var body = await answer.Content.ReadAsStringAsync();
            times[isKnown].Add(watch.Elapsed.TotalMilliseconds);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            bodies.Add(SecureHouse.VisibleText(body.Replace(name, "", StringComparison.Ordinal)));
        }

        Assert.Single(bodies);
        var (a, b) = (Median(times[true]), Median(times[false]));
        Say($"check 8: {path} {a:0} ms for names that somebody has, {b:0} ms for names that nobody has");
        Assert.True(Math.Abs(a - b) / Math.Max(a, b) < 0.15, $"{path}: {a:0} ms and {b:0} ms");

        static double Median(List<double> all) => all.Order().ElementAt(all.Count / 2);
    }

    [Fact]
    [Trait("Check", "10")]
    public async Task Foreign_pages_neither_connect_nor_post_nor_lead_away()
    {
        var browser = await house.SignedInAsync(SecureHouse.Account(Role.Administrator).Email);
        var own = house.Address.GetLeftPart(UriPartial.Authority);
        foreach (var (origin, expected) in new[] { ("https://evil.example", 403), ("null", 403), (own + ".evil.example", 403), ("http://localhost", 403), (own, 0) })
        {
            var answer = await SocketAsync(browser, origin);
            Assert.True(expected == 403 ? answer == 403 : answer != 403, $"a socket from {origin} was answered {answer}");
        }

        using (var nobody = house.Browser())
        {
            Assert.Equal(401, await SocketAsync(nobody, own));
        }

        foreach (var path in new[] { "account/login", "account/logout", "account/switch-organization", "account/session", "activity-log/export", "account/open-as", "account/reset-demo" })
        {
            using var form = new FormUrlEncodedContent([new("_handler", "login"), new("email", "x"), new("organizationId", Guid.NewGuid().ToString())]);
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(path, form)).StatusCode);
        }

        foreach (var wanted in BadInput.ForeignAddresses)
        {
            using var visitor = house.Browser();
            var query = "?returnUrl=" + Uri.EscapeDataString(wanted);
            using var answer = await Hosting.FrameApp.SignInAsync(visitor, "amina.bello@example.com", DemoAccounts.Password, query);
            Assert.True((int)answer.StatusCode < 500, $"{wanted}: {(int)answer.StatusCode}");
            Assert.Equal("localhost", new Uri(house.Address, answer.Headers.Location ?? house.Address).Host);
        }

        Say($"check 10: {BadInput.ForeignAddresses.Count} return addresses");
    }

    [Fact]
    [Trait("Check", "19")]
    public async Task Bad_addresses_end_in_no_internals()
    {
        var browser = await house.SignedInAsync(SecureHouse.Account(Role.Administrator).Email);
        var asked = 0;
        foreach (var route in Access.PageAccessTests.Routes.Select(one => one.Route).Distinct())
        {
            foreach (var text in BadInput.Searches.Where(text => text.Length < 2_000))
            {
                var junk = Uri.EscapeDataString(Data.Common.Text.WellFormed(text));
                var path = string.Join('/', route.Split('/').Select(part => part.StartsWith('{') ? (junk.Length == 0 ? "x" : junk) : part));
                using var answer = await browser.GetAsync($"{path}?sort={junk}&page={junk}&search={junk}&ward={junk}&day={junk}&from={junk}&outcome={junk}&returnUrl={junk}&why={junk}");
                var body = await answer.Content.ReadAsStringAsync();
                Assert.True((int)answer.StatusCode < 500 || path.Contains("/error", StringComparison.Ordinal), $"{path} with '{junk}': {(int)answer.StatusCode}");
                Assert.DoesNotContain("   at MediSecure", body, StringComparison.Ordinal);
                Assert.DoesNotContain("Exception:", body, StringComparison.Ordinal);
                asked++;
            }
        }

        // The answers above are shells: what a page makes of its address happens in its circuit, which has to live on.
        var page = await WindowAsync(browser);
        var opened = 0;
        foreach (var (component, route) in PageAccessTests.Routes.Where(one => !OpenPages.Anonymous.Contains(one.Route)))
        {
            if (PagePermissions.Of(component) is { } needed && !Role.Administrator.Grants(needed))
            {
                continue;
            }

            var junk = Uri.EscapeDataString("<script>'\"\u202e-1 OR 1=1;\u00e9");
            var path = string.Join('/', route.Split('/').Select(part => part.StartsWith('{') ? junk : part));
            await page.GotoAsync($"{path}?sort={junk}&page={junk}&search={junk}&ward={junk}&day={junk}&from={junk}&outcome={junk}&why={junk}&patient={junk}&move={junk}&tab={junk}");
            await LoadedAsync(page);
            var shown = await page.Locator("body").InnerTextAsync();
            foreach (var inside in new[] { "   at MediSecure", "Exception", "stopped working" })
            {
                Assert.False(shown.Contains(inside, StringComparison.Ordinal), $"{path} shows {inside}");
            }

            opened++;
        }

        Say($"check 19: {asked} addresses, {opened} pages in a circuit");
        Assert.True(asked >= 500 && opened >= 20, $"only {asked} and {opened}");
    }

    [Fact]
    [Trait("Check", "19")]
    public async Task A_page_whose_data_cannot_be_had_says_so_with_a_code_and_goes_on_afterwards()
    {
        Assert.SkipUnless(house.IsOwn, "only on a database that is thrown away");
        var page = await WindowAsync(await house.SignedInAsync("nurse.tola@chihealth.example"));
        await house.RunAsync(house.Database.Owner, $"REVOKE SELECT ON \"Departments\" FROM \"{house.Database.AppRole}\"");
        try
        {
            await GoAsync(page, "/departments", "Departments");
            await page.GetByText("Could not load").Or(page.GetByText("stopped working")).First.WaitForAsync();
            var text = await page.Locator("body").InnerTextAsync();
            Assert.Matches("Code [A-Za-z]", text);
            foreach (var inside in new[] { "Npgsql", "Exception", "42501", "permission denied", "   at " })
            {
                Assert.DoesNotContain(inside, text, StringComparison.OrdinalIgnoreCase);
            }
        }
        finally
        {
            await house.RunAsync(house.Database.Owner, $"GRANT SELECT ON \"Departments\" TO \"{house.Database.AppRole}\"");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).First.ClickAsync(); // the same circuit
        await page.GetByText("General Medicine").First.WaitForAsync();
    }

    /// <summary>The status of a WebSocket's handshake; 101 when it was opened.</summary>
    private async Task<int> SocketAsync(HttpClient browser, string origin)
    {
        using var socket = new System.Net.WebSockets.ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
#pragma warning disable CA5359 // the throwaway certificate of the host under test
        socket.Options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.SetRequestHeader("Cookie", string.Join("; ", house.CookiesOf(browser).Select(cookie => $"{cookie.Name}={cookie.Value}")));
        try
        {
            await socket.ConnectAsync(new UriBuilder(house.Address) { Scheme = "wss", Path = "/_blazor" }.Uri, CancellationToken.None);
            socket.Abort();
            return 101;
        }
        catch (System.Net.WebSockets.WebSocketException)
        {
            return (int)socket.HttpStatusCode;
        }
    }

    private async Task<string> OpenSslAsync(params string[] options)
    {
        var start = new System.Diagnostics.ProcessStartInfo("openssl", ["s_client", "-connect", house.Address.Authority, .. options]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = System.Diagnostics.Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return await output + await error;
    }
}
