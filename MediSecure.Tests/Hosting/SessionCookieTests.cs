using System.Net;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Persistence.DemoData;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Hosting;

/// <summary>A cookie is worth what its session row says, asked over HTTP.</summary>
public sealed class SessionCookieTests(FrameApp app) : IClassFixture<FrameApp>
{
    private const string Nurse = "nurse.joy@chihealth.example";
    private const string Pharmacist = "pharma.ken@chihealth.example";

    private SessionStore Sessions => app.Services.GetRequiredService<SessionStore>();

    /// <summary>Signs in and gives the cookie as a thief would copy it.</summary>
    private async Task<(HttpClient Browser, string Cookie)> SignInAsync(string email)
    {
        var browser = app.Browser();
        using var answer = await FrameApp.OpenAsAsync(browser, email);
        return (browser, answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("ms-demo=", StringComparison.Ordinal)).Split(';')[0]);
    }

    /// <summary>Whether the copied cookie still opens a page.</summary>
    private async Task<bool> OpensAsync(string cookie, string path = "/beds")
    {
        using var thief = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", cookie);
        using var answer = await thief.SendAsync(request);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    private Task<List<UserSession>> OfAsync(string email) => LookAsync(look => look.UserSessions.AsNoTracking().Where(s => s.UserId == DemoWorld.UserId(email)).OrderBy(s => s.StartedAt).ToListAsync());

    private async Task<T> LookAsync<T>(Func<Data.Persistence.MediSecureDbContext, Task<T>> look)
    {
        await using var db = app.Services.GetRequiredService<SystemDb>().OpenSystem("test", DemoWorld.Id("organization", DemoAccounts.General));
        return await look(db);
    }

    [Fact]
    public async Task A_cookie_copied_before_signing_out_is_refused_afterwards()
    {
        var (browser, cookie) = await SignInAsync(Nurse);
        Assert.True(await OpensAsync(cookie));
        await FrameApp.PostAsync(browser, "/account/login", "/account/logout");
        Assert.False(await OpensAsync(cookie));
        Assert.Equal(SessionEnd.SignedOut, (await OfAsync(Nurse))[^1].EndedBecause);
    }

    [Fact]
    public async Task Signing_in_anew_in_the_same_browser_ends_what_was_there()
    {
        var (browser, first) = await SignInAsync("lab.tech@chihealth.example");
        await FrameApp.OpenAsAsync(browser, Pharmacist);
        Assert.False(await OpensAsync(first, "/patients"));
        Assert.Equal(SessionEnd.Replaced, Assert.Single(await OfAsync("lab.tech@chihealth.example")).EndedBecause);
    }

    [Theory]
    [InlineData("navigate", true)]
    [InlineData(null, true)]                // a browser that does not say
    [InlineData("no-cors", false)]          // a script or picture of the page before, still under way while somebody signs in anew
    [InlineData("cors", false)]
    [InlineData("websocket", false)]
    public async Task Only_the_answer_to_a_page_takes_a_dead_cookie_away(string? mode, bool taken)
    {
        var (browser, first) = await SignInAsync("accountant@chihealth.example");
        await FrameApp.OpenAsAsync(browser, "accountant@chihealth.example");
        using var late = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/session");
        request.Headers.Add("Cookie", first);
        if (mode is not null)
        {
            request.Headers.Add("Sec-Fetch-Mode", mode);
        }

        using var answer = await late.SendAsync(request);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(taken, answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(value => value.StartsWith("ms-demo=;", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Changing_the_organisation_keeps_the_session()
    {
        var (browser, _) = await SignInAsync("dr.adebayo@chihealth.example");
        await FrameApp.PostAsync(browser, "/account/login", "/account/switch-organization", ("organizationId", DemoWorld.Id("organization", DemoAccounts.Ikoyi).ToString()));
        var session = Assert.Single(await OfAsync("dr.adebayo@chihealth.example"));
        Assert.Null(session.EndedAt);
    }

    [Fact]
    public async Task A_password_that_changed_or_an_account_that_was_switched_off_ends_the_cookie_at_once()
    {
        var (_, cookie) = await SignInAsync("radiologist@chihealth.example");
        Assert.True(await OpensAsync(cookie, "/patients"));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
            await users.UpdateSecurityStampAsync((await users.FindByEmailAsync("radiologist@chihealth.example"))!);
        }

        await Task.Delay(2_200); // what is remembered of a session
        Assert.False(await OpensAsync(cookie, "/patients"));

        var (_, other) = await SignInAsync("dietitian@chihealth.example");
        await app.Services.GetRequiredService<SystemDb>().ChangeSystemAsync("test", DemoWorld.Id("organization", DemoAccounts.General), async (db, ct) =>
        {
            (await db.Users.SingleAsync(u => u.NormalizedEmail == "DIETITIAN@CHIHEALTH.EXAMPLE", ct)).Disable(DateTime.UtcNow);
            return await db.SaveAsync(ct);
        });
        Assert.False(await OpensAsync(other, "/patients"));
    }

    [Fact]
    public async Task The_row_says_where_from_and_with_what()
    {
        var browser = app.Browser();
        browser.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0");
        await FrameApp.OpenAsAsync(browser, "cmd@chihealth.example");
        var session = Assert.Single(await OfAsync("cmd@chihealth.example"));
        Assert.Equal(("Edge on Windows", SecondFactor.None, TimeSpan.FromHours(12)), (session.Agent, session.SecondFactor, session.EndsAt - session.StartedAt));
    }

    /// <summary>The page's own clock asks without keeping the session alive; only the person's activity does.</summary>
    [Fact]
    public async Task A_page_asks_how_long_is_left_and_says_that_somebody_is_there()
    {
        await using var own = new FrameApp();
        var browser = own.Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/account/session")).StatusCode);
        await FrameApp.OpenAsAsync(browser, Nurse);
        Assert.Matches("^{\"idle\":(14400|14399),\"end\":(43200|43199)}$", await browser.GetStringAsync("/account/session"));
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/account/session", new FormUrlEncodedContent([]))).StatusCode); // no token, no activity
        using var said = await FrameApp.PostAsync(browser, "/account/login", "/account/session");
        Assert.Equal(HttpStatusCode.OK, said.StatusCode);
        await FrameApp.PostAsync(browser, "/account/login", "/account/logout");
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/account/session")).StatusCode);
    }

    [Fact]
    public async Task The_sign_in_page_says_why_a_session_is_over_and_leads_back()
    {
        var browser = app.Browser();
        await FrameApp.OpenAsAsync(browser, "logistics.sam@chihealth.example");
        await Sessions.EndAsync((await OfAsync("logistics.sam@chihealth.example"))[^1].Id, SessionEnd.EndedByAdministrator);
        using var answer = await browser.GetAsync("/beds?ward=all");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith("/account/login?returnUrl=%2Fbeds%3Fward%3Dall&why=administrator", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("An administrator ended this session", await browser.GetStringAsync(answer.Headers.Location), StringComparison.Ordinal);
        Assert.DoesNotContain("ended", await browser.GetStringAsync("/account/login?why=%3Cscript%3E"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_of_the_demo_keeps_people_signed_in_and_brings_no_ended_session_back()
    {
        await using var own = new FrameApp();
        var browser = own.Browser();
        await FrameApp.OpenAsAsync(browser, Nurse);
        var gone = own.Browser();
        await FrameApp.OpenAsAsync(gone, Pharmacist);
        await FrameApp.PostAsync(gone, "/account/login", "/account/logout");

        await own.Services.GetRequiredService<DemoMode>().ResetAsync(null, CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/beds")).StatusCode);
        await using var db = own.Services.GetRequiredService<SystemDb>().OpenSystem("test", DemoWorld.Id("organization", DemoAccounts.General));
        Assert.Equal([DemoWorld.UserId(Nurse)], await db.UserSessions.Select(s => s.UserId).ToListAsync());
    }
}
