using System.Globalization;
using MediSecure.Data.Features.Vitals;

namespace MediSecure.Tests.Features.Vitals;

/// <summary>What is refused, what is asked about, and what is offered instead.</summary>
public sealed class VitalCheckTests
{
    private static readonly VitalBackground Adult = new(true);

    public static TheoryData<VitalKind, string, string, string?, string?> Bands => new()
    {
        { VitalKind.Respiration, "0", "120", "6", "60" },
        { VitalKind.Saturation, "0", "100", "70", "100" },
        { VitalKind.OxygenFlow, "0", "80", "0", "15" },
        { VitalKind.Systolic, "0", "300", "60", "240" },
        { VitalKind.Diastolic, "0", "200", "30", "140" },
        { VitalKind.Pulse, "0", "350", "30", "220" },
        { VitalKind.Temperature, "10", "45", "32", "41.5" },
        { VitalKind.Weight, "0.2", "650", "30", "200" },
        { VitalKind.Height, "20", "272", "120", "220" },
        { VitalKind.Pain, "0", "10", null, null },
        { VitalKind.GcsTotal, "3", "15", null, null },
    };

    [Theory]
    [MemberData(nameof(Bands))]
    public void The_ends_of_a_band_belong_to_it_and_one_step_beyond_does_not(VitalKind kind, string from, string to, string? askFrom, string? askTo)
    {
        var step = VitalLimits.Of(kind).Decimals == 0 ? 1m : 0.1m;
        Assert.Null(Refusal(kind, D(from)));
        Assert.Null(Refusal(kind, D(to)));
        Assert.Equal("vitals.impossible", Refusal(kind, D(from) - step)?.Code);
        Assert.Equal("vitals.impossible", Refusal(kind, D(to) + step)?.Code);
        if (askFrom is null || askTo is null)
        {
            Assert.Empty(Asked(kind, D(from)));
            Assert.Empty(Asked(kind, D(to)));
            return;
        }

        Assert.Empty(Asked(kind, D(askFrom)));
        Assert.Empty(Asked(kind, D(askTo)));
        if (D(askFrom) > D(from))
        {
            Assert.Equal(kind, Assert.Single(Asked(kind, D(askFrom) - step)).Kind);
        }

        if (D(askTo) < D(to))
        {
            Assert.Equal(kind, Assert.Single(Asked(kind, D(askTo) + step)).Kind);
        }
    }

    [Fact]
    public void The_codes_are_those_of_the_reference()
    {
        Assert.Equal(["9279-1", "59408-5", "3151-8", "8480-6", "8462-4", "8867-4", "8310-5", "29463-7", "8302-2", "72514-3", null, null, null, "9269-2"], VitalLimits.All.Select(limit => limit.Loinc));
        Assert.Equal(Enum.GetValues<VitalKind>(), VitalLimits.All.Select(limit => limit.Kind));
    }

    [Theory]
    [InlineData(VitalKind.Temperature, "98.6", "37.0")]
    [InlineData(VitalKind.Temperature, "104", "40.0")]
    [InlineData(VitalKind.Temperature, "375", "37.5")]
    [InlineData(VitalKind.Saturation, "0.97", "97")]
    [InlineData(VitalKind.Weight, "70000", "70")]
    [InlineData(VitalKind.Height, "1.75", "175.00")]
    [InlineData(VitalKind.Height, "1750", "175.0")]
    [InlineData(VitalKind.Temperature, "5", null)]
    [InlineData(VitalKind.Pulse, "400", null)]
    public void A_number_of_another_unit_is_refused_with_the_right_one_offered(VitalKind kind, string typed, string? offered)
    {
        var refusal = Assert.IsType<VitalRefusal>(Refusal(kind, D(typed)));
        Assert.Equal(offered is null ? null : D(offered), refusal.Offer);
        Assert.Equal(kind.ToString(), refusal.Field);
        if (offered is not null)
        {
            Assert.Contains($"Did you mean {refusal.Offer!.Value.ToString(CultureInfo.InvariantCulture)}", refusal.Message);
        }
    }

