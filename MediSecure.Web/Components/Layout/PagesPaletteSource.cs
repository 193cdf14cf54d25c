using MediSecure.Web.Ui;

namespace MediSecure.Web.Components.Layout;

/// <summary>The pages the viewer may open, found by any word of theirs.</summary>
public sealed class PagesPaletteSource : IPaletteSource
{
    public string Group => "Pages";

    public int Order => 100;

    public Task<IReadOnlyList<PaletteItem>> FindAsync(string text, Viewer viewer, CancellationToken ct)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        IReadOnlyList<PaletteItem> found =
        [
            .. NavigationItems.For(viewer)
                .Where(item => words.All(word => $"{item.LabelFor(viewer)} {item.Label} {item.Words}".Split(' ').Any(part => part.StartsWith(word, StringComparison.OrdinalIgnoreCase))))
                .Take(words.Length == 0 ? 20 : 8)
                .Select(item => new PaletteItem(item.LabelFor(viewer), item.Icon, item.Href)),
        ];
        return Task.FromResult(found);
    }
}
