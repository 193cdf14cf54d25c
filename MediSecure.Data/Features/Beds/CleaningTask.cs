using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Beds;

public enum CleaningKind
{
    Housekeeping,
    DeepClean,
}

/// <summary>FHIR R4: Task.status, the three steps used here.</summary>
public enum CleaningStatus
{
    Requested,
    InProgress,
    Completed,
}

/// <summary>A bed to be cleaned after a patient left. Never confirmed by the person who recorded that the patient left: the database refuses it. FHIR: Task.</summary>
public sealed class CleaningTask : IOrganizationOwned, IVersioned
{
    private CleaningTask()
    {
    }

    public CleaningTask(Guid id, Guid organizationId, Guid bedId, CleaningKind kind, DateTime requestedAt, Guid requestedBy)
    {
        Id = id;
        OrganizationId = organizationId;
        BedId = bedId;
        Kind = kind;
        RequestedAt = requestedAt;
        RequestedBy = requestedBy;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid BedId { get; private set; }

    public CleaningKind Kind { get; private set; }

    public CleaningStatus Status { get; private set; }

    public DateTime RequestedAt { get; private set; }

    /// <summary>Sign-in of who recorded that the patient left.</summary>
    public Guid RequestedBy { get; private set; }

    public DateTime? StartedAt { get; private set; }

    public Guid? StartedBy { get; private set; }

    public DateTime? CompletedAt { get; private set; }

    public Guid? CompletedBy { get; private set; }

    public Guid Version { get; private set; }
}
