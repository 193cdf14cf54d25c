using MediSecure.Data.Features.Patients;

namespace MediSecure.Data.Features.Referrals;

/// <summary>Somewhere a patient can be referred to.</summary>
/// <param name="OrganizationId">Null for the own organisation.</param>
/// <param name="Organization">Its name.</param>
/// <param name="DepartmentId">There.</param>
/// <param name="Department">Its name.</param>
/// <param name="Specialty">Of the department.</param>
public sealed record ReferralPlaceRow(Guid? OrganizationId, string Organization, Guid DepartmentId, string Department, string? Specialty);

/// <summary>A referral in a chart: no text, which is read one at a time.</summary>
/// <param name="Id">The referral.</param>
/// <param name="IsIncoming">It came from another organisation.</param>
/// <param name="Place">Where it goes; where it came from, when it came from elsewhere.</param>
/// <param name="Specialty">Asked.</param>
/// <param name="Urgency">How soon.</param>
/// <param name="Category">What for.</param>
/// <param name="Status">At the sender.</param>
/// <param name="Progress">At the receiver; null for a draft.</param>
/// <param name="OnHold">The sender lets it wait.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="SentAt">UTC.</param>
/// <param name="DueAt">End of the target day, UTC.</param>
/// <param name="AppointmentAt">Booked for.</param>
/// <param name="ReportedAt">UTC; null too for a patient while the clinician has not read the report.</param>
/// <param name="Referrer">Who refers.</param>
/// <param name="IsMine">The caller does.</param>
/// <param name="Answer">Why it was rejected, failed or withdrawn; never for patients.</param>
/// <param name="VisitFellThrough">The visit at the own organisation was cancelled or missed, and none is booked in its place.</param>
public sealed record ReferralRow(Guid Id, bool IsIncoming, string Place, string Specialty, ReferralUrgency Urgency, ReferralCategory Category, ReferralStatus Status, ReferralProgress? Progress, bool OnHold,
    DateTime CreatedAt, DateTime? SentAt, DateTime? DueAt, DateTime? AppointmentAt, DateTime? ReportedAt, string? Referrer, bool IsMine, string? Answer, bool VisitFellThrough)
{
    public bool IsClosed => Status is ReferralStatus.Completed or ReferralStatus.Revoked;

    public bool IsOverdue(DateTime now) => ReferralRules.IsOverdue(Progress, DueAt, now);
}

/// <summary>The words of a referral. A patient gets none but the report, once the clinician has closed the referral with it.</summary>
public sealed record ReferralText(string? Reason, string? Question, string? Letter, IReadOnlyList<string> Diagnoses, string? Report, string? ReportedBy);

/// <summary>One referral, read.</summary>
/// <param name="Row">As in the list.</param>
/// <param name="To">What kind of place.</param>
/// <param name="OrganizationId">The other organisation; null for none.</param>
/// <param name="DepartmentId">There, or here.</param>
/// <param name="Text">The words.</param>
/// <param name="HoldReason">Why it waits.</param>
/// <param name="CloseReason">Why it was closed without a report, or withdrawn.</param>
/// <param name="ClosedAt">UTC.</param>
/// <param name="PatientName">For the letter on paper.</param>
/// <param name="RecordNumber">Here.</param>
/// <param name="BirthDate">A pure date.</param>
/// <param name="Sex">Administrative sex.</param>
/// <param name="Organization">The own organisation's name.</param>
/// <param name="Version">For changes of the draft.</param>
/// <param name="SentAs">The name that the sender has, where it is another one.</param>
public sealed record ReferralDetail(ReferralRow Row, ReferralTo To, Guid? OrganizationId, Guid? DepartmentId, ReferralText Text, string? HoldReason, string? CloseReason, DateTime? ClosedAt,
    string PatientName, string RecordNumber, DateOnly BirthDate, Sex Sex, string Organization, Guid Version, string? SentAs = null);

/// <summary>A referral of which the caller has to close the loop and that asks for something: an answer came, or none came in time. <c>SentBy</c> is the colleague who sent it and refers here no more; null
/// for the caller's own. No words of the referral or of the answer: those stand in the chart.</summary>
public sealed record ReferralToActRow(Guid Id, Guid PatientId, string Patient, string RecordNumber, DateOnly BirthDate, string Place, ReferralUrgency Urgency, ReferralProgress Progress, DateTime DueAt,
    DateTime? AppointmentAt, string? SentBy = null);

/// <summary>A referral that the caller began and did not send.</summary>
public sealed record ReferralDraftRow(Guid Id, Guid PatientId, string Patient, string RecordNumber, DateOnly BirthDate, string Place, ReferralUrgency Urgency, DateTime CreatedAt);

/// <summary>A referral that this organisation is to answer: who, what for in a word, by when. No letter.</summary>
/// <param name="Id">The referral.</param>
/// <param name="IsInternal">From a department of the own organisation: the patient is registered.</param>
/// <param name="PatientId">The patient here; null until registered.</param>
/// <param name="Name">Here; as the sender has it until registered.</param>
/// <param name="Sex">Administrative sex, likewise.</param>
/// <param name="BirthDate">A pure date.</param>
/// <param name="RecordNumber">Here; at the sender until registered.</param>
/// <param name="From">Organisation that sent it.</param>
/// <param name="Referrer">Who.</param>
/// <param name="Department">Asked.</param>
/// <param name="Specialty">Asked.</param>
/// <param name="Urgency">How soon.</param>
/// <param name="Category">What for.</param>
/// <param name="Progress">Now.</param>
/// <param name="OnHold">The sender lets it wait.</param>
/// <param name="SentAt">UTC.</param>
/// <param name="DueAt">End of the target day, UTC.</param>
/// <param name="AppointmentAt">Booked for; null too when that visit fell through.</param>
/// <param name="Answer">Why it was rejected, failed or withdrawn; the sender's words only for who reads letters.</param>
/// <param name="VisitFellThrough">The visit was cancelled or missed: book again.</param>
/// <param name="SentAs">The name that the sender has, where the patient here has another name or sex.</param>
/// <param name="SentSex">Likewise.</param>
/// <param name="NextVisitId">A booked visit that could be the one, while it waits for one.</param>
/// <param name="NextVisitAt">UTC.</param>
public sealed record IncomingReferralRow(Guid Id, bool IsInternal, Guid? PatientId, string Name, Sex Sex, DateOnly BirthDate, string RecordNumber, string From, string Referrer, string Department, string Specialty,
    ReferralUrgency Urgency, ReferralCategory Category, ReferralProgress Progress, bool OnHold, DateTime SentAt, DateTime DueAt, DateTime? AppointmentAt, string? Answer, bool VisitFellThrough, string? SentAs, Sex? SentSex, Guid? NextVisitId = null, DateTime? NextVisitAt = null)
{
    /// <summary>Registered, and without a visit that stands.</summary>
    public bool WaitsForVisit => PatientId is not null && (Progress == ReferralProgress.Accepted || (Progress == ReferralProgress.InProgress && VisitFellThrough));

    public bool IsOverdue(DateTime now) => ReferralRules.IsOverdue(Progress, DueAt, now);
}

/// <summary>A letter as the receiving clinician reads it.</summary>
public sealed record IncomingLetter(IncomingReferralRow Row, ReferralText Text);

/// <summary>What reception needs to register the person.</summary>
public sealed record ReferredPersonFacts(PersonName Name, Sex Sex, DateOnly BirthDate, string? Phone, string SenderRecordNumber, string Sender);
