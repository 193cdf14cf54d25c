using System.Globalization;
using MediSecure.Data.Features.Appointments;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MediSecure.Web.Features.Appointments;

/// <summary>Shows a calendar and says which free time was pressed; asks no service.</summary>
public partial class WeekCalendar
{
    private readonly string _id = ElementId.Next("calendar");
    private int _from = 8;
    private int _to = 17;
    private (Guid, DateOnly) _scrolled;

    [CascadingParameter] public OrganizationClock Clock { get; set; } = default!;

    [Parameter, EditorRequired] public ClinicianCalendar Calendar { get; set; } = default!;

    /// <summary>False for those who only look.</summary>
    [Parameter] public bool CanPick { get; set; }

    [Parameter] public FreeSlot? Picked { get; set; }

    /// <summary>A time that somebody else just took.</summary>
    [Parameter] public FreeSlot? Taken { get; set; }

    [Parameter] public EventCallback<FreeSlot> OnPick { get; set; }

    /// <summary>Without a weekend on which nothing happens.</summary>
    private IReadOnlyList<CalendarDay> Days { get; set; } = [];

    protected override void OnParametersSet()
    {
        Days = [.. Calendar.Days.Where(day => day.On.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) || day.Open.Count > 0 || day.Entries.Count > 0)];
        var times = Days.SelectMany(day => day.Open.Select(open => (day.On, open.StartsAt, open.EndsAt))
            .Concat(day.Entries.Where(e => e.Kind != CalendarKind.Away).Select(e => (day.On, e.StartsAt, e.EndsAt)))).ToList();
        _from = times.Count == 0 ? 8 : times.Min(t => MinuteOf(t.StartsAt, t.On)) / 60;
        _to = times.Count == 0 ? 17 : (times.Max(t => MinuteOf(t.EndsAt, t.On)) + 59) / 60;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var shown = (Calendar.Clinician.Id, Calendar.Days[0].On);
        if (shown == _scrolled)
        {
            return;
        }

        _scrolled = shown;
        var hour = Days.Any(day => day.On == Clock.Today) ? Clock.Now.Hour - 1 : 8;
        await using var module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/calendar.js");
        await module.InvokeVoidAsync("scrollTo", _id, Math.Max(0, (hour - _from) * 84));
    }

    private static string Px(double minutes) => (minutes * 1.4).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Wall-clock minutes of <paramref name="on"/>; an instant of a neighbouring day is cut to its edge.</summary>
    private int MinuteOf(DateTime at, DateOnly on)
    {
        var local = Clock.Local(at);
        var day = DateOnly.FromDateTime(local);
        return day < on ? 0 : day > on ? 1440 : (int)local.TimeOfDay.TotalMinutes;
    }

    private string Place(CalendarEntry entry, CalendarDay day)
    {
        var top = Math.Max(MinuteOf(entry.StartsAt, day.On), _from * 60);
        var length = entry.Kind == CalendarKind.Away ? Math.Min(MinuteOf(entry.EndsAt, day.On), _to * 60) - top : (int)(entry.EndsAt - entry.StartsAt).TotalMinutes;
        return $"top:{Px(top - (_from * 60))}px;height:{Px(Math.Max(length, 12))}px{(entry.Kind == CalendarKind.Away ? ";z-index:0" : "")}";
    }

    /// <summary>The second time of an hour that comes twice stands beside the first.</summary>
    private bool IsSecond(DateTime at) => Clock.Zone.IsAmbiguousTime(Clock.Local(at)) && Clock.Zone.GetUtcOffset(at) == Clock.Zone.GetAmbiguousTimeOffsets(Clock.Local(at)).Min();

    private IEnumerable<(int Top, int Height)> Closed(CalendarDay day)
    {
        var at = _from * 60;
        foreach (var open in day.Open)
        {
            var (start, end) = (MinuteOf(open.StartsAt, day.On), MinuteOf(open.EndsAt, day.On));
            if (start > at)
            {
                yield return (at - (_from * 60), start - at);
            }

            at = Math.Max(at, end);
        }

        if (at < _to * 60)
        {
            yield return (at - (_from * 60), (_to * 60) - at);
        }
    }

    private string Class(CalendarEntry entry) => entry switch
    {
        { Kind: CalendarKind.Free } => "free",
        { Kind: CalendarKind.Away } => "away",
        _ when Taken?.StartsAt == entry.StartsAt => "taken",
        { Kind: CalendarKind.Taken } => "done",
        { Status: AppointmentStatus.Arrived or AppointmentStatus.CheckedIn } => "arrived",
        { Status: AppointmentStatus.Fulfilled or AppointmentStatus.NoShow } => "done",
        _ => "",
    };

    private string Word(CalendarEntry entry) => entry.Kind switch
    {
        CalendarKind.Free => "Free",
        CalendarKind.Away => entry.Text ?? "Away",
        _ when Taken?.StartsAt == entry.StartsAt => "Just taken",
        CalendarKind.Taken => "Taken",
        _ => entry.PatientName ?? "Visit",
    };

    private static string? Title(CalendarEntry entry) => entry.Kind == CalendarKind.Visit
        ? $"{entry.PatientName}, {entry.RecordNumber} · {AppointmentLooks.Word(entry.Status!.Value)}{(entry.Text is { } text ? $" · {text}" : "")}"
        : entry.Text;
}
