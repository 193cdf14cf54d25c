using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Fluids;

/// <summary>Why a fluid entry is refused.</summary>
public static class FluidErrors
{
    public static readonly Error InTheFuture = Error.Invalid("fluids.in-the-future", "The time lies in the future. Enter when it went in or came out.", "TakenAt");

    public static readonly Error BeforeBirth = Error.Invalid("fluids.before-birth", "The time lies before the patient was born. Enter when it went in or came out.", "TakenAt");

    public static readonly Error AfterDeath = Error.Conflict("fluids.after-death", "This patient is recorded as deceased before that time, so nothing was saved. Check that this is the right patient.", "TakenAt");

    public static readonly Error NoSuchDay = Error.Invalid("fluids.no-such-day", "There is no fluid chart for this day. Choose a day of the patient's life.");

    public static readonly Error AlreadyInError = Error.Conflict("fluids.already-in-error", "This entry is already marked as entered in error, so nothing was changed.");
}
