using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Encounters;

public static partial class EncounterErrors
{
    public static readonly Error NotInpatient = Error.Conflict("encounter.not-inpatient",
        "This stay is already over, so nothing was changed. Reload the board to see where the patient is now.");

    public static readonly Error DischargeAlreadyOrdered = Error.Conflict("encounter.discharge-already-ordered",
        "The discharge of this patient is already ordered, so nothing was changed. Record the departure when the patient has left.");

    public static readonly Error DischargeNotOrdered = Error.Conflict("encounter.discharge-not-ordered",
        "No discharge is ordered for this patient, so there is nothing to cancel.");

    public static readonly Error DischargeOrderMissing = Error.Conflict("encounter.discharge-order-missing",
        "Nobody has ordered the discharge of this patient yet, so the departure was not recorded. Order the discharge first, or choose another outcome.", "Outcome");

    public static readonly Error OrderedWithoutDay = Error.Invalid("encounter.ordered-without-day",
        "The discharge of this patient is ordered, so the day stays. Choose a day, or cancel the discharge first.", "PlannedDischargeOn");

    public static readonly Error NotLeft = Error.Conflict("encounter.not-left",
        "No departure is recorded for this stay, so there is nothing to take back. Look at the stays again.");

    public static readonly Error LeftByDying = Error.Conflict("encounter.left-by-dying",
        "This stay ended with the patient's death, which is not taken back here, so nothing was changed. Admit the patient anew when the death has been taken back on the chart.");

    public static readonly Error LeftLongAgo = Error.Conflict("encounter.left-long-ago",
        "A departure can be taken back for a day, and this one was recorded earlier, so nothing was changed. Admit the patient anew.");

    public static readonly Error StayedSince = Error.Conflict("encounter.stayed-since",
        "This patient has been admitted again since, so the departure stands and nothing was changed. Correct the newer stay.");

    public static readonly Error AlreadyIsolated = Error.Conflict("encounter.already-isolated",
        "This patient is already isolated, so nothing was changed.");

    public static readonly Error NotIsolated = Error.Conflict("encounter.not-isolated",
        "This patient is not isolated, so there is nothing to end.");

    public static readonly Error NotEmergency = Error.Conflict("encounter.not-emergency",
        "This emergency visit is over or with somebody else by now, so nothing was changed. Reload to see where it stands.");

    public static readonly Error EmergencyOpen = Error.Conflict("encounter.emergency-open",
        "An emergency visit of this patient is open already, so a second one was not begun. Look at the triage queue.");
}
