using MediSecure.Data.Features.Problems;
using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.Problems;

/// <summary>How problems read on a screen.</summary>
public static class ProblemLooks
{
    public static IReadOnlyList<ProblemVerification> NewCertainties { get; } = [ProblemVerification.Confirmed, ProblemVerification.Provisional];

    public static IReadOnlyList<ProblemSeverity?> Severities { get; } = [ProblemSeverity.Mild, ProblemSeverity.Moderate, ProblemSeverity.Severe];

    public static string Word(this ProblemStatus status) => status == ProblemStatus.Remission ? "In remission" : status.ToString();

    public static string Word(this ProblemVerification verification) => verification == ProblemVerification.EnteredInError ? "Entered in error" : verification.ToString();

    public static string Word(this ProblemSeverity severity) => severity.ToString();

    public static ChipLook Of(ProblemRow row) => row switch
    {
        { IsInError: true } => new(Tone.Neutral, Icons.Material.Outlined.Block, "Entered in error"),
        { Verification: ProblemVerification.Refuted } => new(Tone.Neutral, Icons.Material.Outlined.RemoveCircleOutline, "Refuted"),
        { ClinicalStatus: ProblemStatus.Resolved } => new(Tone.Success, Icons.Material.Outlined.CheckCircle, "Resolved"),
        { ClinicalStatus: ProblemStatus.Remission } => new(Tone.Info, Icons.Material.Outlined.PauseCircle, "In remission"),
        { ClinicalStatus: ProblemStatus.Recurrence } => new(Tone.Warning, Icons.Material.Outlined.Replay, row.Verification == ProblemVerification.Provisional ? "Recurrence, provisional" : "Recurrence"),
        { Verification: ProblemVerification.Provisional } => new(Tone.Warning, Icons.Material.Outlined.QuestionMark, "Active, provisional"),
        _ => new(Tone.Warning, Icons.Material.Outlined.RadioButtonChecked, "Active"),
    };
}
