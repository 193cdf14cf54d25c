using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Referrals;

/// <summary>How soon somebody is to be seen. FHIR: ServiceRequest.priority.</summary>
public enum ReferralUrgency
{
    Routine,
    Urgent,
    Asap,
    Stat,
}

/// <summary>What is asked for, in one word that reception may read.</summary>
public enum ReferralCategory
{
    Opinion,
    Investigation,
    Treatment,
    SharedCare,
    TransferOfCare,
}

/// <summary>What became of the request at the other end. FHIR: Task.status.</summary>
public enum ReferralProgress
{
    Requested,
    Received,
    Accepted,
    Rejected,
    InProgress,
    Completed,
    Failed,
    Cancelled,
}

/// <summary>What holds for every referral.</summary>
public static class ReferralRules
{
    public const int MaxReason = 400;
    public const int MaxLetter = 20_000;
    public const int MaxReport = 20_000;

    /// <summary>All that the receiving side reads when the sender closes what is still open: why is for the sender's chart.</summary>
    public const string ClosedBySender = "Closed by the sender.";

    /// <summary>A problem as a line of the letter.</summary>
    public static string Diagnosis(string title, string? code) => code is null ? title : $"{title} ({code})";

    /// <summary>Days from sending until the patient is to have been seen and reported on: the one table. Stored on each referral when it is sent.</summary>
    public static int TargetDays(this ReferralUrgency urgency) => urgency switch
    {
        ReferralUrgency.Routine => 84,
        ReferralUrgency.Urgent => 14,
        ReferralUrgency.Asap => 2,
        _ => 0,
    };

    /// <summary>Somebody at the other end still has to do something.</summary>
    public static bool IsOpen(this ReferralProgress progress) => progress is ReferralProgress.Requested or ReferralProgress.Received or ReferralProgress.Accepted or ReferralProgress.InProgress;

    /// <summary>Open after the end of its target day: without an appointment, or without a report.</summary>
    public static bool IsOverdue(ReferralProgress? progress, DateTime? dueAt, DateTime now) => progress is { } at && at.IsOpen() && dueAt < now;
}

/// <summary>The half of a referral that the receiving side moves. The sender's row and the receiver's copy both have it and take the same steps, in one transaction.</summary>
public abstract class ReferralTask
{
    public Guid OrganizationId { get; protected set; }

    /// <summary>Of the referral: the same on both sides.</summary>
    public Guid Id { get; protected set; }

    public string Specialty { get; protected set; } = "";

    public ReferralUrgency Urgency { get; protected set; }

    /// <summary>Days, as the table had them when this was sent.</summary>
    public int TargetDays { get; protected set; }

    public ReferralCategory Category { get; protected set; }

    /// <summary>Null before it is sent.</summary>
    public ReferralProgress? Progress { get; protected set; }

    public DateTime? SentAt { get; protected set; }

    /// <summary>End of the target day where it was sent.</summary>
    public DateTime? DueAt { get; protected set; }

    /// <summary>Since when the sender has it waiting; nobody books meanwhile.</summary>
    public DateTime? HeldAt { get; protected set; }

    /// <summary>Last step of the receiving side, or of who withdrew it.</summary>
    public DateTime? MovedAt { get; protected set; }

    /// <summary>Why it was rejected, failed or was withdrawn.</summary>
    public string? AnswerReason { get; protected set; }

    /// <summary>When the patient is booked for; the other side learns the time and nothing else of the visit.</summary>
    public DateTime? AppointmentAt { get; protected set; }

    public EncryptedText? Report { get; protected set; }

    /// <summary>Name of who reported.</summary>
    public string? ReportedBy { get; protected set; }

    public DateTime? ReportedAt { get; protected set; }

    public bool IsOpen => Progress is { } progress && progress.IsOpen();

    /// <summary>Seen by the receiving side.</summary>
    public Result Receive(DateTime at) => Move(ReferralProgress.Received, at, null, ReferralProgress.Requested);

    public Result Accept(DateTime at) => HeldAt is not null && IsOpen ? ReferralErrors.Held : Move(ReferralProgress.Accepted, at, null, ReferralProgress.Requested, ReferralProgress.Received);

    public Result Reject(string reason, DateTime at) => Move(ReferralProgress.Rejected, at, reason, ReferralProgress.Requested, ReferralProgress.Received);

    /// <summary>A visit is booked, or another one in its place.</summary>
    public Result Book(DateTime appointmentAt, DateTime at)
    {
        if (HeldAt is not null && IsOpen)
        {
            return ReferralErrors.Held;
        }

        var moved = Move(ReferralProgress.InProgress, at, null, ReferralProgress.Accepted, ReferralProgress.InProgress);
        if (!moved.Failed)
        {
            AppointmentAt = appointmentAt;
        }

        return moved;
    }

    /// <summary>The visit was somebody else's, or will not be: it is accepted again, and without a time.</summary>
    public Result Unbook(DateTime at)
    {
        var moved = Move(ReferralProgress.Accepted, at, null, ReferralProgress.InProgress);
        if (!moved.Failed)
        {
            AppointmentAt = null;
        }

        return moved;
    }

    /// <summary>It came to nothing after it was accepted.</summary>
    public Result Fail(string reason, DateTime at) => Move(ReferralProgress.Failed, at, reason, ReferralProgress.Accepted, ReferralProgress.InProgress);

    /// <summary>The report is attached.</summary>
    public virtual Result Complete(EncryptedText report, string by, DateTime at)
    {
        var moved = Move(ReferralProgress.Completed, at, null, ReferralProgress.InProgress);
        if (!moved.Failed)
        {
            SetReport(report, by, at);
        }

        return moved;
    }

    /// <summary>The sender takes it back.</summary>
    protected Result Cancel(string reason, DateTime at)
    {
        HeldAt = null;
        return Move(ReferralProgress.Cancelled, at, reason, ReferralProgress.Requested, ReferralProgress.Received, ReferralProgress.Accepted, ReferralProgress.InProgress);
    }

    protected void SetReport(EncryptedText report, string by, DateTime at) => (Report, ReportedBy, ReportedAt) = (report, by, at);

    private Result Move(ReferralProgress to, DateTime at, string? reason, params ReadOnlySpan<ReferralProgress> from)
    {
        if (Progress is not { } now)
        {
            return ReferralErrors.NotSent;
        }

        if (!from.Contains(now))
        {
            return ReferralErrors.Past(now);
        }

        (Progress, MovedAt) = (to, at);
        AnswerReason = reason ?? AnswerReason;
        return Result.Ok;
    }
}
