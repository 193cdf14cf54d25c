using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Access;

/// <summary>What the password alone does not open.</summary>
public enum NextStep
{
    /// <summary>Nothing more is asked.</summary>
    Enter,
    /// <summary>A code of the app, or a recovery code.</summary>
    Code,
    /// <summary>Only a passkey or a recovery code: there is no app.</summary>
    Passkey,
    /// <summary>A second factor must be set up first.</summary>
    Enrol,
}

/// <summary>The steps of somebody who is about to be signed in, or forgot how to: there is no session yet that a door could ask for. Each acts on the one sign-in that a password, a link or a
/// half-finished sign-in has named, and is recorded as that person's act.</summary>
public sealed class SignInSteps
{
    private static readonly TimeSpan BetweenMails = TimeSpan.FromMinutes(2);
    private readonly DatabaseSource _source;
    private readonly UnitOfWork _work;
    private readonly AccessCache _access;
    private readonly SessionStore _sessions;
    private readonly AccountChanges _changes;
    private readonly AccountLinks _links;
    private readonly TimeProvider _clock;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, DateTime> _mailed = new();

    internal SignInSteps(DatabaseSource source, UnitOfWork work, AccessCache access, SessionStore sessions, AccountChanges changes, AccountLinks links, TimeProvider clock)
    {
        _source = source;
        _work = work;
        _access = access;
        _sessions = sessions;
        _changes = changes;
        _links = links;
        _clock = clock;
    }

    internal DateTime Now => _clock.GetUtcNow().UtcDateTime;

