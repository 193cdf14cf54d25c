namespace MediSecure.Data.Access;

/// <summary>What one person holds at one organisation.</summary>
/// <param name="OrganizationId">Where.</param>
/// <param name="OrganizationName">As shown.</param>
/// <param name="TimeZone">IANA zone of the organisation.</param>
/// <param name="Name">The person's name there, from the staff or patient row.</param>
/// <param name="Roles">Current roles.</param>
/// <param name="StaffMemberId">The staff row, if the person works there.</param>
/// <param name="PatientId">The patient row, if the person is a patient there.</param>
public sealed record OrganizationAccess(Guid OrganizationId, string OrganizationName, string TimeZone, string Name, IReadOnlyList<Role> Roles, Guid? StaffMemberId, Guid? PatientId)
{
    /// <summary>How long charts stay open there after treatment.</summary>
    public CareTerms Care { get; init; } = CareTerms.Usual;

    /// <summary>Since when the person belongs there without a break in all: the oldest of the current roles. UTC.</summary>
    public DateTime Since { get; init; }

    /// <summary>Patients for whom the person may act there, by grants that have not been revoked. Ask <see cref="PatientProxy.IsLive"/> before use.</summary>
    public IReadOnlyList<PatientProxy> Proxies { get; init; } = [];

    /// <summary>The patient for whom the person acts now; null when they act for themselves.</summary>
    public PatientProxy? Acting { get; init; }

    /// <summary>Those of the roles that grant it. Who acts for a patient holds what the patient's role grants, but for what is done in person.</summary>
    public IEnumerable<Role> Granting(Permission permission) => Acting is not null && permission.IsInPerson() ? [] : Roles.Granting(permission);

    public bool Holds(Permission permission) => Granting(permission).Any();

    /// <summary>What counts in this session: without the second factor that staff must prove, only a role as patient.</summary>
    public OrganizationAccess In(SessionStanding? session) => session is { CountsForStaff: false } ? this with { Roles = [.. Roles.Where(role => role == Role.Patient)] } : this;

    /// <summary>The same person as the patient would be; null when no grant is in force.</summary>
    internal OrganizationAccess? ActingFor(Guid patientId, DateTime now) => Roles.Contains(Role.Patient) && Proxies.FirstOrDefault(p => p.PatientId == patientId && p.IsLive(now)) is { } proxy
        ? this with { Roles = [Role.Patient], StaffMemberId = null, PatientId = patientId, Acting = proxy }
        : null;
}

/// <summary>A grant to act for a patient.</summary>
/// <param name="StartsAt">UTC.</param>
/// <param name="EndsAt">UTC.</param>
public sealed record PatientProxy(Guid PatientId, string PatientName, DateTime StartsAt, DateTime EndsAt)
{
    public bool IsLive(DateTime now) => StartsAt <= now && now < EndsAt;
}

/// <summary>A sign-in with everything it holds, as the membership rows say now (at most two seconds old).</summary>
public sealed record PersonAccess(Guid UserId, string Email, bool IsDisabled, IReadOnlyList<OrganizationAccess> Organizations)
{
    /// <summary>The organisation where the person has worked longest, of those where they work now; it alone administers the sign-in itself. Where they are only a patient counts when they work nowhere. Null when they
    /// belong to none.</summary>
    public Guid? HomeId => Organizations.Where(o => o.Roles.Count > 0).OrderBy(o => o.Roles.All(role => role == Role.Patient)).ThenBy(o => o.Since).ThenBy(o => o.OrganizationId).FirstOrDefault()?.OrganizationId;

    public OrganizationAccess? At(Guid organizationId) => IsDisabled ? null : Organizations.FirstOrDefault(o => o.OrganizationId == organizationId);
}
