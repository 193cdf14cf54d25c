using System.Globalization;
using System.Text.Json;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.EmergencyAccess;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Access;

/// <summary>The doors: the only way people's requests reach data, and none opens without a permission. Scoped. A refusal throws <see cref="AccessDeniedException"/> after it has been
/// recorded; an id out of scope is "not found".</summary>
public sealed class MediSecureDb
{
    private const int MostNamed = 100;
    private readonly DatabaseSource _source;
    private readonly ICurrentUser _user;
    private readonly AccessCache _access;
    private readonly SessionStore _sessions;
    private readonly UnitOfWork _work;
    private readonly AuditWriter _audit;
    private readonly TimeProvider _clock;
    private readonly HashSet<(Permission, Guid)> _seenInView = []; // charts
    private readonly Dictionary<(string Operation, string Shape), HashSet<Guid>> _shownInView = []; // people in lists
    private readonly HashSet<Guid> _inEmergency = []; // patients whose chart was last opened here under emergency access
    private readonly Dictionary<Guid, string> _reasons = []; // of restricted charts, while their view lasts

    internal MediSecureDb(DatabaseSource source, ICurrentUser user, AccessCache access, SessionStore sessions, UnitOfWork work, AuditWriter audit, TimeProvider clock)
    {
        _clock = clock;
        _source = source;
        _user = user;
        _access = access;
        _sessions = sessions;
        _work = work;
        _audit = audit;
    }

    /// <summary>A page is entered: what it shows from now on is a view of its own, and recorded anew. Reasons that were given for restricted charts stay with the circuit until the chart is entered again.</summary>
    public void BeginView()
    {
        lock (_seenInView)
        {
            _seenInView.Clear();
            _shownInView.Clear();
        }
    }

    /// <summary>Opens for reading at the caller's organisation. A patient sees only their own rows.</summary>
    public async Task<MediSecureDbContext> OpenAsync(Permission permission, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return _source.Create(await DemandAsync(permission));
    }

