using MediSecure.Data.Common;

namespace MediSecure.Data.Features.History;

/// <summary>Why an entry of the history is refused.</summary>
public static class HistoryErrors
{
    public static readonly Error InError = Error.Conflict("history.in-error", "This entry was marked as entered in error already, so it stays as it is.");

    public static readonly Error InTheFuture = Error.Invalid("history.in-the-future", "This day lies in the future. Check it.", "On");

    public static readonly Error BeforeBirth = Error.Invalid("history.before-birth", "This day lies before the patient was born. Check it.", "On");

    public static readonly Error DueTooFar = Error.Invalid("history.due-too-far", "A due date lies at most 42 weeks ahead. Check the day.", "DueOn");

    public static readonly Error DuePast = Error.Invalid("history.due-past", "This due date lies more than four weeks back. Check the day, or record how the pregnancy ended.", "DueOn");

    public static readonly Error AlreadyPregnant = Error.Conflict("history.already-pregnant", "A pregnancy is recorded already. End that one first, or mark it as entered in error.");

    public static readonly Error PregnancyOver = Error.Conflict("history.pregnancy-over", "This pregnancy has ended already, so nothing was changed.");

    public static readonly Error NotFemale = Error.Invalid("history.male", "The patient is recorded as male, so no pregnancy was recorded. Correct the patient's details first if that is wrong.");
}
