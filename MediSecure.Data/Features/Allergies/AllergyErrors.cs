using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Allergies;

/// <summary>Why an allergy cannot be recorded or changed.</summary>
public static class AllergyErrors
{
    public static readonly Error InError = Error.Conflict("allergy.in-error", "This entry was marked as entered in error, so it stays as it is. Record the allergy anew if there is one.");

    public static readonly Error ErrorNeedsReason = Error.Invalid("allergy.error-needs-reason", "An entry made in error needs a reason. Use \"Entered in error\" for it.", "Verification");

    public static readonly Error RefutedIsNotActive = Error.Invalid("allergy.refuted-is-not-active", "A refuted allergy cannot be active. Choose inactive or resolved, or another certainty.", "ClinicalStatus");

    public static readonly Error FoodOnly = Error.Invalid("allergy.food-only", "Dietitians record food allergies. Ask a doctor, nurse or pharmacist to record this one.", "Category");

    public static readonly Error OnsetInTheFuture = Error.Invalid("allergy.onset-in-the-future", "The year lies in the future. Check it, or leave it empty.", "OnsetYear");

    public static readonly Error OnsetBeforeBirth = Error.Invalid("allergy.onset-before-birth", "The year lies before the patient was born. Check it, or leave it empty.", "OnsetYear");

    public static readonly Error Same = Error.Conflict("allergy.same", "An active allergy to this substance is already recorded, so nothing was saved. Correct that entry instead.", "Substance");

    public static readonly Error SomeRecorded = Error.Conflict("allergy.some-recorded", "Active allergies are recorded, so \"no known allergies\" cannot be. Resolve or refute them first.");

    public static readonly Error NothingStated = Error.Conflict("allergy.nothing-stated", "\"No known allergies\" is not recorded any more, so there is nothing to take back.");
}
