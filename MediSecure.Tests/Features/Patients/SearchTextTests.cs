using MediSecure.Data.Features.Patients;

namespace MediSecure.Tests.Features.Patients;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Ọláolúwa O'Brien-Smith", "olaoluwa obrien smith")]
    [InlineData("O’Brien", "obrien")]
    [InlineData("  Nguyễn   Văn  ", "nguyen van")]
    [InlineData("Ɗanladi Ƙasim Ƴar'adua", "danladi kasim yaradua")]
    [InlineData("Søren Łukasz", "soren lukasz")]
    [InlineData("محمد", "محمد")]
    [InlineData("%_--';", "")]
    [InlineData("Null", "null")]
    [InlineData("한국", "한국")]
    public void A_name_is_searched_without_marks(string name, string expected) => Assert.Equal(expected, SearchText.Normalize(name));

    [Fact]
    public void Composed_and_decomposed_twins_are_the_same() =>
        Assert.Equal(SearchText.Normalize("Adébáyọ̀".Normalize(System.Text.NormalizationForm.FormC)), SearchText.Normalize("Adébáyọ̀".Normalize(System.Text.NormalizationForm.FormD)));

    [Fact]
    public void Half_a_character_does_not_stop_a_search() => Assert.Equal("a b", SearchText.Normalize("a\ud800b"));

    [Fact]
    public void Words_are_named_once() => Assert.Equal(["chi", "eze"], SearchText.Words("Chi Eze Chí"));

    [Fact]
    public void A_normalised_word_is_never_longer_than_it_was_typed()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 5_000; i++)
        {
            var typed = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => char.ConvertFromUtf32(random.Next(0x20, 0xD7FF))));
            if (MediSecure.Data.Common.Text.Clean(typed) is { } stored)
            {
                Assert.True(SearchText.Normalize(stored).Length <= stored.Length, $"case {i}: {string.Join(' ', stored.Select(c => ((int)c).ToString("X4")))}");
            }
        }
    }
}
