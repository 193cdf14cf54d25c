using Microsoft.AspNetCore.Identity;

namespace MediSecure.Data.Features.Accounts;

/// <summary>A sign-in and nothing else: names, birth dates and licences live in <c>Patient</c> and <c>StaffMember</c>, which are scoped. Ids are never reused;
/// a person who leaves is disabled, never deleted. FHIR: the login behind Patient or Practitioner.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    public AppUser() => Id = Guid.CreateVersion7();

    /// <summary>When the sign-in was switched off; null while it works.</summary>
    public DateTime? DisabledAt { get; private set; }

    public bool IsDisabled => DisabledAt is not null;

    /// <summary>Switched off, or locked for longer than wrong passwords ever lock. A lock of minutes keeps new sign-ins out and leaves open ones alone: else anybody could throw anybody
    /// out by typing wrong passwords.</summary>
    public static bool IsShutOut(DateTime? disabledAt, DateTimeOffset? lockedUntil, DateTime now) => disabledAt is not null || lockedUntil?.UtcDateTime > now.AddHours(1);

    public void Disable(DateTime at) => DisabledAt ??= at;

    public void Enable() => DisabledAt = null;

    /// <summary>Ends a lockout and forgets the wrong tries before it. A new concurrency stamp, so that a sign-in that is counting at this moment starts over.</summary>
    public void Unlock()
    {
        LockoutEnd = null;
        AccessFailedCount = 0;
        ConcurrencyStamp = Guid.NewGuid().ToString("N");
    }
}
