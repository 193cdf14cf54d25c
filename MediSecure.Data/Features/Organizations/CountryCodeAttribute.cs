using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Organizations;

/// <summary>ISO 3166-1 code of a country of the list. An empty field passes.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CountryCodeAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is not string { Length: > 0 } code || Country.Of(code) is not null
            ? ValidationResult.Success
            : new ValidationResult("Choose a country from the list.", validationContext.MemberName is { } name ? [name] : null);
}
