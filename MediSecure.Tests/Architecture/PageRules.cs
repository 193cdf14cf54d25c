using System.Reflection;
using MediSecure.Data.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace MediSecure.Tests.Architecture;

/// <summary>D9: a page says which permission opens it, or stands on a list.</summary>
internal static class PageRules
{
    public static IEnumerable<Type> Pages(Assembly assembly, string root) => assembly.GetTypes()
        .Where(type => type.IsDefined(typeof(RouteAttribute), false) && type.Namespace is { } place
            && (place == root || place.StartsWith(root + ".", StringComparison.Ordinal)));

    public static IEnumerable<string> Routes(Type page) => page.GetCustomAttributes<RouteAttribute>(false).Select(route => route.Template);

    /// <summary>Every policy a page asks for, inherited ones and those of _Imports included.</summary>
    public static IEnumerable<string?> Policies(Type page) => page.GetCustomAttributes<AuthorizeAttribute>(true).Select(attribute => attribute.Policy);

    /// <param name="pages">The pages to judge.</param>
    /// <param name="anonymous">Routes that open to everybody.</param>
    /// <param name="signedIn">Routes that every signed-in person has.</param>
    public static IEnumerable<string> PagesNamePermissions(IEnumerable<Type> pages, IReadOnlySet<string> anonymous, IReadOnlySet<string> signedIn)
    {
        foreach (var page in pages)
        {
            var policies = Policies(page).ToList();
            var named = policies.OfType<string>().ToList();
            foreach (var policy in named.Where(policy => !Enum.TryParse<Permission>(policy, out _)))
            {
                yield return $"D9: {page.FullName} asks for '{policy}', which is no permission";
            }
            if (named.Count > 0)
            {
                continue;
            }
            var open = page.IsDefined(typeof(AllowAnonymousAttribute), true) || policies.Count == 0;
            foreach (var route in Routes(page).Where(route => !(open ? anonymous : signedIn).Contains(route)))
            {
                yield return open
                    ? $"D9: {page.FullName} is open to everybody at {route} and not on the list of anonymous pages"
                    : $"D9: {page.FullName} at {route} asks for no permission";
            }
        }
    }
}
