using System.ComponentModel.DataAnnotations;

namespace MediSecure.Data.Common;

/// <summary>The DataAnnotations of a form, asked again by the service: a screen is no guard.</summary>
public static class FormRules
{
    /// <summary>The first broken rule as an <see cref="Error"/> that names its field; null when the form is well-shaped.</summary>
    public static Error? Check(object form)
    {
        var broken = new List<ValidationResult>();
        return Validator.TryValidateObject(form, new ValidationContext(form), broken, validateAllProperties: true)
            ? null
            : Error.Invalid("form.invalid", broken[0].ErrorMessage ?? "This field is not right.", broken[0].MemberNames.FirstOrDefault());
    }
}
