using MediSecure.Data.Common;

namespace MediSecure.Data.Features.CarePlans;

public enum ActivityPeriod
{
    Day,
    Week,
}

/// <summary>What the patient does, so many times a day, or on so many days of a week. Its words and numbers are not changed: it is ended, and another begins. FHIR: CarePlan.activity with its Timing.</summary>
public sealed class PlanActivity : IPatientOwned, IVersioned
{
    public const int MostADay = 12;

    public const int MostAWeek = 7;

    private PlanActivity()
    {
    }

    private PlanActivity(Guid id, Guid organizationId, Guid patientId, Guid planId, string text, int times, ActivityPeriod per, DateOnly fromOn, DateOnly? untilOn, DateTime at, Guid by) =>
        (Id, OrganizationId, PatientId, PlanId, Text, Times, Per, FromOn, UntilOn, AddedAt, AddedBy) = (id, organizationId, patientId, planId, text, times, per, fromOn, untilOn, at, by);

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid PlanId { get; private set; }

    public string Text { get; private set; } = "";

    public int Times { get; private set; }

    public ActivityPeriod Per { get; private set; }

    public DateOnly FromOn { get; private set; }

    /// <summary>The last day; null while it goes on.</summary>
    public DateOnly? UntilOn { get; private set; }

    public DateTime AddedAt { get; private set; }

    public Guid AddedBy { get; private set; }

    /// <summary>Ended by a person before its last day.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Ended before anything of it was due: no day counts.</summary>
    public DateTime? CancelledAt { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>How many may be ticked on one day: a weekly activity is done on a day or not.</summary>
    public int TimesOnADay => Per == ActivityPeriod.Day ? Times : 1;

    public static Result<PlanActivity> Plan(Guid id, Guid organizationId, Guid patientId, Guid planId, string text, int times, ActivityPeriod per, DateOnly fromOn, DateOnly? untilOn, DateTime at, Guid by) =>
        times < 1 || times > (per == ActivityPeriod.Day ? MostADay : MostAWeek) ? CarePlanErrors.Times(per)
        : untilOn < fromOn ? CarePlanErrors.EndsBeforeItBegins
        : new PlanActivity(id, organizationId, patientId, planId, text, times, per, fromOn, untilOn, at, by);

    /// <summary>Ends it. The last day is today when something of it is done today, else yesterday: a day that had hardly begun is not held against the patient.</summary>
    /// <param name="today">At the organisation.</param>
    /// <param name="doneToday">Something of it is ticked today.</param>
    /// <param name="at">UTC.</param>
    public Result End(DateOnly today, bool doneToday, DateTime at)
    {
        if (EndedAt is not null || CancelledAt is not null || UntilOn < today)
        {
            return CarePlanErrors.ActivityEnded;
        }

        var last = doneToday ? today : today.AddDays(-1);
        if (last < FromOn)
        {
            CancelledAt = at;
        }
        else
        {
            UntilOn = last;
        }

        EndedAt = at;
        return Result.Ok;
    }
}

/// <summary>One activity done once on one day. The database has it once.</summary>
public sealed class PlanTick : IPatientOwned
{
    private PlanTick()
    {
    }

    public PlanTick(Guid id, Guid organizationId, Guid patientId, Guid activityId, DateOnly doneOn, int ordinal, DateTime at, Guid by) =>
        (Id, OrganizationId, PatientId, ActivityId, DoneOn, Ordinal, TickedAt, TickedBy) = (id, organizationId, patientId, activityId, doneOn, ordinal, at, by);

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid ActivityId { get; private set; }

    public DateOnly DoneOn { get; private set; }

    /// <summary>The first, second … time of that day.</summary>
    public int Ordinal { get; private set; }

    public DateTime TickedAt { get; private set; }

    /// <summary>The patient, or who acts for them.</summary>
    public Guid TickedBy { get; private set; }
}
