using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Appointments;

/// <summary>A booking. Made when the dialog opens: its id is the key by which a repeated save is recognised.</summary>
public sealed class BookAppointmentForm
{
    public const int MaxReason = 400;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Whose visit; ignored when a patient books, who books for themselves only.</summary>
    [Display(Name = "Patient")]
    public Guid? PatientId { get; set; }

    [Required(ErrorMessage = "Choose a clinician.")]
    public Guid? ClinicianId { get; set; }

    /// <summary>UTC.</summary>
    [Required(ErrorMessage = "Choose a free time.")]
    public DateTime? StartsAt { get; set; }

    /// <summary>Null for the usual length of the clinician's slots; ignored when a patient books.</summary>
    public int? Minutes { get; set; }

    [Display(Name = "Reason"), CleanText(MaxReason)]
    public string? Reason { get; set; }
}

/// <summary>A visit moves to another time.</summary>
public sealed class RescheduleAppointmentForm
{
    /// <summary>The new booking's id.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The visit that moves.</summary>
    public Guid AppointmentId { get; set; }

    /// <summary>Its version as the person saw it.</summary>
    public Guid Version { get; set; }

    /// <summary>Null for the same clinician.</summary>
    public Guid? ClinicianId { get; set; }

    /// <summary>UTC.</summary>
    [Required(ErrorMessage = "Choose a free time.")]
    public DateTime? StartsAt { get; set; }
}

/// <summary>A visit is called off.</summary>
public sealed class CancelAppointmentForm
{
    public Guid AppointmentId { get; set; }

    public Guid Version { get; set; }

    [Display(Name = "Reason"), Required(ErrorMessage = "Say why: the reason is kept with the visit."), CleanText(BookAppointmentForm.MaxReason)]
    public string? Reason { get; set; }
}
