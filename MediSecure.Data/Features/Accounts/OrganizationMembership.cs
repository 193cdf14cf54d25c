using MediSecure.Data.Access;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Accounts;

/// <summary>One role of one person at one organisation, from its granting until it ends. FHIR: PractitionerRole (or the portal access of a Patient).</summary>
public sealed class OrganizationMembership : IOrganizationOwned
{
    private OrganizationMembership()
    {
    }

    public OrganizationMembership(Guid id, Guid organizationId, Guid userId, Role role, DateTime grantedAt)
    {
        Id = id;
        OrganizationId = organizationId;
        UserId = userId;
        Role = role;
        GrantedAt = grantedAt;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    public Role Role { get; private set; }

    public DateTime GrantedAt { get; private set; }

    /// <summary>Null while the role is held; history is kept.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Since when this administrator is one of those who answer for the privacy of patients here; null when not marked. While nobody is marked, every administrator is.</summary>
    public DateTime? PrivacyOfficerFromAt { get; private set; }

    public Result MarkPrivacyOfficer(bool marked, DateTime at)
    {
        if (Role != Role.Administrator || EndedAt is not null)
        {
            return MembershipErrors.NotAnAdministrator;
        }

        PrivacyOfficerFromAt = marked ? PrivacyOfficerFromAt ?? at : null;
        return Result.Ok;
    }

    public Result End(DateTime at)
    {
        if (EndedAt is not null)
        {
            return MembershipErrors.AlreadyEnded;
        }

        EndedAt = at;
        return Result.Ok;
    }
}
