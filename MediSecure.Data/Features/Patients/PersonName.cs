namespace MediSecure.Data.Features.Patients;

/// <summary>What a person is called, in parts. Either part alone is a full name: many people have one word. FHIR: HumanName.</summary>
public sealed record PersonName(string? Given, string? Family, string? Middle = null, string? Title = null)
{
    public const int MaxPartLength = 200;

    public string Display => string.Join(' ', new[] { Title, Given, Middle, Family }.Where(part => !string.IsNullOrWhiteSpace(part)));
}
