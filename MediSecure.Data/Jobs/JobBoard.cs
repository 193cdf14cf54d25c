using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MediSecure.Data.Jobs;

/// <summary>Where every hosted job of this process says what it does and how its last run went. Singleton.</summary>
public sealed class JobBoard(TimeProvider clock, ILogger<JobBoard> log)
{
    private readonly ConcurrentDictionary<string, JobStatus> _jobs = new(StringComparer.Ordinal);

    /// <summary>By name.</summary>
    public IReadOnlyList<JobStatus> All => [.. _jobs.Values.OrderBy(job => job.Name, StringComparer.Ordinal)];

    /// <summary>Called once when the job starts, so that it shows before its first run.</summary>
    public void Announce(string name, string purpose, TimeSpan? every) => _jobs[name] = new JobStatus(name, purpose, every);

    public void PlanNext(string name, DateTime? at) => Change(name, job => job with { NextRunAt = at });

    /// <summary>Runs one round, timed. A failure is logged and shown, and does not end the job: it comes round again.</summary>
    /// <returns>False when it failed.</returns>
    public async Task<bool> RunAsync(string name, Func<CancellationToken, Task> round, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        Change(name, job => job with { LastRunAt = clock.GetUtcNow().UtcDateTime, Outcome = JobOutcome.Running });
        try
        {
            await round(ct);
            Change(name, job => job with { Outcome = JobOutcome.Succeeded, Problem = null, Duration = clock.GetElapsedTime(began), Runs = job.Runs + 1 });
            return true;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            log.LogError(exception, "The job {Job} failed; it runs again at its next time", name);
            Change(name, job => job with
            {
                Outcome = JobOutcome.Failed, Problem = exception.GetBaseException().GetType().Name, Duration = clock.GetElapsedTime(began), Runs = job.Runs + 1, Failures = job.Failures + 1,
            });
            return false;
        }
    }

    private void Change(string name, Func<JobStatus, JobStatus> change) => _jobs.AddOrUpdate(name, missing => change(new JobStatus(missing, "", null)), (_, job) => change(job));
}
