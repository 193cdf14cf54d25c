using MediSecure.Data.Features.Nutrition;
using MediSecure.Data.Features.Vitals;

namespace MediSecure.Tests.Features.Nutrition;

/// <summary>BMI and MUST on both sides of every edge.</summary>
public sealed class MustTests
{
    /// <summary>At 200 cm the BMI is a quarter of the weight.</summary>
    [Theory]
    [InlineData("73.6", "18.4", BmiClass.Underweight, 2)]
    [InlineData("73.8", "18.45", BmiClass.Underweight, 2)] // and not 18.5
    [InlineData("73.96", "18.49", BmiClass.Underweight, 2)]
    [InlineData("73.999", "18.49", BmiClass.Underweight, 2)] // 18.49975
    [InlineData("74", "18.5", BmiClass.Normal, 1)]
    [InlineData("79.9", "20.0", BmiClass.Normal, 1)] // 19.975
    [InlineData("80", "20", BmiClass.Normal, 1)]
    [InlineData("80.001", "20.01", BmiClass.Normal, 0)] // 20.00025
    [InlineData("80.04", "20.01", BmiClass.Normal, 0)]
    [InlineData("80.16", "20.04", BmiClass.Normal, 0)]
    [InlineData("80.2", "20.1", BmiClass.Normal, 0)] // 20.05
    [InlineData("99.7", "24.9", BmiClass.Normal, 0)]
    [InlineData("99.8", "24.95", BmiClass.Normal, 0)]
    [InlineData("99.98", "24.99", BmiClass.Normal, 0)] // 24.995
    [InlineData("100", "25", BmiClass.Overweight, 0)]
    [InlineData("119.79", "29.9", BmiClass.Overweight, 0)]
    [InlineData("119.8", "29.95", BmiClass.Overweight, 0)]
    [InlineData("120", "30", BmiClass.Obese, 0)]
    public void A_bmi_is_classified_as_it_is_and_never_shown_beyond_a_limit(string kilograms, string value, BmiClass expected, int points)
    {
        var bmi = Bmi.Of(D(kilograms), 200, 18)!;
        Assert.Equal((D(value), expected), (bmi.Value, bmi.Class));
        Assert.Equal(points, Must.Of(18, false, D(kilograms), 200, 0, false).BmiPoints);
    }

    private static decimal D(string number) => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void A_child_has_no_class() => Assert.Null(Bmi.Of(60, 160, 17));

