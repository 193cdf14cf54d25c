using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.Departments;

/// <summary>How departments and wards show whether they are open.</summary>
internal static class PlaceLooks
{
    public static readonly ChipLook Open = new(Tone.Success, Icons.Material.Outlined.CheckCircle, "Open");

    public static readonly ChipLook Closed = new(Tone.Neutral, Icons.Material.Outlined.DoNotDisturbOn, "Closed");

    public static ChipLook Of(bool isOpen) => isOpen ? Open : Closed;
}
