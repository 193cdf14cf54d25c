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
