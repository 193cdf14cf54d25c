using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Access;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Staff;

/// <summary>Somebody begins to work here.</summary>
public sealed class AddStaffForm
{
    /// <summary>Made by the form, so that a repeated save is the same person.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Display(Name = "E-mail"), Required(ErrorMessage = "Enter the e-mail with which the person signs in."), Email]
    public string? Email { get; set; }

    [Required(ErrorMessage = "Enter the name as colleagues and patients read it, title included."), CleanText(200)]
    public string? Name { get; set; }

    [CleanText(120)]
    public string? Specialty { get; set; }

    [Display(Name = "Licence number"), CleanText(40)]
    public string? LicenceNumber { get; set; }

    public DateOnly? LicenceExpiresOn { get; set; }

    public IReadOnlyCollection<Guid> DepartmentIds { get; set; } = [];

    [MinLength(1, ErrorMessage = "Choose at least one role: without a role the person can do nothing here.")]
    public IReadOnlyCollection<Role> Roles { get; set; } = [];

    public bool IsBookable { get; set; }
}

/// <summary>What is kept about somebody who works here, changed. Roles have their own forms.</summary>
public sealed class EditStaffForm
{
    public Guid Id { get; set; }

    public Guid Version { get; set; }

    [Required(ErrorMessage = "Enter the name as colleagues and patients read it, title included."), CleanText(200)]
    public string? Name { get; set; }

    [CleanText(120)]
    public string? Specialty { get; set; }

    [Display(Name = "Licence number"), CleanText(40)]
    public string? LicenceNumber { get; set; }

    public DateOnly? LicenceExpiresOn { get; set; }

    public IReadOnlyCollection<Guid> DepartmentIds { get; set; } = [];

    public bool IsBookable { get; set; }

    public static EditStaffForm From(StaffDetail detail) => new()
    {
        Id = detail.Id,
        Version = detail.Version,
        Name = detail.Name,
        Specialty = detail.Specialty,
        LicenceNumber = detail.LicenceNumber,
        LicenceExpiresOn = detail.LicenceExpiresOn,
        DepartmentIds = detail.DepartmentIds,
        IsBookable = detail.IsBookable,
    };
}
