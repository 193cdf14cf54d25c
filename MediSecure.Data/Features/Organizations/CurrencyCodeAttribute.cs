using System.ComponentModel.DataAnnotations;

namespace MediSecure.Data.Features.Organizations;

/// <summary>ISO 4217 code of a currency that an organisation can bill in. An empty field passes.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CurrencyCodeAttribute : ValidationAttribute
{
    /// <summary>Code and name, in the order in which they are offered.</summary>
    public static IReadOnlyList<(string Code, string Name)> Known { get; } =
    [
        ("NGN", "Nigerian naira"), ("GHS", "Ghanaian cedi"), ("KES", "Kenyan shilling"), ("ZAR", "South African rand"), ("XOF", "West African CFA franc"), ("XAF", "Central African CFA franc"),
        ("EGP", "Egyptian pound"), ("MAD", "Moroccan dirham"), ("USD", "US dollar"), ("EUR", "Euro"), ("GBP", "Pound sterling"), ("INR", "Indian rupee"), ("JPY", "Japanese yen"), ("KWD", "Kuwaiti dinar"),
    ];

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is not string { Length: > 0 } code || Known.Any(c => c.Code == code)
            ? ValidationResult.Success
            : new ValidationResult("Choose a currency from the list.", validationContext.MemberName is { } name ? [name] : null);
}
