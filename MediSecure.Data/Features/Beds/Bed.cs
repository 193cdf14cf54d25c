using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Beds;

/// <summary>Location.operationalStatus, HL7 table 0116: U free, O occupied, H housekeeping, K contaminated, I isolated, C closed.
/// Reserved and "discharge ordered" are no bed states: they follow from the stay and the encounter, see <c>BedBoardState</c>.</summary>
public enum BedStatus
{
    Free,
    Occupied,
    Isolated,
    Housekeeping,
    Contaminated,
    Closed,
}

/// <summary>A bed in a room. FHIR: Location (physicalType bd).</summary>
public sealed class Bed : IOrganizationOwned, IVersioned
{
    private Bed()
    {
    }

    public Bed(Guid id, Guid organizationId, Guid roomId, string label, DateTime at)
    {
        Id = id;
        OrganizationId = organizationId;
        RoomId = roomId;
        Label = label;
        StatusChangedAt = at;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid RoomId { get; private set; }

    /// <summary>What is written on the bed, room included: <c>301-A</c>. Unique in the organisation.</summary>
    public string Label { get; private set; } = "";

    public BedStatus Status { get; private set; }

    public DateTime StatusChangedAt { get; private set; }

    public string? ClosedReason { get; private set; }

    public DateOnly? ClosedUntil { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>A patient is put into this bed.</summary>
    public Result Occupy(DateTime at) => Status == BedStatus.Free ? To(BedStatus.Occupied, at) : BedErrors.NotFree(Label, Status);

    /// <summary>The patient in this bed is isolated from now on.</summary>
    public Result Isolate(DateTime at) => Status switch
    {
        BedStatus.Occupied => To(BedStatus.Isolated, at),
        BedStatus.Isolated => BedErrors.AlreadyIsolated(Label),
        _ => BedErrors.NobodyInBed(Label),
    };

    /// <summary>Isolation ends while the patient stays in the bed. Leaving an isolated bed is <see cref="Vacate"/>.</summary>
    public Result EndIsolation(DateTime at) => Status == BedStatus.Isolated ? To(BedStatus.Occupied, at) : BedErrors.NotIsolated(Label);

    /// <summary>The patient left: an ordinary bed waits for housekeeping, an isolated one for a deep clean.</summary>
    public Result Vacate(DateTime at) => Status switch
    {
        BedStatus.Occupied => To(BedStatus.Housekeeping, at),
        BedStatus.Isolated => To(BedStatus.Contaminated, at),
        _ => BedErrors.NobodyInBed(Label),
    };

    /// <summary>Nobody ever lay here, the admission was a mistake: free at once, nothing to clean.</summary>
    public Result Release(DateTime at) => Status is BedStatus.Occupied or BedStatus.Isolated ? To(BedStatus.Free, at) : BedErrors.NobodyInBed(Label);

    /// <summary>The patient of whom a departure was recorded is still in it. Not once it is closed or somebody else's.</summary>
    public Result Resume(bool isolated, DateTime at) => Status is BedStatus.Housekeeping or BedStatus.Contaminated or BedStatus.Free
        ? To(isolated ? BedStatus.Isolated : BedStatus.Occupied, at)
        : BedErrors.NotFree(Label, Status);

    /// <summary>Cleaning is confirmed.</summary>
    public Result MarkClean(DateTime at) => Status is BedStatus.Housekeeping or BedStatus.Contaminated ? To(BedStatus.Free, at) : BedErrors.NothingToClean(Label);

    /// <summary>Takes the bed out of use. Only a free bed or one that waits for housekeeping; that nobody holds it is asked of its stays by the caller.</summary>
    public Result Close(string reason, DateOnly? until, DateTime at)
    {
        if (Status is not (BedStatus.Free or BedStatus.Housekeeping))
        {
            return Status == BedStatus.Closed ? BedErrors.AlreadyClosed(Label) : BedErrors.CannotClose(Label, Status);
        }

        ClosedReason = reason;
        ClosedUntil = until;
        return To(BedStatus.Closed, at);
    }

    /// <summary>Takes the bed into use again: free, or back to housekeeping when it was closed before it had been cleaned.</summary>
    public Result Reopen(bool needsCleaning, DateTime at)
    {
        if (Status != BedStatus.Closed)
        {
            return BedErrors.NotClosed(Label);
        }

        ClosedReason = null;
        ClosedUntil = null;
        return To(needsCleaning ? BedStatus.Housekeeping : BedStatus.Free, at);
    }

    /// <summary>Another label, another room. A bed with somebody in it does not change rooms on paper: the patient is transferred.</summary>
    public Result Edit(string label, Guid roomId)
    {
        if (roomId != RoomId && Status is (BedStatus.Occupied or BedStatus.Isolated))
        {
            return BedErrors.MovedWhileOccupied(Label);
        }

        Label = label;
        RoomId = roomId;
        return Result.Ok;
    }

    private Result To(BedStatus next, DateTime at)
    {
        Status = next;
        StatusChangedAt = at;
        return Result.Ok;
    }
}
