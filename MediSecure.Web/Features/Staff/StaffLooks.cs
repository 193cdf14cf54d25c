using System.Globalization;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Staff;
using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.Staff;

/// <summary>How licences and roles are said on the staff pages.</summary>
internal static class StaffLooks
{
    /// <summary>Roles of people who work here, in the order of the alphabet.</summary>
    public static IReadOnlyList<Role> Roles { get; } = [.. Enum.GetValues<Role>().Where(r => r != Role.Patient).OrderBy(r => r.Words(), StringComparer.Ordinal)];

    /// <summary>Null where nothing needs attention.</summary>
    public static ChipLook? Warning(LicenceState state) => state switch
    {
        LicenceState.Expired => new(Tone.Critical, Icons.Material.Filled.Error, "Run out"),
        LicenceState.ExpiresSoon => new(Tone.Warning, Icons.Material.Filled.Warning, "Ends soon"),
        LicenceState.Missing => new(Tone.Warning, Icons.Material.Outlined.HelpOutline, "Not recorded"),
        _ => null,
    };

    public static string Words(LicenceState state) => state switch
    {
        LicenceState.Expired => "Licence run out",
        LicenceState.ExpiresSoon => "Licence ends within 30 days",
        LicenceState.Missing => "Licence not recorded",
        LicenceState.Valid => "Licence valid",
        _ => "No licence needed",
    };

    /// <summary><c>6 days ago</c>, <c>today</c>, <c>in 21 days</c>.</summary>
    public static string Days(int days) => days switch
    {
        0 => "today",
        1 => "tomorrow",
        -1 => "yesterday",
        < 0 => string.Create(CultureInfo.InvariantCulture, $"{-days} days ago"),
        _ => string.Create(CultureInfo.InvariantCulture, $"in {days} days"),
    };
}
