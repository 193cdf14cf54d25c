using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Beds;

/// <summary>FHIR: Encounter.location.status.</summary>
public enum BedStayStatus
{
    Reserved,
    Active,
    Completed,
    Cancelled,
    EnteredInError,
}

/// <summary>Who lies, lay or will lie in which bed, from–to. FHIR: Encounter.location. A reservation may stand before there is an encounter.</summary>
public sealed class BedStay : IPatientOwned, IVersioned
{
    private BedStay()
    {
    }

    public BedStay(Guid id, Guid organizationId, Guid bedId, Guid patientId, Guid? encounterId, BedStayStatus status, DateTime startsAt, DateTime? reservedUntil, Guid recordedBy)
    {
        Id = id;
        OrganizationId = organizationId;
        BedId = bedId;
        PatientId = patientId;
        EncounterId = encounterId;
        Status = status;
        StartsAt = startsAt;
        ReservedUntil = reservedUntil;
        RecordedBy = recordedBy;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid BedId { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid? EncounterId { get; private set; }

    public BedStayStatus Status { get; private set; }

    public DateTime StartsAt { get; private set; }

    /// <summary>When a reservation lapses by itself (at most four hours after it was made); null for a stay.</summary>
    public DateTime? ReservedUntil { get; private set; }

    /// <summary>When the bed was left, or the reservation ended; null while it counts.</summary>
    public DateTime? ReleasedAt { get; private set; }

    /// <summary>Sign-in of who reserved or admitted.</summary>
    public Guid RecordedBy { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>The longest time for which a bed is kept for somebody.</summary>
    public static readonly TimeSpan LongestReservation = TimeSpan.FromHours(4);

    /// <summary>Keeps a free bed for a patient until <paramref name="until"/>.</summary>
    public static Result<BedStay> Reserve(Guid id, Guid organizationId, Guid bedId, Guid patientId, Guid? encounterId, DateTime at, DateTime until, Guid by) =>
        until <= at || until - at > LongestReservation
            ? BedErrors.ReservationLength
            : new BedStay(id, organizationId, bedId, patientId, encounterId, BedStayStatus.Reserved, at, until, by);

    /// <summary>A stay that begins at once.</summary>
    public static BedStay Begin(Guid id, Guid organizationId, Guid bedId, Guid patientId, Guid encounterId, DateTime at, Guid by) =>
        new(id, organizationId, bedId, patientId, encounterId, BedStayStatus.Active, at, null, by);

    /// <summary>Still counts: the patient lies here, or the bed is kept and the time is not over.</summary>
    public bool Counts(DateTime now) => Status == BedStayStatus.Active || (Status == BedStayStatus.Reserved && ReservedUntil > now);

    /// <summary>The patient for whom the bed was kept takes it.</summary>
    public Result Activate(Guid encounterId, DateTime at, Guid by)
    {
        if (Status != BedStayStatus.Reserved)
        {
            return BedErrors.NotReserved;
        }

        if (!Counts(at))
        {
            return BedErrors.ReservationLapsed;
        }

        Status = BedStayStatus.Active;
        EncounterId = encounterId;
        StartsAt = at;
        ReservedUntil = null;
        RecordedBy = by;
        return Result.Ok;
    }

    /// <summary>The patient left the bed.</summary>
    public Result Complete(DateTime at)
    {
        if (Status != BedStayStatus.Active)
        {
            return BedErrors.StayOver;
        }

        Status = BedStayStatus.Completed;
        ReleasedAt = at < StartsAt ? StartsAt : at;
        return Result.Ok;
    }

    /// <summary>The patient never lay here: recorded by mistake.</summary>
    public Result EnterInError(DateTime at)
    {
        if (Status is not (BedStayStatus.Active or BedStayStatus.Completed))
        {
            return BedErrors.StayOver;
        }

        Status = BedStayStatus.EnteredInError;
        ReleasedAt ??= at < StartsAt ? StartsAt : at;
        return Result.Ok;
    }

    /// <summary>The patient never left the bed: the departure was recorded by mistake.</summary>
    public Result Resume()
    {
        if (Status != BedStayStatus.Completed)
        {
            return BedErrors.StayNotOver;
        }

        Status = BedStayStatus.Active;
        ReleasedAt = null;
        return Result.Ok;
    }

    /// <summary>The reservation is given up, or its time is over.</summary>
    public Result Cancel(DateTime at)
    {
        if (Status != BedStayStatus.Reserved)
        {
            return BedErrors.NotReserved;
        }

        Status = BedStayStatus.Cancelled;
        ReleasedAt = ReservedUntil < at ? ReservedUntil : at;
        return Result.Ok;
    }
}
