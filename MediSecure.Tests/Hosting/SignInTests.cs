using System.Net;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Persistence.DemoData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Hosting;

public sealed class SignInTests(FrameApp app) : IClassFixture<FrameApp>
{
    private const string Nurse = "nurse.joy@chihealth.example";

    [Fact]
    public async Task The_right_password_opens_the_dashboard()
    {
        var browser = app.Browser();
        var answer = await FrameApp.SignInAsync(browser, Nurse, DemoAccounts.Password);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/", answer.Headers.Location?.OriginalString.Replace("http://localhost", "", StringComparison.Ordinal));
        var home = await browser.GetStringAsync("/");
        Assert.Contains("waiting-frame", home, StringComparison.Ordinal);
        Assert.DoesNotContain("Joy Okafor", home, StringComparison.Ordinal); // no data of anybody before the circuit
    }

    [Fact]
    public async Task Unknown_name_and_wrong_password_are_one_answer()
    {
        var unknown = await FrameApp.SignInAsync(app.Browser(), "nobody@chihealth.example", "x");
        var wrong = await FrameApp.SignInAsync(app.Browser(), "radiologist@chihealth.example", "x");
        Assert.Equal(unknown.StatusCode, wrong.StatusCode);
        Assert.Equal(await AlertAsync(unknown), await AlertAsync(wrong));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        const string email = "dietitian@chihealth.example";
        for (var i = 0; i < 4; i++)
        {
            Assert.Contains("do not fit together", await AlertAsync(await FrameApp.SignInAsync(app.Browser(), email, "wrong")), StringComparison.Ordinal);
        }

        Assert.Contains("five minutes", await AlertAsync(await FrameApp.SignInAsync(app.Browser(), email, "wrong")), StringComparison.Ordinal);
        Assert.Contains("Wait", await AlertAsync(await FrameApp.SignInAsync(app.Browser(), email, DemoAccounts.Password)), StringComparison.Ordinal);

        // A visitor of the demo cannot shut an account for the next one.
        Assert.Equal(HttpStatusCode.Found, (await FrameApp.OpenAsAsync(app.Browser(), email)).StatusCode);
    }

    [Theory]
    [InlineData("/beds", "/beds")]
    [InlineData("/beds?ward=3", "/beds?ward=3")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/account/logout", "/")]
    public async Task Only_local_addresses_are_returned_to(string wanted, string place)
    {
        var answer = await FrameApp.SignInAsync(app.Browser(), Nurse, DemoAccounts.Password, "?returnUrl=" + Uri.EscapeDataString(wanted));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(place, answer.Headers.Location?.OriginalString.Replace("http://localhost", "", StringComparison.Ordinal));
    }

    /// <summary>Account pages are static and have no menu: each has its own way out.</summary>
    [Theory]
    [InlineData("/account")]
    [InlineData("/account/second-factors")]
    public async Task Who_is_on_an_account_page_can_sign_out_there(string page)
    {
        var browser = app.Browser();
        await FrameApp.OpenAsAsync(browser, Nurse);
        Assert.Contains("action=\"/account/logout\"", await browser.GetStringAsync(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/beds")).StatusCode);
        using var answer = await FrameApp.PostAsync(browser, page, "/account/logout");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/beds")).StatusCode);
    }

    [Theory]
    [InlineData(false, "ms-demo", false)]
    [InlineData(true, "__Host-ms", true)]
    public async Task The_cookie_fits_the_scheme(bool https, string name, bool secure)
    {
        var answer = await FrameApp.OpenAsAsync(app.Browser(https), Nurse);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith(name + "=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(secure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Every_demo_account_opens_with_one_press_and_its_button_has_its_name()
    {
        var login = await app.Browser().GetStringAsync("/account/login");
        foreach (var account in DemoAccounts.All)
        {
            Assert.Contains($"aria-label=\"Open as {account.Name} ({account.Role})\"", login, StringComparison.Ordinal);
            var browser = app.Browser();
            Assert.Equal(HttpStatusCode.Found, (await FrameApp.OpenAsAsync(browser, account.Email)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);
        }
    }

    [Theory]
    [InlineData("/account/logout")]
    [InlineData("/account/switch-organization")]
    [InlineData("/account/open-as")]
    [InlineData("/account/reset-demo")]
    public async Task A_form_without_its_token_is_refused(string action)
    {
        var browser = app.Browser();
        await FrameApp.OpenAsAsync(browser, "admin@chihealth.example");
        using var form = new FormUrlEncodedContent([new("email", Nurse), new("organizationId", Guid.NewGuid().ToString())]);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(action, form)).StatusCode);
        Assert.Contains("waiting-frame", await browser.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_cookie()
    {
        var browser = app.Browser();
        await FrameApp.OpenAsAsync(browser, Nurse);
        await FrameApp.PostAsync(browser, "/account/login", "/account/logout");
        Assert.Contains("One record, from front desk to discharge.", await browser.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switching_to_an_organisation_that_is_not_ones_own_changes_nothing()
    {
        var browser = app.Browser();
        await FrameApp.OpenAsAsync(browser, Nurse);
        var answer = await FrameApp.PostAsync(browser, "/account/login", "/account/switch-organization", ("organizationId", Guid.NewGuid().ToString()));
        Assert.Equal("/account/denied", answer.Headers.Location?.OriginalString);
        await using var db = app.Services.GetRequiredService<SystemDb>().OpenSystem("test", DemoWorld.Id("organization", DemoAccounts.General));
        Assert.Equal(1, await db.AuditEvents.CountAsync(e => e.EventCode == SignInAudit.OrganizationSwitched && e.Outcome == AuditOutcome.Refused && e.ActorUserId == DemoWorld.UserId(Nurse)));
    }

    [Fact]
    public async Task A_page_asks_who_is_signed_out_to_sign_in_and_come_back()
    {
        var answer = await app.Browser().GetAsync("/not-found");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains("/account/login?returnUrl=%2Fnot-found", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_is_not_found_inside_the_frame()
    {
        var browser = app.Browser();
        await FrameApp.OpenAsAsync(browser, Nurse);
        var answer = await browser.GetAsync("/nothing-here");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("waiting-frame", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> AlertAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        var at = html.IndexOf("role=\"alert\"", StringComparison.Ordinal);
        Assert.True(at > 0, "no message");
        var body = html.IndexOf("note-body", at, StringComparison.Ordinal);
        return WebUtility.HtmlDecode(html[(body + 11)..html.IndexOf("</div>", body, StringComparison.Ordinal)]).Trim();
    }
}
