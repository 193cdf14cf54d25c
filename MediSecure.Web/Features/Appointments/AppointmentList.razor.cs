using System.Globalization;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Appointments;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace MediSecure.Web.Features.Appointments;

/// <summary>The appointments of some days with filters; day, span, clinician and status stand in the address.</summary>
public partial class AppointmentList
{
    private IReadOnlyList<ClinicianOption> _clinicians = [];
    private ServerGrid<AppointmentRow>? _grid;
    private AppointmentRow? _open;
    private bool _typedWrong;
    private string? _shown;

    [CascadingParameter] public OrganizationClock Clock { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "from")] public string? FromText { get; set; }

    [SupplyParameterFromQuery(Name = "days")] public int? DaysAsked { get; set; }

    [SupplyParameterFromQuery(Name = "clinician")] public string? Clinician { get; set; }

    [SupplyParameterFromQuery(Name = "status")] public string? Status { get; set; }

    private DateOnly From => DateOnly.TryParseExact(FromText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 2200 ? day : Clock.Today;

    private int Days => DaysAsked == 7 ? 7 : 1;

    protected override async Task OnInitializedAsync()
    {
        _shown = Key();
        var options = await LoadAsync(LoadState<IReadOnlyList<ClinicianOption>>.Loading, Appointments.ClinicianOptionsAsync);
        _clinicians = options.Value ?? [];
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown is not null && _shown != Key())
        {
            _shown = Key();
            await ReloadAsync();
        }
    }

    private string Key() => $"{From} {Days} {Clinician} {Status}";

    private Task<Result<Paged<AppointmentRow>>> LoadRowsAsync(PageRequest page, CancellationToken ct) => Appointments.ListAsync(new AppointmentFilter(
        From, From.AddDays(Days - 1),
        Guid.TryParse(Clinician, out var clinician) ? clinician : null,
        Enum.TryParse<AppointmentStatus>(Status, out var status) && Enum.IsDefined(status) ? status : null), page, ct);

    private async Task ReloadAsync()
    {
        if (_grid is not null)
        {
            await _grid.ReloadAsync();
        }
    }

    private async Task DoneAsync()
    {
        _open = null;
        await ReloadAsync();
    }

    private void Go(DateOnly day, int? days = null)
    {
        _typedWrong = false;
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
        {
            ["from"] = day == Clock.Today ? null : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["days"] = (days ?? Days) == 1 ? null : days ?? Days,
            ["page"] = null,
        }));
    }

    private void GoTyped(ChangeEventArgs e)
    {
        _typedWrong = !TypedDate.TryParse((string?)e.Value, out var day) || day.Year is < 1900 or > 2199;
        if (!_typedWrong)
        {
            Go(day);
        }
    }

    private void Set(string key, string? value) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { [key] = string.IsNullOrEmpty(value) ? null : value, ["page"] = null }));
}
