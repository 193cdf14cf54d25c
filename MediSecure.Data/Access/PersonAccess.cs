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

    public bool Holds(Permission permission) => Roles.Granting(permission).Any();

    /// <summary>What counts in this session: without the second factor that staff must prove, only a role as patient.</summary>
    public OrganizationAccess In(SessionStanding? session) => session is { CountsForStaff: false } ? this with { Roles = [.. Roles.Where(role => role == Role.Patient)] } : this;
}

/// <summary>A sign-in with everything it holds, as the membership rows say now (at most two seconds old).</summary>
public sealed record PersonAccess(Guid UserId, string Email, bool IsDisabled, IReadOnlyList<OrganizationAccess> Organizations)
{
    public OrganizationAccess? At(Guid organizationId) => IsDisabled ? null : Organizations.FirstOrDefault(o => o.OrganizationId == organizationId);
}
