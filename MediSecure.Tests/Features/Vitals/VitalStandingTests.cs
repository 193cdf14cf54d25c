using MediSecure.Data.Features.Vitals;

namespace MediSecure.Tests.Features.Vitals;

/// <summary>What sets one after the other leave of a score. In minutes: <c>9</c> and <c>0</c> are complete sets of that score, <c>?</c> is a pulse alone, <c>p</c> a set in pregnancy.</summary>
public sealed class VitalStandingTests
{
    private static readonly DateTime At = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("0:0 60:9", null, News2Status.Scored, 9, 60, 90, 0)]
    [InlineData("0:9 10:?", null, News2Status.Incomplete, 9, 0, 10, null)]
    [InlineData("0:9 150:?", null, News2Status.Incomplete, 9, 0, 30, null)] // its own time had run out: no later because of half a set
    [InlineData("0:0 60:9 70:? 80:?", 0, News2Status.Incomplete, 9, 60, 80, 0)]
    [InlineData("0:9 10:? 20:0", 0, News2Status.Scored, 0, 20, 740, 9)]
    [InlineData("0:9 10:p", 0, News2Status.NotApplicable, null, null, null, null)]
    [InlineData("0:9 10:p 20:?", 0, News2Status.Incomplete, null, null, 20, null)] // not applicable clears it
    [InlineData("0:9 60:?", 30, News2Status.Incomplete, null, null, 60, null)] // of an earlier stay
    [InlineData("0:9 4000:?", 0, News2Status.Incomplete, 9, 0, 30, null)] // in a stay for as long as no complete set comes
    [InlineData("0:9 1440:?", null, News2Status.Incomplete, 9, 0, 30, null)]
    [InlineData("0:9 1441:?", null, News2Status.Incomplete, null, null, 1441, null)] // who is not here: for a day
    [InlineData("0:?", 0, News2Status.Incomplete, null, null, 0, null)]
    public void An_incomplete_set_does_not_make_the_last_score_forgotten(string sets, int? since, News2Status status, int? score, int? scoredAt, int? overdueAt, int? previous)
    {
        List<VitalSigns> newestFirst = [.. sets.Split(' ').Select(Set).Reverse()];
        var standing = new VitalStanding(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var counts = standing.Follow(newestFirst, At + Minutes(since));
        Assert.Equal((newestFirst[0].Id, newestFirst[0].TakenAt, status), (standing.SetId, standing.TakenAt, standing.Status));
        Assert.Equal((score, At + Minutes(scoredAt), previous), (standing.Score, standing.ScoredAt, standing.PreviousScore));
        Assert.Equal(At + Minutes(overdueAt), standing.OverdueAt);
        Assert.True(standing.DueAt <= standing.OverdueAt || standing.OverdueAt is null);
        Assert.Equal((score, standing.ScoredAt, standing.Response), (counts?.Score, counts?.TakenAt, counts?.Response));
    }

    private static TimeSpan? Minutes(int? minutes) => minutes is { } known ? TimeSpan.FromMinutes(known) : null;

    private static VitalSigns Set(string written)
    {
        var (minute, kind) = (int.Parse(written.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture), written.Split(':')[1]);
        var whole = new VitalValues { Respiration = 16, Saturation = 98, OnOxygen = false, Systolic = 120, Pulse = 70, Consciousness = Consciousness.Alert, Temperature = 37.0m };
        var values = kind switch { "9" => whole with { Respiration = 25, Pulse = 131, Systolic = 90 }, "?" => new VitalValues { Pulse = 70 }, _ => whole };
        return VitalSigns.Record(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), null, values, 30, kind == "p", At.AddMinutes(minute), At.AddMinutes(minute), Guid.CreateVersion7());
    }
}