    /// <summary>Opens one patient's chart for reading; records who opened it. "Not found" for a patient of another organisation and, for a patient, for anybody else. Somebody in a clinical
    /// role opens charts of people they treat (<see cref="CareRelationship"/>), and others only by emergency access: <see cref="ChartErrors.NotYourPatient"/>, recorded.</summary>
    /// <param name="permission">What is looked at.</param>
    /// <param name="patientId">Whose.</param>
    /// <param name="ct">Cancels before anything is read.</param>
    /// <param name="newView">True when a page is entered: later reads of the same page with other permissions are recorded once each.</param>
    /// <param name="reason">Why, for a restricted chart: without it <see cref="ChartErrors.ReasonNeeded"/>. Given when the page is entered, it holds until the page is entered again.</param>
    public async Task<Result<MediSecureDbContext>> OpenChartAsync(Permission permission, Guid patientId, CancellationToken ct, bool newView = false, string? reason = null)
    {
        ct.ThrowIfCancellationRequested();
        if (newView || reason is not null)
        {
            lock (_seenInView)
            {
                _reasons.Remove(patientId);
                if (Text.Clean(reason) is { } said)
                {
                    _reasons[patientId] = said;
                }
            }
        }

        var entered = await EnterAsync(permission, patientId, ct);
        if (entered.Failed)
        {
            return entered.Error;
        }

        var scope = entered.Value;
        lock (_seenInView)
        {
            // A chart that opens by another right than before is another view of it: the review of an emergency access must find its first read.
            var otherPurpose = scope.Purpose == AuditPurpose.BreakGlass ? _inEmergency.Add(patientId) : _inEmergency.Remove(patientId);
            if (newView || otherPurpose)
            {
                _seenInView.RemoveWhere(seen => seen.Item2 == patientId);
            }

            // One look at a page is one event; a file that leaves the house is one each time.
            if (!_seenInView.Add((permission, patientId)) && !permission.IsExport())
            {
                return _source.Create(scope);
            }
        }

        // The view is recorded before the first row leaves; when that fails, so does the read.
        try
        {
            await WriteAsync(_audit.For(scope, permission.ToString(), AuditAction.Read, AuditOutcome.Success, patientId, "Patient", patientId, scope.Reason), scope);
        }
        catch
        {
            lock (_seenInView)
            {
                _seenInView.Remove((permission, patientId));
            }

            throw;
        }

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

    /// <summary>Changes inside one patient's chart: rows of other patients neither exist nor can be written. Opens as <see cref="OpenChartAsync"/> does.</summary>
    public async Task<Result> ChangeChartAsync(Permission permission, Guid patientId, Func<MediSecureDbContext, CancellationToken, Task<Result>> change, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var entered = await EnterAsync(permission, patientId, ct);
        return entered.Failed ? entered.Error : await _work.RunAsync(entered.Value with { CanWrite = true }, change, error => error);
    }

    /// <inheritdoc cref="ChangeChartAsync"/>
    public async Task<Result<T>> ChangeChartAsync<T>(Permission permission, Guid patientId, Func<MediSecureDbContext, CancellationToken, Task<Result<T>>> change, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var entered = await EnterAsync(permission, patientId, ct);
        return entered.Failed ? entered.Error : await _work.RunAsync(entered.Value with { CanWrite = true }, change, error => error);
    }

    /// <summary>Which of these patients' charts open for the caller without emergency access, for lists that show it. A restricted one is among them and still asks for a reason.</summary>
    public async Task<IReadOnlySet<Guid>> OpenableAsync(Permission permission, IReadOnlyCollection<Guid> patientIds, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var scope = await DemandAsync(permission);
        await using var db = _source.Create(scope);
        var here = ListedCharts.Openable(db, db.Patients.AsNoTracking().Where(p => patientIds.Contains(p.Id)), p => p.Id, Now);
        return (await here.Select(p => p.Id).ToListAsync(ct)).ToHashSet();
    }

    /// <summary>Records whom a list, a board or a widget shows: each person once per view and question, so that a live refresh writes nothing until somebody new stands in it. Names at most 100 ids, and says how many
    /// there were when there were more. Being in a list is no opening of a record: the event is of no patient. Call it before the rows leave; when it fails, so does the read.</summary>
    /// <param name="scope">Of the context that read them: which operation, by whom.</param>
    /// <param name="shape">Kind of question, without patient data.</param>
    /// <param name="ids">Who was shown.</param>
    /// <param name="ct">Cancels before anything is written.</param>
    /// <param name="entityType">What the ids are, where people have none here yet.</param>
    /// <param name="entered">Somebody asked, as for a page of the activity log: recorded though nobody new is shown.</param>
    /// <param name="patientId">The question was about one patient.</param>
    internal async Task RecordShownAsync(AccessScope scope, string shape, IEnumerable<Guid> ids, CancellationToken ct, string entityType = nameof(Features.Patients.Patient), bool entered = false, Guid? patientId = null)
    {
        ct.ThrowIfCancellationRequested();
        List<Guid> fresh;
        HashSet<Guid>? shown;
        lock (_seenInView)
        {
            if (!_shownInView.TryGetValue((scope.Operation, shape), out shown))
            {
                _shownInView.Add((scope.Operation, shape), shown = []);
            }

            fresh = [.. ids.Distinct().Where(id => !shown.Contains(id))];
        }

        if (fresh.Count == 0 && !entered)
        {
            return;
        }

        var said = fresh.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $"{shape}, {MostNamed} of {fresh.Count} named") : shape;
        await WriteAsync(_audit.For(scope, scope.Operation, AuditAction.Read, AuditOutcome.Success, patientId ?? scope.PatientId, entityType, entityId: fresh.Count == 1 ? fresh[0] : null, reason: said, changes: Named(entityType, fresh)), scope);
        lock (_seenInView)
        {
            shown.UnionWith(fresh); // only now: two widgets that ask at once are recorded twice rather than one of them never
        }
    }

    /// <summary>As <see cref="OpenableAsync"/>, for a list whose rows lead to charts: for who opens no charts none does, and that is no refusal.</summary>
    /// <param name="db">What the list was read with.</param>
    /// <param name="patientIds">Whom the list shows.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlySet<Guid>> OpeningAsync(MediSecureDbContext db, IReadOnlyCollection<Guid> patientIds, CancellationToken ct) =>
        patientIds.Count > 0 && db.ActorRoles.Granting(Permission.ViewPatient).Any() ? await OpenableAsync(Permission.ViewPatient, patientIds, ct) : new HashSet<Guid>();

