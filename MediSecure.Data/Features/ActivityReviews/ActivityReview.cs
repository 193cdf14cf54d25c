using MediSecure.Data.Common;

namespace MediSecure.Data.Features.ActivityReviews;

/// <summary>Somebody looked at a finding and wrote what came of it. Never changed afterwards. FHIR: Task (completed), with a note.</summary>
public sealed class ActivityReview : IOrganizationOwned
{
    public const int NoteLength = 1_000;

    private ActivityReview()
    {
    }

    private ActivityReview(Guid id, Guid organizationId, ActivityFinding finding, Guid reviewedBy, DateTime reviewedAt, string note)
    {
        Id = id;
        OrganizationId = organizationId;
        Kind = finding.Kind;
        ConcernsUserId = finding.ActorUserId;
        PatientId = finding.PatientId;
        OccurredAt = finding.OccurredAt;
        ReviewedBy = reviewedBy;
        ReviewedAt = reviewedAt;
        Note = note;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public FindingKind Kind { get; private set; }

    /// <summary>Who did what stood out.</summary>
    public Guid ConcernsUserId { get; private set; }

    public Guid? PatientId { get; private set; }

    /// <summary>The finding's first event.</summary>
    public DateTime OccurredAt { get; private set; }

    /// <summary>Never the person concerned: the database refuses it too.</summary>
    public Guid ReviewedBy { get; private set; }

    public DateTime ReviewedAt { get; private set; }

    public string Note { get; private set; } = "";

    public static Result<ActivityReview> Make(Guid id, Guid organizationId, ActivityFinding finding, Guid reviewedBy, DateTime reviewedAt, string note) =>
        reviewedBy == finding.ActorUserId ? ActivityReviewErrors.OwnFinding : new ActivityReview(id, organizationId, finding, reviewedBy, reviewedAt, note);
}
