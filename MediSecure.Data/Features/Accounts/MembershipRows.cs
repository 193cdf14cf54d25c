using MediSecure.Data.Access;

namespace MediSecure.Data.Features.Accounts;

/// <summary>One role of a person at this organisation, held or ended.</summary>
/// <param name="Id">The membership.</param>
/// <param name="Role">Which.</param>
/// <param name="GrantedAt">UTC.</param>
/// <param name="EndedAt">UTC; null while it is held.</param>
/// <param name="IsPrivacyOfficer">Marked to answer for the privacy of patients.</param>
public sealed record MembershipRow(Guid Id, Role Role, DateTime GrantedAt, DateTime? EndedAt, bool IsPrivacyOfficer = false);

/// <summary>What came of asking for a role.</summary>
public enum GrantOutcome
{
    /// <summary>The role is held.</summary>
    Granted,

    /// <summary>A second administrator has to confirm it; until then nothing is held.</summary>
    WaitsForConfirmation,
}

/// <summary>Somebody who is to become an administrator and waits for a second one's word.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="UserId">Who would gain the role.</param>
/// <param name="StaffMemberId">The same person's staff row here.</param>
/// <param name="Name">The same person.</param>
/// <param name="ProposedBy">Name of who proposed it.</param>
/// <param name="ProposedAt">UTC.</param>
/// <param name="MayConfirm">The reader may: neither proposed it nor gains by it, and it is not over.</param>
/// <param name="IsOver">Too old, or the person has held the role since: it can only be declined.</param>
public sealed record ProposalRow(Guid Id, Guid UserId, Guid StaffMemberId, string Name, string ProposedBy, DateTime ProposedAt, bool MayConfirm, bool IsOver);
