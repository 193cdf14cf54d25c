using System.Collections.Concurrent;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Organizations;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence.Encryption;

/// <summary>The keys of organisations in the memory of this host, read again when they are older than <see cref="Fresh"/>. The doors ask before they open, never inside a transaction.</summary>
internal sealed class OrganizationKeys(DatabaseSource source, MasterKey master)
{
    public const string Job = "encryption-keys";

    /// <summary>Every host knows a key at most so long after it was made; a rotation waits longer before it uses one.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<Guid, Entry> _entries = new();

    public MasterKey Master => master;

    /// <summary>Reads the keys of the scope's organisation unless they are here.</summary>
    public Task EnsureAsync(AccessScope scope) => scope.OrganizationId is not { } id || id == Guid.Empty || id == Organization.PlatformId || EntryOf(id).IsFresh ? Task.CompletedTask : LoadAsync(id);

    /// <summary>What is known of an organisation's keys; null when nobody has asked yet.</summary>
    public OrganizationKeySet? Known(Guid? organizationId) => organizationId is { } id && _entries.TryGetValue(id, out var entry) ? entry.Set : null;

    /// <summary>The next to ask reads again.</summary>
    public void Forget()
    {
        foreach (var entry in _entries.Values)
        {
            entry.Age();
        }
    }

    private Entry EntryOf(Guid organizationId) => _entries.GetOrAdd(organizationId, _ => new Entry());

    private async Task LoadAsync(Guid organizationId)
    {
        var entry = EntryOf(organizationId);
        await entry.Gate.WaitAsync();
        try
        {
            if (!entry.IsFresh)
            {
                var scope = new AccessScope { OrganizationId = organizationId, Job = Job, Operation = Job, Reserved = true };
                await using var db = source.Create(scope);
                entry.Put(OrganizationKeySet.Of(master, await db.OrganizationKeys.AsNoTracking().ToListAsync(), entry.Set));
            }
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    private sealed class Entry
    {
        private long _readAt;

        public SemaphoreSlim Gate { get; } = new(1);

        public OrganizationKeySet? Set { get; private set; }

        // An organisation that is being made has no keys yet: that is not remembered.
        public bool IsFresh => Set?.ActiveId is not null && Environment.TickCount64 - Volatile.Read(ref _readAt) < Fresh.TotalMilliseconds;

        public void Put(OrganizationKeySet set)
        {
            Set = set;
            Volatile.Write(ref _readAt, Environment.TickCount64);
        }

        public void Age() => Volatile.Write(ref _readAt, long.MinValue / 2);
    }
}
