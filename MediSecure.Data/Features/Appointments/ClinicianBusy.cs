namespace MediSecure.Data.Features.Appointments;

/// <summary>When a clinician is taken, over all organisations, without saying where or for whom: the one declared exception to the organisation boundary. Written only by
/// the database, from Appointments; read to compute free slots. FHIR: Slot (busy).</summary>
public sealed class ClinicianBusy
{
    public Guid AppointmentId { get; private set; }

    public Guid UserId { get; private set; }

    public DateTime StartsAt { get; private set; }

    public DateTime EndsAt { get; private set; }
}
