using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Consents;

public static class ConsentErrors
{
    public static readonly Error EndsBeforeItBegins = Error.Invalid("consent.ends-before", "The last day lies in the past. Choose a later one, or leave it empty.", "UntilOn");

    public static readonly Error TooLong = Error.Invalid("consent.too-long", $"The last day lies more than {Consent.MostYears} years ahead. Leave it empty: it then holds until it is withdrawn.", "UntilOn");

    public static readonly Error NobodyNamed = Error.Invalid("consent.nobody-named", "Choose who is not to open the record.", "StaffMemberId");

    public static readonly Error NoDepartmentNamed = Error.Invalid("consent.no-department-named", "Choose which department is not to open the record.", "DepartmentId");

    public static readonly Error Exists = Error.Conflict("consent.exists", "This is in force already, so nothing was changed.");

    public static readonly Error AlreadyOver = Error.Conflict("consent.already-over", "This was withdrawn or has ended already, so nothing was changed.");

    public static readonly Error ReasonMissing = Error.Invalid("consent.reason-missing", "Write how you know that the patient wants it, for example: said so at the desk. The patient can read it.", "Reason");
}
