using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace MediSecure.Tests.Support;

/// <summary>axe-core in a page. Only violations come back: the library's own runner sends every passed node of every rule through two pages, which took most of the time of a check.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private const string Run =
        """
        async ({ type, values }) => {
            if (document.querySelector('iframe')) throw new Error('A page with a frame: axe must be put into each frame first.');
            const found = await axe.run(document, { runOnly: { type, values }, resultTypes: ['violations'] });
            return found.violations.map(v => `${v.impact} ${v.id}, ${v.nodes.length} times: ${v.nodes[0].html.slice(0, 200)}`);
        }
        """;

    private static readonly object Wcag = new { type = "tag", values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa" } };
    private static readonly object Contrast = new { type = "rule", values = new[] { "color-contrast" } };

    /// <summary>What breaks WCAG 2.2 A or AA on what is shown, a line each.</summary>
    public static Task<IReadOnlyList<string>> AllAsync(IPage page) => RunAsync(page, Wcag);

    /// <summary>Contrast alone.</summary>
    public static Task<IReadOnlyList<string>> ContrastAsync(IPage page) => RunAsync(page, Contrast);

    private static async Task<IReadOnlyList<string>> RunAsync(IPage page, object what)
    {
        if (!await page.EvaluateAsync<bool>("() => typeof axe === 'object'"))
        {
            await page.EvaluateAsync(Script);
        }

        var lines = await page.EvaluateAsync<JsonElement>(Run, what);
        return [.. lines.EnumerateArray().Select(line => line.GetString()!)];
    }
}
