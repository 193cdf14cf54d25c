using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.CarePlans;

/// <summary>Begins a plan as a draft.</summary>
public sealed class StartPlanForm
{
    /// <summary>Made by the form: saving twice is one plan.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Give the plan a title that the patient understands, for example \"Eating to gain strength\".")]
    [CleanText(120)]
    [DisplayName("Title")]
    public string? Title { get; set; }

    public DateOnly? FollowUpOn { get; set; }
}

/// <summary>Changes title and follow-up.</summary>
public sealed class EditPlanForm
{
    public Guid PlanId { get; set; }

    /// <summary>As it was read: a stale save is refused.</summary>
    public Guid Version { get; set; }

    [Required(ErrorMessage = "Give the plan a title that the patient understands, for example \"Eating to gain strength\".")]
    [CleanText(120)]
    [DisplayName("Title")]
    public string? Title { get; set; }

    public DateOnly? FollowUpOn { get; set; }
}

/// <summary>Puts a plan on hold, or revokes it.</summary>
public sealed class StopPlanForm
{
    public Guid PlanId { get; set; }

    [Required(ErrorMessage = "Say why, in a few words.")]
    [CleanText(200)]
    [DisplayName("Reason")]
    public string? Reason { get; set; }
}

/// <summary>Sets a goal.</summary>
public sealed class AddGoalForm
{
    /// <summary>Made by the form: saving twice is one goal.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid PlanId { get; set; }

    [Required(ErrorMessage = "Say what is to be reached, for example \"Lower weight\".")]
    [CleanText(200)]
    [DisplayName("Goal")]
    public string? Text { get; set; }

    [Range(0.0, 100_000.0, ErrorMessage = "A target is a number from 0 to 100,000.")]
    [DisplayName("Target")]
    public decimal? Target { get; set; }

    [CleanText(20)]
    [DisplayName("Unit")]
    public string? Unit { get; set; }

    public DateOnly? TargetOn { get; set; }
}

/// <summary>Closes a goal.</summary>
public sealed class CloseGoalForm
{
    public Guid GoalId { get; set; }

    /// <summary>Reached; else given up.</summary>
    public bool Achieved { get; set; }
}

/// <summary>Adds an activity.</summary>
public sealed class AddActivityForm
{
    /// <summary>Made by the form: saving twice is one activity.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid PlanId { get; set; }

    [Required(ErrorMessage = "Say what the patient does, for example \"Walk for half an hour\".")]
    [CleanText(200)]
    [DisplayName("Activity")]
    public string? Text { get; set; }

    [Required(ErrorMessage = "Say how often.")]
    [Range(1, PlanActivity.MostADay, ErrorMessage = "An activity is done 1 to 12 times a day, or on 1 to 7 days of a week.")]
    [DisplayName("How often")]
    public int? Times { get; set; }

    [EnumDataType(typeof(ActivityPeriod))]
    public ActivityPeriod Per { get; set; }

    /// <summary>Today when left out.</summary>
    public DateOnly? FromOn { get; set; }

    public DateOnly? UntilOn { get; set; }
}

/// <summary>Ticks an activity on a day, or takes the tick back.</summary>
public sealed class TickActivityForm
{
    public Guid ActivityId { get; set; }

    [Required(ErrorMessage = "Choose the day.")]
    public DateOnly? DoneOn { get; set; }

    [Range(1, PlanActivity.MostADay, ErrorMessage = "Choose which time of the day it was.")]
    public int Ordinal { get; set; } = 1;
}
