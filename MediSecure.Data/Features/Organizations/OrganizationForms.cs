using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Access;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Organizations;

/// <summary>A new organisation below the caller's.</summary>
public sealed class CreateOrganizationForm
{
    /// <summary>Made by the form, so that a repeated save is the same organisation.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Enter the name of the organisation."), CleanText(200)]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Choose what kind of organisation it is."), EnumDataType(typeof(OrganizationType), ErrorMessage = "Choose a type from the list.")]
    public OrganizationType? Type { get; set; }

    [Display(Name = "Time zone"), Required(ErrorMessage = "Enter the time zone, for example Africa/Lagos."), TimeZoneId]
    public string? TimeZone { get; set; }

    [Required(ErrorMessage = "Choose the currency."), CurrencyCode]
    public string? Currency { get; set; }

    [Required(ErrorMessage = "Choose the country."), CountryCode]
    public string? Country { get; set; }

    [Display(Name = "Record number prefix"), Required(ErrorMessage = "Enter the letters that stand before a patient's number, for example CH.")]
    [RegularExpression(@"\A[A-Z][A-Z0-9]{1,7}\z", ErrorMessage = "The record number prefix is 2 to 8 capital letters or digits and begins with a letter, for example CH.")]
    public string? RecordNumberPrefix { get; set; }
}

/// <summary>The caller's own organisation, changed.</summary>
public sealed class EditOrganizationForm
{
    public Guid Version { get; set; }

    [Required(ErrorMessage = "Enter the name of the organisation."), CleanText(200)]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Choose what kind of organisation it is."), EnumDataType(typeof(OrganizationType), ErrorMessage = "Choose a type from the list.")]
    public OrganizationType? Type { get; set; }

    [Display(Name = "Time zone"), Required(ErrorMessage = "Enter the time zone, for example Africa/Lagos."), TimeZoneId]
    public string? TimeZone { get; set; }

    [Required(ErrorMessage = "Choose the currency."), CurrencyCode]
    public string? Currency { get; set; }

    [Required(ErrorMessage = "Choose the country."), CountryCode]
    public string? Country { get; set; }

    [Display(Name = "Hours before a visit"), Required(ErrorMessage = "Enter how many hours before a visit a patient may still cancel it; 0 means until it begins."), Range(0, 336, ErrorMessage = "Enter between 0 and 336 hours (two weeks).")]
    public int? PatientCancelHours { get; set; }

    [Display(Name = "Days after a visit"), Required(ErrorMessage = "Enter for how many days after a visit the clinician may open the chart."), Range(0, CareTerms.MostDays, ErrorMessage = "Enter between 0 and 365 days.")]
    public int? CareDaysAfterVisit { get; set; }

    [Display(Name = "Days after a stay"), Required(ErrorMessage = "Enter for how many days after a stay the responsible clinician may open the chart."), Range(0, CareTerms.MostDays, ErrorMessage = "Enter between 0 and 365 days.")]
    public int? CareDaysAfterStay { get; set; }

    [Display(Name = "Minutes of emergency access"), Required(ErrorMessage = "Enter for how many minutes emergency access lasts.")]
    [Range(CareTerms.FewestEmergencyMinutes, CareTerms.MostEmergencyMinutes, ErrorMessage = "Enter between 5 and 60 minutes.")]
    public int? EmergencyMinutes { get; set; }

    public static EditOrganizationForm From(OrganizationDetail detail) => new()
    {
        Version = detail.Version,
        Name = detail.Name,
        Type = detail.Type,
        TimeZone = detail.TimeZone,
        Currency = detail.Currency,
        Country = detail.Country,
        PatientCancelHours = detail.PatientCancelHours,
        CareDaysAfterVisit = detail.Care.DaysAfterVisit,
        CareDaysAfterStay = detail.Care.DaysAfterStay,
        EmergencyMinutes = detail.Care.EmergencyMinutes,
    };
}

/// <summary>The caller's own organisation is closed; the reason goes into the activity log.</summary>
public sealed class CloseOrganizationForm
{
    [Required(ErrorMessage = "Enter why it closes; the activity log keeps it."), CleanText(400, Lines = true)]
    public string? Reason { get; set; }
}
