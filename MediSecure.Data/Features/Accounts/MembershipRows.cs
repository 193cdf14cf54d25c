using MediSecure.Data.Access;

namespace MediSecure.Data.Features.Accounts;

/// <summary>One role of a person at this organisation, held or ended.</summary>
/// <param name="Id">The membership.</param>
/// <param name="Role">Which.</param>
/// <param name="GrantedAt">UTC.</param>
/// <param name="EndedAt">UTC; null while it is held.</param>
/// <param name="IsPrivacyOfficer">Marked to answer for the privacy of patients.</param>
public sealed record MembershipRow(Guid Id, Role Role, DateTime GrantedAt, DateTime? EndedAt, bool IsPrivacyOfficer = false);
