using MediSecure.Data.Common;

namespace MediSecure.Data.Features.ActivityReviews;

public static class ActivityReviewErrors
{
    public static readonly Error OwnFinding = Error.Conflict("activity-review.own", "This is about what you did yourself, so somebody else has to review it. Ask another administrator.");

    public static readonly Error AlreadyReviewed = Error.Conflict("activity-review.already-reviewed", "Somebody reviewed this a moment ago, so your note was not saved. Open it to read theirs.");

    public static readonly Error ElsewhereReviewed = Error.Conflict("activity-review.elsewhere", "Emergency access is reviewed on its own page, together with the reason that was given.");
}
