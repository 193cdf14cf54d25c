using MediSecure.Data.Access;
using MediSecure.Data.Changes;
using MediSecure.Data.Features.Beds;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace MediSecure.Tests.Features.Beds;

/// <summary>A board names patients: it is shared among those who look at the same moment, and kept for nobody.</summary>
public sealed class BedBoardSnapshotsTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_board_that_nobody_asks_for_is_forgotten_after_a_minute()
    {
        using var boards = new BedBoardSnapshots(new ChangeFeed(NullLogger<ChangeFeed>.Instance), _clock);
        var house = Guid.NewGuid();
        var reads = 0;
        await AskAsync();
        await AskAsync();
        Assert.Equal((1, 1), (reads, boards.Count));

        _clock.Advance(TimeSpan.FromSeconds(59));
        await AskAsync(); // somebody looks: it stays
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal((1, 1), (reads, boards.Count));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, boards.Count);
        await AskAsync();
        Assert.Equal((2, 1), (reads, boards.Count));

        Task AskAsync() => boards.GetAsync(house, Permission.ViewBeds, true, false, () =>
        {
            Interlocked.Increment(ref reads);
            return Task.FromResult((new BedBoard(_clock.GetUtcNow().UtcDateTime, []), (DateTime?)null));
        }, CancellationToken.None);
    }
}
