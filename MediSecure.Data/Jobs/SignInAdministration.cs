using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Organizations;

namespace MediSecure.Data.Jobs;

/// <summary>Switches a sign-in off and on again from the command line: a sign-in opens every organisation of a person, so no single one of them does it. An administrator ends the roles at their own.</summary>
public sealed class SignInAdministration(SystemDb doors, SignInSteps steps, AccessCache access, AccountChanges changes, SessionStore sessions)
{
    public const string Off = "disable-account";
    public const string On = "enable-account";

    private static readonly Error NoPerson = new("account.no-person", "There is no sign-in with that e-mail.", ErrorKind.NotFound);

    /// <summary>No password, code or passkey opens it from now on, and every sign-in of the person ends in the same transaction.</summary>
    /// <param name="email">The sign-in.</param>
    /// <param name="reason">Kept in the activity log of each organisation of the person.</param>
    public async Task<Result> DisableAsync(string email, string reason)
    {
        List<Guid> ended = [];
        var done = await ChangeAsync(Off, email, reason, async (db, user, now, ct) =>
        {
            if (user.IsDisabled)
            {
                return AccountErrors.Off;
            }

            user.Disable(now);
            user.Renew();
            ended = await changes.EndSessionsAsync(db, user.Id, null, SessionEnd.EndedByAdministrator, ct);
            return Result.Ok;
        });
        if (!done.Failed)
        {
            sessions.Forget([.. ended]);
            access.DropAll();
        }

        return done;
    }

    /// <summary>The person signs in as before, with the password and factors there were; a lock is gone too.</summary>
    /// <inheritdoc cref="DisableAsync"/>
    public Task<Result> EnableAsync(string email, string reason) => ChangeAsync(On, email, reason, (_, user, _, _) =>
    {
        if (!user.IsDisabled)
        {
            return Task.FromResult<Result>(AccountErrors.NotOff);
        }

        user.Enable();
        user.Unlock();
        return Task.FromResult(Result.Ok);
    });

    private async Task<Result> ChangeAsync(string job, string email, string reason, Func<Persistence.MediSecureDbContext, AppUser, DateTime, CancellationToken, Task<Result>> change)
    {
        if (await steps.FindAsync(email.Trim()) is not { } known)
        {
            return NoPerson;
        }

        var places = (await access.GetAsync(known.Id))?.Organizations.Where(o => o.Roles.Count > 0).Select(o => o.OrganizationId).ToList() ?? [];
        var first = places.Count > 0 ? places[0] : Organization.PlatformId;
        var why = $"{Text.CleanOrEmpty(reason)} (from the command line)";
        var done = await doors.ChangeSystemAsync(job, first, async (db, ct) =>
        {
            if (await AccountChanges.LockAsync(db, known.Id, ct) is not { } user)
            {
                return NoPerson;
            }

            db.Because(why);
            var changed = await change(db, user, steps.Now, ct);
            return changed.Failed ? changed : await db.SaveAsync(ct);
        });
        if (!done.Failed)
        {
            foreach (var place in places.Skip(1))
            {
                await doors.RecordSystemAsync(job, place, AuditAction.Update, why, known.Id, nameof(AppUser));
            }
        }

        return done;
    }
}
