using System.Reflection;
using System.Text.RegularExpressions;

namespace MediSecure.Tests.Architecture;

/// <summary>One word per concept, one shape per kind of thing.</summary>
internal static partial class NamingRules
{
    private static readonly string[] Vague = ["Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Manager", "Managers", "AddEdit"];

    /// <summary>A name that says nothing about what the type does.</summary>
    public static IEnumerable<string> NoVagueNames(IEnumerable<Type> types) => types
        .Where(type => Vague.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal)) || type.Name.StartsWith("AddEdit", StringComparison.Ordinal))
        .Select(type => $"N1: {type.FullName} says nothing; name what it does");

    /// <summary>Instants end in At, days in On (a birth date is called a birth date); nothing is a local time.</summary>
    public static IEnumerable<string> TimesAreNamed(IEnumerable<Type> entities)
    {
        foreach (var property in entities.SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)))
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var good = type == typeof(DateTime) ? property.Name.EndsWith("At", StringComparison.Ordinal) || property.Name.EndsWith("Until", StringComparison.Ordinal)
                : type == typeof(DateOnly) ? property.Name.EndsWith("On", StringComparison.Ordinal) || property.Name.EndsWith("Until", StringComparison.Ordinal) || property.Name == "BirthDate"
                : type != typeof(DateTimeOffset);
            if (!good)
            {
                yield return $"N2: {property.DeclaringType!.FullName}.{property.Name} is a {type.Name}: instants (UTC DateTime) end in At, days (DateOnly) in On";
            }
        }
    }

    /// <summary>A page is called Page, a dialog Dialog, and stands in the feature whose name it carries.</summary>
    public static IEnumerable<string> RoutedComponentsArePages(IEnumerable<Type> pages) => pages
        .Where(type => !type.Name.EndsWith("Page", StringComparison.Ordinal))
        .Select(type => $"N3: {type.FullName} has a route and is not called Page");

    /// <summary>Plural kebab: /lab-tests/{id}.</summary>
    public static IEnumerable<string> RoutesAreKebab(IEnumerable<string> routes) => routes
        .Where(route => !Kebab().IsMatch(route))
        .Select(route => $"N4: the route {route} is not lower-case kebab");

    /// <summary>What can be awaited says so.</summary>
    public static IEnumerable<string> AsyncMethodsSayAsync(IEnumerable<MethodInfo> methods) => methods
        .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType) && !method.Name.EndsWith("Async", StringComparison.Ordinal))
        .Select(method => $"N5: {method.DeclaringType!.FullName}.{method.Name} returns a task and does not end in Async");

    /// <summary>A form is called VerbXForm and begins with a capital verb, never "AddEdit".</summary>
    public static IEnumerable<string> FormsStandInForms(IEnumerable<Type> types) => types
        .Where(type => type.Name.EndsWith("Form", StringComparison.Ordinal) && !FormName().IsMatch(type.Name))
        .Select(type => $"N6: {type.FullName} is not called VerbXForm");

    /// <summary>A test's name is a sentence.</summary>
    public static IEnumerable<string> TestNamesAreSentences(IEnumerable<MethodInfo> tests) => tests
        .Where(test => !Sentence().IsMatch(test.Name))
        .Select(test => $"N7: {test.DeclaringType!.FullName}.{test.Name} is not a sentence like Assign_refuses_a_bed_that_is_occupied");

    [GeneratedRegex(@"^/$|^(/([a-z0-9]+(-[a-z0-9]+)*|\{[A-Za-z*]+(:[a-z]+)?\??\}))+$")]
    private static partial Regex Kebab();

    [GeneratedRegex(@"^([A-Z][a-z]+){2,}Form$")]
    private static partial Regex FormName();

    [GeneratedRegex(@"^[A-Z0-9][A-Za-z0-9]*(_[A-Za-z0-9]+)+$")]
    private static partial Regex Sentence();
}
