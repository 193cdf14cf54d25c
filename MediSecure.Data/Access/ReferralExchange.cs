using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Access;

/// <summary>A department that takes referrals from other organisations.</summary>
public sealed record ReferralPlace(Guid OrganizationId, string Organization, Guid DepartmentId, string Department, string? Specialty);

/// <summary>The one way a referral crosses from one organisation to another: inside the transaction of who acts, in a scope in which nothing exists but that referral's row on the other side. Filters, guard
/// and, on PostgreSQL, row security say so each on its own; the other side's log gets an event. Services of referrals only, kept by an architecture test. Decision 0047.</summary>
public sealed class ReferralExchange
{
    /// <summary>Event code and acting job in the other organisation's log.</summary>
    public const string Code = "ReferralExchange";

    private readonly DatabaseSource _source;

    internal ReferralExchange(DatabaseSource source) => _source = source;

    /// <summary>All departments that take referrals, over the boundary: names, nothing else.</summary>
    public async Task<IReadOnlyList<ReferralPlace>> PlacesAsync(CancellationToken ct)
    {
        await using var db = _source.Create(AccessScope.None);
        var places = db.Provider == DatabaseProvider.PostgreSql
            ? await db.Database.SqlQuery<ReferralPlace>($"SELECT \"OrganizationId\", \"Organization\", \"DepartmentId\", \"Department\", \"Specialty\" FROM \"ReferralPlaces\"()").ToListAsync(ct)
            : await (from d in db.Departments.IgnoreQueryFilters([ScopeFilters.Organization]).AsNoTracking()
                     join o in db.Organizations on d.OrganizationId equals o.Id
                     where d.TakesReferrals && d.ClosedAt == null && o.ClosedAt == null
                     select new ReferralPlace(o.Id, o.Name, d.Id, d.Name, d.Specialty)).ToListAsync(ct);
        return [.. places.OrderBy(p => p.Organization, StringComparer.Ordinal).ThenBy(p => p.Department, StringComparer.Ordinal)];
    }

    /// <summary>Has the other side's keys at hand; before the transaction, as the doors do it for one's own.</summary>
    public Task PrepareAsync(Guid organizationId) => _source.Keys.EnsureAsync(ScopeOf(organizationId, Guid.Empty));

    /// <summary>Writes the other side's row of one referral within the transaction of <paramref name="db"/>: both or neither.</summary>
    /// <param name="db">Inside a changing door. Not to be used until this returns.</param>
    /// <param name="organizationId">The other side.</param>
    /// <param name="referralId">The only referral that exists there.</param>
    /// <param name="write">Changes it and saves.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result> WriteAsync(MediSecureDbContext db, Guid organizationId, Guid referralId, Func<MediSecureDbContext, CancellationToken, Task<Result>> write, CancellationToken ct)
    {
        var name = await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.Name).SingleAsync(ct);
        await using var other = await _source.BesideAsync(db, ScopeOf(organizationId, referralId), ct);
        other.Because($"By {name}");
        var result = await write(other, ct);
        if (result.Failed)
        {
            return result; // the door rolls all of it back
        }

        await _source.BackAsync(db, ct);
        db.CommittedWithNext.AddRange(other.CommittedWithNext);
        return result;
    }

    private static AccessScope ScopeOf(Guid organizationId, Guid referralId) =>
        new() { OrganizationId = organizationId, ReferralId = referralId, Job = Code, Operation = Code, Purpose = AuditPurpose.Treatment, CanWrite = true };
}