    [Theory]
    [InlineData(0, 2)]
    [InlineData(18.45, 2)]
    [InlineData(18.49, 2)]
    [InlineData(18.5, 1)]
    [InlineData(20.0, 1)]
    [InlineData(20.01, 0)]
    [InlineData(20.1, 0)]
    [InlineData(45, 0)]
    public void Points_of_the_bmi(double bmi, int points) => Assert.Equal(points, Must.BmiPoints((decimal)bmi));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4.9, 0)]
    [InlineData(4.95, 0)]
    [InlineData(4.99, 0)]
    [InlineData(5.0, 1)]
    [InlineData(10.0, 1)]
    [InlineData(10.01, 2)]
    [InlineData(10.1, 2)]
    [InlineData(60, 2)]
    public void Points_of_the_loss(double percent, int points) => Assert.Equal(points, Must.Of(40, false, 80, 180, (decimal)percent, false).LossPoints);

    [Theory]
    [InlineData(80, 0, false, 1, MustRisk.Medium)] // BMI 20
    [InlineData(80.1, 0, false, 0, MustRisk.Low)] // 20.025
    [InlineData(80.2, 5, false, 1, MustRisk.Medium)]
    [InlineData(80.2, 10.1, false, 2, MustRisk.High)]
    [InlineData(80.2, 0, true, 2, MustRisk.High)]
    [InlineData(80, 5, false, 2, MustRisk.High)]
    [InlineData(73.8, 0, false, 2, MustRisk.High)] // 18.45
    [InlineData(74, 0, false, 1, MustRisk.Medium)]
    [InlineData(73.7, 11, true, 6, MustRisk.High)]
    public void The_total_and_its_risk(double kilograms, double loss, bool ill, int score, MustRisk risk)
    {
        var must = Must.Of(18, false, (decimal)kilograms, 200, (decimal)loss, ill);
        Assert.Equal((MustStatus.Scored, score, risk), (must.Status, must.Score, must.Risk));
        Assert.Empty(must.Missing);
    }

    [Theory]
    [InlineData(-1, MustRisk.Low)]
    [InlineData(0, MustRisk.Low)]
    [InlineData(1, MustRisk.Medium)]
    [InlineData(2, MustRisk.High)]
    [InlineData(6, MustRisk.High)]
    public void Risk_by_the_total(int score, MustRisk risk) => Assert.Equal(risk, Must.RiskOf(score));

    [Theory]
    [InlineData(17, false)]
    [InlineData(30, true)]
    public void It_does_not_apply_to_children_and_in_pregnancy(int age, bool pregnant)
    {
        var must = Must.Of(age, pregnant, 50, 160, 20, true);
        Assert.Equal((MustStatus.NotApplicable, null, null), (must.Status, must.Score, must.Risk));
        Assert.Equal(MustStatus.Scored, Must.Of(18, false, 50, 160, 20, true).Status);
    }

    public static TheoryData<MustInput> Inputs => [.. Enum.GetValues<MustInput>()];

    /// <summary>Even when what is known would already say high risk.</summary>
    [Theory]
    [MemberData(nameof(Inputs))]
    public void Whatever_is_missing_there_is_no_score(MustInput missing)
    {
        var must = Must.Of(40, false, missing == MustInput.Weight ? null : 45, missing == MustInput.Height ? null : 180, missing == MustInput.WeightLoss ? null : 20, missing == MustInput.AcuteIllness ? null : true);
        Assert.Equal((MustStatus.Incomplete, null, null), (must.Status, must.Score, must.Risk));
        Assert.Equal([missing], must.Missing);
    }

    [Fact]
    public void Nothing_known_is_all_missing() => Assert.Equal(Enum.GetValues<MustInput>(), Must.Of(40, false, null, null, null, null).Missing);

    [Theory]
    [InlineData("2026-03-02", "2025-09-02", "2025-12-02")]
    [InlineData("2026-08-31", "2026-02-28", "2026-05-31")] // February has no 31st
    [InlineData("2028-08-29", "2028-02-29", "2028-05-29")]
    public void Weights_of_three_to_six_months_ago_are_compared_with(string today, string from, string until) =>
        Assert.Equal((DateOnly.Parse(from), DateOnly.Parse(until)), WeightLoss.Window(DateOnly.Parse(today)));

    [Theory]
    [InlineData(80, 76, 5.0)]
    [InlineData(80, 72, 10.0)]
    [InlineData(80, 76.04, 4.95)]
    [InlineData(80, 76.001, 4.99)] // 4.99875
    [InlineData(80, 71.999, 10.01)] // 10.00125
    [InlineData(80, 71.96, 10.1)]
    [InlineData(80, 76.1, 4.9)]
    [InlineData(80, 80, 0)]
    [InlineData(80, 88, 0)] // who gained has lost nothing
    public void The_loss_in_percent_of_the_weight_then(double then, double now, double percent) => Assert.Equal((decimal)percent, WeightLoss.Percent((decimal)then, (decimal)now));

    [Fact]
    public void An_assessment_keeps_what_it_was_made_of_and_asks_why_the_loss_is_another()
    {
        var at = new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);
        MeasuredValue weight = new(Guid.NewGuid(), 60, at), height = new(Guid.NewGuid(), 170, at);
        Data.Common.Result<NutritionAssessment> Made(decimal? proposed, decimal? loss, string? reason, int age = 40, string? summary = null) =>
            NutritionAssessment.Make(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), null, new(age, false, weight, height, null, proposed, loss, reason, false), summary, at, Guid.NewGuid());

        Assert.Equal(NutritionErrors.LossNeedsReason, Made(4, 6, null).Error);
        Assert.Equal(NutritionErrors.LossNeedsSource, Made(null, 6, null).Error);
        Assert.Equal(NutritionErrors.NeedsSummary, Made(4, 4, null, 17).Error);
        var corrected = Made(4, 6.04m, "Planned").Value;
        Assert.Equal((Must.Rule, 6.0m, 4m, "Planned", 0, 1, 0, 1, MustRisk.Medium), (corrected.Rule, corrected.LossPercent, corrected.LossProposed, corrected.LossReason, corrected.BmiPoints, corrected.LossPoints,
            corrected.AcutePoints, corrected.Score, corrected.Risk));
        Assert.Null(Made(4, 4, "Said twice").Value.LossReason);
        Assert.Equal(MustStatus.NotApplicable, Made(4, 4, null, 17, "Grows along the 50th centile").Value.Status);

        Assert.Null(corrected.MarkInError("Wrong patient", at, Guid.NewGuid()).Error);
        Assert.Equal(NutritionErrors.AlreadyInError, corrected.MarkInError("Again", at, Guid.NewGuid()).Error);
    }

    [Fact]
    public void A_consult_goes_its_way_and_no_other()
    {
        var (at, who) = (new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc), Guid.NewGuid());
        NutritionConsult New() => new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "Eats little", ConsultUrgency.Routine, at, who);
        var consult = New();
        Assert.Equal("nutrition.consult-closed", consult.Reopen().Error?.Code);
        Assert.Null(consult.Accept(at, who).Error);
        Assert.Equal(NutritionErrors.AlreadyAccepted, consult.Accept(at, who).Error);
        Assert.Null(consult.Answer(Guid.NewGuid(), at, who).Error);
        Assert.False(consult.IsOpen);
        Assert.All([consult.Accept(at, who), consult.Answer(Guid.NewGuid(), at, who), consult.Decline("No", at, who), consult.Withdraw("No", at, who)], step => Assert.Equal("nutrition.consult-closed", step.Error?.Code));
        Assert.Null(consult.Reopen().Error);
        Assert.Equal((ConsultStatus.Accepted, null, null), (consult.Status, consult.ClosedAt, consult.AssessmentId));

        var atOnce = New();
        Assert.Null(atOnce.Answer(Guid.NewGuid(), at, who).Error);
        Assert.Equal(who, atOnce.AcceptedBy);
        var declined = New();
        Assert.Null(declined.Decline("Kitchen does it", at, who).Error);
        Assert.Equal("nutrition.consult-closed", declined.Withdraw("x", at, who).Error?.Code);
    }
}
