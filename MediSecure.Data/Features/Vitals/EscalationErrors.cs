using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Vitals;

/// <summary>Why a step of an escalation is refused.</summary>
public static class EscalationErrors
{
    public static readonly Error AlreadyAcknowledged = Error.Conflict("escalation.already-acknowledged", "Somebody else has just acknowledged this, so nothing was changed. Reload to see who.");

    public static readonly Error NotAttended = Error.Conflict("escalation.not-attended", "Nobody has been recorded at the bed yet, so this cannot be closed. Record that you are there first.");

    public static readonly Error AlreadyOpen = Error.Conflict("escalation.already-open", "A review of this patient is already asked for and nobody has been recorded at the bed yet, so nothing was changed. Call whom it asks for.");

    public static readonly Error Deceased = Error.Conflict("escalation.deceased", "This patient is recorded as deceased, so nobody is asked to come. If that is wrong, a doctor takes the death back first.");

    public static Error Past(EscalationStatus status) => status switch
    {
        EscalationStatus.Attended => Error.Conflict("escalation.already-attended", "Somebody is already recorded at the bed, so nothing was changed. Reload to see who."),
        EscalationStatus.EnteredInError => Error.Conflict("escalation.withdrawn", "The observations were entered in error and the escalation withdrawn, so nothing was changed."),
        EscalationStatus.PatientLeft => Error.Conflict("escalation.patient-left", "The patient left meanwhile and the escalation ended with that, so nothing was changed. If the patient is here after all, ask for a new review."),
        EscalationStatus.PatientDied => Error.Conflict("escalation.patient-died", "The death of this patient was recorded meanwhile and the escalation ended with that, so nothing was changed."),
        _ => Error.Conflict("escalation.closed", "This escalation is already closed, so nothing was changed."),
    };
}
