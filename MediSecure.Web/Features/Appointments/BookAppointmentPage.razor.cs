using System.Globalization;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Patients;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace MediSecure.Web.Features.Appointments;

/// <summary>One clinician's week with free times to press. Clinician, week and, when a visit moves, that visit stand in the address.</summary>
public partial class BookAppointmentPage
{
    private LoadState<ClinicianCalendar> _state = LoadState<ClinicianCalendar>.Loading;
    private LoadState<Known> _known = LoadState<Known>.Loading;
    private IReadOnlyList<FreeSlot> _next = [];
    private FreeSlot? _picked;
    private FreeSlot? _lost;
    private BookedVisit? _booked;
    private Guid _dialog = Guid.NewGuid();
    private bool _typedWrong;
    private string? _asked;
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

    [Inject] private PatientService Patients { get; set; } = default!;

    private AppointmentRow? Moved => _known.Value?.Moved;

    private bool MayBook => May(Permission.BookAppointment) || May(Permission.BookOwnAppointment);

    private string Heading => !MayBook ? "Calendar" : MoveText is not null ? "Change time" : Viewer?.IsPatientOnly == true ? "Book a visit" : "Book appointment";

    private DateOnly Day => DateOnly.TryParseExact(FromText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 2200 ? day : Clock.Today;

    private DateOnly Monday => Day.AddDays(-(((int)Day.DayOfWeek + 6) % 7));

    private Guid? ClinicianId => Guid.TryParse(ClinicianText, out var id) ? id : Moved?.ClinicianId ?? Usual;

    private Guid? Usual => _known.Value?.Clinicians is { Count: > 0 } all ? all.FirstOrDefault(c => c.Id == Viewer?.StaffMemberId)?.Id ?? all[0].Id : null;

    protected override async Task OnInitializedAsync()
    {
        Live(notice => ReloadAsync(everything: notice.Concerns("StaffMember")), nameof(Appointment), nameof(WorkingHours), nameof(Absence), "StaffMember");
        await ReloadAsync();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown is not null && _shown != Key())
        {
            await ReloadAsync();
        }
    }

    /// <summary>What of the address decides whom and what it is about.</summary>
    private string About() => $"{MoveText} {PatientText}";

    private string Key() => $"{Monday} {ClinicianId} {About()}";

    private Task ReloadAsync() => ReloadAsync(everything: false);

    /// <param name="everything">Also who can be booked, which hardly ever changes.</param>
    private async Task ReloadAsync(bool everything)
    {
        var about = About();
        if (_asked != about)
        {
            (_asked, _known) = (about, LoadState<Known>.Loading);
        }

        if (everything || _known is not { Phase: LoadPhase.Ready, Problem: null })
        {
            var known = await LoadAsync(_known, AskAsync, read => read.Clinicians.Count == 0);
            if (about != _asked)
            {
                return; // the address is about something else now
            }

            _known = known;
        }

        _shown = Key();
        if (_known.Phase is not LoadPhase.Ready || ClinicianId is not { } id)
        {
            return;
        }

        _state = await LoadAsync(_state, ct => Appointments.CalendarAsync(id, Monday, 7, ct));
        if (MayBook)
        {
            _next = (await LoadAsync(LoadState<IReadOnlyList<FreeSlot>>.Loading, ct => Appointments.NextFreeAsync(id, null, 4, ct))).Value ?? [];
        }
    }

    /// <summary>Who can be booked, and what the address names. A visit or a patient that is not there is said: a new booking for anybody is not what the link was for.</summary>
    private async Task<Result<Known>> AskAsync(CancellationToken ct)
    {
        var clinicians = await Appointments.ClinicianOptionsAsync(ct);
        if (clinicians.Failed)
        {
            return clinicians.Error;
        }

        AppointmentRow? moved = null;
        if (MoveText is not null)
        {
            var found = Guid.TryParse(MoveText, out var id) ? await Appointments.GetAsync(id, ct) : Error.NotFound;
            if (found.Failed)
            {
                return found.Error.Kind is ErrorKind.NotFound ? NoSuchVisit : found.Error;
            }

            moved = found.Value;
        }

        PatientRow? patient = null;
        if (PatientText is not null && moved is null && May(Permission.BookAppointment))
        {
            var found = Guid.TryParse(PatientText, out var id) ? await Patients.GetAsync(id, ct) : Error.NotFound;
            if (found.Failed)
            {
                return found.Error.Kind is ErrorKind.NotFound ? NoSuchPatient : found.Error;
            }

            patient = found.Value;
        }

        return new Known(clinicians.Value, moved, patient);
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

        if (Moved is not null || Viewer?.IsPatientOnly == true)
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

    private static readonly Error NoSuchVisit = new("book.no-such-visit", "The visit that this link moves does not exist, or it is not yours to see. Choose the visit among the appointments, then change its time.", ErrorKind.NotFound);

    private static readonly Error NoSuchPatient = new("book.no-such-patient", "The patient whom this link books for is not registered here. Find the patient, then book the visit from there.", ErrorKind.NotFound);

    /// <param name="Clinicians">Who can be booked.</param>
    /// <param name="Moved">The visit that moves; null for a new one.</param>
    /// <param name="Patient">Whom the link named.</param>
    private sealed record Known(IReadOnlyList<ClinicianOption> Clinicians, AppointmentRow? Moved, PatientRow? Patient);
}
