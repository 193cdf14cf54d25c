using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Amendments;

/// <summary>What a patient asks to have corrected.</summary>
public enum AmendmentItem
{
    Note,
    Allergy,
    Problem,
    Diagnosis,
    /// <summary>Contact and other details of the person; nothing clinical.</summary>
    Other,
}

/// <summary>FHIR: Task.status (requested, in-progress, completed, rejected, cancelled).</summary>
public enum AmendmentStatus
{
    Requested,
    InReview,
    Accepted,
    Refused,
    Withdrawn,
}

/// <summary>Why a correction may be refused: 45 CFR 164.526(a)(2), there are no other grounds.</summary>
public enum RefusalGround
{
    Accurate,
    NotMadeHere,
    NotPartOfRecord,
    NotOpenToInspection,
}

/// <summary>The one thing that a request is about.</summary>
/// <param name="Item">Which kind.</param>
/// <param name="Id">Of the note or entry; null for <see cref="AmendmentItem.Other"/>.</param>
/// <param name="AuthorId">Who wrote the note (StaffMember); null for entries, which any doctor who treats the patient answers for.</param>
/// <param name="Version">Of the entry when it was asked about: a correction shows as another one.</param>
public sealed record AmendmentSubject(AmendmentItem Item, Guid? Id, Guid? AuthorId, Guid? Version);

/// <summary>A patient asks for a correction of their record (HIPAA, 45 CFR 164.526): answered within 60 days by who wrote it. Nothing that was signed changes: an accepted request names the addendum or
/// the corrected entry, a refused one its ground, and the patient may disagree in writing, which then stands beside the note.</summary>
public sealed class AmendmentRequest : IPatientOwned, IVersioned
{
    /// <summary>45 CFR 164.526(b)(2): no later than 60 days after receipt.</summary>
    public const int AnswerDays = 60;

    /// <summary>Characters of each text.</summary>
    public const int MaxLength = 4_000;

