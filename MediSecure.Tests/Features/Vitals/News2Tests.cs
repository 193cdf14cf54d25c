using MediSecure.Data.Features.Vitals;

namespace MediSecure.Tests.Features.Vitals;

/// <summary>NEWS2 on both sides of every edge of its table, the published examples, and what holds for any set.</summary>
public sealed class News2Tests
{
    private static readonly VitalValues Healthy = new()
    {
        Respiration = 16, Saturation = 98, OnOxygen = false, Systolic = 120, Pulse = 70, Consciousness = Consciousness.Alert, Temperature = 37.0m,
    };

    [Theory]
    [InlineData(0, 3)]
    [InlineData(8, 3)]
    [InlineData(9, 1)]
    [InlineData(11, 1)]
    [InlineData(12, 0)]
    [InlineData(20, 0)]
    [InlineData(21, 2)]
    [InlineData(24, 2)]
    [InlineData(25, 3)]
    [InlineData(120, 3)]
    public void Respiration_scores(int perMinute, int points) => Assert.Equal(points, News2.OfRespiration(perMinute));

    [Theory]
    [InlineData(0, 3)]
    [InlineData(91, 3)]
    [InlineData(92, 2)]
    [InlineData(93, 2)]
    [InlineData(94, 1)]
    [InlineData(95, 1)]
    [InlineData(96, 0)]
    [InlineData(100, 0)]
    public void Saturation_on_scale_1_scores_the_same_on_air_and_on_oxygen(int percent, int points)
    {
        Assert.Equal(points, News2.OfSaturation(percent, SaturationScale.One, false));
        Assert.Equal(points, News2.OfSaturation(percent, SaturationScale.One, true));
    }

    [Theory]
    [InlineData(83, 3, 3)]
    [InlineData(84, 2, 2)]
    [InlineData(85, 2, 2)]
    [InlineData(86, 1, 1)]
    [InlineData(87, 1, 1)]
    [InlineData(88, 0, 0)]
    [InlineData(92, 0, 0)]
    [InlineData(93, 0, 1)]
    [InlineData(94, 0, 1)]
    [InlineData(95, 0, 2)]
    [InlineData(96, 0, 2)]
    [InlineData(97, 0, 3)]
    [InlineData(100, 0, 3)]
    public void Saturation_on_scale_2_scores_too_much_only_on_oxygen(int percent, int onAir, int onOxygen)
    {
        Assert.Equal(onAir, News2.OfSaturation(percent, SaturationScale.Two, false));
        Assert.Equal(onOxygen, News2.OfSaturation(percent, SaturationScale.Two, true));
    }

    [Theory]
    [InlineData(90, 3)]
    [InlineData(91, 2)]
    [InlineData(100, 2)]
    [InlineData(101, 1)]
    [InlineData(110, 1)]
    [InlineData(111, 0)]
    [InlineData(219, 0)]
    [InlineData(220, 3)]
    public void Systolic_scores(int mmHg, int points) => Assert.Equal(points, News2.OfSystolic(mmHg));

    [Theory]
    [InlineData(40, 3)]
    [InlineData(41, 1)]
    [InlineData(50, 1)]
    [InlineData(51, 0)]
    [InlineData(90, 0)]
    [InlineData(91, 1)]
    [InlineData(110, 1)]
    [InlineData(111, 2)]
    [InlineData(130, 2)]
    [InlineData(131, 3)]
    public void Pulse_scores(int perMinute, int points) => Assert.Equal(points, News2.OfPulse(perMinute));

    [Theory]
    [InlineData(Consciousness.Alert, 0)]
    [InlineData(Consciousness.NewConfusion, 3)]
    [InlineData(Consciousness.Voice, 3)]
    [InlineData(Consciousness.Pain, 3)]
    [InlineData(Consciousness.Unresponsive, 3)]
    public void Consciousness_scores(Consciousness state, int points) => Assert.Equal(points, News2.OfConsciousness(state));

