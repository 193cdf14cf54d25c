using MediSecure.Data.Features.ActivityLog;

namespace MediSecure.Web.Features.ActivityLog;

/// <summary>What patients read about who opened their record.</summary>
public static class RecordAccessLooks
{
    public const string Path = "/record-access";

    public static string Word(this AuditPurpose purpose) => purpose switch
    {
        AuditPurpose.Treatment => "Care",
        AuditPurpose.Payment => "Billing",
        AuditPurpose.BreakGlass => "Emergency access",
        _ => "Running the hospital",
    };

    /// <summary>Role, and that the person acted by a grant: <c>Nurse</c>, <c>Acted for the patient</c>.</summary>
    public static string Role(RecordAccessRow row) => row.OnBehalf ? "Acted for the patient" : ActivityLooks.Roles(row.Roles);

    /// <summary>The beginning of a sentence.</summary>
    public static string Capital(string what) => what.Length == 0 ? what : char.ToUpperInvariant(what[0]) + what[1..];
}
