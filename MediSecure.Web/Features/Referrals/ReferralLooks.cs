using MediSecure.Data.Features.Referrals;
using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.Referrals;

/// <summary>How referrals read and look.</summary>
public static class ReferralLooks
{
    public static IReadOnlyList<ReferralUrgency?> Urgencies { get; } = [ReferralUrgency.Routine, ReferralUrgency.Urgent, ReferralUrgency.Asap, ReferralUrgency.Stat];

    public static IReadOnlyList<ReferralCategory?> Categories { get; } = [ReferralCategory.Opinion, ReferralCategory.Investigation, ReferralCategory.Treatment, ReferralCategory.SharedCare, ReferralCategory.TransferOfCare];

    public static string Word(this ReferralUrgency urgency) => urgency switch
    {
        ReferralUrgency.Asap => "As soon as possible",
        ReferralUrgency.Stat => "At once",
        _ => urgency.ToString(),
    };

    /// <summary>With its target: <c>Urgent, within 14 days</c>.</summary>
    public static string Words(this ReferralUrgency urgency) => urgency.TargetDays() == 0 ? $"{urgency.Word()}, today" : $"{urgency.Word()}, within {urgency.TargetDays()} days";

    public static string Word(this ReferralCategory category) => category switch
    {
        ReferralCategory.SharedCare => "Shared care",
        ReferralCategory.TransferOfCare => "Transfer of care",
        _ => category.ToString(),
    };

    public static ChipLook Look(this ReferralProgress progress) => progress switch
    {
        ReferralProgress.Requested => new(Tone.Info, Icons.Material.Outlined.Outbox, "Sent, not answered"),
        ReferralProgress.Received => new(Tone.Info, Icons.Material.Outlined.MarkEmailRead, "Received"),
        ReferralProgress.Accepted => new(Tone.Info, Icons.Material.Outlined.ThumbUp, "Accepted"),
        ReferralProgress.Rejected => new(Tone.Critical, Icons.Material.Outlined.Block, "Rejected"),
        ReferralProgress.InProgress => new(Tone.Info, Icons.Material.Outlined.Event, "Visit booked"),
        ReferralProgress.Completed => new(Tone.Success, Icons.Material.Outlined.TaskAlt, "Report here"),
        ReferralProgress.Failed => new(Tone.Critical, Icons.Material.Outlined.ErrorOutline, "Came to nothing"),
        _ => new(Tone.Neutral, Icons.Material.Outlined.Undo, "Withdrawn"),
    };

    /// <summary>Where it stands for who sent it.</summary>
    public static ChipLook Look(this ReferralRow row) => row switch
    {
        { Status: ReferralStatus.Draft } => new(Tone.Warning, Icons.Material.Outlined.EditNote, "Draft"),
        { Status: ReferralStatus.Revoked } => new(Tone.Neutral, Icons.Material.Outlined.Undo, "Withdrawn"),
        { Status: ReferralStatus.Completed, Progress: ReferralProgress.Completed } => new(Tone.Success, Icons.Material.Outlined.TaskAlt, "Closed with report"),
        { Status: ReferralStatus.Completed, IsIncoming: false } => new(Tone.Neutral, Icons.Material.Outlined.TaskAlt, "Closed without report"),
        { Status: ReferralStatus.OnHold } => new(Tone.Warning, Icons.Material.Outlined.PauseCircle, "On hold"),
        { VisitFellThrough: true } => FellThrough,
        { Progress: { } progress } => progress.Look(),
        _ => new(Tone.Neutral, Icons.Material.Outlined.Outbox, "Sent"),
    };

    /// <summary>Cancelled or missed, and no other in its place.</summary>
    public static ChipLook FellThrough { get; } = new(Tone.Warning, Icons.Material.Outlined.EventBusy, "Visit fell through");

    public static ChipLook Overdue(DateTime? appointmentAt) => new(Tone.Critical, Icons.Material.Outlined.NotificationImportant, appointmentAt is null ? "Overdue, no visit" : "Overdue, no report");
}
