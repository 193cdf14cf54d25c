using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace MediSecure.Tests.Support;

/// <summary>What axe finds on a page as it stands.</summary>
internal static class Axe
{
    /// <summary>No serious and no critical finding. Moderate ones are listed by eng/a11y.sh.</summary>
    public static async Task AssertCleanAsync(IPage page, string what)
    {
        var findings = await SeriousAsync(page);
        Assert.True(findings.Count == 0, $"{what}:\n{string.Join('\n', findings)}");
    }

    /// <summary>Each serious or critical finding as a line: rule, element, help.</summary>
    public static async Task<IReadOnlyList<string>> SeriousAsync(IPage page) => [.. (await page.RunAxe()).Violations
        .Where(violation => violation.Impact is "serious" or "critical")
        .SelectMany(violation => violation.Nodes.Select(node => $"{violation.Impact} {violation.Id}: {Where(node)}: {violation.Help}"))];

    private static string Where(AxeResultNode node) => $"{node.Target} {node.Html[..Math.Min(node.Html.Length, 160)]}";
}
