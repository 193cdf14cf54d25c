using MediSecure.Data.Access;
using MediSecure.Data.Changes;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Organizations;

namespace MediSecure.Data.Features.Accounts;

/// <summary>Where a sign-in came from. Each part is cut to what an audit event holds.</summary>
/// <param name="Address">Network address of the browser.</param>
/// <param name="TraceId">The request.</param>
/// <param name="Session">Opaque mark of the sign-in, never the cookie itself; null before there is one.</param>
public sealed record SignInOrigin(string? Address, string? TraceId, string? Session = null)
{
    public static SignInOrigin Of(Caller caller) => new(caller.Address, caller.TraceId, caller.Session);
}

/// <summary>Why a sign-in failed. The person at the form is told the same for all of them.</summary>
public enum SignInFailure
{
    /// <summary>No such sign-in. What was typed is not kept: people type passwords into the wrong field.</summary>
    UnknownName,
    WrongPassword,
    /// <summary>This attempt was the one that locked the account.</summary>
    NowLocked,
    /// <summary>The account was locked before this attempt.</summary>
    Locked,
    Disabled,
    /// <summary>The person no longer belongs to any organisation.</summary>
    NoOrganization,
    /// <summary>The password was right, the code of the second factor was not, or had been used.</summary>
    WrongCode,
}

/// <summary>Records who came, went, or did not get in. An event is kept by the organisation that is entered or left; a failure of a known person by every organisation they belong to,
/// because each of them has to see an attack on its people; an unknown name by the platform.</summary>
public sealed class SignInAudit
{
    public const string SignedIn = nameof(SignedIn);
    public const string SignedOut = nameof(SignedOut);
    public const string SignInFailed = nameof(SignInFailed);
    public const string LockedOut = nameof(LockedOut);
    public const string OrganizationSwitched = nameof(OrganizationSwitched);
    public const string SessionEnded = nameof(SessionEnded);
    public const string ActingBegun = nameof(ActingBegun);
    public const string ActingEnded = nameof(ActingEnded);
    public const string PasswordResetAsked = nameof(PasswordResetAsked);
    public const string PasswordSet = nameof(PasswordSet);
    public const string EmailChanged = nameof(EmailChanged);
    public const string SecondFactorEnrolled = nameof(SecondFactorEnrolled);
    public const string RecoveryCodeUsed = nameof(RecoveryCodeUsed);
    private const int Longest = 64;

    private readonly SystemDb _system;
    private readonly AccessCache _access;
    private readonly ChangeFeed _feed;

    internal SignInAudit(SystemDb system, AccessCache access, ChangeFeed feed)
    {
        _system = system;
        _access = access;
        _feed = feed;
    }

    /// <summary>Call it before the cookie is written: a sign-in that cannot be recorded does not happen.</summary>
    public Task SignedInAsync(Guid userId, Guid organizationId, SignInOrigin origin, SecondFactor factor = SecondFactor.None) =>
        RecordAsync(SignedIn, AuditOutcome.Success, userId, organizationId, origin, Words(factor));

    public Task SignedOutAsync(Guid userId, Guid organizationId, SignInOrigin origin) => RecordAsync(SignedOut, AuditOutcome.Success, userId, organizationId, origin);

    /// <summary>The person works at <paramref name="organizationId"/> from now on.</summary>
    public Task SwitchedAsync(Guid userId, Guid organizationId, SignInOrigin origin) => RecordAsync(OrganizationSwitched, AuditOutcome.Success, userId, organizationId, origin);

    /// <summary>The person acts for a patient from now on, or does not any more.</summary>
    public Task ActingAsync(Guid userId, Guid organizationId, Guid patientId, bool begins, SignInOrigin origin) =>
        RecordAsync(begins ? ActingBegun : ActingEnded, AuditOutcome.Success, userId, organizationId, origin, patientId: patientId);

