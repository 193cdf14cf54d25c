using MediSecure.Data.Features.Patients;

namespace MediSecure.Tests.Features.Patients;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+234 803 123 4567", "+2348031234567")]
    [InlineData("0803-123-4567", "+2348031234567")]
    [InlineData("(0803) 123.4567", "+2348031234567")]
    [InlineData("00234 803 1234567", "+2348031234567")]
    [InlineData("234 803 123 4567", "+2348031234567")]
    [InlineData("803 123 4567", "+2348031234567")]
    [InlineData("+234 (0)803 123 4567", "+2348031234567")]
    [InlineData("\u00A00803\u00A0123\u00A04567 ", "+2348031234567")]
    [InlineData("０８０３１２３４５６７", "+2348031234567")]
    [InlineData("0903 123 4567", "+2349031234567")]
    [InlineData("+44 20 7946 0000", "+442079460000")]
    [InlineData("0803 CALL ME", null)]
    [InlineData(null, null)]
    public void A_number_is_the_same_however_it_is_written(string? text, string? international) => Assert.Equal(international, PhoneNumber.International(text, "NG"));

    [Theory]
    [InlineData("020 7946 0000", "GB", "+442079460000")]
    [InlineData("(1) 212 555 0100", "US", "+12125550100")]
    [InlineData("212 555 0100", "US", "+12125550100")]
    [InlineData("06 1234 5678", "IT", "+390612345678")]
    [InlineData("8123 4567", "SG", "+6581234567")]
    [InlineData("0803 123 4567", "??", "+08031234567")]
    public void Where_a_number_is_meant_says_the_organisation(string text, string country, string international) => Assert.Equal(international, PhoneNumber.International(text, country));

    [Fact]
    public void Digits_that_may_have_lost_their_plus_are_looked_for_both_ways()
    {
        Assert.Contains("+442079460000", PhoneNumber.Readings("442079460000", "NG"));
        Assert.Equal(["+442079460000"], PhoneNumber.Readings("+44 20 7946 0000", "NG"));
        Assert.Empty(PhoneNumber.Readings("bello", "NG"));
    }

    [Theory]
    [InlineData("1234567", true)]
    [InlineData("+44 20 7946 0000", true)]
    [InlineData("123456", false)]
    [InlineData("00", false)]
    [InlineData("0803 CALL ME", false)]
    [InlineData("1234567890123456789012345678901234567890", false)]
    [InlineData("080312345+67", false)]
    [InlineData("0803\r\n1234567", false)]
    [InlineData("0803\ud800", false)]
    public void What_is_a_number(string text, bool valid) => Assert.Equal(valid, PhoneNumber.IsValid(text));
}
