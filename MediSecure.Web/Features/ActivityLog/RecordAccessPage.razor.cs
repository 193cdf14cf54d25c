using System.Globalization;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace MediSecure.Web.Features.ActivityLog;

public partial class RecordAccessPage : FeatureComponent
{
    private LoadState<RecordAccessList> _page = LoadState<RecordAccessList>.Loading;
    private IReadOnlyList<ActivityActor> _actors = [];
    private IReadOnlyList<Guid?> _people = [];
    private Choice _form = new(() => { });
    private RecordAccessFilter? _filter;
    private bool _more;

    [Inject] private ActivityLogService Log { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "own")] public bool ByYou { get; set; }

    [SupplyParameterFromQuery(Name = "person")] public string? PersonText { get; set; }

    [SupplyParameterFromQuery(Name = "from")] public string? FromText { get; set; }

    [SupplyParameterFromQuery(Name = "until")] public string? UntilText { get; set; }

    private bool IsFiltered => _filter is { } set && set != new RecordAccessFilter(set.Own);

    protected override async Task OnParametersSetAsync()
    {
        var filter = new RecordAccessFilter(ByYou, !ByYou && Guid.TryParse(PersonText, out var person) ? person : null, Day(FromText), Day(UntilText));
        if (filter == _filter)
        {
            return;
        }

        _filter = filter;
        _form = new Choice(Apply, filter);
        await LoadFirstAsync();
        if (_actors.Count == 0)
        {
            _actors = (await LoadAsync(LoadState<IReadOnlyList<ActivityActor>>.Loading, Log.RecordAccessPeopleAsync)).Value ?? [];
            _people = [.. _actors.Select(one => (Guid?)one.UserId)];
        }
    }

    private async Task LoadFirstAsync() => _page = await LoadAsync(_page, ct => Log.RecordAccessAsync(_filter!, null, ct), page => page.Rows.Count == 0);

    private async Task LoadOlderAsync()
    {
        if (_page.Value is not { Next: { } next } shown)
        {
            return;
        }

        _more = true;
        StateHasChanged();
        _page = await LoadAsync(_page, async ct => await Log.RecordAccessAsync(_filter!, next, ct) is { Failed: false } older
            ? new RecordAccessList([.. shown.Rows, .. older.Value.Rows], older.Value.Next)
            : shown);
        _more = false;
        Announcer.Say($"{_page.Value?.Rows.Count} shown");
    }

    private string Name(Guid? id) => _actors.FirstOrDefault(one => one.UserId == id)?.Name ?? "";

    private void Apply() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(RecordAccessLooks.Path, new Dictionary<string, object?>
    {
        ["own"] = ByYou ? true : null, ["person"] = _form.ActorUserId, ["from"] = Text(_form.From), ["until"] = Text(_form.Until),
    }));

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The fields of the filter; each change is applied at once.</summary>
    private sealed class Choice(Action changed, RecordAccessFilter? set = null)
    {
        private RecordAccessFilter _set = set ?? new RecordAccessFilter();

        public Guid? ActorUserId { get => _set.ActorUserId; set => Set(_set with { ActorUserId = value }); }

        public DateOnly? From { get => _set.From; set => Set(_set with { From = value }); }

        public DateOnly? Until { get => _set.Until; set => Set(_set with { Until = value }); }

        private void Set(RecordAccessFilter next)
        {
            if (next != _set)
            {
                _set = next;
                changed();
            }
        }
    }
}
