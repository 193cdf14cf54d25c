using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.EmergencyAccess;
using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.EmergencyAccess;

/// <summary>How states and outcomes look.</summary>
public static class EmergencyLooks
{
    public static IReadOnlyList<EmergencyReason?> Reasons { get; } =
        [EmergencyReason.LifeThreatening, EmergencyReason.UrgentCare, EmergencyReason.CoveringColleague, EmergencyReason.PatientAsked, EmergencyReason.Other];

    public static IReadOnlyList<EmergencyOutcome?> Outcomes { get; } = [EmergencyOutcome.Justified, EmergencyOutcome.NotJustified];

    public static string Words(this EmergencyOutcome outcome) => outcome == EmergencyOutcome.Justified ? "Justified" : "Not justified";

    public static string Words(this StepUpKind kind) => kind switch
    {
        StepUpKind.Password => "Password typed again",
        StepUpKind.Demonstration => "Plain confirmation (demo)",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static ChipLook Look(this EmergencyState state, EmergencyOutcome? outcome) => (state, outcome) switch
    {
        (EmergencyState.Running, _) => new ChipLook(Tone.Info, Icons.Material.Outlined.LockOpen, "Open now"),
        (EmergencyState.Waiting, _) => new ChipLook(Tone.Warning, Icons.Material.Outlined.HourglassEmpty, "To review"),
        (EmergencyState.Overdue, _) => new ChipLook(Tone.Critical, Icons.Material.Outlined.NotificationImportant, "Overdue"),
        (_, EmergencyOutcome.NotJustified) => new ChipLook(Tone.Critical, Icons.Material.Outlined.Report, "Not justified"),
        _ => new ChipLook(Tone.Success, Icons.Material.Outlined.CheckCircle, "Justified"),
    };
}
