using Bunit;
using MediSecure.Web.Ui;

namespace MediSecure.Tests.Ui;

public sealed class StatusChipTests : KitTest
{
    [Theory]
    [InlineData(Tone.Neutral, "chip-neutral")]
    [InlineData(Tone.Info, "chip-info")]
    [InlineData(Tone.Success, "chip-success")]
    [InlineData(Tone.Warning, "chip-warning")]
    [InlineData(Tone.Critical, "chip-critical")]
    public void A_status_is_colour_and_icon_and_word(Tone tone, string colour)
    {
        var chip = Show<StatusChip>(p => p.Add(c => c.Look, new ChipLook(tone, "<path d=\"M0 0h1v1z\"/>", "Arrived"))).Find(".chip");
        Assert.Contains(colour, chip.ClassList);
        Assert.NotNull(chip.QuerySelector("svg[aria-hidden=true]"));
        Assert.Equal("Arrived", chip.TextContent.Trim());
    }

    [Fact]
    public void A_status_without_a_word_is_a_defect() => Assert.ThrowsAny<Exception>(() => Show<StatusChip>(p => p.Add(c => c.Tone, Tone.Info)));
}
