using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Access;

/// <summary>Whose open page it is: the session, the person, and where they work.</summary>
/// <param name="ActingFor">The patient for whom the person acts there.</param>
public sealed record Seat(Guid SessionId, Guid UserId, Guid OrganizationId, Guid? ActingFor = null);

/// <summary>What the rows say about an open page's person, read past all caches.</summary>
/// <param name="IsLive">The session counts and the sign-in works.</param>
/// <param name="SecurityStamp">Changes with the password and the factors.</param>
/// <param name="Roles">Held at the seat's organisation; none when it is closed. Who acts for a patient holds the patient's role while the grant is in force, and none afterwards.</param>
/// <param name="Passed">The limit that has passed without anybody ending the session; null when none.</param>
public sealed record SeatStanding(bool IsLive, string? SecurityStamp, IReadOnlyList<Role> Roles, SessionEnd? Passed);

/// <summary>Asks for all open pages of this process at once: one question for the sessions and one per organisation, however many pages there are.</summary>
public sealed class SeatCheck
{
    private const string Job = "circuit-watch";
    private const int Most = 500;
    private readonly DatabaseSource _source;
    private readonly TimeProvider _clock;
    private readonly SessionStore _sessions;

    internal SeatCheck(DatabaseSource source, TimeProvider clock, SessionStore sessions)
    {
        _source = source;
        _clock = clock;
        _sessions = sessions;
    }

    public async Task<IReadOnlyDictionary<Seat, SeatStanding>> LookAsync(IReadOnlyCollection<Seat> seats, CancellationToken ct)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        var sessions = await SessionsAsync([.. seats.Select(s => s.SessionId).Distinct()], now, ct);
        var roles = new Dictionary<(Guid, Guid), List<Role>>();
        foreach (var organization in seats.GroupBy(s => s.OrganizationId))
        {
            foreach (var (userId, role) in await RolesAsync(organization.Key, [.. organization.Select(s => s.UserId).Distinct()], ct))
            {
                (roles.TryGetValue((organization.Key, userId), out var list) ? list : roles[(organization.Key, userId)] = []).Add(role);
            }
        }

        var acting = new HashSet<(Guid, Guid, Guid)>();
        foreach (var organization in seats.Where(s => s.ActingFor is not null).GroupBy(s => s.OrganizationId))
        {
            acting.UnionWith((await ProxiesAsync(organization.Key, [.. organization.Select(s => s.UserId).Distinct()], now, ct)).Select(one => (organization.Key, one.UserId, one.PatientId)));
        }

        return seats.Distinct().ToDictionary(seat => seat, seat =>
        {
            var session = sessions.GetValueOrDefault(seat.SessionId);
            var held = (roles.GetValueOrDefault((seat.OrganizationId, seat.UserId)) ?? []).Where(role => role == Role.Patient || session is not { CountsForStaff: false }).ToList();
            if (seat.ActingFor is { } patient)
            {
                held = held.Contains(Role.Patient) && acting.Contains((seat.OrganizationId, seat.UserId, patient)) ? [Role.Patient] : [];
            }

            return new SeatStanding(session is not null && session.UserId == seat.UserId && session.IsLive(now, _sessions.Limits), session?.SecurityStamp, [.. held.Order()], session?.Passed(now, _sessions.Limits));
        });
    }

    private async Task<Dictionary<Guid, SessionStanding>> SessionsAsync(IReadOnlyList<Guid> ids, DateTime now, CancellationToken ct)
    {
        var found = new Dictionary<Guid, SessionStanding>();
        await using var db = _source.Create(AccessScope.None);
        foreach (var part in ids.Chunk(Most))
        {
            var rows = await (from s in db.UserSessions
                              join u in db.Users on s.UserId equals u.Id
                              where part.Contains(s.Id)
                              select new { s.Id, s.UserId, s.StartedAt, s.SeenAt, s.EndsAt, s.EndedAt, s.EndedBecause, s.SecondFactor, u.SecurityStamp, u.DisabledAt, u.LockoutEnd }).ToListAsync(ct);
            foreach (var row in rows)
            {
                found[row.Id] = new SessionStanding(row.Id, row.UserId, row.StartedAt, row.SeenAt, row.EndsAt, row.EndedAt, row.EndedBecause, row.SecurityStamp, AppUser.IsShutOut(row.DisabledAt, row.LockoutEnd, now),
                    row.SecondFactor, _sessions.CountsForStaff(row.SecondFactor));
            }
        }

        return found;
    }

    private async Task<IReadOnlyList<(Guid UserId, Guid PatientId)>> ProxiesAsync(Guid organizationId, IReadOnlyList<Guid> users, DateTime now, CancellationToken ct)
    {
        await using var db = _source.Create(new AccessScope { OrganizationId = organizationId, Job = Job, Operation = Job });
        var found = new List<(Guid, Guid)>();
        foreach (var part in users.Chunk(Most))
        {
            var rows = await db.CareProxies.AsNoTracking().Where(c => c.CarerUserId != null && part.Contains(c.CarerUserId.Value) && c.RevokedAt == null && c.StartsAt <= now && c.EndsAt > now)
                .Select(c => new { c.CarerUserId, c.PatientId }).ToListAsync(ct);
            found.AddRange(rows.Select(row => (row.CarerUserId!.Value, row.PatientId)));
        }

        return found;
    }

    private async Task<IReadOnlyList<(Guid UserId, Role Role)>> RolesAsync(Guid organizationId, IReadOnlyList<Guid> users, CancellationToken ct)
    {
        await using var db = _source.Create(new AccessScope { OrganizationId = organizationId, Job = Job, Operation = Job });
        if (!await db.Organizations.AnyAsync(o => o.Id == organizationId && o.ClosedAt == null, ct))
        {
            return [];
        }

        var found = new List<(Guid, Role)>();
        foreach (var part in users.Chunk(Most))
        {
            var rows = await db.OrganizationMemberships.AsNoTracking().Where(m => m.OrganizationId == organizationId && m.EndedAt == null && part.Contains(m.UserId)).Select(m => new { m.UserId, m.Role }).ToListAsync(ct);
            found.AddRange(rows.Select(row => (row.UserId, row.Role)));
        }

        return found;
    }
}
