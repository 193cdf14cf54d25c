using MediSecure.Data.Access;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Access;
using MediSecure.Web.Hosting;

namespace MediSecure.Tests.Support;

/// <summary>Addresses of the demo that have something to show, for every route that the components declare.</summary>
internal static class DemoRoutes
{
    /// <summary>Every page behind the sign-in: its address, and the permission that opens it.</summary>
    public static IReadOnlyList<(string Address, Permission? Permission)> SignedIn { get; } =
        [.. PageAccessTests.Routes.Where(one => !OpenPages.Anonymous.Contains(one.Route))
            .Select(one => (Fill(one.Route), PagePermissions.Of(one.Page))).OrderBy(one => one.Item1, StringComparer.Ordinal)];

    /// <summary>Every page before it.</summary>
    public static IReadOnlyList<string> Open { get; } =
        [.. PageAccessTests.Routes.Where(one => OpenPages.Anonymous.Contains(one.Route)).Select(one => PageAccessTests.Fill(one.Route)).Order(StringComparer.Ordinal)];

    /// <summary>The demo's account of a role.</summary>
    public static DemoAccount Account(Role role) => PageAccessTests.Accounts[role];

    /// <summary>A route's parameters filled with rows of General Hospital. A new parameter needs a line here: the test that visits every route says so.</summary>
    private static string Fill(string route) => string.Join('/', route.Split('/').Select((part, index) => !part.StartsWith('{') ? part : route.Split('/')[index - 1] switch
    {
        "patients" => DemoWorld.Id("patient", DemoAccounts.General, "Amina Bello").ToString(),
        "certificates" => DemoWorld.Id("certificate", "sick").ToString(),
        "notes" => DemoWorld.Id("note", "Amina Bello", "0").ToString(),
        "visits" => DemoWorld.Id("visit", DemoAccounts.General, "Amina Bello").ToString(),
        "staff" => DemoWorld.Id("staff", DemoAccounts.General, "dr.adebayo@chihealth.example").ToString(),
        "referrals" => DemoWorld.Id("referral", DemoReferrals.Amina).ToString(),
        "rooms" => DemoWorld.Id("room", DemoAccounts.General, "C-1").ToString(),
        "departments" => DemoWorld.Id("department", DemoAccounts.General, "General Medicine").ToString(),
        var what => throw new InvalidOperationException($"DemoRoutes does not know a row for {route}: add one for '{what}'."),
    }));
}
