namespace MediSecure.Data.Jobs;

public enum JobOutcome
{
    /// <summary>Not run since this host started.</summary>
    NotYet,
    Running,
    Succeeded,
    Failed,
}

/// <summary>What is known about one background job of this host.</summary>
/// <param name="Name">As the audit names it.</param>
/// <param name="Purpose">A sentence for the person who is called for help.</param>
/// <param name="Every">How often it runs; null when it runs on demand only.</param>
/// <param name="LastRunAt">UTC start of the last run.</param>
/// <param name="Duration">How long the last finished run took.</param>
/// <param name="Outcome">Of the last run.</param>
/// <param name="Problem">Kind of failure, never an exception's text.</param>
/// <param name="NextRunAt">UTC; null when none is planned.</param>
/// <param name="Runs">Since the host started.</param>
/// <param name="Failures">Of those.</param>
public sealed record JobStatus(string Name, string Purpose, TimeSpan? Every, DateTime? LastRunAt = null, TimeSpan? Duration = null, JobOutcome Outcome = JobOutcome.NotYet,
    string? Problem = null, DateTime? NextRunAt = null, int Runs = 0, int Failures = 0);
