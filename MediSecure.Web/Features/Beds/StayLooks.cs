using MediSecure.Data.Features.Beds;
using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.Beds;

/// <summary>How a stay looks in a list.</summary>
public static class StayLooks
{
    public static ChipLook Of(StayRow row) => row switch
    {
        { IsolationReason: not null } => new(Tone.Warning, Icons.Material.Outlined.Masks, "Isolated"),
        { DischargeOrderedAt: not null } => new(Tone.Info, Icons.Material.Outlined.Logout, "Discharge ordered"),
        _ => new(Tone.Neutral, Icons.Material.Outlined.Person, "Inpatient"),
    };
}
