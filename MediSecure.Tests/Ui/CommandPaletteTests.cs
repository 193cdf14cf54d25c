using Bunit;
using MediSecure.Web;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Ui;

public sealed class CommandPaletteTests : KitTest
{
    private readonly People _people = new();
    private int _closed;

    public CommandPaletteTests()
    {
        Services.AddSingleton<IPaletteSource>(_people);
        Services.AddSingleton<IPaletteSource>(new Places());
    }

    private IRenderedComponent<CommandPalette> Open() => Show<CommandPalette>(p => p.Add(c => c.OnClose, () => _closed++));

    private void Type(IRenderedComponent<CommandPalette> palette, string text)
    {
        palette.Find("input").Input(text);
        Time.Advance(TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public void It_is_a_combobox_over_a_listbox_with_one_active_option()
    {
        var palette = Open();
        var input = palette.Find("input[role=combobox]");
        Assert.Equal("palette-list", input.GetAttribute("aria-controls"));
        Assert.Equal(palette.Find("[role=option][aria-selected=true]").Id, input.GetAttribute("aria-activedescendant"));
        Assert.NotNull(palette.Find("[role=dialog][aria-labelledby]"));
    }

    [Fact]
    public void Arrows_move_round_and_enter_opens()
    {
        var palette = Open();
        Type(palette, "eze");
        palette.WaitForAssertion(() => Assert.Equal("2 results", palette.Find("[role=status]").TextContent)); // the answer is there, not only what it shows
        palette.Find("input").KeyDown("ArrowUp");
        Assert.Equal("palette-option-1", palette.Find("[aria-selected=true]").Id);
        palette.Find("input").KeyDown("ArrowDown");
        Assert.Equal("palette-option-0", palette.Find("[aria-selected=true]").Id);
        palette.Find("input").KeyDown("Enter");
        Assert.EndsWith("/patients/1", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal(1, _closed);
    }

    [Fact]
    public void Patients_stand_before_pages_and_show_two_identifiers()
    {
        var palette = Open();
        Type(palette, "eze");
        palette.WaitForAssertion(() => Assert.Contains("CH-103882", palette.Find("[role=option]").TextContent, StringComparison.Ordinal));
        Assert.Equal("Eze", palette.Find("mark").TextContent);
    }

    [Fact]
    public void Nothing_found_says_so()
    {
        var palette = Open();
        Type(palette, "qqq");
        palette.WaitForAssertion(() => Assert.Contains("Nothing matches \"qqq\"", palette.Markup, StringComparison.Ordinal));
        Assert.Equal("false", palette.Find("input").GetAttribute("aria-expanded"));
    }

    [Fact]
    public void A_source_that_is_away_leaves_the_others()
    {
        _people.Away = true;
        var palette = Open();
        palette.WaitForAssertion(() => Assert.Single(palette.FindAll("[role=option]")));
    }

    [Fact]
    public void Escape_closes()
    {
        Open().Find("input").KeyDown("Escape");
        Assert.Equal(1, _closed);
    }

    private sealed class People : IPaletteSource
    {
        public bool Away { get; set; }

        public string Group => "Patients";

        public int Order => 10;

        public Task<IReadOnlyList<PaletteItem>> FindAsync(string text, Viewer viewer, CancellationToken ct) => Away
            ? throw new TimeoutException()
            : Task.FromResult<IReadOnlyList<PaletteItem>>(text == "eze"
                ? [new("Chinedu Eze", "<path/>", "/patients/1", "M 58 y · 03 Aug 1968 · CH-103882"), new("Chioma Ezekwesili", "<path/>", "/patients/2", "F 41 y · 17 Jun 1985 · CH-102119")]
                : []);
    }

    private sealed class Places : IPaletteSource
    {
        public string Group => "Pages";

        public int Order => 100;

        public Task<IReadOnlyList<PaletteItem>> FindAsync(string text, Viewer viewer, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<PaletteItem>>(text.Length == 0 ? [new("Dashboard", "<path/>", "/")] : []);
    }
}
