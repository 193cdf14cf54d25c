using MediSecure.Data.Common;

namespace MediSecure.Data.Features.ClinicalNotes;

/// <summary>As whom somebody acts on a signed text.</summary>
public enum NoteStanding
{
    /// <summary>Reads it, and writes addenda of their own.</summary>
    Reader,

    /// <summary>Wrote it.</summary>
    Author,

    /// <summary>Corrects notes of colleagues, and the author cannot: does what the author could.</summary>
    InsteadOfAuthor,

    /// <summary>Corrects notes of colleagues, and the author is here: takes away what is about another patient, which waits for nobody, and nothing else.</summary>
    WrongPatientOnly,
}

/// <summary>Who acts on a note or an addendum.</summary>
/// <param name="UserId">The sign-in.</param>
/// <param name="CorrectsColleagues">Acts by the permission to correct notes of colleagues.</param>
/// <param name="AuthorIsAway">The author has left, writes no notes here any more, or is on leave.</param>
public readonly record struct NoteActor(Guid UserId, bool CorrectsColleagues = false, bool AuthorIsAway = false);

/// <summary>What somebody wrote about a patient and signed, a note or an addendum: who may act on it, and from when on the patient reads it. The one rule for both.</summary>
public abstract class AuthoredText
{
    protected AuthoredText()
    {
    }

    protected AuthoredText(Guid authorId, Guid authorUserId) => (AuthorId, AuthorUserId) = (authorId, authorUserId);

    /// <summary>Who wrote it (StaffMember).</summary>
    public Guid AuthorId { get; private set; }

    /// <summary>The author's sign-in.</summary>
    public Guid AuthorUserId { get; private set; }

    /// <summary>From when on the patient may read it; null while it is held back.</summary>
    public DateTime? ReleaseAt { get; private set; }

    /// <summary>Why it is held back.</summary>
    public string? HeldReason { get; private set; }

    /// <summary>As whom this person acts on it.</summary>
    public NoteStanding StandingOf(NoteActor actor) => actor.UserId == AuthorUserId ? NoteStanding.Author
        : !actor.CorrectsColleagues ? NoteStanding.Reader
        : actor.AuthorIsAway ? NoteStanding.InsteadOfAuthor
        : NoteStanding.WrongPatientOnly;

    /// <summary>Holds it back from the patient from now on.</summary>
    public Result Hold(NoteActor actor, string reason)
    {
        if ((ReleaseObstacle ?? NotTheirs(actor)) is { } refused)
        {
            return refused;
        }

        PlanRelease(null, reason);
        return Result.Ok;
    }

    /// <summary>Lets the patient read it now.</summary>
    public Result Release(NoteActor actor, DateTime at)
    {
        if ((ReleaseObstacle ?? NotTheirs(actor)) is { } refused)
        {
            return refused;
        }

        if (ReleaseAt <= at)
        {
            return ClinicalNoteErrors.ReleasedAlready;
        }

        PlanRelease(at, null);
        return Result.Ok;
    }

    /// <summary>Why its release cannot be changed, whoever asks; null when it can.</summary>
    protected abstract Error? ReleaseObstacle { get; }

    /// <summary>At signing: by the organisation's rule, or held back with a reason.</summary>
    protected void PlanRelease(DateTime? at, string? holdReason) => (ReleaseAt, HeldReason) = (holdReason is null ? at : null, holdReason);

    /// <summary>Why this person may not act on it; null when they may.</summary>
    protected Error? NotTheirs(NoteActor actor, bool isAboutAnother = false) => StandingOf(actor) switch
    {
        NoteStanding.Author or NoteStanding.InsteadOfAuthor => null,
        NoteStanding.WrongPatientOnly => isAboutAnother ? null : ClinicalNoteErrors.AuthorIsHere,
        _ => ClinicalNoteErrors.NotTheAuthor,
    };
}
