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

    public string Text(Guid? id) => board.Beds.FirstOrDefault(bed => bed.Id == id) is { } bed
        ? bed.State == BedBoardState.Free ? $"{bed.Label} · {bed.Ward}" : $"{bed.Label} · {bed.Ward} · {bed.State.Word()}"
        : "";
}
