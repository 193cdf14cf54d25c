using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace MediSecure.Data.Common;

/// <summary>An e-mail address as mail systems accept it: one @, a dotted domain in ASCII, no quotes, no line breaks, at most 254 characters. An empty field passes.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class EmailAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var text = Text.Clean(value as string);
        return text is null || (text.Length <= 254 && Shape().IsMatch(text))
            ? ValidationResult.Success
            : new ValidationResult($"{validationContext.DisplayName} is not an e-mail address. Write it like name@example.com.", validationContext.MemberName is { } name ? [name] : null);
    }

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]\z", RegexOptions.None, 1000)]
    private static partial Regex Shape();
}
