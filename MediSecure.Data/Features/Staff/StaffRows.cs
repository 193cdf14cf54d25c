using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;

namespace MediSecure.Data.Features.Staff;

/// <summary>How it stands with a professional licence today, in the organisation's zone.</summary>
public enum LicenceState
{
    /// <summary>No clinical role, no licence.</summary>
    NotNeeded,
    /// <summary>A clinical role and no licence on record.</summary>
    Missing,
    Valid,
    /// <summary>Ends within 30 days.</summary>
    ExpiresSoon,
    Expired,
}

/// <summary>One person in the staff list.</summary>
public sealed record StaffRow(Guid Id, string Name, string Email, string? Specialty, string? LicenceNumber, DateOnly? LicenceExpiresOn, LicenceState Licence, bool IsBookable,
    IReadOnlyList<Role> Roles, IReadOnlyList<string> Departments, DateTime? LeftAt);

/// <summary>A person with everything the organisation keeps about the employment.</summary>
public sealed record StaffDetail(Guid Id, Guid UserId, string Name, string Email, string? Specialty, string? LicenceNumber, DateOnly? LicenceExpiresOn, LicenceState Licence,
    bool IsBookable, DateTime? LeftAt, IReadOnlyList<Guid> DepartmentIds, IReadOnlyList<string> Departments, IReadOnlyList<MembershipRow> Roles, int ComingVisits, Guid Version);

/// <summary>A licence that has run out, ends within 30 days, or is missing.</summary>
public sealed record LicenceRow(Guid StaffMemberId, string Name, string? LicenceNumber, DateOnly? ExpiresOn, LicenceState State, int? DaysLeft);

/// <summary>What the staff list shows.</summary>
/// <param name="Page">Part, order (<c>name</c>, <c>specialty</c>, <c>licence</c>) and search in names and licence numbers.</param>
/// <param name="Role">Only people who hold it now.</param>
/// <param name="DepartmentId">Only people of this department.</param>
/// <param name="Licence">Only <see cref="LicenceState.Missing"/>, <see cref="LicenceState.ExpiresSoon"/> or <see cref="LicenceState.Expired"/>.</param>
/// <param name="Left">People who have left instead of those who work here.</param>
public sealed record StaffQuery(PageRequest Page, Role? Role = null, Guid? DepartmentId = null, LicenceState? Licence = null, bool Left = false);
