using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Staff;

/// <summary>Somebody who works at the organisation. One row per organisation and sign-in; what the person may do is in OrganizationMembership. FHIR: Practitioner.</summary>
public sealed class StaffMember : IOrganizationOwned, IVersioned
{
    private StaffMember()
    {
    }

    public StaffMember(Guid id, Guid organizationId, Guid userId, string name)
    {
        Id = id;
        OrganizationId = organizationId;
        UserId = userId;
        Name = name;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The sign-in. The same person in two organisations has two rows and one sign-in, which is what keeps them from being booked twice at once.</summary>
    public Guid UserId { get; private set; }

    /// <summary>As colleagues and patients read it, title included: <c>Dr Tunde Adebayo</c>.</summary>
    public string Name { get; private set; } = "";

    public string? Specialty { get; private set; }

    public string? LicenceNumber { get; private set; }

    public DateOnly? LicenceExpiresOn { get; private set; }

    /// <summary>Can be booked by patients and reception.</summary>
    public bool IsBookable { get; private set; }

    /// <summary>When the person stopped working here; null while they do.</summary>
    public DateTime? LeftAt { get; private set; }

    public Guid Version { get; private set; }

    public void Describe(string name, string? specialty, string? licenceNumber, DateOnly? licenceExpiresOn, bool isBookable)
    {
        Name = name;
        Specialty = specialty;
        LicenceNumber = licenceNumber;
        LicenceExpiresOn = licenceExpiresOn;
        IsBookable = isBookable;
    }
}

/// <summary>A department in which a staff member works.</summary>
public sealed class StaffDepartment : IOrganizationOwned
{
    private StaffDepartment()
    {
    }

    public StaffDepartment(Guid organizationId, Guid staffMemberId, Guid departmentId)
    {
        OrganizationId = organizationId;
        StaffMemberId = staffMemberId;
        DepartmentId = departmentId;
    }

    public Guid OrganizationId { get; private set; }

    public Guid StaffMemberId { get; private set; }

    public Guid DepartmentId { get; private set; }
}
