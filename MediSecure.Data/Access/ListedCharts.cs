using System.Linq.Expressions;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Access;

/// <summary>What a list may tell the caller of the patients in it. The one definition for lists, made of the parts that the doors ask for one chart: <see cref="CareRelationship"/>, <see cref="KeptOut"/> and the restriction. A list
/// that is about who is where names everybody and tells clinical words only where the chart would open; a list of clinical work leaves the others out (<see cref="Openable"/>). Emergency access opens
/// charts, not lists.</summary>
internal sealed class ListedCharts
{
    private readonly IReadOnlyList<Role> _roles;
    private readonly Guid? _own;
    private readonly Dictionary<Guid, Chart> _charts;

    private ListedCharts(AccessScope scope, Dictionary<Guid, Chart> charts) => (_roles, _own, _charts) = (scope.Roles, OwnOf(scope), charts);

    /// <summary>Reads what stands between the caller and the charts of these patients: one query, whatever the list tells.</summary>
    public static async Task<ListedCharts> OfAsync(MediSecureDbContext db, IReadOnlyCollection<Guid> patientIds, DateTime now, CancellationToken ct)
    {
        var staff = db.Scope.StaffMemberId ?? Guid.Empty;
        var (treated, keptOut) = (CareRelationship.Patients(db, staff, db.Scope.Terms, now), KeptOut.Patients(db, staff, now));
        return new(db.Scope, patientIds.Count == 0 ? [] : await db.Patients.AsNoTracking().Where(p => patientIds.Contains(p.Id))
            .Select(p => new Chart(p.Id, treated.Contains(p.Id), keptOut.Contains(p.Id), p.Restriction != null)).ToDictionaryAsync(c => c.Id, ct));
    }

    /// <summary>Those of the rows whose patients' charts open without emergency access; a restricted one is among them and still asks for a reason.</summary>
    /// <param name="db">Where they are read.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="patient">Whose a row is.</param>
    /// <param name="now">When.</param>
    /// <param name="by">Roles that give the caller what the rows tell; without them those that opened <paramref name="db"/>.</param>
    public static IQueryable<T> Openable<T>(MediSecureDbContext db, IQueryable<T> rows, Expression<Func<T, Guid>> patient, DateTime now, IEnumerable<Role>? by = null)
    {
        var (scope, staff) = (db.Scope, db.Scope.StaffMemberId ?? Guid.Empty);
        var (treated, keptOut) = (CareRelationship.Patients(db, staff, scope.Terms, now), KeptOut.Patients(db, staff, now));
        if (OwnOf(scope) is { } own)
        {
            treated = treated.Concat(db.Patients.Where(p => p.Id == own).Select(p => p.Id));
            keptOut = keptOut.Where(id => id != own);
        }

        rows = rows.Where(In(keptOut, patient, inside: false));
        var asked = by is null ? scope.Care is not null : AskedOf(by);
        return asked ? rows.Where(In(treated, patient, inside: true)) : rows;
    }

    /// <summary>The chart opens to the caller, where these roles are what lets them look; it may ask for a reason. For what must not be missed by who treats, such as a score.</summary>
    public bool Opens(Guid patientId, IEnumerable<Role> by) => patientId == _own || (_charts.TryGetValue(patientId, out var chart) && !chart.IsKeptOut && (chart.IsTreated || !AskedOf(by)));

    /// <summary>It opens and asks for no reason: its words may stand in a list.</summary>
    public bool Tells(Guid patientId, IEnumerable<Role> by) => Opens(patientId, by) && (patientId == _own || !_charts[patientId].IsRestricted);

    /// <summary>The words of a protected column, where the caller's role shows it and the chart tells it; else null.</summary>
    public string? Words(ProtectedField field, Guid patientId, string? words) => words is not null && _roles.Where(FieldRules.Of(field).Contains).ToList() is { Count: > 0 } by && Tells(patientId, by) ? words : null;

    /// <summary>As the doors say it: who is let in by a role that is not clinical needs no relationship.</summary>
    private static bool AskedOf(IEnumerable<Role> by) => by.All(role => role.IsClinical() || role == Role.Patient);

    private static Guid? OwnOf(AccessScope scope) => scope.OwnPatientId ?? scope.PatientId;

    private static Expression<Func<T, bool>> In<T>(IQueryable<Guid> patients, Expression<Func<T, Guid>> patient, bool inside)
    {
        var contains = Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(Guid)], patients.Expression, patient.Body);
        return Expression.Lambda<Func<T, bool>>(inside ? contains : (Expression)Expression.Not(contains), patient.Parameters);
    }

    private sealed record Chart(Guid Id, bool IsTreated, bool IsKeptOut, bool IsRestricted);
}
