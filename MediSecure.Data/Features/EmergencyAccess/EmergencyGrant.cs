using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;

namespace MediSecure.Data.Features.EmergencyAccess;

/// <summary>Why somebody opens the chart of a patient who is not in their care. FHIR: PurposeOfUse under BTG.</summary>
public enum EmergencyReason
{
    LifeThreatening,
    UrgentCare,
    CoveringColleague,
    PatientAsked,
    Other,
}

/// <summary>What the review of an emergency access found.</summary>
public enum EmergencyOutcome
{
    Justified,
    NotJustified,
}

/// <summary>Emergency access ("break-glass"): one person may open one patient's chart, for a short time, for a reason that somebody else judges afterwards. FHIR: Consent (emergency).</summary>
public sealed class EmergencyGrant : IPatientOwned, IVersioned
{
    public const int ShortestExplanation = 15;

    public const int LongestExplanation = 400;

    /// <summary>Within this time somebody else reviews it; later it is overdue.</summary>
    public static readonly TimeSpan ReviewWithin = TimeSpan.FromHours(72);

    private EmergencyGrant()
    {
    }

    /// <param name="id">Made by the form, so that pressing twice is one access.</param>
    /// <param name="organizationId">Where.</param>
    /// <param name="patientId">Whose chart.</param>
    /// <param name="userId">Who may open it.</param>
    /// <param name="reason">Which kind of reason.</param>
    /// <param name="explanation">In the person's own words.</param>
    /// <param name="confirmedBy">How the person showed that it is them.</param>
    /// <param name="grantedAt">UTC.</param>
    /// <param name="minutes">At most <see cref="CareTerms.MostEmergencyMinutes"/>.</param>
    public EmergencyGrant(Guid id, Guid organizationId, Guid patientId, Guid userId, EmergencyReason reason, EncryptedText? explanation, StepUpKind confirmedBy, DateTime grantedAt, int minutes)
    {
        Id = id;
        OrganizationId = organizationId;
        PatientId = patientId;
        UserId = userId;
        Reason = reason;
        Explanation = explanation;
        ConfirmedBy = confirmedBy;
        GrantedAt = grantedAt;
        ExpiresAt = grantedAt.AddMinutes(Math.Min(minutes, CareTerms.MostEmergencyMinutes));
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid UserId { get; private set; }

    public EmergencyReason Reason { get; private set; }

    /// <summary>What happened, in the person's own words: about a patient, so encrypted.</summary>
    public EncryptedText? Explanation { get; private set; }

    public StepUpKind ConfirmedBy { get; private set; }

    public DateTime GrantedAt { get; private set; }

    /// <summary>It ends by itself at this time, in open pages too.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>Given back before its time, or closed after it when the same person needed it anew; null otherwise, also when it has run out.</summary>
    public DateTime? EndedAt { get; private set; }

    public Guid? ReviewedBy { get; private set; }

    public DateTime? ReviewedAt { get; private set; }

    public EmergencyOutcome? Outcome { get; private set; }

    public string? ReviewNote { get; private set; }

    /// <summary>When the administrators were told that nobody reviewed it in time; null while nobody had to be.</summary>
    public DateTime? OverdueToldAt { get; private set; }

    public Guid Version { get; private set; }

    public DateTime ReviewDueAt => GrantedAt + ReviewWithin;

    public bool Runs(DateTime now) => EndedAt is null && ExpiresAt > now;

    public Result End(DateTime at)
    {
        if (EndedAt is not null)
        {
            return EmergencyErrors.AlreadyEnded;
        }

        EndedAt = at < ExpiresAt ? at : ExpiresAt;
        return Result.Ok;
    }

    /// <summary>Notes that the administrators are told, once.</summary>
    /// <returns>False when there is nothing to tell: it was reviewed, has time left, or was told already.</returns>
    public bool TellOverdue(DateTime now)
    {
        if (ReviewedAt is not null || OverdueToldAt is not null || now < ReviewDueAt)
        {
            return false;
        }

        OverdueToldAt = now;
        return true;
    }

    /// <summary>Never by the person who had the access; the database refuses it as well.</summary>
    public Result Review(Guid by, DateTime at, EmergencyOutcome outcome, string? note)
    {
        if (by == UserId)
        {
            return EmergencyErrors.OwnReview;
        }

        if (ReviewedBy is not null)
        {
            return EmergencyErrors.AlreadyReviewed;
        }

        if (outcome == EmergencyOutcome.NotJustified && string.IsNullOrWhiteSpace(note))
        {
            return EmergencyErrors.NoteMissing;
        }

        (ReviewedBy, ReviewedAt, Outcome, ReviewNote) = (by, at, outcome, note);
        return Result.Ok;
    }
}
