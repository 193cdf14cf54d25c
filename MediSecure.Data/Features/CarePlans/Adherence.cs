namespace MediSecure.Data.Features.CarePlans;

/// <summary>How much of what was due was done.</summary>
/// <param name="Done">At most <paramref name="Due"/>: more than was planned makes up for nothing.</param>
/// <param name="Due">In the window.</param>
/// <param name="Days">The window: so many days up to today.</param>
public sealed record Adherence(int Done, int Due, int Days)
{
    /// <summary>Whole percent, rounded down, so that 100 % is everything. Null while nothing is due yet.</summary>
    public int? Percent => Due == 0 ? null : Done * 100 / Due;

    /// <summary>Adds up what was due and done in the last <paramref name="days"/> days.</summary>
    /// <remarks>
    /// <para>Daily: each day of the window on which plan and activity were in force is due in full; the last day, which is not over, counts only for what is ticked.</para>
    /// <para>Weekly: a week is seven days from the activity's first day on. A week counts in the window in which it ends: in full when all of it was in force, else in proportion to the days that were,
    /// rounded down. The week that is not over counts only for what is ticked.</para>
    /// <para>Days before the plan's start, after its end, on hold, or before and after the activity's own days count for nothing.</para>
    /// </remarks>
    public static Adherence Of(PlanSpan plan, IEnumerable<DueActivity> activities, IReadOnlyDictionary<(Guid ActivityId, DateOnly On), int> ticks, DateOnly today, int days)
    {
        var (done, due) = (0, 0);
        var last = plan.EndsOn < today ? plan.EndsOn.Value : today;
        var from = today.AddDays(1 - days);
        foreach (var activity in activities)
        {
            var begins = Later(plan.StartsOn, activity.FromOn);
            var ends = activity.UntilOn < last ? activity.UntilOn.Value : last;
            if (activity.Per == ActivityPeriod.Day)
            {
                for (var day = Later(from, begins); day <= ends; day = day.AddDays(1))
                {
                    if (!plan.IsHeld(day))
                    {
                        var ticked = Math.Min(ticks.GetValueOrDefault((activity.Id, day)), activity.Times);
                        (done, due) = (done + ticked, due + (day == last ? ticked : activity.Times));
                    }
                }

                continue;
            }

            for (var week = begins; week <= ends; week = week.AddDays(7))
            {
                // How the week goes on is not known while it may: until its last day, or the activity's own, is over.
                var closes = activity.UntilOn < week.AddDays(6) ? activity.UntilOn.Value : week.AddDays(6);
                if (closes < from)
                {
                    continue;
                }

                var (inForce, ticked) = (0, 0);
                for (var day = week; day <= closes && day <= last; day = day.AddDays(1))
                {
                    if (!plan.IsHeld(day))
                    {
                        (inForce, ticked) = (inForce + 1, ticked + Math.Min(1, ticks.GetValueOrDefault((activity.Id, day))));
                    }
                }

                var planned = closes < last ? activity.Times * inForce / 7 : Math.Min(ticked, activity.Times);
                (done, due) = (done + Math.Min(ticked, planned), due + planned);
            }
        }

        return new(done, due, days);
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}

/// <summary>The days on which a plan is in force.</summary>
/// <param name="EndsOn">The day on which it was completed or revoked.</param>
/// <param name="Holds">From the first day on hold up to the day on which it was resumed, which counts again.</param>
public sealed record PlanSpan(DateOnly StartsOn, DateOnly? EndsOn, IReadOnlyList<(DateOnly HeldOn, DateOnly? ResumedOn)> Holds)
{
    public bool IsHeld(DateOnly day) => Holds.Any(hold => hold.HeldOn <= day && (hold.ResumedOn is null || day < hold.ResumedOn));

    public bool Covers(DateOnly day) => day >= StartsOn && (EndsOn is null || day <= EndsOn) && !IsHeld(day);
}

/// <summary>An activity as adherence sees it.</summary>
public sealed record DueActivity(Guid Id, int Times, ActivityPeriod Per, DateOnly FromOn, DateOnly? UntilOn)
{
    public bool Covers(DateOnly day) => day >= FromOn && (UntilOn is null || day <= UntilOn);
}
