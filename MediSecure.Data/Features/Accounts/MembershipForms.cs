using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Access;

namespace MediSecure.Data.Features.Accounts;

/// <summary>Give somebody who works here a role.</summary>
public sealed class GrantRoleForm
{
    /// <summary>Made by the form, so that a repeated save is the same grant.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The person's sign-in.</summary>
    public Guid UserId { get; set; }

    [Required(ErrorMessage = "Choose a role."), EnumDataType(typeof(Role), ErrorMessage = "Choose a role from the list.")]
    public Role? Role { get; set; }
}
