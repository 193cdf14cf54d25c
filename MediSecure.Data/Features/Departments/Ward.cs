using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Departments;

/// <summary>A ward of a department: a group of rooms with beds. FHIR: Location (physicalType wa).</summary>
public sealed class Ward : IOrganizationOwned, IVersioned
{
    private Ward()
    {
    }

    public Ward(Guid id, Guid organizationId, Guid departmentId, string name)
    {
        Id = id;
        OrganizationId = organizationId;
        DepartmentId = departmentId;
        Name = name;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid DepartmentId { get; private set; }

    public string Name { get; private set; } = "";

    public DateTime? ClosedAt { get; private set; }

    public string? ClosedReason { get; private set; }

    public Guid Version { get; private set; }

    public void Rename(string name) => Name = name;

    public Result Close(string reason, DateTime at)
    {
        if (ClosedAt is not null)
        {
            return DepartmentErrors.WardAlreadyClosed;
        }

        ClosedAt = at;
        ClosedReason = reason;
        return Result.Ok;
    }

    public Result Reopen()
    {
        if (ClosedAt is null)
        {
            return DepartmentErrors.WardNotClosed;
        }

        ClosedAt = null;
        ClosedReason = null;
        return Result.Ok;
    }
}
