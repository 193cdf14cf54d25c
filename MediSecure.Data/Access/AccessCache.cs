using System.Collections.Concurrent;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Access;

/// <summary>Memberships of people, read from the database and kept for two seconds; dropped at once when this process changes one.</summary>
public sealed class AccessCache(DatabaseSource source, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<Guid, (long At, Task<PersonAccess?> Value)> _people = new();
    private readonly ConcurrentDictionary<Guid, (long At, Task<IReadOnlyList<Guid>> Value)> _trees = new();

    /// <summary>Raised after <see cref="DropAll"/>: whoever shows something to a person asks again. Must return at once.</summary>
    public event Action? Dropped;

    /// <summary>Null for an id that is no sign-in.</summary>
    public Task<PersonAccess?> GetAsync(Guid userId) => GetAsync(_people, userId, LoadAsync);

    /// <summary>What the caller holds where they work now, as themselves or for the patient for whom they act; null when that is not so, or not any more.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="session">Which sign-in; what it proves limits what counts.</param>
    public async Task<OrganizationAccess?> HereAsync(Caller caller, SessionStanding? session = null)
    {
        var here = (await GetAsync(caller.UserId))?.At(caller.OrganizationId)?.In(session);
        return caller.ActingFor is { } patient ? here?.ActingFor(patient, clock.GetUtcNow().UtcDateTime) : here;
    }

    /// <summary>The organisation and all below it.</summary>
    public Task<IReadOnlyList<Guid>> TreeAsync(Guid organizationId) => GetAsync(_trees, organizationId, LoadTreeAsync);

    public void DropAll()
    {
        _people.Clear();
        _trees.Clear();
        Dropped?.Invoke();
    }

    private Task<T> GetAsync<T>(ConcurrentDictionary<Guid, (long At, Task<T> Value)> cache, Guid key, Func<Guid, Task<T>> load)
    {
        if (cache.TryGetValue(key, out var hit) && clock.GetElapsedTime(hit.At) < Life && !hit.Value.IsFaulted && !hit.Value.IsCanceled)
        {
            return hit.Value;
        }

        var fresh = load(key);
        cache[key] = (clock.GetTimestamp(), fresh);
        if (cache.Count > 5_000)
        {
            foreach (var old in cache.Where(e => clock.GetElapsedTime(e.Value.At) > Life))
            {
                cache.TryRemove(old);
            }
        }

        return fresh;
    }

    private async Task<PersonAccess?> LoadAsync(Guid userId)
    {
        // Scope 1: the person's own memberships, anywhere. Scope 2: the rows of those organisations, read-only.
        await using var own = source.Create(new AccessScope { UserId = userId });
        var user = await own.Users.AsNoTracking().Where(u => u.Id == userId).Select(u => new { u.Email, u.DisabledAt, u.LockoutEnd }).SingleOrDefaultAsync();
        if (user is null)
        {
            return null;
        }

        var memberships = await own.OrganizationMemberships.AsNoTracking().Where(m => m.UserId == userId && m.EndedAt == null)
            .Select(m => new { m.OrganizationId, m.Role, m.GrantedAt }).ToListAsync();
        var ids = memberships.Select(m => m.OrganizationId).Distinct().ToList();
        await using var tree = source.Create(new AccessScope { UserId = userId, OrganizationId = null, TreeIds = ids });
        var rows = await (
            from o in tree.Organizations.AsNoTracking()
            join s in tree.StaffMembers.Where(s => s.UserId == userId && s.LeftAt == null) on o.Id equals s.OrganizationId into staff
            from s in staff.DefaultIfEmpty()
            join p in tree.Patients.Where(p => p.UserId == userId) on o.Id equals p.OrganizationId into patients
            from p in patients.DefaultIfEmpty()
            where o.ClosedAt == null
            select new { o.Id, o.Name, o.TimeZone, o.CareDaysAfterVisit, o.CareDaysAfterStay, o.EmergencyMinutes, StaffId = (Guid?)s.Id, StaffName = s.Name, PatientId = (Guid?)p.Id, PatientName = p.DisplayName }).ToListAsync();
        var proxies = (await (
            from c in tree.CareProxies.AsNoTracking()
            join p in tree.Patients on new { c.OrganizationId, Id = c.PatientId } equals new { p.OrganizationId, p.Id }
            where c.CarerUserId == userId && c.RevokedAt == null
            select new { c.OrganizationId, c.CarerName, Proxy = new PatientProxy(c.PatientId, p.DisplayName, c.StartsAt, c.EndsAt) }).ToListAsync()).ToLookup(c => c.OrganizationId);
        var organizations = rows.OrderBy(o => o.Name, StringComparer.Ordinal).Select(o => new OrganizationAccess(o.Id, o.Name, o.TimeZone, o.StaffName ?? o.PatientName ?? proxies[o.Id].FirstOrDefault()?.CarerName ?? user.Email ?? "",
            memberships.Where(m => m.OrganizationId == o.Id).Select(m => m.Role).Order().ToList(), o.StaffId, o.PatientId)
        {
            Since = memberships.Where(m => m.OrganizationId == o.Id).GroupBy(m => m.Role == Role.Patient).OrderBy(kind => kind.Key).FirstOrDefault()?.Min(m => m.GrantedAt) ?? DateTime.MaxValue,
            Proxies = [.. proxies[o.Id].Select(c => c.Proxy).OrderBy(c => c.PatientName, StringComparer.Ordinal)],
            Care = new CareTerms(o.CareDaysAfterVisit, o.CareDaysAfterStay, o.EmergencyMinutes),
        }).ToList();
        return new PersonAccess(userId, user.Email ?? "", AppUser.IsShutOut(user.DisabledAt, user.LockoutEnd, clock.GetUtcNow().UtcDateTime), organizations);
    }

    private async Task<IReadOnlyList<Guid>> LoadTreeAsync(Guid organizationId)
    {
        var ids = await OrganizationTree.DescendantsAsync(source, organizationId);
        return ids;
    }
}
