namespace MediSecure.Data.Features.Departments;

/// <summary>A department with its wards. Counts are of what is open.</summary>
public sealed record DepartmentRow(Guid Id, string Name, string? Specialty, DateTime? ClosedAt, string? ClosedReason, int Rooms, int Staff, Guid Version, IReadOnlyList<WardRow> Wards, bool TakesReferrals = false)
{
    public bool IsOpen => ClosedAt is null;
}

/// <summary>A ward of a department.</summary>
/// <param name="Id">The ward.</param>
/// <param name="DepartmentId">Its department.</param>
/// <param name="Name">As on the door.</param>
/// <param name="ClosedAt">UTC; null while it is open.</param>
/// <param name="ClosedReason">Why it is closed.</param>
/// <param name="Rooms">Open rooms.</param>
/// <param name="Beds">Beds that are not closed.</param>
/// <param name="Version">For saving.</param>
public sealed record WardRow(Guid Id, Guid DepartmentId, string Name, DateTime? ClosedAt, string? ClosedReason, int Rooms, int Beds, Guid Version)
{
    public bool IsOpen => ClosedAt is null;
}
