using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Rooms;
using MediSecure.Web.Features.Beds;
using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.Rooms;

/// <summary>Words and looks of rooms and of the beds in them.</summary>
public static class RoomLooks
{
    public static string Words(this RoomKind kind) => kind switch
    {
        RoomKind.PatientRoom => "Patient room",
        RoomKind.ConsultingRoom => "Consulting room",
        RoomKind.Theatre => "Theatre",
        _ => "Utility room",
    };

    public static ChipLook Look(this RoomRow room) => room.ClosedAt is null
        ? new(Tone.Success, Icons.Material.Outlined.CheckCircle, "Open")
        : new(Tone.Neutral, Icons.Material.Outlined.Block, "Closed");

    /// <summary>The bed's own status in the words of the board.</summary>
    public static BedBoardState State(this RoomBedRow bed) => BedBoardStates.Derive(bed.Status, false, false);

    public static string Icon(this RoomBedRow bed) => bed.State().Icon();
}
