using MediSecure.Data.Access;
using MediSecure.Data.Features.Beds;
using MudBlazor;

namespace MediSecure.Web.Features.Beds;

/// <summary>What can be done with a bed.</summary>
public enum BedAction
{
    Admit,
    Reserve,
    CancelReservation,
    Transfer,
    OrderDischarge,
    CancelDischarge,
    Leave,
    Isolate,
    EndIsolation,
    EditStay,
    Mistake,
    StartCleaning,
    Clean,
    Close,
    Reopen,
    Chart,
}

/// <summary>One action as a button and as a key.</summary>
public sealed record BedCommand(BedAction Action, string Key, string Label, string Icon, bool Primary = false)
{
    /// <summary>Takes the whole width: what comes next, and names too long for half of it.</summary>
    public bool Wide => Primary || Label.Length > 12;

    /// <summary>All keys of the board, for the list that <c>?</c> shows.</summary>
    public static IReadOnlyList<(string Key, string What)> Keys { get; } =
    [
        ("A", "Admit a patient"), ("R", "Reserve the bed"), ("U", "Undo: cancel the reservation or the discharge order"), ("T", "Transfer the patient"), ("D", "Order the discharge"),
        ("L", "The patient left"), ("I", "Isolate, or end the isolation"), ("E", "Edit the stay"), ("M", "Mistake: the stay was entered in error"), ("S", "Start cleaning"), ("C", "Mark clean"), ("X", "Close or reopen the bed"), ("O", "Open the patient's page"),
    ];

    /// <summary>What this viewer can do with this bed now, the next step first.</summary>
    public static IReadOnlyList<BedCommand> For(BedRow bed, Func<Permission, bool> may)
    {
        var all = new List<BedCommand>();
        void Add(Permission permission, BedAction action, string key, string label, string icon, bool primary = false)
        {
            if (may(permission))
            {
                all.Add(new(action, key, label, icon, primary));
            }
        }

        switch (bed.State)
        {
            case BedBoardState.Free:
                Add(Permission.AdmitPatient, BedAction.Admit, "A", "Admit", Icons.Material.Outlined.PersonAdd, true);
                Add(Permission.ReserveBed, BedAction.Reserve, "R", "Reserve", Icons.Material.Outlined.BookmarkAdd);
                Add(Permission.EditRooms, BedAction.Close, "X", "Close bed", Icons.Material.Outlined.Block);
                break;
            case BedBoardState.Reserved:
                if (bed.EncounterId is not null)
                {
                    Add(Permission.TransferPatient, BedAction.Transfer, "T", "Transfer here", Icons.Material.Outlined.SwapHoriz, true);
                }
                else
                {
                    Add(Permission.AdmitPatient, BedAction.Admit, "A", "Admit", Icons.Material.Outlined.PersonAdd, true);
                }

                Add(Permission.ReserveBed, BedAction.CancelReservation, "U", "Cancel reservation", Icons.Material.Outlined.BookmarkRemove);
                break;
            case BedBoardState.Occupied or BedBoardState.DischargeOrdered or BedBoardState.Isolated:
                var ordered = bed.DischargeOrderedAt is not null;
                if (ordered)
                {
                    Add(Permission.RecordDeparture, BedAction.Leave, "L", "Patient left", Icons.Material.Outlined.DirectionsWalk, true);
                }

                Add(Permission.TransferPatient, BedAction.Transfer, "T", bed.OtherBed is null ? "Transfer" : $"Transfer to {bed.OtherBed}", Icons.Material.Outlined.SwapHoriz, !ordered);
                if (ordered)
                {
                    Add(Permission.OrderDischarge, BedAction.CancelDischarge, "U", "Cancel discharge", Icons.Material.Outlined.Undo);
                }
                else
                {
                    Add(Permission.OrderDischarge, BedAction.OrderDischarge, "D", "Order discharge", Icons.Material.Outlined.Logout);
                    Add(Permission.RecordDeparture, BedAction.Leave, "L", "Patient left", Icons.Material.Outlined.DirectionsWalk);
                }

                if (bed.State == BedBoardState.Isolated)
                {
                    Add(Permission.IsolateBed, BedAction.EndIsolation, "I", "End isolation", Icons.Material.Outlined.Masks);
                }
                else
                {
                    Add(Permission.IsolateBed, BedAction.Isolate, "I", "Isolate", Icons.Material.Outlined.Masks);
                }

                Add(Permission.EditStay, BedAction.EditStay, "E", "Edit stay", Icons.Material.Outlined.Edit);
                Add(Permission.CorrectStay, BedAction.Mistake, "M", "Entered in error", Icons.Material.Outlined.RemoveCircleOutline);

                break;
            case BedBoardState.Cleaning or BedBoardState.DeepCleaning:
                Add(Permission.CleanBed, BedAction.Clean, "C", "Mark clean", Icons.Material.Outlined.CheckCircle, true);
                if (bed.Cleaning == CleaningStatus.Requested)
                {
                    Add(Permission.CleanBed, BedAction.StartCleaning, "S", "Start cleaning", Icons.Material.Outlined.CleaningServices);
                }

                if (bed.State == BedBoardState.Cleaning)
                {
                    Add(Permission.EditRooms, BedAction.Close, "X", "Close bed", Icons.Material.Outlined.Block);
                }

                break;
            default:
                Add(Permission.EditRooms, BedAction.Reopen, "X", "Reopen bed", Icons.Material.Outlined.LockOpen, true);
                break;
        }

        if (bed.PatientId is not null)
        {
            Add(Permission.ViewPatient, BedAction.Chart, "O", "Open chart", Icons.Material.Outlined.Description);
        }

        return all;
    }
}
