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

    public Result Start(DateTime at, Guid by)
    {
        if (Status != CleaningStatus.Requested)
        {
            return Status == CleaningStatus.InProgress ? BedErrors.CleaningStarted : BedErrors.CleaningDone;
        }

        Status = CleaningStatus.InProgress;
        StartedAt = at;
        StartedBy = by;
        return Result.Ok;
    }

    /// <summary>Confirms the cleaning. Never by the person who recorded that the patient left; the database refuses that too.</summary>
    public Result Complete(DateTime at, Guid by)
    {
        if (Status != CleaningStatus.InProgress)
        {
            return Status == CleaningStatus.Requested ? BedErrors.CleaningNotStarted : BedErrors.CleaningDone;
        }

        if (by == RequestedBy)
        {
            return BedErrors.CleanedBySamePerson;
        }

        Status = CleaningStatus.Completed;
        CompletedAt = at;
        CompletedBy = by;
        return Result.Ok;
    }
}
