using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Encounters;
using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.Beds;

/// <summary>How a stay looks in a list.</summary>
public static class StayLooks
{
    public static ChipLook Of(StayRow row) => row switch
    {
        { IsIsolated: true } => new(Tone.Warning, Icons.Material.Outlined.Masks, "Isolated"),
        { DischargeOrderedAt: not null } => new(Tone.Info, Icons.Material.Outlined.Logout, "Discharge ordered"),
        _ => new(Tone.Neutral, Icons.Material.Outlined.Person, "Inpatient"),
    };

    /// <summary>Why there is no score in a row: that one may not see it must not look like that there is none.</summary>
    public static string NoScore(StayRow row) => row.IsShut ? "closed to you" : "no set yet";

    /// <summary>A stay on the patient's record: how it stands or how it ended.</summary>
    public static ChipLook Of(PatientStayRow row) => row switch
    {
        { Status: EncounterStatus.EnteredInError } => new(Tone.Neutral, Icons.Material.Outlined.Block, "Entered in error"),
        { EndedAt: null } => new(Tone.Info, Icons.Material.Outlined.Hotel, "Inpatient"),
        { Outcome: DischargeOutcome.Transfer } => new(Tone.Neutral, Icons.Material.Outlined.SwapHoriz, "Transferred"),
        { Outcome: DischargeOutcome.AgainstAdvice } => new(Tone.Warning, Icons.Material.Outlined.Logout, "Left against advice"),
        { Outcome: DischargeOutcome.Died } => new(Tone.Neutral, Icons.Material.Outlined.Info, "Died"),
        { Outcome: null } => new(Tone.Neutral, Icons.Material.Outlined.Info, "Ended"), // a death that was taken back: how it ended is not known
        _ => new(Tone.Neutral, Icons.Material.Outlined.Home, "Discharged"),
    };
}
