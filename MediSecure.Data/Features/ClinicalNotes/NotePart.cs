using MediSecure.Data.Common;

namespace MediSecure.Data.Features.ClinicalNotes;

/// <summary>The text under one heading of a note, encrypted. Frozen by the database once the note is signed.</summary>
public sealed class NotePart : IPatientOwned
{
    /// <summary>Characters.</summary>
    public const int MaxLength = 200_000;

    private NotePart()
    {
    }

    public NotePart(Guid id, ClinicalNote note, NoteHeading heading)
    {
        Id = id;
        OrganizationId = note.OrganizationId;
        PatientId = note.PatientId;
        NoteId = note.Id;
        Heading = heading;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid NoteId { get; private set; }

    public NoteHeading Heading { get; private set; }

    public EncryptedText? Text { get; private set; }

    public DateTime SavedAt { get; private set; }

    public void Save(EncryptedText? text, DateTime at)
    {
        Text = text;
        SavedAt = at;
    }
}

/// <summary>Words added to a signed note later, dated and by name; encrypted, append-only. The patient reads them by the rule that holds for notes, and never before the note. FHIR: DocumentReference.relatesTo appends.</summary>
public sealed class NoteAddendum : AuthoredText, IPatientOwned, IVersioned
{
    private NoteAddendum()
    {
    }

    /// <param name="id">Made by the screen.</param>
    /// <param name="note">The signed note.</param>
    /// <param name="authorId">Who writes (StaffMember).</param>
    /// <param name="authorUserId">The author's sign-in.</param>
    /// <param name="text">Encrypted.</param>
    /// <param name="at">UTC.</param>
    /// <param name="releaseAt">By the organisation's rule.</param>
    /// <param name="holdReason">Why the patient may not read it yet; null to release by the rule.</param>
    public NoteAddendum(Guid id, ClinicalNote note, Guid authorId, Guid authorUserId, EncryptedText text, DateTime at, DateTime releaseAt, string? holdReason = null)
        : base(authorId, authorUserId)
    {
        Id = id;
        OrganizationId = note.OrganizationId;
        PatientId = note.PatientId;
        NoteId = note.Id;
        Text = text;
        WrittenAt = at;
        PlanRelease(releaseAt, holdReason);
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid NoteId { get; private set; }

    public EncryptedText Text { get; private set; } = null!;

    public DateTime WrittenAt { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>It answers what the patient asked for, so the patient reads it with the answer; unless somebody holds it back.</summary>
    public Result ReleaseWithAnswer(DateTime at)
    {
        if (HeldReason is not null)
        {
            return ClinicalNoteErrors.AddendumHeld;
        }

        if (ReleaseAt > at)
        {
            PlanRelease(at, null);
        }

        return Result.Ok;
    }

    /// <inheritdoc/>
    protected override Error? ReleaseObstacle => null;
}

/// <summary>When patients of an organisation may read what was signed: at signing, or after some days. Without a row: at signing.</summary>
public sealed class NoteReleaseRule : IOrganizationOwned, IVersioned
{
    public const int MostDays = 90;

    private NoteReleaseRule()
    {
    }

    public NoteReleaseRule(Guid organizationId) => OrganizationId = organizationId;

    public Guid OrganizationId { get; private set; }

    /// <summary>Days after signing; 0 at signing.</summary>
    public int Days { get; private set; }

    public Guid Version { get; private set; }

    public void Set(int days) => Days = days;
}
