using System.Text.Json;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Access;

/// <summary>The doors: the only way people's requests reach data, and none opens without a permission. Scoped. A refusal throws <see cref="AccessDeniedException"/> after it has been
/// recorded; an id out of scope is "not found".</summary>
public sealed class MediSecureDb
{
    private readonly DatabaseSource _source;
    private readonly ICurrentUser _user;
    private readonly AccessCache _access;
    private readonly SessionStore _sessions;
    private readonly UnitOfWork _work;
    private readonly AuditWriter _audit;
    private readonly HashSet<(Permission, Guid)> _seenInView = [];

    internal MediSecureDb(DatabaseSource source, ICurrentUser user, AccessCache access, SessionStore sessions, UnitOfWork work, AuditWriter audit)
    {
        _source = source;
        _user = user;
        _access = access;
        _sessions = sessions;
        _work = work;
        _audit = audit;
    }

    /// <summary>Opens for reading at the caller's organisation. A patient sees only their own rows.</summary>
    public async Task<MediSecureDbContext> OpenAsync(Permission permission, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return _source.Create(await DemandAsync(permission));
    }

    /// <summary>Opens one patient's chart for reading; records who opened it. "Not found" for a patient of another organisation and, for a patient, for anybody else.</summary>
    /// <param name="permission">What is looked at.</param>
    /// <param name="patientId">Whose.</param>
    /// <param name="ct">Cancels before anything is read.</param>
    /// <param name="newView">True when a page is entered: later reads of the same page with other permissions are recorded once each.</param>
    public async Task<Result<MediSecureDbContext>> OpenChartAsync(Permission permission, Guid patientId, CancellationToken ct, bool newView = false)
    {
        ct.ThrowIfCancellationRequested();
        var scope = await DemandAsync(permission);
        if (scope.PatientId is { } own && own != patientId)
        {
            await RefuseAsync(scope, permission, "another patient's chart");
            return Error.NotFound;
        }

        scope = scope with { PatientId = patientId };
        await using (var look = _source.Create(scope))
        {
            if (!await look.Patients.AsNoTracking().AnyAsync(p => p.Id == patientId, ct))
            {
                await RefuseAsync(scope with { PatientId = null }, permission, "no such patient here");
                return Error.NotFound;
            }
        }

        lock (_seenInView)
        {
            if (newView)
            {
                _seenInView.RemoveWhere(seen => seen.Item2 == patientId);
            }

            if (!_seenInView.Add((permission, patientId)))
            {
                return _source.Create(scope);
            }
        }

        // The view is recorded before the first row leaves; when that fails, so does the read.
        await WriteAsync(_audit.For(scope, permission.ToString(), AuditAction.Read, AuditOutcome.Success, patientId, "Patient", patientId), scope);
        return _source.Create(scope);
    }

    /// <summary>Opens the caller's organisation and all below it for reading; only for permissions marked <see cref="TreeAttribute"/>.</summary>
    public async Task<MediSecureDbContext> OpenTreeAsync(Permission permission, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (!permission.IsTree())
        {
            throw new InvalidOperationException($"'{permission}' does not read over the tree.");
        }

        var scope = await DemandAsync(permission);
        return _source.Create(scope with { OrganizationId = null, TreeIds = await _access.TreeAsync(scope.OrganizationId!.Value) });
    }

    /// <summary>Changes at the caller's organisation: check, scope, change and audit in one transaction. The delegate may run again (at most three times, each with a new context)
    /// after a deadlock; when it returns an error, everything is rolled back.</summary>
    public async Task<Result> ChangeAsync(Permission permission, Func<MediSecureDbContext, CancellationToken, Task<Result>> change, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return await _work.RunAsync(await DemandAsync(permission) with { CanWrite = true }, change, error => error);
    }

    /// <inheritdoc cref="ChangeAsync"/>
    public async Task<Result<T>> ChangeAsync<T>(Permission permission, Func<MediSecureDbContext, CancellationToken, Task<Result<T>>> change, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return await _work.RunAsync(await DemandAsync(permission) with { CanWrite = true }, change, error => error);
    }

