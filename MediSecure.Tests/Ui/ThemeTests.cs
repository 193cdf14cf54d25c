using System.Text.RegularExpressions;
using MediSecure.Web.Theme;
using MudBlazor;

namespace MediSecure.Tests.Ui;

/// <summary>The theme for MudBlazor and the tokens for everything else name the same colours, and text stands out from what it stands on.</summary>
public sealed partial class ThemeTests
{
    private static readonly string Css = File.ReadAllText(Path.Combine(Root(), "MediSecure.Web", "wwwroot", "tokens.css"));

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void The_MudTheme_has_the_values_of_the_tokens(string theme)
    {
        var tokens = Tokens(theme);
        Palette palette = theme == "light" ? MediSecureTheme.Theme.PaletteLight : MediSecureTheme.Theme.PaletteDark;
        (string Token, string Value)[] pairs =
        [
            ("page", palette.Background.Value), ("surface", palette.Surface.Value), ("sunken", palette.BackgroundGray.Value), ("border", palette.LinesDefault.Value),
            ("divider", palette.Divider.Value), ("border-strong", palette.LinesInputs.Value), ("text", palette.TextPrimary.Value), ("text-2", palette.TextSecondary.Value),
            ("accent", palette.Primary.Value), ("on-accent", palette.PrimaryContrastText.Value), ("info-solid", palette.Info.Value), ("success-solid", palette.Success.Value),
            ("warning-solid", palette.Warning.Value), ("critical-solid", palette.Error.Value),
        ];
        foreach (var (token, value) in pairs)
        {
            Assert.StartsWith(tokens[token], value, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Text_is_at_least_4_5_to_1(string theme)
    {
        var tokens = Tokens(theme);
        var pairs = new List<(string Text, string Ground)>
        {
            ("text", "page"), ("text", "surface"), ("text-2", "page"), ("text-2", "surface"), ("text-3", "page"), ("text-3", "surface"), ("text-3", "sunken"), ("text-3", "hover"),
            ("accent-text", "surface"), ("accent-text", "page"), ("accent-text", "selected"), ("on-accent", "accent"), ("on-inverse", "inverse"), ("inverse-accent", "inverse"), ("inverse-2", "inverse"),
        };
        pairs.AddRange(tokens.Keys.Where(name => name.EndsWith("-fg", StringComparison.Ordinal)).Select(name => (name, name[..^3] + "-bg")));
        Assert.All(pairs, pair => Assert.True(Contrast(tokens[pair.Text], tokens[pair.Ground]) >= 4.5, $"{pair.Text} on {pair.Ground} in {theme}"));
    }

    [Fact]
    public void Nothing_but_the_tokens_names_a_colour()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Root(), "MediSecure.Web"), "*.css", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.EndsWith("tokens.css", StringComparison.Ordinal)))
        {
            Assert.False(Colour().IsMatch(File.ReadAllText(file)), $"{Path.GetFileName(file)} names a colour; use a token");
        }
    }

    /// <summary>What is named for a script is there, and no file lies there that nobody asks for.</summary>
    [Fact]
    public void Every_font_that_the_tokens_name_is_bundled_and_MudBlazor_uses_the_same()
    {
        var folder = Path.Combine(Root(), "MediSecure.Web", "wwwroot", "fonts");
        Assert.Equal(Directory.GetFiles(folder, "*.woff2").Select(Path.GetFileName).Order(), FontFile().Matches(Css).Select(match => match.Groups[1].Value).Order());
        var stack = FontStack().Match(Css).Groups[1].Value.Split(',').Select(name => name.Trim('"'));
        Assert.Equal(stack, MediSecureTheme.Theme.Typography.Default.FontFamily);
        var bundled = FontFamily().Matches(Css).Select(match => match.Groups[1].Value).Distinct();
        Assert.Empty(bundled.Except(stack));
    }

    private static Dictionary<string, string> Tokens(string theme)
    {
        var start = Css.IndexOf(theme == "light" ? ":root,:root[data-theme=\"light\"]" : ":root[data-theme=\"dark\"]{", StringComparison.Ordinal);
        var block = Css[start..Css.IndexOf('}', start)];
        return Token().Matches(block).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
    }

    private static double Contrast(string first, string second)
    {
        var (a, b) = (Luminance(first), Luminance(second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        double Part(int at)
        {
            var value = Convert.ToInt32(hex.Substring(at, 2), 16) / 255.0;
            return value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MediSecure.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The solution was not found above the tests.");
        }

        return folder;
    }

    [GeneratedRegex(@"--([a-z0-9-]+):\s*(#[0-9A-Fa-f]{6})\b")]
    private static partial Regex Token();

    [GeneratedRegex(@"url\(""fonts/([^""]+)""\)")]
    private static partial Regex FontFile();

    [GeneratedRegex(@"font-family: ""([^""]+)""")]
    private static partial Regex FontFamily();

    [GeneratedRegex(@"--font: ([^;]+);")]
    private static partial Regex FontStack();

    [GeneratedRegex(@"#[0-9A-Fa-f]{3,8}\b(?=[^{]*[;}])|\brgba?\(|\bhsla?\(")]
    private static partial Regex Colour();
}
