using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Patients;
using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.Appointments;

/// <summary>How the state of a visit is shown: one table for all screens.</summary>
internal static class AppointmentLooks
{
    public static ChipLook Of(AppointmentRow row) => Of(row.Status, row.Visit);

    public static ChipLook Of(AppointmentStatus status, EncounterStatus? visit = null) => (status, visit) switch
    {
        (AppointmentStatus.CheckedIn, EncounterStatus.InProgress) => new(Tone.Info, Icons.Material.Outlined.MeetingRoom, "With clinician"),
        (AppointmentStatus.CheckedIn, _) => new(Tone.Info, Icons.Material.Outlined.HowToReg, "Checked in"),
        (AppointmentStatus.Arrived, _) => new(Tone.Info, Icons.Material.Outlined.WhereToVote, "Arrived"),
        (AppointmentStatus.Booked, _) => new(Tone.Neutral, Icons.Material.Outlined.Schedule, "Booked"),
        (AppointmentStatus.Fulfilled, _) => new(Tone.Success, Icons.Material.Outlined.CheckCircle, "Seen"),
        (AppointmentStatus.NoShow, _) => new(Tone.Neutral, Icons.Material.Outlined.PersonOff, "Did not attend"),
        (AppointmentStatus.Cancelled, _) => new(Tone.Neutral, Icons.Material.Outlined.EventBusy, "Cancelled"),
        (AppointmentStatus.Proposed, _) => new(Tone.Warning, Icons.Material.Outlined.HelpOutline, "Asked for"),
        (AppointmentStatus.Pending, _) => new(Tone.Warning, Icons.Material.Outlined.HourglassEmpty, "Offered"),
        (AppointmentStatus.Waitlist, _) => new(Tone.Warning, Icons.Material.Outlined.HourglassEmpty, "Waitlist"),
        (AppointmentStatus.Held, _) => new(Tone.Info, Icons.Material.Outlined.Timer, "Being booked"),
        _ => new(Tone.Neutral, Icons.Material.Outlined.Block, "Entered in error"),
    };

    public static string Word(AppointmentStatus status) => Of(status).Word;

    public static string Letter(Sex sex) => sex switch
    {
        Sex.Female => "F",
        Sex.Male => "M",
        Sex.Other => "X",
        _ => "U",
    };

    public static string Minutes(TimeSpan span) => span.TotalMinutes < 60 ? $"{Math.Max(0, (int)span.TotalMinutes)} min" : $"{(int)span.TotalHours} h {span.Minutes} min";
}
