using MediSecure.Data.Features.Beds;

namespace MediSecure.Web.Features.Beds;

/// <summary>The board's filter as an address holds it. What cannot be read is as if it were not there.</summary>
public static class BedBoardAddress
{
    public static string Of(params BedBoardState[] states) => Text(states) is { } text ? $"/beds?state={text}" : "/beds";

    public static string OfWard(Guid wardId) => $"/beds?ward={wardId}";

    public static string? Text(IEnumerable<BedBoardState> states) => string.Join(',', states.Distinct().Order()) is { Length: > 0 } text ? text : null;

    public static HashSet<BedBoardState> States(string? text) =>
        [.. (text ?? "").Split(',').Select(word => Enum.TryParse<BedBoardState>(word, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : (BedBoardState?)null).OfType<BedBoardState>()];
}
