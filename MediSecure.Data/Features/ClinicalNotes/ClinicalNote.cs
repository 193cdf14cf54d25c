using MediSecure.Data.Common;

namespace MediSecure.Data.Features.ClinicalNotes;

/// <summary>FHIR: Composition.status (preliminary, final, entered-in-error); a discarded draft never was part of the record.</summary>
public enum NoteStatus
{
    Draft,
    Signed,
    EnteredInError,
    Discarded,
}

/// <summary>What is wrong with a note that is struck through.</summary>
public enum NoteMistake
{
    /// <summary>It is about somebody else: the patient reads its text no more.</summary>
    WrongPatient,

    /// <summary>It is about this patient and wrong: what was released stays readable, struck through.</summary>
    Content,
}

/// <summary>What a clinician wrote about a patient. A draft belongs to its author; signing freezes it, and what comes later is an <see cref="NoteAddendum"/>. FHIR: Composition, DocumentReference.</summary>
public sealed class ClinicalNote : AuthoredText, IPatientOwned, IVersioned
{
    /// <summary>How often at most a draft that is being typed leaves a line in the activity log.</summary>
    public static readonly TimeSpan EditGrain = TimeSpan.FromMinutes(10);

    private ClinicalNote()
    {
    }

    private ClinicalNote(Guid id, Guid organizationId, Guid patientId, NoteKind kind, Guid? encounterId, Guid authorId, Guid authorUserId, DateTime at)
        : base(authorId, authorUserId)
    {
        Id = id;
        OrganizationId = organizationId;
        PatientId = patientId;
        Kind = kind;
        EncounterId = encounterId;
        StartedAt = EditedAt = at;
        Status = NoteStatus.Draft;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public NoteKind Kind { get; private set; }

    public NoteStatus Status { get; private set; }

    /// <summary>The visit or stay it belongs to.</summary>
    public Guid? EncounterId { get; private set; }

    public DateTime StartedAt { get; private set; }

    /// <summary>Last typing to within <see cref="EditGrain"/>; the parts carry the exact time.</summary>
    public DateTime EditedAt { get; private set; }

    /// <summary>The one open editor whose text is taken.</summary>
    public Guid? EditorId { get; private set; }

    /// <summary>The sign-in of that editor.</summary>
    public string? EditorSession { get; private set; }

    public DateTime? EditorOpenedAt { get; private set; }

    public DateTime? SignedAt { get; private set; }

    /// <summary>What is wrong with it; null while it stands.</summary>
    public NoteMistake? Mistake { get; private set; }

    public DateTime? EnteredInErrorAt { get; private set; }

    /// <summary>Who struck it through (a sign-in).</summary>
    public Guid? EnteredInErrorBy { get; private set; }

    public string? ErrorReason { get; private set; }

    /// <summary>When its text was taken from the patient, who could read it until then; null when they never could, or still can.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Begins a draft, open in this editor.</summary>
    public static ClinicalNote Start(Guid id, Guid organizationId, Guid patientId, NoteKind kind, Guid? encounterId, Guid authorId, Guid authorUserId, DateTime at) =>
        new(id, organizationId, patientId, kind, encounterId, authorId, authorUserId, at);

    /// <summary>The patient may read it now. What was released and then found wrong stays readable, struck through, unless it is about somebody else.</summary>
    public bool IsReleased(DateTime now) => Status is NoteStatus.Signed or NoteStatus.EnteredInError && ReleaseAt <= now;

    /// <summary>Opens the draft in an editor; one that was open elsewhere is told at its next save.</summary>
    public Result Open(Guid editor, string? session, Guid userId, DateTime at)
    {
        if (Check(userId) is { } refused)
        {
            return refused;
        }

        (EditorId, EditorSession, EditorOpenedAt) = (editor, session, at);
        return Result.Ok;
    }

    /// <summary>Whether this editor may save. Marks the note as edited at most every <see cref="EditGrain"/>.</summary>
    public Result Edit(Guid editor, Guid userId, DateTime at)
    {
        if (Check(userId) is { } refused)
        {
            return refused;
        }

        if (EditorId != editor)
        {
            return ClinicalNoteErrors.OpenElsewhere;
        }

        if (at - EditedAt >= EditGrain)
        {
            EditedAt = at;
        }

        return Result.Ok;
    }

    /// <summary>Freezes the text.</summary>
    /// <param name="editor">The open editor.</param>
    /// <param name="userId">Who signs: the author.</param>
    /// <param name="at">UTC.</param>
    /// <param name="releaseAt">By the organisation's rule.</param>
    /// <param name="holdReason">Why the patient may not read it yet; null to release by the rule.</param>
    public Result Sign(Guid editor, Guid userId, DateTime at, DateTime releaseAt, string? holdReason)
    {
        var mayEdit = Edit(editor, userId, at);
        if (mayEdit.Failed)
        {
            return mayEdit;
        }

        Status = NoteStatus.Signed;
        SignedAt = EditedAt = at;
        PlanRelease(releaseAt, holdReason);
        (EditorId, EditorSession, EditorOpenedAt) = (null, null, null);
        return Result.Ok;
    }

    public Result Discard(Guid userId, DateTime at)
    {
        if (Check(userId) is { } refused)
        {
            return refused;
        }

        Status = NoteStatus.Discarded;
        EditedAt = at;
        (EditorId, EditorSession, EditorOpenedAt) = (null, null, null);
        return Result.Ok;
    }

    /// <summary>Strikes it through; nothing is deleted. About another patient ends its release for good, also when it was struck through for its content before.</summary>
    public Result EnterInError(NoteActor actor, NoteMistake mistake, string reason, DateTime at)
    {
        var isAboutAnother = mistake == NoteMistake.WrongPatient;
        var obstacle = isAboutAnother ? ReleaseObstacle : Status == NoteStatus.EnteredInError ? ClinicalNoteErrors.StruckThrough : ReleaseObstacle;
        if ((obstacle ?? NotTheirs(actor, isAboutAnother)) is { } refused)
        {
            return refused;
        }

        if (isAboutAnother)
        {
            WithdrawnAt = IsReleased(at) ? at : null;
            PlanRelease(null, null);
        }
        else if (ReleaseAt > at)
        {
            PlanRelease(null, "Entered in error"); // what is known to be wrong does not reach the patient by itself days later
        }

        Status = NoteStatus.EnteredInError;
        (Mistake, EnteredInErrorAt, EnteredInErrorBy, ErrorReason) = (mistake, at, actor.UserId, reason);
        return Result.Ok;
    }

    /// <summary>An addendum may be written by anybody who writes notes here, to what is signed.</summary>
    public Result MayAddTo() => Status switch
    {
        NoteStatus.Signed => Result.Ok,
        NoteStatus.EnteredInError => ClinicalNoteErrors.StruckThrough,
        _ => ClinicalNoteErrors.NotSigned,
    };

    private Error? Check(Guid userId) => Status switch
    {
        NoteStatus.Discarded => ClinicalNoteErrors.Discarded,
        not NoteStatus.Draft => ClinicalNoteErrors.Signed,
        _ => AuthorUserId == userId ? null : ClinicalNoteErrors.NotTheAuthor,
    };

    /// <inheritdoc/>
    protected override Error? ReleaseObstacle => Mistake == NoteMistake.WrongPatient ? ClinicalNoteErrors.Withdrawn
        : Status is NoteStatus.Signed or NoteStatus.EnteredInError ? null
        : ClinicalNoteErrors.NotSigned;
}