    /// <summary>A session of <paramref name="userId"/> ended otherwise than by signing out in its own browser.</summary>
    public Task SessionEndedAsync(Guid userId, Guid organizationId, SignInOrigin origin, SessionEnd why) => RecordAsync(SessionEnded, AuditOutcome.Success, userId, organizationId, origin, Words(why));

    /// <param name="userId">Null for an unknown name.</param>
    /// <param name="failure">What was wrong.</param>
    /// <param name="origin">From where.</param>
    public async Task FailedAsync(Guid? userId, SignInFailure failure, SignInOrigin origin)
    {
        foreach (var organization in await OrganizationsOfAsync(userId))
        {
            await RecordAsync(SignInFailed, AuditOutcome.Failed, userId, organization, origin, Words(failure));
            if (failure == SignInFailure.NowLocked)
            {
                await RecordAsync(LockedOut, AuditOutcome.Success, userId, organization, origin, "too many wrong passwords");
            }
        }
    }

    /// <summary>Somebody who is signed in asked to work where they hold no role, or to act for whom they may not. Kept by the organisation where they are.</summary>
    public Task RefusedAsync(string code, Guid userId, Guid organizationId, SignInOrigin origin) => RecordAsync(code, AuditOutcome.Refused, userId, organizationId, origin);

    private async Task<IReadOnlyList<Guid>> OrganizationsOfAsync(Guid? userId)
    {
        var person = userId is { } id ? await _access.GetAsync(id) : null;
        return person is { Organizations.Count: > 0 } ? [.. person.Organizations.Select(o => o.OrganizationId)] : [Organization.PlatformId];
    }

    private async Task RecordAsync(string code, AuditOutcome outcome, Guid? userId, Guid organizationId, SignInOrigin origin, string? reason = null, Guid? patientId = null)
    {
        var roles = userId is { } id && await _access.GetAsync(id) is { } person ? person.Organizations.FirstOrDefault(o => o.OrganizationId == organizationId)?.Roles : null;
        var scope = new AccessScope
        {
            UserId = userId,
            OrganizationId = organizationId,
            Roles = roles ?? [],
            Operation = code,
            OnBehalfOf = patientId,
            Purpose = AuditPurpose.Operations,
            Caller = new Caller(userId ?? Guid.Empty, organizationId, Cut(origin.Session), Cut(origin.Address), Cut(origin.TraceId)),
        };
        await _system.RecordAsync(scope, code, AuditAction.Execute, outcome, reason, userId, userId is null ? null : nameof(AppUser), patientId);
        _feed.Publish([new EntityChange(organizationId, nameof(AppUser), userId ?? Guid.Empty)]);
    }

    private static string? Cut(string? text) => text is { Length: > Longest } ? text[..Longest] : text;

    private static string? Words(SecondFactor factor) => factor switch
    {
        SecondFactor.AuthenticatorApp => "password and authenticator app",
        SecondFactor.RecoveryCode => "password and recovery code",
        SecondFactor.Passkey => "passkey",
        _ => null,
    };

    private static string Words(SessionEnd why) => why switch
    {
        SessionEnd.SignedOut => "signed out",
        SessionEnd.Idle => "not used for the idle limit",
        SessionEnd.Limit => "reached the longest time",
        SessionEnd.EndedByOwner => "ended by the person from another browser",
        SessionEnd.EndedByAdministrator => "ended by an administrator",
        SessionEnd.Replaced => "signed in anew in the same browser",
        _ => throw new ArgumentOutOfRangeException(nameof(why)),
    };

    private static string Words(SignInFailure failure) => failure switch
    {
        SignInFailure.UnknownName => "unknown name",
        SignInFailure.WrongPassword or SignInFailure.NowLocked => "wrong password",
        SignInFailure.Locked => "account locked",
        SignInFailure.Disabled => "account disabled",
        SignInFailure.NoOrganization => "belongs to no organisation",
        SignInFailure.WrongCode => "wrong code of the second factor",
        _ => throw new ArgumentOutOfRangeException(nameof(failure)),
    };
}
