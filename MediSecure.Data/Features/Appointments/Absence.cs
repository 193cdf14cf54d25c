using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Appointments;

/// <summary>A period in which a clinician cannot be booked although working hours say so: leave, training. FHIR: Slot (busy-unavailable).</summary>
public sealed class Absence : IOrganizationOwned, IVersioned
{
    private Absence()
    {
    }

    public Absence(Guid id, Guid organizationId, Guid clinicianId, DateTime startsAt, DateTime endsAt, string reason)
    {
        Id = id;
        OrganizationId = organizationId;
        ClinicianId = clinicianId;
        StartsAt = startsAt;
        EndsAt = endsAt;
        Reason = reason;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid ClinicianId { get; private set; }

    public DateTime StartsAt { get; private set; }

    public DateTime EndsAt { get; private set; }

    public string Reason { get; private set; } = "";

    public Guid Version { get; private set; }
}
