using MediSecure.Data.Features.Patients;

namespace MediSecure.Tests.Features.Patients;

public sealed class PatientQueryTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData("1988-04-12")]
    [InlineData("12/04/1988")]
    [InlineData("12.4.1988")]
    [InlineData("12-4-88")]
    [InlineData("12 Apr 1988")]
    [InlineData("12 april 1988")]
    [InlineData("April 12, 1988")]
    [InlineData("12041988")]
    [InlineData("19880412")]
    [InlineData("12 4 1988")]
    [InlineData("12-Apr-1988")]
    public void A_birth_date_is_understood_as_people_type_it(string typed) =>
        Assert.Contains(PatientQuery.Read(typed, Today), reading => reading.BirthDates.Contains(new DateOnly(1988, 4, 12)));

    [Fact]
    public void The_month_comes_first_only_where_the_day_cannot() =>
        Assert.Equal([new DateOnly(1988, 4, 25)], PatientQuery.Read("04/25/1988", Today)[^1].BirthDates);

    [Theory]
    [InlineData("3/3/26", 1926)]
    [InlineData("1/3/26", 2026)]
    [InlineData("29/2/24", 2024)]
    public void Two_digits_of_a_year_name_the_latest_one_that_has_come(string typed, int year) =>
        Assert.Equal(year, Assert.Single(PatientQuery.Read(typed, Today)[^1].BirthDates).Year);

    [Theory]
    [InlineData("31/02/1988")]
    [InlineData("12/04/3000")]
    [InlineData("01/01/0001")]
    [InlineData("9999-12-31")]
    public void A_day_that_cannot_be_a_birth_date_is_none(string typed) => Assert.DoesNotContain(PatientQuery.Read(typed, Today), reading => reading.BirthDates.Count > 0);

    [Theory]
    [InlineData("bello 12/04/1988")]
    [InlineData("12 Apr 1988 Bello")]
    public void A_name_and_a_birth_date_go_together(string typed)
    {
        var reading = PatientQuery.Read(typed, Today)[^1];
        Assert.Equal(["bello"], reading.Words);
        Assert.Equal([new DateOnly(1988, 4, 12)], reading.BirthDates);
    }

    [Theory]
    [InlineData("CH-100061", "CH-100061")]
    [InlineData("ch100061", "CH-100061")]
    [InlineData("Ch 100061", "CH-100061")]
    [InlineData("100061", "100061")]
    public void A_record_number_is_understood_with_and_without_its_letters(string typed, string number) => Assert.Equal(number, PatientQuery.Read(typed, Today)[0].RecordNumber);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" a ")]
    [InlineData("%_")]
    [InlineData("'")]
    [InlineData("\0\u202e")]
    [InlineData("\ud800")]
    public void Less_than_two_letters_or_digits_is_no_search(string? typed) => Assert.Empty(PatientQuery.Read(typed, Today));

    [Fact]
    public void Ten_megabytes_are_cut_before_they_are_looked_at() => Assert.True(PatientQuery.Read(new string('a', 10_000_000), Today)[0].Words[0].Length <= 200);

    [Fact]
    public void The_longest_word_leads() => Assert.Equal(["chiamaka", "eze"], PatientQuery.Read("eze Chiamaka", Today)[^1].Words);

    [Fact]
    public void The_shape_of_a_search_says_nothing_of_what_was_typed()
    {
        Assert.Equal("birth date, 1 word", PatientQuery.Read("bello 12/04/1988", Today)[^1].Shape);
        Assert.Equal(["record number", "phone", "national id"], PatientQuery.Read("12345678901", Today).Take(3).Select(r => r.Shape));
        Assert.Equal("2 words", PatientQuery.Read("Amina Bello", Today)[^1].Shape);
    }
}
