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
}
