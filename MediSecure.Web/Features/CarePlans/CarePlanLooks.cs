using System.Globalization;
using MediSecure.Data.Features.CarePlans;
using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.CarePlans;

/// <summary>How plans, goals and adherence read and look.</summary>
public static class CarePlanLooks
{
    public static ChipLook Of(CarePlanStatus status) => status switch
    {
        CarePlanStatus.Draft => new(Tone.Neutral, Icons.Material.Outlined.EditNote, "Draft"),
        CarePlanStatus.Active => new(Tone.Success, Icons.Material.Outlined.PlayCircle, "Active"),
        CarePlanStatus.OnHold => new(Tone.Warning, Icons.Material.Outlined.PauseCircle, "On hold"),
        CarePlanStatus.Completed => new(Tone.Info, Icons.Material.Outlined.TaskAlt, "Completed"),
        _ => new(Tone.Neutral, Icons.Material.Outlined.Cancel, "Revoked"),
    };

    public static ChipLook Of(GoalStatus status) => status switch
    {
        GoalStatus.Achieved => new(Tone.Success, Icons.Material.Outlined.CheckCircle, "Reached"),
        GoalStatus.Dropped => new(Tone.Neutral, Icons.Material.Outlined.Cancel, "Dropped"),
        _ => new(Tone.Info, Icons.Material.Outlined.Flag, "Open"),
    };

    /// <summary><c>86 %, 18 of 21 in 7 days</c>; says so while nothing is due.</summary>
    public static string Words(Adherence adherence) => adherence.Percent is { } percent
        ? string.Create(CultureInfo.InvariantCulture, $"{percent} %, {adherence.Done} of {adherence.Due} in {adherence.Days} days") : $"Nothing due yet in {adherence.Days} days";

    /// <summary><c>3 times a day</c>.</summary>
    public static string Often(int times, ActivityPeriod per) => per == ActivityPeriod.Day
        ? times == 1 ? "once a day" : $"{times} times a day" : times == 1 ? "on one day a week" : times == 7 ? "every day" : $"on {times} days a week";

    public static string Word(ActivityPeriod per) => per == ActivityPeriod.Day ? "times a day" : "days a week";

    public static string Target(GoalRow goal) => string.Join(" ", new[]
    {
        goal.Target is { } target ? $"{target.ToString("0.##", CultureInfo.InvariantCulture)} {goal.Unit}" : null,
        goal.TargetOn is { } on ? $"by {OrganizationClock.Date(on)}" : null,
    }.OfType<string>());
}
