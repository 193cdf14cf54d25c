using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Encounters;

/// <summary>Why a visit cannot be started or completed.</summary>
public static class VisitErrors
{
    public static readonly Error NotAVisit = Error.Conflict("visit.inpatient", "This is an inpatient stay, not a visit. Use the bed board for it.");

    public static readonly Error AlreadyStarted = Error.Conflict("visit.already-started", "This visit has been started already. Complete it when the patient leaves.");

    public static readonly Error NotWaiting = Error.Conflict("visit.not-waiting", "This visit is over, so it cannot be started. Look at the list again.");

    public static readonly Error AlreadyFinished = Error.Conflict("visit.already-finished", "This visit has been completed already. Nothing more is to be done.");

    public static readonly Error NotStarted = Error.Conflict("visit.not-started", "This visit has not been started, so it cannot be completed. Start it first.");
}
