using System.Data.Common;
using MediSecure.Data.Access;
using MediSecure.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace MediSecure.Web.Ui;

public partial class CommandPalette : FeatureComponent
{
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(120);
    private readonly List<(string Name, IReadOnlyList<PaletteItem> Items)> _groups = [];
    private List<PaletteItem> _items = [];
    private string _text = "";
    private int _active;
    private int _asked;
    private bool _asking;

    [Parameter, EditorRequired] public EventCallback OnClose { get; set; }

    /// <summary>Typing <c>?</c> into the empty box shows all keys.</summary>
    [Parameter] public EventCallback OnKeys { get; set; }

    private string Placeholder => May(Permission.SearchPatients) ? "Name, birth date, record number, or a page" : "Name of a page";

    protected override Task OnInitializedAsync() => FindAsync();

    private async Task OnInputAsync(string? text)
    {
        _text = text ?? "";
        if (_text == "?")
        {
            await OnKeys.InvokeAsync();
            return;
        }

        var typed = _text;
        await Task.Delay(TypingPause, Time, Closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (typed == _text && !Closing.IsCancellationRequested)
        {
            await FindAsync();
        }
    }

    private async Task FindAsync()
    {
        if (Viewer is null)
        {
            return;
        }

        var mine = ++_asked;
        _asking = true;
        var groups = new List<(string, IReadOnlyList<PaletteItem>)>();
        foreach (var source in Sources.OrderBy(source => source.Order))
        {
            var items = await AskAsync(source);
            if (mine != _asked)
            {
                return;
            }

            if (items.Count > 0)
            {
                groups.Add((source.Group, items));
            }
        }

        _groups.Clear();
        _groups.AddRange(groups);
        _items = [.. groups.SelectMany(group => group.Item2)];
        _active = 0;
        _asking = false;
        StateHasChanged();
    }

    /// <summary>A source that may not or cannot answer leaves its group out; the others still work.</summary>
    private async Task<IReadOnlyList<PaletteItem>> AskAsync(IPaletteSource source)
    {
        try
        {
            return await source.FindAsync(_text.Trim(), Viewer!, Closing);
        }
        catch (Exception exception) when (exception is AccessDeniedException or DbException or OperationCanceledException || DatabaseAway.Concerns(exception))
        {
            return [];
        }
    }

    private async Task OnKeyAsync(KeyboardEventArgs e)
    {
        switch (e.Key)
        {
            case "ArrowDown":
                await MoveAsync(1);
                break;
            case "ArrowUp":
                await MoveAsync(-1);
                break;
            case "Enter" when _active < _items.Count && !_asking:
                Open(_items[_active]);
                break;
            case "Escape":
                await OnClose.InvokeAsync();
                break;
        }
    }

    private async Task MoveAsync(int step)
    {
        if (_items.Count == 0)
        {
            return;
        }

        _active = (_active + step + _items.Count) % _items.Count;
        await using var module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/frame.js");
        await module.InvokeVoidAsync("scrollToOption", OptionId(_active));
    }

    private void Open(PaletteItem item)
    {
        _ = OnClose.InvokeAsync();
        Navigation.NavigateTo(item.Href);
    }

    private static string OptionId(int index) => $"palette-option-{index}";

    /// <summary>The title in parts, those marked that were typed.</summary>
    private List<(string Text, bool Marked)> Parts(string title)
    {
        var words = _text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var parts = new List<(string, bool)>();
        var at = 0;
        while (at < title.Length)
        {
            var startsWord = at == 0 || !char.IsLetterOrDigit(title[at - 1]);
            if (startsWord && Array.Find(words, word => title.AsSpan(at).StartsWith(word, StringComparison.OrdinalIgnoreCase)) is { } hit)
            {
                parts.Add((title.Substring(at, hit.Length), true));
                at += hit.Length;
                continue;
            }

            var next = at + 1;
            while (next < title.Length && (char.IsLetterOrDigit(title[next - 1]) || !char.IsLetterOrDigit(title[next])))
            {
                next++;
            }

            parts.Add((title[at..next], false));
            at = next;
        }

        return parts;
    }
}
