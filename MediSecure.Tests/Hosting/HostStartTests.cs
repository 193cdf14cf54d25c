using System.Net;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.Playwright;
using Npgsql;

namespace MediSecure.Tests.Hosting;

/// <summary>When the host starts, when it refuses and what it says then; real processes against a real PostgreSQL.</summary>
public sealed class HostStartTests(PostgresServer server, Chromium chromium) : IAsyncDisposable
{
    private readonly List<IBrowserContext> _contexts = [];

    private static (string, string) Environment(string name) => ("ASPNETCORE_ENVIRONMENT", name);

    private static (string, string)[] As(PostgresConnections database, string environment) =>
        [Environment(environment), ("ConnectionStrings__MediSecure", database.App), ("ConnectionStrings__MediSecureOwner", database.Owner)];

    [Fact]
    public async Task Without_a_demo_and_without_a_database_it_says_what_to_set()
    {
        var (code, _, error) = await HostProcess.RunAsync([], null, Environment("Production"));
        Assert.Equal(1, code);
        Assert.Contains("MediSecure does not start. There is no database", error);
        Assert.Contains("ConnectionStrings__MediSecure", error);
    }

    [Fact]
    public async Task A_demo_on_a_real_database_is_refused()
    {
        var (code, _, error) = await HostProcess.RunAsync([], null, Environment("Development"), ("Demo__Enabled", "true"), ("ConnectionStrings__MediSecure", "Host=nowhere"));
        Assert.Equal(1, code);
        Assert.Contains("A real database never resets", error);
    }

    [Fact]
    public async Task Production_refuses_the_owner_and_a_superuser()
    {
        var database = await server.CreateDatabaseAsync();
        foreach (var (connection, why) in new[] { (database.Owner, "bypasses row security"), (database.Admin, "is a superuser") })
        {
            var (code, _, error) = await HostProcess.RunAsync([], null, Environment("Production"), ("ConnectionStrings__MediSecure", connection));
            Assert.Equal(1, code);
            Assert.Contains(why, error);
        }
    }

    [Fact]
    public async Task Production_refuses_a_role_that_owns_a_table()
    {
        var database = await server.CreateDatabaseAsync();
        await ExecuteAsync(database.Admin, $"CREATE TABLE owned (x int); ALTER TABLE owned OWNER TO {database.AppRole}");
        var (code, _, error) = await HostProcess.RunAsync([], null, Environment("Production"), ("ConnectionStrings__MediSecure", database.App));
        Assert.Equal(1, code);
        Assert.Contains("owns tables", error);
    }

