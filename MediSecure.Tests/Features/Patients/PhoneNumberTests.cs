using MediSecure.Data.Features.Patients;

namespace MediSecure.Tests.Features.Patients;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+234 803 123 4567", "0803-123-4567", true)]
    [InlineData("+234 803 123 4567", "00234 8031234567", true)]
    [InlineData("0803 123 4567", "(0803) 123.4567", true)]
    [InlineData("0803 123 4567", "0903 123 4567", false)]
    [InlineData("+44 20 7946 0000", "+234 20 7946 0000", false)]
    public void A_number_is_the_same_however_it_is_written(string one, string other, bool same)
    {
        Assert.Equal(same, PhoneNumber.Same(one, other));
        Assert.True(!same || PhoneNumber.Key(one) == PhoneNumber.Key(other));
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
    public void What_is_a_number(string text, bool valid) => Assert.Equal(valid, PhoneNumber.IsValid(text));
}
