using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Deaths;

/// <summary>The death of a patient.</summary>
public sealed class RecordDeathForm
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Type the day of the death."), Display(Name = "Died on")]
    public DateOnly? DiedOn { get; set; }

    /// <summary>On the organisation's clock.</summary>
    [Required(ErrorMessage = "Type the time, for example 07:45."), CleanText(5), Display(Name = "Time")]
    public string? Time { get; set; }

    [CleanText(8), Display(Name = "Cause of death")]
    public string? Code { get; set; }

    [CleanText(300), Display(Name = "Cause in words")]
    public string? Cause { get; set; }

    [CleanText(200), Display(Name = "Place")]
    public string? Place { get; set; }
}

/// <summary>Takes a death record back.</summary>
public sealed class WithdrawDeathForm
{
    [Required(ErrorMessage = "Say why it is taken back, for example: wrong patient."), CleanText(200), Display(Name = "Reason")]
    public string? Reason { get; set; }
}
