using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Staff;

public static class StaffErrors
{
    public static readonly Error Exists = Error.Conflict("staff.exists", "A person with this e-mail works here already, or did before. Open that person in the list and edit them instead.", "Email");

    public static readonly Error AlreadyLeft = Error.Conflict("staff.already-left", "This person has left already, so nothing was changed.");

    public static readonly Error StillHere = Error.Conflict("staff.still-here", "This person works here, so nothing was changed.");

    public static readonly Error LeftCannotEdit = Error.Conflict("staff.left", "This person has left. Record the return first, then edit.");

    public static readonly Error ConductsNoVisits = Error.Invalid("staff.conducts-no-visits",
        "Only a doctor can be booked: nobody else could start the visit. Give the role of a doctor first, or switch booking off.", "IsBookable");

    public static readonly Error LicenceIncomplete = Error.Invalid("staff.licence-incomplete", "A licence has a number and a last day. Enter both, or clear both.", "LicenceExpiresOn");

    public static readonly Error LicenceDateImplausible = Error.Invalid("staff.licence-date", "The last day of the licence must be between 1990 and 2100.", "LicenceExpiresOn");

    public static readonly Error NoSuchDepartment = Error.Invalid("staff.no-department", "One of the departments does not exist here or is closed. Choose from the list.", "DepartmentIds");

    public static readonly Error NoRole = Error.Invalid("staff.no-role", "Choose at least one role from the list: without a role the person can do nothing here.", "Roles");

    public static readonly Error MayNotGrant = Error.Invalid("staff.may-not-grant", "You may add people but not give roles. Ask an administrator.", "Roles");

    /// <param name="what">What waits for the person, e.g. <c>2 coming visits (Tue 24 Nov, 09:30 …)</c>.</param>
    public static Error StillNeeded(string what) => Error.Conflict("staff.still-needed", $"This person cannot leave yet: there are {what}. Give them to somebody else first.");
}
