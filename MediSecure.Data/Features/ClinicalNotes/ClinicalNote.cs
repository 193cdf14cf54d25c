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

/// <summary>What a clinician wrote about a patient. A draft belongs to its author; signing freezes it, and what comes later is an <see cref="NoteAddendum"/>. FHIR: Composition, DocumentReference.</summary>
public sealed class ClinicalNote : IPatientOwned, IVersioned
{
    /// <summary>How often at most a draft that is being typed leaves a line in the activity log.</summary>
    public static readonly TimeSpan EditGrain = TimeSpan.FromMinutes(10);

    private ClinicalNote()
    {
    }

    private ClinicalNote(Guid id, Guid organizationId, Guid patientId, NoteKind kind, Guid? encounterId, Guid authorId, Guid authorUserId, DateTime at)
    {
        Id = id;
        OrganizationId = organizationId;
        PatientId = patientId;
        Kind = kind;
        EncounterId = encounterId;
        AuthorId = authorId;
        AuthorUserId = authorUserId;
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

    /// <summary>Who writes (StaffMember).</summary>
    public Guid AuthorId { get; private set; }

    /// <summary>The author's sign-in.</summary>
    public Guid AuthorUserId { get; private set; }

    public DateTime StartedAt { get; private set; }

    /// <summary>Last typing to within <see cref="EditGrain"/>; the parts carry the exact time.</summary>
    public DateTime EditedAt { get; private set; }

    /// <summary>The one open editor whose text is taken.</summary>
    public Guid? EditorId { get; private set; }

    /// <summary>The sign-in of that editor.</summary>
    public string? EditorSession { get; private set; }

    public DateTime? EditorOpenedAt { get; private set; }

    public DateTime? SignedAt { get; private set; }

    /// <summary>From when on the patient may read it; null while it is held back.</summary>
    public DateTime? ReleaseAt { get; private set; }

    /// <summary>Why the author holds it back.</summary>
    public string? HeldReason { get; private set; }

    public DateTime? EnteredInErrorAt { get; private set; }

    public string? ErrorReason { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Begins a draft, open in this editor.</summary>
    public static ClinicalNote Start(Guid id, Guid organizationId, Guid patientId, NoteKind kind, Guid? encounterId, Guid authorId, Guid authorUserId, DateTime at) =>
        new(id, organizationId, patientId, kind, encounterId, authorId, authorUserId, at);

    /// <summary>The patient may read it now. What was released and then found wrong stays readable, struck through.</summary>
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
        ReleaseAt = holdReason is null ? releaseAt : null;
        HeldReason = holdReason;
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

    /// <summary>Strikes it through; nothing is deleted.</summary>
    public Result EnterInError(Guid userId, string reason, DateTime at)
    {
        if (MustBeSigned(userId) is { } refused)
        {
            return refused;
        }

        Status = NoteStatus.EnteredInError;
        (EnteredInErrorAt, ErrorReason) = (at, reason);
        return Result.Ok;
    }

    /// <summary>Holds it back from the patient from now on.</summary>
    public Result Hold(Guid userId, string reason)
    {
        if (MustBeSigned(userId) is { } refused)
        {
            return refused;
        }

        (ReleaseAt, HeldReason) = (null, reason);
        return Result.Ok;
    }

    public Result Release(Guid userId, DateTime at)
    {
        if (MustBeSigned(userId) is { } refused)
        {
            return refused;
        }

        if (ReleaseAt <= at)
        {
            return ClinicalNoteErrors.ReleasedAlready;
        }

        (ReleaseAt, HeldReason) = (at, null);
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

    private Error? MustBeSigned(Guid userId) => Status switch
    {
        NoteStatus.EnteredInError => ClinicalNoteErrors.StruckThrough,
        not NoteStatus.Signed => ClinicalNoteErrors.NotSigned,
        _ => AuthorUserId == userId ? null : ClinicalNoteErrors.NotTheAuthor,
    };
}
