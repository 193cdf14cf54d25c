using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Patients;

namespace MediSecure.Tests.Features.Patients;

public sealed class PatientTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData("2026-03-02", null)]
    [InlineData("2026-03-03", "patient.born-in-the-future")]
    [InlineData("9999-12-31", "patient.born-in-the-future")]
    [InlineData("1896-03-02", null)]
    [InlineData("1896-03-01", "patient.too-old")]
    [InlineData("0001-01-01", "patient.too-old")]
    [InlineData("2024-02-29", null)]
    public void A_birth_date_lies_within_a_life(string date, string? code) => Assert.Equal(code, Patient.CheckBirthDate(DateOnly.Parse(date), Today).Error?.Code);

    [Theory]
    [InlineData("2024-02-29", "2025-02-28", 0, 11)]
    [InlineData("2024-02-29", "2025-03-01", 1, 12)]
    [InlineData("1988-04-12", "2026-04-11", 37, 455)]
    [InlineData("1988-04-12", "2026-04-12", 38, 456)]
    [InlineData("2026-03-02", "2026-03-02", 0, 0)]
    public void Age_is_counted_as_people_count_it(string born, string on, int years, int months)
    {
        Assert.Equal(years, Age.Years(DateOnly.Parse(born), DateOnly.Parse(on)));
        Assert.Equal(months, Age.Months(DateOnly.Parse(born), DateOnly.Parse(on)));
    }

    public static TheoryData<string, string?> Names => new()
    {
        { "O'Brien", null }, { "Null", null }, { "X", null }, { "Nguyễn", null }, { "محمد", null }, { "Ọláolúwa", null }, { new string('a', 200), null }, { "12345", null }, { "=cmd()", null },
        { "<img src=x onerror=alert(1)>", null }, { "  spaces  ", null }, { "李", null },
        { new string('a', 201), "GivenName" }, { new string('a', 10_000), "GivenName" }, { "", "GivenName" }, { "---", "GivenName" }, { "😀", "GivenName" }, { "a\0b", "GivenName" }, { "a\ud800", "GivenName" },
        { "a\u202eb", "GivenName" }, { "a" + string.Concat(Enumerable.Repeat("\u0301", 500)), "GivenName" }, { "two\nlines", "GivenName" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_what_people_are_called(string name, string? wrong) => Assert.Equal(wrong, FormRules.Check(Form(f => f.GivenName = name))?.Field);

    [Theory]
    [InlineData("a@b")]
    [InlineData("\"x\"@y.example")]
    [InlineData("ada@example.com\r\nBcc: all@example.com")]
    [InlineData("ada")]
    [InlineData("Ada <ada@example.com>")]
    public void What_is_no_address_is_refused(string email) => Assert.Equal("Email", FormRules.Check(Form(f => f.Email = email))?.Field);

    [Theory]
    [InlineData("ada@example.com")]
    [InlineData("ada+clinic@bücher.example")]
    [InlineData(null)]
    [InlineData("")]
    public void An_address_or_none_is_accepted(string? email) => Assert.Null(FormRules.Check(Form(f => f.Email = email)));

    [Fact]
    public void Sex_is_one_of_the_list()
    {
        Assert.Equal("Sex", FormRules.Check(Form(f => f.Sex = null))?.Field);
        Assert.Equal("Sex", FormRules.Check(Form(f => f.Sex = (Sex)77))?.Field);
    }

    [Fact]
    public void A_birth_date_is_needed() => Assert.Equal("BirthDate", FormRules.Check(Form(f => f.BirthDate = null))?.Field);

    [Fact]
    public void Every_text_of_the_form_says_how_long_it_may_be() => Assert.All(typeof(EditPatientForm).GetProperties().Where(p => p.PropertyType == typeof(string)),
        property => Assert.True(property.IsDefined(typeof(CleanTextAttribute), true) && property.IsDefined(typeof(DisplayAttribute), true), property.Name));

    private static RegisterPatientForm Form(Action<RegisterPatientForm> change)
    {
        var form = new RegisterPatientForm { GivenName = "Ada", Sex = Sex.Female, BirthDate = new DateOnly(1990, 1, 1) };
        change(form);
        return form;
    }
}
