using System.Globalization;
using MediSecure.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace MediSecure.Web.Ui;

public partial class ServerGrid<TRow> : FeatureComponent
{
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(250);
    private LoadState<Paged<TRow>> _state = LoadState<Paged<TRow>>.Loading;
    private PageRequest _request = new();
    private string? _search;
    private int _asked;
    private bool _refreshing;

    /// <summary>Accessible name of the table.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>Lower case plural for sentences: <c>patients</c>.</summary>
    [Parameter, EditorRequired] public string What { get; set; } = "";

    /// <summary>The service's list method.</summary>
    [Parameter, EditorRequired] public Func<PageRequest, CancellationToken, Task<Result<Paged<TRow>>>> Load { get; set; } = default!;

    [Parameter, EditorRequired] public Func<TRow, object> Key { get; set; } = default!;

    [Parameter, EditorRequired] public RenderFragment? Columns { get; set; }

    [Parameter] public Func<TRow, string?>? RowClass { get; set; }

    [Parameter] public RenderFragment? Empty { get; set; }

    /// <summary>Filters and actions beside the search box.</summary>
    [Parameter] public RenderFragment? Tools { get; set; }

    /// <summary>Shows a search box with this accessible name.</summary>
    [Parameter] public string? SearchLabel { get; set; }

    /// <summary>False where the search is for people: names and birth dates never stand in an address.</summary>
    [Parameter] public bool SearchInUrl { get; set; } = true;

    [Parameter] public int Size { get; set; } = 25;

    [Parameter] public string? DefaultSort { get; set; }

    [Parameter] public bool DefaultDescending { get; set; }

    /// <summary>Prefix of the address parameters when a page has two lists.</summary>
    [Parameter] public string? Name { get; set; }

    /// <summary>Entity types whose changes refresh the list, e.g. <c>["Patient"]</c>.</summary>
    [Parameter] public string[] LiveOn { get; set; } = [];

    [Inject] private TimeProvider Time { get; set; } = default!;

    private PageRequest Usual => new(0, Size, DefaultSort, DefaultDescending);

    protected override async Task OnInitializedAsync()
    {
        _request = GridUrl.Read(Navigation.Uri, Name, Size, DefaultSort, DefaultDescending);
        _search = _request.Search;
        Navigation.LocationChanged += OnLocationChanged;
        if (LiveOn.Length > 0)
        {
            Live(_ => ReloadAsync(), LiveOn);
        }

        await ReloadAsync();
    }

    /// <summary>Asks the service again for the page that is shown.</summary>
    public async Task ReloadAsync()
    {
        var mine = ++_asked;
        _refreshing = true;
        StateHasChanged();
        var request = _request;
        var next = await LoadAsync(_state, ct => Load(request, ct), page => page.Rows.Count == 0 && page.Request.Page == 0);
        if (mine != _asked)
        {
            return;
        }

        _state = next;
        _refreshing = false;
        StateHasChanged();
    }

    private async Task OnSearchAsync(string? typed)
    {
        _search = typed;
        var text = _search;
        await Task.Delay(TypingPause, Time, Closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (text != _search || Closing.IsCancellationRequested)
        {
            return;
        }

        await ChangeAsync(_request with { Page = 0, Search = string.IsNullOrWhiteSpace(text) ? null : text.Trim() }, replace: true);
        if (_state is { Phase: LoadPhase.Ready, Value: { } page })
        {
            Announcer.Say(Range(page));
        }
        else if (_state.Phase is LoadPhase.Empty)
        {
            Announcer.Say($"No {What} match");
        }
    }

    private Task SortAsync(string key) =>
        ChangeAsync(_request with { Page = 0, Sort = key, Descending = _request.Sort == key && !_request.Descending });

    private Task GoAsync(int step)
    {
        var page = _request.Page + step;
        return page < 0 || (step > 0 && _state.Value is { } shown && !HasNext(shown)) ? Task.CompletedTask : ChangeAsync(_request with { Page = page });
    }

    private async Task ChangeAsync(PageRequest request, bool replace = false)
    {
        _request = request;
        Navigation.NavigateTo(GridUrl.Write(Navigation, Name, request, Usual, SearchInUrl), replace: replace);
        await ReloadAsync();
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        var wanted = GridUrl.Read(e.Location, Name, Size, DefaultSort, DefaultDescending);
        if (!SearchInUrl)
        {
            wanted = wanted with { Search = _request.Search };
        }

        if (wanted == _request)
        {
            return;
        }

        _request = wanted;
        _search = wanted.Search;
        _ = InvokeAsync(ReloadAsync);
    }

    private static bool HasNext(Paged<TRow> page) => page.More ? page.Rows.Count == page.Request.Size : page.Request.Skip + page.Rows.Count < page.Total;

    private static string Range(Paged<TRow> page)
    {
        var total = page.More ? "more than 1,000" : page.Total.ToString("N0", CultureInfo.InvariantCulture);
        return page.Rows.Count == 0
            ? $"0 of {total}"
            : string.Create(CultureInfo.InvariantCulture, $"{page.Request.Skip + 1} to {page.Request.Skip + page.Rows.Count} of {total}");
    }

    protected override ValueTask DisposeAsyncCore()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        return base.DisposeAsyncCore();
    }
}
