using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Patients;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace MediSecure.Web.Features.ActivityLog;

public partial class ActivityLogPage : FeatureComponent
{
    private LoadState<ActivityPage> _page = LoadState<ActivityPage>.Loading;
    private IReadOnlyList<ActivityActor> _actors = [];
    private IReadOnlyList<Guid?> _actorIds = [];
    private ActivityFilter _filter = new();
    private Choice _form = new(() => { });
    private PatientRow? _patient;
    private bool _loaded;
    private bool _more;

    [Inject] private ActivityLogService Log { get; set; } = default!;

    [Inject] private PatientService Patients { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "person")] public string? PersonText { get; set; }

    [SupplyParameterFromQuery(Name = "patient")] public string? PatientText { get; set; }

    [SupplyParameterFromQuery(Name = "operation")] public string? OperationText { get; set; }

    [SupplyParameterFromQuery(Name = "outcome")] public string? OutcomeText { get; set; }

    [SupplyParameterFromQuery(Name = "from")] public string? FromText { get; set; }

    [SupplyParameterFromQuery(Name = "until")] public string? UntilText { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var filter = ActivityLogAddress.Read(PersonText, PatientText, OperationText, OutcomeText, FromText, UntilText);
        if (_loaded && filter == _filter)
        {
            return;
        }

        (_loaded, _filter) = (true, filter);
        _form = Choice.Of(filter, Apply);
        await LoadFirstAsync();
        await LoadChoicesAsync();
    }

    private async Task LoadFirstAsync() => _page = await LoadAsync(_page, ct => Log.ListAsync(_filter, null, ct), page => page.Rows.Count == 0);

    private async Task LoadOlderAsync()
    {
        if (_page.Value is not { Next: { } next } shown)
        {
            return;
        }

        _more = true;
        StateHasChanged();
        _page = await LoadAsync(_page, async ct => await Log.ListAsync(_filter, next, ct) is { Failed: false } older
            ? new ActivityPage([.. shown.Rows, .. older.Value.Rows], older.Value.Next)
            : shown);
        _more = false;
        Announcer.Say($"{_page.Value?.Rows.Count} events shown");
    }

    private async Task LoadChoicesAsync()
    {
        if (_actors.Count == 0)
        {
            _actors = (await LoadAsync(LoadState<IReadOnlyList<ActivityActor>>.Loading, Log.ActorsAsync)).Value ?? [];
        }

        // Somebody outside the staff, e.g. a patient, may stand in the address.
        _actorIds = [.. _actors.Select(a => (Guid?)a.UserId), .. _filter.ActorUserId is { } other && _actors.All(a => a.UserId != other) ? new Guid?[] { other } : []];
        if (_filter.PatientId != _patient?.Id)
        {
            _patient = _filter.PatientId is { } id ? (await LoadAsync(LoadState<PatientRow>.Loading, ct => Patients.GetAsync(id, ct))).Value : null;
        }
    }

    private string ActorName(Guid? id) => _actors.FirstOrDefault(a => a.UserId == id)?.Name ?? _page.Value?.Rows.FirstOrDefault(row => row.ActorUserId == id)?.Actor ?? "Somebody else";

    private void PatientChosen(PatientRow? patient)
    {
        _patient = patient;
        Apply();
    }

    private void Apply() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(ActivityLogAddress.Path,
        ActivityLogAddress.Write(new ActivityFilter(_form.ActorUserId, _patient?.Id, _form.Operation?.Code, _form.Outcome, _form.From, _form.Until))));

    /// <summary>The fields of the filter; each change is applied at once.</summary>
    private sealed class Choice(Action changed)
    {
        private ActivityFilter _set = new();

        public Guid? ActorUserId { get => _set.ActorUserId; set => Set(_set with { ActorUserId = value }); }

        public OperationChoice? Operation { get => _set.EventCode is { } code ? new OperationChoice(code) : null; set => Set(_set with { EventCode = value?.Code }); }

        public AuditOutcome? Outcome { get => _set.Outcome; set => Set(_set with { Outcome = value }); }

        public DateOnly? From { get => _set.From; set => Set(_set with { From = value }); }

        public DateOnly? Until { get => _set.Until; set => Set(_set with { Until = value }); }

        public static Choice Of(ActivityFilter filter, Action changed) => new(changed) { _set = filter };

        private void Set(ActivityFilter next)
        {
            if (next != _set)
            {
                _set = next;
                changed();
            }
        }
    }
}
