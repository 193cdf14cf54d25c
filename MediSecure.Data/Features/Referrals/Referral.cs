using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Referrals;

/// <summary>FHIR: ServiceRequest.status.</summary>
public enum ReferralStatus
{
    Draft,
    Active,
    OnHold,
    Completed,
    Revoked,
}

/// <summary>Where a referral goes.</summary>
public enum ReferralTo
{
    /// <summary>A department of the own organisation.</summary>
    Department,
    /// <summary>A department of another organisation of this installation.</summary>
    Organization,
    /// <summary>Anywhere else: a letter on paper.</summary>
    Outside,
}

/// <summary>What a referral says, as the form gives it.</summary>
public sealed record ReferralFacts(ReferralTo To, Guid? DepartmentId, Guid? PartnerOrganizationId, Guid? PartnerDepartmentId, string Place, string Specialty, ReferralUrgency Urgency, ReferralCategory Category,
    EncryptedText Reason, EncryptedText? Question, EncryptedText? Letter, EncryptedText? Diagnoses);

/// <summary>A patient is sent to somebody else, who reports back. Never over without a report or a reason. FHIR: ServiceRequest (category referral, intent order) with its Task.</summary>
public sealed class Referral : ReferralTask, IPatientOwned, IVersioned
{
    private Referral()
    {
    }

    public Referral(Guid id, Guid organizationId, Guid patientId, ReferralFacts facts, Guid referrerId, Guid referrerUserId, bool inCare, DateTime at)
    {
        Id = id;
        OrganizationId = organizationId;
        PatientId = patientId;
        ReferrerId = referrerId;
        ReferrerUserId = referrerUserId;
        InCare = inCare;
        CreatedAt = at;
        Apply(facts);
    }

    public Guid PatientId { get; private set; }

    public ReferralStatus Status { get; private set; }

    public ReferralTo To { get; private set; }

    /// <summary>Own department that receives it.</summary>
    public Guid? DepartmentId { get; private set; }

    public Guid? PartnerOrganizationId { get; private set; }

    public Guid? PartnerDepartmentId { get; private set; }

    /// <summary>Where it goes, in words as they were.</summary>
    public string Place { get; private set; } = "";

    /// <summary>StaffMember.</summary>
    public Guid ReferrerId { get; private set; }

    public Guid ReferrerUserId { get; private set; }

