using System.Net;
using MediSecure.Tests.Hosting;
using MediSecure.Tests.Support;
using MediSecure.Web.Components.Account;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Secure;

/// <summary>What a foreign page could try with a browser that is signed in here.</summary>
[Trait("Check", "10")]
public sealed class WebDefenceTests(DemoHouse house)
{
    /// <summary>Every address of the host that takes a post, read from its own table; the hub has its own guard.</summary>
    private IReadOnlyList<string> Posts => [.. house.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(one => one.Metadata.GetMetadata<IHttpMethodMetadata>() is { } methods && methods.HttpMethods.Contains(HttpMethods.Post))
        .Select(one => "/" + one.RoutePattern.RawText!.TrimStart('/')).Where(path => !path.StartsWith("/_blazor", StringComparison.Ordinal) && !path.Contains('{', StringComparison.Ordinal))
        .Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public async Task A_post_without_its_token_is_400_wherever_it_goes()
    {
        var browser = await house.SignedInAsync("admin@chihealth.example");
        Assert.True(Posts.Count >= 6, $"only {Posts.Count} addresses take a post");
        foreach (var path in Posts)
        {
            using var form = new FormUrlEncodedContent([new("email", "nurse.joy@chihealth.example"), new("_handler", "login"), new("returnUrl", "/")]);
            using var answer = await browser.PostAsync(path, form);
            // A page without a form answers a post with 405 at the latest, and one that is not this person's with 403; it never does anything.
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{path}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_get_of_an_address_that_changes_something_changes_nothing()
    {
        var browser = house.App.Browser();
        await FrameApp.OpenAsAsync(browser, "dietitian@chihealth.example");
        foreach (var path in new[] { "/account/logout", "/account/switch-organization", "/account/open-as?email=admin@chihealth.example", "/account/reset-demo" })
        {
            using var answer = await browser.GetAsync(path);
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, $"{path}: {(int)answer.StatusCode}");
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/session")).StatusCode);
    }

    /// <summary>What belongs into a form is not taken from the address, and of what is sent twice the first counts, never a mixture.</summary>
    [Fact]
    public async Task A_value_counts_once_and_in_its_place_only()
    {
        const string nurse = "nurse.joy@chihealth.example", password = Data.Persistence.DemoData.DemoAccounts.Password;
        foreach (var (address, fields, comesIn) in new (string, (string, string)[], bool)[]
        {
            ($"/account/login?Input.Email={nurse}&Input.Password={password}&_handler=login", [], false),
            ($"/account/login?Input.Email={nurse}", [("_handler", "login"), ("Input.Password", password)], false),
            ("/account/login", [("_handler", "login"), ("Input.Email", "nobody@example.com"), ("Input.Email", nurse), ("Input.Password", password)], false),
            ("/account/login", [("_handler", "login"), ("Input.Email", nurse), ("Input.Password", "wrong"), ("Input.Password", password)], false),
            ("/account/login?Input.Email=nobody@example.com", [("_handler", "login"), ("Input.Email", nurse), ("Input.Email", "nobody@example.com"), ("Input.Password", password)], true),
        })
        {
            var browser = house.App.Browser();
            using var answer = await FrameApp.PostAsync(browser, "/account/login", address, fields);
            Assert.True((int)answer.StatusCode < 500, $"{address}: {(int)answer.StatusCode}");
            Assert.Equal(comesIn ? HttpStatusCode.OK : HttpStatusCode.Redirect, (await browser.GetAsync("/beds")).StatusCode);
        }

        var admin = await house.SignedInAsync("admin@chihealth.example");
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/activity-log?outcome=Refused&outcome=Success&outcome=nonsense")).StatusCode);
    }

    public static TheoryData<string> Foreign => [.. BadInput.ForeignAddresses];

    [Theory]
    [MemberData(nameof(Foreign))]
    public void A_return_address_never_leaves_this_host(string wanted)
    {
        var place = LocalAddress.OrHome(wanted);
        Assert.StartsWith("/", place, StringComparison.Ordinal);
        Assert.True(Uri.TryCreate(new Uri("https://here.example/account/login"), place, out var resolved));
        Assert.Equal("here.example", resolved.Host);
        Assert.False(place.StartsWith("/account", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_return_address_of_the_corpus_leads_to_a_page_of_this_host()
    {
        foreach (var wanted in BadInput.ForeignAddresses)
        {
            using var answer = await FrameApp.PostAsync(house.App.Browser(), "/account/login", "/account/open-as", ("email", "dietitian@chihealth.example"), ("returnUrl", wanted));
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            Assert.Equal("localhost", new Uri(new Uri("http://localhost"), answer.Headers.Location!).Host);
        }
    }

    /// <summary>Text reaches the page as text. The one exception draws icons, from constants.</summary>
    [Fact]
    [Trait("Check", "24")]
    public void Nothing_but_an_icon_is_written_as_mark_up() => Assert.Equal(["MediSecure.Web.Ui.Icon"],
        Architecture.Code.Web.Under("MediSecure.Web").Where(use => use.Target == "Microsoft.AspNetCore.Components.MarkupString").Select(use => use.Type).Distinct());

    [Fact]
    public async Task Signing_out_clears_what_the_browser_kept()
    {
        var browser = house.App.Browser(https: true);
        await FrameApp.OpenAsAsync(browser, "radiologist@chihealth.example");
        using var answer = await FrameApp.PostAsync(browser, "/account/login", "/account/logout");
        Assert.Contains("\"cache\"", answer.Headers.GetValues("Clear-Site-Data").Single(), StringComparison.Ordinal);
    }
}
