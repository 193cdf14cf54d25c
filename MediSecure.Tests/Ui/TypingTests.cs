using System.Text.RegularExpressions;
using MediSecure.Tests.Support;

namespace MediSecure.Tests.Ui;

/// <summary>What somebody types is bound with <c>@bind</c>. With <c>value=</c> and <c>@oninput</c> the answer to an earlier letter is written over what was typed since, and letters are lost
/// whenever the network is slower than the hand: only <c>@bind</c> tells the renderer what the field holds already.</summary>
public sealed partial class TypingTests
{
    [Fact]
    public void Typed_text_is_bound() => Assert.Empty(Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "MediSecure.Web"), "*.razor", SearchOption.AllDirectories)
        .Where(file => Loses(File.ReadAllText(file))).Select(Path.GetFileName));

    [Theory]
    [InlineData(true, """<input class="input" value="@_text" @oninput="OnInputAsync" />""")]
    [InlineData(true, """<textarea @oninput="Typed" value="@_text"></textarea>""")]
    [InlineData(false, """<input class="input" @bind:get="_text" @bind:set="OnInputAsync" @bind:event="oninput" />""")]
    [InlineData(false, """<input type="hidden" value="@Token" /><input @oninput="Count" />""")]
    public void Typed_text_is_bound_can_fail(bool loses, string markup) => Assert.Equal(loses, Loses(markup));

    private static bool Loses(string markup) => Fields().Matches(markup).Any(field => field.Value.Contains("@oninput", StringComparison.Ordinal) && field.Value.Contains(" value=\"@", StringComparison.Ordinal));

    [GeneratedRegex("<(input|textarea)\\b(\"[^\"]*\"|[^>\"])*>")]
    private static partial Regex Fields();
}
