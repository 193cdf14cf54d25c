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

    public static readonly Error AlreadyProposed = Error.Conflict("membership.already-proposed",
        "This person is proposed as an administrator already, so nothing was added. Another administrator can confirm it on this page.", "Role");

    public static readonly Error NeedsAnotherPerson = Error.Conflict("membership.needs-another-person",
        "An administrator is made by two people: neither who proposed it nor who would gain the role can confirm it. Ask another administrator, or decline the proposal.");

    public static readonly Error NobodyToConfirm = Error.Conflict("membership.nobody-to-confirm",
        "An administrator is made by two people, and nobody else administers this organisation now, so nothing was changed. Ask who runs the server: the command grant gives the role.", "Role");

    public static readonly Error ProposalDecided = Error.Conflict("membership.proposal-decided", "This proposal was decided a moment ago, so nothing was changed.");

    public static readonly Error ProposalOver = Error.Conflict("membership.proposal-over",
        "This proposal is over: it is older than two weeks, or the person has held the role since. The role was not given. Decline the proposal, and propose the person anew if it is still right.");

    public static readonly Error ProposerLeft = Error.Conflict("membership.proposer-left",
        "Who proposed this no longer administers this organisation, so the role was not given. Decline the proposal, and propose the person yourself if it is right.");

    public static readonly Error NotAnAdministrator = Error.Conflict("membership.not-an-administrator",
        "Privacy officers are chosen among the administrators, and this person is not one now, so nothing was changed.");
}
