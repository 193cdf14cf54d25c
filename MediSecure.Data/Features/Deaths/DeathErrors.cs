using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Deaths;

/// <summary>Why a death cannot be recorded or taken back.</summary>
public static class DeathErrors
{
    public static readonly Error InError = Error.Conflict("death.in-error", "This record was taken back already, so nothing was changed.");

    public static readonly Error NotRecorded = Error.Conflict("death.not-recorded", "No death is recorded for this patient, or it was taken back already, so nothing was changed. Reload to see how the chart stands.");

    public static readonly Error Already = Error.Conflict("death.already", "A death is recorded for this patient already. Take that record back first if it is wrong.");

    public static readonly Error StillInBed = Error.Conflict("death.still-in-bed", "The patient still lies in a bed. Record on the bed board that the patient left, with the outcome Died; then record the cause here.");

    public static readonly Error InTheFuture = Error.Invalid("death.in-the-future", "This time lies in the future. Check day and time.", "DiedOn");

    public static readonly Error BeforeBirth = Error.Invalid("death.before-birth", "This day lies before the patient was born. Check it.", "DiedOn");

    public static readonly Error NoSuchTime = Error.Invalid("death.no-such-time", "This is no time of that day. Write hours and minutes, for example 07:45.", "Time");

    public static readonly Error NoCause = Error.Invalid("death.no-cause", "Choose the cause from the list, or type it in words.", "Cause");

    public static readonly Error UnknownCode = Error.Invalid("death.unknown-code", "This code is not in the list, or is a heading of it. Choose another one, or use words only.", "Code");
}
