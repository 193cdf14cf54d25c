using MediSecure.Data.Features.Beds;

namespace MediSecure.Web.Features.Beds;

/// <summary>Beds to choose from in a dialog: those that are free, and the one already chosen even when it is not any more, so that a refusal does not empty the field.</summary>
public sealed class BedChoice(BedBoard board, Guid? wardId, Func<BedRow, bool>? also = null)
{
    public IReadOnlyList<Guid?> Options(Guid? chosen)
    {
        var ids = board.FreeNear(wardId).Concat(board.Beds.Where(bed => bed.State == BedBoardState.Reserved && also?.Invoke(bed) == true)).Select(bed => (Guid?)bed.Id).ToList();
        if (chosen is not null && !ids.Contains(chosen))
        {
            ids.Insert(0, chosen);
        }

        return ids;
    }

    /// <summary>Where a patient lies, or which bed is kept: whoever is chosen is not admitted twice.</summary>
    public string? PlaceOf(Guid patientId)
    {
        var beds = board.Beds.Where(bed => bed.PatientId == patientId).ToList();
        return beds.Find(bed => bed.State.IsTaken()) is { } taken ? $"in {taken.Label}" : beds.Find(bed => bed.State == BedBoardState.Reserved) is { } kept ? $"{kept.Label} reserved" : null;
    }

    public string Text(Guid? id) => board.Beds.FirstOrDefault(bed => bed.Id == id) is { } bed
        ? bed.State == BedBoardState.Free ? $"{bed.Label} · {bed.Ward}" : $"{bed.Label} · {bed.Ward} · {bed.State.Word()}"
        : "";
}
