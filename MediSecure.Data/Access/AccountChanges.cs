using System.Security.Cryptography;
using System.Text;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Jobs;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.DemoData;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Access;

/// <summary>The changes of a sign-in, each inside a transaction that somebody else opened: a door for who is signed in, <see cref="SignInSteps"/> for who is about to be.</summary>
public sealed class AccountChanges(IDataProtectionProvider protection, MasterKey master, AccountLinks links, MailQueue mails, PasswordWork passwords, AccessCache access, DataOptions options, TimeProvider clock)
{
    private const int MostPasskeys = 10;
    private const int PasskeyNameLength = 60;
    // The present master key's first; codes made under one before it still count.
    private readonly Lazy<IReadOnlyList<byte[]>> _codeKeys = new(() => [.. master.All.Select(key => key.Derive("recovery-codes", Guid.Empty))]);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Serialises everybody who changes this sign-in, so that failures are counted and codes are taken exactly once.</summary>
    public static async Task<AppUser?> LockAsync(MediSecureDbContext db, Guid userId, CancellationToken ct)
    {
        await db.LockAsync("sign-in", userId, ct);
        return await db.Users.SingleOrDefaultAsync(u => u.Id == userId, ct);
    }

    /// <summary>Works somewhere, and this house demands a second factor of its staff.</summary>
    public async Task<bool> NeedsFactorAsync(Guid userId) =>
        options.StaffNeedSecondFactor && await access.GetAsync(userId) is { } person && person.Organizations.Any(o => o.Roles.Any(role => role != Role.Patient));

    /// <summary>Whether the person came to this organisation first, of those to which they belong now. Only it may take their factors away, unlock them and see or end their sign-ins: else whoever adds
    /// somebody to the staff by e-mail would have power over a sign-in that opens another hospital.</summary>
    /// <remarks>Ask before a transaction, not in it: it reads on a connection of its own.</remarks>
    public async Task<Guid?> HomeOfAsync(Guid userId) => (await access.GetAsync(userId))?.HomeId;

    public static async Task<bool> HasFactorAsync(MediSecureDbContext db, AppUser user, CancellationToken ct) => user.AuthenticatorKey is not null || await Passkeys(db, user.Id).AnyAsync(ct);

