using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Problems;

/// <summary>Why a problem cannot be recorded or changed.</summary>
public static class ProblemErrors
{
    public static readonly Error InError = Error.Conflict("problem.in-error", "This entry was marked as entered in error, so it stays as it is. Record the problem anew if there is one.");

    public static readonly Error Refuted = Error.Conflict("problem.refuted", "This problem is refuted, so its course cannot change. Set it to provisional first if it is thought of again.");

    public static readonly Error BeforeOnset = Error.Invalid("problem.before-onset", "This day lies before the problem began or last ended. Check the day.", "On");

    public static readonly Error OnsetAfterEnd = Error.Invalid("problem.onset-after-end", "The onset lies after the day on which the problem ended. Check the day.", "OnsetOn");

    public static readonly Error OnsetInTheFuture = Error.Invalid("problem.onset-in-the-future", "The onset lies in the future. Check the day, or leave it empty.", "OnsetOn");

    public static readonly Error OnsetBeforeBirth = Error.Invalid("problem.onset-before-birth", "The onset lies before the patient was born. Check the day, or leave it empty.", "OnsetOn");

    public static readonly Error BeforeBirth = Error.Invalid("problem.before-birth", "This day lies before the patient was born. Check the day.", "On");

    public static readonly Error InTheFuture = Error.Invalid("problem.in-the-future", "This day lies in the future. Choose today or an earlier day.", "On");

    public static readonly Error NoWords = Error.Invalid("problem.no-words", "Choose a diagnosis from the list, or type the problem in words.", "Title");

    public static readonly Error UnknownCode = Error.Invalid("problem.unknown-code", "This code is not in the list, or is a heading of it. Choose another one, or use words only.", "Code");

    public static readonly Error Same = Error.Conflict("problem.same", "This problem is on the list already and still counts, so nothing was saved. Change that entry instead.", "Title");

    public static readonly Error NothingToChange = Error.Invalid("problem.nothing-to-change", "Choose how the problem stands now.");

    public static Error NotPossible(ProblemStatus from, ProblemStatus to) => Error.Conflict("problem.not-possible",
        $"A problem that is {Word(from)} cannot become {Word(to)}, so nothing was changed. Look at the list again.", "ClinicalStatus");

    public static Error NotPossible(ProblemVerification from, ProblemVerification to) => Error.Conflict("problem.certainty-not-possible",
        $"A problem that is {Word(from)} cannot become {Word(to)}, so nothing was changed. Look at the list again.", "Verification");

    private static string Word(ProblemStatus status) => status switch
    {
        ProblemStatus.Remission => "in remission",
        ProblemStatus.Recurrence => "a recurrence",
        _ => status.ToString().ToLowerInvariant(),
    };

    private static string Word(ProblemVerification verification) => verification == ProblemVerification.EnteredInError ? "entered in error" : verification.ToString().ToLowerInvariant();
}
