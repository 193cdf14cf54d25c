using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Web.Ui;

/// <summary>What <see cref="ReasonDialog"/> asks for.</summary>
public sealed class GiveReasonForm
{
    [Required(ErrorMessage = "Say why, in a few words."), CleanText(200), Display(Name = "Reason")]
    public string? Reason { get; set; }
}
