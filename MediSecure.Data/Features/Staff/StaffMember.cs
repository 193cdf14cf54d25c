using MediSecure.Data.Common;
using MediSecure.Data.Features.Patients;

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
        Rename(name);
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The sign-in. The same person in two organisations has two rows and one sign-in, which is what keeps them from being booked twice at once.</summary>
    public Guid UserId { get; private set; }

    /// <summary>As colleagues and patients read it, title included: <c>Dr Tunde Adebayo</c>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Lower case, no accents; for search and order.</summary>
    public string SearchName { get; private set; } = "";

    public string? Specialty { get; private set; }

    public string? LicenceNumber { get; private set; }

    public DateOnly? LicenceExpiresOn { get; private set; }

    /// <summary>Can be booked by patients and reception, while they hold a role that conducts visits.</summary>
    public bool IsBookable { get; private set; }

    /// <summary>When the person stopped working here; null while they do.</summary>
    public DateTime? LeftAt { get; private set; }

    public Guid Version { get; private set; }

    public void Describe(string name, string? specialty, string? licenceNumber, DateOnly? licenceExpiresOn, bool isBookable)
    {
        Rename(name);
        Specialty = specialty;
        LicenceNumber = licenceNumber;
        LicenceExpiresOn = licenceExpiresOn;
        IsBookable = isBookable;
    }

    /// <summary>Takes no bookings from now on; what is booked stays.</summary>
    public void StopBooking() => IsBookable = false;

    /// <summary>The person stops working here. Roles end with it, in the same transaction; what still waits for the person is looked at by the service.</summary>
    public Result Leave(DateTime at)
    {
        if (LeftAt is not null)
        {
            return StaffErrors.AlreadyLeft;
        }

        LeftAt = at;
        StopBooking();
        return Result.Ok;
    }

    /// <summary>The person works here again; roles are granted anew.</summary>
    public Result Return()
    {
        if (LeftAt is null)
        {
            return StaffErrors.StillHere;
        }

        LeftAt = null;
        return Result.Ok;
    }

    private void Rename(string name)
    {
        Name = name;
        SearchName = SearchText.Normalize(name);
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
