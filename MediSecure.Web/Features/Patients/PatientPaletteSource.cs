using MediSecure.Data.Access;
using MediSecure.Data.Features.Patients;
using MediSecure.Web.Ui;

namespace MediSecure.Web.Features.Patients;

/// <summary>Patients in the Ctrl+K palette, with birth date and record number beside each name. A patient finds their own record.</summary>
public sealed class PatientPaletteSource(PatientService patients) : IPaletteSource
{
    private const int Most = 8;

    public string Group => "Patients";

    public int Order => 10;

    public async Task<IReadOnlyList<PaletteItem>> FindAsync(string text, Viewer viewer, CancellationToken ct)
    {
        if (viewer is { IsPatientOnly: true, PatientId: { } own } && viewer.May(Permission.ViewPatient))
        {
            return "my record".StartsWith(text.Trim(), StringComparison.OrdinalIgnoreCase) || "record".StartsWith(text.Trim(), StringComparison.OrdinalIgnoreCase)
                ? [new PaletteItem("My record", MudBlazor.Icons.Material.Outlined.Person, PatientAddress.Of(own))]
                : [];
        }

        if (!viewer.May(Permission.SearchPatients) || text.Trim().Length < PatientQuery.FewestCharacters)
        {
            return [];
        }

        var found = await patients.SearchAsync(text, ct, Most);
        return found.Failed ? [] : [.. found.Value.Rows.Select(row => new PaletteItem(row.Name, MudBlazor.Icons.Material.Outlined.Person, PatientAddress.Of(row.Id, viewer), $"{OrganizationClock.Date(row.BirthDate)} · {row.RecordNumber}"))];
    }
}
