using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Amendments;

/// <summary>Why a correction cannot be asked for or answered.</summary>
public static class AmendmentErrors
{
    public static readonly Error OpenAlready = Error.Conflict("amendment.open-already", "A request about this is open already. Wait for the answer, or withdraw it and ask again.", "ItemId");

    public static readonly Error NoSuchItem = Error.Invalid("amendment.no-such-item", "This does not stand in the record any more, or cannot be asked about. Choose something else.", "ItemId");

    public static readonly Error NoItem = Error.Invalid("amendment.no-item", "Choose what the request is about.", "ItemId");

    public static readonly Error InReviewAlready = Error.Conflict("amendment.in-review", "Somebody looks into this request already, so nothing was changed. It can be answered.");

    public static readonly Error Answered = Error.Conflict("amendment.answered", "This request has been answered, so nothing was changed.");

    public static readonly Error Withdrawn = Error.Conflict("amendment.withdrawn", "The patient withdrew this request, so nothing was changed.");

    public static readonly Error NotRefused = Error.Conflict("amendment.not-refused", "Only with a refusal one can disagree, and this request is not refused.");

    public static readonly Error DisagreedAlready = Error.Conflict("amendment.disagreed-already", "A statement of disagreement stands there already. It stays as it is; for something else ask again.");

    public static readonly Error OnlyTheAuthor = Error.Conflict("amendment.only-the-author", "Only the author of the note answers this request. It is on their list.");

    public static readonly Error OnlyADoctor = Error.Conflict("amendment.only-a-doctor", "Only a doctor who treats the patient answers this request. It is on their list.");

    public static readonly Error NoSuchCorrection = Error.Invalid("amendment.no-such-correction", "This is no correction of what was asked about, or was made before it was asked. Choose another one.", "LinkId");

    private static readonly Error NoAddendum = Error.Invalid("amendment.no-addendum", "A signed note does not change. Write an addendum, then accept.", "LinkId");

    private static readonly Error EntryUnchanged = Error.Invalid("amendment.entry-unchanged", "The entry still stands as it was asked about. Correct it or record it anew, then accept.", "LinkId");

    public static Error NotCorrected(AmendmentItem item) => item == AmendmentItem.Note ? NoAddendum : EntryUnchanged;
}
