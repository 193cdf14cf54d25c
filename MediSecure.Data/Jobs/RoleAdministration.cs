using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Jobs;

/// <summary>Gives and takes roles from the command line, for when no administrator can sign in. The same rules as in the application, recorded as a job's work.</summary>
public sealed class RoleAdministration(SystemDb doors, TimeProvider clock)
{
    private static readonly Error NoOrganization = new("grant.no-organization", "There is no open organisation with that name or id. Write the name in full, or use the id.", ErrorKind.NotFound);
    private static readonly Error NoPerson = new("grant.no-person", "Nobody with that e-mail works at that organisation. Add the person to the staff in the application first.", ErrorKind.NotFound);
    private static readonly Error NotHeld = new("revoke.not-held", "This person does not hold that role there, so nothing was changed.", ErrorKind.Conflict);

    /// <param name="role">A role of staff; that of a patient comes with the patient's own sign-in.</param>
    /// <param name="email">The sign-in.</param>
    /// <param name="organization">Name or id.</param>
    public Task<Result> GrantAsync(Role role, string email, string organization) => ChangeAsync("grant", role, email, organization, (db, userId, _) =>
    {
        db.Add(new OrganizationMembership(Guid.CreateVersion7(clock.GetUtcNow()), db.OrganizationId, userId, role, clock.GetUtcNow().UtcDateTime));
        return Task.FromResult(Result.Ok);
    });

    /// <inheritdoc cref="GrantAsync"/>
    public Task<Result> RevokeAsync(Role role, string email, string organization) => ChangeAsync("revoke", role, email, organization, async (db, userId, ct) =>
    {
        var held = await db.OrganizationMemberships.SingleOrDefaultAsync(m => m.OrganizationId == db.OrganizationId && m.UserId == userId && m.Role == role && m.EndedAt == null, ct);
        return held is null ? NotHeld : await MembershipService.EndAsync(db, [held], clock.GetUtcNow().UtcDateTime, ct);
    });

    private async Task<Result> ChangeAsync(string job, Role role, string email, string organization, Func<Persistence.MediSecureDbContext, Guid, CancellationToken, Task<Result>> change)
    {
        if (role == Role.Patient)
        {
            return MembershipErrors.NotARoleOfStaff;
        }

        if (await FindAsync(job, organization) is not { } id)
        {
            return NoOrganization;
        }

        var normalized = email.Trim().ToUpperInvariant();
        return await doors.ChangeSystemAsync(job, id, async (db, ct) =>
        {
            await db.LockAsync("organization", id, ct);
            var userId = await (from u in db.Users
                                join s in db.StaffMembers on u.Id equals s.UserId
                                where u.NormalizedEmail == normalized && s.LeftAt == null
                                select (Guid?)u.Id).SingleOrDefaultAsync(ct);
            if (userId is null)
            {
                return NoPerson;
            }

            db.Because("from the command line");
            var changed = await change(db, userId.Value, ct);
            return changed.Failed ? changed : await db.SaveAsync(ct);
        });
    }

    private async Task<Guid?> FindAsync(string job, string organization)
    {
        var named = Guid.TryParse(organization, out var given) ? given : (Guid?)null;
        foreach (var id in (await doors.OrganizationIdsAsync()).Where(id => named is null || id == named))
        {
            await using var db = doors.OpenSystem(job, id);
            if (await db.Organizations.AnyAsync(o => o.Id == id && o.ClosedAt == null && (named != null || o.Name == organization)))
            {
                return id;
            }
        }

        return null;
    }
}