    [Fact]
    public void Fahrenheit_is_recognised_where_the_table_asks()
    {
        var refusal = Assert.IsType<VitalRefusal>(Refusal(VitalKind.Temperature, 98.6m));
        Assert.Equal("37.0", refusal.Offer!.Value.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("64.0", false)]
    [InlineData("70.4", false)]
    [InlineData("57.6", false)]
    [InlineData("70.5", true)]
    [InlineData("57.5", true)]
    public void A_weight_is_asked_about_when_it_differs_by_more_than_a_tenth_from_the_last(string kilograms, bool asked) =>
        Assert.Equal(asked, Asked(VitalKind.Weight, D(kilograms), new(true, 64m)).Count == 1);

    [Theory]
    [InlineData("170", false)]
    [InlineData("173", false)]
    [InlineData("167", false)]
    [InlineData("173.1", true)]
    [InlineData("166.9", true)]
    public void A_height_is_asked_about_when_it_differs_by_more_than_three_centimetres(string centimetres, bool asked) =>
        Assert.Equal(asked, Asked(VitalKind.Height, D(centimetres), new(true, null, 170m)).Count == 1);

    [Fact]
    public void Pounds_and_inches_are_offered_when_they_fit_the_last_measurement()
    {
        Assert.Equal(69.9m, Assert.Single(Asked(VitalKind.Weight, 154m, new(true, 70m))).Offer);
        Assert.Equal(170.2m, Assert.Single(Asked(VitalKind.Height, 67m, new(true, null, 170m))).Offer);
    }

    [Fact]
    public void Children_are_not_asked_by_the_bands_of_adults()
    {
        Assert.Empty(Asked(VitalKind.Weight, 3.4m, new(false)));
        Assert.Empty(Asked(VitalKind.Height, 52m, new(false)));
        Assert.Single(Asked(VitalKind.Weight, 12m, new(false, 10m)));
    }

    [Theory]
    [InlineData(120, 80, null)]
    [InlineData(81, 80, null)]
    [InlineData(80, 80, "vitals.pressure-turned")]
    [InlineData(70, 110, "vitals.pressure-turned")]
    public void Systolic_is_above_diastolic(int systolic, int diastolic, string? code) =>
        Assert.Equal(code, VitalCheck.Refusal(new VitalValues { Systolic = systolic, Diastolic = diastolic }, Adult)?.Code);

    [Theory]
    [InlineData(4, 5, 6, 15, null)]
    [InlineData(1, 1, 1, 3, null)]
    [InlineData(4, 5, 6, null, null)]
    [InlineData(null, null, null, 9, null)]
    [InlineData(4, 5, 6, 14, "vitals.gcs-sum")]
    [InlineData(4, null, 6, 10, "vitals.gcs-parts")]
    [InlineData(null, 5, null, null, "vitals.gcs-parts")]
    [InlineData(0, 5, 6, null, "vitals.impossible")]
    [InlineData(4, 6, 6, null, "vitals.impossible")]
    [InlineData(4, 5, 7, null, "vitals.impossible")]
    [InlineData(5, 5, 6, null, "vitals.impossible")]
    public void The_coma_scale_adds_up(int? eye, int? verbal, int? motor, int? total, string? code) =>
        Assert.Equal(code, VitalCheck.Refusal(new VitalValues { GcsEye = eye, GcsVerbal = verbal, GcsMotor = motor, GcsTotal = total }, Adult)?.Code);

    [Fact]
    public void Whole_numbers_are_whole_and_decimals_are_few()
    {
        Assert.Equal("vitals.not-whole", Refusal(VitalKind.Pulse, 70.5m)?.Code);
        Assert.Null(Refusal(VitalKind.Pulse, 70.0m));
        Assert.Equal("vitals.too-exact", Refusal(VitalKind.Temperature, 36.123m)?.Code);
        Assert.Null(Refusal(VitalKind.Temperature, 36.120m));
    }

    [Fact]
    public void An_empty_set_and_a_flow_without_oxygen_are_refused()
    {
        Assert.Equal("vitals.empty", VitalCheck.Refusal(new VitalValues { OnOxygen = false }, Adult)?.Code);
        Assert.Equal("vitals.flow-without-oxygen", VitalCheck.Refusal(new VitalValues { Pulse = 70, OnOxygen = false, OxygenFlow = 2 }, Adult)?.Code);
        Assert.Null(VitalCheck.Refusal(new VitalValues { Pulse = 70, OnOxygen = true, OxygenFlow = 2 }, Adult));
    }

    [Theory]
    [InlineData("18.4", BmiClass.Underweight)]
    [InlineData("18.45", BmiClass.Underweight)]
    [InlineData("18.49", BmiClass.Underweight)]
    [InlineData("18.5", BmiClass.Normal)]
    [InlineData("24.9", BmiClass.Normal)]
    [InlineData("24.94", BmiClass.Normal)]
    [InlineData("24.95", BmiClass.Normal)]
    [InlineData("24.99", BmiClass.Normal)]
    [InlineData("25", BmiClass.Overweight)]
    [InlineData("29.9", BmiClass.Overweight)]
    [InlineData("29.99", BmiClass.Overweight)]
    [InlineData("30", BmiClass.Obese)]
    public void The_body_mass_index_has_its_class(string index, BmiClass expected) => Assert.Equal(expected, Bmi.Of(D(index), 100m, 18)?.Class);

    [Fact]
    public void There_is_no_body_mass_index_under_18_or_without_both_measures()
    {
        Assert.Null(Bmi.Of(60m, 165m, 17));
        Assert.Null(Bmi.Of(null, 165m, 40));
        Assert.Null(Bmi.Of(60m, null, 40));
        Assert.Equal(22.0m, Bmi.Of(60m, 165m, 18)?.Value);
    }

    private static MediSecure.Data.Common.Error? Refusal(VitalKind kind, decimal value) => VitalCheck.Refusal(Only(kind, value), Adult);

    private static IReadOnlyList<VitalQuestion> Asked(VitalKind kind, decimal value, VitalBackground? background = null) => VitalCheck.Questions(Only(kind, value), background ?? Adult);

    private static VitalValues Only(VitalKind kind, decimal value) => kind switch
    {
        VitalKind.Respiration => new() { Respiration = value },
        VitalKind.Saturation => new() { Saturation = value },
        VitalKind.OxygenFlow => new() { OxygenFlow = value, OnOxygen = true },
        VitalKind.Systolic => new() { Systolic = value },
        VitalKind.Diastolic => new() { Diastolic = value },
        VitalKind.Pulse => new() { Pulse = value },
        VitalKind.Temperature => new() { Temperature = value },
        VitalKind.Weight => new() { Weight = value },
        VitalKind.Height => new() { Height = value },
        VitalKind.Pain => new() { Pain = value },
        _ => new() { GcsTotal = value },
    };

    private static decimal D(string number) => decimal.Parse(number, CultureInfo.InvariantCulture);
}
