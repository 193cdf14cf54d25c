using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace MediSecure.Data.Features.Organizations;

/// <summary>An IANA time zone that this machine knows. An empty field passes.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class TimeZoneIdAttribute : ValidationAttribute
{
    /// <summary>What a field can offer, in order.</summary>
    public static IReadOnlyList<string> Known { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Where(z => z.HasIanaId && (z.Id == "UTC" || Place().IsMatch(z.Id))).Select(z => z.Id).Distinct().Order(StringComparer.Ordinal)];

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var text = (value as string)?.Trim();
        var known = string.IsNullOrEmpty(text) || text == "UTC" || (text.Length <= 64 && Place().IsMatch(text) && TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId);
        return known ? ValidationResult.Success : new ValidationResult("This time zone is not known. Write it like Africa/Lagos and choose from the list.", validationContext.MemberName is { } name ? [name] : null);
    }

    // Area/Place; abbreviations such as EST know no daylight-saving time.
    [GeneratedRegex(@"\A(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)(/[A-Za-z0-9_+\-]+){1,2}\z")]
    private static partial Regex Place();
}
