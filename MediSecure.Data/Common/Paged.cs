namespace MediSecure.Data.Common;

/// <summary>One page of a list. <paramref name="Total"/> counts at most <see cref="CountLimit"/> rows: beyond it, <see cref="More"/> is true and the
/// screen says "more than 1,000", because counting a whole table costs a second at a million rows.</summary>
public sealed record Paged<T>(IReadOnlyList<T> Rows, int Total, PageRequest Request)
{
    public const int CountLimit = 1_000;

    public bool More => Total > CountLimit;

    public static Paged<T> Empty(PageRequest request) => new([], 0, request);
}

/// <summary>Which part of a list is wanted. Out-of-range values are brought into range: page 0 and up, 1 to 100 rows.</summary>
public sealed record PageRequest(int Page = 0, int Size = 25, string? Sort = null, bool Descending = false, string? Search = null)
{
    public const int MaxSize = 100;

    public int Page { get; init; } = Math.Clamp(Page, 0, 10_000);

    public int Size { get; init; } = Math.Clamp(Size, 1, MaxSize);

    public int Skip => Page * Size;
}