    /// <summary>The referrer treated the patient when this was written and when it was sent, rather than having emergency access: only then does it keep the chart open to them.</summary>
    public bool InCare { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public EncryptedText Reason { get; private set; } = null!;

    /// <summary>What the referrer wants to know.</summary>
    public EncryptedText? Question { get; private set; }

    public EncryptedText? Letter { get; private set; }

    /// <summary>Problems picked from the list, one a line, in the words they had.</summary>
    public EncryptedText? Diagnoses { get; private set; }

    public string? HoldReason { get; private set; }

    /// <summary>The visit at the own department.</summary>
    public Guid? AppointmentId { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public Guid? ClosedBy { get; private set; }

    /// <summary>Why it was closed without a report, or withdrawn.</summary>
    public string? CloseReason { get; private set; }

    public Guid Version { get; private set; }

    public bool IsClosed => Status is ReferralStatus.Completed or ReferralStatus.Revoked;

    /// <summary>Writes the draft anew.</summary>
    public Result Write(ReferralFacts facts, Guid by)
    {
        if (Check(by) is { } refused)
        {
            return refused;
        }

        Apply(facts);
        return Result.Ok;
    }

    /// <param name="by">The author.</param>
    /// <param name="at">UTC.</param>
    /// <param name="dueAt">End of the target day.</param>
    /// <param name="inCare">Sent by somebody who treats the patient, not under emergency access.</param>
    public Result Send(Guid by, DateTime at, DateTime dueAt, bool inCare = true)
    {
        if (Check(by) is { } refused)
        {
            return refused;
        }

        (Status, Progress, SentAt, DueAt) = (ReferralStatus.Active, ReferralProgress.Requested, at, dueAt);
        InCare &= inCare;
        return Result.Ok;
    }

    public Result Hold(string reason, DateTime at)
    {
        if (Status != ReferralStatus.Active || !IsOpen)
        {
            return Wrong();
        }

        (Status, HeldAt, HoldReason) = (ReferralStatus.OnHold, at, reason);
        return Result.Ok;
    }

    public Result Resume()
    {
        if (Status != ReferralStatus.OnHold)
        {
            return Status == ReferralStatus.Active ? ReferralErrors.NotHeld : Wrong();
        }

        (Status, HeldAt, HoldReason) = (ReferralStatus.Active, null, null);
        return Result.Ok;
    }

    /// <summary>Takes it back before an answer came; a draft is thrown away.</summary>
    public Result Revoke(string reason, DateTime at, Guid by)
    {
        if (Status == ReferralStatus.Draft)
        {
            if (Check(by) is { } refused)
            {
                return refused;
            }
        }
        else if (IsClosed || !IsOpen)
        {
            return Wrong();
        }
        else
        {
            Cancel(reason, at);
        }

        (Status, ClosedAt, ClosedBy, CloseReason) = (ReferralStatus.Revoked, at, by, reason);
        return Result.Ok;
    }

    /// <summary>Closes the loop: with the report, or with a reason why there is none. What is still open at the other end is cancelled.</summary>
    public Result Close(string? reason, DateTime at, Guid by)
    {
        if (Status is not (ReferralStatus.Active or ReferralStatus.OnHold))
        {
            return Wrong();
        }

        if (Report is null && reason is null)
        {
            return ReferralErrors.NeedsReportOrReason;
        }

        if (IsOpen)
        {
            Cancel(ReferralRules.ClosedBySender, at);
        }

        (Status, HeldAt, ClosedAt, ClosedBy, CloseReason) = (ReferralStatus.Completed, null, at, by, reason);
        return Result.Ok;
    }

    /// <summary>The report of an outside organisation, as it came by post: attached and read by the same person, so it closes.</summary>
    public Result AttachReport(EncryptedText report, string from, DateTime at, Guid by)
    {
        if (To != ReferralTo.Outside)
        {
            return ReferralErrors.NotOutside;
        }

        if (Status is not (ReferralStatus.Active or ReferralStatus.OnHold))
        {
            return Wrong();
        }

        (Progress, MovedAt) = (ReferralProgress.Completed, at);
        SetReport(report, from, at);
        return Close(null, at, by);
    }

    /// <summary>The visit at the own department.</summary>
    public void Attach(Guid appointmentId) => AppointmentId = appointmentId;

    private void Apply(ReferralFacts facts)
    {
        (To, DepartmentId, PartnerOrganizationId, PartnerDepartmentId, Place) = (facts.To, facts.DepartmentId, facts.PartnerOrganizationId, facts.PartnerDepartmentId, facts.Place);
        (Specialty, Urgency, TargetDays, Category) = (facts.Specialty, facts.Urgency, facts.Urgency.TargetDays(), facts.Category);
        (Reason, Question, Letter, Diagnoses) = (facts.Reason, facts.Question, facts.Letter, facts.Diagnoses);
    }

    private Error? Check(Guid by) => Status != ReferralStatus.Draft ? ReferralErrors.SentAlready : ReferrerUserId == by ? null : ReferralErrors.NotTheAuthor;

    private Error Wrong() => Status switch
    {
        ReferralStatus.Draft => ReferralErrors.NotSent,
        ReferralStatus.Completed or ReferralStatus.Revoked => ReferralErrors.Closed,
        ReferralStatus.OnHold when IsOpen => ReferralErrors.Held,
        _ => Progress is { } progress ? ReferralErrors.Past(progress) : ReferralErrors.NotSent,
    };
}
