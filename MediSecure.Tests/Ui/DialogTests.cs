using AngleSharp.Dom;
using Bunit;
using MediSecure.Web.Ui;

namespace MediSecure.Tests.Ui;

/// <summary>What every dialog does: says whose chart it is about, and loses nothing that was typed without asking. Shown by the smallest dialog with a form.</summary>
public sealed class DialogTests : KitTest
{
    private static readonly ChartIdentity Ada = new("Ada Obi", new DateOnly(1968, 8, 3), "CH-000123");
    private bool _closed;

    private IRenderedComponent<ReasonDialog> Open(ChartIdentity? whose = null, string? subtitle = null) => Show<ReasonDialog>(p =>
    {
        p.Add(one => one.Title, "Strike through").Add(one => one.ConfirmText, "Strike").Add(one => one.Subtitle, subtitle).Add(one => one.OnCancel, () => _closed = true);
        if (whose is not null)
        {
            p.AddCascadingValue(whose);
        }
    });

    [Theory]
    [InlineData(false, null, "")]
    [InlineData(false, "Bed 301-A", "Bed 301-A")]
    [InlineData(true, null, "Ada Obi · 03 Aug 1968 · CH-000123")]
    [InlineData(true, "Bed 301-A", "Ada Obi · 03 Aug 1968 · CH-000123 Bed 301-A")]
    public void In_a_chart_it_says_whose_it_is_and_tells_a_screen_reader_too(bool inChart, string? subtitle, string said)
    {
        var dialog = Open(inChart ? Ada : null, subtitle);
        Assert.Equal(said, string.Join(' ', dialog.FindAll(".dialog-head p").Select(p => p.TextContent)));
        var described = dialog.Find("[role=alertdialog]").GetAttribute("aria-describedby")?.Split(' ') ?? [];
        Assert.Equal(said, string.Join(' ', described.Select(id => dialog.Find($"#{id}").TextContent)));
    }

    [Theory]
    [InlineData("Escape")]
    [InlineData("Close")]
    [InlineData("Cancel")]
    public async Task What_was_typed_is_lost_only_by_who_says_so(string way)
    {
        var dialog = Open();
        dialog.Find("#field-reason").Change("Wrong patient");
        await LeaveAsync(dialog, way);
        Assert.False(_closed);
        Press(dialog, "Keep editing");
        Assert.Equal("Wrong patient", Assert.Single(dialog.FindAll("#field-reason")).GetAttribute("value"));
        Assert.DoesNotContain("Leave without saving?", dialog.Markup, StringComparison.Ordinal);

        await LeaveAsync(dialog, way);
        Press(dialog, "Discard what was typed");
        Assert.True(_closed);
    }

    [Theory]
    [InlineData("Escape")]
    [InlineData("Close")]
    [InlineData("Cancel")]
    public async Task Nothing_typed_is_nothing_asked(string way)
    {
        await LeaveAsync(Open(), way);
        Assert.True(_closed);
    }

    private static async Task LeaveAsync(IRenderedComponent<ReasonDialog> dialog, string way)
    {
        if (way == "Escape")
        {
            await dialog.InvokeAsync(() => dialog.FindComponents<Dialog>()[0].Instance.Escape());
        }
        else
        {
            Press(dialog, way);
        }
    }

    private static void Press(IRenderedComponent<ReasonDialog> dialog, string name) =>
        Assert.Single(dialog.FindAll("button"), b => (b.GetAttribute("aria-label") ?? b.TextContent.Trim()) == name).Click();
}
