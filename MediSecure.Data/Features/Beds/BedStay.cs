using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Beds;

/// <summary>FHIR: Encounter.location.status.</summary>
public enum BedStayStatus
{
    Reserved,
    Active,
    Completed,
    Cancelled,
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
}
