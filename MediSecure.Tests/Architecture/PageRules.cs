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

    /// <summary>D13: a dialog says whose chart it is about, by a cascaded identity. Whatever is given a <c>PatientId</c> and opens a dialog stands inside something that was given one too, up to a page, a list or
    /// a widget, which cascades the identity.</summary>
    /// <param name="code">Whose components are judged.</param>
    /// <param name="components">All components of the assembly that are judged.</param>
    /// <param name="dialog">Full name of the dialog.</param>
    /// <param name="identity">Full name of what is cascaded.</param>
    /// <summary>D15: values of the address are supplied to pages. A part that appears while the address changes, such as a tab, would join those who listen while they are told, and the circuit ends.</summary>
    public static IEnumerable<string> PartsAskTheAddressThemselves(IEnumerable<Type> components, params string[] allowed) => components
        .Where(type => !type.IsDefined(typeof(RouteAttribute), false) && !allowed.Contains(type.Name) && type.GetProperties().Any(property => property.IsDefined(typeof(SupplyParameterFromQueryAttribute), true)))
        .Select(type => $"D15: {type.FullName} is no page and takes values of the address");

    public static IEnumerable<string> DialogsSayWhose(Code code, IReadOnlyCollection<Type> components, string dialog, string identity)
    {
        var names = components.Where(type => type.FullName is not null).ToDictionary(type => type.FullName!);
        var uses = code.Uses.Where(use => names.ContainsKey(use.Type)).ToLookup(use => use.Type, use => use.Target);
        var about = names.Where(type => !type.Value.IsDefined(typeof(RouteAttribute), false) && type.Value.GetProperty("PatientId") is { } of && of.PropertyType == typeof(Guid) && of.IsDefined(typeof(ParameterAttribute), true)).Select(type => type.Key).ToHashSet();
        // Drawn, not merely known: a field knows the dialog that it stands in.
        var opens = code.Uses.Where(use => names.ContainsKey(use.Type) && use.Target == dialog && use.Method.Contains("BuildRenderTree", StringComparison.Ordinal)).Select(use => use.Type).ToHashSet();
        while (names.Keys.Where(type => !opens.Contains(type) && uses[type].Any(opens.Contains)).ToList() is { Count: > 0 } found)
        {
            opens.UnionWith(found);
        }

        // What cascades the identity itself needs none from above.
        string? Asks(string type) => about.Contains(type) || uses[type].Contains(identity) ? null : uses[type].FirstOrDefault(used => about.Contains(used) && opens.Contains(used) && !uses[used].Contains(identity));
        return names.Keys.Order().Where(type => Asks(type) is not null).Select(type => $"D13: {type} opens a dialog about a patient and does not cascade whose chart it is");
    }
}
