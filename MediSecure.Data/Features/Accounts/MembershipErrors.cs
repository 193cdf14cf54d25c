using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Accounts;

public static class MembershipErrors
{
    public static readonly Error Exists = Error.Conflict("membership.exists", "This person already holds that role here, so nothing was changed.", "Role");

    public static readonly Error AlreadyEnded = Error.Conflict("membership.already-ended", "This role has ended already, so nothing was changed.");

    public static readonly Error LastAdministrator = Error.Conflict("membership.last-administrator",
        "One administrator must remain: this is the only one of the organisation. Make somebody else an administrator first.");

    public static readonly Error NotStaff = Error.Conflict("membership.not-staff", "Roles are for people who work here. Add the person to the staff first, or record the return.");

    public static readonly Error NotARoleOfStaff = Error.Invalid("membership.not-a-staff-role", "Choose a role from the list. The role of a patient comes with the patient's own sign-in.", "Role");

    public static readonly Error EmailTaken = Error.Conflict("account.email-taken", "Somebody used this e-mail a moment ago. Save again.", "Email");

    /// <param name="what">What waits for the person, e.g. <c>2 coming visits (Tue 24 Nov, 09:30 …)</c>.</param>
    public static Error StillNeeded(string what) => Error.Conflict("membership.still-needed", $"This role was not ended: there are {what}, and without the role this person could not see to them. Give them to somebody else first.");

    public static readonly Error NotAnAdministrator = Error.Conflict("membership.not-an-administrator",
        "Privacy officers are chosen among the administrators, and this person is not one now, so nothing was changed.");
}
