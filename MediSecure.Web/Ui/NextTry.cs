namespace MediSecure.Web.Ui;

/// <summary>One more try after some seconds, for what the database did not answer. Whoever fails again plans again; at most one waits.</summary>
/// <param name="time">Measures the seconds.</param>
/// <param name="dispatch">The component's <c>InvokeAsync</c>: everything runs where the component does.</param>
/// <param name="run">The try.</param>
/// <param name="failed">The component's <c>DispatchExceptionAsync</c>: nobody awaits the try, so what it throws goes to the error boundary from here.</param>
public sealed class NextTry(TimeProvider time, Func<Func<Task>, Task> dispatch, Func<Task> run, Func<Exception, Task> failed) : IDisposable
{
    public static readonly TimeSpan After = TimeSpan.FromSeconds(5);

    private ITimer? _timer;
    private bool _over;

    public void Plan()
    {
        if (!_over)
        {
            _timer ??= time.CreateTimer(_ => _ = dispatch(TryAsync), null, After, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>An answer came meanwhile.</summary>
    public void Forget()
    {
        _timer?.Dispose();
        _timer = null;
    }

    public void Dispose()
    {
        _over = true;
        Forget();
    }

    private async Task TryAsync()
    {
        if (_timer is null)
        {
            return; // forgotten while it was on its way here
        }

        Forget();
        try
        {
            await run();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            await failed(exception);
        }
    }
}
