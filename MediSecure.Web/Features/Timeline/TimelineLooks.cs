using MediSecure.Data.Features.Timeline;
using MediSecure.Web.Features.Patients;
using MudBlazor;

namespace MediSecure.Web.Features.Timeline;

/// <summary>How a thing that happened looks.</summary>
public static class TimelineLooks
{
    public static string Icon(TimelineKind kind) => kind switch
    {
        TimelineKind.Visit => Icons.Material.Outlined.EventAvailable,
        TimelineKind.Emergency => Icons.Material.Outlined.Emergency,
        TimelineKind.Stay => Icons.Material.Outlined.Hotel,
        TimelineKind.Bed => Icons.Material.Outlined.Bed,
        TimelineKind.Diagnosis => Icons.Material.Outlined.Assignment,
        TimelineKind.Problem => Icons.Material.Outlined.ReportProblem,
        TimelineKind.Allergy => Icons.Material.Outlined.FrontHand,
        TimelineKind.Pregnancy => Icons.Material.Outlined.PregnantWoman,
        TimelineKind.Note => Icons.Material.Outlined.EditNote,
        TimelineKind.Vitals => Icons.Material.Outlined.MonitorHeart,
        TimelineKind.Triage => Icons.Material.Outlined.Sort,
        TimelineKind.Escalation => Icons.Material.Outlined.NotificationsActive,
        TimelineKind.Death => Icons.Material.Outlined.LocalFlorist,
        TimelineKind.Referral => Icons.Material.Outlined.SwapHoriz,
        TimelineKind.Certificate => Icons.Material.Outlined.Verified,
        TimelineKind.Plan => Icons.Material.Outlined.Checklist,
        TimelineKind.Nutrition => Icons.Material.Outlined.Restaurant,
        _ => Icons.Material.Outlined.History,
    };

    /// <summary>Where the thing itself stands; null for nowhere.</summary>
    public static string? Address(Guid patientId, TimelineEntry entry) => entry switch
    {
        { Tab: "visits", About: { } visit } => $"{PatientAddress.Of(patientId)}/visits/{visit}",
        { Tab: "certificates", About: { } certificate } => $"{PatientAddress.Of(patientId)}/certificates/{certificate}",
        { Tab: "notes", About: { } note } => $"{PatientAddress.Of(patientId, "notes")}&note={note}",
        { Tab: "referrals", About: { } referral } => $"{PatientAddress.Of(patientId, "referrals")}&referral={referral}",
        { Tab: { } tab } => PatientAddress.Of(patientId, tab),
        _ => null,
    };
}
