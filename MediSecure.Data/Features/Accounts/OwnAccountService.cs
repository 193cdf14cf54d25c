using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Accounts;

/// <summary>One's own sign-in: password, e-mail, second factors. Every change but the first code asks for the password again, so that an unwatched screen is not enough.</summary>
public sealed class OwnAccountService(MediSecureDb db, AccountChanges changes, SessionStore sessions, SignInSteps steps, SignInAudit audit, ICurrentUser user)
{
    public async Task<Result<OwnAccount>> ReadAsync(CancellationToken ct)
    {
        await using var open = await db.OpenAsync(Permission.ManageOwnAccount, ct);
        var me = open.ActorId;
        var signIn = await open.Users.AsNoTracking().SingleAsync(u => u.Id == me, ct);
        var staff = await open.StaffMembers.AsNoTracking().Where(s => s.UserId == me).Select(s => s.Name).FirstOrDefaultAsync(ct);
        var patient = staff is null ? await open.Patients.AsNoTracking().Where(p => p.UserId == me).Select(p => p.DisplayName).FirstOrDefaultAsync(ct) : null;
        var passkeys = await AccountChanges.Passkeys(open, me).AsNoTracking().ToListAsync(ct);
        return new OwnAccount(staff ?? patient ?? signIn.Email ?? "", staff is not null, await AccountChanges.NameOfAsync(open, ct), signIn.Email ?? "", signIn.AuthenticatorAddedAt,
            [.. passkeys.OrderBy(p => p.Data.CreatedAt).Select(p => new PasskeyRow(AccountChanges.IdOf(p), p.Data.Name ?? "Passkey", p.Data.CreatedAt.UtcDateTime))],
            await open.RecoveryCodes.CountAsync(c => c.UserId == me && c.UsedAt == null, ct), await changes.NeedsFactorAsync(me), changes.IsDemoAccount(signIn.Email));
    }

    /// <summary>Every other browser is signed out; this one stays.</summary>
    public async Task<Result> ChangePasswordAsync(ChangePasswordForm form, CancellationToken ct)
    {
        var proven = await ProveAsync(form, form.Current, refusesDemo: true, ct);
        if (proven.Failed)
        {
            return proven.Error;
        }

        await using (var look = await db.OpenAsync(Permission.ManageOwnAccount, ct))
        {
            if (await changes.CheckPasswordAsync(look, proven.Value, form.Password, ct) is { } broken)
            {
                return broken;
            }
        }

        var hash = await changes.HashAsync(form.Password);
        if (hash.Failed)
        {
            return hash.Error;
        }

        var present = Guid.TryParse((await user.GetAsync())?.Session, out var id) ? id : (Guid?)null;
        List<Guid> ended = [];
        var changed = await ChangeAsync(async (open, me, ct) =>
        {
            ended = await changes.SetPasswordAsync(open, me, hash.Value, present, ct);
            open.Because("changed the password");
            return await open.SaveAsync(ct);
        }, ct);
        if (!changed.Failed)
        {
            sessions.Forget([.. ended]);
        }

        return changed;
    }

    /// <summary>Sends a link to the new address and a notice to the old one; nothing changes until the link is used.</summary>
    public async Task<Result> AskEmailChangeAsync(ChangeEmailForm form, CancellationToken ct)
    {
        var proven = await ProveAsync(form, form.Current, refusesDemo: true, ct);
        if (proven.Failed)
        {
            return proven.Error;
        }

        var email = Text.CleanOrEmpty(form.Email);
        return string.Equals(email, proven.Value.Email, StringComparison.OrdinalIgnoreCase) ? AccountErrors.EmailSame : await ChangeAsync(async (open, me, ct) =>
        {
            me.ConcurrencyStamp = Guid.NewGuid().ToString("N");
            changes.SendEmailChange(open, me, email);
            open.Because("asked for another e-mail");
            return await open.SaveAsync(ct);
        }, ct);
    }

    /// <summary>A secret to show; nothing is kept until its first code comes.</summary>
    public async Task<Result<NewAuthenticator>> NewAuthenticatorAsync(string? enrolment, CancellationToken ct)
    {
        await using var open = await db.OpenAsync(Permission.ManageOwnAccount, ct);
        var me = open.ActorId;
        var signIn = await open.Users.AsNoTracking().SingleAsync(u => u.Id == me, ct);
        return signIn.AuthenticatorKey is not null ? AccountErrors.AuthenticatorExists : (enrolment is { Length: > 0 } ? changes.Again(signIn, enrolment) : null) ?? changes.NewAuthenticator(signIn);
    }

    /// <returns>Recovery codes, when these are the first.</returns>
    public async Task<Result<IReadOnlyList<string>>> AddAuthenticatorAsync(AddAuthenticatorForm form, CancellationToken ct)
    {
        var proven = await ProveAsync(form, form.Current, refusesDemo: false, ct);
        return proven.Failed ? proven.Error : await ChangeAsync((open, me, ct) => changes.AddAuthenticatorAsync(open, me, form, ct), ct);
    }

