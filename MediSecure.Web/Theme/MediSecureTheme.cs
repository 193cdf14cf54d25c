using MudBlazor;

namespace MediSecure.Web.Theme;

/// <summary>The one MudTheme. The values are those of <c>wwwroot/tokens.css</c>; a test compares them.</summary>
public static class MediSecureTheme
{
    private static readonly string[] Fonts = 
    [
        "Inter", "Noto Scripts", "Noto CJK", "system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica Neue", "Arial", "sans-serif", "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji",
        "Noto Emoji", "Noto Symbols",
    ];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Background = "#F5F7F9", Surface = "#FFFFFF", AppbarBackground = "#FFFFFF", DrawerBackground = "#FFFFFF", BackgroundGray = "#F0F3F6",
            TableHover = "#F3F6F8", LinesDefault = "#DDE3E8", TableLines = "#DDE3E8", Divider = "#E9EDF1", LinesInputs = "#7C8A97",
            TextPrimary = "#17212B", AppbarText = "#17212B", TextSecondary = "#46545F", DrawerText = "#46545F", DrawerIcon = "#46545F",
            TextDisabled = "#7C8A97", ActionDefault = "#46545F", Skeleton = "#E6EBEF",
            Primary = "#0B6464", PrimaryContrastText = "#FFFFFF", PrimaryDarken = "#084F4F",
            Info = "#1F65A6", InfoContrastText = "#FFFFFF", Success = "#227A45", SuccessContrastText = "#FFFFFF",
            Warning = "#8F5200", WarningContrastText = "#FFFFFF", Error = "#B3261E", ErrorContrastText = "#FFFFFF",
        },
        PaletteDark = new PaletteDark
        {
            Background = "#0F1519", Surface = "#161E24", AppbarBackground = "#161E24", DrawerBackground = "#161E24", BackgroundGray = "#121A1F",
            TableHover = "#1C262D", LinesDefault = "#26313A", TableLines = "#26313A", Divider = "#202A32", LinesInputs = "#6B7B88",
            TextPrimary = "#E6ECF0", AppbarText = "#E6ECF0", TextSecondary = "#B3BFC9", DrawerText = "#B3BFC9", DrawerIcon = "#B3BFC9",
            TextDisabled = "#6F7E8A", ActionDefault = "#B3BFC9", Skeleton = "#222D35",
            Primary = "#55BDB2", PrimaryContrastText = "#062220", PrimaryDarken = "#74CFC5",
            Info = "#6FB1EC", InfoContrastText = "#061A2B", Success = "#5FBF7B", SuccessContrastText = "#052211",
            Warning = "#E0A448", WarningContrastText = "#271802", Error = "#F2857C", ErrorContrastText = "#2C0704",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "14px", LineHeight = "1.45", LetterSpacing = "normal" },
            H1 = new H1Typography { FontFamily = Fonts, FontSize = "22px", FontWeight = "600", LineHeight = "1.3", LetterSpacing = "-.012em" },
            H2 = new H2Typography { FontFamily = Fonts, FontSize = "15px", FontWeight = "600", LineHeight = "1.35", LetterSpacing = "-.003em" },
            H3 = new H3Typography { FontFamily = Fonts, FontSize = "14px", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Fonts, FontSize = "14px", LineHeight = "1.45", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Fonts, FontSize = "13px", LineHeight = "1.45", LetterSpacing = "normal" },
            Caption = new CaptionTypography { FontFamily = Fonts, FontSize = "12px", LineHeight = "1.45", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Fonts, FontSize = "14px", FontWeight = "500", LetterSpacing = "normal", TextTransform = "none" },
        },
        LayoutProperties = new LayoutProperties
        {
            DefaultBorderRadius = "6px", DrawerWidthLeft = "224px", DrawerMiniWidthLeft = "56px", AppbarHeight = "52px",
        },
    };
}
