using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Rooms;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.Vitals;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MediSecure.Web.Features.Beds;

/// <summary>The bed board: shows the shared snapshot, points out what others change, and turns presses and keys into operations.</summary>
public partial class BedBoardPage : FeatureComponent
{
    private static readonly TimeSpan Marked = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(30);
    private HashSet<BedBoardState> _states = [];
    private readonly HashSet<Guid> _changed = [];
    private readonly HashSet<Guid> _own = [];
    private LoadState<BedBoard> _state = LoadState<BedBoard>.Loading;
    private BedSelection _selection = default!;
    private ElementReference _root;
    private IJSObjectReference? _module;
    private DotNetObjectReference<BedBoardPage>? _self;
    private (BedAction Action, BedRow? Bed)? _action;
    private Guid? _selected;
    private bool _keys;
    private bool _attached;

    [CascadingParameter] public OrganizationClock Clock { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "state")] public string? StatesText { get; set; }

    [SupplyParameterFromQuery(Name = "ward")] public string? WardText { get; set; }

    [SupplyParameterFromQuery(Name = "view")] public string? ViewText { get; set; }

    private Guid? WardAsked => Guid.TryParse(WardText, out var ward) ? ward : null;

    private bool InList => ViewText == "list";

    private BedWords Words => new(Clock, Time.GetUtcNow().UtcDateTime);

    private BedRow? Selected => _state.Value?.Beds.FirstOrDefault(bed => bed.Id == _selected);

    private string? Subtitle => _state is { Phase: LoadPhase.Ready, Value: { } board }
        ? $"{Viewer?.OrganizationName} · {board.Taken} of {board.Beds.Count} taken, {board.Count(BedBoardState.Free)} free"
        : Viewer?.OrganizationName;

    protected override async Task OnInitializedAsync()
    {
        _selection = new BedSelection(SelectAsync);
        Live(_ => ReloadAsync(), nameof(Bed), nameof(BedStay), nameof(CleaningTask), nameof(Encounter), nameof(Patient), nameof(Room), nameof(Ward), nameof(VitalStanding));
        await ReloadAsync();
        Tick(Time, Minute, ReloadAsync); // waiting times grow while nobody does anything, and a reservation lapses
    }

    protected override void OnParametersSet() => _states = BedBoardAddress.States(StatesText);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_state.Phase != LoadPhase.Ready || _attached)
        {
            return;
        }

        _attached = true;
        _module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/beds.js");
        _self = DotNetObjectReference.Create(this);
        await _module.InvokeVoidAsync("attach", _root, _self);
    }

    /// <summary>A letter pressed on a bed, or beside the board for the chosen one.</summary>
    [JSInvokable]
    public Task KeyAsync(string key, string? bedId) => InvokeAsync(async () =>
    {
        if (key == "?")
        {
            _keys = true;
        }
        else if (key == "Escape")
        {
            ClosePanel();
        }
        else if (_state.Value?.Beds.FirstOrDefault(bed => Guid.TryParse(bedId, out var id) ? bed.Id == id : bed.Id == _selected) is { } bed)
        {
            await KeyAsync(key.ToUpperInvariant(), bed);
        }

        StateHasChanged();
    });

    private async Task KeyAsync(string key, BedRow bed)
    {
        if (Commands(bed).FirstOrDefault(command => command.Key == key) is { } command)
        {
            await ActAsync(command, bed);
        }
        else if (BedCommand.Keys.FirstOrDefault(known => known.Key == key).What is { } what)
        {
            Announcer.Say($"Not possible for bed {bed.Label}, {bed.Word}: {what}.");
        }
    }

    private IReadOnlyList<BedCommand> Commands(BedRow bed) => BedCommand.For(bed, May);

    private async Task ReloadAsync()
    {
        var before = _state.Value;
        _state = await LoadAsync(_state, Beds.BoardAsync, board => board.Beds.Count == 0);
        if (before is null || _state.Value is not { } after || ReferenceEquals(before, after))
        {
            return;
        }

        var known = before.Beds.ToDictionary(bed => bed.Id);
        var others = after.Beds.Where(bed => known.TryGetValue(bed.Id, out var old) && old != bed && !_own.Contains(bed.Id)).ToList();
        if (others.Count > 0)
        {
            Announcer.Say(others.Count <= 3 ? string.Join(" ", others.Select(bed => BedWords.Name(bed) + ".")) : $"{others.Count} beds have changed.");
            _ = PointOutAsync([.. others.Select(bed => bed.Id)]);
        }
    }

    /// <summary>Marks beds for two seconds, in real time.</summary>
    private async Task PointOutAsync(List<Guid> beds)
    {
        _changed.UnionWith(beds);
        StateHasChanged();
        await Task.Delay(Marked, Closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!Closing.IsCancellationRequested)
        {
            _changed.ExceptWith(beds);
            StateHasChanged();
        }
    }

    private Task SelectAsync(Guid id)
    {
        _selected = id;
        Problem = null;
        StateHasChanged();
        return Task.CompletedTask;
    }

    private void ClosePanel()
    {
        _selected = null;
        Problem = null;
    }

    private void AdmitAnywhere() => Open(BedAction.Admit, null);

    private void Open(BedAction action, BedRow? bed)
    {
        Problem = null;
        _action = (action, bed);
    }

    private void CloseDialog()
    {
        _action = null;
        Problem = null;
    }

    private async Task ActAsync(BedCommand command, BedRow bed)
    {
        switch (command.Action)
        {
            case BedAction.Chart:
                Navigation.NavigateTo($"/patients/{bed.PatientId}");
                break;
            case BedAction.StartCleaning:
                await NowAsync(bed, () => Beds.StartCleaningAsync(bed.CleaningTaskId ?? Guid.Empty, CancellationToken.None), $"Cleaning of {bed.Label} started.");
                break;
            case BedAction.Clean:
                await NowAsync(bed, () => Beds.CompleteCleaningAsync(bed.CleaningTaskId ?? Guid.Empty, CancellationToken.None), $"Bed {bed.Label} is clean and free.");
                break;
            case BedAction.Reopen:
                await NowAsync(bed, () => Beds.ReopenBedAsync(bed.Id, CancellationToken.None), $"Bed {bed.Label} is open again.");
                break;
            default:
                Open(command.Action, bed);
                break;
        }
    }

    /// <summary>What needs no dialog: a refusal shows in the panel of the bed.</summary>
    private async Task NowAsync(BedRow bed, Func<Task<Result>> operation, string done)
    {
        _selected = bed.Id;
        _own.Add(bed.Id);
        if (await RunAsync(operation, done))
        {
            await ReloadAsync();
        }

        Forget(bed.Id);
    }

    private async Task ConfirmAsync((BedAction Action, BedRow? Bed) open)
    {
        if (open.Bed is not { } bed)
        {
            return;
        }

        var (operation, done) = open.Action switch
        {
            BedAction.CancelReservation => ((Func<Task<Result>>)(() => Beds.CancelReservationAsync(bed.StayId ?? Guid.Empty, CancellationToken.None)), $"Reservation of {bed.Label} cancelled."),
            BedAction.CancelDischarge => (() => Beds.CancelDischargeOrderAsync(bed.EncounterId ?? Guid.Empty, CancellationToken.None), $"Discharge of {bed.Patient} cancelled."),
            _ => (() => Beds.EndIsolationAsync(bed.EncounterId ?? Guid.Empty, CancellationToken.None), $"Isolation of {bed.Patient} ended."),
        };
        _own.Add(bed.Id);
        if (await RunAsync(operation, done))
        {
            await DoneAsync(bed.Id);
        }

        Forget(bed.Id);
    }

    /// <summary>A dialog did its work; the board shows it at once and the bed is chosen.</summary>
    private async Task DoneAsync(Guid bedId)
    {
        if (_action?.Bed is { } from)
        {
            _own.Add(from.Id);
            Forget(from.Id);
        }

        _own.Add(bedId);
        Forget(bedId);
        _action = null;
        _selected = bedId;
        await ReloadAsync();
    }

    /// <summary>The notice of one's own change comes a moment later; after that the bed's changes are others' again.</summary>
    private void Forget(Guid bedId) => _ = ForgetAsync(bedId);

    private async Task ForgetAsync(Guid bedId)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), Closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _own.Remove(bedId);
    }

    private static IEnumerable<(Guid Id, string Name)> Wards(BedBoard board) => board.Beds.Select(bed => (bed.WardId, bed.Ward)).Distinct();

    private IEnumerable<BedRow> InWard(BedBoard board) => board.Beds.Where(bed => WardAsked is not { } ward || bed.WardId == ward);

    private List<BedRow> Shown(BedBoard board) => [.. InWard(board).Where(bed => _states.Count == 0 || _states.Any(bed.Is))];

    private void Toggle(BedBoardState state) => Go(states: _states.Contains(state) ? [.. _states.Except([state])] : [.. _states, state]);

    private void ChooseWard(ChangeEventArgs e) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("ward", string.IsNullOrEmpty((string?)e.Value) ? null : (string)e.Value), replace: true);

    /// <summary>What is shown stands in the address, so that it can be sent, and reloaded; going back leaves the board.</summary>
    private void Go(IEnumerable<BedBoardState>? states = null, bool? list = null) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        ["state"] = BedBoardAddress.Text(states ?? _states),
        ["view"] = (list ?? InList) ? "list" : null,
    }), replace: true);

    protected override async ValueTask DisposeAsyncCore()
    {
        if (_module is not null)
        {
            try
            {
                await _module.InvokeVoidAsync("detach", _root);
                await _module.DisposeAsync();
            }
            catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
            {
                // The page is gone.
            }
        }

        _self?.Dispose();
        await base.DisposeAsyncCore();
    }
}
