using MediSecure.Data.Features.Patients;

namespace MediSecure.Data.Features.CarePlans;

/// <summary>A goal.</summary>
public sealed record GoalRow(Guid Id, string Text, decimal? Target, string? Unit, DateOnly? TargetOn, GoalStatus Status, DateTime AddedAt, DateTime? ClosedAt);

/// <summary>An activity.</summary>
/// <param name="IsOver">Its last day is past, or it was ended.</param>
public sealed record ActivityRow(Guid Id, string Text, int Times, ActivityPeriod Per, DateOnly FromOn, DateOnly? UntilOn, bool IsOver);

/// <summary>A line of the history.</summary>
public sealed record PlanChangeRow(Guid Id, DateTime At, string? By, string What);

/// <summary>A plan with everything in it.</summary>
/// <param name="LastWeek">Null before it was active.</param>
/// <param name="LastFourWeeks">Null before it was active.</param>
public sealed record PlanDetail(Guid Id, Guid Version, string Title, CarePlanStatus Status, string? StatusReason, string? Responsible, DateOnly? FollowUpOn, bool FollowUpIsDue, DateTime CreatedAt, DateOnly? StartsOn,
    DateOnly? EndsOn, IReadOnlyList<GoalRow> Goals, IReadOnlyList<ActivityRow> Activities, IReadOnlyList<PlanChangeRow> Changes, Adherence? LastWeek, Adherence? LastFourWeeks)
{
    public bool IsOpen => Status is CarePlanStatus.Draft or CarePlanStatus.Active or CarePlanStatus.OnHold;
}

/// <summary>One activity on one day.</summary>
/// <param name="TimesOnADay">How many can be ticked on the day.</param>
/// <param name="Done">The ordinals that are ticked on the day.</param>
/// <param name="DoneInWeek">For a weekly activity: days ticked in its week so far.</param>
/// <param name="ByOther">Somebody else than the patient ticked one of them.</param>
public sealed record ToDoRow(Guid ActivityId, string Text, int Times, ActivityPeriod Per, int TimesOnADay, IReadOnlyList<int> Done, int DoneInWeek, bool ByOther)
{
    /// <summary>The one that is taken back first; null when none is ticked.</summary>
    public int? Last => Done.Count == 0 ? null : Done.Max();
}

/// <summary>A patient's own plan on one day.</summary>
/// <param name="Today">At the organisation.</param>
/// <param name="Day">The day shown: today, or one of the days before that can be ticked.</param>
/// <param name="Days">The days that can be shown, today first.</param>
/// <param name="ToDo">Empty while the plan is on hold.</param>
public sealed record OwnPlan(Guid Id, string Title, CarePlanStatus Status, string? StatusReason, string? Responsible, DateOnly StartsOn, DateOnly? FollowUpOn, DateOnly Today, DateOnly Day, IReadOnlyList<DateOnly> Days,
    IReadOnlyList<GoalRow> Goals, IReadOnlyList<ToDoRow> ToDo, Adherence LastWeek, Adherence LastFourWeeks);

/// <summary>A plan whose follow-up is due; without title and adherence when the chart is restricted.</summary>
public sealed record PlanReviewRow(Guid PlanId, Guid PatientId, string Patient, string RecordNumber, Sex Sex, DateOnly BirthDate, bool IsRestricted, string? Title, CarePlanStatus Status, DateOnly FollowUpOn, int DaysOverdue,
    string? Responsible, Adherence? LastFourWeeks);
