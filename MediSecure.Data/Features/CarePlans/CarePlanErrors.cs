using MediSecure.Data.Common;

namespace MediSecure.Data.Features.CarePlans;

/// <summary>Why something with a plan is refused.</summary>
public static class CarePlanErrors
{
    public static readonly Error AlreadyActive = Error.Conflict("care-plan.already-active", "This patient already has an active dietary plan, so nothing was changed. Complete or revoke it, or put it on hold, then try again.");

    public static readonly Error Ended = Error.Conflict("care-plan.ended", "This plan has ended, so nothing was changed. Begin a new one.");

    public static readonly Error NothingToDo = Error.Invalid("care-plan.nothing-to-do", "A plan without an activity gives the patient nothing to do. Add one, then activate it.");

    public static readonly Error FollowUpPast = Error.Invalid("care-plan.follow-up-past", "The follow-up lies in the past. Choose today or a later day.", "FollowUpOn");

    public static readonly Error AfterDeath = Error.Conflict("care-plan.after-death", "This patient is recorded as deceased, so nothing was saved. Check that this is the right patient.");

    public static readonly Error GoalClosed = Error.Conflict("care-plan.goal-closed", "This goal is already closed, so nothing was changed.");

    public static readonly Error TargetNeedsUnit = Error.Invalid("care-plan.target-needs-unit", "A target is a number with its unit, for example 72 kg. Fill in both, or leave both empty.", "Unit");

    public static readonly Error TargetTooExact = Error.Invalid("care-plan.target-too-exact", "A target has at most two decimals. Round it.", "Target");

    public static readonly Error EndsBeforeItBegins = Error.Invalid("care-plan.ends-before-it-begins", "The last day lies before the first. Correct one of them.", "UntilOn");

    public static readonly Error BeginsInThePast = Error.Invalid("care-plan.begins-in-the-past", "The first day lies in the past: nobody can have been asked for it. Choose today or a later day.", "FromOn");

    public static readonly Error ActivityEnded = Error.Conflict("care-plan.activity-ended", "This activity has already ended, so nothing was changed.");

    public static readonly Error TooMany = Error.Invalid("care-plan.too-many", "This plan already has as many goals or activities as fit. End one first.");

    public static readonly Error AlreadyTicked = Error.Conflict("care-plan.already-ticked", "This is already ticked.");

    public static readonly Error Future = Error.Invalid("care-plan.future", "A day that has not begun cannot be ticked. Choose today or a day before.", "DoneOn");

    public static readonly Error TooLongAgo = Error.Invalid("care-plan.too-long-ago", $"Only today and the last {CarePlanRules.DaysBack} days can be ticked. Tell your dietitian about earlier days.", "DoneOn");

    public static readonly Error NotDue = Error.Invalid("care-plan.not-due", "This is not part of the plan on that day, so nothing was ticked. Choose another day.", "DoneOn");

    public static readonly Error NotActive = Error.Conflict("care-plan.not-active", "The plan is not active now, so nothing was changed. Reload to see why.");

    public static Error Times(ActivityPeriod per) => Error.Invalid("care-plan.times", per == ActivityPeriod.Day ? $"An activity is done 1 to {PlanActivity.MostADay} times a day."
        : $"An activity is done on 1 to {PlanActivity.MostAWeek} days of a week.", "Times");

    public static Error NotNow(CarePlanStatus status) => Error.Conflict("care-plan.not-now", status switch
    {
        CarePlanStatus.Draft => "This plan is still a draft, so nothing was changed. Activate it first.",
        CarePlanStatus.Active => "This plan is already active, so nothing was changed.",
        CarePlanStatus.OnHold => "This plan is on hold, so nothing was changed. Reload to see why.",
        _ => Ended.Message,
    });
}

/// <summary>Numbers that hold for every plan.</summary>
public static class CarePlanRules
{
    /// <summary>Days before today that can still be ticked.</summary>
    public const int DaysBack = 7;

    /// <summary>The windows over which adherence is told, in days.</summary>
    public const int Week = 7;

    public const int FourWeeks = 28;

    /// <summary>Open goals, and activities that have not ended, of one plan.</summary>
    public const int MostParts = 20;

    /// <summary>Days whose ticks are read: the window, and the part of a week that begins before it.</summary>
    internal const int DaysRead = FourWeeks + 7;
}
