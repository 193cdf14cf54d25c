using System.Globalization;
using MediSecure.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace MediSecure.Web.Ui;

/// <summary>A list's page, order and search in the address, so that links, back and reload work. Never patient data: searches for people set <c>SearchInUrl="false"</c>.</summary>
internal static class GridUrl
{
    public static PageRequest Read(string uri, string? name, int size, string? sort, bool descending)
    {
        var query = QueryHelpers.ParseQuery(new Uri(uri).Query);
        string? Get(string key) => query.TryGetValue(Key(name, key), out var value) && value.Count > 0 ? value[0] : null;
        var page = int.TryParse(Get("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : 0;
        return new PageRequest(page, size, Get("sort") ?? sort, Get("sort") is null ? descending : Get("desc") == "1", Get("q"));
    }

    public static string Write(NavigationManager navigation, string? name, PageRequest request, PageRequest usual, bool searchInUrl)
    {
        var sorted = request.Sort != usual.Sort || request.Descending != usual.Descending;
        return navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
        {
            [Key(name, "page")] = request.Page == 0 ? null : request.Page + 1,
            [Key(name, "sort")] = sorted ? request.Sort : null,
            [Key(name, "desc")] = sorted && request.Descending ? "1" : null,
            [Key(name, "q")] = searchInUrl && !string.IsNullOrWhiteSpace(request.Search) ? request.Search : null,
        });
    }

    private static string Key(string? name, string key) => name is null ? key : $"{name}-{key}";
}
