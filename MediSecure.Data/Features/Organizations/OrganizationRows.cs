using MediSecure.Data.Access;

namespace MediSecure.Data.Features.Organizations;

/// <summary>One organisation of the caller's tree, in the order in which a tree is read.</summary>
/// <param name="Id">The organisation.</param>
/// <param name="ParentId">The one above it; null at the top of what the caller sees.</param>
/// <param name="Depth">0 for the caller's own organisation.</param>
/// <param name="Name">As shown.</param>
/// <param name="Type">What it is.</param>
/// <param name="TimeZone">IANA zone.</param>
/// <param name="ClosedAt">UTC; null while it is open.</param>
/// <param name="Departments">Open departments.</param>
/// <param name="Beds">Beds that are not closed.</param>
/// <param name="Staff">People who work there.</param>
/// <param name="IsHere">The organisation the caller is working in: only this one can be edited.</param>
public sealed record OrganizationRow(Guid Id, Guid? ParentId, int Depth, string Name, OrganizationType Type, string TimeZone, DateTime? ClosedAt, int Departments, int Beds, int Staff, bool IsHere);

/// <summary>The caller's own organisation, for editing.</summary>
public sealed record OrganizationDetail(Guid Id, Guid? ParentId, string Name, OrganizationType Type, string TimeZone, string Currency, string Country, string RecordNumberPrefix, int PatientCancelHours, CareTerms Care, DateTime? ClosedAt, Guid Version);

/// <summary>Figures of the caller's organisation. Each leads to the rows it counts.</summary>
/// <param name="Departments">Open departments.</param>
/// <param name="Wards">Open wards.</param>
/// <param name="Staff">People who work here.</param>
/// <param name="Rooms">Rooms that are not closed.</param>
public sealed record OrganizationCounts(int Departments, int Wards, int Staff, int Rooms);
