using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Encounters;

namespace MediSecure.Data.Features.Beds;

/// <summary>Opens an inpatient stay in a bed.</summary>
public sealed class AdmitPatientForm
{
    /// <summary>Id of the stay, made by the dialog: saving twice is one admission.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Choose the patient.")]
    public Guid? PatientId { get; set; }

    [Required(ErrorMessage = "Choose the bed.")]
    public Guid? BedId { get; set; }

    [Required(ErrorMessage = "Say why the patient is admitted.")]
    [CleanText(400)]
    [DisplayName("Reason")]
    public string? Reason { get; set; }

    [Required(ErrorMessage = "Choose the responsible clinician.")]
    public Guid? ClinicianId { get; set; }

    /// <summary>In the organisation's zone; may be unknown.</summary>
    public DateOnly? PlannedDischargeOn { get; set; }
}

/// <summary>Keeps a bed for a patient.</summary>
public sealed class ReserveBedForm
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Choose the patient.")]
    public Guid? PatientId { get; set; }

    [Required(ErrorMessage = "Choose the bed.")]
    public Guid? BedId { get; set; }

    /// <summary>How long, 15 to 240.</summary>
    [Range(15, 240, ErrorMessage = "A bed is kept for 15 minutes to 4 hours.")]
    public int Minutes { get; set; } = 120;
}

/// <summary>Moves an inpatient into another bed.</summary>
public sealed class TransferPatientForm
{
    /// <summary>Id of the new bed stay.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid EncounterId { get; set; }

    [Required(ErrorMessage = "Choose the bed.")]
    public Guid? BedId { get; set; }

    [CleanText(400)]
    [DisplayName("Reason")]
    public string? Reason { get; set; }
}

/// <summary>Says that an inpatient may leave.</summary>
public sealed class OrderDischargeForm
{
    public Guid EncounterId { get; set; }

    /// <summary>The day on which the patient leaves; today when left out.</summary>
    public DateOnly? LeavesOn { get; set; }

    [CleanText(400)]
    [DisplayName("Note")]
    public string? Note { get; set; }
}

/// <summary>Records that an inpatient physically left.</summary>
public sealed class RecordDepartureForm
{
    public Guid EncounterId { get; set; }

    [Required(ErrorMessage = "Choose how the stay ended.")]
    public DischargeOutcome? Outcome { get; set; }
}

/// <summary>Changes what was written down at the admission.</summary>
public sealed class EditStayForm : IValidatableObject
{
    public Guid EncounterId { get; set; }

    /// <summary>Of the stay as it was read: a save over somebody else's change is refused.</summary>
    public Guid Version { get; set; }

    [CleanText(400)]
    [DisplayName("Reason")]
    public string? Reason { get; set; }

    /// <summary>The reason stays as it is: for who may not read it.</summary>
    public bool KeepReason { get; set; }

    [Required(ErrorMessage = "Choose the responsible clinician.")]
    public Guid? ClinicianId { get; set; }

    /// <summary>In the organisation's zone; may be unknown.</summary>
    public DateOnly? PlannedDischargeOn { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!KeepReason && string.IsNullOrWhiteSpace(Reason))
        {
            yield return new("Say why the patient is here.", [nameof(Reason)]);
        }
    }
}

/// <summary>Says that a stay was recorded by mistake.</summary>
public sealed class VoidStayForm
{
    public Guid EncounterId { get; set; }

    [Required(ErrorMessage = "Say what was wrong, for example \"Another patient of this name\".")]
    [CleanText(200)]
    [DisplayName("Reason")]
    public string? Reason { get; set; }

    /// <summary>Somebody lay in the bed, so it is cleaned before it is given again.</summary>
    public bool BedWasUsed { get; set; }
}

/// <summary>Says that a patient did not leave after all.</summary>
public sealed class TakeBackDepartureForm
{
    public Guid EncounterId { get; set; }

    [Required(ErrorMessage = "Say why, for example \"Another patient left\".")]
    [CleanText(200)]
    [DisplayName("Reason")]
    public string? Reason { get; set; }
}

/// <summary>Isolates an inpatient in the bed where they lie.</summary>
public sealed class IsolatePatientForm
{
    public Guid EncounterId { get; set; }

    [Required(ErrorMessage = "Say why the patient is isolated, for example \"Contact: MRSA\".")]
    [CleanText(200)]
    [DisplayName("Reason")]
    public string? Reason { get; set; }
}

/// <summary>A new bed in a room.</summary>
public sealed class CreateBedForm
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Choose the room.")]
    public Guid? RoomId { get; set; }

    [Required(ErrorMessage = "Give the bed its label, for example 301-A.")]
    [CleanText(20)]
    [DisplayName("Label")]
    public string? Label { get; set; }
}

/// <summary>Another label or room for a bed.</summary>
public sealed class EditBedForm
{
    public Guid Id { get; set; }

    /// <summary>Of the bed as it was read: a save over somebody else's change is refused.</summary>
    public Guid Version { get; set; }

    [Required(ErrorMessage = "Choose the room.")]
    public Guid? RoomId { get; set; }

    [Required(ErrorMessage = "Give the bed its label, for example 301-A.")]
    [CleanText(20)]
    [DisplayName("Label")]
    public string? Label { get; set; }
}

/// <summary>Takes a bed out of use.</summary>
public sealed class CloseBedForm
{
    public Guid BedId { get; set; }

    [Required(ErrorMessage = "Say why the bed is closed.")]
    [CleanText(400)]
    [DisplayName("Reason")]
    public string? Reason { get; set; }

    /// <summary>Until which day, when known.</summary>
    public DateOnly? Until { get; set; }
}