    public static IQueryable<IdentityUserPasskey<Guid>> Passkeys(MediSecureDbContext db, Guid userId) => db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == userId);

    /// <summary>Published for everybody to use: no visitor may shut it for the next.</summary>
    public bool IsDemoAccount(string? email) => options.Demo && DemoAccounts.All.Any(account => string.Equals(account.Email, email, StringComparison.OrdinalIgnoreCase));

    // ---- password

    /// <summary>Fewest characters: a password that stands alone must be longer.</summary>
    public async Task<int> LeastPasswordAsync(MediSecureDbContext db, AppUser user, CancellationToken ct) =>
        await NeedsFactorAsync(user.Id) || await HasFactorAsync(db, user, ct) ? PasswordRules.LeastWithFactor : PasswordRules.LeastAlone;

    /// <summary>What is wrong with a new password for this person; null when it may be used.</summary>
    public async Task<Error?> CheckPasswordAsync(MediSecureDbContext db, AppUser user, string password, CancellationToken ct)
    {
        var least = await LeastPasswordAsync(db, user, ct);
        var known = await access.GetAsync(user.Id) is { } person ? person.Organizations.SelectMany(o => new[] { o.Name, o.OrganizationName }) : [];
        return PasswordRules.Check(password, least, [user.Email, .. known]);
    }

    /// <summary>Sets a checked and hashed password, ends all sign-ins but one, and tells the person.</summary>
    /// <param name="present">The session that stays; null for none.</param>
    /// <returns>The sessions that ended, to be forgotten after the commit.</returns>
    public async Task<List<Guid>> SetPasswordAsync(MediSecureDbContext db, AppUser user, string hash, Guid? present, CancellationToken ct)
    {
        user.SetPassword(hash, Now);
        Tell(db, user.Email, "Your password was changed", "The password of your MediSecure sign-in was changed just now. Every other browser was signed out.");
        return await EndSessionsAsync(db, user.Id, present, SessionEnd.EndedByOwner, ct);
    }

    public async Task<List<Guid>> EndSessionsAsync(MediSecureDbContext db, Guid userId, Guid? present, SessionEnd why, CancellationToken ct)
    {
        var now = Now;
        var others = await db.UserSessions.Where(s => s.UserId == userId && s.EndedAt == null && s.EndsAt > now && s.Id != present).OrderBy(s => s.Id).ToListAsync(ct);
        others.ForEach(session => session.End(now, why));
        return [.. others.Select(s => s.Id)];
    }

    // ---- authenticator app

    public NewAuthenticator NewAuthenticator(AppUser user)
    {
        var secret = AuthenticatorCode.NewSecret();
        return Shown(user, secret);
    }

    /// <summary>The same secret again after a code that did not fit, so that the app need not be set up twice.</summary>
    public NewAuthenticator? Again(AppUser user, string enrolment) => links.Open(LinkPurpose.Enrolment, enrolment) is { Extra: { } secret } opened && opened.Fits(user) ? Shown(user, secret) : null;

    private NewAuthenticator Shown(AppUser user, string secret) => new(secret, AuthenticatorCode.Address(user.Email ?? "", secret), links.Make(LinkPurpose.Enrolment, user, secret));

    /// <returns>New recovery codes when these are the person's first; else none.</returns>
    public async Task<Result<IReadOnlyList<string>>> AddAuthenticatorAsync(MediSecureDbContext db, AppUser user, AddAuthenticatorForm form, CancellationToken ct)
    {
        if (user.AuthenticatorKey is not null)
        {
            return AccountErrors.AuthenticatorExists;
        }

        if (links.Open(LinkPurpose.Enrolment, form.Enrolment) is not { Extra: { } secret } opened || !opened.Fits(user))
        {
            return AccountErrors.EnrolmentOver;
        }

        if (AuthenticatorCode.Match(secret, form.Code, Now, null) is not { } step)
        {
            return AccountErrors.CodeWrong;
        }

        user.AddAuthenticator(KeyProtector(user.Id).Protect(secret), step, Now);
        db.Because("added an authenticator app");
        Tell(db, user.Email, "An authenticator app was added", "An authenticator app was added to your MediSecure sign-in just now.");
        return Result.Of(await FirstCodesAsync(db, user, ct));
    }

    public async Task<Result> RemoveAuthenticatorAsync(MediSecureDbContext db, AppUser user, CancellationToken ct)
    {
        if (user.AuthenticatorKey is null)
        {
            return AccountErrors.NoAuthenticator;
        }

        var left = await Passkeys(db, user.Id).CountAsync(ct);
        if (left == 0 && await NeedsFactorAsync(user.Id))
        {
            return AccountErrors.LastFactor;
        }

        user.RemoveAuthenticator();
        await DropCodesUnlessAsync(db, user, left > 0, ct);
        db.Because("removed the authenticator app");
        Tell(db, user.Email, "The authenticator app was removed", "The authenticator app was removed from your MediSecure sign-in just now.");
        return Result.Ok;
    }

    // ---- passkeys

    public async Task<Result<IReadOnlyList<string>>> AddPasskeyAsync(MediSecureDbContext db, AppUser user, UserPasskeyInfo passkey, CancellationToken ct)
    {
        if (await Passkeys(db, user.Id).CountAsync(ct) >= MostPasskeys)
        {
            return AccountErrors.TooManyPasskeys;
        }

        var name = Text.Clean(passkey.Name) is { } typed && Text.Problem(typed) is null ? typed : "Passkey";
        db.Add(new IdentityUserPasskey<Guid>
        {
            UserId = user.Id,
            CredentialId = passkey.CredentialId,
            Data = new IdentityPasskeyData
            {
                PublicKey = passkey.PublicKey, Name = name.Length > PasskeyNameLength ? name[..PasskeyNameLength] : name, CreatedAt = passkey.CreatedAt, SignCount = passkey.SignCount, Transports = passkey.Transports,
                IsUserVerified = passkey.IsUserVerified, IsBackupEligible = passkey.IsBackupEligible, IsBackedUp = passkey.IsBackedUp, AttestationObject = passkey.AttestationObject, ClientDataJson = passkey.ClientDataJson,
            },
        });
        user.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        db.Because("added a passkey");
        Tell(db, user.Email, "A passkey was added", "A passkey was added to your MediSecure sign-in just now.");
        return Result.Of(await FirstCodesAsync(db, user, ct));
    }

    public async Task<Result> RemovePasskeyAsync(MediSecureDbContext db, AppUser user, string id, CancellationToken ct)
    {
        var all = await Passkeys(db, user.Id).ToListAsync(ct);
        if (all.Find(p => IdOf(p) == id) is not { } passkey)
        {
            return Error.NotFound;
        }

        var left = user.AuthenticatorKey is not null || all.Count > 1;
        if (!left && await NeedsFactorAsync(user.Id))
        {
            return AccountErrors.LastFactor;
        }

        db.Remove(passkey);
        user.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        await DropCodesUnlessAsync(db, user, left, ct);
        db.Because("removed a passkey");
        Tell(db, user.Email, "A passkey was removed", "A passkey was removed from your MediSecure sign-in just now.");
        return Result.Ok;
    }

    public static string IdOf(IdentityUserPasskey<Guid> passkey) => Convert.ToHexStringLower(SHA256.HashData(passkey.CredentialId))[..32];

    // ---- codes

    /// <summary>Takes a code of the app or a recovery code, once.</summary>
    /// <returns>Null when it is neither.</returns>
    public async Task<SecondFactor?> TakeCodeAsync(MediSecureDbContext db, AppUser user, string? code, CancellationToken ct)
    {
        if (SecretOf(user) is { } secret && AuthenticatorCode.Match(secret, code, Now, user.LastCodeStep) is { } step)
        {
            user.TakeCode(step);
            return SecondFactor.AuthenticatorApp;
        }

        var macs = _codeKeys.Value.Select(key => MacOf(key, user.Id, code)).ToList();
        var unused = await db.RecoveryCodes.Where(c => c.UserId == user.Id && c.UsedAt == null).ToListAsync(ct);
        if (unused.Find(c => macs.Exists(mac => CryptographicOperations.FixedTimeEquals(c.Mac, mac))) is not { } found)
        {
            return null;
        }

        found.Use(Now);
        user.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        return SecondFactor.RecoveryCode;
    }

    /// <summary>Ten new codes; the old ones are worth nothing.</summary>
    public async Task<IReadOnlyList<string>> NewCodesAsync(MediSecureDbContext db, AppUser user, CancellationToken ct)
    {
        db.RemoveRange(await db.RecoveryCodes.Where(c => c.UserId == user.Id).ToListAsync(ct));
        var codes = Enumerable.Range(0, RecoveryCode.Count).Select(_ => AuthenticatorCode.Encode(RandomNumberGenerator.GetBytes(10))[..16]).ToList();
        db.AddRange(codes.Select(code => new RecoveryCode(Guid.CreateVersion7(), user.Id, MacOf(_codeKeys.Value[0], user.Id, code))));
        user.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        return [.. codes.Select(code => string.Join('-', code.Chunk(4).Select(part => new string(part))))];
    }

    /// <summary>All second factors go, and every sign-in that was made with them.</summary>
    public async Task<List<Guid>> ResetFactorsAsync(MediSecureDbContext db, AppUser user, CancellationToken ct)
    {
        user.RemoveAuthenticator();
        db.RemoveRange(await Passkeys(db, user.Id).ToListAsync(ct));
        await DropCodesUnlessAsync(db, user, false, ct);
        user.Renew();
        Tell(db, user.Email, "Your second factors were taken away",
            "An administrator of your organisation took away the second factors of your MediSecure sign-in, because somebody asked for it. At your next sign-in you set up a new one. All your browsers were signed out.");
        return await EndSessionsAsync(db, user.Id, null, SessionEnd.EndedByAdministrator, ct);
    }

    // ---- mail

    /// <summary>A notice to the person about their own sign-in.</summary>
    public void Tell(MediSecureDbContext db, string? to, string subject, string what)
    {
        if (to is { Length: > 0 })
        {
            mails.Add(db, to, subject, $"{what}\n\nIf that was not you, tell an administrator of your organisation now: they can end your sign-ins.\n\n{options.Mail.Address}\n");
        }
    }

    /// <summary>The link with which somebody who was added sets a first password.</summary>
    public void Invite(MediSecureDbContext db, AppUser user, string organizationName) => mails.Add(db, user.Email ?? "", $"Your sign-in at {organizationName}",
        $"{organizationName} has added you to MediSecure.\n\nSet your password here, within {AccountLinks.Life(LinkPurpose.Invitation).Days} days. The link works once:\n\n{links.Address(LinkPurpose.Invitation, user)}\n");

    /// <summary>Somebody who has a password already now works at one more place.</summary>
    public void Welcome(MediSecureDbContext db, AppUser user, string organizationName) => mails.Add(db, user.Email ?? "", $"Your sign-in at {organizationName}",
        $"{organizationName} has added you to MediSecure. Sign in with the password you have:\n\n{options.Mail.Address}/account/login\n");

    public void SendReset(MediSecureDbContext db, AppUser user) => mails.Add(db, user.Email ?? "", "A new password for MediSecure",
        $"Somebody, probably you, asked for a new password.\n\nSet it here, within one hour. The link works once:\n\n{links.Address(LinkPurpose.PasswordReset, user)}\n\nIf it was not you, do nothing: your password stays as it is.\n");

    public void SendEmailChange(MediSecureDbContext db, AppUser user, string email)
    {
        mails.Add(db, email, "Confirm your new e-mail",
            $"This address was named as the new e-mail of a MediSecure sign-in.\n\nConfirm it here, within 24 hours. The link works once:\n\n{links.Address(LinkPurpose.EmailChange, user, email)}\n\nIf it was not you, do nothing.\n");
        Tell(db, user.Email, "Another e-mail was asked for", "Another e-mail address was asked for your MediSecure sign-in just now. It changes when the link that was sent to the new address is used.");
    }

    public static Task<string> NameOfAsync(MediSecureDbContext db, CancellationToken ct) => db.OrganizationId == Organization.PlatformId ? Task.FromResult("MediSecure") : db.Organizations.Where(o => o.Id == db.OrganizationId).Select(o => o.Name).SingleAsync(ct);

    public Task<Result<bool>> VerifyAsync(AppUser user, string password) => passwords.VerifyAsync(user, password);

    public Task<Result<string>> HashAsync(string password) => passwords.HashAsync(password);

    private async Task<IReadOnlyList<string>> FirstCodesAsync(MediSecureDbContext db, AppUser user, CancellationToken ct) =>
        await db.RecoveryCodes.AnyAsync(c => c.UserId == user.Id && c.UsedAt == null, ct) ? [] : await NewCodesAsync(db, user, ct);

    private static async Task DropCodesUnlessAsync(MediSecureDbContext db, AppUser user, bool stays, CancellationToken ct)
    {
        if (!stays)
        {
            db.RemoveRange(await db.RecoveryCodes.Where(c => c.UserId == user.Id).ToListAsync(ct));
        }
    }

    private string? SecretOf(AppUser user)
    {
        try
        {
            return user.AuthenticatorKey is { } key ? KeyProtector(user.Id).Unprotect(key) : null;
        }
        catch (CryptographicException)
        {
            return null; // another person's, or of a key ring that is gone: recovery codes and the administrator remain
        }
    }

    private static byte[] MacOf(byte[] key, Guid userId, string? code) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{userId:N}|{RecoveryCode.Plain(code)}"));

    private IDataProtector KeyProtector(Guid userId) => protection.CreateProtector("MediSecure.Authenticator", userId.ToString("N"));
}
