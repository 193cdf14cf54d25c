using System.Globalization;
using MediSecure.Data.Features.Triage;
using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.Triage;

/// <summary>How levels, times and outcomes of the queue read and look.</summary>
public static class TriageLooks
{
    public static IReadOnlyList<TriageLevel> Levels { get; } = Enum.GetValues<TriageLevel>();

    /// <summary>Those that a doctor chooses: a death has its own record.</summary>
    public static IReadOnlyList<TriageDisposition?> Dispositions { get; } =
        [TriageDisposition.Home, TriageDisposition.Admitted, TriageDisposition.Transferred, TriageDisposition.LeftWithoutBeingSeen];

    /// <summary>Number, word and colour; level 1 is filled.</summary>
    public static ChipLook Of(TriageLevel? level) => level switch
    {
        null => new(Tone.Neutral, Icons.Material.Outlined.HelpOutline, "Not triaged"),
        TriageLevel.Resuscitation => new(Tone.Critical, Icons.Material.Outlined.Emergency, Words(TriageLevel.Resuscitation)),
        TriageLevel.Emergency => new(Tone.Critical, Icons.Material.Outlined.PriorityHigh, Words(TriageLevel.Emergency)),
        TriageLevel.Urgent => new(Tone.Warning, Icons.Material.Outlined.PriorityHigh, Words(TriageLevel.Urgent)),
        TriageLevel.SemiUrgent => new(Tone.Info, Icons.Material.Outlined.Schedule, Words(TriageLevel.SemiUrgent)),
        _ => new(Tone.Neutral, Icons.Material.Outlined.Schedule, Words(TriageLevel.NonUrgent)),
    };

    /// <summary><c>3 Urgent</c>.</summary>
    public static string Words(TriageLevel level) => TriageWords.Words(level);

    public static string Word(TriageLevel level) => TriageWords.Word(level);

    /// <summary>What the scale says of the level.</summary>
    public static string Meaning(TriageLevel level) => level switch
    {
        TriageLevel.Resuscitation => "Immediately life-threatening",
        TriageLevel.Emergency => "Imminently life-threatening",
        TriageLevel.Urgent => "Potentially life-threatening",
        TriageLevel.SemiUrgent => "Potentially serious",
        _ => "Less urgent",
    };

    /// <summary><c>at once</c>, <c>within 30 min</c>.</summary>
    public static string Target(TriageLevel level) => TriageTimes.Target(level) is { Ticks: > 0 } target ? string.Create(CultureInfo.InvariantCulture, $"within {target.TotalMinutes:0} min") : "at once";

    /// <summary>Minutes left, or how late.</summary>
    public static ChipLook Due(TriageRow row, DateTime now)
    {
        var left = row.DueAt - now;
        return row.IsLate(now)
            ? new(Tone.Critical, Icons.Material.Filled.Error, left > TimeSpan.FromMinutes(-1) ? "Due now" : $"{Span(-left)} late")
            : new(Tone.Neutral, Icons.Material.Outlined.Schedule, $"{Span(TimeSpan.FromMinutes(Math.Ceiling(left.TotalMinutes)))} left");
    }

    public static ChipLook Of(TriageRow row) => row switch
    {
        { WaitsForBed: true } => new(Tone.Warning, Icons.Material.Outlined.Hotel, "Waits for a bed"),
        { Status: TriageStatus.WithDoctor } => new(Tone.Info, Icons.Material.Outlined.MedicalServices, "With a doctor"),
        { Status: TriageStatus.Waiting } => new(Tone.Neutral, Icons.Material.Outlined.Chair, "Waiting"),
        { Status: TriageStatus.LeftWithoutBeingSeen } => new(Tone.Warning, Icons.Material.Outlined.DirectionsWalk, "Left without being seen"),
        { Disposition: { } outcome } => new(Tone.Neutral, Icons.Material.Outlined.CheckCircle, Word(outcome)),
        _ => new(Tone.Neutral, Icons.Material.Outlined.RemoveCircleOutline, "Entered in error"),
    };

    public static string Word(TriageDisposition outcome) => outcome switch
    {
        TriageDisposition.Home => "Home",
        TriageDisposition.Admitted => "Admitted",
        TriageDisposition.Transferred => "Referred or transferred",
        TriageDisposition.LeftWithoutBeingSeen => "Left without being seen",
        _ => "Died",
    };

    public static string Word(ArrivalMode mode) => mode switch
    {
        ArrivalMode.WalkedIn => "Walked in",
        ArrivalMode.Ambulance => "By ambulance",
        ArrivalMode.Police => "Brought by the police",
        ArrivalMode.OtherHospital => "From another hospital",
        _ => "Another way",
    };

    /// <summary><c>14 min</c>, <c>2 h 5 min</c>.</summary>
    public static string Span(TimeSpan span)
    {
        var minutes = Math.Max(0, (int)Math.Floor(span.TotalMinutes));
        return minutes < 120 ? string.Create(CultureInfo.InvariantCulture, $"{minutes} min") : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60} h {minutes % 60} min");
    }
}
