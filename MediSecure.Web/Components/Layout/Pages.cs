using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace MediSecure.Web.Components.Layout;

/// <summary>The addresses that have a page, and the shape of each, read from the components once.</summary>
public static class Pages
{
    private static readonly Dictionary<string, Type> ByPath = typeof(Pages).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>(false).Select(route => (route.Template, type)))
        .GroupBy(page => page.Template, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First().type, StringComparer.OrdinalIgnoreCase);

    public static bool Exist(string path) => ByPath.ContainsKey(path);

    /// <summary>The component at an address without parameters; null when there is none.</summary>
    public static Type? At(string path) => ByPath.GetValueOrDefault(path);
}
