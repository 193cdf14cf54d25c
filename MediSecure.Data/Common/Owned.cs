namespace MediSecure.Data.Common;

/// <summary>A row of one organisation. The key is (OrganizationId, Id), the target of all foreign keys.</summary>
public interface IOrganizationOwned
{
    Guid OrganizationId { get; }
}

/// <summary>A row about one patient: also filtered by the patient compartment.</summary>
public interface IPatientOwned : IOrganizationOwned
{
    Guid PatientId { get; }
}

/// <summary>A row that people edit: a stale save is refused by its version.</summary>
public interface IVersioned
{
    Guid Version { get; }
}
