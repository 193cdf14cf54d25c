using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Patients;

/// <summary>What a person is called, in parts. Either part alone is a full name: many people have one word. FHIR: HumanName.</summary>
public sealed record PersonName(string? Given, string? Family, string? Middle = null, string? Title = null)
{
    public const int MaxPartLength = 200;
    public const int MaxTitleLength = 40;

    public string Display => string.Join(' ', new[] { Title, Given, Middle, Family }.Where(part => !string.IsNullOrWhiteSpace(part)));

    /// <summary>A name as typed, cleaned. Refused when neither given nor family name has a letter or digit, because nobody could find the person again.</summary>
    public static Result<PersonName> Create(string? given, string? family, string? middle, string? title)
    {
        var name = new PersonName(Text.Clean(given), Text.Clean(family), Text.Clean(middle), Text.Clean(title));
        return SearchText.Normalize(name.Given + " " + name.Family).Length == 0 ? PatientErrors.Nameless : name;
    }
}
