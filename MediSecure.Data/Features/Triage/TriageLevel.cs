using System.Globalization;

namespace MediSecure.Data.Features.Triage;

/// <summary>How soon somebody has to be seen: the five categories of the Australasian Triage Scale (Australasian College for Emergency Medicine, policy P06). FHIR: Encounter.priority.</summary>
public enum TriageLevel
{
    /// <summary>Immediately life-threatening.</summary>
    Resuscitation = 1,
    /// <summary>Imminently life-threatening, or very severe pain.</summary>
    Emergency = 2,
    /// <summary>Potentially life-threatening, or severe pain.</summary>
    Urgent = 3,
    /// <summary>Potentially serious.</summary>
    SemiUrgent = 4,
    /// <summary>Less urgent.</summary>
    NonUrgent = 5,
}

/// <summary>How levels read, the same in the queue and in the timeline.</summary>
public static class TriageWords
{
    /// <summary><c>2 Emergency</c>.</summary>
    public static string Words(this TriageLevel level) => $"{((int)level).ToString(CultureInfo.InvariantCulture)} {level.Word()}";

    public static string Word(this TriageLevel level) => level switch
    {
        TriageLevel.Resuscitation => "Resuscitation",
        TriageLevel.Emergency => "Emergency",
        TriageLevel.Urgent => "Urgent",
        TriageLevel.SemiUrgent => "Semi-urgent",
        _ => "Non-urgent",
    };
}

/// <summary>The clock of the queue. Waiting counts from the arrival, not from the triage, as the scale has it.</summary>
public static class TriageTimes
{
    /// <summary>Who has not been triaged after this time is late: the rule of this house, the scale names none.</summary>
    public static readonly TimeSpan UntriagedLateAfter = TimeSpan.FromMinutes(10);

    /// <summary>An arrival is written down within this time at most.</summary>
    public static readonly TimeSpan LongestAgo = TimeSpan.FromHours(24);

    /// <summary>By when a clinician sees the patient, from the arrival: 0, 10, 30, 60 and 120 minutes (Australasian Triage Scale).</summary>
    public static TimeSpan Target(TriageLevel level) => TimeSpan.FromMinutes(level switch
    {
        TriageLevel.Resuscitation => 0,
        TriageLevel.Emergency => 10,
        TriageLevel.Urgent => 30,
        TriageLevel.SemiUrgent => 60,
        TriageLevel.NonUrgent => 120,
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    });

    /// <summary>By when the next step has to be taken: the clinician once triaged, the triage before.</summary>
    public static DateTime DueAt(DateTime arrivedAt, TriageLevel? level) => arrivedAt + (level is { } known ? Target(known) : UntriagedLateAfter);

    /// <summary>Late from the first moment after it was due.</summary>
    public static bool IsLate(DateTime arrivedAt, TriageLevel? level, DateTime now) => now > DueAt(arrivedAt, level);
}
