using Microsoft.Extensions.Logging;

namespace MediSecure.Data.Changes;

/// <summary>Tells open screens of this process that rows changed, after the commit. Subscribers are copied out of the lock and run with the ExecutionContext they subscribed in;
/// each gets the first notice at once and later ones merged, at most every 250 ms.</summary>
public sealed class ChangeFeed(ILogger<ChangeFeed> log)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(250);
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, List<Subscription>> _byOrganization = [];
    private long _number;

    /// <summary>Number of the last notice; a snapshot taken before a higher number may be old.</summary>
    public long Number => Interlocked.Read(ref _number);

    public int Subscribers
    {
        get
        {
            lock (_gate)
            {
                return _byOrganization.Values.Sum(list => list.Count);
            }
        }
    }

    /// <summary>Calls <paramref name="handler"/> for every notice of <paramref name="organizationId"/> until disposed.</summary>
    public IDisposable Subscribe(Guid organizationId, Func<ChangeNotice, Task> handler)
    {
        var subscription = new Subscription(this, organizationId, handler);
        lock (_gate)
        {
            if (!_byOrganization.TryGetValue(organizationId, out var list))
            {
                _byOrganization[organizationId] = list = [];
            }

            list.Add(subscription);
        }

        return subscription;
    }

    public void Publish(IReadOnlyCollection<EntityChange> changes)
    {
        foreach (var group in changes.GroupBy(c => c.OrganizationId))
        {
            Send(group.Key, new ChangeNotice(group.Key, group.Select(c => c.EntityType).ToHashSet(), group.Select(c => c.Id).ToHashSet(), Interlocked.Increment(ref _number))
            {
                Patients = group.Select(c => c.PatientId).OfType<Guid>().ToHashSet(),
            });
        }
    }

    /// <summary>Tells everybody that the database was replaced.</summary>
    public void PublishReset()
    {
        List<Guid> organizations;
        lock (_gate)
        {
            organizations = [.. _byOrganization.Keys];
        }

        var number = Interlocked.Increment(ref _number);
        foreach (var organization in organizations)
        {
            Send(organization, new ChangeNotice(organization, new HashSet<string>(), new HashSet<Guid>(), number) { IsReset = true });
        }
    }

    private void Send(Guid organizationId, ChangeNotice notice)
    {
        List<Subscription> subscribers;
        lock (_gate)
        {
            if (!_byOrganization.TryGetValue(organizationId, out var list))
            {
                return;
            }

            subscribers = [.. list];
        }

        foreach (var subscriber in subscribers)
        {
            subscriber.Notify(notice);
        }
    }

    private void Remove(Subscription subscription)
    {
        lock (_gate)
        {
            if (_byOrganization.TryGetValue(subscription.OrganizationId, out var list) && list.Remove(subscription) && list.Count == 0)
            {
                _byOrganization.Remove(subscription.OrganizationId);
            }
        }
    }

    private sealed class Subscription(ChangeFeed feed, Guid organizationId, Func<ChangeNotice, Task> handler) : IDisposable
    {
        private readonly ExecutionContext? _context = ExecutionContext.Capture();
        private readonly Lock _gate = new();
        private ChangeNotice? _waiting;
        private bool _running;
        private bool _disposed;

        public Guid OrganizationId => organizationId;

        public void Notify(ChangeNotice notice)
        {
            lock (_gate)
            {
                if (_disposed)
                {
                    return;
                }

                if (_running)
                {
                    _waiting = _waiting is null ? notice : Merge(_waiting, notice);
                    return;
                }

                _running = true;
            }

            // A suppressed flow would run the screen's code as somebody else; start from the captured context only.
            if (_context is null)
            {
                _ = Task.Run(() => RunAsync(notice));
            }
            else
            {
                ExecutionContext.Run(_context.CreateCopy(), _ => { _ = Task.Run(() => RunAsync(notice)); }, null);
            }
        }

        public void Dispose()
        {
            lock (_gate)
            {
                _disposed = true;
                _waiting = null;
            }

            feed.Remove(this);
        }

        private async Task RunAsync(ChangeNotice? notice)
        {
            while (notice is not null)
            {
                try
                {
                    await handler(notice);
                }
                catch (Exception e) when (e is not OutOfMemoryException)
                {
                    feed.Log(e);
                }

                await Task.Delay(Quiet); // real time, also under a test's stopped clock
                lock (_gate)
                {
                    notice = _disposed ? null : _waiting;
                    _waiting = null;
                    _running = notice is not null;
                }
            }
        }

        private static ChangeNotice Merge(ChangeNotice first, ChangeNotice second) =>
            new(second.OrganizationId, first.Entities.Union(second.Entities).ToHashSet(), first.Ids.Union(second.Ids).ToHashSet(), second.Number)
            {
                IsReset = first.IsReset || second.IsReset,
                Patients = first.Patients.Union(second.Patients).ToHashSet(),
            };
    }

    private void Log(Exception e) => log.LogError(e, "A screen could not take a change notice");
}
