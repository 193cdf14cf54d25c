using System.Collections.Concurrent;
using MediSecure.Data.Access;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Organizations;
using Microsoft.Extensions.Logging;

namespace MediSecure.Data.Persistence.Encryption;

/// <summary>Says that an encrypted field cannot be read: at once in the log, and in the activity log outside the transaction that found it, which is rolled back. The same field once a minute.</summary>
internal sealed class UnreadableAlarm(SystemDb system, TimeProvider clock, ILogger<UnreadableAlarm> log)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(Guid Row, string Column), DateTime> _raised = new();

    /// <param name="scope">Who was reading.</param>
    /// <param name="entity">Of which entity.</param>
    /// <param name="column">Table and column.</param>
    /// <param name="rowId">Which row.</param>
    /// <param name="patientId">Whose, when that is known.</param>
    /// <param name="kind">What is wrong.</param>
    public void Raise(AccessScope scope, string entity, string column, Guid rowId, Guid? patientId, string kind)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (_raised.TryGetValue((rowId, column), out var before) && now - before < Again && now >= before)
        {
            return;
        }

        if (_raised.Count >= Most)
        {
            _raised.Clear();
        }

        _raised[(rowId, column)] = now;
        log.LogError("{Column} of row {Row} cannot be read: {Kind}", column, rowId, kind);
        _ = Task.Run(() => RecordAsync(scope, entity, column, rowId, patientId, kind));
    }

    private async Task RecordAsync(AccessScope scope, string entity, string column, Guid rowId, Guid? patientId, string kind)
    {
        try
        {
            await system.RecordAsync(scope with { OrganizationId = scope.OrganizationId ?? Organization.PlatformId, Reserved = true }, ActivityWords.UnreadableField, AuditAction.Read, AuditOutcome.Failed, $"{column}: {kind}",
                rowId, entity, patientId);
        }
        catch (Exception exception) when (DatabaseErrors.Explain(exception) is not null)
        {
            _raised.TryRemove((rowId, column), out _); // the next reader tries again
            log.LogError("The alarm about {Column} of row {Row} could not be recorded: {Problem}", column, rowId, exception.GetType().Name);
        }
    }
}
