using System.ComponentModel.DataAnnotations;

namespace MediSecure.Data.Common;

/// <summary>For text fields of forms: at most <paramref name="maximum"/> characters as stored, nothing that <see cref="Text.Problem"/> refuses. An empty field passes; say
/// <see cref="RequiredAttribute"/> where it must not be empty.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CleanTextAttribute(int maximum) : ValidationAttribute
{
    public int Maximum { get; } = maximum;

    /// <summary>Line breaks and tabs may stand in it.</summary>
    public bool Lines { get; init; }

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var text = value as string;
        var length = Text.CleanOrEmpty(text).Length;
        var problem = length > Maximum ? $"has {length:N0} characters; at most {Maximum:N0} fit. Shorten it." : Text.Problem(text?.Trim(), Lines);
        return problem is null ? ValidationResult.Success : new ValidationResult($"{validationContext.DisplayName} {problem}", validationContext.MemberName is { } name ? [name] : null);
    }
}
