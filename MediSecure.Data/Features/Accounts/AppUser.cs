using Microsoft.AspNetCore.Identity;

namespace MediSecure.Data.Features.Accounts;

/// <summary>A sign-in and nothing else: names, birth dates and licences live in <c>Patient</c> and <c>StaffMember</c>, which are scoped. Ids are never reused;
/// a person who leaves is disabled, never deleted. FHIR: the login behind Patient or Practitioner.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    /// <summary>Wrong passwords or codes in a row until the sign-in rests.</summary>
    public const int FailuresUntilLocked = 5;

    /// <summary>The first lock; each further one without a success between lasts twice as long, up to <see cref="LongestLock"/>.</summary>
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan LongestLock = TimeSpan.FromMinutes(45); // less than what counts as a lock that somebody has set

    /// <summary>Wrong passwords or codes without a success between, after which neither is taken any more: a passkey, a link for a new password and the support remain. NIST SP 800-63B-4, 3.2.2.</summary>
    public const int FailuresUntilPasswordOff = 100;

    public AppUser() => Id = Guid.CreateVersion7();

    /// <summary>When the sign-in was switched off; null while it works.</summary>
    public DateTime? DisabledAt { get; private set; }

    public bool IsDisabled => DisabledAt is not null;

    /// <summary>Secret of the authenticator app, protected and bound to this person; null when there is none.</summary>
    public string? AuthenticatorKey { get; private set; }

    public DateTime? AuthenticatorAddedAt { get; private set; }

    /// <summary>Half minute of the last code that was taken: no code counts twice.</summary>
    public long? LastCodeStep { get; private set; }

    /// <summary>Switched off, or locked for longer than wrong passwords ever lock. A lock of minutes keeps new sign-ins out and leaves open ones alone: else anybody could throw anybody
    /// out by typing wrong passwords.</summary>
    public static bool IsShutOut(DateTime? disabledAt, DateTimeOffset? lockedUntil, DateTime now) => disabledAt is not null || lockedUntil?.UtcDateTime > now.AddHours(1);

    public void Disable(DateTime at) => DisabledAt ??= at;

    public void Enable() => DisabledAt = null;

    /// <summary>Counts a wrong password or code; each fifth locks, for longer each time. A success, a new password or the support begins the count anew.</summary>
    /// <returns>True when this one locked.</returns>
    public bool CountFailure(DateTime at)
    {
        ConcurrencyStamp = Guid.NewGuid().ToString("N");
        if (++AccessFailedCount % FailuresUntilLocked != 0)
        {
            return false;
        }

        LockoutEnd = new DateTimeOffset(at, TimeSpan.Zero) + LockLength(AccessFailedCount);
        return true;
    }

    public bool IsLockedAt(DateTime now) => LockoutEnd?.UtcDateTime > now || AccessFailedCount >= FailuresUntilPasswordOff;

    /// <summary>How long a name rests after so many failures. Names that nobody has rest alike: see the counts of the sign-in page.</summary>
    /// <param name="failures">Without a success between; a multiple of <see cref="FailuresUntilLocked"/>.</param>
    public static TimeSpan LockLength(int failures)
    {
        var doublings = Math.Min((failures / FailuresUntilLocked) - 1, 10);
        var length = LockedFor * (1 << doublings);
        return length < LongestLock ? length : LongestLock;
    }

    /// <summary>A new password ends every sign-in that was made with the old one, and a lock of wrong passwords; not one that somebody has set.</summary>
    public void SetPassword(string hash, DateTime at)
    {
        PasswordHash = hash;
        EmailConfirmed = true; // whoever came here did so by a link in the mail, or knew the old password
        if (!IsShutOut(DisabledAt, LockoutEnd, at))
        {
            Unlock();
        }

        Renew();
    }

    public void SetEmail(string email)
    {
        (Email, UserName) = (email, email);
        (NormalizedEmail, NormalizedUserName) = (email.ToUpperInvariant(), email.ToUpperInvariant());
        EmailConfirmed = true;
        Renew();
    }

    public void AddAuthenticator(string key, long step, DateTime at)
    {
        (AuthenticatorKey, AuthenticatorAddedAt, LastCodeStep) = (key, at, step);
        ConcurrencyStamp = Guid.NewGuid().ToString("N");
    }

    public void RemoveAuthenticator()
    {
        (AuthenticatorKey, AuthenticatorAddedAt, LastCodeStep) = (null, null, null);
        ConcurrencyStamp = Guid.NewGuid().ToString("N");
    }

    /// <summary>A code was taken.</summary>
    public void TakeCode(long step)
    {
        LastCodeStep = step;
        ConcurrencyStamp = Guid.NewGuid().ToString("N");
    }

    /// <summary>Every cookie and every link made before is worth nothing from now on.</summary>
    public void Renew()
    {
        SecurityStamp = Guid.NewGuid().ToString("N");
        ConcurrencyStamp = Guid.NewGuid().ToString("N");
    }

    /// <summary>Ends a lockout and forgets the wrong tries before it. A new concurrency stamp, so that a sign-in that is counting at this moment starts over.</summary>
    public void Unlock()
    {
        LockoutEnd = null;
        AccessFailedCount = 0;
        ConcurrencyStamp = Guid.NewGuid().ToString("N");
    }
}
