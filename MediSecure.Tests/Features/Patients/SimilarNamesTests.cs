using MediSecure.Data.Features.Patients;

namespace MediSecure.Tests.Features.Patients;

public sealed class SimilarNamesTests
{
    [Theory]
    [InlineData("Amina", "Bello", "Amina", "Bello", true)]
    [InlineData("Amina", "Bello", "Bello", "Amina", true)]
    [InlineData("Amina", "Bello", "Amena", "Belo", true)]
    [InlineData("Amina", "Bello", "A", "Bello", true)]
    [InlineData("Amina", "Bello", "Amina", "Okafor", true)] // a married name
    [InlineData("Ọláolúwa", null, "Olaoluwa", "Adeyemi", true)]
    [InlineData("Chukwuemeka", "Nwachukwu", "Chukwuemkea", "Nwosu", true)] // neighbours swapped
    [InlineData("Amina", "Bello", "Fatima", "Garba", false)]
    [InlineData("Ada", "Eze", "Ama", "Ede", false)] // short names differ by a letter and are other people
    public void Names_that_may_be_one_persons(string given, string? family, string otherGiven, string otherFamily, bool similar)
    {
        var (one, other) = (new PersonName(given, family), new PersonName(otherGiven, otherFamily));
        Assert.Equal(similar, SimilarNames.Similar(one, other));
        Assert.Equal(similar, SimilarNames.Similar(other, one));
    }

    [Fact]
    public void A_title_is_no_part_of_who_it_is() => Assert.False(SimilarNames.Similar(new PersonName("Amina", "Bello", Title: "Mrs"), new PersonName("Ruth", "Garba", Title: "Mrs")));
}
