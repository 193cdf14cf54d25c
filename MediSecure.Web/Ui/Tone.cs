using MudBlazor;

namespace MediSecure.Web.Ui;

/// <summary>The four status colours and none. Used for status only.</summary>
public enum Tone
{
    Neutral,
    Info,
    Success,
    Warning,
    Critical,
}

/// <summary>How a status looks: colour, icon and word together. A feature keeps one table from its status to this.</summary>
/// <param name="Icon">A constant of <c>Icons.Material.Outlined</c>.</param>
public sealed record ChipLook(Tone Tone, string Icon, string Word);

public static class Tones
{
    public static string Suffix(this Tone tone) => tone switch
    {
        Tone.Info => "info",
        Tone.Success => "success",
        Tone.Warning => "warning",
        Tone.Critical => "critical",
        _ => "neutral",
    };

    public static string DefaultIcon(this Tone tone) => tone switch
    {
        Tone.Success => Icons.Material.Outlined.CheckCircle,
        Tone.Warning => Icons.Material.Filled.Warning,
        Tone.Critical => Icons.Material.Filled.Error,
        _ => Icons.Material.Outlined.Info,
    };
}
