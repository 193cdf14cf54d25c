using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Departments;

/// <summary>A clinical or other department of an organisation. FHIR: Organization (type dept) with HealthcareService.</summary>
public sealed class Department : IOrganizationOwned, IVersioned
{
    private Department()
    {
    }

    public Department(Guid id, Guid organizationId, string name, string? specialty)
    {
        Id = id;
        OrganizationId = organizationId;
        Name = name;
        Specialty = specialty;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public string? Specialty { get; private set; }

    /// <summary>Other organisations may refer patients here: its name is then known to all of them.</summary>
    public bool TakesReferrals { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public string? ClosedReason { get; private set; }

    public Guid Version { get; private set; }

    public void Edit(string name, string? specialty)
    {
        Name = name;
        Specialty = specialty;
    }

    public void OpenToReferrals(bool takes) => TakesReferrals = takes;

    /// <summary>What hangs on the department is looked at by the service.</summary>
    public Result Close(string reason, DateTime at)
    {
        if (ClosedAt is not null)
        {
            return DepartmentErrors.AlreadyClosed;
        }

        ClosedAt = at;
        ClosedReason = reason;
        return Result.Ok;
    }

    public Result Reopen()
    {
        if (ClosedAt is null)
        {
            return DepartmentErrors.NotClosed;
        }

        ClosedAt = null;
        ClosedReason = null;
        return Result.Ok;
    }
}
