using MediSecure.Data.Features.Encounters;
using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.Encounters;

/// <summary>How visits and stays read on a screen.</summary>
public static class EncounterLooks
{
    public static string Word(this EncounterClass encounter) => encounter switch
    {
        EncounterClass.Inpatient => "Stay",
        EncounterClass.Emergency => "Emergency",
        _ => "Visit",
    };

    public static ChipLook Of(EncounterRow row) => row switch
    {
        { Status: EncounterStatus.Planned } => new(Tone.Neutral, Icons.Material.Outlined.Event, "Planned"),
        { Status: EncounterStatus.Arrived } => new(Tone.Info, Icons.Material.Outlined.Chair, "Waiting"),
        { Status: EncounterStatus.InProgress, Class: EncounterClass.Inpatient } => new(Tone.Info, Icons.Material.Outlined.Hotel, "Inpatient"),
        { Status: EncounterStatus.InProgress } => new(Tone.Info, Icons.Material.Outlined.PlayCircle, "With the clinician"),
        { Status: EncounterStatus.OnLeave } => new(Tone.Info, Icons.Material.Outlined.DirectionsWalk, "On leave"),
        { Status: EncounterStatus.Cancelled } => new(Tone.Neutral, Icons.Material.Outlined.Cancel, "Cancelled"),
        { Outcome: DischargeOutcome.Died } => new(Tone.Neutral, Icons.Material.Outlined.Info, "Died"),
        { Outcome: DischargeOutcome.AgainstAdvice } => new(Tone.Warning, Icons.Material.Outlined.Logout, "Left against advice"),
        { Outcome: DischargeOutcome.Transfer } => new(Tone.Neutral, Icons.Material.Outlined.SwapHoriz, "Transferred"),
        { Class: EncounterClass.Inpatient } => new(Tone.Neutral, Icons.Material.Outlined.Home, "Discharged"),
        _ => new(Tone.Neutral, Icons.Material.Outlined.CheckCircle, "Finished"),
    };
}
