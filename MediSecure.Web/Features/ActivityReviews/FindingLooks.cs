using System.Globalization;
using MediSecure.Data.Features.ActivityReviews;
using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.ActivityReviews;

/// <summary>How findings are called and shown.</summary>
public static class FindingLooks
{
    public const string Path = "/activity-review";

    public static IReadOnlyList<FindingKind> Kinds { get; } = Enum.GetValues<FindingKind>();

    public static ChipLook Look(this FindingKind kind) => kind switch
    {
        FindingKind.EmergencyAccess => new ChipLook(Tone.Critical, Icons.Material.Outlined.Emergency, "Emergency access"),
        FindingKind.OwnRecord => new ChipLook(Tone.Warning, Icons.Material.Outlined.AccountBox, "Own record"),
        FindingKind.SameFamilyName => new ChipLook(Tone.Info, Icons.Material.Outlined.FamilyRestroom, "Same family name"),
        FindingKind.ManyRecords => new ChipLook(Tone.Warning, Icons.Material.Outlined.LibraryBooks, "Many records"),
        FindingKind.Export => new ChipLook(Tone.Info, Icons.Material.Outlined.Download, "Export"),
        FindingKind.Refusals => new ChipLook(Tone.Warning, Icons.Material.Outlined.Block, "Refused"),
        FindingKind.OwnRole => new ChipLook(Tone.Warning, Icons.Material.Outlined.Key, "Own role"),
        FindingKind.QueuedByMistake => new ChipLook(Tone.Warning, Icons.Material.Outlined.PersonOff, "Queued by mistake"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What happened, as the end of a sentence that begins with the person.</summary>
    public static string What(FindingRow row)
    {
        var times = row.Finding.Count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{row.Finding.Count} times");
        var what = row.Finding.Kind switch
        {
            FindingKind.EmergencyAccess => $"used emergency access, {times}",
            FindingKind.OwnRecord => $"opened or changed their own record, {times}",
            FindingKind.SameFamilyName => $"opened the record of somebody of the same family name, {times}",
            FindingKind.ManyRecords => string.Create(CultureInfo.InvariantCulture, $"opened {row.Finding.Count} records or lists within an hour"),
            FindingKind.Export => "exported data as a file",
            FindingKind.Refusals => $"was refused {times} in one day",
            FindingKind.OwnRole => "gave themself a role",
            FindingKind.QueuedByMistake => $"opened the record, {times}, of somebody who stood in the triage queue by mistake",
            _ => throw new ArgumentOutOfRangeException(nameof(row)),
        };
        return row.AtNight ? $"{what}, at night" : what;
    }
}
