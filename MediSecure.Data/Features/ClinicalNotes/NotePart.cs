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

/// <summary>Words added to a signed note later, dated and by name; encrypted, append-only. FHIR: DocumentReference.relatesTo appends.</summary>
public sealed class NoteAddendum : IPatientOwned
{
    private NoteAddendum()
    {
    }

    public NoteAddendum(Guid id, ClinicalNote note, Guid authorId, Guid authorUserId, EncryptedText text, DateTime at)
    {
        Id = id;
        OrganizationId = note.OrganizationId;
        PatientId = note.PatientId;
        NoteId = note.Id;
        AuthorId = authorId;
        AuthorUserId = authorUserId;
        Text = text;
        WrittenAt = at;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid NoteId { get; private set; }

    /// <summary>Who wrote it (StaffMember).</summary>
    public Guid AuthorId { get; private set; }

    public Guid AuthorUserId { get; private set; }

    public EncryptedText Text { get; private set; } = null!;

    public DateTime WrittenAt { get; private set; }
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
