using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Appointments;

/// <summary>A visit of a patient with a clinician. FHIR: Appointment.</summary>
public sealed partial class Appointment : IPatientOwned, IVersioned
{
    private Appointment()
    {
    }

    public Appointment(Guid id, Guid organizationId, Guid patientId, Guid clinicianId, Guid clinicianUserId, Guid? roomId, Guid? departmentId, DateTime startsAt,
        DateTime endsAt, string? reason, AppointmentStatus status, DateTime createdAt, Guid createdBy)
    {
        Id = id;
        OrganizationId = organizationId;
        PatientId = patientId;
        ClinicianId = clinicianId;
        ClinicianUserId = clinicianUserId;
        RoomId = roomId;
        DepartmentId = departmentId;
        StartsAt = startsAt;
        EndsAt = endsAt;
        Reason = reason;
        Status = status;
        CreatedAt = createdAt;
        CreatedBy = createdBy;
    }

    public Guid OrganizationId { get; private set; }

    /// <summary>Made by the form that books, so that a repeated save is recognised as the same booking.</summary>
    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    /// <summary>The StaffMember at this organisation.</summary>
    public Guid ClinicianId { get; private set; }

    /// <summary>The same person across organisations; carries the rule that nobody is in two places at once.</summary>
    public Guid ClinicianUserId { get; private set; }

    public Guid? RoomId { get; private set; }

    public Guid? DepartmentId { get; private set; }

    public DateTime StartsAt { get; private set; }

    public DateTime EndsAt { get; private set; }

    public AppointmentStatus Status { get; private set; }

    public string? Reason { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>Sign-in of who booked.</summary>
    public Guid CreatedBy { get; private set; }

    /// <summary>Until when a hold counts; null for anything else.</summary>
    public DateTime? HeldUntil { get; private set; }

    /// <summary>Booked over another visit of the clinician or room on purpose; needs its own permission and a reason.</summary>
    public bool Overbooked { get; private set; }

    public string? OverbookReason { get; private set; }

    public DateTime? ArrivedAt { get; private set; }

    public DateTime? CheckedInAt { get; private set; }

    public string? CancelReason { get; private set; }

    public DateTime? CancelledAt { get; private set; }

    /// <summary>The visit that this one replaced.</summary>
    public Guid? RescheduledFromId { get; private set; }

    /// <summary>The encounter of this visit, from check-in on.</summary>
    public Guid? EncounterId { get; private set; }

    public Guid Version { get; private set; }
}
