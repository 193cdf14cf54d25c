using MediSecure.Data.Features.Departments;

namespace MediSecure.Web.Features.Departments;

/// <summary>One line of the page: a department, or a ward below its department.</summary>
public sealed record PlaceRow(DepartmentRow Department, WardRow? Ward)
{
    public Guid Id => Ward?.Id ?? Department.Id;

    public string Name => Ward?.Name ?? Department.Name;

    public bool IsOpen => Ward?.IsOpen ?? Department.IsOpen;

    public string? ClosedReason => Ward is null ? Department.ClosedReason : Ward.ClosedReason;

    /// <summary>Each department followed by its wards.</summary>
    public static IReadOnlyList<PlaceRow> Of(IReadOnlyList<DepartmentRow> departments, bool closedToo) =>
        [.. departments.Where(d => closedToo || d.IsOpen).SelectMany(d => d.Wards.Where(w => closedToo || w.IsOpen).Select(w => new PlaceRow(d, w)).Prepend(new PlaceRow(d, null)))];
}
