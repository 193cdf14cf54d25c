namespace MediSecure.Data.Features.Appointments;

public sealed partial class Appointment
{
    /// <summary>Still to come: a death cancels it.</summary>
    public static readonly IReadOnlyList<AppointmentStatus> StillToCome =
        [AppointmentStatus.Proposed, AppointmentStatus.Pending, AppointmentStatus.Waitlist, AppointmentStatus.Held, AppointmentStatus.Booked];

    /// <summary>The patient died: whatever was still to come is cancelled. What happened already stays as it was.</summary>
    public void CancelAfterDeath(DateTime at)
    {
        if (!StillToCome.Contains(Status))
        {
            return;
        }

        Status = AppointmentStatus.Cancelled;
        CancelReason = "The patient died.";
        CancelledAt = at;
        HeldUntil = null;
    }
}
