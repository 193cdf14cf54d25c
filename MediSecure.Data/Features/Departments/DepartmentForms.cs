using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Departments;

/// <summary>A new department.</summary>
public sealed class CreateDepartmentForm
{
    /// <summary>Made by the form, so that a repeated save is the same department.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Enter the name of the department."), CleanText(120)]
    public string? Name { get; set; }

    [CleanText(120)]
    public string? Specialty { get; set; }
}

/// <summary>A department, changed.</summary>
public sealed class EditDepartmentForm
{
    public Guid Id { get; set; }

    public Guid Version { get; set; }

    [Required(ErrorMessage = "Enter the name of the department."), CleanText(120)]
    public string? Name { get; set; }

    [CleanText(120)]
    public string? Specialty { get; set; }

    /// <summary>Other organisations may refer patients here.</summary>
    public bool TakesReferrals { get; set; }
}

/// <summary>A department or a ward is closed.</summary>
public sealed class CloseDepartmentForm
{
    /// <summary>The department or the ward.</summary>
    public Guid Id { get; set; }

    [Required(ErrorMessage = "Enter why it closes; it is shown beside the name."), CleanText(400)]
    public string? Reason { get; set; }
}

/// <summary>A new ward of a department.</summary>
public sealed class CreateWardForm
{
    /// <summary>Made by the form, so that a repeated save is the same ward.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid DepartmentId { get; set; }

    [Required(ErrorMessage = "Enter the name of the ward."), CleanText(120)]
    public string? Name { get; set; }
}

/// <summary>A ward, renamed.</summary>
public sealed class EditWardForm
{
    public Guid Id { get; set; }

    public Guid Version { get; set; }

    [Required(ErrorMessage = "Enter the name of the ward."), CleanText(120)]
    public string? Name { get; set; }
}
