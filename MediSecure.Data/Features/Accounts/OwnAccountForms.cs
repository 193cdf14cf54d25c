using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;
using Microsoft.AspNetCore.Identity;

namespace MediSecure.Data.Features.Accounts;

/// <summary>A new password in place of the present one.</summary>
public sealed class ChangePasswordForm
{
    [Required(ErrorMessage = "Type your present password."), StringLength(512)]
    public string Current { get; set; } = "";

    [Required(ErrorMessage = "Type the new password."), StringLength(512)]
    public string Password { get; set; } = "";
}

/// <summary>Another e-mail, which is the name one signs in with.</summary>
public sealed class ChangeEmailForm
{
    [Required(ErrorMessage = "Type the new e-mail."), Email, Display(Name = "E-mail")]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Type your present password."), StringLength(512)]
    public string Current { get; set; } = "";
}

/// <summary>The first code of a new authenticator app.</summary>
public sealed class AddAuthenticatorForm
{
    /// <summary>The secret that was shown, protected.</summary>
    [Required, StringLength(4_000)]
    public string Enrolment { get; set; } = "";

    [Required(ErrorMessage = "Type the six digits that the app shows."), StringLength(20)]
    public string Code { get; set; } = "";

    /// <summary>The present password; not asked in the sign-in that demands the app, which has just had it.</summary>
    [StringLength(512)]
    public string Current { get; set; } = "";
}

/// <summary>How support made sure of who asks to have the second factor taken away.</summary>
public enum IdentityProof
{
    StaffCard,
    KnownInPerson,
    CalledBack,
}

/// <summary>Takes somebody's second factors away.</summary>
public sealed class ResetSecondFactorForm
{
    public Guid UserId { get; set; }

    [Required(ErrorMessage = "Choose how you made sure that it is this person who asks."), EnumDataType(typeof(IdentityProof), ErrorMessage = "Choose one of the list.")]
    public IdentityProof? Proof { get; set; }
}

/// <summary>A passkey that the browser made, checked by Identity's handler.</summary>
/// <param name="Passkey">What to keep.</param>
/// <param name="Current">The present password.</param>
public sealed record AddPasskeyForm(UserPasskeyInfo Passkey, string Current);
