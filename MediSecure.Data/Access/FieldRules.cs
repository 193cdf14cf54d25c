using System.Collections.Frozen;

namespace MediSecure.Data.Access;

/// <summary>Columns that not everybody sees who sees the row.</summary>
public enum ProtectedField
{
    /// <summary>The number by which the state knows the patient.</summary>
    NationalId,
    /// <summary>That a chart is restricted, and why.</summary>
    ChartRestriction,
    /// <summary>Why the patient comes, as booked.</summary>
    VisitReason,
    /// <summary>Why the patient was admitted, as the ward reads it.</summary>
    AdmissionReason,
    /// <summary>Why a patient is isolated. That they are, and how the bed is to be cleaned, is for everybody who sees the bed.</summary>
    IsolationReason,
}

/// <summary>The only table from role to column, beside <see cref="RolePermissions"/>. The services' projections ask it, so that what a role may not see does not leave the service.</summary>
public static class FieldRules
{
    private static readonly Role[] Clinical = [.. Enum.GetValues<Role>().Where(role => role.IsClinical())];

    private static readonly FrozenDictionary<ProtectedField, FrozenSet<Role>> Table = new Dictionary<ProtectedField, Role[]>
    {
        // Who registers writes it down and finds by it; nobody treats by it.
        [ProtectedField.NationalId] = [Role.Patient, Role.Receptionist],
        // Who opens charts is asked for a reason, so they know anyway.
        [ProtectedField.ChartRestriction] = [.. Clinical, Role.Receptionist, Role.Administrator],
        // The patient's own words, which reception wrote down. Who counts, carries or administers needs none of it.
        [ProtectedField.VisitReason] = [Role.Patient, .. Clinical, Role.Receptionist],
        // Whoever admits reads why; who cleans, charges or counts beds does not.
        [ProtectedField.AdmissionReason] = [Role.Patient, .. Clinical, Role.Administrator],
        // An infection: for who treats. Who enters or cleans needs the precaution, who counts beds needs that one is isolated.
        [ProtectedField.IsolationReason] = Clinical,
    }.ToFrozenDictionary(row => row.Key, row => row.Value.ToFrozenSet());

    /// <summary>Who sees the column.</summary>
    public static IReadOnlySet<Role> Of(ProtectedField field) => Table[field];

    /// <summary>Whether somebody with these roles sees the column.</summary>
    public static bool Shows(this ProtectedField field, IEnumerable<Role> roles) => roles.Any(Table[field].Contains);

    /// <summary>As people say it.</summary>
    public static string Words(this ProtectedField field) => field switch
    {
        ProtectedField.NationalId => "National ID",
        ProtectedField.ChartRestriction => "Restriction of a chart",
        ProtectedField.VisitReason => "Reason of a visit",
        ProtectedField.AdmissionReason => "Reason of an admission",
        ProtectedField.IsolationReason => "Reason of an isolation",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
