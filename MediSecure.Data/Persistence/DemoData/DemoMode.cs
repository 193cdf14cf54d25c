using MediSecure.Data.Access;
using MediSecure.Data.Changes;
using MediSecure.Data.Features.ActivityLog;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Who asked for a reset, for the activity log that begins with it.</summary>
public sealed record DemoResetBy(Guid UserId, Guid OrganizationId, IReadOnlyList<Role> Roles);

/// <summary>Whether this host is a demo, and when it starts anew. Singleton.</summary>
public sealed class DemoMode(bool enabled, TimeSpan? interval, DatabaseSource source, SystemDb system, AccessCache access, SessionStore sessions, ChangeFeed feed, TimeProvider clock)
{
    public const string ResetEvent = "DemoReset";

    /// <summary>How long before a reset by the clock open pages are warned.</summary>
    public static readonly TimeSpan WarnsBefore = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task? _running;
    private volatile bool _filled;

    public bool Enabled { get; } = enabled;

    /// <summary>How often the data is replaced; null for never.</summary>
    public TimeSpan? Interval { get; } = interval;

    /// <summary>UTC; null when it never resets by itself.</summary>
    public DateTime? NextResetAt { get; private set; }

    /// <summary>The next reset is at most <see cref="WarnsBefore"/> away: what is typed now will not outlive it.</summary>
    public bool ResetsSoon { get; private set; }

    /// <summary>There are tables to read: on PostgreSQL always, in a demo once it is filled. A job that finds none waits for its next round.</summary>
    public bool HasData => !Enabled || _filled;

    /// <summary>The first database could not be filled.</summary>
    public bool Failed => _first.Task.IsFaulted;

    /// <summary>How often the data was replaced since the start.</summary>
    public int Resets { get; private set; }

    /// <summary>How long the last filling took, for the page of the system's health.</summary>
    public TimeSpan LastResetTook { get; private set; }

    /// <summary>Raised when the reset comes near, and again when the database was replaced and the next reset moved. Runs on the job's thread: hand over to your own dispatcher.</summary>
    public event Action? Changed;

    /// <summary>Creates and fills the first database. The host listens meanwhile; what needs data waits with <see cref="WhenFilledAsync"/>.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        NextResetAt = Next(); // said from the first page on
        try
        {
            await ResetAsync(null, ct);
            _first.TrySetResult();
        }
        catch (OperationCanceledException)
        {
            _first.TrySetCanceled(CancellationToken.None); // stopped, not failed
            throw;
        }
        catch (Exception exception)
        {
            _first.TrySetException(exception);
            throw;
        }
    }

    /// <summary>Until there is data. Throws what stopped the filling.</summary>
    public Task WhenFilledAsync(CancellationToken ct) => HasData ? Task.CompletedTask : _first.Task.WaitAsync(ct);

    /// <summary>Replaces everything with fresh demo data, without a restart: nothing from before is left, people stay signed in, open screens ask again. Whoever asks while it runs gets
    /// the one that runs.</summary>
    /// <param name="by">Who asked; null for the clock.</param>
    /// <param name="ct">Stops before the old data is given up; afterwards it runs to its end.</param>
    public Task ResetAsync(DemoResetBy? by, CancellationToken ct)
    {
        if (!Enabled)
        {
            throw new InvalidOperationException("Only a demo can be reset.");
        }

        lock (_gate)
        {
            // On a thread of its own: filling a memory database does not give the caller's thread back before it is done.
            return _running is { IsCompleted: false } ? _running : _running = Task.Run(() => ReplaceAsync(by, ct), ct);
        }
    }

    /// <summary>Tells open pages, once per reset, that it comes near.</summary>
    internal void Warn()
    {
        if (!ResetsSoon)
        {
            ResetsSoon = true;
            Changed?.Invoke();
        }
    }

    /// <summary>After a reset that failed the old data stays, and the next try is a minute away.</summary>
    internal void Postpone()
    {
        NextResetAt = clock.GetUtcNow().UtcDateTime + WarnsBefore;
        Changed?.Invoke();
    }

    private async Task ReplaceAsync(DemoResetBy? by, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        await source.ReplaceMemoryAsync(async (open, token) => await DemoSeed.FillAsync(open, clock.GetUtcNow().UtcDateTime, source.Keys.Master, token), CarryAsync, ct);
        access.DropAll();
        LastResetTook = clock.GetElapsedTime(began);
        ResetsSoon = false;
        NextResetAt = Next();
        if (_filled)
        {
            await RecordAsync(by);
            Resets++;
        }

        _filled = true;
        feed.PublishReset();
        Changed?.Invoke();
    }

    private DateTime? Next() => Interval is { } every ? clock.GetUtcNow().UtcDateTime + every : null;

    // The very first database replaces an empty one without tables: there is nobody to carry over.
    private Task CarryAsync(Func<AccessScope, MediSecureDbContext> openNext, Action swap)
    {
        if (_filled)
        {
            return sessions.CarryAsync(openNext, swap);
        }

        swap();
        return Task.CompletedTask;
    }

    /// <summary>The new activity log begins with why it is so short.</summary>
    private async Task RecordAsync(DemoResetBy? by)
    {
        IReadOnlyList<Guid> organizations = by is null ? await system.OrganizationIdsAsync() : [by.OrganizationId];
        foreach (var organization in organizations)
        {
            var scope = new AccessScope
            {
                UserId = by?.UserId, OrganizationId = organization, Roles = by?.Roles ?? [], Job = by is null ? DemoResetJob.Name : null, Operation = ResetEvent, Purpose = AuditPurpose.Operations,
            };
            await system.RecordAsync(scope, ResetEvent, AuditAction.Execute, AuditOutcome.Success, by is null ? "by the clock" : "on demand");
        }
    }
}
