using System.Data.Common;
using MediSecure.Data.Access;
using MediSecure.Data.Changes;
using MediSecure.Data.Common;
using MediSecure.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace MediSecure.Web.Ui;

/// <summary>Base of every page, dialog and widget that talks to a service. Nothing else in a feature has try/catch.</summary>
public abstract class FeatureComponent : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly List<IDisposable> _subscriptions = [];
    private readonly List<Func<Task>> _reloads = [];
    private NextTry? _next;
    private bool _closed;

    /// <summary>Who looks, where, and what that person may do. Null only in tests that render outside a layout.</summary>
    [CascadingParameter] public Viewer? Viewer { get; set; }

    [Inject] protected IAnnouncer Announcer { get; set; } = default!;

    [Inject] private ChangeFeed Changes { get; set; } = default!;

    [Inject] private ILoggerFactory Logs { get; set; } = default!;

    [Inject] private TimeProvider RetryTime { get; set; } = default!;

    /// <summary>Cancelled when the component goes away. Reads pass it; a write once begun runs to its end.</summary>
    protected CancellationToken Closing => _closed ? new CancellationToken(true) : _closing.Token;

    /// <summary>An operation of <see cref="RunAsync(Func{Task{Result}}, string?)"/> is under way: buttons show it and a second press does nothing.</summary>
    protected bool Busy { get; private set; }

    /// <summary>Why the last operation was refused; null after a success. Show it with <c>ProblemNote</c> or <c>ErrorSummary</c>.</summary>
    protected Error? Problem { get; set; }

    /// <summary>True when the viewer's roles grant it. Courtesy only, to hide what would be refused; the door is the guard.</summary>
    protected bool May(Permission permission) => Viewer?.May(permission) ?? false;

    /// <summary>Runs one operation that changes something. While it runs a second call does nothing, so a double click is one operation.</summary>
    /// <param name="operation">Calls the service. Do not pass <see cref="Closing"/> to it.</param>
    /// <param name="done">Sentence announced on success, e.g. <c>Bed 301-A assigned to Chinedu Eze.</c></param>
    /// <returns>True when it was done; otherwise <see cref="Problem"/> says why not.</returns>
    protected async Task<bool> RunAsync(Func<Task<Result>> operation, string? done = null)
    {
        if (Busy)
        {
            return false;
        }

        Busy = true;
        Problem = null;
        Redraw();
        try
        {
            var result = await operation();
            Problem = result.Error;
        }
        catch (AccessDeniedException)
        {
            Problem = NotAllowedError;
        }
        catch (UnreadableFieldException)
        {
            Problem = UnreadableFieldException.Refusal;
        }
        catch (Exception exception) when (IsDatabaseTrouble(exception))
        {
            LogTrouble(exception);
            Problem = Error.Busy;
        }
        finally
        {
            Busy = false;
            Redraw();
        }

        if (Problem is not null)
        {
            return false;
        }

        if (done is not null)
        {
            Announcer.Done(done);
        }

        return true;
    }

    /// <summary>As <see cref="RunAsync(Func{Task{Result}}, string?)"/>, and gives the value; <paramref name="done"/> may use it.</summary>
    protected async Task<T?> RunAsync<T>(Func<Task<Result<T>>> operation, Func<T, string>? done = null)
    {
        Result<T>? result = null;
        var ok = await RunAsync(async () => (Result)(result = await operation()));
        if (!ok || result is null)
        {
            return default;
        }

        if (done is not null)
        {
            Announcer.Done(done(result.Value));
        }

        return result.Value;
    }

    /// <summary>Asks for rows and puts the outcome into the caller's state; a refresh keeps the old rows on the screen until the new ones are there. When the database was busy or away, what
    /// <see cref="Live"/> was given runs again some seconds later, until there is an answer; <c>LoadView</c> does so for components that are not live.</summary>
    /// <example><code>_board = await LoadAsync(_board, ct => Beds.BoardAsync(Ward, ct), board => board.Beds.Count == 0);</code></example>
    protected async Task<LoadState<T>> LoadAsync<T>(LoadState<T> current, Func<CancellationToken, Task<Result<T>>> ask, Func<T, bool>? isEmpty = null)
    {
        try
        {
            var result = await ask(Closing);
            return result.Failed
                ? result.Error.Kind switch
                {
                    ErrorKind.Denied => LoadState<T>.Denied with { Problem = result.Error, Code = result.Error.Code },
                    ErrorKind.NotFound => LoadState<T>.Failed(result.Error, result.Error.Code),
                    ErrorKind.Busy => AskAgain(current.RefreshFailed(result.Error, result.Error.Code)),
                    _ => current.RefreshFailed(result.Error, result.Error.Code),
                }
                : isEmpty?.Invoke(result.Value) == true ? LoadState<T>.Empty(result.Value) : LoadState<T>.Ready(result.Value);
        }
        catch (AccessDeniedException)
        {
            return LoadState<T>.Denied;
        }
        catch (UnreadableFieldException)
        {
            return LoadState<T>.Failed(UnreadableFieldException.Refusal, UnreadableFieldException.Refusal.Code);
        }
        catch (OperationCanceledException) when (_closed || _closing.IsCancellationRequested)
        {
            return current;
        }
        catch (Exception exception) when (IsDatabaseTrouble(exception))
        {
            if (current.Problem?.Kind is not ErrorKind.Busy)
            {
                LogTrouble(exception); // once, not at every try
            }

            var failed = current.RefreshFailed(CouldNotRead, "DB-1");
            return DatabaseAway.Concerns(exception) ? AskAgain(failed) : failed;
        }
    }

    private LoadState<T> AskAgain<T>(LoadState<T> failed)
    {
        if (_closed || _reloads.Count == 0)
        {
            return failed;
        }

        _next ??= new NextTry(RetryTime, InvokeAsync, ReloadAllAsync, DispatchExceptionAsync);
        _next.Plan();
        return failed with { AsksAgain = true };
    }

    private async Task ReloadAllAsync()
    {
        foreach (var reload in _reloads)
        {
            await reload();
        }

        Redraw();
    }

    /// <summary>For a service that answers rows without a <see cref="Result"/>.</summary>
    protected Task<LoadState<T>> LoadAsync<T>(LoadState<T> current, Func<CancellationToken, Task<T>> ask, Func<T, bool>? isEmpty = null) =>
        LoadAsync(current, async ct => Result.Of(await ask(ct)), isEmpty);

    /// <summary>Runs <paramref name="reload"/> whenever something of these types changes in the viewer's organisation, and when the demo starts anew, until the
    /// component goes away. Call it once, from <c>OnInitializedAsync</c>, before the first load.</summary>
    /// <param name="reload">Asks the service again; runs on the component's dispatcher, and the component is redrawn after it.</param>
    /// <param name="entities">Names of entities, e.g. <c>nameof(Bed), nameof(BedStay)</c>; none means any change.</param>
    protected void Live(Func<ChangeNotice, Task> reload, params string[] entities)
    {
        if (Viewer is null || _closed)
        {
            return;
        }

        var missed = new ChangeNotice(Viewer.OrganizationId, new HashSet<string>(), new HashSet<Guid>(), 0) { IsReset = true }; // nobody knows what changed while the database was away
        _reloads.Add(() => reload(missed));
        _subscriptions.Add(Changes.Subscribe(Viewer.OrganizationId, notice =>
            entities.Length > 0 && !notice.Concerns(entities)
                ? Task.CompletedTask
                : InvokeAsync(async () =>
                {
                    if (!_closed)
                    {
                        await reload(notice);
                        Redraw();
                    }
                })));
    }

    /// <summary>As <see cref="Live"/>, for one patient's chart: only when what changed is of this patient.</summary>
    protected void LiveForPatient(Func<Guid> patient, Func<ChangeNotice, Task> reload, params string[] entities) =>
        Live(notice => notice.IsReset || notice.Patients.Contains(patient()) ? reload(notice) : Task.CompletedTask, entities);

    /// <summary>Redraws every half minute until the component goes away: a clock runs out while nobody does anything. Call it once, at the end of <c>OnInitialized</c>.</summary>
    /// <param name="time">The clock that is shown.</param>
    /// <param name="every">Another span than half a minute.</param>
    /// <param name="reload">Asks again before, where no notice of a change comes.</param>
    protected void Tick(TimeProvider time, TimeSpan? every = null, Func<Task>? reload = null) => _ = TickAsync(time, every ?? HalfMinute, reload);

    /// <summary>Owns something for the component's life.</summary>
    protected void Own(IDisposable subscription) => _subscriptions.Add(subscription);

    protected virtual ValueTask DisposeAsyncCore() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }

        _next?.Dispose();
        await _closing.CancelAsync();
        _closing.Dispose();
        await DisposeAsyncCore();
        GC.SuppressFinalize(this);
    }

    private async Task TickAsync(TimeProvider time, TimeSpan every, Func<Task>? reload)
    {
        try
        {
            using var timer = new PeriodicTimer(every, time);
            while (await timer.WaitForNextTickAsync(Closing))
            {
                if (reload is not null)
                {
                    await reload();
                }

                Redraw();
            }
        }
        catch (OperationCanceledException)
        {
            // The component is gone.
        }
    }

    private static readonly TimeSpan HalfMinute = TimeSpan.FromSeconds(30);

    private static readonly Error NotAllowedError = new("not-allowed",
        "Your role here does not allow this, so nothing was changed. The attempt has been recorded; an administrator of your organisation can change roles.", ErrorKind.Denied);

    private static readonly Error CouldNotRead = new("busy", "The database did not answer in time. Nothing is lost; try again in a moment.", ErrorKind.Busy);

    private static bool IsDatabaseTrouble(Exception exception) =>
        exception is DbException || exception.InnerException is DbException || DatabaseAway.Concerns(exception);

    private void LogTrouble(Exception exception) =>
        Logs.CreateLogger(GetType()).LogWarning("The database did not answer: {Kind}", exception.GetBaseException().GetType().Name);

    private void Redraw()
    {
        if (!_closed)
        {
            StateHasChanged();
        }
    }
}
