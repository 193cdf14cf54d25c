using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Patients;

namespace MediSecure.Tests.Common;

/// <summary>What people are called is accepted; what cannot be seen or stored is refused with a reason.</summary>
public sealed class TextTests
{
    public static TheoryData<string> Accepted { get; } =
    [
        "O'Brien", "Ọláolúwa", "Null", "N", "Nguyễn", "محمد", "王", "1234", "=cmd()", "<img src=x onerror=alert(1)>", "Anne-Marie d'Arc", "👩‍⚕️ Ada", new string('x', 200), "Nd\u0301la",
        "می\u200cخواهم",
    ];

    public static TheoryData<string, string> Refused { get; } = new()
    {
        { "a\0b", "control" }, { "a\u0007b", "control" }, { "a\u009fb", "control" }, { "a\nb", "one line" }, { "a\ud83d", "half of a character" }, { "\ude00a", "half of a character" },
        { "Bello\u202eanimA", "invisible" }, { "a\u2066b", "invisible" }, { "a\u200bb", "invisible" }, { "\ufeffAda", "invisible" }, { "a\uffff", "invisible" },
        { "e" + new string('\u0301', 150), "too many" }, { "e" + new string('\u0301', 500), "at most 200" },
        { new string('x', 201), "at most 200" }, { new string('x', 16_000), "at most 200" }, { new string('x', 10_000_000), "at most 200" },
    };

    [Theory, MemberData(nameof(Accepted))]
    public void A_name_people_have_is_accepted_and_kept(string name)
    {
        Assert.Null(FormRules.Check(new Named { Name = name }));
        Assert.Equal(name.Normalize(), Text.Clean(name));
    }

    [Theory, MemberData(nameof(Refused))]
    public void A_text_that_cannot_be_shown_or_stored_is_refused_with_its_reason(string name, string reason)
    {
        var error = FormRules.Check(new Named { Name = name });
        Assert.NotNull(error);
        Assert.Equal(nameof(Named.Name), error.Field);
        Assert.StartsWith("Full name ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_is_trimmed_and_composed_and_nothing_is_null()
    {
        Assert.Equal("Ọlá", Text.Clean("  O\u0323la\u0301\t"));
        Assert.Null(Text.Clean(" \t\n"));
        Assert.Null(Text.Clean(null));
        Assert.Equal("", Text.CleanOrEmpty(null));
    }

    [Fact]
    public void The_length_counts_as_stored() => Assert.Null(FormRules.Check(new Named { Name = " " + string.Concat(Enumerable.Repeat("a\u0301", 200)) + " " }));

    [Fact]
    public void Lines_are_allowed_where_a_field_says_so()
    {
        Assert.Null(FormRules.Check(new Named { Name = "Ada", Remark = "one\r\ntwo\tthree" }));
        Assert.Equal(nameof(Named.Remark), FormRules.Check(new Named { Name = "Ada", Remark = "one\0two" })?.Field);
    }

    [Fact]
    public void A_required_field_says_what_to_enter() => Assert.Equal("Enter the name.", FormRules.Check(new Named { Name = " " })?.Message);

    [Theory]
    [InlineData("a\0b\u0001", "ab")]
    [InlineData(" Ọlá ", "Ọlá")]
    [InlineData(" ", null)]
    public void A_search_is_made_safe_rather_than_refused(string typed, string? asked) => Assert.Equal(asked, Text.Search(typed));

    [Fact]
    public void Half_a_character_does_not_break_a_search() => Assert.Equal("a\ufffd", Text.Search("a\ud800"));

    [Fact]
    public void Half_a_character_does_not_break_the_search_key() => Assert.Equal("ada", SearchText.Normalize("Ada\ud83d"));

    private sealed class Named
    {
        [Display(Name = "Full name"), Required(ErrorMessage = "Enter the name."), CleanText(200)]
        public string? Name { get; set; }

        [CleanText(400, Lines = true)]
        public string? Remark { get; set; }
    }
}
