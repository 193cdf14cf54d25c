using System.ComponentModel.DataAnnotations;
using System.Net.Mail;
using MediSecure.Data.Access;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Patients;

/// <summary>A person at the reception desk. Either name alone is enough.</summary>
public class RegisterPatientForm : IValidatableObject
{
    [CleanText(PersonName.MaxTitleLength), Display(Name = "Title")]
    public string? Title { get; set; }

    [CleanText(PersonName.MaxPartLength), Display(Name = "Given name")]
    public string? GivenName { get; set; }

    [CleanText(PersonName.MaxPartLength), Display(Name = "Middle names")]
    public string? MiddleName { get; set; }

    [CleanText(PersonName.MaxPartLength), Display(Name = "Family name")]
    public string? FamilyName { get; set; }

    [EnumDataType(typeof(Sex), ErrorMessage = "Choose one of the values of the list."), Display(Name = "Sex")]
    public Sex? Sex { get; set; }

    [Display(Name = "Birth date")]
    public DateOnly? BirthDate { get; set; }

    [CleanText(40), Display(Name = "Phone")]
    public string? Phone { get; set; }

    [CleanText(254), Display(Name = "E-mail")]
    public string? Email { get; set; }

    [CleanText(400, Lines = true), Display(Name = "Address")]
    public string? Address { get; set; }

    [CleanText(200), Display(Name = "Next of kin")]
    public string? NextOfKinName { get; set; }

    [CleanText(40), Display(Name = "Phone of next of kin")]
    public string? NextOfKinPhone { get; set; }

    /// <summary>The number that the country gives its people.</summary>
    [CleanText(40), Display(Name = "National ID")]
    public string? NationalId { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PersonName.Create(GivenName, FamilyName, MiddleName, Title).Failed)
        {
            yield return Wrong(PatientErrors.Nameless);
        }

        if (Sex is null)
        {
            yield return Wrong(PatientErrors.SexMissing);
        }

        if (BirthDate is null)
        {
            yield return Wrong(PatientErrors.BirthDateMissing);
        }

        if (Text.Clean(Phone) is { } phone && !PhoneNumber.IsValid(phone))
        {
            yield return new ValidationResult("This is no phone number. Type 7 to 15 digits, with + and the country code for a number abroad.", [nameof(Phone)]);
        }

        if (Text.Clean(NextOfKinPhone) is { } kin && !PhoneNumber.IsValid(kin))
        {
            yield return new ValidationResult("This is no phone number. Type 7 to 15 digits, with + and the country code for a number abroad.", [nameof(NextOfKinPhone)]);
        }

        if (Text.Clean(NationalId) is { } identifier && !Identifier.IsValid(identifier))
        {
            yield return new ValidationResult("This is no national ID: it has 4 to 30 letters and digits, with at least one digit.", [nameof(NationalId)]);
        }

        if (Text.Clean(Email) is { } email && !IsEmail(email))
        {
            yield return new ValidationResult("This is no e-mail address. It looks like name@example.com.", [nameof(Email)]);
        }
    }

    // The domain needs a dot: a@b is a slip here, whatever the standard allows. Quoted names and comments are of no use to anybody.
    private static bool IsEmail(string text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text && !text.Contains('"', StringComparison.Ordinal) && address.Host.TrimEnd('.').Contains('.', StringComparison.Ordinal);

    private static ValidationResult Wrong(Error error) => new(error.Message, [error.Field!]);
}

/// <summary>The same facts about a patient who is registered, and the version they were read at.</summary>
public sealed class EditPatientForm : RegisterPatientForm
{
    public Guid Version { get; set; }
}

/// <summary>Why somebody opens a restricted chart.</summary>
public sealed class OpenRestrictedChartForm
{
    [Required(ErrorMessage = "Say why you open this chart."), CleanText(ChartErrors.LongestReason), MinLength(ChartErrors.ShortestReason, ErrorMessage = "Say why you open this chart in at least 8 characters.")]
    public string? Reason { get; set; }
}

/// <summary>Everybody is to give a reason for opening this chart.</summary>
public sealed class RestrictChartForm
{
    public Guid PatientId { get; set; }

    [Display(Name = "Kind"), Required(ErrorMessage = "Choose why the chart is restricted."), EnumDataType(typeof(ChartRestriction), ErrorMessage = "Choose a kind from the list.")]
    public ChartRestriction? Kind { get; set; }
}
