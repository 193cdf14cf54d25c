using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Persistence;

namespace MediSecure.Data.Access;

/// <summary>The door of hosted services and verbs; an architecture test keeps everybody else out. Each call names its job and one organisation.</summary>
public sealed class SystemDb
{
    private readonly DatabaseSource _source;
    private readonly UnitOfWork _work;
    private readonly AuditWriter _audit;

    internal SystemDb(DatabaseSource source, UnitOfWork work, AuditWriter audit)
    {
        _source = source;
        _work = work;
        _audit = audit;
    }

    /// <summary>Ids of all organisations, from the one function that may cross the boundary.</summary>
    public Task<IReadOnlyList<Guid>> OrganizationIdsAsync() => OrganizationTree.AllAsync(_source);

    /// <summary>Opens for reading what is not encrypted.</summary>
    public MediSecureDbContext OpenSystem(string job, Guid organizationId) => _source.Create(Scope(job, organizationId));

    /// <summary>Opens for reading, with the organisation's keys.</summary>
    public async Task<MediSecureDbContext> OpenSystemAsync(string job, Guid organizationId)
    {
        await _source.Keys.EnsureAsync(Scope(job, organizationId));
        return OpenSystem(job, organizationId);
    }

    public async Task<Result> ChangeSystemAsync(string job, Guid organizationId, Func<MediSecureDbContext, CancellationToken, Task<Result>> change)
    {
        await _source.Keys.EnsureAsync(Scope(job, organizationId));
        return await _work.RunAsync(Scope(job, organizationId) with { CanWrite = true }, change, error => error);
    }

    /// <summary>Changes in a scope that names who acts although nobody is signed in yet, e.g. a sign-in that comes into being.</summary>
    internal async Task<Result> ChangeAsync(AccessScope scope, Func<MediSecureDbContext, CancellationToken, Task<Result>> change)
    {
        await _source.Keys.EnsureAsync(scope);
        return await _work.RunAsync(scope with { CanWrite = true }, change, error => error);
    }

    /// <summary>Writes one event that is no change of rows, e.g. a sign-in.</summary>
    internal async Task RecordAsync(AccessScope scope, string code, AuditAction action, AuditOutcome outcome, string? reason = null, Guid? entityId = null, string? entityType = null, Guid? patientId = null)
    {
        var audit = _audit.For(scope, code, action, outcome, patientId, entityType, entityId, reason);
        await using var db = _source.Create(scope with { CanWrite = true, OrganizationId = audit.OrganizationId, PatientId = null });
        db.Add(audit);
        await db.SaveChangesAsync();
    }

    /// <summary>Tells one more organisation of what a job did elsewhere to somebody who belongs there too.</summary>
    internal Task RecordSystemAsync(string job, Guid organizationId, AuditAction action, string reason, Guid entityId, string entityType) =>
        RecordAsync(Scope(job, organizationId), job, action, AuditOutcome.Success, reason, entityId, entityType);

    private static AccessScope Scope(string job, Guid organizationId) => new()
    {
        OrganizationId = organizationId,
        Job = job,
        Operation = job,
        Purpose = AuditPurpose.Operations,
        Reserved = job == Jobs.AuditSealer.Job,
    };
}