    /// <summary>Changes inside one patient's chart: rows of other patients neither exist nor can be written.</summary>
    public async Task<Result> ChangeChartAsync(Permission permission, Guid patientId, Func<MediSecureDbContext, CancellationToken, Task<Result>> change, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var scope = await DemandAsync(permission);
        if (scope.PatientId is { } own && own != patientId)
        {
            await RefuseAsync(scope, permission, "another patient's chart");
            return Error.NotFound;
        }

        return await _work.RunAsync(scope with { CanWrite = true, PatientId = patientId }, async (db, inner) =>
            await db.Patients.AnyAsync(p => p.Id == patientId, inner) ? await change(db, inner) : Error.NotFound, error => error);
    }

    /// <summary>Records who was shown in a list or put into an export: the kind of question and the ids (at most 100), never what was typed. Call it before the rows leave;
    /// when it fails, so does the read.</summary>
    /// <param name="permission">Demanded again, so that nobody records a read they may not do.</param>
    /// <param name="entityType">What the ids are, e.g. <c>Patient</c>.</param>
    /// <param name="shape">Kind of question, without patient data.</param>
    /// <param name="ids">Who or what was shown.</param>
    /// <param name="ct">Cancels before anything is written.</param>
    public async Task RecordReadAsync(Permission permission, string entityType, string shape, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var scope = await DemandAsync(permission);
        var changes = JsonSerializer.Serialize(ids.Take(100).Select(id => new { type = entityType, id, action = nameof(AuditAction.Read) }));
        await WriteAsync(_audit.For(scope, permission.ToString(), AuditAction.Read, AuditOutcome.Success, ids.Count == 1 && entityType == nameof(Features.Patients.Patient) ? ids[0] : null, entityType,
            reason: shape, changes: changes), scope);
    }

    /// <summary>Records that a page or button was refused before any door was reached (page policies).</summary>
    public async Task RecordRefusalAsync(Permission permission, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (await _user.GetAsync() is { } caller)
        {
            await RefuseAsync(ScopeOf(caller, await _access.HereAsync(caller), permission), permission, "page");
        }
    }

    private async Task<AccessScope> DemandAsync(Permission permission)
    {
        var caller = await _user.GetAsync() ?? throw new AccessDeniedException(permission);
        var here = await _access.HereAsync(caller);
        var scope = ScopeOf(caller, here, permission);
        if (!await _sessions.IsLiveAsync(caller))
        {
            await RefuseAsync(scope, permission, "the session is over");
            throw new AccessDeniedException(permission);
        }

        var granting = here?.Granting(permission).ToList() ?? [];
        if (granting.Count == 0)
        {
            await RefuseAsync(scope, permission, null);
            throw new AccessDeniedException(permission);
        }

        // A doctor who is also a patient here acts as a doctor where a staff role grants it; only then is the compartment open.
        if (granting.All(role => role == Role.Patient))
        {
            scope = scope with { PatientId = here!.PatientId ?? Guid.Empty };
        }

        return scope;
    }

    private static AccessScope ScopeOf(Caller caller, OrganizationAccess? here, Permission permission) => new()
    {
        UserId = caller.UserId,
        OrganizationId = caller.OrganizationId,
        Roles = here?.Roles ?? [],
        OnBehalfOf = caller.ActingFor,
        Operation = permission.ToString(),
        Caller = caller,
    };

    private Task RefuseAsync(AccessScope scope, Permission permission, string? reason) =>
        WriteAsync(_audit.For(scope, permission.ToString(), AuditAction.Execute, AuditOutcome.Refused, reason: reason), scope);

    private async Task WriteAsync(AuditEvent audit, AccessScope scope)
    {
        await using var db = _source.Create(scope with { CanWrite = true, PatientId = null, OrganizationId = audit.OrganizationId });
        db.Add(audit);
        await db.SaveChangesAsync();
    }
}
