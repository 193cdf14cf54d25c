using System.Net;
using System.Text.RegularExpressions;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Hosting;

/// <summary>A host as a hospital runs it, on PostgreSQL: nobody works here on a password alone.</summary>
[Trait("Check", "7")]
public sealed partial class SecondFactorTests(PostgresDatabase db) : IClassFixture<PostgresDatabase>, IAsyncLifetime
{
    private const string Password = "lantern gravel";
    private readonly DirectoryInfo _mail = Directory.CreateTempSubdirectory("medi-mail-");
    private HostProcess _host = null!;

    public async ValueTask InitializeAsync() => _host = await HostProcess.StartAsync(("ASPNETCORE_ENVIRONMENT", "Development"), ("ConnectionStrings__MediSecure", db.Connections.App), ("Mail__Folder", _mail.FullName));

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _mail.Delete(recursive: true);
    }

    // The fields that a person types a password into; the component that the account pages share among them.
    [GeneratedRegex("<(?:input|TextField)\\b[^>]*(?:id|name|Name|Label|@bind-Value)=\"[^\"]*[Pp]assword[^\"]*\"[^>]*>|<input[^>]*IsNew[^>]*>")]
    private static partial Regex WrittenPasswordFields();

    [GeneratedRegex("<input[^>]*Password[^>]*>")]
    private static partial Regex PasswordFields();

    private HttpClient Browser() => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = _host.Address };

    /// <summary>Somebody of the house with a password and nothing else.</summary>
    private async Task<(ActingPerson Person, string Email)> PersonAsync(Role role, string password = Password)
    {
        var person = await db.People.RoleAsync(role, db.OrganizationId);
        await db.GivenAsync(async open => (await open.Users.SingleAsync(u => u.Id == person.UserId)).PasswordHash = new NormalPasswordHasher().HashPassword(new AppUser(), password));
        return (person, $"{person.UserId:N}@test.example");
    }

    /// <summary>The start page's cards are the demo's: no host that is none lets anybody in by one press.</summary>
    [Fact]
    public async Task Nobody_comes_in_without_a_password_outside_the_demo()
    {
        foreach (var email in new[] { Data.Persistence.DemoData.DemoAccounts.All[0].Email, (await PersonAsync(Role.Nurse)).Email })
        {
            using var browser = Browser();
            using var answer = await FrameApp.PostAsync(browser, "/account/login", "/account/open-as", ("email", email));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("ms-demo=", StringComparison.Ordinal)));
            using var home = await browser.GetAsync("/beds");
            Assert.Equal(HttpStatusCode.Redirect, home.StatusCode);
        }
    }

    /// <summary>Nor does anybody start a real house anew.</summary>
    [Fact]
    public async Task Nobody_resets_what_is_no_demo()
    {
        var (_, email) = await PersonAsync(Role.Administrator);
        using var browser = Browser();
        await SecondStep.SignInAsync(browser, email, Password);
        using var answer = await FrameApp.PostAsync(browser, "/account", "/account/reset-demo", ("returnUrl", "/"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    /// <summary>A password can be pasted, is hidden, and managers know which is which; ASVS 5.0, 6.2.6 and 6.2.7.</summary>
    [Fact]
    public async Task Every_field_for_a_password_hides_it_and_leaves_managers_and_pasting_alone()
    {
        using var browser = Browser();
        var asked = 0;
        foreach (var (page, expected) in new[] { ("/account/login", "current-password"), ("/account/claim", "new-password") })
        {
            foreach (Match field in PasswordFields().Matches(await browser.GetStringAsync(page)))
            {
                asked++;
                Assert.Contains("type=\"password\"", field.Value, StringComparison.Ordinal);
                Assert.Contains($"autocomplete=\"{expected}\"", field.Value, StringComparison.Ordinal);
            }
        }

        Assert.True(asked >= 2, $"{asked} fields");
        Assert.All(Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "MediSecure.Web", "wwwroot"), "*.js", SearchOption.AllDirectories), script => Assert.DoesNotContain("'paste'", File.ReadAllText(script), StringComparison.Ordinal));
        var written = 0;
        foreach (var source in Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "MediSecure.Web"), "*.razor", SearchOption.AllDirectories))
        {
            var markup = await File.ReadAllTextAsync(source);
            Assert.DoesNotContain("onpaste", markup, StringComparison.OrdinalIgnoreCase);
            foreach (Match field in WrittenPasswordFields().Matches(markup))
            {
                written++;
                Assert.Matches("[Tt]ype=\"password\"", field.Value);
                Assert.Matches("[Aa]utocomplete=\"(current-password|new-password|@)", field.Value);
            }
        }

        Assert.True(written >= 5, $"{written} fields");
    }

    [Fact]
    public async Task Staff_without_a_second_factor_reach_only_the_page_that_sets_one_up_and_then_go_on()
    {
        var (nurse, email) = await PersonAsync(Role.Nurse);
        using var browser = Browser();
        using (var answer = await FrameApp.SignInAsync(browser, email, Password, "?returnUrl=%2Fbeds"))
        {
            Assert.EndsWith("/account/enrol?returnUrl=%2Fbeds", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        var asked = 0;
        foreach (var route in PageAccessTests.Routes.Select(one => one.Route).Where(route => !OpenPages.Anonymous.Contains(route)))
        {
            using var answer = await browser.GetAsync(PageAccessTests.Fill(route));
            Assert.True((HttpStatusCode.Redirect, "/account/enrol") == (answer.StatusCode, SecondStep.PathOf(answer)), $"{route}: {(int)answer.StatusCode} {answer.Headers.Location}");
            asked++;
        }

        Assert.True(asked > 20, $"{asked} routes");
        using (var hub = await browser.PostAsync("/_blazor/negotiate?negotiateVersion=1", null))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, hub.StatusCode);
        }

        Assert.Equal(0, await db.LookAsync(look => look.UserSessions.CountAsync(s => s.UserId == nurse.UserId))); // no door would open either

        var (secret, enrolment) = SecondStep.Shown(await browser.GetStringAsync("/account/enrol"));
        using (var wrong = await FrameApp.PostAsync(browser, "/account/enrol", "/account/enrol", ("_handler", "app"), ("Input.Enrolment", enrolment), ("Input.Code", "000000")))
        {
            var html = await wrong.Content.ReadAsStringAsync();
            Assert.Contains("This code does not fit", html, StringComparison.Ordinal);
            Assert.Equal(secret, SecondStep.Shown(html).Secret); // the app need not be set up again
        }

        var (_, codes) = await SecondStep.EnrolAsync(browser);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/beds")).StatusCode);
        var session = await db.LookAsync(look => look.UserSessions.AsNoTracking().SingleAsync(s => s.UserId == nurse.UserId));
        Assert.Equal(SecondFactor.AuthenticatorApp, session.SecondFactor);
        var events = await db.LookAsync(look => look.AuditEvents.Where(e => e.ActorUserId == nurse.UserId && e.Address != null).Select(e => new { e.EventCode, e.Reason }).ToListAsync());
        Assert.Contains(events, e => e.EventCode == SignInAudit.SecondFactorEnrolled);
        Assert.Contains(events, e => e.EventCode == SignInAudit.SignedIn && e.Reason == "password and authenticator app");
        var user = await db.LookAsync(look => look.Users.AsNoTracking().SingleAsync(u => u.Id == nurse.UserId));
        Assert.DoesNotContain(secret, user.AuthenticatorKey, StringComparison.Ordinal);
        Assert.Equal(10, codes.Distinct().Count());
    }

    [Fact]
    public async Task A_code_and_a_recovery_code_are_good_once_and_five_wrong_codes_lock()
    {
        var (_, email) = await PersonAsync(Role.Doctor);
        var (secret, codes) = await SecondStep.SignInAsync(Browser(), email, Password);

        async Task<(HttpClient Browser, HttpResponseMessage Answer)> TypeAsync(string code)
        {
            var browser = Browser();
            using var first = await FrameApp.SignInAsync(browser, email, Password);
            Assert.Equal("/account/code", SecondStep.PathOf(first));
            using var nowhere = await browser.GetAsync("/beds");
            Assert.Equal("/account/login", SecondStep.PathOf(nowhere)); // half a sign-in opens nothing
            return (browser, await SecondStep.CodeAsync(browser, code));
        }

        var (_, replayed) = await TypeAsync(SecondStep.Now(secret, -1)); // at or before the code that enrolled
        Assert.Equal(HttpStatusCode.OK, replayed.StatusCode);
        var next = SecondStep.Now(secret, 1);
        Assert.Equal("/", SecondStep.PathOf((await TypeAsync(next)).Answer));
        Assert.Equal(HttpStatusCode.OK, (await TypeAsync(next)).Answer.StatusCode);
        var (inside, recovered) = await TypeAsync(codes[3].ToLowerInvariant().Replace('-', ' '));
        Assert.Equal("/", SecondStep.PathOf(recovered));
        Assert.Equal(HttpStatusCode.OK, (await inside.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await TypeAsync(codes[3])).Answer.StatusCode);

        // The right password between two wrong codes does not begin the count anew: one wrong code since the last sign-in, four more lock.
        for (var i = 0; i < 3; i++)
        {
            Assert.Contains("does not fit", await (await TypeAsync("123")).Answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Contains("rests for five minutes", await (await TypeAsync("123")).Answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("rests for five minutes", await (await FrameApp.SignInAsync(Browser(), email, Password)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_password_comes_by_mail_once_and_asking_tells_nothing()
    {
        var (_, email) = await PersonAsync(Role.Patient, "a river of quiet stones");
        using var browser = Browser();
        using var unknown = await FrameApp.PostAsync(browser, "/account/forgotten", "/account/forgotten", ("_handler", "forgotten"), ("Email", "nobody@test.example"));
        using var known = await FrameApp.PostAsync(browser, "/account/forgotten", "/account/forgotten", ("_handler", "forgotten"), ("Email", email.ToUpperInvariant()));
        Assert.Equal(unknown.StatusCode, known.StatusCode);
        Assert.Equal(MainPart(await unknown.Content.ReadAsStringAsync()), MainPart(await known.Content.ReadAsStringAsync()));

        var link = Link().Match(await MailToAsync(email)).Value;
        Assert.DoesNotContain(_mail.EnumerateFiles("*.eml"), file => File.ReadAllText(file.FullName).Contains("nobody@test.example", StringComparison.Ordinal));
        using (var weak = await FrameApp.PostAsync(browser, link, link, ("_handler", "set-password"), ("Password", "hospital2026")))
        {
            Assert.Contains("at least 15 characters", await weak.Content.ReadAsStringAsync(), StringComparison.Ordinal); // a patient's password stands alone
        }

        using (var set = await FrameApp.PostAsync(browser, link, link, ("_handler", "set-password"), ("Password", "ein Fluß voller Kiesel")))
        {
            Assert.Equal("/account/login", SecondStep.PathOf(set));
        }

        Assert.Contains("was used before", await browser.GetStringAsync(link), StringComparison.Ordinal);
        Assert.Contains("do not fit together", await (await FrameApp.SignInAsync(browser, email, "a river of quiet stones")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var entered = await FrameApp.SignInAsync(browser, email, "ein Fluß voller Kiesel");
        Assert.Equal("/", SecondStep.PathOf(entered)); // of patients no second factor is demanded
    }

    private async Task<string> MailToAsync(string email)
    {
        for (var i = 0; i < 150; i++)
        {
            foreach (var file in _mail.EnumerateFiles("*.eml"))
            {
                var text = (await File.ReadAllTextAsync(file.FullName)).Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
                if (text.Contains(email, StringComparison.OrdinalIgnoreCase))
                {
                    return text;
                }
            }

            await Task.Delay(200);
        }

        throw new TimeoutException("No mail came.");
    }

    private static string MainPart(string html) => Regex.Match(html, "<main.*</main>", RegexOptions.Singleline).Value;

    [GeneratedRegex("/account/set-password\\?link=[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
