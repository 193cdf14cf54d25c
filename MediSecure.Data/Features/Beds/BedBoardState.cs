namespace MediSecure.Data.Features.Beds;

/// <summary>What the board says of a bed: its own status, its open stay and the encounter together.</summary>
public enum BedBoardState
{
    Free,
    Reserved,
    Occupied,
    DischargeOrdered,
    Isolated,
    Cleaning,
    DeepCleaning,
    Closed,
}

public static class BedBoardStates
{
    /// <summary>All states in the order of the legend.</summary>
    public static IReadOnlyList<BedBoardState> All { get; } = Enum.GetValues<BedBoardState>();

    /// <summary>Isolation outranks a discharge order: who enters must know it first.</summary>
    /// <param name="status">The bed's own status.</param>
    /// <param name="reserved">A reservation that still counts.</param>
    /// <param name="dischargeOrdered">The discharge of the patient in the bed is ordered.</param>
    public static BedBoardState Derive(BedStatus status, bool reserved, bool dischargeOrdered) => status switch
    {
        BedStatus.Free => reserved ? BedBoardState.Reserved : BedBoardState.Free,
        BedStatus.Occupied => dischargeOrdered ? BedBoardState.DischargeOrdered : BedBoardState.Occupied,
        BedStatus.Isolated => BedBoardState.Isolated,
        BedStatus.Housekeeping => BedBoardState.Cleaning,
        BedStatus.Contaminated => BedBoardState.DeepCleaning,
        _ => BedBoardState.Closed,
    };

    /// <summary>Somebody lies in it.</summary>
    public static bool IsTaken(this BedBoardState state) => state is BedBoardState.Occupied or BedBoardState.DischargeOrdered or BedBoardState.Isolated;

    /// <summary>Waits to be cleaned.</summary>
    public static bool IsDirty(this BedBoardState state) => state is BedBoardState.Cleaning or BedBoardState.DeepCleaning;

    /// <summary>The word of the board, lower case: part of the name of each tile.</summary>
    public static string Word(this BedBoardState state) => state switch
    {
        BedBoardState.Free => "free",
        BedBoardState.Reserved => "reserved",
        BedBoardState.Occupied => "occupied",
        BedBoardState.DischargeOrdered => "discharge ordered",
        BedBoardState.Isolated => "isolated",
        BedBoardState.Cleaning => "cleaning",
        BedBoardState.DeepCleaning => "deep cleaning",
        _ => "closed",
    };
}
