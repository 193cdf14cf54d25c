using System.Globalization;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Appointments;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace MediSecure.Web.Features.Appointments;

/// <summary>One clinician's week with free times to press. Clinician, week and, when a visit moves, that visit stand in the address.</summary>
public partial class BookAppointmentPage
{
    private LoadState<ClinicianCalendar> _state = LoadState<ClinicianCalendar>.Loading;
    private IReadOnlyList<ClinicianOption> _clinicians = [];
    private IReadOnlyList<FreeSlot> _next = [];
    private AppointmentRow? _moving;
    private FreeSlot? _picked;
    private FreeSlot? _lost;
    private BookedVisit? _booked;
    private Guid _dialog = Guid.NewGuid();
    private bool _typedWrong;
    private string? _shown;

    [CascadingParameter] public OrganizationClock Clock { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "clinician")] public string? ClinicianText { get; set; }

    [SupplyParameterFromQuery(Name = "from")] public string? FromText { get; set; }

    /// <summary>The visit that moves.</summary>
    [SupplyParameterFromQuery(Name = "move")] public string? MoveText { get; set; }

    /// <summary>The patient a link came with.</summary>
    [SupplyParameterFromQuery(Name = "patient")] public string? PatientText { get; set; }

    /// <summary>The referral that this visit is for.</summary>
    [SupplyParameterFromQuery(Name = "referral")] public string? ReferralText { get; set; }

    [Inject] private MediSecure.Data.Features.Referrals.IncomingReferralService Incoming { get; set; } = default!;

    private Guid? PatientAsked => Guid.TryParse(PatientText, out var id) ? id : null;

    private bool MayBook => May(Permission.BookAppointment) || May(Permission.BookOwnAppointment);

    private string Heading => !MayBook ? "Calendar" : _moving is not null ? "Change time" : Viewer?.IsPatientOnly == true ? "Book a visit" : "Book appointment";

    private DateOnly Day => DateOnly.TryParseExact(FromText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 2200 ? day : Clock.Today;

    private DateOnly Monday => Day.AddDays(-(((int)Day.DayOfWeek + 6) % 7));

    private Guid? ClinicianId => Guid.TryParse(ClinicianText, out var id) ? id
        : _moving?.ClinicianId ?? _clinicians.FirstOrDefault(c => c.Id == Viewer?.StaffMemberId)?.Id ?? (_clinicians.Count > 0 ? _clinicians[0].Id : null);

    protected override async Task OnInitializedAsync()
    {
        Live(_ => ReloadAsync(), nameof(Appointment), nameof(WorkingHours), nameof(Absence));
        _clinicians = (await LoadAsync(LoadState<IReadOnlyList<ClinicianOption>>.Loading, Appointments.ClinicianOptionsAsync)).Value ?? [];
        if (Guid.TryParse(MoveText, out var moving))
        {
            _moving = (await LoadAsync(LoadState<AppointmentRow>.Loading, ct => Appointments.GetAsync(moving, ct))).Value;
        }

        _shown = Key();
        await ReloadAsync();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown is not null && _shown != Key())
        {
            _shown = Key();
            await ReloadAsync();
        }
    }

    private string Key() => $"{Monday} {ClinicianId}";

    private async Task ReloadAsync()
    {
        if (ClinicianId is not { } id)
        {
            return;
        }

        _state = await LoadAsync(_state, ct => Appointments.CalendarAsync(id, Monday, 7, ct));
        if (MayBook)
        {
            _next = (await LoadAsync(LoadState<IReadOnlyList<FreeSlot>>.Loading, ct => Appointments.NextFreeAsync(id, null, 4, ct))).Value ?? [];
        }
    }

    private void Pick(FreeSlot slot)
    {
        if (_picked is null)
        {
            _dialog = Guid.NewGuid();
        }

        (_picked, _lost) = (slot, null);
    }

    private void CloseDialog() => (_picked, _lost) = (null, null);

    private async Task DoneAsync()
    {
        CloseDialog();
        if (_booked is { } visit && Guid.TryParse(ReferralText, out var referral) && May(Permission.HandleReferral))
        {
            if (await RunAsync(() => Incoming.AttachVisitAsync(new() { ReferralId = referral, AppointmentId = visit.Id }, CancellationToken.None)))
            {
                Navigation.NavigateTo("/referrals");
                return;
            }
        }

        if (_moving is not null || Viewer?.IsPatientOnly == true)
        {
            Navigation.NavigateTo("/appointments");
            return;
        }

        await ReloadAsync();
    }

    private void Go(DateOnly day)
    {
        _typedWrong = false;
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("from", day == Clock.Today ? null : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    private void GoTyped(ChangeEventArgs e)
    {
        _typedWrong = !TypedDate.TryParse((string?)e.Value, out var day) || day.Year is < 1900 or > 2199;
        if (!_typedWrong)
        {
            Go(day);
        }
    }

    private void Set(string key, string? value)
    {
        CloseDialog();
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(key, value));
    }
}