    [Theory]
    [InlineData("35.0", 3)]
    [InlineData("35.04", 3)]
    [InlineData("35.05", 1)]
    [InlineData("35.1", 1)]
    [InlineData("36.0", 1)]
    [InlineData("36.04", 1)]
    [InlineData("36.05", 0)]
    [InlineData("36.1", 0)]
    [InlineData("38.0", 0)]
    [InlineData("38.04", 0)]
    [InlineData("38.05", 1)]
    [InlineData("38.1", 1)]
    [InlineData("39.0", 1)]
    [InlineData("39.04", 1)]
    [InlineData("39.05", 2)]
    [InlineData("39.1", 2)]
    public void Temperature_scores_after_rounding_to_a_tenth_half_away_from_zero(string celsius, int points) =>
        Assert.Equal(points, News2.OfTemperature(decimal.Parse(celsius, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(16, 98, SaturationScale.One, false, 120, 70, Consciousness.Alert, "37.0", 0, News2Response.Routine)]
    [InlineData(25, 91, SaturationScale.One, true, 90, 131, Consciousness.Voice, "39.1", 19, News2Response.Emergency)]
    [InlineData(22, 89, SaturationScale.Two, false, 105, 95, Consciousness.Alert, "38.5", 5, News2Response.UrgentReview)]
    [InlineData(22, 89, SaturationScale.One, false, 105, 95, Consciousness.Alert, "38.5", 8, News2Response.Emergency)]
    [InlineData(18, 97, SaturationScale.Two, true, 120, 80, Consciousness.Alert, "36.5", 5, News2Response.UrgentReview)]
    [InlineData(8, 83, SaturationScale.One, true, 90, 40, Consciousness.NewConfusion, "35.0", 20, News2Response.Emergency)]
    public void The_reference_examples_give_their_totals(int respiration, int saturation, SaturationScale scale, bool oxygen, int systolic, int pulse, Consciousness state, string temperature, int total, News2Response response)
    {
        var result = News2.Of(new VitalValues
        {
            Respiration = respiration, Saturation = saturation, Scale = scale, OnOxygen = oxygen, Systolic = systolic, Pulse = pulse, Consciousness = state,
            Temperature = decimal.Parse(temperature, System.Globalization.CultureInfo.InvariantCulture),
        }, 60, false);
        Assert.Equal((News2Status.Scored, total, response), (result.Status, result.Score, result.Response));
        Assert.Equal(total is 19 or 20 || (scale == SaturationScale.Two && oxygen) || (saturation == 89 && scale == SaturationScale.One), result.SingleThree);
    }

    [Theory]
    [InlineData(0, false, News2Response.Routine)]
    [InlineData(1, false, News2Response.NurseDecides)]
    [InlineData(4, false, News2Response.NurseDecides)]
    [InlineData(3, true, News2Response.WardReview)]
    [InlineData(4, true, News2Response.WardReview)]
    [InlineData(5, false, News2Response.UrgentReview)]
    [InlineData(5, true, News2Response.UrgentReview)]
    [InlineData(6, true, News2Response.UrgentReview)]
    [InlineData(7, false, News2Response.Emergency)]
    [InlineData(20, true, News2Response.Emergency)]
    public void The_highest_response_that_applies_wins(int score, bool singleThree, News2Response response) => Assert.Equal(response, News2.ResponseTo(score, singleThree));

    [Theory]
    [InlineData(News2Response.Routine, null, 720, 720)]
    [InlineData(News2Response.NurseDecides, null, 240, 360)]
    [InlineData(News2Response.WardReview, 60, 60, 60)]
    [InlineData(News2Response.UrgentReview, 60, 60, 60)]
    [InlineData(News2Response.Emergency, 30, 0, 30)]
    public void Each_response_has_its_clock(News2Response response, int? reviewMinutes, int nextFrom, int nextUntil)
    {
        Assert.Equal(reviewMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : (TimeSpan?)null, News2Schedule.ReviewWithin(response));
        Assert.Equal((TimeSpan.FromMinutes(nextFrom), TimeSpan.FromMinutes(nextUntil)), News2Schedule.NextSet(response));
    }

    [Fact]
    public void Without_any_one_value_there_is_no_score_and_the_missing_one_is_named()
    {
        (News2Parameter[] Missing, VitalValues Values)[] sets =
        [
            ([News2Parameter.Respiration], Healthy with { Respiration = null }),
            ([News2Parameter.Saturation], Healthy with { Saturation = null }),
            ([News2Parameter.Saturation, News2Parameter.Oxygen], Healthy with { OnOxygen = null }),
            ([News2Parameter.Systolic], Healthy with { Systolic = null }),
            ([News2Parameter.Pulse], Healthy with { Pulse = null }),
            ([News2Parameter.Consciousness], Healthy with { Consciousness = null }),
            ([News2Parameter.Temperature], Healthy with { Temperature = null }),
        ];
        Assert.All(sets, set =>
        {
            var result = News2.Of(set.Values, 40, false);
            Assert.Equal((News2Status.Incomplete, null, null), (result.Status, result.Score, result.Response));
            Assert.Equal(set.Missing, result.Missing);
        });
    }

    [Theory]
    [InlineData(15, false, News2Status.NotApplicable)]
    [InlineData(16, false, News2Status.Scored)]
    [InlineData(30, true, News2Status.NotApplicable)]
    public void Under_16_and_in_pregnancy_it_does_not_apply(int age, bool pregnant, News2Status status)
    {
        Assert.Equal(status, News2.Of(Healthy, age, pregnant).Status);
        Assert.Equal(status == News2Status.NotApplicable ? status : News2Status.Incomplete, News2.Of(Healthy with { Pulse = null }, age, pregnant).Status);
    }

    [Fact]
    public void A_weight_says_nothing_about_it() => Assert.Equal(News2Status.NotMeasured, News2.Of(new VitalValues { Weight = 70, Height = 170, OnOxygen = false }, 40, false).Status);

    [Fact]
    public void Zero_is_a_value()
    {
        var result = News2.Of(Healthy with { Respiration = 0, Pulse = 0, Systolic = 0, Consciousness = Consciousness.Unresponsive }, 40, false);
        Assert.Equal((News2Status.Scored, 12), (result.Status, result.Score));
    }

    [Fact]
    public void Any_set_scores_the_sum_of_its_points_between_0_and_20_and_worse_never_scores_less()
    {
        var random = new Random(20261127);
        for (var i = 0; i < 5_000; i++)
        {
            var set = new VitalValues
            {
                Respiration = random.Next(0, 61), Saturation = random.Next(60, 101), Scale = (SaturationScale)random.Next(2), OnOxygen = random.Next(2) == 0, Systolic = random.Next(40, 261),
                Pulse = random.Next(20, 221), Consciousness = (Consciousness)random.Next(5), Temperature = 30 + (random.Next(0, 1_300) / 100m),
            };
            var result = News2.Of(set, 16 + random.Next(90), false);
            Assert.Equal(Enum.GetValues<News2Parameter>().Sum(p => News2.Points(p, set)), result.Score);
            Assert.InRange(result.Score!.Value, 0, 20);
            Assert.Equal(News2.ResponseTo(result.Score.Value, result.SingleThree), result.Response);
            Assert.True(News2.Of(set with { Consciousness = Consciousness.Voice }, 40, false).Score >= News2.Of(set with { Consciousness = Consciousness.Alert }, 40, false).Score);
            if (set.Scale == SaturationScale.One)
            {
                Assert.Equal(2, News2.Of(set with { OnOxygen = true }, 40, false).Score - News2.Of(set with { OnOxygen = false }, 40, false).Score);
            }
        }
    }
}