    /// <summary>The sign-in of this name; null when there is none.</summary>
    public async Task<AppUser?> FindAsync(string email)
    {
        await using var db = _source.Create(AccessScope.None);
        var normal = email.ToUpperInvariant();
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == normal);
    }

    public async Task<AppUser?> FindAsync(Guid userId)
    {
        await using var db = _source.Create(AccessScope.None);
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId);
    }

    /// <summary>What stands between the right password and the house.</summary>
    public async Task<NextStep> NextAsync(AppUser user)
    {
        if (user.AuthenticatorKey is not null)
        {
            return NextStep.Code;
        }

        await using var db = _source.Create(AccessScope.None);
        return await AccountChanges.HasFactorAsync(db, user, CancellationToken.None) ? NextStep.Passkey : await _changes.NeedsFactorAsync(user.Id) ? NextStep.Enrol : NextStep.Enter;
    }

    public Task<bool> NeedsFactorAsync(Guid userId) => _changes.NeedsFactorAsync(userId);

    /// <summary>A wrong password. Counted one after the other, however many come at once.</summary>
    /// <returns><see cref="SignInFailure.NowLocked"/> when this one locked the sign-in, <see cref="SignInFailure.Locked"/> when it rested already.</returns>
    public async Task<SignInFailure> CountFailureAsync(Guid userId)
    {
        var failure = SignInFailure.WrongPassword;
        await ChangeAsync(userId, new AccessScope(), async (db, user, ct) =>
        {
            failure = user.IsLockedAt(Now) ? SignInFailure.Locked : user.CountFailure(Now) ? SignInFailure.NowLocked : SignInFailure.WrongPassword;
            return await db.SaveAsync(ct);
        });
        return failure;
    }

    /// <summary>A password was right. Whether it counts is asked again under the lock that serialises the wrong ones: whoever guesses with many requests at once gets no further than one after the other.</summary>
    /// <param name="forget">Nothing more is asked, so wrong tries before it are forgotten.</param>
    /// <returns>False when the sign-in rests or was switched off meanwhile.</returns>
    public async Task<bool> AcceptPasswordAsync(Guid userId, bool forget)
    {
        var accepted = false;
        var done = await ChangeAsync(userId, new AccessScope(), async (db, user, ct) =>
        {
            accepted = !user.IsLockedAt(Now);
            if (!accepted || !forget || user is { AccessFailedCount: 0, LockoutEnd: null })
            {
                return Result.Ok;
            }

            user.Unlock();
            return await db.SaveAsync(ct);
        });
        return accepted && !done.Failed;
    }

    /// <summary>The sign-in is complete: wrong tries before it are forgotten.</summary>
    public Task ForgetFailuresAsync(AppUser user) => user.AccessFailedCount == 0 && user.LockoutEnd is null ? Task.CompletedTask : ChangeAsync(user.Id, new AccessScope(), (db, one, ct) =>
    {
        one.Unlock();
        return db.SaveAsync(ct);
    });

    /// <summary>Takes a code once; a wrong one counts towards the lock.</summary>
    public async Task<(SecondFactor? Factor, SignInFailure? Failure)> CodeAsync(Guid userId, string? code, SignInOrigin origin)
    {
        SecondFactor? taken = null;
        SignInFailure? failure = null;
        await ChangeAsync(userId, new AccessScope(), async (db, user, ct) =>
        {
            (taken, failure) = (null, null); // the change may run again
            if (user.IsLockedAt(Now))
            {
                failure = SignInFailure.Locked;
                return Result.Ok;
            }

            taken = await _changes.TakeCodeAsync(db, user, code, ct);
            if (taken is null)
            {
                failure = user.CountFailure(Now) ? SignInFailure.NowLocked : SignInFailure.WrongCode;
            }

            var saved = await db.SaveAsync(ct);
            if (saved.Failed)
            {
                (taken, failure) = (null, SignInFailure.WrongCode);
            }

            return saved;
        });
        if (taken == SecondFactor.RecoveryCode)
        {
            await ChangeAsync(userId, await ScopeAsync(userId, SignInAudit.RecoveryCodeUsed, origin), async (db, user, ct) =>
            {
                user.ConcurrencyStamp = Guid.NewGuid().ToString("N");
                var left = await db.RecoveryCodes.CountAsync(c => c.UserId == userId && c.UsedAt == null, ct);
                _changes.Tell(db, user.Email, "A recovery code was used", $"Somebody signed in to MediSecure as you with a recovery code just now. {left} are left; new ones can be made on your account page.");
                return await db.SaveAsync(ct);
            });
        }

        return taken is null && failure is null ? (null, SignInFailure.WrongCode) : (taken, failure);
    }

    /// <summary>Fewest characters of this person's next password.</summary>
    public async Task<int> LeastPasswordAsync(AppUser user)
    {
        await using var db = _source.Create(AccessScope.None);
        return await _changes.LeastPasswordAsync(db, user, CancellationToken.None);
    }

    public NewAuthenticator NewAuthenticator(AppUser user) => _changes.NewAuthenticator(user);

    public NewAuthenticator? Again(AppUser user, string enrolment) => _changes.Again(user, enrolment);

    /// <summary>The second factor that a sign-in demanded.</summary>
    public Task<Result<IReadOnlyList<string>>> EnrolAsync(Guid userId, AddAuthenticatorForm form, SignInOrigin origin) =>
        EnrolAsync(userId, origin, (db, user, ct) => _changes.AddAuthenticatorAsync(db, user, form, ct));

    public Task<Result<IReadOnlyList<string>>> EnrolAsync(Guid userId, UserPasskeyInfo passkey, SignInOrigin origin) =>
        EnrolAsync(userId, origin, (db, user, ct) => _changes.AddPasskeyAsync(db, user, passkey, ct));

    /// <summary>A passkey was used: its counter is kept, so that a copy of the key shows.</summary>
    public Task PasskeyUsedAsync(Guid userId, UserPasskeyInfo used) => ChangeAsync(userId, new AccessScope(), async (db, _, ct) =>
    {
        if (await AccountChanges.Passkeys(db, userId).SingleOrDefaultAsync(p => p.CredentialId == used.CredentialId, ct) is { } kept)
        {
            (kept.Data.SignCount, kept.Data.IsBackedUp) = (used.SignCount, used.IsBackedUp);
        }

        return await db.SaveAsync(ct);
    });

    /// <summary>Sends a link for a new password, when there is such a person. Says nothing: whoever asks learns nothing.</summary>
    public async Task AskResetAsync(string email, SignInOrigin origin)
    {
        if (await FindAsync(email) is not { IsDisabled: false } user || _changes.IsDemoAccount(user.Email) || !MayMail(user.Id))
        {
            return;
        }

        await ChangeAsync(user.Id, await ScopeAsync(user.Id, SignInAudit.PasswordResetAsked, origin), async (db, one, ct) =>
        {
            one.ConcurrencyStamp = Guid.NewGuid().ToString("N");
            _changes.SendReset(db, one);
            db.Because("asked for a link by mail");
            return await db.SaveAsync(ct);
        });
    }

    /// <summary>Whether the link still opens something.</summary>
    public async Task<AppUser?> OfPasswordLinkAsync(string? link) => OpenPasswordLink(link) is { } opened && await FindAsync(opened.UserId) is { } user && opened.Fits(user) ? user : null;

    /// <summary>Sets a password by an invitation or a reset. The link is worth nothing afterwards, and neither is any other.</summary>
    public async Task<Result> SetPasswordAsync(string? link, string password, SignInOrigin origin)
    {
        if (OpenPasswordLink(link) is not { } opened || await OfPasswordLinkAsync(link) is not { } known)
        {
            return AccountErrors.LinkOver;
        }

        if (_changes.IsDemoAccount(known.Email))
        {
            return AccountErrors.DemoAccount;
        }

        await using (var look = _source.Create(AccessScope.None))
        {
            if (await _changes.CheckPasswordAsync(look, known, password, CancellationToken.None) is { } broken)
            {
                return broken;
            }
        }

        var hash = await _changes.HashAsync(password);
        if (hash.Failed)
        {
            return hash.Error;
        }

        List<Guid> ended = [];
        var set = await ChangeAsync(known.Id, await ScopeAsync(known.Id, SignInAudit.PasswordSet, origin), async (db, user, ct) =>
        {
            if (!opened.Fits(user))
            {
                return AccountErrors.LinkOver;
            }

            ended = await _changes.SetPasswordAsync(db, user, hash.Value, null, ct);
            db.Because("by a link that was sent by mail");
            return await db.SaveAsync(ct);
        });
        return Forget(set, ended);
    }

    /// <summary>The address to which the link was sent; null when it opens nothing.</summary>
    public async Task<string?> OfEmailLinkAsync(string? link) => _links.Open(LinkPurpose.EmailChange, link) is { } opened && opened.Fits(await FindAsync(opened.UserId)) ? opened.Extra : null;

    /// <summary>The new address is the person's: its link was used.</summary>
    public async Task<Result> ConfirmEmailAsync(string? link, SignInOrigin origin)
    {
        if (_links.Open(LinkPurpose.EmailChange, link) is not { Extra: { } email } opened)
        {
            return AccountErrors.LinkOver;
        }

        List<Guid> ended = [];
        var changed = await ChangeAsync(opened.UserId, await ScopeAsync(opened.UserId, SignInAudit.EmailChanged, origin), async (db, user, ct) =>
        {
            if (!opened.Fits(user))
            {
                return AccountErrors.LinkOver;
            }

            var old = user.Email;
            user.SetEmail(email);
            ended = await _changes.EndSessionsAsync(db, user.Id, null, SessionEnd.EndedByOwner, ct);
            _changes.Tell(db, old, "Your e-mail was changed", "The e-mail of your MediSecure sign-in was changed just now. This is the last mail to this address.");
            db.Because("by a link that was sent to the new address");
            var saved = await db.SaveAsync(ct);
            return saved.Error == MembershipErrors.EmailTaken ? AccountErrors.LinkOver : saved; // who else has which address is nobody's business
        });
        return Forget(changed, ended);
    }

    private OpenedLink? OpenPasswordLink(string? link) => _links.Open(LinkPurpose.PasswordReset, link) ?? _links.Open(LinkPurpose.Invitation, link);

    private async Task<Result<IReadOnlyList<string>>> EnrolAsync(Guid userId, SignInOrigin origin, Func<MediSecureDbContext, AppUser, CancellationToken, Task<Result<IReadOnlyList<string>>>> add)
    {
        IReadOnlyList<string> codes = [];
        var done = await ChangeAsync(userId, await ScopeAsync(userId, SignInAudit.SecondFactorEnrolled, origin), async (db, user, ct) =>
        {
            // Only where there was none: else whoever knows the password could put a factor of their own beside the person's.
            if (await AccountChanges.HasFactorAsync(db, user, ct))
            {
                return AccountErrors.AuthenticatorExists;
            }

            var added = await add(db, user, ct);
            if (added.Failed)
            {
                return added.Error;
            }

            codes = added.Value;
            return await db.SaveAsync(ct);
        });
        return done.Failed ? done.Error : Result.Of(codes);
    }

    private Task<Result> ChangeAsync(Guid userId, AccessScope scope, Func<MediSecureDbContext, AppUser, CancellationToken, Task<Result>> change) => _work.RunAsync(scope, async (db, ct) =>
        await AccountChanges.LockAsync(db, userId, ct) is { IsDisabled: false } user ? await change(db, user, ct) : Error.NotFound, error => error);

    /// <summary>The person's own act, kept by the first organisation they belong to, else by the platform.</summary>
    private async Task<AccessScope> ScopeAsync(Guid userId, string code, SignInOrigin? origin)
    {
        var place = (await _access.GetAsync(userId))?.Organizations.FirstOrDefault(o => o.Roles.Count > 0);
        var organizationId = place?.OrganizationId ?? Organization.PlatformId;
        return new AccessScope
        {
            UserId = userId,
            OrganizationId = organizationId,
            Roles = place?.Roles ?? [],
            Operation = code,
            Purpose = AuditPurpose.Operations,
            CanWrite = true,
            Caller = new Caller(userId, organizationId, null, origin?.Address is { Length: > 64 } address ? address[..64] : origin?.Address, origin?.TraceId is { Length: > 64 } trace ? trace[..64] : origin?.TraceId),
        };
    }

    /// <summary>One mail each two minutes to a person: asking often fills no mailbox.</summary>
    private bool MayMail(Guid userId)
    {
        var now = Now;
        foreach (var old in _mailed.Where(e => now - e.Value > BetweenMails))
        {
            _mailed.TryRemove(old);
        }

        return _mailed.TryAdd(userId, now);
    }

    private Result Forget(Result done, List<Guid> ended)
    {
        if (!done.Failed)
        {
            _sessions.Forget([.. ended]);
        }

        return done;
    }
}