    private AmendmentRequest()
    {
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public AmendmentItem Item { get; private set; }

    /// <summary>Of the note or entry; the patient's own for <see cref="AmendmentItem.Other"/>. One request is open for it at a time.</summary>
    public Guid ItemId { get; private set; }

    public Guid? NoteId { get; private set; }

    public Guid? AllergyId { get; private set; }

    public Guid? ProblemId { get; private set; }

    public Guid? DiagnosisId { get; private set; }

    /// <summary>Who wrote the note and answers (StaffMember).</summary>
    public Guid? AuthorId { get; private set; }

    /// <summary>Of the entry when it was asked about.</summary>
    public Guid? ItemVersion { get; private set; }

    /// <summary>What is wrong, in the patient's words.</summary>
    public EncryptedText Wrong { get; private set; } = null!;

    /// <summary>What it should say.</summary>
    public EncryptedText ShouldSay { get; private set; } = null!;

    public AmendmentStatus Status { get; private set; }

    public DateTime RequestedAt { get; private set; }

    /// <summary>The patient's sign-in, or that of who acts for them.</summary>
    public Guid RequestedBy { get; private set; }

    /// <summary>Last day for an answer, on the organisation's calendar.</summary>
    public DateOnly DueOn { get; private set; }

    public Guid? ReviewedBy { get; private set; }

    public DateTime? ReviewBeganAt { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public RefusalGround? Ground { get; private set; }

    /// <summary>Why it is refused, or a word to what was corrected; the patient reads it.</summary>
    public EncryptedText? Answer { get; private set; }

    /// <summary>The addendum that makes the correction.</summary>
    public Guid? AddendumId { get; private set; }

    public Guid? CorrectedAllergyId { get; private set; }

    public Guid? CorrectedProblemId { get; private set; }

    public Guid? CorrectedDiagnosisId { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>The patient's statement of disagreement: 45 CFR 164.526(d)(2).</summary>
    public EncryptedText? Statement { get; private set; }

    public DateTime? StatementAt { get; private set; }

    public Guid Version { get; private set; }

    public bool IsOpen => Status is AmendmentStatus.Requested or AmendmentStatus.InReview;

    /// <param name="id">Made by the screen.</param>
    /// <param name="organizationId">Where.</param>
    /// <param name="patientId">Whose record.</param>
    /// <param name="subject">What is wrong there.</param>
    /// <param name="wrong">What is wrong, sealed.</param>
    /// <param name="shouldSay">What it should say, sealed.</param>
    /// <param name="today">The organisation's day.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="at">UTC.</param>
    public static AmendmentRequest Ask(Guid id, Guid organizationId, Guid patientId, AmendmentSubject subject, EncryptedText wrong, EncryptedText shouldSay, DateOnly today, Guid by, DateTime at) => new()
    {
        Id = id,
        OrganizationId = organizationId,
        PatientId = patientId,
        Item = subject.Item,
        ItemId = subject.Id ?? patientId,
        NoteId = subject.Item == AmendmentItem.Note ? subject.Id : null,
        AllergyId = subject.Item == AmendmentItem.Allergy ? subject.Id : null,
        ProblemId = subject.Item == AmendmentItem.Problem ? subject.Id : null,
        DiagnosisId = subject.Item == AmendmentItem.Diagnosis ? subject.Id : null,
        AuthorId = subject.AuthorId,
        ItemVersion = subject.Version,
        Wrong = wrong,
        ShouldSay = shouldSay,
        DueOn = today.AddDays(AnswerDays),
        RequestedBy = by,
        RequestedAt = at,
    };

    public bool IsOverdue(DateOnly today) => IsOpen && DueOn < today;

    /// <summary>Somebody looks into it.</summary>
    public Result Review(Guid by, DateTime at)
    {
        if (Closed() is { } refused)
        {
            return refused;
        }

        if (Status == AmendmentStatus.InReview)
        {
            return AmendmentErrors.InReviewAlready;
        }

        Status = AmendmentStatus.InReview;
        (ReviewedBy, ReviewBeganAt) = (by, at);
        return Result.Ok;
    }

    /// <summary>The record was corrected.</summary>
    /// <param name="linkId">The addendum or the corrected entry; null for <see cref="AmendmentItem.Other"/>.</param>
    /// <param name="answer">A word to the patient, sealed.</param>
    /// <param name="by">Who answers.</param>
    /// <param name="at">UTC.</param>
    public Result Accept(Guid? linkId, EncryptedText? answer, Guid by, DateTime at)
    {
        if (Closed() is { } refused)
        {
            return refused;
        }

        if (Item != AmendmentItem.Other && linkId is null)
        {
            return AmendmentErrors.NotCorrected(Item);
        }

        AddendumId = Item == AmendmentItem.Note ? linkId : null;
        CorrectedAllergyId = Item == AmendmentItem.Allergy ? linkId : null;
        CorrectedProblemId = Item == AmendmentItem.Problem ? linkId : null;
        CorrectedDiagnosisId = Item == AmendmentItem.Diagnosis ? linkId : null;
        Status = AmendmentStatus.Accepted;
        (Answer, AnsweredBy, AnsweredAt) = (answer, by, at);
        return Result.Ok;
    }

    public Result Refuse(RefusalGround ground, EncryptedText reason, Guid by, DateTime at)
    {
        if (Closed() is { } refused)
        {
            return refused;
        }

        Status = AmendmentStatus.Refused;
        (Ground, Answer, AnsweredBy, AnsweredAt) = (ground, reason, by, at);
        return Result.Ok;
    }

    /// <summary>The patient does not ask any more.</summary>
    public Result Withdraw(DateTime at)
    {
        if (Closed() is { } refused)
        {
            return refused;
        }

        Status = AmendmentStatus.Withdrawn;
        WithdrawnAt = at;
        return Result.Ok;
    }

    /// <summary>The patient disagrees with the refusal; said once, it stays.</summary>
    public Result Disagree(EncryptedText statement, DateTime at)
    {
        if (Status != AmendmentStatus.Refused)
        {
            return AmendmentErrors.NotRefused;
        }

        if (Statement is not null)
        {
            return AmendmentErrors.DisagreedAlready;
        }

        (Statement, StatementAt) = (statement, at);
        return Result.Ok;
    }

    private Error? Closed() => Status switch
    {
        AmendmentStatus.Withdrawn => AmendmentErrors.Withdrawn,
        AmendmentStatus.Accepted or AmendmentStatus.Refused => AmendmentErrors.Answered,
        _ => null,
    };
}
