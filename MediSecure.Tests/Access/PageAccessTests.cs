using System.Net;
using MediSecure.Data.Access;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Architecture;
using MediSecure.Tests.Support;
using MediSecure.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Access;

/// <summary>Every route, read from the components, asked for by nobody and by each role over HTTP: who may gets 200, who may not gets 403 and stands in the log.</summary>
public sealed class PageAccessTests(DemoHouse house)
{
    internal static readonly IReadOnlyList<(Type Page, string Route)> Routes =
        [.. PageRules.Pages(typeof(Program).Assembly, "MediSecure.Web").SelectMany(page => PageRules.Routes(page).Select(route => (page, route)))];

    public static TheoryData<string> Addresses => [.. Routes.Select(one => one.Route).Where(route => !OpenPages.Anonymous.Contains(route)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> OpenAddresses => [.. OpenPages.Anonymous.Where(route => Routes.Any(one => one.Route == route)).Order(StringComparer.Ordinal)];

    /// <summary>An account of the demo for each role.</summary>
    internal static readonly IReadOnlyDictionary<Role, DemoAccount> Accounts = Enum.GetValues<Role>().ToDictionary(role => role, role => DemoAccounts.All.First(account => account.Role == role));

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_opens_for_exactly_the_roles_that_may(string route)
    {
        var permission = PagePermissions.Of(Routes.Single(one => one.Route == route).Page);
        var address = Fill(route);

        using (var nobody = house.App.Browser())
        {
            using var answer = await nobody.GetAsync(address);
            Assert.Equal(address == "/" ? HttpStatusCode.OK : HttpStatusCode.Redirect, answer.StatusCode);
            if (address != "/")
            {
                Assert.StartsWith("/account/login", answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.AbsolutePath : answer.Headers.Location.OriginalString, StringComparison.Ordinal);
            }
        }

        foreach (var (role, account) in Accounts)
        {
            var browser = await house.SignedInAsync(account.Email);
            var before = await RefusalsAsync(account, permission);
            using var answer = await browser.GetAsync(address);
            var may = permission is not { } needed || role.Grants(needed);
            Assert.True((may ? HttpStatusCode.OK : HttpStatusCode.Forbidden) == answer.StatusCode, $"{role} at {address}: {(int)answer.StatusCode}");
            Assert.Equal(may ? 0 : 1, await RefusalsAsync(account, permission) - before);
        }
    }

    [Theory]
    [MemberData(nameof(OpenAddresses))]
    public async Task An_open_page_answers_everybody_without_a_sign_in(string route)
    {
        using var nobody = house.App.Browser();
        using var answer = await nobody.GetAsync(Fill(route));
        Assert.True(answer.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.Unauthorized), $"{route}: {(int)answer.StatusCode}");
    }

    /// <summary>A route's parameters filled with something that is nobody's.</summary>
    internal static string Fill(string route) => string.Join('/', route.Split('/').Select(part =>
        !part.StartsWith('{') ? part : part.Contains(":int", StringComparison.Ordinal) ? "404" : "01990000-0000-7000-8000-000000000000"));

    private Task<int> RefusalsAsync(DemoAccount account, Permission? permission) => house.LookAsync(account.Organizations[0], look => look.AuditEvents
        .CountAsync(e => e.ActorUserId == DemoWorld.UserId(account.Email) && e.Outcome == AuditOutcome.Refused && e.EventCode == permission.ToString()));
}
