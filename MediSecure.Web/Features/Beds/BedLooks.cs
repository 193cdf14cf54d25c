using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Patients;
using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.Beds;

/// <summary>How beds look and read: icon, colour class and word of each state, in one place.</summary>
public static class BedLooks
{
    /// <summary>Class that sets the tile's colours.</summary>
    public static string Css(this BedBoardState state) => "bed-" + state switch
    {
        BedBoardState.Free => "free",
        BedBoardState.Reserved => "reserved",
        BedBoardState.Occupied => "occupied",
        BedBoardState.DischargeOrdered => "discharge",
        BedBoardState.Isolated => "isolation",
        BedBoardState.Cleaning => "housekeeping",
        BedBoardState.DeepCleaning => "contaminated",
        _ => "closed",
    };

    public static string Icon(this BedBoardState state) => state switch
    {
        BedBoardState.Free => Icons.Material.Outlined.CheckCircle,
        BedBoardState.Reserved => Icons.Material.Filled.Bookmark,
        BedBoardState.Occupied => Icons.Material.Outlined.Person,
        BedBoardState.DischargeOrdered => Icons.Material.Outlined.Logout,
        BedBoardState.Isolated => Icons.Material.Outlined.Masks,
        BedBoardState.Cleaning => Icons.Material.Outlined.CleaningServices,
        BedBoardState.DeepCleaning => Icons.Material.Outlined.Coronavirus,
        _ => Icons.Material.Outlined.Block,
    };

    /// <summary>As a label begins: <c>Discharge ordered</c>.</summary>
    public static string Title(this BedBoardState state) => string.Concat(state.Word()[..1].ToUpperInvariant(), state.Word().AsSpan(1));

    public static string Words(this DischargeOutcome outcome) => outcome switch
    {
        DischargeOutcome.Home => "Home",
        DischargeOutcome.Transfer => "To another hospital",
        DischargeOutcome.AgainstAdvice => "Against medical advice",
        _ => "Died",
    };

    public static string Sentence(this BedHistoryRow row)
    {
        var who = row.Patient ?? "A patient";
        var by = row.By is null ? "" : $" by {row.By}";
        return row.Kind switch
        {
            BedHistoryKind.Reserved => row.Patient is null ? $"Reserved{by}" : $"Reserved for {who}{by}",
            BedHistoryKind.ReservationEnded => row.Patient is null ? "Reservation ended" : $"Reservation of {who} ended",
            BedHistoryKind.MovedIn => $"{who} moved in{(by.Length == 0 ? "" : $", recorded{by}")}",
            BedHistoryKind.Left => $"{who} left{(by.Length == 0 ? "" : $", recorded{by}")}",
            BedHistoryKind.InError => $"{who} was admitted{by}: entered in error",
            BedHistoryKind.CleaningStarted => $"Cleaning started{by}",
            _ => $"Cleaned{by}",
        };
    }

    public static ChipLook Look(this CleaningRow row) => (row.Kind, row.Status) switch
    {
        (_, CleaningStatus.InProgress) => new(Tone.Info, Icons.Material.Outlined.CleaningServices, "In progress"),
        (CleaningKind.DeepClean, _) => new(Tone.Critical, Icons.Material.Outlined.Coronavirus, "Deep clean"),
        _ => new(Tone.Warning, Icons.Material.Outlined.CleaningServices, "Requested"),
    };
}