    [Fact]
    public async Task Production_starts_for_a_role_that_owns_nothing()
    {
        await using var host = await HostProcess.StartAsync(As(await server.CreateDatabaseAsync(), "Production"));
        Assert.Contains("\"schema\":{\"status\":\"healthy\"", await host.WaitAsync("/healthz/ready", HttpStatusCode.OK));

        // Who runs it reads of what others try.
        using (var stranger = new HttpClient { BaseAddress = host.Address })
        {
            using var connection = new HttpRequestMessage(HttpMethod.Post, "_blazor/negotiate?negotiateVersion=1");
            connection.Headers.Add("Origin", "https://evil.example");
            Assert.Equal(HttpStatusCode.Forbidden, (await stranger.SendAsync(connection)).StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, (await stranger.PostAsync("account/logout", new FormUrlEncodedContent([new("returnUrl", "/")]))).StatusCode);
        }

        foreach (var told in new[] { "A page of another site, or none, asked for a connection and was refused", "A form came without its token and was refused" })
        {
            for (var tries = 0; tries < 50 && !host.Output.Contains(told, StringComparison.Ordinal); tries++)
            {
                await Task.Delay(100); // the log is written beside the answer
            }

            Assert.Contains(told, host.Output, StringComparison.Ordinal);
        }

        // Each line of its log is one object with its time, so that nothing that somebody sent can look like a line of its own.
        var lines = host.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("Timestamp").GetString()));

        using (var form = await new HttpClient { BaseAddress = host.Address }.GetAsync("account/login"))
        {
            Assert.Contains(form.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-ms-form=", StringComparison.Ordinal));
        }

        // It listens on http alone here, as behind a proxy whose network it was not told: nothing secret is taken, on any page that would.
        using var browser = new HttpClient { BaseAddress = host.Address };
        foreach (var page in new[] { "account/login", "account/claim", "account/set-password", "account/code", "account/enrol", "account/passkey/sign-in", "Account/Claim" })
        {
            using var answer = await browser.PostAsync(page, new FormUrlEncodedContent([new("Input.Password", "a long secret of somebody")]));
            Assert.Equal((HttpStatusCode.Forbidden, true), (answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Contains("secure connection", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_host_on_an_old_schema_lives_and_is_not_ready()
    {
        await using var host = await HostProcess.StartAsync(As(await server.CreateEmptyDatabaseAsync(), "Production"));
        var said = await host.WaitAsync("/healthz/ready", HttpStatusCode.ServiceUnavailable);
        Assert.Contains("schema is behind: run -- migrate", said);
        Assert.DoesNotContain("medi_", said);
    }

    [Fact]
    public async Task Two_processes_that_migrate_at_once_do_it_once()
    {
        var environment = As(await server.CreateEmptyDatabaseAsync(), "Production");
        var both = await Task.WhenAll(HostProcess.RunAsync(["migrate"], null, environment), HostProcess.RunAsync(["migrate"], null, environment));
        Assert.All(both, one => Assert.True(one.Code == 0, one.Error));
        Assert.Single(both, one => one.Output.Contains("Applied", StringComparison.Ordinal));
        Assert.Single(both, one => one.Output.Contains("nothing to do", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_administrator_is_made_once_and_can_sign_in()
    {
        var environment = As(await server.CreateDatabaseAsync(), "Development");
        string[] verb = ["create-admin", "--organization", "First Hospital", "--email", "first@hospital.example", "--name", "Ada First", "--time-zone", "Africa/Lagos"];

        var (shortCode, _, shortError) = await HostProcess.RunAsync(verb, "short", environment);
        Assert.Equal(1, shortCode);
        Assert.Contains("at least", shortError);

        var (code, output, error) = await HostProcess.RunAsync(verb, "a long enough password", environment);
        Assert.True(code == 0, error);
        Assert.Contains("First Hospital", output);
        Assert.DoesNotContain("a long enough password", output + error);

        var (again, _, exists) = await HostProcess.RunAsync(verb, "a long enough password", environment);
        Assert.Equal(1, again);
        Assert.Contains("There is an organisation already", exists);

        await using var host = await HostProcess.StartAsync(environment);
        using var browser = Browser(host);
        await SecondStep.SignInAsync(browser, "first@hospital.example", "a long enough password");
        Assert.Contains("blazor.web", await browser.GetStringAsync("/"));
    }

    [Fact]
    public async Task Demo_data_goes_into_an_empty_database_only_never_into_Production_and_Production_refuses_it()
    {
        var database = await server.CreateDatabaseAsync();
        var (production, _, never) = await HostProcess.RunAsync(["seed", "--demo"], null, As(database, "Production"));
        Assert.Equal(1, production);
        Assert.Contains("does not go into Production", never);

        var (code, _, error) = await HostProcess.RunAsync(["seed", "--demo"], null, As(database, "Development"));
        Assert.True(code == 0, error);

        var (again, _, full) = await HostProcess.RunAsync(["seed", "--demo"], null, As(database, "Development"));
        Assert.Equal(1, again);
        Assert.Contains("not empty", full);

        var (refused, _, why) = await HostProcess.RunAsync([], null, As(database, "Production"));
        Assert.Equal(1, refused);
        Assert.Contains("demo data", why);
    }

    [Fact]
    public async Task A_host_that_is_killed_loses_neither_what_it_said_was_saved_nor_the_sign_in()
    {
        var database = await server.CreateDatabaseAsync();
        await DatabaseSeed.RunAsync(database.Owner, 0, MasterKey.OfFile(TestKey.File), TimeProvider.System, CancellationToken.None);
        var cookies = new CookieContainer();
        var environment = As(database, "Development");
        var address = new Uri($"http://127.0.0.1:{HostProcess.FreePort()}");
        Assert.Empty(await RegisteredAsync(database));

        await using (var host = await StartAtAsync(environment, address))
        {
            using var browser = Browser(address, cookies);
            await SecondStep.SignInAsync(browser, "receptionist@chihealth.example", DemoAccounts.Password);
            var page = await PageAsync(address, cookies, "/patients/register");
            await page.GetByLabel("Given name").FillAsync("Kamsi");
            await page.GetByLabel("Family name").FillAsync("Restart");
            await page.GetByLabel("Birth date").First.FillAsync("09 11 1991");
            await page.GetByLabel("Sex").SelectOptionAsync(new SelectOptionValue { Label = "Female" });
            await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Register", Exact = true }).ClickAsync();
            await Heading(page, "Kamsi Restart").WaitForAsync();
            await host.KillAsync();
        }

        var kept = await RegisteredAsync(database);
        Assert.Single(kept, row => row.StartsWith("patient ", StringComparison.Ordinal));
        Assert.Single(kept, row => row.StartsWith("RegisterPatient ", StringComparison.Ordinal));

        await using (await StartAtAsync(environment, address))
        {
            Assert.Equal(kept, await RegisteredAsync(database));
            var page = await PageAsync(address, cookies, "/patients");
            await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search patients" }).FillAsync("kamsi restart");
            await page.GetByRole(AriaRole.Row, new() { NameRegex = new("Kamsi Restart.*09 Nov 1991") }).WaitForAsync();
        }
    }

    [Fact]
    public async Task While_the_database_is_away_pages_say_so_and_go_on_by_themselves_when_it_is_back()
    {
        var port = HostProcess.FreePort();
        await using var cluster = await PostgresCluster.StartAsync(port);
        await ExecuteAsync(cluster.Admin, "CREATE ROLE o LOGIN BYPASSRLS");
        await ExecuteAsync(cluster.Admin, "CREATE ROLE a LOGIN");
        await ExecuteAsync(cluster.Admin, "CREATE DATABASE medisecure OWNER o");
        string As(string role) => $"Host=127.0.0.1;Port={port};Database=medisecure;Username={role}";
        await Data.Persistence.SchemaMigration.RunAsync(As("o"), As("a"), CancellationToken.None);
        await using var host = await HostProcess.StartAsync(Environment("Development"), ("ConnectionStrings__MediSecure", As("a")));
        await DatabaseSeed.RunAsync(As("o"), 0, MasterKey.OfFile(TestKey.File), TimeProvider.System, CancellationToken.None);
        var cookies = new CookieContainer();
        using var browser = Browser(host.Address, cookies);
        await SecondStep.SignInAsync(browser, "nurse.joy@chihealth.example", DemoAccounts.Password);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/beds")).StatusCode);
        var page = await PageAsync(host.Address, cookies, "/beds");
        await page.GetByRole(AriaRole.Group, new() { Name = "Bed 301-A" }).First.WaitForAsync();
        await page.EvaluateAsync("() => { window.neverLoadedAgain = true; }");

        await cluster.StopServerAsync();
        Assert.Contains("database does not answer", await host.WaitAsync("/healthz/ready", HttpStatusCode.ServiceUnavailable));
        await host.WaitAsync("/healthz/live", HttpStatusCode.OK);
        await Task.Delay(TimeSpan.FromSeconds(2.1));                 // memberships are kept for two seconds
        using (var away = await browser.GetAsync("/beds"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
            Assert.Contains("The database does not answer", await away.Content.ReadAsStringAsync());
        }

        // An open page that goes elsewhere shows nothing, and says why.
        await page.Locator(".sidebar").GetByRole(AriaRole.Link, new() { Name = "Find a patient" }).ClickAsync();
        await Heading(page, "The database does not answer").WaitForAsync();
        Assert.Equal(0, await page.Locator("[data-bed], table").CountAsync());

        await cluster.StartServerAsync();
        await host.WaitAsync("/healthz/ready", HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/beds")).StatusCode);

        Assert.Contains("The database did not answer a request", host.Output, StringComparison.Ordinal); // who runs it reads of it, and of no patient

        // Nobody pressed anything, and it is the same circuit.
        await Heading(page, "Find a patient").WaitForAsync();
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search patients" }).FillAsync("chinedu eze");
        await page.GetByRole(AriaRole.Row, new() { NameRegex = new("Chinedu Eze") }).WaitForAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => window.neverLoadedAgain === true"));
    }

    [Fact]
    public async Task The_first_page_of_the_demo_comes_soon()
    {
        var began = System.Diagnostics.Stopwatch.StartNew();
        await using var host = await HostProcess.StartAsync(Environment("Development"));
        Assert.Contains("MediSecure", await host.WaitAsync("/", HttpStatusCode.OK));
        Assert.DoesNotContain("fail:", host.Output); // no job found the house half built
        // Five seconds are promised (docs/operations.md has the measurement). Other tests run beside this one, so what counts then is the host's own work: more than that is a slow start on any machine,
        // and a page that waited for the demo's data would show here.
        Assert.True(began.Elapsed < TimeSpan.FromSeconds(5) || host.ProcessorTime < TimeSpan.FromSeconds(5), $"{began.Elapsed}, of which {host.ProcessorTime} on a processor");

        // What needs data waits for it and then is right.
        Assert.Contains("\"healthy\"", await host.WaitAsync("/healthz/ready", HttpStatusCode.OK));
        Assert.True(began.Elapsed < TimeSpan.FromSeconds(10) || host.ProcessorTime < TimeSpan.FromSeconds(13), $"{began.Elapsed}, of which {host.ProcessorTime} on a processor");
        Assert.DoesNotContain("fail:", host.Output);
    }

    [Theory]
    [InlineData(0, "--help")]
    [InlineData(0, "migrate", "--help")]
    [InlineData(2, "no-such-verb")]
    [InlineData(1, "seed", "--no-such-option")]
    [InlineData(1, "migrate")]
    public async Task A_verb_ends_with_zero_only_on_success_and_complains_on_standard_error(int expected, params string[] arguments)
    {
        var (code, output, error) = await HostProcess.RunAsync(arguments, null, Environment("Development"));
        Assert.Equal(expected, code);
        Assert.NotEqual("", (expected == 0 ? output : error).Trim());
        Assert.Equal("", (expected == 0 ? error : output).Trim());
    }

    private static async Task<HostProcess> StartAtAsync((string, string)[] environment, Uri address)
    {
        var host = await HostProcess.StartAsync(address, environment);
        await host.WaitAsync("/healthz/ready", HttpStatusCode.OK);
        return host;
    }

    private static HttpClient Browser(HostProcess host) => Browser(host.Address, new CookieContainer());

    private static HttpClient Browser(Uri address, CookieContainer cookies) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = address };

    /// <summary>A page that is signed in as the browser with these cookies is.</summary>
    private async Task<IPage> PageAsync(Uri address, CookieContainer cookies, string path)
    {
        var context = await (await chromium.GetAsync()).NewContextAsync(new()
        {
            BaseURL = address.ToString(), ViewportSize = new ViewportSize { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce, Locale = "en-GB",
        });
        _contexts.Add(context);
        await context.AddCookiesAsync(cookies.GetCookies(address).Select(cookie => new Microsoft.Playwright.Cookie { Name = cookie.Name, Value = cookie.Value, Url = address.ToString() }));
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    private static ILocator Heading(IPage page, string begins) => page.GetByRole(AriaRole.Heading, new() { Level = 1, NameRegex = new($"^{begins}") });

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
        {
            await context.DisposeAsync();
        }
    }

    /// <summary>The patient whom the first host registers, and what the activity log says of it, every column.</summary>
    private static async Task<IReadOnlyList<string>> RegisteredAsync(PostgresConnections database)
    {
        await using var connection = new NpgsqlConnection(database.Owner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""
            SELECT 'patient ' || p::text FROM "Patients" p WHERE p."DisplayName" = 'Kamsi Restart'
            UNION ALL
            SELECT a."EventCode" || ' ' || a::text FROM "AuditEvents" a JOIN "Patients" p ON p."Id" = a."PatientId" WHERE p."DisplayName" = 'Kamsi Restart'
            ORDER BY 1
            """, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
