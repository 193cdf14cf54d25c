using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Departments;

public static class DepartmentErrors
{
    public static readonly Error NameTaken = Error.Conflict("department.name-taken",
        "A department with this name exists already; it may be closed. Choose another name, or edit or reopen the existing one.", "Name");

    public static readonly Error WardNameTaken = Error.Conflict("ward.name-taken", "A ward with this name exists already; it may be closed. Choose another name.", "Name");

    public static readonly Error AlreadyClosed = Error.Conflict("department.already-closed", "This department is closed already, so nothing was changed.");

    public static readonly Error NotClosed = Error.Conflict("department.not-closed", "This department is open already, so nothing was changed.");

    public static readonly Error WardAlreadyClosed = Error.Conflict("ward.already-closed", "This ward is closed already, so nothing was changed.");

    public static readonly Error WardNotClosed = Error.Conflict("ward.not-closed", "This ward is open already, so nothing was changed.");

    public static readonly Error DepartmentIsClosed = Error.Conflict("ward.department-closed", "The department is closed. Reopen it first, then its wards.");

    /// <param name="what">What hangs on it, e.g. <c>2 open wards (Ward 1, Ward 2) and 1 person (Joy Okafor)</c>.</param>
    public static Error InUse(string what) => Error.Conflict("department.in-use", $"The department cannot be closed: it still has {what}. Close or move them first.");

    /// <inheritdoc cref="InUse"/>
    public static Error WardInUse(string what) => Error.Conflict("ward.in-use", $"The ward cannot be closed: it still has {what}. Close or move them first.");
}
