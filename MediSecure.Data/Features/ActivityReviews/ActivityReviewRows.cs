namespace MediSecure.Data.Features.ActivityReviews;

/// <summary>What of the findings is wanted.</summary>
/// <param name="Reviewed">Those that somebody has reviewed, instead of those that wait.</param>
/// <param name="Kind">Null for every kind.</param>
public sealed record FindingFilter(bool Reviewed = false, FindingKind? Kind = null);

/// <summary>A finding as people read it.</summary>
/// <param name="Finding">What names it.</param>
/// <param name="Actor">Whom it concerns.</param>
/// <param name="Roles">Roles at the time, as stored.</param>
/// <param name="Patient">Whose record, when it is one.</param>
/// <param name="RecordNumber">Of the patient.</param>
/// <param name="BirthDate">Of the patient.</param>
/// <param name="AtNight">It began between 22:00 and 6:00 by the organisation's clock.</param>
/// <param name="IsOverdue">Nobody reviewed it for longer than <see cref="ActivityFinding.ReviewWithin"/>.</param>
/// <param name="MayReview">The reader is not the person concerned.</param>
/// <param name="Review">Null while it waits.</param>
public sealed record FindingRow(ActivityFinding Finding, string Actor, string Roles, string? Patient, string? RecordNumber, DateOnly? BirthDate, bool AtNight, bool IsOverdue, bool MayReview, FindingReview? Review);

/// <summary>That a finding was reviewed.</summary>
public sealed record FindingReview(string By, DateTime At, string Note);

/// <summary>Counts of what waits.</summary>
/// <param name="Waiting">Not reviewed yet.</param>
/// <param name="Overdue">Of these, for too long.</param>
public sealed record FindingFigures(int Waiting, int Overdue);
