using MediSecure.Data.Common;

namespace MediSecure.Data.Features.ClinicalNotes;

public static class ClinicalNoteErrors
{
    public static readonly Error Signed = Error.Conflict("note.signed", "This note is signed and cannot change any more. Write an addendum instead.");

    public static readonly Error NotSigned = Error.Conflict("note.not-signed", "This note is not signed yet, so this is not possible. Sign it first.");

    public static readonly Error Discarded = Error.Conflict("note.discarded", "This draft was discarded, so nothing was saved. Your text is still in the fields: copy it into a new note.");

    public static readonly Error StruckThrough = Error.Conflict("note.in-error", "This note was entered in error and is struck through. Write a new note instead.");

    public static readonly Error NotTheAuthor = Error.Conflict("note.not-the-author", "Only the author may do this. Write a note of your own, or an addendum once it is signed.");

    public static readonly Error AuthorIsHere = Error.Conflict("note.author-is-here",
        "The author works here and can do this, so nothing was changed. Ask the author. Only a note that is about another patient can be struck through at once.");

    public static readonly Error Withdrawn = Error.Conflict("note.withdrawn", "This note is about another patient and was taken out of this patient's reading for good, so nothing was changed.");

    public static readonly Error AddendumHeld = Error.Conflict("note.addendum-held", "This addendum is held back from the patient, so it cannot be the answer to them. Release it first, or choose another.", "LinkId");

    public static readonly Error HoldReasonNeeded = Error.Invalid("note.hold-reason", "Say why the patient may not read it yet.", "HoldReason");

    public static readonly Error VisitNeeded = Error.Invalid("note.visit-needed", "A discharge letter belongs to a visit or stay. Choose which.", "EncounterId");

    public static readonly Error OpenElsewhere = Error.Conflict("note.open-elsewhere",
        "This draft was opened in another window, which writes it now, so nothing was saved here. Your text is still in the fields: compare it, then continue here if you want.");

    public static readonly Error Empty = Error.Invalid("note.empty", "There is no text yet. Write something under at least one heading, then sign.");

    public static readonly Error TooLong = Error.Invalid("note.too-long", $"This text has more than {NotePart.MaxLength:N0} characters, so it was not saved. Move a part of it under another heading.");

    public static readonly Error NoSuchHeading = Error.Invalid("note.no-such-heading", "This kind of note has no such heading. Reload the page.");

    public static readonly Error KindNotYours = Error.Invalid("note.kind-not-yours", "Your role here does not write this kind of note. Choose another kind.", "Kind");

    public static readonly Error NoSuchTemplate = Error.Invalid("note.no-such-template", "This kind of note has no such template. Choose another, or begin with empty fields.", "Template");

    public static readonly Error NoVisit = Error.Invalid("note.no-such-visit", "This visit does not belong to this patient, or did not take place. Choose another, or none.", "EncounterId");

    public static readonly Error IdTaken = Error.Conflict("note.id-taken", "This note exists already. Reload the page.");

    public static readonly Error ReleasedAlready = Error.Conflict("note.released-already", "The patient can read this already, so nothing was changed.");

    public static readonly Error NotStaff = Error.Conflict("note.not-staff", "Only people with a staff record here write notes. An administrator can add you to the staff.");

    /// <summary>A character that would change how the signed text is read.</summary>
    public static Error BadText(string heading, string problem) => Error.Invalid("note.text", $"{heading} {problem}");
}
