using MediSecure.Data.Common;

namespace MediSecure.Data.Features.EmergencyAccess;

/// <summary>What emergency access and its review can be refused for.</summary>
public static class EmergencyErrors
{
    public static readonly Error NotNeeded = Error.Conflict("emergency.not-needed",
        "This chart opens without emergency access, because the patient is in your care. Open it from the search.");

    public static readonly Error AlreadyRunning = Error.Conflict("emergency.already-running", "Emergency access to this chart was just opened for you, so nothing was added. Open the chart.");

    public static readonly Error AlreadyEnded = Error.Conflict("emergency.already-ended", "This emergency access is over already, so nothing was changed.");

    public static readonly Error OwnReview = Error.Conflict("emergency.own-review", "This was your own emergency access, so somebody else has to review it.");

    public static readonly Error AlreadyReviewed = Error.Conflict("emergency.already-reviewed", "Somebody has reviewed this emergency access already, so nothing was changed. Reload to see the outcome.");

    public static readonly Error ExplanationShort = Error.Invalid("emergency.explanation-short", $"Write what happened, in at least {EmergencyGrant.ShortestExplanation} characters.", "Explanation");

    public static readonly Error NoteMissing = Error.Invalid("emergency.note-missing", "Write what was wrong with it: the person and the next reviewer have to understand it.", "Note");

    public static readonly Error NotAPrivacyOfficer = new("emergency.not-a-privacy-officer",
        "Emergency access is reviewed by the privacy officers of this organisation, and you are not marked as one. An administrator can mark you on your page under Staff.", ErrorKind.Denied);
}
