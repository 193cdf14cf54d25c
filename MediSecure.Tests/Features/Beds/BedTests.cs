using MediSecure.Data.Common;
using MediSecure.Data.Features.Beds;

namespace MediSecure.Tests.Features.Beds;

/// <summary>Every status of a bed × every action: the next status, or the code of the refusal.</summary>
public sealed class BedTests
{
    private static readonly DateTime At = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);

    public static TheoryData<BedStatus, string, string> Table()
    {
        var table = new TheoryData<BedStatus, string, string>();
        void Row(BedStatus from, string occupy, string isolate, string endIsolation, string vacate, string clean, string close, string reopen, string release, string resume)
        {
            table.Add(from, "occupy", occupy);
            table.Add(from, "isolate", isolate);
            table.Add(from, "end isolation", endIsolation);
            table.Add(from, "vacate", vacate);
            table.Add(from, "clean", clean);
            table.Add(from, "close", close);
            table.Add(from, "reopen", reopen);
            table.Add(from, "release", release);
            table.Add(from, "resume", resume);
        }

        //                       occupy          isolate                end isolation       vacate              clean                   close                reopen            release             resume
        Row(BedStatus.Free,         "Occupied",     "bed.nobody-in-it",    "bed.not-isolated", "bed.nobody-in-it", "bed.nothing-to-clean", "Closed",             "bed.not-closed", "bed.nobody-in-it", "Occupied");
        Row(BedStatus.Occupied,     "bed.not-free", "Isolated",            "bed.not-isolated", "Housekeeping",     "bed.nothing-to-clean", "bed.cannot-close",   "bed.not-closed", "Free", "bed.not-free");
        Row(BedStatus.Isolated,     "bed.not-free", "bed.already-isolated", "Occupied",        "Contaminated",     "bed.nothing-to-clean", "bed.cannot-close",   "bed.not-closed", "Free", "bed.not-free");
        Row(BedStatus.Housekeeping, "bed.not-free", "bed.nobody-in-it",    "bed.not-isolated", "bed.nobody-in-it", "Free",                 "Closed",             "bed.not-closed", "bed.nobody-in-it", "Occupied");
        Row(BedStatus.Contaminated, "bed.not-free", "bed.nobody-in-it",    "bed.not-isolated", "bed.nobody-in-it", "Free",                 "bed.cannot-close",   "bed.not-closed", "bed.nobody-in-it", "Occupied");
        Row(BedStatus.Closed,       "bed.not-free", "bed.nobody-in-it",    "bed.not-isolated", "bed.nobody-in-it", "bed.nothing-to-clean", "bed.already-closed", "Free", "bed.nobody-in-it", "bed.not-free");
        return table;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void A_bed_in_a_status_answers_an_action(BedStatus from, string action, string expected)
    {
        var bed = In(from);
        var later = At.AddMinutes(1);
        var result = action switch
        {
            "occupy" => bed.Occupy(later),
            "isolate" => bed.Isolate(later),
            "end isolation" => bed.EndIsolation(later),
            "vacate" => bed.Vacate(later),
            "clean" => bed.MarkClean(later),
            "close" => bed.Close("Broken", null, later),
            "release" => bed.Release(later),
            "resume" => bed.Resume(isolated: false, later),
            _ => bed.Reopen(needsCleaning: false, later),
        };

        Assert.Equal(expected, result.Error?.Code ?? bed.Status.ToString());
        Assert.Equal(result.Failed ? At : later, bed.StatusChangedAt);
        Assert.Equal(result.Failed ? from : bed.Status, bed.Status);
    }

    [Fact]
    public void A_bed_left_in_isolation_is_isolated_again_when_the_patient_never_left()
    {
        var bed = In(BedStatus.Contaminated);
        Assert.False(bed.Resume(isolated: true, At).Failed);
        Assert.Equal(BedStatus.Isolated, bed.Status);
    }

    [Fact]
    public void A_bed_closed_before_it_was_cleaned_goes_back_to_housekeeping()
    {
        var bed = In(BedStatus.Closed);
        Assert.False(bed.Reopen(needsCleaning: true, At).Failed);
        Assert.Equal(BedStatus.Housekeeping, bed.Status);
        Assert.Null(bed.ClosedReason);
        Assert.Null(bed.ClosedUntil);
    }

    [Theory]
    [InlineData(BedStatus.Free, null)]
    [InlineData(BedStatus.Occupied, "bed.moved-while-occupied")]
    [InlineData(BedStatus.Isolated, "bed.moved-while-occupied")]
    [InlineData(BedStatus.Housekeeping, null)]
    [InlineData(BedStatus.Closed, null)]
    public void A_bed_with_somebody_in_it_keeps_its_room(BedStatus status, string? expected)
    {
        var bed = In(status);
        Assert.Equal(expected, bed.Edit("302-A", Guid.CreateVersion7()).Error?.Code);
        Assert.False(bed.Edit("302-B", bed.RoomId).Failed);
        Assert.Equal("302-B", bed.Label);
    }

    [Theory]
    [InlineData(BedStatus.Free, false, false, BedBoardState.Free)]
    [InlineData(BedStatus.Free, true, false, BedBoardState.Reserved)]
    [InlineData(BedStatus.Occupied, false, false, BedBoardState.Occupied)]
    [InlineData(BedStatus.Occupied, false, true, BedBoardState.DischargeOrdered)]
    [InlineData(BedStatus.Isolated, false, false, BedBoardState.Isolated)]
    [InlineData(BedStatus.Isolated, false, true, BedBoardState.Isolated)]
    [InlineData(BedStatus.Housekeeping, false, false, BedBoardState.Cleaning)]
    [InlineData(BedStatus.Contaminated, false, false, BedBoardState.DeepCleaning)]
    [InlineData(BedStatus.Closed, false, false, BedBoardState.Closed)]
    public void The_board_says_what_the_bed_its_stay_and_the_encounter_say_together(BedStatus status, bool reserved, bool ordered, BedBoardState expected) =>
        Assert.Equal(expected, BedBoardStates.Derive(status, reserved, ordered));

    [Theory]
    [InlineData(BedBoardState.DischargeOrdered, true, true, "discharge ordered")]
    [InlineData(BedBoardState.Isolated, true, true, "isolated, discharge ordered")]
    [InlineData(BedBoardState.Isolated, false, false, "isolated")]
    [InlineData(BedBoardState.Reserved, true, false, "reserved")]
    public void Among_those_who_may_leave_is_every_bed_whose_patient_does_and_its_own_state_stays(BedBoardState state, bool ordered, bool leaves, string word)
    {
        var bed = new BedRow
        {
            Id = Guid.Empty, Label = "301-A", RoomId = Guid.Empty, Room = "301", WardId = Guid.Empty, Ward = "Ward 3", State = state, Since = At, Version = Guid.Empty, DischargeOrderedAt = ordered ? At : null,
        };
        Assert.Equal((leaves, true, word), (bed.Is(BedBoardState.DischargeOrdered), bed.Is(state), bed.Word));
    }

    [Fact]
    public void Every_state_has_its_own_word() =>
        Assert.Equal(["free", "reserved", "occupied", "discharge ordered", "isolated", "cleaning", "deep cleaning", "closed"], BedBoardStates.All.Select(state => state.Word()));

    [Fact]
    public void Occupancy_counts_what_is_not_closed()
    {
        var figures = OccupancyFigures.Of([BedBoardState.Occupied, BedBoardState.Isolated, BedBoardState.DischargeOrdered, BedBoardState.Free, BedBoardState.Closed, BedBoardState.DeepCleaning]);
        Assert.Equal(new OccupancyFigures(6, 3, 1, 0, 1, 1), figures);
        Assert.Equal(60, figures.Percent);
        Assert.Null(OccupancyFigures.Of([BedBoardState.Closed]).Percent);
    }

    private static Bed In(BedStatus status)
    {
        var bed = new Bed(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), "301-A", At);
        Result[] way = status switch
        {
            BedStatus.Occupied => [bed.Occupy(At)],
            BedStatus.Isolated => [bed.Occupy(At), bed.Isolate(At)],
            BedStatus.Housekeeping => [bed.Occupy(At), bed.Vacate(At)],
            BedStatus.Contaminated => [bed.Occupy(At), bed.Isolate(At), bed.Vacate(At)],
            BedStatus.Closed => [bed.Close("Oxygen outlet", new DateOnly(2026, 3, 9), At)],
            _ => [],
        };
        Assert.All(way, step => Assert.False(step.Failed));
        Assert.Equal(status, bed.Status);
        return bed;
    }
}
