using MediSecure.Data.Common;
using MediSecure.Data.Features.Organizations;
using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.Organizations;

internal static class OrganizationWords
{
    public static IReadOnlyList<OrganizationType?> Types { get; } = [.. Enum.GetValues<OrganizationType>().Select(t => (OrganizationType?)t)];

    public static IReadOnlyList<string> Currencies { get; } = [.. CurrencyCodeAttribute.Known.Select(c => c.Code)];

    public static string CurrencyWord(string? code) => CurrencyCodeAttribute.Known.Where(c => c.Code == code).Select(c => $"{c.Code}, {c.Name}").FirstOrDefault() ?? code ?? "";

    public static IReadOnlyList<string> Countries { get; } = [.. Country.All.Select(c => c.Code)];

    public static string CountryWord(string? code) => Country.Of(code)?.Name ?? code ?? "";

    public static ChipLook Look(bool isOpen) => isOpen
        ? new(Tone.Success, Icons.Material.Outlined.CheckCircle, "Open")
        : new(Tone.Neutral, Icons.Material.Outlined.DoNotDisturbOn, "Closed");
}
