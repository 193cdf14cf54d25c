using System.Linq.Expressions;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.History;

public enum PregnancyOutcome
{
    LiveBirth,
    Stillbirth,
    Miscarriage,
    Termination,
    Ectopic,
}

/// <summary>How pregnancies read, the same on screens and in the timeline.</summary>
public static class PregnancyWords
{
    public static string Word(this PregnancyOutcome outcome) => outcome == PregnancyOutcome.LiveBirth ? "Live birth" : outcome.ToString();
}

/// <summary>A pregnancy, from when it was known to its end. FHIR: EpisodeOfCare with Observation (pregnancy status).</summary>
public sealed class Pregnancy : HistoryEntry
{
    /// <summary>No pregnancy lasts longer after its due date: one that nobody ended stops counting then.</summary>
    public const int DaysAfterDue = 28;

    private Pregnancy()
    {
    }

    public Pregnancy(Guid id, Guid organizationId, Guid patientId, DateOnly dueOn, string? note, Guid recordedBy, DateTime recordedAt)
        : base(id, organizationId, patientId, note, recordedBy, recordedAt) => DueOn = dueOn;

    /// <summary>The day on which the child is expected.</summary>
    public DateOnly DueOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public PregnancyOutcome? Outcome { get; private set; }

    /// <summary>Pregnant on this day: not ended, not a mistake, and not long past the due date. For queries of other features inside a chart:
    /// <c>await db.Pregnancies.AnyAsync(Pregnancy.CountsOn(today), ct)</c>.</summary>
    public static Expression<Func<Pregnancy, bool>> CountsOn(DateOnly day)
    {
        var earliestDue = day.AddDays(-DaysAfterDue);
        return p => p.EndedOn == null && p.EnteredInErrorAt == null && p.DueOn >= earliestDue;
    }

    public Result End(PregnancyOutcome outcome, DateOnly on)
    {
        if (IsInError)
        {
            return HistoryErrors.InError;
        }

        if (EndedOn is not null)
        {
            return HistoryErrors.PregnancyOver;
        }

        EndedOn = on;
        Outcome = outcome;
        return Result.Ok;
    }
}