    public async Task<Result> RemoveAuthenticatorAsync(string current, CancellationToken ct)
    {
        var proven = await ProveAsync(null, current, refusesDemo: false, ct);
        return proven.Failed ? proven.Error : await ChangeAsync(async (open, me, ct) =>
            await SaveAfterAsync(open, await changes.RemoveAuthenticatorAsync(open, me, ct), ct), ct);
    }

    /// <returns>Recovery codes, when these are the first.</returns>
    public async Task<Result<IReadOnlyList<string>>> AddPasskeyAsync(AddPasskeyForm form, CancellationToken ct)
    {
        var proven = await ProveAsync(null, form.Current, refusesDemo: false, ct);
        return proven.Failed ? proven.Error : await ChangeAsync((open, me, ct) => changes.AddPasskeyAsync(open, me, form.Passkey, ct), ct);
    }

    public async Task<Result> RemovePasskeyAsync(string passkeyId, string current, CancellationToken ct)
    {
        var proven = await ProveAsync(null, current, refusesDemo: false, ct);
        return proven.Failed ? proven.Error : await ChangeAsync(async (open, me, ct) =>
            await SaveAfterAsync(open, await changes.RemovePasskeyAsync(open, me, passkeyId, ct), ct), ct);
    }

    /// <summary>Ten new recovery codes; the old ones are worth nothing.</summary>
    public async Task<Result<IReadOnlyList<string>>> NewRecoveryCodesAsync(string current, CancellationToken ct)
    {
        var proven = await ProveAsync(null, current, refusesDemo: false, ct);
        return proven.Failed ? proven.Error : await ChangeAsync(async (open, me, ct) =>
        {
            if (!await AccountChanges.HasFactorAsync(open, me, ct))
            {
                return AccountErrors.NoAuthenticator;
            }

            open.Because("made new recovery codes");
            changes.Tell(open, me.Email, "New recovery codes were made", "New recovery codes were made for your MediSecure sign-in just now; the old ones no longer work.");
            return Result.Of(await changes.NewCodesAsync(open, me, ct));
        }, ct);
    }

    /// <summary>The form is whole and the password is the present one. A wrong one counts towards the lock, as at the sign-in.</summary>
    private async Task<Result<AppUser>> ProveAsync(object? form, string current, bool refusesDemo, CancellationToken ct)
    {
        AppUser signIn;
        await using (var open = await db.OpenAsync(Permission.ManageOwnAccount, ct))
        {
            var me = open.ActorId;
            signIn = await open.Users.AsNoTracking().SingleAsync(u => u.Id == me, ct);
        }

        if (form is not null && FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        if (refusesDemo && changes.IsDemoAccount(signIn.Email))
        {
            return AccountErrors.DemoAccount;
        }

        if (signIn.IsLockedAt(steps.Now))
        {
            return await FailAsync(signIn, SignInFailure.Locked);
        }

        var right = await changes.VerifyAsync(signIn, current ?? "");
        if (right.Failed)
        {
            return right.Error;
        }

        if (!right.Value)
        {
            return await FailAsync(signIn, await steps.CountFailureAsync(signIn.Id));
        }

        return await steps.AcceptPasswordAsync(signIn.Id, forget: false) ? signIn : await FailAsync(signIn, SignInFailure.Locked);
    }

    private async Task<Error> FailAsync(AppUser signIn, SignInFailure failure)
    {
        await audit.FailedAsync(signIn.Id, failure, await user.GetAsync() is { } caller ? SignInOrigin.Of(caller) : new SignInOrigin(null, null));
        return failure == SignInFailure.WrongPassword ? AccountErrors.PasswordWrong : AccountErrors.Locked;
    }

    private static async Task<Result> SaveAfterAsync(MediSecureDbContext open, Result done, CancellationToken ct) => done.Failed ? done : await open.SaveAsync(ct);

    private Task<Result> ChangeAsync(Func<MediSecureDbContext, AppUser, CancellationToken, Task<Result>> change, CancellationToken ct) => db.ChangeAsync(Permission.ManageOwnAccount, async (open, ct) =>
        await AccountChanges.LockAsync(open, open.ActorId, ct) is { } me ? await change(open, me, ct) : Error.NotFound, ct);

    private Task<Result<IReadOnlyList<string>>> ChangeAsync(Func<MediSecureDbContext, AppUser, CancellationToken, Task<Result<IReadOnlyList<string>>>> change, CancellationToken ct) =>
        db.ChangeAsync<IReadOnlyList<string>>(Permission.ManageOwnAccount, async (open, ct) =>
        {
            if (await AccountChanges.LockAsync(open, open.ActorId, ct) is not { } me)
            {
                return Error.NotFound;
            }

            var done = await change(open, me, ct);
            if (done.Failed)
            {
                return done;
            }

            var saved = await open.SaveAsync(ct);
            return saved.Failed ? saved.Error : done;
        }, ct);
}
