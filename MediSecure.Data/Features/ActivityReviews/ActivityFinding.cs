namespace MediSecure.Data.Features.ActivityReviews;

/// <summary>Why something in the activity log stands out.</summary>
public enum FindingKind
{
    /// <summary>A record was opened under emergency access.</summary>
    EmergencyAccess,
    /// <summary>Somebody who works here opened or changed their own record.</summary>
    OwnRecord,
    /// <summary>Somebody who works here opened the record of a patient with the same family name. Next of kin are not compared: they are encrypted, and no list reads them.</summary>
    SameFamilyName,
    /// <summary>One person opened very many records, or searched for patients very often, within an hour.</summary>
    ManyRecords,
    /// <summary>Data left the application as a file.</summary>
    Export,
    /// <summary>One person was refused several times within a day.</summary>
    Refusals,
    /// <summary>Somebody put a patient into the triage queue, read the record while that opened it, and the entry was marked as a mistake: the queue is no way round emergency access.</summary>
    QueuedByMistake,
    /// <summary>An administrator gave themself a role: allowed, because a small house has one administrator, and looked at by somebody else.</summary>
    OwnRole,
}

/// <summary>Something that stands out: a group of events of one person. Found anew each time from the log; only that it was reviewed is kept.</summary>
/// <param name="Kind">Why.</param>
/// <param name="ActorUserId">Whom it concerns.</param>
/// <param name="PatientId">Whose record, when it is one.</param>
/// <param name="OccurredAt">The first event, UTC. With kind and person it names the finding: the log is append-only, so the first stays the first.</param>
/// <param name="LastAt">The last event so far.</param>
/// <param name="Count">Events, or records for <see cref="FindingKind.ManyRecords"/>.</param>
public sealed record ActivityFinding(FindingKind Kind, Guid ActorUserId, Guid? PatientId, DateTime OccurredAt, DateTime LastAt, int Count)
{
    /// <summary>A finding that nobody has reviewed for longer stands out.</summary>
    public static readonly TimeSpan ReviewWithin = TimeSpan.FromHours(72);

    /// <summary>Different records within an hour that are unusual.</summary>
    public const int ManyRecords = 30;

    /// <summary>Searches for patients within an hour that are unusual.</summary>
    public const int ManyLists = 60;

    /// <summary>Refusals of one person within a day that are unusual.</summary>
    public const int ManyRefusals = 3;

    /// <summary>Summaries of charts that one person takes out as files within a day. Fewer are a doctor's daily work.</summary>
    public const int ManySummaries = 5;
}