    /// <summary>Records that something of a patient's record goes to paper, each time. When it fails, nothing is printed.</summary>
    /// <param name="scope">Of the context that was opened for it.</param>
    /// <param name="entityType">What it is.</param>
    /// <param name="id">Which.</param>
    /// <param name="patientId">Whose.</param>
    internal Task RecordPrintAsync(AccessScope scope, string entityType, Guid id, Guid patientId) =>
        WriteAsync(_audit.For(scope, ActivityWords.Printed, AuditAction.Read, AuditOutcome.Success, patientId, entityType, id, scope.Reason, Named(entityType, [id])), scope);

    /// <summary>Records who was shown in a list or put into an export: the kind of question and the ids (at most 100), never what was typed. Call it before the rows leave;
    /// when it fails, so does the read.</summary>
    /// <param name="permission">Demanded again, so that nobody records a read they may not do.</param>
    /// <param name="entityType">What the ids are, e.g. <c>Patient</c>.</param>
    /// <param name="shape">Kind of question, without patient data.</param>
    /// <param name="ids">Who or what was shown.</param>
    /// <param name="ct">Cancels before anything is written.</param>
    /// <param name="patientId">Whose rows they are, when they are of one patient.</param>
    public async Task RecordReadAsync(Permission permission, string entityType, string shape, IReadOnlyList<Guid> ids, CancellationToken ct, Guid? patientId = null)
    {
        ct.ThrowIfCancellationRequested();
        var scope = await DemandAsync(permission);
        if (patientId is { } whose)
        {
            lock (_seenInView)
            {
                // What is read in detail under emergency access is part of what its review looks at.
                scope = _inEmergency.Contains(whose) ? scope with { Purpose = AuditPurpose.BreakGlass } : scope;
            }
        }

        await WriteAsync(_audit.For(scope, permission.ToString(), AuditAction.Read, AuditOutcome.Success, patientId ?? (ids.Count == 1 && entityType == nameof(Features.Patients.Patient) ? ids[0] : null), entityType, entityId: ids.Count == 1 ? ids[0] : null,
            reason: shape, changes: Named(entityType, ids)), scope);
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

    /// <summary>Records that one thing was refused behind a door that was open: a letter of somebody else's department. Not inside a changing door, whose transaction it would wait for.</summary>
    /// <param name="permission">Demanded again.</param>
    /// <param name="entityType">What the id is.</param>
    /// <param name="id">What was asked for.</param>
    /// <param name="reason">Why it was refused, without patient data.</param>
    /// <param name="patientId">Whose it is; null for nobody's yet.</param>
    /// <param name="ct">Cancels before anything is written.</param>
    public async Task RecordRefusalAsync(Permission permission, string entityType, Guid id, string reason, Guid? patientId, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var scope = await DemandAsync(permission);
        await WriteAsync(_audit.For(scope, permission.ToString(), AuditAction.Execute, AuditOutcome.Refused, patientId, entityType, id, reason), scope);
    }

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    private static string Named(string entityType, IEnumerable<Guid> ids) => JsonSerializer.Serialize(ids.Take(MostNamed).Select(id => new { type = entityType, id, action = nameof(AuditAction.Read) }));

    /// <summary>Whether this person may enter this patient's chart now, and in which scope. Who may not is recorded, with the patient where there is one.</summary>
    private async Task<Result<AccessScope>> EnterAsync(Permission permission, Guid patientId, CancellationToken ct)
    {
        var scope = await DemandAsync(permission);
        if (scope.PatientId is { } own && own != patientId)
        {
            await RefuseAsync(scope, permission, "another patient's chart");
            return Error.NotFound;
        }

        var outside = scope;
        scope = scope with { PatientId = patientId };
        var isOwn = scope.OwnPatientId == patientId;
        await using var look = _source.Create(scope);
        var treated = CareRelationship.Patients(look, scope.StaffMemberId ?? Guid.Empty, scope.Care ?? CareTerms.Usual, Now);
        var keptOut = KeptOut.Patients(look, scope.StaffMemberId ?? Guid.Empty, Now);
        var asked = scope.Care is not null && !isOwn;
        var (now, user) = (Now, scope.UserId);
        var chart = await look.Patients.AsNoTracking().Where(p => p.Id == patientId).Select(p => new
        {
            p.Restriction,
            IsTreated = !asked || treated.Contains(p.Id),
            IsKeptOut = !isOwn && keptOut.Contains(p.Id),
            Emergency = look.EmergencyGrants.Where(g => g.UserId == user && g.PatientId == p.Id && g.EndedAt == null && g.ExpiresAt > now).Select(g => (EmergencyReason?)g.Reason).FirstOrDefault(),
        }).SingleOrDefaultAsync(ct);
        if (chart is null)
        {
            await RefuseAsync(outside, permission, "no such patient here");
            return Error.NotFound;
        }

        var opens = chart.IsTreated && !chart.IsKeptOut;
        if (!opens && chart.Emergency is { } emergency)
        {
            if (permission.IsExport())
            {
                await RefuseAsync(outside with { Purpose = AuditPurpose.BreakGlass }, permission, "export under emergency access", patientId);
                return ChartErrors.NoExport;
            }

            return scope with { Purpose = AuditPurpose.BreakGlass, Reason = emergency.Words() }; // the reason was given, and somebody else reads it
        }

        if (!opens)
        {
            await RefuseAsync(outside, permission, chart.IsKeptOut ? "kept out by the patient" : "not in the person's care", patientId);
            return chart.IsKeptOut ? ChartErrors.KeptOut : ChartErrors.NotYourPatient;
        }

        if (chart.Restriction is null || isOwn)
        {
            return scope;
        }

        string? reason;
        lock (_seenInView)
        {
            reason = _reasons.GetValueOrDefault(patientId);
        }

        return reason is null ? ChartErrors.ReasonNeeded
            : reason.Length < ChartErrors.ShortestReason ? ChartErrors.ReasonTooShort
            : Text.Problem(reason) is { } problem ? Error.Invalid("chart.reason", $"The reason {problem}", "Reason")
            : scope with { Reason = reason.Length > ChartErrors.LongestReason ? reason[..ChartErrors.LongestReason] : reason };
    }

    private async Task<AccessScope> DemandAsync(Permission permission)
    {
        var caller = await _user.GetAsync() ?? throw new AccessDeniedException(permission);
        var session = await _sessions.LiveAsync(caller.Session, caller.UserId);
        var here = await _access.HereAsync(caller, session);
        var scope = ScopeOf(caller, here, permission);
        if (session is null)
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

        await _source.Keys.EnsureAsync(scope);

        // A doctor who is also a patient here acts as a doctor where a staff role grants it; only then is the compartment open.
        if (granting.All(role => role == Role.Patient))
        {
            return scope with { PatientId = here!.PatientId ?? Guid.Empty, OwnPatientId = here.PatientId };
        }

        // Somebody who is also a receptionist opens as a receptionist what a receptionist may open.
        return scope with
        {
            Care = granting.TrueForAll(role => role.IsClinical() || role == Role.Patient) ? here!.Care : null,
            OwnPatientId = granting.Contains(Role.Patient) ? here!.PatientId : null,
        };
    }

    private static AccessScope ScopeOf(Caller caller, OrganizationAccess? here, Permission permission) => new()
    {
        UserId = caller.UserId,
        OrganizationId = caller.OrganizationId,
        StaffMemberId = here?.StaffMemberId,
        Roles = here?.Roles ?? [],
        OnBehalfOf = caller.ActingFor,
        Terms = here?.Care ?? CareTerms.Usual,
        Operation = permission.ToString(),
        Purpose = permission == Permission.UseEmergencyAccess ? AuditPurpose.BreakGlass : AuditPurpose.Treatment,
        Caller = caller,
    };

    private Task RefuseAsync(AccessScope scope, Permission permission, string? reason, Guid? patientId = null) =>
        WriteAsync(_audit.For(scope, permission.ToString(), AuditAction.Execute, AuditOutcome.Refused, patientId, patientId is null ? null : nameof(Features.Patients.Patient), patientId, reason), scope);

    private async Task WriteAsync(AuditEvent audit, AccessScope scope)
    {
        await using var db = _source.Create(scope with { CanWrite = true, PatientId = null, OrganizationId = audit.OrganizationId });
        db.Add(audit);
        await db.SaveChangesAsync();
    }
}
