using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Nutrition;

/// <summary>Why an assessment or a step of a consult is refused.</summary>
public static class NutritionErrors
{
    public static readonly Error MeasuresChanged = Error.Conflict("nutrition.measures-changed",
        "Weight or height was recorded or struck through while you had this open, so nothing was saved. What you typed is kept: look at the new measurements, then save again.");

    public static readonly Error LossNeedsReason = Error.Invalid("nutrition.loss-needs-reason",
        "This is not the loss that follows from the recorded weights. Say why, for example \"Planned loss\", or take the proposed number.", nameof(AssessNutritionForm.LossReason));

    public static readonly Error LossNeedsSource = Error.Invalid("nutrition.loss-needs-source",
        "No weight of three to six months ago is recorded. Say where the number comes from, for example \"70 kg in May, says the patient\".", nameof(AssessNutritionForm.LossReason));

    public static readonly Error NeedsSummary = Error.Invalid("nutrition.needs-summary", "MUST does not apply to this patient, so there is no score. Say in a sentence what you found.", nameof(AssessNutritionForm.Summary));

    public static readonly Error AfterDeath = Error.Conflict("nutrition.after-death", "This patient is recorded as deceased, so nothing was saved. Check that this is the right patient.");

    public static readonly Error UnderEmergency = Error.Conflict("nutrition.consult-under-emergency",
        "Under emergency access no dietitian is asked: a consult would open this chart to all of them. Ask somebody who treats the patient to request it.");

    public static readonly Error AlreadyInError = Error.Conflict("nutrition.already-in-error", "This assessment is already marked as entered in error, so nothing was changed.");

    public static readonly Error NotYours = Error.Invalid("nutrition.not-yours", "Only who made this assessment or a dietitian can mark it as entered in error. Ask one of them.");

    public static readonly Error AlreadyOpen = Error.Conflict("nutrition.consult-already-open", "A dietitian is already asked to see this patient, so nothing was changed. Reload to see the consult.");

    public static readonly Error AlreadyAccepted = Error.Conflict("nutrition.consult-already-accepted", "Somebody else has just accepted this consult, so nothing was changed. Reload to see who.");

    public static Error Closed(ConsultStatus status) => Error.Conflict("nutrition.consult-closed", status switch
    {
        ConsultStatus.Done => "This consult is already done, so nothing was changed. Reload to see the assessment.",
        ConsultStatus.Declined => "This consult was declined, so nothing was changed. Reload to see why.",
        ConsultStatus.Withdrawn => "This consult was withdrawn, so nothing was changed. Reload to see why.",
        _ => "This consult is still open, so nothing was changed.",
    });
}
